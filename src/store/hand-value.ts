import { keepBefore } from "./before-image.js";
import type { Db } from "./open.js";

/** Fields of a result that a person may set. */
export type HandField = "planned" | "actual" | "previous";

/** That a value of a result was set by hand. */
export interface HandValue {
  unitId: number;
  indicatorId: number;
  field: HandField;
  /** As stored, what the sheet had said; null = nothing. */
  replaced: string | null;
  reason: string | null;
  importId: number;
}

export function listHandValues(db: Db, year: number): HandValue[] {
  return db
    .prepare<[number], HandValue>(
      `SELECT unit_id AS unitId, indicator_id AS indicatorId, field, replaced, reason, import_id AS importId
       FROM hand_value WHERE year = ? ORDER BY unit_id, indicator_id, field`,
    )
    .all(year);
}

/** Marks the value as set by hand under the entry `importId`; the value itself is in the result. */
export function writeHandValue(db: Db, year: number, value: HandValue): void {
  keepBefore(db, value.importId, "hand_value", year, value.unitId, value.indicatorId, value.field);
  db.prepare(
    `INSERT OR REPLACE INTO hand_value (year, unit_id, indicator_id, field, replaced, reason, import_id)
     VALUES (@year, @unitId, @indicatorId, @field, @replaced, @reason, @importId)`,
  ).run({ ...value, year });
}

/** Gives the value back to the sheets: the import `importId` overwrote it. */
export function dropHandValue(db: Db, year: number, value: HandValue, importId: number): void {
  keepBefore(db, importId, "hand_value", year, value.unitId, value.indicatorId, value.field);
  db.prepare("DELETE FROM hand_value WHERE year = ? AND unit_id = ? AND indicator_id = ? AND field = ?").run(
    year,
    value.unitId,
    value.indicatorId,
    value.field,
  );
}
