import { type Change, listChanges } from "../domain/change.js";
import { nameKey } from "../domain/name.js";
import type { Round, ScoreRecord } from "../domain/rubric.js";
import { keepBefore } from "./before-image.js";
import { countRecord, type Stored, startStored } from "./import.js";
import type { Db } from "./open.js";

/** What is given at a time: the score of a round, a count of cases, or a reason and evidence with neither. */
export type GivenPart = Round | "cases" | "note";

/** Something people gave to one unit for one criterion, with its own place. */
export interface StoredPart {
  part: GivenPart;
  /** Plain decimal; null of a note. */
  value: string | null;
  reason: string | null;
  evidence: string | null;
  importId: number;
  row: number;
}

/** All that people gave to one unit for one criterion. */
export interface StoredScore {
  unitId: number;
  /** nameKey of the criterion's code. */
  codeKey: string;
  selfScore: string | null;
  crossScore: string | null;
  verifiedScore: string | null;
  cases: string | null;
  /** Reasons and evidence of all parts, each once. */
  reason: string | null;
  evidence: string | null;
  parts: StoredPart[];
}

type Row = StoredPart & Pick<StoredScore, "unitId" | "codeKey">;

const COLUMNS = `unit_id AS unitId, code_key AS codeKey, part, value, reason, evidence, import_id AS importId, row`;

/** Record field of each part. */
const FIELDS = { self: "selfScore", cross: "crossScore", verified: "verifiedScore", cases: "cases" } as const;
const PARTS = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

/** Scores under the rubric, by unit and criterion in the order of their keys. */
export function listScores(db: Db, rubricId: number): StoredScore[] {
  const rows = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM given_score WHERE rubric_id = ?`).all(rubricId);
  const byPlace = new Map<string, Row[]>();
  for (const row of rows) {
    const place = `${row.unitId}|${row.codeKey}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
  }
  return [...byPlace.values()].map((parts) => {
    const given = (part: GivenPart) => parts.find((one) => one.part === part)?.value ?? null;
    const joined = (field: "reason" | "evidence") =>
      [...new Set(parts.map((part) => part[field]).filter((text) => text !== null))].join("; ") || null;
    return {
      unitId: parts[0]?.unitId ?? 0,
      codeKey: parts[0]?.codeKey ?? "",
      selfScore: given("self"),
      crossScore: given("cross"),
      verifiedScore: given("verified"),
      cases: given("cases"),
      reason: joined("reason"),
      evidence: joined("evidence"),
      parts: parts.map(({ unitId: _, codeKey: __, ...part }) => part),
    };
  });
}

/** A `cham-diem` record whose unit, rubric and criterion code are known. */
export interface ResolvedScore {
  record: ScoreRecord;
  unitId: number;
  rubricId: number;
  code: string;
}

/**
 * Stores given scores, replacing by (rubric, unit, criterion, part). A round left blank keeps the score given before,
 * since each round usually comes in a sheet of its own; a reason or evidence goes with what its row gives.
 */
export function storeScores(db: Db, scores: Iterable<ResolvedScore>, source: { importId: number }): Stored {
  const stored = startStored();
  const find = db.prepare<[number, number, string], Row>(
    `SELECT ${COLUMNS} FROM given_score WHERE rubric_id = ? AND unit_id = ? AND code_key = ?`,
  );
  const write = db.prepare(
    `INSERT OR REPLACE INTO given_score (rubric_id, unit_id, code_key, part, value, reason, evidence, import_id, row)
     VALUES (@rubricId, @unitId, @codeKey, @part, @value, @reason, @evidence, @importId, @row)`,
  );
  for (const { record, unitId, rubricId, code } of scores) {
    const codeKey = nameKey(code);
    const known = find.all(rubricId, unitId, codeKey);
    const place = { row: record.row, key: { unit: record.unit, criterion: record.criterion } };
    const written = listParts(record).flatMap(({ part, ...given }) => {
      const before = known.find((one) => one.part === part);
      const next = {
        value: given.value,
        reason: given.reason ?? before?.reason ?? null,
        evidence: given.evidence ?? before?.evidence ?? null,
      };
      const changes = listChanges(before === undefined ? {} : { ...before }, next, place);
      return before !== undefined && changes.length === 0
        ? []
        : [{ part, next, changes, isKnown: before !== undefined }];
    });
    // A form's empty line says no more than no line at all.
    if (written.length === 0) {
      stored.unchanged++;
      continue;
    }
    const changes = written.flatMap(({ part, changes }) => changes.map((change) => nameField(change, part)));
    countRecord(stored, record.row, known.length === 0 ? null : dropSame(changes));
    for (const { part, next, isKnown } of written) {
      if (isKnown) keepBefore(db, source.importId, "given_score", rubricId, unitId, codeKey, part);
      write.run({ ...next, importId: source.importId, rubricId, unitId, codeKey, part, row: record.row });
    }
  }
  return stored;
}

/** The parts a row gives, each with the row's reason and evidence. */
function listParts({
  reason,
  evidence,
  ...record
}: ScoreRecord): Pick<StoredPart, "part" | "value" | "reason" | "evidence">[] {
  const given = PARTS.flatMap((part) => {
    const value = record[FIELDS[part]];
    return value === null ? [] : [{ part, value, reason, evidence }];
  });
  if (given.length > 0 || (reason === null && evidence === null)) return given;
  return [{ part: "note" as const, value: null, reason, evidence }];
}

function nameField(change: Change, part: GivenPart): Change {
  return change.field === "value" && part !== "note" ? { ...change, field: FIELDS[part] } : change;
}

/** A row's reason is one change, however many parts it goes with. */
function dropSame(changes: readonly Change[]): Change[] {
  const seen = new Set<string>();
  return changes.filter(({ field, old, new: next }) => {
    const key = JSON.stringify([field, old, next]);
    return !seen.has(key) && seen.add(key);
  });
}
