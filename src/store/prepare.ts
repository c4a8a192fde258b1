import type { Statement } from "better-sqlite3";
import type { Db } from "./open.js";

const prepared = new WeakMap<Db, Map<string, Statement>>();

/** The statement for `sql`, compiled once for each open database; for what runs once a unit or a row. */
export function prepareOnce<P extends unknown[], R = unknown>(db: Db, sql: string): Statement<P, R> {
  const known = prepared.get(db) ?? new Map<string, Statement>();
  prepared.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  return statement as Statement<P, R>;
}
