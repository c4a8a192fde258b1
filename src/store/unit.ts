import { listChanges } from "../domain/change.js";
import { nameKey, unitKey } from "../domain/name.js";
import type { Source } from "../domain/source.js";
import type { ClusterRole, UnitOfYear, UnitRecord } from "../domain/unit.js";
import { keepBefore, keepNew } from "./before-image.js";
import { countRecord, type Stored, startStored } from "./import.js";
import type { Db } from "./open.js";
import { prepareOnce } from "./prepare.js";

/** The units of a year in the order they were first entered. */
export function listUnits(db: Db, year: number): UnitOfYear[] {
  return db
    .prepare<[number], Omit<UnitOfYear, "source"> & Source>(
      `SELECT unit.id, unit.name, unit.code, unit_year.kind, level, headcount, cluster.name AS cluster, role,
         import_id AS importId, row
       FROM unit_year JOIN unit ON unit.id = unit_id LEFT JOIN cluster ON cluster.id = cluster_id
       WHERE year = ? ORDER BY unit.id`,
    )
    .all(year)
    .map(({ importId, row, ...unit }) => ({ ...unit, source: { importId, row } }));
}

/** Every name a unit goes by (its own and its other names) by its id. */
export function listUnitNames(db: Db): { id: number; name: string; key: string }[] {
  return db
    .prepare<[], { id: number; name: string; key: string }>(
      "SELECT id, name, key FROM unit UNION ALL SELECT unit_id, alias, key FROM unit_alias",
    )
    .all();
}

/** The unit of that name or other name, or null. */
export function findUnitId(db: Db, name: string): number | null {
  const key = unitKey(name);
  const sql = "SELECT id FROM unit WHERE key = ? UNION ALL SELECT unit_id FROM unit_alias WHERE key = ? LIMIT 1";
  return prepareOnce<[string, string], { id: number }>(db, sql).get(key, key)?.id ?? null;
}

/** The clusters, in the order they were first entered. */
export function listClusters(db: Db): { id: number; name: string; kind: "cum" | "khoi" }[] {
  return db
    .prepare<[], { id: number; name: string; kind: "cum" | "khoi" }>("SELECT id, name, kind FROM cluster ORDER BY id")
    .all();
}

export function findClusterId(db: Db, name: string): number | null {
  const sql = "SELECT id FROM cluster WHERE key = ?";
  return prepareOnce<[string], { id: number }>(db, sql).get(nameKey(name))?.id ?? null;
}

/** The cluster's id, made when it is new (by an import, or null); "Khối …" is a khối, anything else a cụm. */
export function ensureCluster(db: Db, name: string, importId: number | null): number {
  const known = findClusterId(db, name);
  if (known !== null) return known;
  const kind = nameKey(name).startsWith("khối") ? "khoi" : "cum";
  const insert = db.prepare("INSERT INTO cluster (name, key, kind) VALUES (?, ?, ?)");
  const id = Number(insert.run(name, nameKey(name), kind).lastInsertRowid);
  if (importId !== null) keepNew(db, importId, "cluster", id);
  return id;
}

/** A unit that a results sheet names and nobody has described: made, and put in `cluster` for that year. `key` is its `unitKey`. */
export function createUnit(
  db: Db,
  unit: { name: string; key: string; cluster: string | null; year: number; importId: number; row: number },
): number {
  const id = createId(db, unit, unit.importId);
  ensureUnitYear(db, { ...unit, id });
  return id;
}

/** Makes sure the unit exists in that year; what is already said of it there stays. */
export function ensureUnitYear(
  db: Db,
  unit: { id: number; cluster: string | null; year: number; importId: number; row: number },
): void {
  const sql = "INSERT OR IGNORE INTO unit_year (year, unit_id, cluster_id, import_id, row) VALUES (?, ?, ?, ?, ?)";
  const cluster = unit.cluster === null ? null : ensureCluster(db, unit.cluster, unit.importId);
  prepareOnce(db, sql).run(unit.year, unit.id, cluster, unit.importId, unit.row);
}

