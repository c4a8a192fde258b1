import { listChanges } from "../domain/change.js";
import type { Measurement, Result, ResultRecord, Stated, TypedAmount } from "../domain/indicator.js";
import { isTypedAmount } from "../domain/measurement.js";
import type { Source } from "../domain/source.js";
import { keepBefore } from "./before-image.js";
import { dropHandValue, type HandField, type HandValue, listHandValues } from "./hand-value.js";
import { countRecord, type Stored, startStored } from "./import.js";
import type { Db } from "./open.js";

interface Row extends Source {
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

const COLUMNS = `unit_id AS unitId, indicator_id AS indicatorId, measure, assigned, planned, actual, previous,
  stated_percent AS statedPercent, stated_evaluation AS statedEvaluation, reason, note, typed, cells,
  import_id AS importId, row`;

/** The results of a year, by unit and indicator in the order these were first entered. */
export function listResults(db: Db, year: number): Result[] {
  return db
    .prepare<[number], Row>(`SELECT ${COLUMNS} FROM result WHERE year = ? ORDER BY unit_id, indicator_id`)
    .all(year)
    .map(({ importId, row, statedPercent, statedEvaluation, typed, cells, ...result }) => ({
      ...result,
      assigned: result.assigned === 1,
      planned: readStoredMeasurement(result.planned),
      actual: readStoredMeasurement(result.actual),
      previous: readStoredMeasurement(result.previous),
      stated: {
        attainmentPercent: readStoredMeasurement(statedPercent) as Stated["attainmentPercent"],
        evaluation: statedEvaluation,
      },
      ...(typed === null ? {} : { typed: JSON.parse(typed) }),
      ...(cells === null ? {} : { cells: JSON.parse(cells) }),
      source: { importId, row },
    }));
}

/** Years that have results, latest first. */
export function listYears(db: Db): number[] {
  const query = db.prepare<[], { year: number }>(
    "SELECT year FROM result UNION SELECT year FROM unit_year UNION SELECT year FROM award ORDER BY year DESC",
  );
  return query.all().map(({ year }) => year);
}

/** A `ket-qua` record whose unit and indicator are known. */
export interface ResolvedResult {
  record: ResultRecord;
  unitId: number;
  indicatorId: number;
}

/** A result with figures that a sheet without any would have replaced by what it states of them. */
export interface KeptFigures {
  record: ResultRecord;
  planned: Measurement;
  actual: Measurement;
}

/** A value set by hand that a sheet would have replaced. */
export interface KeptValue {
  record: ResultRecord;
  field: HandField;
}

/**
 * Stores results, replacing by (unit, year, indicator). A value set by hand stays, and is handed to `onKept` when the
 * sheet says something else; with `force` the sheet's value takes its place. Figures stay where a sheet only states a
 * percentage of them, and are handed to `onFigures`. Rows that say nothing of pairs nobody knows
 * yet are stored only when the sheet says something new elsewhere: a form sent back untouched changes nothing.
 */
export function storeResults(
  db: Db,
  results: Iterable<ResolvedResult>,
  source: { year: number; importId: number },
  { force, onKept, onFigures }: { force: boolean; onKept(kept: KeptValue): void; onFigures(kept: KeptFigures): void },
): Stored {
  const stored = startStored();
  const find = db.prepare<[number, number, number], Row>(
    `SELECT ${COLUMNS} FROM result WHERE year = ? AND unit_id = ? AND indicator_id = ?`,
  );
  const write = db.prepare(
    `INSERT OR REPLACE INTO result (year, unit_id, indicator_id, measure, assigned, planned, actual, previous,
       stated_percent, stated_evaluation, reason, note, typed, cells, import_id, row)
     VALUES (@year, @unitId, @indicatorId, @measure, @assigned, @planned, @actual, @previous,
       @statedPercent, @statedEvaluation, @reason, @note, @typed, @cells, @importId, @row)`,
  );
  const byHand = new Map<string, HandValue[]>();
  for (const value of listHandValues(db, source.year)) {
    const pair = `${value.unitId}|${value.indicatorId}`;
    byHand.set(pair, [...(byHand.get(pair) ?? []), value]);
  }
  const store = ({ record, unitId, indicatorId }: ResolvedResult) => {
    const before = find.get(source.year, unitId, indicatorId);
    if (record.statedOnly === true && before !== undefined && (before.planned ?? before.actual) !== null) {
      const [planned, actual] = [before.planned, before.actual].map(readStoredMeasurement);
      onFigures({ record, planned: planned ?? null, actual: actual ?? null });
      stored.unchanged++;
      return;
    }
    const next = {
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
    if (before !== undefined && byHand.size > 0) {
      for (const value of byHand.get(`${unitId}|${indicatorId}`) ?? []) {
        if (force) dropHandValue(db, source.year, value, source.importId);
        else {
          if (next[value.field] !== before[value.field]) onKept({ record, field: value.field });
          next[value.field] = before[value.field];
          next.typed = toJson(dropField(record.typed, value.field));
        }
      }
    }
    const place = { row: record.row, key: { unit: record.unit, indicator: record.indicator } };
    // Where the columns of a figure stand is no part of what it is, as its file and row are none.
    const { cells: _, ...values } = next;
    const changes = before === undefined ? null : listChanges({ ...before }, values, place);
    if (!countRecord(stored, record.row, changes)) return;
    if (before !== undefined) keepBefore(db, source.importId, "result", source.year, unitId, indicatorId);
    write.run({ ...next, ...source, unitId, indicatorId, row: record.row });
  };
  const isKnown = ({ unitId, indicatorId }: ResolvedResult) => find.get(source.year, unitId, indicatorId) !== undefined;
  const blank: ResolvedResult[] = [];
  for (const result of results) {
    if (saysNothing(result.record) && !isKnown(result)) blank.push(result);
    else store(result);
  }
  const isUntouched = stored.inserted + stored.updated === 0;
  for (const result of blank) {
    if (isUntouched || isKnown(result)) stored.unchanged++;
    else store(result);
  }
  stored.newRows.sort((one, other) => one - other);
  return stored;
}

/** Not even "Không giao": only the indicator's measure. */
function saysNothing({ assigned, planned, actual, previous, stated, reason, note }: ResultRecord): boolean {
  const values = [planned, actual, previous, stated.attainmentPercent, stated.evaluation, reason, note];
  return assigned && values.every((value) => value === null);
}

function toText(value: Measurement): string | null {
  if (typeof value === "boolean") return value ? "dat" : "khong-dat";
  return isTypedAmount(value) ? JSON.stringify(value) : value;
}

/** What was typed in the sheet, without the field whose value is not the sheet's. */
function dropField(typed: ResultRecord["typed"], field: HandField): ResultRecord["typed"] {
  if (typed === undefined) return undefined;
  const others = Object.entries(typed).filter(([name]) => name !== field);
  return others.length === 0 ? undefined : Object.fromEntries(others);
}

function toJson(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** A value as stored → as it is. */
export function readStoredMeasurement(text: string | null): Measurement {
  if (text === "dat" || text === "khong-dat") return text === "dat";
  return text?.startsWith("{") === true ? (JSON.parse(text) as TypedAmount) : text;
}
