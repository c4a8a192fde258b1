import { type Change, listChanges } from "../domain/change.js";
import type { Movement, MovementRecord } from "../domain/movement.js";
import { nameKey } from "../domain/name.js";
import type { Source } from "../domain/source.js";
import { keepBefore } from "./before-image.js";
import { countRecord, type Stored, startStored } from "./import.js";
import type { Db } from "./open.js";

type Row = Omit<Movement, "source"> & Source;

const COLUMNS = `id, name, kind, kind_text AS kindText, launched_by AS launchedBy, document, from_date AS "from",
  to_date AS "to", period, unit_count AS unitCount, result, import_id AS importId, row`;

/** Movements of the year in the order they were first entered. */
export function listMovements(db: Db, year: number): Movement[] {
  return db
    .prepare<[number], Row>(`SELECT ${COLUMNS} FROM movement WHERE year = ? ORDER BY id`)
    .all(year)
    .map(({ importId, row, ...movement }) => ({ ...movement, source: { importId, row } }));
}

/** Stores the rows of a `phong-trao` sheet, replacing by name within the year. */
export function storeMovements(
  db: Db,
  records: readonly MovementRecord[],
  source: { year: number; importId: number },
): Stored {
  const stored = startStored();
  const find = db.prepare<[number, string], Row>(`SELECT ${COLUMNS} FROM movement WHERE year = ? AND key = ?`);
  const write = db.prepare(
    `INSERT OR REPLACE INTO movement (id, year, key, name, kind, kind_text, launched_by, document, from_date, to_date,
       period, unit_count, result, import_id, row)
     VALUES (@id, @year, @key, @name, @kind, @kindText, @launchedBy, @document, @from, @to,
       @period, @unitCount, @result, @importId, @row)`,
  );
  for (const { row, ...next } of records) {
    const key = nameKey(next.name);
    const before = find.get(source.year, key);
    const place = { row, key: { movement: next.name } };
    const changes = before === undefined ? null : dropKnown(listChanges({ ...before }, next, place));
    if (!countRecord(stored, row, changes)) continue;
    if (before !== undefined) keepBefore(db, source.importId, "movement", before.id);
    write.run({ ...next, ...source, id: before?.id ?? null, key, row });
  }
  return stored;
}

/** The kind follows from the words that say it: where those changed it is no change of its own. */
function dropKnown(changes: readonly Change[]): Change[] {
  const isSaid = changes.some(({ field }) => field === "kindText");
  return changes.filter(({ field }) => field !== "kind" || !isSaid);
}
