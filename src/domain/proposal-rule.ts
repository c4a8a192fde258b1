import type { AwardFinder } from "./award-match.js";
import { foldKey, nameKey } from "./name.js";
import { type Exact, exact } from "./number.js";

/** What a unit must have for a rule to propose it. */
export type ProposalCondition =
  | { kind: "rank"; from: number; to: number }
  /** Total of the rubric, in points or in percent of its maximum. */
  | { kind: "score"; least: Exact; isPercent: boolean }
  /** Places gained since last year. */
  | { kind: "climb"; places: number };

/** One rule of the cluster: a condition and the award to propose. */
export interface ProposalRule {
  /** As written: "hạng 2-3 → Bằng khen". */
  text: string;
  /** The cluster it is for, as written; null: every cluster that has no rules of its own. */
  cluster: string | null;
  condition: ProposalCondition;
  /** Id in the catalogue. */
  awardId: string;
}

/** Habit, not law: Luật TĐKT 2022 Đ26 knows the flag for who leads; the Bằng khen after it is what clusters usually do. */
export const DEFAULT_RULES = "hạng 1 → Cờ thi đua của Ủy ban nhân dân tỉnh; hạng 2-3 → Bằng khen";

/** How rules are written, for people. */
export const RULES_HINT =
  'Viết "điều kiện → hình thức", cách nhau bằng dấu chấm phẩy; điều kiện là "hạng 1", "hạng 2-3", "điểm ≥ 90%", "điểm ≥ 950" hoặc "tăng hạng ≥ 3"; quy tắc riêng của một cụm thì thêm "Tên cụm |" ở trước.';

/** Rules in their order, the first that fits a unit counts; `trouble` is a Vietnamese sentence about the first that cannot be read. */
export function readProposalRules(
  text: string,
  findAward: AwardFinder,
): { rules: ProposalRule[]; trouble: string | null } {
  const rules: ProposalRule[] = [];
  for (const part of text.split(/[;\n]/).map((one) => one.trim())) {
    if (part === "") continue;
    const [, cluster = null, left = "", award = ""] = /^(?:([^|]*)\|)?(.*?)\s*(?:→|->|=>|:)\s*(.+)$/u.exec(part) ?? [];
    const condition = readCondition(left);
    if (condition === null) return { rules, trouble: `Không hiểu quy tắc "${part}".` };
    const { kind, nearest } = findAward(award);
    if (kind === null) {
      const near = nearest === null ? "" : ` Có phải là "${nearest}"?`;
      return { rules, trouble: `Quy tắc "${part}": không có danh hiệu, hình thức "${award}".${near}` };
    }
    if (!kind.subjects.includes("collective"))
      return { rules, trouble: `Quy tắc "${part}": ${kind.name} không dành cho tập thể.` };
    rules.push({ text: part, cluster: cluster?.trim() || null, condition, awardId: kind.id });
  }
  return { rules, trouble: rules.length === 0 ? "Chưa có quy tắc đề nghị nào." : null };
}

/** Rules for that cluster: its own where it has any, else the common ones. */
export function rulesFor(cluster: string | null, rules: readonly ProposalRule[]): ProposalRule[] {
  const own = rules.filter((rule) => rule.cluster !== null && isCluster(rule.cluster, cluster));
  return own.length > 0 ? own : rules.filter((rule) => rule.cluster === null);
}

export function isCluster(written: string, cluster: string | null): boolean {
  return nameKey(written) === nameKey(cluster ?? "");
}

function readCondition(text: string): ProposalCondition | null {
  const key = foldKey(text);
  const rank = /^(?:xep )?(?:hang|thu) (?:tu )?(\d{1,3})(?: ?(?:-|–|den) ?(?:hang |thu )?(\d{1,3}))?$/.exec(key);
  if (rank !== null) {
    const [from, to] = [Number(rank[1]), Number(rank[2] ?? rank[1])];
    return from >= 1 && from <= to ? { kind: "rank", from, to } : null;
  }
  const least = "(?:>=|≥|tu|dat tu)? ?";
  const score = new RegExp(String.raw`^(?:tong )?diem ${least}(\d+(?:[.,]\d+)?) ?(%?)(?: diem)?(?: tro len)?$`).exec(
    key,
  );
  if (score !== null)
    return { kind: "score", least: exact((score[1] ?? "").replace(",", ".")), isPercent: score[2] === "%" };
  const climb = new RegExp(String.raw`^tang (?:hang )?${least}(\d{1,3})(?: (?:hang|bac))?(?: tro len)?$`).exec(key);
  return climb === null || Number(climb[1]) < 1 ? null : { kind: "climb", places: Number(climb[1]) };
}
