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

/** Which result values are set: of one unit, for one indicator, in one year. */
export interface ResultPlace {
  year: number;
  unitId: number;
  indicatorId: number;
}

/**
 * Sets values of a result by hand under the entry `importId`, making the result when no sheet gave one. Returns the
 * old values of those that changed; a value that was so already stays as it came.
 */
export function correctResult(
  db: Db,
  place: ResultPlace,
  values: ReadonlyMap<HandField, string | null>,
  entry: { importId: number; reason: string | null },
): { field: HandField; old: string | null }[] {
  const { year, unitId, indicatorId } = place;
  const before = db
    .prepare<ResultPlace, Record<HandField, string | null>>(
      `SELECT planned, actual, previous FROM result
       WHERE year = @year AND unit_id = @unitId AND indicator_id = @indicatorId`,
    )
    .get(place);
  const changed = [...values].filter(([field, value]) => (before?.[field] ?? null) !== value);
  if (changed.length === 0) return [];
  if (before === undefined) {
    db.prepare(
      `INSERT INTO result (year, unit_id, indicator_id, assigned, import_id, row)
       VALUES (@year, @unitId, @indicatorId, 1, @importId, 1)`,
    ).run({ ...place, importId: entry.importId });
  } else keepBefore(db, entry.importId, "result", year, unitId, indicatorId);
  const known = listHandValues(db, year).filter((one) => one.unitId === unitId && one.indicatorId === indicatorId);
  for (const [field, value] of changed) {
    db.prepare(`UPDATE result SET ${field} = ? WHERE year = ? AND unit_id = ? AND indicator_id = ?`).run(
      value,
      year,
      unitId,
      indicatorId,
    );
    // What a sheet had said stays known however often the value is corrected.
    const earlier = known.find((one) => one.field === field);
    const replaced = earlier === undefined ? (before?.[field] ?? null) : earlier.replaced;
    writeHandValue(db, year, { unitId, indicatorId, field, replaced, ...entry });
  }
  return changed.map(([field]) => ({ field, old: before?.[field] ?? null }));
}
