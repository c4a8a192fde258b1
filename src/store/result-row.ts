import type { Measurement, ResultRecord, TypedAmount } from "../domain/indicator.js";
import { isTypedAmount } from "../domain/measurement.js";
import type { Source } from "../domain/source.js";

/** A row of `result` as stored: decimals plain, Đạt/Không đạt "dat"/"khong-dat", other cells JSON. */
export interface ResultRow extends Source {
  unitId: number;
  indicatorId: number;
  measure: string | null;
  assigned: number;
  planned: string | null;
  actual: string | null;
  previous: string | null;
  statedPercent: string | null;
  statedEvaluation: string | null;
  reason: string | null;
  note: string | null;
  /** JSON. */
  typed: string | null;
  cells: string | null;
}

export const RESULT_COLUMNS = `unit_id AS unitId, indicator_id AS indicatorId, measure, assigned, planned, actual, previous,
  stated_percent AS statedPercent, stated_evaluation AS statedEvaluation, reason, note, typed, cells,
  import_id AS importId, row`;

/** What a record says, as its columns hold it. */
export type NewRow = Omit<ResultRow, "unitId" | "indicatorId" | keyof Source>;

export function toRow(record: ResultRecord): NewRow {
  return {
    measure: record.measure,
    assigned: Number(record.assigned),
    planned: toText(record.planned),
    actual: toText(record.actual),
    previous: toText(record.previous),
    statedPercent: toText(record.stated.attainmentPercent),
    statedEvaluation: record.stated.evaluation,
    reason: record.reason,
    note: record.note,
    typed: toJson(record.typed),
    cells: toJson(record.cells),
  };
}

function toText(value: Measurement): string | null {
  if (typeof value === "boolean") return value ? "dat" : "khong-dat";
  return isTypedAmount(value) ? JSON.stringify(value) : value;
}

export function toJson(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

export function fromJson<T>(text: string | null): T | undefined {
  return text === null ? undefined : (JSON.parse(text) as T);
}

/** A value as stored → as it is. */
export function readStoredMeasurement(text: string | null): Measurement {
  if (text === "dat" || text === "khong-dat") return text === "dat";
  return text?.startsWith("{") === true ? (JSON.parse(text) as TypedAmount) : text;
}
