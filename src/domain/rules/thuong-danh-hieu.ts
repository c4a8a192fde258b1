import type { AwardFinder } from "../award-match.js";
import type { AwardKind } from "../awards.js";
import { foldKey } from "../name.js";
import { type Exact, formatNumber, ZERO } from "../number.js";
import { earnedScore } from "./leaf-score.js";
import { ParameterError, parameterCap, parameterNumber, sortParameters, unquote } from "./parameters.js";
import type { LeafInput, LeafScore, Rule } from "./rule.js";

interface Worth {
  kind: AwardKind;
  points: Exact;
}

interface Terms {
  worths: Worth[];
  /** Only the highest counts; else all are added up. */
  highestOnly: boolean;
  /** null = no cap. */
  cap: Exact | null;
}

/** Thưởng danh hiệu: points for awards the unit itself was given in the year; of a leaf with a maximum they are its points. */
export const thuongDanhHieu: Rule = {
  id: "thuong-danh-hieu",
  title: "điểm theo danh hiệu, hình thức khen thưởng đơn vị được tặng trong năm",
  parameters: [
    '<danh hiệu>=<điểm> (ví dụ: Cờ thi đua của Chính phủ=15, Cờ thi đua cấp tỉnh=10); tên có dấu phẩy thì đặt trong "…"',
    "tính=cộng dồn (mặc định) hoặc tính=cao nhất",
    "trần thưởng=<số> điểm",
  ],
  maximum: "optional",
  read(text, max, findAward) {
    const { named, others } = sortParameters(text, ["tính", "trần thưởng"]);
    if (others.length === 0) {
      throw new ParameterError(
        'Quy tắc "thuong-danh-hieu" cần ít nhất một danh hiệu, ví dụ "Cờ thi đua của Chính phủ=15".',
      );
    }
    const worths = others.map(({ name, value }) => ({
      kind: readAward(unquote(name), findAward),
      points: parameterNumber(name, value),
    }));
    const cap = named.get("trần thưởng");
    const terms: Terms = {
      worths,
      highestOnly: readWay(named.get("tính")),
      cap: cap === undefined ? null : parameterCap("trần thưởng", cap, max),
    };
    const isBonus = max.equals(ZERO);
    // Without a cap of its own the sum has no limit, the highest has.
    const most = terms.highestOnly
      ? worths.reduce((a, { points }) => (points.compare(a) > 0 ? points : a), ZERO)
      : null;
    const bonus = isBonus ? { cap: terms.cap ?? most } : null;
    const score = (input: LeafInput) => scoreAwards(input, terms, isBonus);
    return { source: "facts", indicators: [], bonus, deduction: null, score };
  },
};

function readAward(text: string, findAward: AwardFinder): AwardKind {
  const { kind, nearest } = findAward(text);
  if (kind !== null) return kind;
  const suggestion = nearest === null ? "" : ` Có phải là "${nearest}"?`;
  throw new ParameterError(`Không có danh hiệu, hình thức khen thưởng "${text}".${suggestion}`);
}

function readWay(text: string | undefined): boolean {
  const key = foldKey(text ?? "cộng dồn");
  if (key === "cong don") return false;
  if (key === "cao nhat") return true;
  throw new ParameterError(`"tính=${text}" không có; ghi "tính=cộng dồn" hoặc "tính=cao nhất".`);
}

function scoreAwards({ facts, max }: LeafInput, { worths, highestOnly, cap }: Terms, isBonus: boolean): LeafScore {
  const received = facts.awards.flatMap(({ awardId, decided }) => {
    const worth = worths.find(({ kind }) => kind.id === awardId);
    return worth === undefined ? [] : [{ ...worth, decided }];
  });
  received.sort((a, b) => b.points.compare(a.points));
  const counted = highestOnly ? received.slice(0, 1) : received;
  if (counted.length === 0) return earnedScore(ZERO, "không có danh hiệu, hình thức khen thưởng được tính điểm");
  const sum = counted.reduce((total, { points }) => total.add(points), ZERO);
  const limits = [cap, isBonus ? null : max].filter((limit) => limit !== null);
  const points = limits.reduce((least, limit) => (least.compare(limit) > 0 ? limit : least), sum);
  const list = counted.map((one) => `${one.kind.name} ${formatNumber(one.points)} điểm`).join(", ");
  const limit = points.equals(sum) ? "" : `, vượt trần nên chỉ tính ${formatNumber(points)} điểm`;
  const explanation = `${list}${highestOnly && received.length > 1 ? " (chỉ tính mức cao nhất)" : ""}${limit}`;
  const undecided = counted.filter(({ decided }) => !decided).map(({ kind }) => kind.name);
  const problems =
    undecided.length === 0
      ? []
      : [`${undecided.join(", ")} chưa ghi số quyết định mà vẫn được tính điểm; kiểm tra lại nếu mới chỉ là đề nghị`];
  return isBonus
    ? earnedScore(ZERO, explanation, { bonus: points, problems })
    : earnedScore(points, explanation, { problems });
}
