import { groupBy } from "../../domain/group-by.js";
import type { Indicator } from "../../domain/indicator.js";
import type { ProgressRow } from "../../domain/progress.js";
import { formatCount } from "./count.js";
import type { ClusterWords } from "./words.js";

/** How the units of one cluster stand on one indicator. Every unit is in exactly one of the lists. */
export interface IndicatorStanding {
  indicator: Indicator;
  measure: string | null;
  /** Units given the task, whether or not they reported. */
  assigned: readonly ProgressRow[];
  /** Better than, equal to, and short of the plan, best first. */
  exceeded: readonly ProgressRow[];
  met: readonly ProgressRow[];
  missed: readonly ProgressRow[];
  /** Chưa có số liệu. */
  unreported: readonly ProgressRow[];
  /** A result, but no plan it can be held against. */
  incomparable: readonly ProgressRow[];
  notAssigned: readonly ProgressRow[];
  /** Every unit given the task can be judged: only then may a sentence say "đều" or "không đơn vị nào". */
  complete: boolean;
}

/** Whom "đều" is said of: "các đơn vị trong Cụm", or "05 đơn vị được giao chỉ tiêu" where some were not given the task. */
export function nameEveryone({ assigned, notAssigned }: IndicatorStanding, cluster: ClusterWords): string {
  return notAssigned.length === 0 ? cluster.members : `${formatCount(assigned.length)} đơn vị được giao chỉ tiêu`;
}

/** The standing of one cluster's rows, by indicator in the order of the rows. */
export function standIndicators(rows: readonly ProgressRow[]): IndicatorStanding[] {
  return [...groupBy(rows, (row) => row.indicator.id).values()].flatMap((group) => {
    const first = group[0];
    return first === undefined ? [] : [standIndicator(first.indicator, group)];
  });
}

function standIndicator(indicator: Indicator, rows: readonly ProgressRow[]): IndicatorStanding {
  const assigned = rows.filter((row) => row.unknown !== "not-assigned");
  const unreported = assigned.filter((row) => row.status === "unknown" && row.unknown === "no-actual");
  const incomparable = assigned.filter((row) => row.status === "unknown" && row.unknown !== "no-actual");
  const withStatus = (status: ProgressRow["status"]) =>
    assigned.filter((row) => row.status === status).sort(compareBestFirst);
  return {
    indicator,
    measure: rows.find((row) => row.result?.measure != null)?.result?.measure ?? indicator.measure,
    assigned,
    exceeded: withStatus("exceeded"),
    met: withStatus("met"),
    missed: withStatus("missed"),
    unreported,
    incomparable,
    notAssigned: rows.filter((row) => row.unknown === "not-assigned"),
    complete: assigned.length > 0 && unreported.length === 0 && incomparable.length === 0,
  };
}

/** By percentage; none at all of something unwanted (no percentage) is the best there is, a meaningless quotient comes last. */
export function compareBestFirst(a: ProgressRow, b: ProgressRow): number {
  const place = (row: ProgressRow) => (row.attainmentPercent !== null ? 1 : row.unknown === "zero-actual" ? 0 : 2);
  if (a.attainmentPercent === null || b.attainmentPercent === null) return place(a) - place(b);
  return b.attainmentPercent.compare(a.attainmentPercent);
}
