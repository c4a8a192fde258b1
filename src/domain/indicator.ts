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

/**
 * What a results cell holds: a plain decimal ("36.6"), Đạt/Không đạt as true/false, something that is not one number
 * (a range, a bound, words), or nothing. Nothing is never 0.
 */
export type Measurement = string | boolean | TypedAmount | null;

/**
 * How the numbers of a `TypedAmount` are meant: `range` 6,6-6,8; bounds; `~` khoảng 4; `of` 2069/2110 (low of high);
 * `pair` 7,6/10,4 (two measures in one cell). null = words only (Xuất siêu).
 */
export type AmountOperator = "range" | "<" | "<=" | ">" | ">=" | "~" | "of" | "pair";

/** A cell that is not one number, as typed and as read. `low` and `high` are plain decimals; null = no such end. */
export interface TypedAmount {
  text: string;
  low: string | null;
  high: string | null;
  operator: AmountOperator | null;
  /** Only of a pair: its measures in the order typed. */
  parts?: readonly (string | TypedAmount)[];
}

/** The fields of a result that hold a measurement. */
export type MeasuredField = "planned" | "actual" | "previous";

/** Cells as typed, where what was read leaves something out: a unit, a remark, money in words. */
export type TypedCells = Readonly<Partial<Record<MeasuredField, string>>>;

/** Record field → the column it was read from, as Excel letters it; `source` where that is another sheet than the record's. */
export type CellColumns = Readonly<Record<string, { letter: string; header: string; source?: Source }>>;

/** What a sheet itself claims, kept beside what we compute: a percentage of the plan (or ">120"), and Đạt, Vượt … */
export interface Stated {
  attainmentPercent: string | TypedAmount | null;
  evaluation: string | null;
}

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
  stated: Stated;
  reason: string | null;
  note: string | null;
  /** Absent when every cell was only its number. */
  typed?: TypedCells;
  /** The sheet has neither plan nor result, only what it states of them; absent where it has columns for these. */
  statedOnly?: true;
  /** Columns of this record that are not those of the whole sheet; absent where the sheet has one column a field. */
  cells?: CellColumns;
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
  /** Other names it is remembered by; absent when it has none. */
  aliases?: readonly string[];
  source: Source;
}

/** One unit × indicator of a year, as stored. */
export interface Result extends Omit<ResultRecord, "row" | "unit" | "indicator"> {
  unitId: number;
  indicatorId: number;
  source: Source;
}
