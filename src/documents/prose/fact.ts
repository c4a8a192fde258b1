import type { MeasuredField, Measurement, PlanField } from "../../domain/indicator.js";
import type { Exact } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import type { Source } from "../../domain/source.js";

/**
 * Cells a fact rests on: figures of one unit × indicator, fields of another row of a sheet, or all that a unit's points were worked
 * out from (null: the rubric itself).
 */
export type Basis =
  | { row: ProgressRow; fields: readonly (MeasuredField | PlanField | "reason")[] }
  | { source: Source; values: Readonly<Record<string, string>> }
  | { scoreOf: string | null };

/** What a sentence rests on: whose figure, of what, and the cells it was read or computed from. */
export interface Fact {
  /** Name of the unit as stored; null = the cluster as a whole. */
  who: string | null;
  /** The indicator, criterion or award it is about, as stored. */
  about: string;
  what: FactKind;
  /** Exact, never rounded; null when the fact is that nothing is known. */
  figure: Exact | Measurement;
  /** What the figure is counted in: "ha", "điểm"; null where a bare number or words. */
  measure: string | null;
  /** Empty for what no sheet says: the year, a unit that sent nothing. */
  basis: readonly Basis[];
}

/** `threshold` is a round step below figures ("trên 120%"), `words` what an officer wrote. */
export type FactKind =
  | "attainmentPercent"
  | "growthPercent"
  | "growthTimes"
  | MeasuredField
  | "status"
  | "missing"
  | "reason"
  | "score"
  | "rank"
  | "rule"
  | "count"
  | "share"
  | "threshold"
  | "year"
  | "words";
