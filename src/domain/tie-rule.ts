import { codeKey } from "./criterion-code.js";
import { foldKey, nameKey } from "./name.js";
import { type Exact, ZERO } from "./number.js";
import type { Tiebreak } from "./ranking.js";
import { ParameterError } from "./rules/parameters.js";

/** What the rules look at in a unit's points. */
export interface TiedUnit {
  score: Exact;
  deduction: Exact;
  standing: { met: number };
  crossScore: Exact | null;
  /** By index of the criterion. */
  nodes: readonly { score: Exact | null }[];
}

type NamedCriterion = Readonly<{ code: string; name: string }>;

/** What decides between equal scores, in order; what is still equal then shares a rank. */
export interface TieOrder {
  rules: readonly Tiebreak<TiedUnit>[];
  /** What people do at last, and no program can: "bốc thăm", "bỏ phiếu"; null when the rubric names nothing. */
  byPeople: string | null;
}

/** Equal scores share a rank. */
export const NO_TIES: TieOrder = { rules: [], byPeople: null };

/** The rules as officers type them, for messages and the documentation. */
export const TIE_SHAPES =
  "điểm mục <mã>, ít điểm trừ hơn, nhiều chỉ tiêu đạt hơn, điểm chấm chéo; cuối cùng có thể ghi bốc thăm hoặc bỏ phiếu (chương trình không làm thay)";

const PEOPLE = /^(boc tham|rut tham|bo phieu|bieu quyet)/;

/** Reads "điểm mục I / ít điểm trừ hơn / bốc thăm". Throws ParameterError. */
export function parseTieOrder(text: string, criteria: readonly NamedCriterion[]): TieOrder {
  const parts = text.split("/").map((part) => part.trim());
  const last = parts.at(-1) ?? "";
  const byPeople = PEOPLE.test(foldKey(last)) ? last : null;
  const early = parts.slice(0, -1).find((part) => PEOPLE.test(foldKey(part)));
  if (early !== undefined) throw new ParameterError(`"${early}" phải đứng cuối các quy tắc.`);
  const rules = (byPeople === null ? parts : parts.slice(0, -1)).map((part) => parseTieRule(part, criteria));
  return { rules, byPeople };
}

function parseTieRule(text: string, criteria: readonly NamedCriterion[]): Tiebreak<TiedUnit> {
  const key = foldKey(text);
  if (/^(it )?(tong )?diem tru( it| thap)?( hon)?$/.test(key)) {
    return { text: "ít điểm trừ hơn", compare: (a, b) => a.deduction.compare(b.deduction) };
  }
  if (/^(so |nhieu )?chi tieu (dat|hoan thanh)( nhieu)?( hon)?$/.test(key)) {
    return { text: "nhiều chỉ tiêu đạt hơn", compare: (a, b) => b.standing.met - a.standing.met };
  }
  if (/^(tong )?diem cham cheo( cao)?( hon)?$/.test(key)) {
    return {
      text: "điểm chấm chéo cao hơn",
      compare: (a, b) => (b.crossScore ?? ZERO).compare(a.crossScore ?? ZERO),
    };
  }
  const place = /^(?:tong )?diem(?: phan| muc| tieu chi)? (.+?)(?: cao hon)?$/d.exec(key)?.indices?.[1] ?? [0, 0];
  const named = nameKey(text).slice(...place);
  const index = criteria.findIndex(({ code, name }) => codeKey(code) === codeKey(named) || nameKey(name) === named);
  const criterion = criteria[index];
  if (criterion === undefined) throw new ParameterError(`Không hiểu quy tắc "${text}".`);
  return {
    text: `điểm mục ${criterion.code} cao hơn`,
    compare: (a, b) => (b.nodes[index]?.score ?? ZERO).compare(a.nodes[index]?.score ?? ZERO),
  };
}

/** "Bằng điểm thì xét lần lượt: …; vẫn bằng thì cùng hạng (1, 2, 2, 4)" — printed wherever a ranking is. */
export function describeTieOrder({ rules, byPeople }: TieOrder): string {
  const rest = byPeople === null ? "cùng hạng (1, 2, 2, 4)" : `cùng hạng (1, 2, 2, 4) cho đến khi ${byPeople}`;
  if (rules.length === 0) return `Bằng điểm thì ${rest}`;
  return `Bằng điểm thì xét lần lượt: ${rules.map(({ text }) => text).join(", ")}; vẫn bằng thì ${rest}`;
}
