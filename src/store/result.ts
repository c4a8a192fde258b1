import type { Measurement, Result, ResultRecord } from "../domain/indicator.js";
import type { Source } from "../domain/source.js";
import type { StoreCounts } from "./import.js";
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
}

const COLUMNS = `unit_id AS unitId, indicator_id AS indicatorId, measure, assigned, planned, actual, previous,
  stated_percent AS statedPercent, stated_evaluation AS statedEvaluation, reason, note, import_id AS importId, row`;

/** The results of a year, by unit and indicator in the order these were first entered. */
export function listResults(db: Db, year: number): Result[] {
  return db
    .prepare<[number], Row>(`SELECT ${COLUMNS} FROM result WHERE year = ? ORDER BY unit_id, indicator_id`)
    .all(year)
    .map(({ importId, row, statedPercent, statedEvaluation, ...result }) => ({
      ...result,
      assigned: result.assigned === 1,
      planned: fromText(result.planned),
      actual: fromText(result.actual),
      previous: fromText(result.previous),
      stated: { attainmentPercent: statedPercent, evaluation: statedEvaluation },
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

/** What a row holds beside its key and its place, in the order of `VALUES`. */
type Value = string | number | null;

const VALUES = "measure assigned planned actual previous statedPercent statedEvaluation reason note".split(
  " ",
) as (keyof Row)[];

const COLUMN_LIST = `result (year, unit_id, indicator_id, measure, assigned, planned, actual, previous,
  stated_percent, stated_evaluation, reason, note, import_id, row)`;
const PLACEHOLDERS = `(${Array(VALUES.length + 5)
  .fill("?")
  .join(", ")})`;

/** Rows per INSERT: more is no faster. */
const BATCH = 50;

/**
 * Stores results, replacing by (unit, year, indicator). Rows that say nothing of pairs nobody knows yet are stored only
 * when the sheet says something new elsewhere: a form sent back as it was handed out changes nothing.
 */
export function storeResults(
  db: Db,
  results: Iterable<ResolvedResult>,
  source: { year: number; importId: number },
): StoreCounts {
  const counts = { inserted: 0, updated: 0, unchanged: 0 };
  const find = db.prepare<[number, number, number], Row>(
    `SELECT ${COLUMNS} FROM result WHERE year = ? AND unit_id = ? AND indicator_id = ?`,
  );
  const inserter = createWriter(db, "INSERT", source);
  const replacer = createWriter(db, "INSERT OR REPLACE", source);
  const known = readKnown(db, source.year);
  const blank: ResolvedResult[] = [];
  for (const result of results) {
    const next = toValues(result.record);
    const ofUnit = knownOf(known, result.unitId);
    if (!ofUnit.has(result.indicatorId)) {
      ofUnit.add(result.indicatorId);
      if (saysNothing(next)) blank.push(result);
      else {
        counts.inserted++;
        inserter.write(result, next);
      }
      continue;
    }
    inserter.flush();
    replacer.flush();
    const before = find.get(source.year, result.unitId, result.indicatorId);
    if (before !== undefined && VALUES.every((field, index) => before[field] === next[index])) {
      counts.unchanged++;
      continue;
    }
    if (before === undefined) counts.inserted++;
    else counts.updated++;
    replacer.write(result, next);
  }
  inserter.flush();
  replacer.flush();
  const isUntouched = counts.inserted + counts.updated === 0;
  for (const result of blank) {
    if (isUntouched || find.get(source.year, result.unitId, result.indicatorId) !== undefined) counts.unchanged++;
    else {
      counts.inserted++;
      inserter.write(result, toValues(result.record));
    }
  }
  inserter.flush();
  return counts;
}

function toValues({ measure, assigned, planned, actual, previous, stated, reason, note }: ResultRecord): Value[] {
  const { attainmentPercent, evaluation } = stated;
  const figures = [toText(planned), toText(actual), toText(previous)];
  return [measure, Number(assigned), ...figures, attainmentPercent, evaluation, reason, note];
}

/** Not even "Không giao": only the indicator's measure. */
function saysNothing([, assigned, ...rest]: readonly Value[]): boolean {
  return assigned === 1 && rest.every((value) => value === null);
}

/** Unit → its indicators that have a result in the year, so that what is new need not be looked up one by one. */
function readKnown(db: Db, year: number): Map<number, Set<number>> {
  const query = db.prepare<[number], [number, number]>("SELECT unit_id, indicator_id FROM result WHERE year = ?").raw();
  const known = new Map<number, Set<number>>();
  for (const [unitId, indicatorId] of query.iterate(year)) knownOf(known, unitId).add(indicatorId);
  return known;
}

function knownOf(known: Map<number, Set<number>>, unitId: number): Set<number> {
  const there = known.get(unitId);
  if (there !== undefined) return there;
  const made = new Set<number>();
  known.set(unitId, made);
  return made;
}

/** Writes rows many at a time; what is not yet written is written by `flush`. */
function createWriter(db: Db, verb: string, { year, importId }: { year: number; importId: number }) {
  const prepare = (count: number) =>
    db.prepare(`${verb} INTO ${COLUMN_LIST} VALUES ${Array(count).fill(PLACEHOLDERS).join(", ")}`);
  const full = prepare(BATCH);
  let bound: Value[] = [];
  let rows = 0;
  const flush = () => {
    if (rows === 0) return;
    const statement = rows === BATCH ? full : prepare(rows);
    statement.run(...bound);
    bound = [];
    rows = 0;
  };
  const write = ({ unitId, indicatorId, record }: ResolvedResult, values: readonly Value[]) => {
    bound.push(year, unitId, indicatorId);
    for (const value of values) bound.push(value);
    bound.push(importId, record.row);
    if (++rows === BATCH) flush();
  };
  return { write, flush };
}

function toText(value: Measurement): string | null {
  return typeof value === "boolean" ? (value ? "dat" : "khong-dat") : value;
}

function fromText(text: string | null): Measurement {
  return text === "dat" ? true : text === "khong-dat" ? false : text;
}