interface StoredUnit {
  name: string;
  code: string | null;
  clusterId: number | null;
  role: ClusterRole | null;
  kind: string | null;
  level: string | null;
  headcount: number | null;
}

/** Stores the rows of a `don-vi` sheet, for `year` where a row does not say its own; a unit is the same when a name is. */
export function storeUnits(db: Db, records: readonly UnitRecord[], source: { year: number; importId: number }): Stored {
  const stored = startStored();
  for (const record of records) {
    const known = findUnitId(db, record.name);
    const year = record.year ?? source.year;
    const next: StoredUnit = {
      name: record.name,
      code: record.code,
      clusterId: record.cluster === null ? null : ensureCluster(db, record.cluster, source.importId),
      role: record.role,
      kind: record.kind,
      level: record.level,
      headcount: record.headcount,
    };
    const before = known === null ? null : readStored(db, known, year);
    const id = known ?? createId(db, { name: record.name, key: unitKey(record.name) }, source.importId);
    const place = { row: record.row, key: { unit: record.name } };
    const changes = before === null ? null : listChanges(withClusterName(db, before), withClusterName(db, next), place);
    const aliases = addAliases(db, id, record, source.importId).map((alias) => ({
      ...place,
      field: "aliases",
      old: null,
      new: alias,
    }));
    countRecord(stored, record.row, changes === null ? null : [...changes, ...aliases]);
    if (changes?.length === 0) continue;
    keepBefore(db, source.importId, "unit", id);
    if (before !== null) keepBefore(db, source.importId, "unit_year", year, id);
    prepareOnce(db, UPDATE_UNIT).run(next.name, unitKey(next.name), next.code, id);
    prepareOnce(db, REPLACE_UNIT_YEAR).run({ ...next, year, importId: source.importId, id, row: record.row });
  }
  return stored;
}

const UPDATE_UNIT = "UPDATE unit SET name = ?, key = ?, code = ? WHERE id = ?";

const REPLACE_UNIT_YEAR = `INSERT OR REPLACE INTO unit_year (year, unit_id, cluster_id, role, kind, level, headcount, import_id, row)
  VALUES (@year, @id, @clusterId, @role, @kind, @level, @headcount, @importId, @row)`;

function createId(db: Db, { name, key }: { name: string; key: string }, importId: number): number {
  const insert = prepareOnce(db, "INSERT INTO unit (name, key) VALUES (?, ?)");
  const id = Number(insert.run(name, key).lastInsertRowid);
  keepNew(db, importId, "unit", id);
  return id;
}

function readStored(db: Db, id: number, year: number): StoredUnit | null {
  const sql = `SELECT name, code, cluster_id AS clusterId, role, kind, level, headcount
    FROM unit JOIN unit_year ON unit_id = unit.id WHERE unit.id = ? AND year = ?`;
  return prepareOnce<[number, number], StoredUnit>(db, sql).get(id, year) ?? null;
}

function withClusterName(db: Db, { clusterId, ...unit }: StoredUnit) {
  const find = prepareOnce<[number | null], { name: string }>(db, "SELECT name FROM cluster WHERE id = ?");
  return { ...unit, cluster: find.get(clusterId)?.name ?? null };
}

/** Adds the other names; a key that is a unit's own name already is left alone. Returns those that were new. */
function addAliases(db: Db, id: number, record: UnitRecord, importId: number): string[] {
  return record.aliases.filter((alias) => addUnitAlias(db, id, alias, importId));
}

/** Remembers another name of the unit; false when some unit goes by it already. */
export function addUnitAlias(db: Db, id: number, alias: string, importId: number): boolean {
  if (findUnitId(db, alias) !== null) return false;
  keepBefore(db, importId, "unit_alias", unitKey(alias));
  const sql = "INSERT INTO unit_alias (key, alias, unit_id) VALUES (?, ?, ?)";
  prepareOnce(db, sql).run(unitKey(alias), alias, id);
  return true;
}
