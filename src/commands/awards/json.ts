import { toJsonNumber } from "../../domain/number.js";
import type { AwardsAnswer } from "./text.js";

/** The JSON of `thidua awards`: every figure with its source and mark. */
export function toAwardsJson({
  date,
  level,
  period,
  salary,
  rounding,
  basis,
  lines,
  requirements,
  file,
  records,
}: AwardsAnswer) {
  return {
    date,
    level,
    period,
    baseSalary: salary === null ? null : { amount: salary.amount, from: salary.from, ...flat(salary.source) },
    rounding,
    legalBasis: basis?.lines ?? null,
    notes: basis?.notes ?? [],
    awards: lines.map(({ kind, name, subject, source, levels, deciders, authority, bonus, why }) => ({
      id: kind.id,
      name,
      category: kind.category,
      level: kind.level,
      subject,
      issuerLevels: levels,
      from: kind.from,
      ...flat(source),
      deciders: { text: deciders.text, ...flat(deciders.source) },
      authority,
      multiplier: bonus === null ? null : toJsonNumber(bonus.multiplier, 4),
      amount: bonus?.amount ?? null,
      isCeiling: bonus?.isCeiling ?? false,
      bonusSource: bonus === null ? null : flat(bonus.sources.multiplier),
      bonusMark: bonus?.mark ?? null,
      why,
    })),
    requirements: requirements.map(({ source, ...one }) => ({ ...one, ...flat(source) })),
    officeLaw: file === null ? null : { file, rows: records },
  };
}

function flat({ text, mark }: { text: string; mark: string }) {
  return { source: text, mark };
}
