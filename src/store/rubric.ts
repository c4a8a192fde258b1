import { type Change, listChanges } from "../domain/change.js";
import { nameKey } from "../domain/name.js";
import type { CriterionRecord } from "../domain/rubric.js";
import { keepNew } from "./before-image.js";
import { type Stored, startStored } from "./import.js";
import type { Db } from "./open.js";

/** The latest version of one rubric of a year. */
export interface StoredRubric {
  id: number;
  versionId: number;
  name: string;
  version: number;
  /** Decimals of a leaf's score. */
  decimals: number;
  /** The cluster it was made for; null = every cluster of the year. */
  cluster: string | null;
  importId: number;
  criteria: CriterionRecord[];
}

/** Of a leaf's score where the rubric does not say. */
const DECIMALS = 2;

/** Rubrics of the year with their latest version, the one imported last first. */
export function listRubrics(db: Db, year: number): StoredRubric[] {
  const rows = db
    .prepare<[number], Omit<StoredRubric, "criteria">>(
      `SELECT rubric.id, rubric_version.id AS versionId, rubric.name, version, decimals, cluster.name AS cluster,
         import_id AS importId
       FROM rubric JOIN rubric_version ON rubric_id = rubric.id LEFT JOIN cluster ON cluster.id = cluster_id
       WHERE year = ? AND version = (SELECT max(version) FROM rubric_version WHERE rubric_id = rubric.id)
       ORDER BY rubric_version.id DESC`,
    )
    .all(year);
  const criteria = db.prepare<[number], CriterionRecord>(
    `SELECT row, code, name, max, rule, indicator, parameters, bonus_cap AS bonusCap, deduction_cap AS deductionCap
     FROM criterion WHERE version_id = ? ORDER BY position`,
  );
  return rows.map((row) => ({ ...row, criteria: criteria.all(row.versionId) }));
}

/**
 * Stores a `thang-diem` sheet under its name. The same content again changes nothing; other content becomes the next
 * version, and the versions before it stay.
 */
export function storeRubric(
  db: Db,
  rubric: { name: string; clusterId: number | null; criteria: readonly CriterionRecord[]; decimals: number | null },
  source: { year: number; importId: number },
): Stored {
  const key = nameKey(rubric.name);
  const known = db
    .prepare<[number, number, string], { id: number }>(
      "SELECT id FROM rubric WHERE year = ? AND coalesce(cluster_id, 0) = ? AND key = ?",
    )
    .get(source.year, rubric.clusterId ?? 0, key);
  const before = known === undefined ? undefined : listRubrics(db, source.year).find(({ id }) => id === known.id);
  const same = before?.criteria.filter((old) => rubric.criteria.some((next) => sameCriterion(old, next))).length ?? 0;
  if (before !== undefined && same === rubric.criteria.length && same === before.criteria.length) {
    return { ...startStored(), unchanged: same };
  }
  const insert = db.prepare("INSERT INTO rubric (year, cluster_id, name, key) VALUES (?, ?, ?, ?)");
  const id = known?.id ?? Number(insert.run(source.year, rubric.clusterId, rubric.name, key).lastInsertRowid);
  if (known === undefined) keepNew(db, source.importId, "rubric", id);
  const versionId = db
    .prepare("INSERT INTO rubric_version (rubric_id, version, decimals, import_id) VALUES (?, ?, ?, ?)")
    .run(id, (before?.version ?? 0) + 1, rubric.decimals ?? DECIMALS, source.importId).lastInsertRowid;
  const write = db.prepare(
    `INSERT INTO criterion (version_id, position, row, code, name, max, rule, indicator, parameters, bonus_cap,
       deduction_cap)
     VALUES (@versionId, @position, @row, @code, @name, @max, @rule, @indicator, @parameters, @bonusCap, @deductionCap)`,
  );
  rubric.criteria.forEach((criterion, position) => {
    write.run({ ...criterion, versionId, position });
  });
  const changed = rubric.criteria.length - same;
  if (before === undefined) {
    const newRows = rubric.criteria.map(({ row }) => row);
    return { ...startStored(), inserted: newRows.length, newRows };
  }
  const updated = Math.max(changed, 1);
  const changes = listCriterionChanges(before.criteria, rubric.criteria);
  return { ...startStored(), updated, unchanged: rubric.criteria.length - updated, changes };
}

/** Between two versions: fields of criteria with the same code, criteria that came, and those that went (with the row they had). */
function listCriterionChanges(before: readonly CriterionRecord[], next: readonly CriterionRecord[]): Change[] {
  const old = new Map(before.map((criterion) => [nameKey(criterion.code), criterion]));
  const kept = new Set(next.map(({ code }) => nameKey(code)));
  const changes = next.flatMap(({ row, ...criterion }) => {
    const key = { criterion: criterion.code };
    const known = old.get(nameKey(criterion.code));
    if (known === undefined) return [{ row, key, field: "name", old: null, new: criterion.name }];
    return listChanges({ ...known }, criterion, { row, key });
  });
  const gone = before.filter(({ code }) => !kept.has(nameKey(code)));
  return [
    ...changes,
    ...gone.map(({ row, code, name }) => ({ row, key: { criterion: code }, field: "name", old: name, new: null })),
  ];
}

function sameCriterion(a: CriterionRecord, b: CriterionRecord): boolean {
  return (Object.keys(a) as (keyof CriterionRecord)[]).every((field) => field === "row" || a[field] === b[field]);
}
