import { listChanges } from "../domain/change.js";
import type { Direction, Indicator, IndicatorRecord } from "../domain/indicator.js";
import { nameKey } from "../domain/name.js";
import type { Source } from "../domain/source.js";
import { keepBefore } from "./before-image.js";
import { countRecord, type Stored, startStored } from "./import.js";
import type { Db } from "./open.js";

type Row = Omit<Indicator, "additive" | "source"> & { additive: number | null };

/** All indicators in the order they were first entered. */
export function listIndicators(db: Db): Indicator[] {
  const aliases = new Map<number, string[]>();
  for (const { alias, indicatorId } of listIndicatorAliases(db)) {
    aliases.set(indicatorId, [...(aliases.get(indicatorId) ?? []), alias]);
  }
  return db
    .prepare<[], Row & Source>(
      `SELECT id, name, code, group_name AS "group", measure, direction, additive, import_id AS importId, row
       FROM indicator ORDER BY id`,
    )
    .all()
    .map(({ importId, row, additive, ...indicator }) => ({
      ...indicator,
      additive: additive === null ? null : additive === 1,
      ...(aliases.has(indicator.id) ? { aliases: aliases.get(indicator.id) ?? [] } : {}),
      source: { importId, row },
    }));
}

/** Other names that indicators are remembered by. */
export function listIndicatorAliases(db: Db): { key: string; alias: string; indicatorId: number }[] {
  return db
    .prepare<[], { key: string; alias: string; indicatorId: number }>(
      "SELECT key, alias, indicator_id AS indicatorId FROM indicator_alias ORDER BY key",
    )
    .all();
}

/** Remembers another name of the indicator. */
export function addIndicatorAlias(db: Db, id: number, alias: string, importId: number): void {
  keepBefore(db, importId, "indicator_alias", nameKey(alias));
  db.prepare("INSERT OR REPLACE INTO indicator_alias (key, alias, indicator_id) VALUES (?, ?, ?)").run(
    nameKey(alias),
    alias,
    id,
  );
}

/** Makes an indicator a results sheet names and nobody has described. */
export function createIndicator(
  db: Db,
  indicator: { name: string; measure: string | null; direction: Direction; importId: number; row: number },
): number {
  const insert = db.prepare(
    `INSERT INTO indicator (name, key, measure, direction, import_id, row)
     VALUES (@name, @key, @measure, @direction, @importId, @row)`,
  );
  return Number(insert.run({ ...indicator, key: nameKey(indicator.name) }).lastInsertRowid);
}

/** Stores the rows of a `chi-tieu` sheet; a cell left blank keeps what was known. */
export function storeIndicators(db: Db, records: readonly IndicatorRecord[], source: { importId: number }): Stored {
  const stored = startStored();
  const find = db.prepare<[string], Row>(
    `SELECT id, name, code, group_name AS "group", measure, direction, additive FROM indicator WHERE key = ?`,
  );
  for (const record of records) {
    const before = find.get(nameKey(record.name));
    const next = {
      name: record.name,
      code: record.code ?? before?.code ?? null,
      group: record.group ?? before?.group ?? null,
      measure: record.measure ?? before?.measure ?? null,
      direction: record.direction ?? before?.direction ?? "higher",
      additive: record.additive === null ? (before?.additive ?? null) : Number(record.additive),
    };
    const place = { row: record.row, key: { indicator: record.name } };
    if (!countRecord(stored, record.row, before === undefined ? null : listChanges({ ...before }, next, place)))
      continue;
    if (before !== undefined) keepBefore(db, source.importId, "indicator", before.id);
    db.prepare(
      `INSERT INTO indicator (id, name, key, code, group_name, measure, direction, additive, import_id, row)
       VALUES (@id, @name, @key, @code, @group, @measure, @direction, @additive, @importId, @row)
       ON CONFLICT (id) DO UPDATE SET name = @name, key = @key, code = @code, group_name = @group, measure = @measure,
         direction = @direction, additive = @additive, import_id = @importId, row = @row`,
    ).run({ ...next, ...source, id: before?.id ?? null, key: nameKey(record.name), row: record.row });
  }
  return stored;
}
