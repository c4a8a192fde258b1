import type { Decider } from "../authority.js";
import type { Award, Subject } from "../award.js";
import type { CellColumns, Indicator, MeasuredField, Measurement, Result } from "../indicator.js";
import type { Law } from "../law/law.js";
import type { Source as LawSource } from "../law/source.js";
import { formatMeasurement } from "../measurement.js";
import type { Problem } from "../problem.js";
import type { ProgressRow } from "../progress.js";
import type { GivenScore, Round } from "../rubric.js";
import type { Rubric } from "../rubric-tree.js";
import type { Source } from "../source.js";
import type { UnitOfYear } from "../unit.js";

/**
 * Cần xử lý: scores are missing or surely wrong until it is mended. Cần kiểm tra lại: right only rarely. Nên xem lại:
 * often right. None says that anybody did wrong.
 */
export type Severity = "high" | "medium" | "low";

/** All of a year that the checks look at. */
export interface CheckedYear {
  year: number;
  units: readonly UnitOfYear[];
  progress: readonly ProgressRow[];
  /** Whether a person set one of the figures of the result, so that what the sheet says of them is of others. */
  isCorrected(unitId: number, indicatorId: number): boolean;
  /** The result of the year before, as stored under that year; null when there is none. */
  resultLastYear(unitId: number, indicatorId: number): Result | null;
  rubrics: readonly CheckedRubric[];
  awards: readonly Award[];
  /** Awards of all years, of this one too, each with the year whose list it stands in. */
  history: readonly { year: number; award: Award }[];
  /** Who the office is when it decides awards; null when it has not said. */
  decider: Decider | null;
  law: Law;
  /** What a name tells of its kind: "Trường …" is a collective; null when it does not tell. */
  subjectOfName(name: string, salutation: string | null): Subject | null;
  /** YYYY-MM-DD. */
  today: string;
}

/** A rubric of the year with those it is applied to. */
export interface CheckedRubric {
  rubric: Rubric;
  /** What was said of it when it was read. */
  problems: readonly Problem[];
  importId: number;
  /** The units ranked by it. */
  units: readonly UnitOfYear[];
  /** Scores people gave, also under criteria that a later version no longer has. */
  scores: readonly CheckedScore[];
}

export interface CheckedScore extends GivenScore {
  unitId: number;
  /** nameKey of the criterion's code. */
  codeKey: string;
  /** Where what was given in that part stood. */
  sourceOf(part: Round | "cases"): Source;
}

/** Where a finding can be seen. */
export interface Place {
  source: Source;
  /** Field of the record; its column is that of the import, or of the record itself. */
  field: string;
  cells?: CellColumns;
  /** Set when it is a figure of a result, which may have been set by hand. */
  result?: { unitId: number; indicatorId: number };
}

/** One thing a check found. `message` is a full Vietnamese sentence about it, without the names beside it. */
export interface Found {
  /** null when it is about no single one. */
  unit: UnitOfYear | null;
  /** Only where there is no unit to say it. */
  cluster?: string | null;
  indicator?: string;
  criterion?: { code: string; name: string };
  /** Who is nominated or was given the award. */
  nominee?: string;
  message: string;
  /** What asks for it, where it is law. */
  law?: LawSource;
  /** null when nothing stands anywhere: what is missing. */
  place: Place | null;
}

/** One entry of the list in `index.ts`. */
export interface Check {
  code: string;
  severity: Severity;
  /** Vietnamese, what they have in common. */
  title: string;
  /** Vietnamese, what to do about any of them. */
  hint: string;
  /** Vietnamese, from where on it speaks up and why there; null when there is nothing to choose. */
  limit: string | null;
  /** Checks of one family doubt a figure for the same reason: the first of the list that does tells it, the others do not. */
  family?: "magnitude";
  find(year: CheckedYear): Found[];
}

/** A row that has a result. */
export type ReportedRow = ProgressRow & { result: Result };

export function isReported(row: ProgressRow): row is ReportedRow {
  return row.result !== null;
}

/** What is found about one figure of a result. */
export function foundAt(
  row: ProgressRow,
  field: MeasuredField | "attainmentPercent" | "evaluation" | "measure",
  message: string,
): Found {
  const { unit, indicator, result } = row;
  return { unit, indicator: indicator.name, message, place: result === null ? null : placeOf(row, result, field) };
}

function placeOf({ unit, indicator }: ProgressRow, { source, cells, isOtherPlan }: Result, field: string): Place {
  const isAsSet = field !== "planned" || isOtherPlan !== true;
  const result = isAsSet ? { result: { unitId: unit.id, indicatorId: indicator.id } } : {};
  return { source, field, ...result, ...(cells === undefined ? {} : { cells }) };
}

/** "36,6 tỷ đồng", "95,2%". */
export function figure(
  value: Measurement,
  { result, indicator }: { result: Result | null; indicator: Indicator },
): string {
  const measure = result?.measure ?? indicator.measure ?? "";
  return `${formatMeasurement(value)}${/^[%‰]/.test(measure) ? "" : " "}${measure}`.trim();
}
