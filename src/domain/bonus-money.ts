import type { Subject } from "./award.js";
import { type AwardKind, awardName, isGivenOn } from "./awards.js";
import { shortDate } from "./date.js";
import type { IssuerLevel } from "./issuer-level.js";
import { type Law, PROGRAM_LAW } from "./law/law.js";
import type { Multiplier } from "./law/multipliers.js";
import type { BaseSalary } from "./law/salaries.js";
import { isInForce, type Mark, type Source, sourceOn, weakestMark } from "./law/source.js";
import { type Exact, exact, roundHalfUp } from "./number.js";

/** How a sum is made round (setting `bonus.rounding`). */
export type BonusRounding = "ceil10k" | "none" | "nearest10k";

/** THE LIST of roundings. "làm tròn số lên hàng chục nghìn đồng" (NĐ 152/2025 Đ49); practice knows the others too. */
export const BONUS_ROUNDINGS: readonly { id: BonusRounding; name: string }[] = [
  { id: "ceil10k", name: "làm tròn lên hàng chục nghìn đồng, theo nghị định (mặc định)" },
  { id: "none", name: "không làm tròn" },
  { id: "nearest10k", name: "làm tròn đến chục nghìn đồng gần nhất" },
];

/** Where it is laid down that sums are rounded up, on the day of a decision; only the decree of 2025 was read itself. */
export function roundingSource(date: string): Source {
  if (date < "2024-01-01") return { text: "NĐ 91/2017/NĐ-CP Điều 68", mark: "V2" };
  if (date < "2025-07-01") return { text: "NĐ 98/2023/NĐ-CP Điều 53", mark: "V2" };
  return sourceOn({ text: "NĐ 152/2025/NĐ-CP Điều 49", mark: "V" }, date);
}

/** Tiền thưởng of one award to one recipient. */
export interface BonusMoney {
  /** Whole đồng; with `isCeiling` the most it may be. */
  amount: number;
  multiplier: Exact;
  /** Đồng. */
  baseSalary: number;
  isCeiling: boolean;
  /** Of the multiplier and of the base salary. */
  sources: { multiplier: Source; baseSalary: Source };
  /** The less certain of the two. */
  mark: Mark;
}

export interface BonusQuestion {
  kind: AwardKind;
  subject: Subject;
  /** Who decides; null when not known, which matters to a few awards only (Giấy khen). */
  level: IssuerLevel | null;
  /** YYYY-MM-DD of the decision. */
  date: string;
  rounding?: BonusRounding;
  law?: Law;
}

/** The money that goes with an award on the day of its decision, or why that is not known, as a sentence. */
export function bonusOf({
  kind,
  subject,
  level,
  date,
  rounding = "ceil10k",
  law = PROGRAM_LAW,
}: BonusQuestion): { bonus: BonusMoney; why: null } | { bonus: null; why: string } {
  const name = awardName(kind, date);
  if (!isGivenOn(kind, date)) return unknown(`Ngày ${shortDate(date)} không có ${name}.`);
  const known = multipliersOn(kind, subject, date, law);
  const multiplier = known.find(({ levels }) => levels === null || (level !== null && levels.includes(level)));
  if (multiplier === undefined) return unknown(whyNot(kind, subject, date, known.length > 0));
  const salary = baseSalaryOn(date, law);
  if (salary === null) return unknown(`Không có mức lương cơ sở ngày ${shortDate(date)}.`);
  const times = exact(multiplier.times);
  const sources = { multiplier: sourceOn(multiplier.source, date), baseSalary: salary.source };
  const bonus: BonusMoney = {
    amount: roundBonus(times.mul(salary.amount), rounding),
    multiplier: times,
    baseSalary: salary.amount,
    isCeiling: multiplier.isCeiling,
    sources,
    mark: weakestMark(sources.multiplier.mark, sources.baseSalary.mark),
  };
  return { bonus, why: null };
}

/** The multipliers of an award on a day, one or one for each group of deciding levels; the office's own first. */
export function multipliersOn(kind: AwardKind, subject: Subject, date: string, law: Law = PROGRAM_LAW): Multiplier[] {
  return law.multipliers.filter((one) => one.award === kind.id && one.subject === subject && isInForce(one, date));
}

/** Lương cơ sở on a day; null before the first the program knows. */
export function baseSalaryOn(date: string, law: Law = PROGRAM_LAW): BaseSalary | null {
  return law.salaries.find((salary) => isInForce(salary, date)) ?? null;
}

/** Whole đồng of an exact product. */
export function roundBonus(amount: Exact, rounding: BonusRounding): number {
  if (rounding === "none") return Number(roundHalfUp(amount, 0).n);
  const tens = amount.div(TEN_THOUSAND);
  const rounded = rounding === "ceil10k" ? tens.ceil() : roundHalfUp(tens, 0);
  return Number(rounded.mul(TEN_THOUSAND).n);
}

const TEN_THOUSAND = exact(10_000);

function unknown(why: string): { bonus: null; why: string } {
  return { bonus: null, why };
}

/** What to do when the program knows no multiplier. */
export const DECLARE_MULTIPLIER = "Khai ở tệp pháp lý (phap-ly.xlsx, loại “hệ số”) nếu có quy định.";

function whyNot(kind: AwardKind, subject: Subject, date: string, dependsOnLevel: boolean): string {
  const name = awardName(kind, date);
  if (!kind.subjects.includes(subject)) return `${name} không dành cho ${SUBJECT_WORDS[subject]}.`;
  if (dependsOnLevel) return `Tiền thưởng của ${name} tùy cấp quyết định: ghi rõ cấp.`;
  if (date >= DECREE_152_ENDS) {
    return `Nghị định số 152/2025/NĐ-CP được ghi hết hiệu lực ngày ${shortDate(DECREE_152_ENDS)}, chương trình chưa có nghị định thay thế. ${DECLARE_MULTIPLIER}`;
  }
  return `Chương trình không có hệ số tiền thưởng của ${name} cho ${SUBJECT_WORDS[subject]} ngày ${shortDate(date)}. ${DECLARE_MULTIPLIER}`;
}

/** By the national database of legal documents. */
const DECREE_152_ENDS = "2027-03-01";

const SUBJECT_WORDS: Readonly<Record<Subject, string>> = {
  individual: "cá nhân",
  collective: "tập thể",
  household: "hộ gia đình",
};
