import { listChanges } from "../domain/change.js";
import { nameKey } from "../domain/name.js";
import type { ScoreRecord } from "../domain/rubric.js";
import { keepBefore } from "./before-image.js";
import { countRecord, type Stored, startStored } from "./import.js";
import type { Db } from "./open.js";

/** Scores people gave to one unit for one criterion, with their place. */
export interface StoredScore {
  unitId: number;
  /** nameKey of the criterion's code. */
  codeKey: string;
  selfScore: string | null;
  crossScore: string | null;
  verifiedScore: string | null;
  reason: string | null;
  evidence: string | null;
  importId: number;
  row: number;
}

const COLUMNS = `unit_id AS unitId, code_key AS codeKey, self_score AS selfScore, cross_score AS crossScore,
  verified_score AS verifiedScore, reason, evidence, import_id AS importId, row`;

export function listScores(db: Db, rubricId: number): StoredScore[] {
  return db.prepare<[number], StoredScore>(`SELECT ${COLUMNS} FROM given_score WHERE rubric_id = ?`).all(rubricId);
}

/** A `cham-diem` record whose unit, rubric and criterion code are known. */
export interface ResolvedScore {
  record: ScoreRecord;
  unitId: number;
  rubricId: number;
  code: string;
}

/**
 * Stores given scores, replacing by (rubric, unit, criterion). A round left blank keeps the score given before, since
 * each round usually comes in a sheet of its own.
 */
export function storeScores(db: Db, scores: Iterable<ResolvedScore>, source: { importId: number }): Stored {
  const stored = startStored();
  const find = db.prepare<[number, number, string], StoredScore>(
    `SELECT ${COLUMNS} FROM given_score WHERE rubric_id = ? AND unit_id = ? AND code_key = ?`,
  );
  const write = db.prepare(
    `INSERT OR REPLACE INTO given_score (rubric_id, unit_id, code_key, self_score, cross_score, verified_score, reason,
       evidence, import_id, row)
     VALUES (@rubricId, @unitId, @codeKey, @selfScore, @crossScore, @verifiedScore, @reason, @evidence, @importId, @row)`,
  );
  for (const { record, unitId, rubricId, code } of scores) {
    const codeKey = nameKey(code);
    const before = find.get(rubricId, unitId, codeKey);
    const next = {
      selfScore: record.selfScore ?? before?.selfScore ?? null,
      crossScore: record.crossScore ?? before?.crossScore ?? null,
      verifiedScore: record.verifiedScore ?? before?.verifiedScore ?? null,
      reason: record.reason ?? before?.reason ?? null,
      evidence: record.evidence ?? before?.evidence ?? null,
    };
    // A form's empty line says no more than no line at all.
    if (before === undefined && Object.values(next).every((value) => value === null)) {
      stored.unchanged++;
      continue;
    }
    const place = { row: record.row, key: { unit: record.unit, criterion: record.criterion } };
    if (!countRecord(stored, record.row, before === undefined ? null : listChanges({ ...before }, next, place)))
      continue;
    if (before !== undefined) keepBefore(db, source.importId, "given_score", rubricId, unitId, codeKey);
    write.run({ ...next, importId: source.importId, rubricId, unitId, codeKey, row: record.row });
  }
  return stored;
}
