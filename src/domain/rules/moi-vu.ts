import { type Exact, formatNumber, ZERO } from "../number.js";
import { pointOf } from "./figure.js";
import { scoreGiven } from "./given.js";
import { earnedScore, missingScore } from "./leaf-score.js";
import { namedParameters, ParameterError, parameterCap, parameterNumber } from "./parameters.js";
import type { LeafInput, LeafScore, Rule } from "./rule.js";

/** Points for each case, added or taken from the full points of the leaf. */
interface PerCase {
  kind: "thưởng" | "trừ";
  points: Exact;
  /** What is counted: "vụ", "báo cáo". */
  noun: string;
  cap: Exact | null;
}

/**
 * Mỗi vụ: the full points of the leaf, and so many more or less for each case, up to a cap. How many there were says
 * the indicator, else the column Số vụ of the score sheet. An item with several kinds of cases has a leaf for each.
 */
export const moiVu: Rule = {
  id: "moi-vu",
  title: "cộng hoặc trừ theo số vụ",
  parameters: [
    "trừ=<điểm> mỗi <vụ, báo cáo, xã…> hoặc thưởng=<điểm> mỗi <giải pháp…>",
    "trần trừ, trần thưởng=<số> điểm hoặc <số>% (của điểm tối đa)",
  ],
  maximum: "optional",
  read(text, max) {
    const perCase = readPerCase(text, max);
    const allowance = { cap: perCase.cap };
    const room =
      perCase.kind === "thưởng" ? { bonus: allowance, deduction: null } : { bonus: null, deduction: allowance };
    const score = (input: LeafInput) => scoreCases(input, perCase);
    return { source: "either", indicators: [], countsCases: true, ...room, score };
  },
};

const SHAPE = /^[+\-−]?\s*([\d.,]+)\s*(?:điểm|diem)?\s*(?:(?:cho\s+)?(?:mỗi|moi|một|mot|\/)\s*(.+))?$/iu;

function readPerCase(text: string | null, max: Exact): PerCase {
  const given = namedParameters(text, ["thưởng", "trừ", "trần thưởng", "trần trừ"]);
  const kinds = (["thưởng", "trừ"] as const).filter((kind) => given.has(kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    throw new ParameterError(
      'Quy tắc "moi-vu" cần đúng một trong hai: "thưởng=…" hoặc "trừ=…"; hai loại vụ thì ghi hai dòng.',
    );
  }
  const value = given.get(kind) ?? "";
  const [, points, noun] = SHAPE.exec(value) ?? [];
  if (points === undefined) throw new ParameterError(`"${kind}=${value}" không có dạng "${kind}=<điểm> mỗi <vụ>".`);
  const other = kind === "thưởng" ? "trần trừ" : "trần thưởng";
  if (given.has(other)) throw new ParameterError(`Có "${other}" nhưng không có "${other.slice("trần ".length)}".`);
  const cap = given.get(`trần ${kind}`);
  return {
    kind,
    points: parameterNumber(kind, points),
    noun: noun ?? "vụ",
    cap: cap === undefined ? null : parameterCap(`trần ${kind}`, cap, max),
  };
}

function scoreCases(input: LeafInput, { kind, points, noun, cap }: PerCase): LeafScore {
  const { result, given, max } = input;
  const count = (result === null ? null : pointOf(result.actual, result.measure)) ?? given.cases;
  if (count === null) {
    return scoreGiven(input) ?? missingScore(result === null ? "chưa ghi số vụ" : "chưa có số liệu về số vụ");
  }
  if (count.compare(ZERO) < 0 || count.d !== 1n)
    return missingScore(`số vụ ${formatNumber(count)} không phải là số đếm`);
  const uncapped = count.mul(points);
  const isOver = cap !== null && uncapped.compare(cap) > 0;
  const amount = isOver && cap !== null ? cap : uncapped;
  const product = `${formatNumber(count)} ${noun} × ${formatNumber(points)} điểm = ${formatNumber(uncapped)} điểm`;
  const limit = isOver ? `, vượt trần nên chỉ tính ${formatNumber(amount)} điểm` : "";
  const explanation = `${kind} ${product}${limit}`;
  return earnedScore(max, explanation, kind === "thưởng" ? { bonus: amount } : { deduction: amount });
}
