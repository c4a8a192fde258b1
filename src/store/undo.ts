import { KEPT_TABLES, type KeptTable, type StoredRow } from "./before-image.js";
import type { Db } from "./open.js";

const TABLES = Object.keys(KEPT_TABLES) as KeptTable[];

/** What an undo did, in rows of the database. */
export interface Undone {
  /** Rows brought back to what they held. */
  restored: number;
  /** Rows the import had made. */
  removed: number;
}

/**
 * Brings back exactly what the database held before the import, and marks the import as undone at `now`. Call it in a
 * transaction, with nothing in `listBlockers`. Throws `UndoConflict` where what comes back cannot stand beside what was
 * entered since.
 */
export function undoImport(db: Db, id: number, now: Date): Undone {
  db.pragma("defer_foreign_keys = ON");
  try {
    const undone = putBack(db, id);
    if ((db.pragma("foreign_key_check") as object[]).length > 0) throw new UndoConflict();
    db.prepare("DELETE FROM before_image WHERE import_id = ?").run(id);
    db.prepare("UPDATE import SET undone_at = ? WHERE id = ?").run(now.toISOString(), id);
    return undone;
  } catch (cause) {
    const taken = cause instanceof Error && "code" in cause && String(cause.code).startsWith("SQLITE_CONSTRAINT");
    throw taken ? new UndoConflict({ cause }) : cause;
  }
}

/** A name or a code that would come back is in use by something entered since. */
export class UndoConflict extends Error {
  constructor(options?: ErrorOptions) {
    super("undo conflict", options);
  }
}

function putBack(db: Db, id: number): Undone {
  const undone = { restored: 0, removed: 0 };
  const images = db
    .prepare<[number], { tableName: KeptTable; key: string; image: string | null }>(
      "SELECT table_name AS tableName, key, image FROM before_image WHERE import_id = ?",
    )
    .all(id);
  for (const table of TABLES) {
    if (hasColumn(db, table, "import_id")) {
      undone.removed += db.prepare(`DELETE FROM "${table}" AS row WHERE ${madeBy(table)}`).run({ id }).changes;
    }
    const remove = db.prepare(
      `DELETE FROM "${table}" WHERE ${KEPT_TABLES[table].map((c) => `${c} = ?`).join(" AND ")}`,
    );
    for (const { key, image } of images.filter(({ tableName }) => tableName === table)) {
      const { changes } = remove.run(...JSON.parse(key));
      if (image === null) undone.removed += changes;
    }
  }
  for (const { tableName, image } of images) {
    if (image === null) continue;
    const row = JSON.parse(image) as StoredRow;
    const columns = Object.keys(row);
    const values = columns.map((column) => `@${column}`).join(", ");
    db.prepare(`INSERT INTO "${tableName}" (${columns.join(", ")}) VALUES (${values})`).run(row);
    undone.restored++;
  }
  return undone;
}

/**
 * Later imports, still standing, that changed the same rows or refer to rows this import made, and those that in turn
 * depend on them; latest first, the order in which they can be undone.
 */
export function listBlockers(db: Db, id: number): number[] {
  const found = new Set<number>();
  const pending = [id];
  for (const next of pending) {
    for (const blocker of directBlockers(db, next)) {
      if (found.has(blocker)) continue;
      found.add(blocker);
      pending.push(blocker);
    }
  }
  return [...found].sort((a, b) => b - a);
}

function directBlockers(db: Db, id: number): number[] {
  const ids = (sql: string): number[] => db.prepare<[{ id: number }], number>(sql).pluck().all({ id });
  return [
    ...ids(
      `SELECT DISTINCT later.import_id FROM before_image AS later JOIN before_image AS own USING (table_name, key)
       WHERE own.import_id = @id AND later.import_id > @id`,
    ),
    ...ids("SELECT DISTINCT import_id FROM before_image WHERE import_id > @id AND image ->> 'import_id' = @id"),
    ...TABLES.flatMap((child) => referencesOf(db, child).flatMap((reference) => ids(reference))),
  ].filter((later) => later !== null && later !== id);
}

/** Queries for the imports whose rows in `child`, as they stand or as they are kept, refer to rows that `@id` made. */
function referencesOf(db: Db, child: KeptTable): string[] {
  const links = db.pragma(`foreign_key_list("${child}")`) as { id: number; table: string; from: string; to: string }[];
  return [...new Set(links.map((link) => link.id))].flatMap((linkId) => {
    const columns = links.filter((link) => link.id === linkId);
    const parent = TABLES.find((table) => table === columns[0]?.table);
    if (parent === undefined) return [];
    const same = columns.map(({ from, to }) => `child."${from}" = row."${to}"`).join(" AND ");
    const kept = columns.map(({ from, to }) => `later.image ->> '${from}' = row."${to}"`).join(" AND ");
    const made = hasColumn(db, parent, "import_id") ? `(${madeBy(parent)} OR ${newOf(parent)})` : newOf(parent);
    const maker = hasColumn(db, child, "import_id")
      ? "child.import_id"
      : `(SELECT max(import_id) FROM before_image WHERE table_name = '${child}' AND image IS NULL
           AND key = json_array(${KEPT_TABLES[child].map((column) => `child.${column}`).join(", ")}))`;
    return [
      `SELECT DISTINCT ${maker} FROM "${parent}" AS row JOIN "${child}" AS child ON ${same} WHERE ${made}`,
      `SELECT DISTINCT later.import_id FROM "${parent}" AS row JOIN before_image AS later
         ON later.table_name = '${child}' AND later.import_id > @id AND ${kept} WHERE ${made}`,
    ];
  });
}

/** SQL: `row` of the table has the import's id and the import kept nothing of it, so it made it. */
function madeBy(table: KeptTable): string {
  return `row.import_id = @id AND NOT EXISTS (SELECT 1 FROM before_image AS own WHERE own.import_id = @id
    AND own.table_name = '${table}' AND own.key = ${keyOf(table)})`;
}

/** SQL: the import kept that `row` of the table was not there. */
function newOf(table: KeptTable): string {
  return `EXISTS (SELECT 1 FROM before_image AS own WHERE own.import_id = @id AND own.table_name = '${table}'
    AND own.image IS NULL AND own.key = ${keyOf(table)})`;
}

function keyOf(table: KeptTable): string {
  return `json_array(${KEPT_TABLES[table].map((column) => `row.${column}`).join(", ")})`;
}

function hasColumn(db: Db, table: string, column: string): boolean {
  return (db.pragma(`table_info("${table}")`) as { name: string }[]).some(({ name }) => name === column);
}
