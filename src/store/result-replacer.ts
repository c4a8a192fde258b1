import type { Statement } from "better-sqlite3";
import { type Change, listChanges } from "../domain/change.js";
import type {
  CellColumns,
  MeasuredField,
  Measurement,
  PlanField,
  ResultRecord,
  TypedCells,
} from "../domain/indicator.js";
import { nameKey } from "../domain/name.js";
import { planField } from "../domain/plan-level.js";
import { keepBefore } from "./before-image.js";
import { dropHandValue, type HandField, type HandValue, listHandValues } from "./hand-value.js";
import { createColumnsReader } from "./import.js";
import type { Db } from "./open.js";
import {
  fromJson,
  type NewRow,
  RESULT_COLUMNS,
  type ResultRow,
  readStoredMeasurement,
  readStoredPlans,
  toJson,
  toRow,
  toStoredPlans,
  toText,
} from "./result-row.js";

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

/** Puts results in the place of those that are there. */
export class ResultReplacer {
  private readonly find: Statement<[number, number, number], ResultRow>;
  private readonly write: Statement;
  private readonly byHand = new Map<string, HandValue[]>();
  /** Columns of the imports that fields are kept from. */
  private readonly columnsOf: (importId: number) => CellColumns;

  constructor(
    private readonly db: Db,
    private readonly source: { year: number; importId: number },
    private readonly wishes: StoreWishes,
  ) {
    this.columnsOf = createColumnsReader(db);
    this.find = db.prepare(`SELECT ${RESULT_COLUMNS} FROM result WHERE year = ? AND unit_id = ? AND indicator_id = ?`);
    this.write = db.prepare(
      `UPDATE result SET measure = @measure, assigned = @assigned, planned = @planned, actual = @actual,
         previous = @previous, stated_percent = @statedPercent, stated_evaluation = @statedEvaluation,
         reason = @reason, note = @note, typed = @typed, cells = @cells, plans = @plans, import_id = @importId, row = @row
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
    this.keepPlans(record, next, before);
    const place = { row: record.row, key: { unit: record.unit, indicator: record.indicator } };
    const changes = listChanges(...valuesOfBoth(before, next), place);
    if (changes.length === 0) return changes;
    keepBefore(this.db, importId, "result", year, unitId, indicatorId);
    this.write.run({ ...next, ...this.source, unitId, indicatorId, row: record.row });
    return changes;
  }

  /** What is known of a field the sheet has no column for stays, with the place it came from. */
  private keepField(field: KeptField, next: NewRow, before: ResultRow): void {
    // A measure may stand in the name of the indicator, or in the cell.
    next[field] ??= before[field];
    if (!isMeasured(field)) return;
    next.typed = mergeField(next.typed, before.typed, field);
    if (before[field] !== null) this.keepPlace(field, next, before);
  }

  /** Levels the sheet has no column for stay; whose the plan is stays too, where the sheet does not say and has the same figure. */
  private keepPlans(record: ResultRecord, next: NewRow, before: ResultRow): void {
    if (before.plans === null) return;
    const known = readStoredPlans(before.plans);
    const level = record.planLevel ?? (next.planned === before.planned ? known.level : null);
    const others: Record<string, Measurement> = { ...record.otherPlans };
    const taken = new Set([...Object.keys(others), level ?? ""].map(nameKey));
    for (const [name, value] of Object.entries(known.others)) {
      if (taken.has(nameKey(name))) continue;
      others[name] = value;
      next.typed = mergeField(next.typed, before.typed, planField(name));
      this.keepPlace(planField(name), next, before);
    }
    next.plans = toStoredPlans({ level, others });
  }

  /** Notes where a figure that stays came from. */
  private keepPlace(field: MeasuredField | PlanField, next: NewRow, before: ResultRow): void {
    const place = fromJson<CellColumns>(before.cells)?.[field] ?? this.columnsOf(before.importId)[field];
    if (place === undefined) return;
    const source = place.source ?? { importId: before.importId, row: before.row };
    next.cells = toJson({ ...fromJson<CellColumns>(next.cells), [field]: { ...place, source } });
  }

  private settleHandValue(value: HandValue, record: ResultRecord, next: NewRow, before: ResultRow): void {
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

type Values = Record<string, string | number | null>;

/** A record says something new when a value differs, not when the same one is typed otherwise or stands elsewhere. */
function valuesOfBoth(before: ResultRow, next: NewRow): [Values, Values] {
  const { typed: _typed, cells: _cells, plans, ...values } = next;
  const [old, now] = [before.plans, plans].map(planValues);
  const gone = Object.keys(old ?? {}).map((field) => [field, null]);
  return [
    { ...before, ...old },
    { ...values, ...Object.fromEntries(gone), ...now },
  ];
}

/** Whose the plan is, and each further plan as a field of its own. */
function planValues(plans: string | null): Values {
  const { level, others } = readStoredPlans(plans);
  const figures = Object.entries(others).map(([name, value]) => [planField(name), toText(value)]);
  return { planLevel: level, ...Object.fromEntries(figures) };
}

/** What was typed in the sheet, without the field whose value is not the sheet's. */
function dropField(typed: ResultRecord["typed"], field: HandField): ResultRecord["typed"] {
  if (typed === undefined) return undefined;
  const others = Object.entries(typed).filter(([name]) => name !== field);
  return others.length === 0 ? undefined : Object.fromEntries(others);
}

/** `typed` with what `before` has of the field. */
function mergeField(typed: string | null, before: string | null, field: MeasuredField | PlanField): string | null {
  const kept = fromJson<TypedCells>(before)?.[field];
  return kept === undefined ? typed : toJson({ ...fromJson<TypedCells>(typed), [field]: kept });
}
