import type { Award } from "../award.js";
import { type AwardKind, awardKind, awardName } from "../awards.js";
import type { CheckedYear, Found } from "../checks/check.js";
import type { Law } from "../law/law.js";
import { type Requirement, type RequirementKind, requirementsOn } from "../law/requirements.js";
import type { Source } from "../law/source.js";
import { cleanText, nameKey, unitKey } from "../name.js";
import type { UnitOfYear } from "../unit.js";

/** Awards of a year are decided by the end of the next first quarter; the law of that day counts for those undated. */
const LAST_MONTH_DAY = "03-31";

/** The day whose law counts: the decision's, else the usual last one, or today where that is still to come. */
export function lawDay({ decisionDate }: Award, { year, today }: CheckedYear): string {
  const usual = `${year + 1}-${LAST_MONTH_DAY}`;
  return decisionDate ?? (today < usual ? today : usual);
}

/** Năm thành tích. */
export function achievedIn({ achievementYear }: Award, year: number): number {
  return achievementYear ?? year;
}

export function isDecided({ decisionNumber, decisionDate }: Award): boolean {
  return decisionNumber !== null || decisionDate !== null;
}

/** The kind with its name on the day; null when the office's file of law no longer has it. */
export function kindOf(award: Award, year: CheckedYear): { kind: AwardKind; name: string } | null {
  const kind = awardKind(award.awardId, year.law.kinds);
  return kind === null ? null : { kind, name: awardName(kind, lawDay(award, year)) };
}

/** What is asked of that kind for the award on its day; null when the law the program holds asks nothing. */
export function requirementOf(award: Award, kind: RequirementKind, year: CheckedYear): Requirement | null {
  const day = lawDay(award, year);
  const days = askedOn.get(year.law) ?? new Map<string, Requirement[]>();
  const asked = days.get(day) ?? requirementsOn(day, year.law.requirements);
  askedOn.set(year.law, days.set(day, asked));
  return asked.find((one) => one.award === award.awardId && one.kind === kind) ?? null;
}

/** Thousands of rows have a few days between them. */
const askedOn = new WeakMap<Law, Map<string, Requirement[]>>();

/** Where the nominee belongs: the unit where it is known, else the workplace as typed; a collective is its own. */
export function placeKey({ unitId, workplace, subject, name }: Award): string {
  if (unitId !== null) return `#${unitId}`;
  return unitKey((subject === "collective" ? name : workplace) ?? "");
}

/** A person, or household, by name and place; tone marks, case and blanks do not matter. */
export function personKey(award: Award): string {
  return `${personName(award)}|${placeKey(award)}`;
}

/** The name to compare, without a salutation typed before it. */
export function personName({ name }: Award): string {
  return nameKey(cleanText(name).replace(/^(ông|bà|anh|chị|đồng chí|đ\/c)[.:]?\s+/iu, ""));
}

/** Người đạt danh hiệu of those kinds, each once. */
export function countPeople(awards: readonly Award[], kinds: readonly string[]): number {
  return new Set(awards.filter(({ awardId }) => kinds.includes(awardId)).map(personKey)).size;
}

/** What is found about the nominee of one row. */
export function foundOn(award: Award, year: CheckedYear, message: string, field: string, law?: Source): Found {
  const { name } = award;
  return { ...foundFrom(award, year, `${name}: ${message}`, field, law), nominee: name };
}

/** What is found about several rows, of which `first` shows where they stand. */
export function foundFrom(first: Award, { units }: CheckedYear, message: string, field: string, law?: Source): Found {
  const { importId, row } = first;
  const place = { source: { importId, row }, field };
  return { unit: unitOf(first, units), message, place, ...(law === undefined ? {} : { law }) };
}

export function unitOf({ unitId }: Award, units: readonly UnitOfYear[]): UnitOfYear | null {
  return units.find(({ id }) => id === unitId) ?? null;
}
