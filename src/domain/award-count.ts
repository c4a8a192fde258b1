import type { AwardRecord, Subject } from "./award.js";
import { type AwardKind, awardKind } from "./awards.js";
import type { Law } from "./law/law.js";
import { nameKey } from "./name.js";
import { capitalize } from "./upper-case.js";

/** What statistics need of an award. */
export interface CountedAward extends Pick<AwardRecord, "achievementYear" | "award" | "directWorker" | "name" | "row"> {
  /** Id in the catalogue of awards. */
  awardId: string;
  subject: Subject;
  importId: number;
}

/** One line of award statistics: a kind given by one authority. */
export interface AwardCount {
  kind: AwardKind;
  /** Who gave it, as a sentence names them; null when neither the data nor the award tells. */
  giver: string | null;
  collective: number;
  individual: number;
  household: number;
  /** Those that were counted. */
  awards: CountedAward[];
}

/** Awards of one kind given by one authority. */
export interface AwardGroup<T extends CountedAward> {
  kind: AwardKind;
  giver: string | null;
  members: T[];
}

/** Awards by kind and giver, in the order of levels: state, Prime Minister, province and ministry, local. */
export function groupAwards<T extends CountedAward>(awards: readonly T[], law: Law): AwardGroup<T>[] {
  const groups = new Map<string, AwardGroup<T>>();
  for (const award of awards) {
    const kind = awardKind(award.awardId, law.kinds);
    if (kind === null) continue;
    const giver = giverOf(kind, award.award, law);
    const key = `${kind.id}|${nameKey(giver ?? "")}`;
    const group = groups.get(key) ?? { kind, giver, members: [] };
    group.members.push(award);
    groups.set(key, group);
  }
  const order = ({ kind }: AwardGroup<T>) => law.kinds.indexOf(kind);
  return [...groups.values()].sort((a, b) => order(a) - order(b));
}

/** How many of each kind and giver, in the same order. */
export function countAwards(awards: readonly CountedAward[], law: Law): AwardCount[] {
  return groupAwards(awards, law).map(({ kind, giver, members }) => {
    const count = (subject: Subject) => members.filter((award) => award.subject === subject).length;
    return {
      kind,
      giver,
      collective: count("collective"),
      individual: count("individual"),
      household: count("household"),
      awards: members,
    };
  });
}

/** The giver typed beside the award, else the one the law names. Kinds whose name holds their giver need none. */
function giverOf(kind: AwardKind, typed: string, { findAward }: Law): string | null {
  if (kind.level === "state" || kind.name.includes(" của ")) return null;
  const written = findAward(typed).givenBy;
  if (written !== null) return capitalize(written.replace(/(?<![\p{L}])UBND(?![\p{L}])/gu, "Ủy ban nhân dân"));
  return kind.giver?.includes(",") === true ? null : kind.giver;
}

/** Totals over all lines. */
export function sumAwards(lines: readonly AwardCount[]): Record<Subject, number> & { total: number } {
  const sums = { collective: 0, individual: 0, household: 0, total: 0 };
  for (const { collective, individual, household } of lines) {
    sums.collective += collective;
    sums.individual += individual;
    sums.household += household;
    sums.total += collective + individual + household;
  }
  return sums;
}

/**
 * Direct workers among the individuals: how many, and out of how many. null when the flag was never given. A sheet that only
 * ticks the direct workers leaves the others blank, so blanks then count as "no" (`ticked`); beside a written "no" they are unknown.
 */
export function countDirectWorkers(
  awards: readonly CountedAward[],
): { direct: number; outOf: number; blank: number; ticked: boolean } | null {
  const people = awards.filter(({ subject }) => subject === "individual");
  const direct = people.filter(({ directWorker }) => directWorker === true).length;
  const blank = people.filter(({ directWorker }) => directWorker === null).length;
  if (blank === people.length) return null;
  const ticked = direct + blank === people.length;
  return { direct, outOf: ticked ? people.length : people.length - blank, blank, ticked };
}
