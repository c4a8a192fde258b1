import type { Award, AwardRecord, Subject } from "../domain/award.js";
import { listChanges } from "../domain/change.js";
import { nameKey } from "../domain/name.js";
import { keepBefore } from "./before-image.js";
import { countRecord, type Stored, startStored } from "./import.js";
import type { Db } from "./open.js";

type Row = Omit<Award, "directWorker" | "leader"> & { directWorker: number | null; leader: number | null };

const COLUMNS = `id, award_id AS awardId, award_text AS award, subject, salutation, name, position, workplace,
  unit_id AS unitId, achievement, achievement_year AS achievementYear, direct_worker AS directWorker, leader, gender,
  birth_date AS birthDate, occasion, discipline, votes_for AS votesFor, votes_total AS votesTotal,
  decision_number AS decisionNumber, decision_date AS decisionDate, import_id AS importId, row`;

/** Awards of the year in the order they were first entered. */
export function listAwards(db: Db, year: number): Award[] {
  return db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM award WHERE year = ? ORDER BY id`).all(year).map(toAward);
}

/** Awards of all years, each with the year whose list it stands in, oldest first. */
export function listAwardHistory(db: Db): { year: number; award: Award }[] {
  return db
    .prepare<[], Row & { year: number }>(`SELECT year, ${COLUMNS} FROM award ORDER BY year, id`)
    .all()
    .map(({ year, ...row }) => ({ year, award: toAward(row) }));
}

function toAward(row: Row): Award {
  return { ...row, directWorker: fromFlag(row.directWorker), leader: fromFlag(row.leader) };
}

/** A `khen-thuong` record whose award, subject and unit are settled. */
export interface ResolvedAward {
  record: AwardRecord;
  awardId: string;
  subject: Subject;
  unitId: number | null;
}

/** What makes two rows the same nominee for the same award: name, place, position, birth date and achievement year. */
export function awardKey({ record, awardId, subject }: Omit<ResolvedAward, "unitId">): string {
  const parts = [record.name, record.workplace ?? "", record.position ?? "", record.birthDate ?? ""].map(nameKey);
  return [awardId, subject, ...parts, record.achievementYear ?? "", nameKey(record.occasion ?? "")].join("|");
}

/**
 * Stores nominees and recipients, replacing by `awardKey` within the year. A number or a date of a decision stays where the
 * sheet has none, for it would be given again; `onKept` hears of the row.
 */
export function storeAwards(
  db: Db,
  awards: Iterable<ResolvedAward>,
  source: { year: number; importId: number },
  onKept: (row: number) => void,
): Stored {
  const stored = startStored();
  const find = db.prepare<[number, string], Row>(`SELECT ${COLUMNS} FROM award WHERE year = ? AND key = ?`);
  const write = db.prepare(
    `INSERT OR REPLACE INTO award (id, year, key, award_id, award_text, subject, salutation, name, position, workplace,
       unit_id, achievement, achievement_year, direct_worker, leader, gender, birth_date, occasion, discipline,
       votes_for, votes_total, decision_number, decision_date, import_id, row)
     VALUES (@id, @year, @key, @awardId, @award, @subject, @salutation, @name, @position, @workplace,
       @unitId, @achievement, @achievementYear, @directWorker, @leader, @gender, @birthDate, @occasion, @discipline,
       @votesFor, @votesTotal, @decisionNumber, @decisionDate, @importId, @row)`,
  );
  for (const award of awards) {
    const { row, ...record } = award.record;
    const key = awardKey(award);
    const before = find.get(source.year, key);
    const decisionNumber = record.decisionNumber ?? before?.decisionNumber ?? null;
    const decisionDate = record.decisionDate ?? before?.decisionDate ?? null;
    if (decisionNumber !== record.decisionNumber || decisionDate !== record.decisionDate) onKept(row);
    const next = {
      ...record,
      decisionNumber,
      decisionDate,
      awardId: award.awardId,
      subject: award.subject,
      unitId: award.unitId,
      directWorker: toFlag(record.directWorker),
      leader: toFlag(record.leader),
    };
    const place = { row, key: { name: record.name, award: record.award } };
    if (!countRecord(stored, row, before === undefined ? null : listChanges({ ...before }, next, place))) continue;
    if (before !== undefined) keepBefore(db, source.importId, "award", before.id);
    write.run({ ...next, ...source, id: before?.id ?? null, key, row });
  }
  return stored;
}

function toFlag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}

function fromFlag(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}
