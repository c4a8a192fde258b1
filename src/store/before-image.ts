import type { Db } from "./open.js";
import { prepareOnce } from "./prepare.js";

/** Tables an import may change, each with its primary key; children stand before the parents they refer to. */
export const KEPT_TABLES = {
  setting: ["key"],
  header_shape: ["shape"],
  hand_value: ["year", "unit_id", "indicator_id", "field"],
  given_score: ["rubric_id", "unit_id", "code_key", "part"],
  rubric_version: ["id"],
  rubric: ["id"],
  award: ["id"],
  movement: ["id"],
  report_text: ["id"],
  result: ["year", "unit_id", "indicator_id"],
  unit_year: ["year", "unit_id"],
  unit_alias: ["key"],
  indicator_alias: ["key"],
  indicator: ["id"],
  unit: ["id"],
  cluster: ["id"],
} as const;

export type KeptTable = keyof typeof KEPT_TABLES;

/** A row's columns as stored. */
export type StoredRow = Record<string, string | number | null>;

/**
 * Keeps what the row with this primary key holds before the import writes it (nothing, when it is not there yet), so
 * that `undo` can bring it back. The first state within one import counts. A row that is new and has an `import_id`
 * need not be kept: the row itself says which import made it.
 */
export function keepBefore(db: Db, importId: number, table: KeptTable, ...key: (string | number)[]): void {
  const where = KEPT_TABLES[table].map((column) => `${column} = ?`).join(" AND ");
  const row = prepareOnce<(string | number)[], StoredRow>(db, `SELECT * FROM "${table}" WHERE ${where}`).get(...key);
  prepareOnce(db, KEEP).run(importId, table, JSON.stringify(key), row === undefined ? null : JSON.stringify(row));
}

/** Says that the import made this row, which has no `import_id` to say so itself. */
export function keepNew(db: Db, importId: number, table: KeptTable, ...key: (string | number)[]): void {
  prepareOnce(db, KEEP).run(importId, table, JSON.stringify(key), null);
}

const KEEP = "INSERT OR IGNORE INTO before_image (import_id, table_name, key, image) VALUES (?, ?, ?, ?)";

/** Says that the row now belongs to a person's own choice: no undo touches it any more. */
export function forgetBefore(db: Db, table: KeptTable, ...key: (string | number)[]): void {
  db.prepare("DELETE FROM before_image WHERE table_name = ? AND key = ?").run(table, JSON.stringify(key));
}

/** Whether the import has kept anything, that is, changed a row that was there or made one without an `import_id`. */
export function hasKept(db: Db, importId: number): boolean {
  return db.prepare("SELECT 1 FROM before_image WHERE import_id = ? LIMIT 1").get(importId) !== undefined;
}
