import Sqlite from "better-sqlite3";
import type { FakeOffice } from "../fake-office.js";

/** Every row of every table, for comparing what databases hold. */
export function dumpDatabase(office: FakeOffice, name = "thidua.db"): string {
  const db = new Sqlite(office.path(name), { readonly: true });
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  const text = JSON.stringify(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]));
  db.close();
  return text;
}
