import { type Authority, type Decider, decidersOn, kindSourceOn, mayDecide } from "./authority.js";
import type { Subject } from "./award.js";
import { type AwardKind, awardName, isGivenOn } from "./awards.js";
import { type BonusMoney, type BonusRounding, bonusOf, multipliersOn } from "./bonus-money.js";
import type { IssuerLevel } from "./issuer-level.js";
import { ALL_LEVELS, type Law } from "./law/law.js";
import type { Source } from "./law/source.js";

/** An award for one kind of recipient on a day: who decides it and what money goes with it. */
export interface CatalogueLine {
  kind: AwardKind;
  /** Its name on that day. */
  name: string;
  subject: Subject;
  /** Where it is laid down. */
  source: Source;
  /** Whose award this line is of; null: the same whoever decides. */
  levels: readonly IssuerLevel[] | null;
  deciders: { text: string; source: Source };
  /** Whether the head of the issuer asked about may decide it; null when no issuer was. */
  authority: Authority | null;
  bonus: BonusMoney | null;
  /** Why there is no sum; null when there is. */
  why: string | null;
}

export interface CatalogueQuestion {
  date: string;
  /** null: no issuer in particular. */
  decider: Decider | null;
  rounding: BonusRounding;
  law: Law;
}

/** All awards given on the day, in the order of the catalogue; one line a subject, and more where levels differ. */
export function listCatalogue(question: CatalogueQuestion): CatalogueLine[] {
  const { date, law } = question;
  return law.kinds
    .filter((kind) => isGivenOn(kind, date))
    .flatMap((kind) => kind.subjects.flatMap((subject) => listLines(kind, subject, question)));
}

function listLines(
  kind: AwardKind,
  subject: Subject,
  { date, decider, rounding, law }: CatalogueQuestion,
): CatalogueLine[] {
  const line = {
    kind,
    name: awardName(kind, date),
    subject,
    source: kindSourceOn(kind, date),
    deciders: decidersOn(kind, date, law),
    authority: decider === null ? null : mayDecide(kind.id, decider, date, law),
  };
  const groups = groupLevels(kind, subject, date, law);
  const own = groups.filter((levels) => decider !== null && decider !== "cum" && levels.includes(decider));
  const shown = own.length > 0 ? own : groups;
  const ask = (level: IssuerLevel | null) => bonusOf({ kind, subject, level, date, rounding, law });
  if (shown.length === 0) return [{ ...line, levels: null, ...ask(null) }];
  return shown.map((levels) => ({ ...line, levels: groups.length === 1 ? null : levels, ...ask(levels[0] ?? null) }));
}

/** Levels whose award has the same multiplier, together. */
function groupLevels(kind: AwardKind, subject: Subject, date: string, law: Law): IssuerLevel[][] {
  const known = multipliersOn(kind, subject, date, law);
  const groups = new Map<unknown, IssuerLevel[]>();
  for (const level of ALL_LEVELS) {
    const first = known.find(({ levels }) => levels === null || levels.includes(level));
    if (first !== undefined) groups.set(first, [...(groups.get(first) ?? []), level]);
  }
  return [...groups.values()];
}
