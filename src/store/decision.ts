import type { Award } from "../domain/award.js";
import { keepBefore } from "./before-image.js";
import { DECISION_FILE, type ImportEntry, recordImport, startStored } from "./import.js";
import type { Db } from "./open.js";
import { undoImport } from "./undo.js";

/** The number and the date one award is given by. */
export interface GivenDecision {
  awardId: number;
  number: string;
  /** YYYY-MM-DD. */
  date: string;
}

/**
 * Records numbers and dates as an entry of its own, and returns its id; null, with nothing recorded, when one of the
 * awards is gone or has a number by now.
 */
export function recordDecisions(
  db: Db,
  decisions: readonly GivenDecision[],
  entry: Pick<ImportEntry, "sha256" | "sheet" | "year" | "importedAt">,
): number | null {
  const isOpen = db.prepare<[number], number>("SELECT 1 FROM award WHERE id = ? AND decision_number IS NULL").pluck();
  if (!decisions.every(({ awardId }) => isOpen.get(awardId) === 1)) return null;
  const write = db.prepare("UPDATE award SET decision_number = ?, decision_date = ? WHERE id = ?");
  const whole = { ...entry, ...ENTRY };
  const { id } = recordImport(db, whole, (importId) => {
    for (const { awardId, number, date } of decisions) {
      keepBefore(db, importId, "award", awardId);
      write.run(number, date, awardId);
    }
    return { ...startStored(), records: decisions.length, updated: decisions.length };
  });
  return id;
}

const ENTRY = {
  kind: "hand" as const,
  file: DECISION_FILE,
  format: "khen-thuong",
  layout: null,
  encoding: "utf-8",
  delimiter: null,
  headerRow: 1,
  columns: {},
};

/** Takes a record back as if it had never been made: its decisions did not come to be. */
export function dropDecisions(db: Db, importId: number, now: Date): void {
  undoImport(db, importId, now);
  db.prepare("DELETE FROM import WHERE id = ?").run(importId);
}

/** The entry, still standing, that is known by this SHA-256; null: none. */
export function findRecord(db: Db, sha256: string): number | null {
  const sql = "SELECT id FROM import WHERE sha256 = ? AND file = ? AND undone_at IS NULL";
  return db.prepare<[string, string], number>(sql).pluck().get(sha256, DECISION_FILE) ?? null;
}

/** Number and date that the awards of an entry had before it, by their id. */
export function listUnrecorded(db: Db, importId: number): Map<number, Pick<Award, "decisionNumber" | "decisionDate">> {
  const sql = `SELECT key ->> 0 AS id, image ->> 'decision_number' AS decisionNumber, image ->> 'decision_date' AS decisionDate
    FROM before_image WHERE table_name = 'award' AND import_id = ?`;
  const rows = db.prepare<[number], Pick<Award, "id" | "decisionNumber" | "decisionDate">>(sql).all(importId);
  return new Map(rows.map(({ id, ...before }) => [id, before]));
}

/** Ids of the awards whose number `recordDecisions` recorded and nobody took back: this office gave them, whatever the law says. */
export function listRecordedAwards(db: Db): Set<number> {
  const sql = `SELECT key ->> 0 FROM before_image JOIN import ON import.id = import_id
    WHERE table_name = 'award' AND file = ? AND kind = 'hand'`;
  return new Set(db.prepare<[string], number>(sql).pluck().all(DECISION_FILE));
}
