import type { Source } from "./source.js";

/** Cao hơn tốt, thấp hơn tốt, đạt/không đạt. */
export type Direction = "higher" | "lower" | "pass";

/** One row of a `chi-tieu` sheet. */
export interface IndicatorRecord {
  row: number;
  code: string | null;
  name: string;
  group: string | null;
  /** Đơn vị tính (ha, người, %). */
  measure: string | null;
  /** null when the sheet does not say: taken as "higher". */
  direction: Direction | null;
  /** Cộng dồn được: whether the cluster's total is the sum of its units; null when not said. */
  additive: boolean | null;
}

/** What a results cell holds: a plain decimal ("36.6"), Đạt/Không đạt as true/false, or nothing. Nothing is never 0. */
export type Measurement = string | boolean | null;

/** One row of a `ket-qua` sheet: one unit × one indicator. */
export interface ResultRecord {
  row: number;
  unit: string;
  indicator: string;
  measure: string | null;
  /** "Không giao": the unit was not given this task; it is left out of the indicator and of its denominator. */
  assigned: boolean;
  planned: Measurement;
  actual: Measurement;
  previous: Measurement;
  /** What the sheet itself claims, kept beside what we compute. */
  stated: { attainmentPercent: string | null; evaluation: string | null };
  reason: string | null;
  note: string | null;
}

/** An indicator as we know it. */
export interface Indicator {
  id: number;
  name: string;
  code: string | null;
  group: string | null;
  measure: string | null;
  direction: Direction;
  additive: boolean | null;
  source: Source;
}

/** One unit × indicator of a year, as stored. */
export interface Result extends Omit<ResultRecord, "row" | "unit" | "indicator"> {
  unitId: number;
  indicatorId: number;
  source: Source;
}
