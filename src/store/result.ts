import type { Result, ResultRecord, Stated } from "../domain/indicator.js";
import { PairRows } from "../domain/pair-rows.js";
import { BatchInsert } from "./batch-insert.js";
import { countRecord, type Stored, startStored } from "./import.js";
import type { Db } from "./open.js";
import { ResultReplacer, type StoreWishes } from "./result-replacer.js";
import {
  type NewRow,
  RESULT_COLUMNS,
  type ResultRow,
  readStoredMeasurement,
  toRecordPlans,
  toRow,
} from "./result-row.js";

/** The results of a year, by unit and indicator in the order these were first entered. */
export function listResults(db: Db, year: number): Result[] {
  return db
    .prepare<[number], ResultRow>(`SELECT ${RESULT_COLUMNS} FROM result WHERE year = ? ORDER BY unit_id, indicator_id`)
    .all(year)
    .map(({ importId, row, statedPercent, statedEvaluation, typed, cells, plans, ...result }) => ({
      ...result,
      assigned: result.assigned === 1,
      planned: readStoredMeasurement(result.planned),
      actual: readStoredMeasurement(result.actual),
      previous: readStoredMeasurement(result.previous),
      stated: {
        attainmentPercent: readStoredMeasurement(statedPercent) as Stated["attainmentPercent"],
        evaluation: statedEvaluation,
      },
      ...(plans === null ? {} : toRecordPlans(plans)),
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

/** Where a result belongs. */
export interface ResultPlace {
  unitId: number;
  indicatorId: number;
}

/**
 * Stores the records that `resolve` knows a place for, replacing by (unit, year, indicator). A value set by hand stays, and is handed to `onKept` when the
 * sheet says something else; with `force` the sheet's value takes its place. Figures stay where a sheet only states a
 * percentage of them, and are handed to `onFigures`. Rows that say nothing of pairs nobody knows
 * yet are stored only when the sheet says something new elsewhere: a form sent back untouched changes nothing.
 */
export function storeResults(
  db: Db,
  records: { forEach(visit: (record: ResultRecord) => void): void },
  resolve: (record: ResultRecord) => ResultPlace | null,
  source: { year: number; importId: number },
  wishes: StoreWishes,
): Stored {
  const stored = startStored();
  const known = listPairs(db, source.year);
  const inserter = new ResultInserter(db, source);
  const replacer = new ResultReplacer(db, source, wishes);
  const store = (record: ResultRecord, { unitId, indicatorId }: ResultPlace) => {
    if (known.add(unitId, indicatorId, record.row) === null) {
      countRecord(stored, record.row, null);
      inserter.add(unitId, indicatorId, toRow(record), record.row);
      return;
    }
    inserter.flush();
    countRecord(stored, record.row, replacer.replace(record, unitId, indicatorId));
  };
  const isKnown = ({ unitId, indicatorId }: ResultPlace) => known.get(unitId, indicatorId) !== null;
  const blank: { record: ResultRecord; place: ResultPlace }[] = [];
  records.forEach((record) => {
    const place = resolve(record);
    if (place === null) return;
    if (saysNothing(record) && !isKnown(place)) blank.push({ record, place });
    else store(record, place);
  });
  const isUntouched = stored.inserted + stored.updated === 0;
  for (const { record, place } of blank) {
    if (isUntouched || isKnown(place)) stored.unchanged++;
    else store(record, place);
  }
  inserter.flush();
  stored.newRows.sort((one, other) => one - other);
  return stored;
}

/** The units and indicators that have a result in the year. */
function listPairs(db: Db, year: number): PairRows {
  const pairs = new PairRows();
  const query = db.prepare<[number], Pick<ResultRow, "unitId" | "indicatorId" | "row">>(
    "SELECT unit_id AS unitId, indicator_id AS indicatorId, row FROM result WHERE year = ?",
  );
  for (const { unitId, indicatorId, row } of query.iterate(year)) pairs.add(unitId, indicatorId, row);
  return pairs;
}

/** Inserts results of pairs that have none yet. */
class ResultInserter {
  /** Most rows hold figures and a note at most; fewer values a row are written faster. */
  private readonly plain: BatchInsert;
  private readonly full: BatchInsert;

  constructor(db: Db, { year, importId }: { year: number; importId: number }) {
    const usual = ["unit_id", "indicator_id", "measure", "planned", "actual", "previous", "note", "row"];
    const rare = ["assigned", "stated_percent", "stated_evaluation", "reason", "typed", "cells", "plans"];
    this.plain = new BatchInsert(db, "result", usual, { year, import_id: importId, assigned: 1 });
    this.full = new BatchInsert(db, "result", [...usual, ...rare], { year, import_id: importId });
  }

  add(unitId: number, indicatorId: number, next: NewRow, row: number): void {
    const { measure, planned, actual, previous, note } = next;
    const { assigned, statedPercent, statedEvaluation, reason, typed, cells, plans } = next;
    const isPlain = assigned === 1 && (statedPercent ?? statedEvaluation ?? reason ?? typed ?? cells ?? plans) === null;
    if (isPlain) this.plain.add(unitId, indicatorId, measure, planned, actual, previous, note, row);
    else {
      const rare = [assigned, statedPercent, statedEvaluation, reason, typed, cells, plans];
      this.full.add(unitId, indicatorId, measure, planned, actual, previous, note, row, ...rare);
    }
  }

  flush(): void {
    this.plain.flush();
    this.full.flush();
  }
}

/** Not even "Không giao": only the indicator's measure. */
function saysNothing({ assigned, planned, otherPlans, actual, previous, stated, reason, note }: ResultRecord): boolean {
  if (!assigned || (planned ?? actual ?? previous ?? reason ?? note) !== null) return false;
  const { attainmentPercent, evaluation } = stated;
  return [attainmentPercent, evaluation, ...Object.values(otherPlans ?? {})].every((value) => value === null);
}
