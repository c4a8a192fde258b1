import Sqlite from "better-sqlite3";

/** Every row of every table of a database, by table; `without` names those left out. */
export function dumpTables(path: string, without: readonly string[] = []): Record<string, unknown[]> {
  const db = new Sqlite(path, { readonly: true });
  try {
    const names = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all()
      .filter((name) => !without.includes(name));
    return Object.fromEntries(names.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]));
  } finally {
    db.close();
  }
}

/** The log of imports, which an undo writes in and does not take back. */
export const IMPORT_LOG = ["import", "before_image", "sqlite_sequence"];
