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
  plans: string | null;
}

/** What `plans` holds: who gave the plan, and the plans of other levels as they are. */
export interface StoredPlans {
  level: string | null;
  others: Record<string, Measurement>;
}

export const RESULT_COLUMNS = `unit_id AS unitId, indicator_id AS indicatorId, measure, assigned, planned, actual, previous,
  stated_percent AS statedPercent, stated_evaluation AS statedEvaluation, reason, note, typed, cells, plans,
  import_id AS importId, row`;

/** What a record says, as its columns hold it. */
export type NewRow = Omit<ResultRow, "unitId" | "indicatorId" | keyof Source>;

export function toRow(record: ResultRecord): NewRow {
  const { planLevel, otherPlans } = record;
  const hasPlans = planLevel !== undefined || otherPlans !== undefined;
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
    plans: hasPlans ? toStoredPlans({ level: planLevel ?? null, others: otherPlans ?? {} }) : null,
  };
}

/** Without the levels of which nothing is known; null when nothing is left. */
export function toStoredPlans({ level, others }: StoredPlans): string | null {
  const known = Object.entries(others).filter(([, value]) => value !== null);
  if (level === null && known.length === 0) return null;
  return JSON.stringify({ level, others: Object.fromEntries(known) } satisfies StoredPlans);
}

export function readStoredPlans(text: string | null): StoredPlans {
  return text === null ? { level: null, others: {} } : (JSON.parse(text) as StoredPlans);
}

/** The plans a result has besides its own, and whose its own is. */
export function toRecordPlans(text: string | null): Pick<ResultRecord, "planLevel" | "otherPlans"> {
  const { level, others } = readStoredPlans(text);
  return {
    ...(level === null ? {} : { planLevel: level }),
    ...(Object.keys(others).length === 0 ? {} : { otherPlans: others }),
  };
}

/** A value as it is → as stored. */
export function toText(value: Measurement): string | null {
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
