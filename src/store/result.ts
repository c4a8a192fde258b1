import type { Statement } from "better-sqlite3";
import { type Change, listChanges } from "../domain/change.js";
import type {
  CellColumns,
  MeasuredField,
  Measurement,
  Result,
  ResultRecord,
  Stated,
  TypedAmount,
  TypedCells,
} from "../domain/indicator.js";
import { isTypedAmount } from "../domain/measurement.js";
import { PairSet } from "../domain/pair-set.js";
import type { Source } from "../domain/source.js";
import { BatchInsert } from "./batch-insert.js";
import { keepBefore } from "./before-image.js";
import { dropHandValue, type HandField, type HandValue, listHandValues } from "./hand-value.js";
import { countRecord, readImportColumns, type Stored, startStored } from "./import.js";
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

/** What stays when a sheet has no column for it. What the last sheet stated of its own figures (%, Đạt) does not. */
export type KeptField = MeasuredField | "measure" | "reason" | "note";

const MEASURED: ReadonlySet<KeptField> = new Set<KeptField>(["planned", "actual", "previous"]);

function isMeasured(field: KeptField): field is MeasuredField {
  return MEASURED.has(field);
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

/** How results are stored beside what is there already. */
export interface StoreWishes {
  /** Fields the sheet has no column for: what is known of them stays. */
  absentIn(record: ResultRecord): readonly KeptField[];
  /** Whether values set by hand give way. */
  force: boolean;
  onKept(kept: KeptValue): void;
  onFigures(kept: KeptFigures): void;
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
  wishes: StoreWishes,
): Stored {
  const stored = startStored();
  const known = listPairs(db, source.year);
  const inserter = new ResultInserter(db, source);
  const replacer = new ResultReplacer(db, source, wishes);
  const store = ({ record, unitId, indicatorId }: ResolvedResult) => {
    if (known.add(unitId, indicatorId)) {
      countRecord(stored, record.row, null);
      inserter.add(unitId, indicatorId, toRow(record), record.row);
      return;
    }
    inserter.flush();
    countRecord(stored, record.row, replacer.replace(record, unitId, indicatorId));
  };
  const blank: ResolvedResult[] = [];
  for (const result of results) {
    if (saysNothing(result.record) && !known.has(result.unitId, result.indicatorId)) blank.push(result);
    else store(result);
  }
  const isUntouched = stored.inserted + stored.updated === 0;
  for (const result of blank) {
    if (isUntouched || known.has(result.unitId, result.indicatorId)) stored.unchanged++;
    else store(result);
  }
  inserter.flush();
  stored.newRows.sort((one, other) => one - other);
  return stored;
}

/** What a record says, as its columns hold it. */
type NewRow = Omit<Row, "unitId" | "indicatorId" | keyof Source>;

/** A record says something new when a value differs, not when the same one is typed otherwise or stands elsewhere. */
function valuesOf({ typed: _typed, cells: _cells, ...values }: NewRow): Omit<NewRow, "typed" | "cells"> {
  return values;
}

function toRow(record: ResultRecord): NewRow {
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

/** The units and indicators that have a result in the year. */
function listPairs(db: Db, year: number): PairSet {
  const pairs = new PairSet();
  const query = db.prepare<[number], { unitId: number; indicatorId: number }>(
    "SELECT unit_id AS unitId, indicator_id AS indicatorId FROM result WHERE year = ?",
  );
  for (const { unitId, indicatorId } of query.iterate(year)) pairs.add(unitId, indicatorId);
  return pairs;
}

/** Inserts results of pairs that have none yet. */
class ResultInserter {
  /** Most rows hold figures and a note at most; fewer values a row are written faster. */
  private readonly plain: BatchInsert;
  private readonly full: BatchInsert;

  constructor(db: Db, { year, importId }: { year: number; importId: number }) {
    const usual = ["unit_id", "indicator_id", "measure", "planned", "actual", "previous", "note", "row"];
    const rare = ["assigned", "stated_percent", "stated_evaluation", "reason", "typed", "cells"];
    this.plain = new BatchInsert(db, "result", usual, { year, import_id: importId, assigned: 1 });
    this.full = new BatchInsert(db, "result", [...usual, ...rare], { year, import_id: importId });
  }

  add(unitId: number, indicatorId: number, next: NewRow, row: number): void {
    const { measure, planned, actual, previous, note } = next;
    const { assigned, statedPercent, statedEvaluation, reason, typed, cells } = next;
    const isPlain = assigned === 1 && (statedPercent ?? statedEvaluation ?? reason ?? typed ?? cells) === null;
    if (isPlain) this.plain.add(unitId, indicatorId, measure, planned, actual, previous, note, row);
    else {
      const rare = [assigned, statedPercent, statedEvaluation, reason, typed, cells];
      this.full.add(unitId, indicatorId, measure, planned, actual, previous, note, row, ...rare);
    }
  }

  flush(): void {
    this.plain.flush();
    this.full.flush();
  }
}

/** Puts results in the place of those that are there. */
class ResultReplacer {
  private readonly find: Statement<[number, number, number], Row>;
  private readonly write: Statement;
  private readonly byHand = new Map<string, HandValue[]>();
  /** Columns of the imports that fields were kept from. */
  private readonly columns = new Map<number, CellColumns>();

  constructor(
    private readonly db: Db,
    private readonly source: { year: number; importId: number },
    private readonly wishes: StoreWishes,
  ) {
    this.find = db.prepare(`SELECT ${COLUMNS} FROM result WHERE year = ? AND unit_id = ? AND indicator_id = ?`);
    this.write = db.prepare(
      `UPDATE result SET measure = @measure, assigned = @assigned, planned = @planned, actual = @actual,
         previous = @previous, stated_percent = @statedPercent, stated_evaluation = @statedEvaluation,
         reason = @reason, note = @note, typed = @typed, cells = @cells, import_id = @importId, row = @row
       WHERE year = @year AND unit_id = @unitId AND indicator_id = @indicatorId`,
    );
    for (const value of listHandValues(db, source.year)) {
      const pair = `${value.unitId}|${value.indicatorId}`;
      this.byHand.set(pair, [...(this.byHand.get(pair) ?? []), value]);
    }
  }

  /** The fields that changed; none when the record says nothing new. */
  replace(record: ResultRecord, unitId: number, indicatorId: number): Change[] {
    const { year, importId } = this.source;
    const before = this.find.get(year, unitId, indicatorId);
    if (before === undefined) throw new Error(`result ${unitId} × ${indicatorId} of ${year} has vanished`);
    if (record.statedOnly === true && (before.planned ?? before.actual) !== null) {
      const [planned = null, actual = null] = [before.planned, before.actual].map(readStoredMeasurement);
      this.wishes.onFigures({ record, planned, actual });
      return [];
    }
    const next = toRow(record);
    const absent = this.wishes.absentIn(record);
    for (const field of absent) this.keepField(field, next, before);
    // "Không giao" stands where the plan would: a sheet without that column does not give the task.
    if (absent.includes("planned") && next.actual === null) next.assigned = before.assigned;
    for (const value of this.byHand.get(`${unitId}|${indicatorId}`) ?? [])
      if (!absent.includes(value.field)) this.settleHandValue(value, record, next, before);
    const place = { row: record.row, key: { unit: record.unit, indicator: record.indicator } };
    const changes = listChanges<Record<string, string | number | null>>({ ...before }, valuesOf(next), place);
    if (changes.length === 0) return changes;
    keepBefore(this.db, importId, "result", year, unitId, indicatorId);
    this.write.run({ ...next, ...this.source, unitId, indicatorId, row: record.row });
    return changes;
  }

  /** What is known of a field the sheet has no column for stays, with the place it came from. */
  private keepField(field: KeptField, next: NewRow, before: Row): void {
    // A measure may stand in the name of the indicator, or in the cell.
    next[field] ??= before[field];
    if (!isMeasured(field)) return;
    next.typed = mergeField(next.typed, before.typed, field);
    if (before[field] === null) return;
    const place = fromJson<CellColumns>(before.cells)?.[field] ?? this.placeOf(before.importId, field);
    if (place === undefined) return;
    const source = place.source ?? { importId: before.importId, row: before.row };
    next.cells = toJson({ ...fromJson<CellColumns>(next.cells), [field]: { ...place, source } });
  }

  /** Where the import had its column for the field. */
  private placeOf(importId: number, field: MeasuredField): CellColumns[string] | undefined {
    const known = this.columns.get(importId) ?? readImportColumns(this.db, importId);
    this.columns.set(importId, known);
    return known[field];
  }

  private settleHandValue(value: HandValue, record: ResultRecord, next: NewRow, before: Row): void {
    const { force, onKept } = this.wishes;
    const { field } = value;
    if (force) {
      dropHandValue(this.db, this.source.year, value, this.source.importId);
      return;
    }
    if (next[field] !== before[field]) onKept({ record, field });
    next[field] = before[field];
    next.typed = toJson(dropField(record.typed, field));
  }
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

function fromJson<T>(text: string | null): T | undefined {
  return text === null ? undefined : (JSON.parse(text) as T);
}

/** `typed` with what `before` has of the field. */
function mergeField(typed: string | null, before: string | null, field: MeasuredField): string | null {
  const kept = fromJson<TypedCells>(before)?.[field];
  return kept === undefined ? typed : toJson({ ...fromJson<TypedCells>(typed), [field]: kept });
}

/** A value as stored → as it is. */
export function readStoredMeasurement(text: string | null): Measurement {
  if (text === "dat" || text === "khong-dat") return text === "dat";
  return text?.startsWith("{") === true ? (JSON.parse(text) as TypedAmount) : text;
}
