import type { Award } from "./award.js";
import { type AwardKind, awardName } from "./awards.js";
import { choosePaid } from "./bonus-choice.js";
import { type BonusMoney, type BonusRounding, bonusOf } from "./bonus-money.js";
import { personKey } from "./eligibility/nominee.js";
import { groupBy } from "./group-by.js";
import type { IssuerLevel } from "./issuer-level.js";
import type { Law } from "./law/law.js";

/** What one award of one recipient is paid. */
export interface BonusLine<T> {
  award: T;
  /** null: the multiplier or the base salary is not known. */
  bonus: BonusMoney | null;
  /** Whole đồng; 0 where the rules say that it is not paid; null where they do not tell, so the office has to. */
  paid: number | null;
  /** Why it is not paid or not known; null when paid. */
  why: string | null;
}

/**
 * The bonus of each award by the law of the day of its decision (`date` where it has none yet), and which of them one recipient
 * is paid of those decided on the same day. `year` is that of the list: the time of an achievement that names no year.
 */
export function listBonuses<T extends Award & { kind: AwardKind }>(
  awards: readonly T[],
  { level, date, rounding, law, year }: BonusScope,
): BonusLine<T>[] {
  const known = new Map<T, BonusLine<T>>();
  const together = (award: T) => [award.subject, personKey(award), award.birthDate, decidedOn(award, date)].join("|");
  for (const group of groupBy(awards, together).values()) {
    const told = group.map((award) => {
      const { kind, subject } = award;
      return { award, ...bonusOf({ kind, subject, level, date: decidedOn(award, date), rounding, law }) };
    });
    for (const { award, why } of told) known.set(award, { award, bonus: null, paid: null, why });
    const sums = told.flatMap(({ award, bonus }) => (bonus === null ? [] : [{ award, bonus }]));
    const choices = choosePaid(
      sums.map(({ award, bonus }) => ({
        kind: { ...award.kind, name: awardName(award.kind, decidedOn(award, date)) },
        amount: bonus.amount,
        period: String(award.achievementYear ?? year),
        achievement: award.achievement,
      })),
    );
    for (const [index, { award, bonus }] of sums.entries()) {
      const { isPaid, why } = choices[index] ?? { isPaid: null, why: null };
      known.set(award, { award, bonus, paid: isPaid === null ? null : isPaid ? bonus.amount : 0, why });
    }
  }
  return awards.flatMap((award) => known.get(award) ?? []);
}

export interface BonusScope {
  /** Of the body that decides; null: not known. */
  level: IssuerLevel | null;
  /** YYYY-MM-DD. */
  date: string;
  rounding: BonusRounding;
  law: Law;
  year: number;
}

/** The day whose law says how much. */
export function decidedOn({ decisionDate }: Pick<Award, "decisionDate">, date: string): string {
  return decisionDate ?? date;
}
