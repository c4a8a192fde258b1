import { type Exact, formatNumber, ZERO } from "../number.js";
import { type Condition, parseCondition } from "./condition.js";
import { earnedScore, missingScore } from "./leaf-score.js";
import { ParameterError, parameterNumber } from "./parameters.js";
import type { Allowance, LeafInput, LeafScore, Room } from "./rule.js";

/** Points of a band: what it earns, or with a sign what is added to or taken from the full points. */
export interface BandPoints {
  sign: "" | "+" | "-";
  points: Exact;
}

/** How points of a band are typed, for messages and the documentation. */
export const SIGNED_POINTS = "điểm có dấu (+0,5 hoặc −1) thì cộng vào, trừ đi từ điểm tối đa";

/** "5", "+0,5", "−1". Throws ParameterError. */
export function parsePoints(name: string, text: string): BandPoints {
  const [, sign = "", digits = ""] = /^([+\-−–]?)\s*(.*)$/s.exec(text.trim()) ?? [];
  const points = parameterNumber(name, digits);
  return { sign: sign === "" || sign === "+" ? sign : "-", points };
}

/** What the bands of one leaf have in common: they add and take (`signed`), or each says what is earned; and on what condition. */
export interface BandTerms {
  signed: boolean;
  max: Exact;
  condition: Condition | null;
}

/** Settles the terms. Throws ParameterError when bands with and without a sign are mixed, or one earns more than the maximum. */
export function readTerms(all: readonly BandPoints[], max: Exact, condition: string | undefined): BandTerms {
  const worth = all.filter(({ points }) => !points.equals(ZERO));
  const plain = worth.filter(({ sign }) => sign === "");
  if (plain.length > 0 && plain.length < worth.length) {
    throw new ParameterError("Điểm của các bậc phải cùng kiểu: hoặc đều có dấu + −, hoặc đều không có dấu.");
  }
  const over = plain.find(({ points }) => points.compare(max) > 0);
  if (over !== undefined) {
    const given = `Có bậc cho ${formatNumber(over.points)} điểm`;
    throw new ParameterError(`${given}, nhiều hơn điểm tối đa ${formatNumber(max)}. Điểm cộng thêm thì ghi dấu +.`);
  }
  const signed = all.some(({ sign }) => sign !== "");
  return { signed, max, condition: condition === undefined ? null : parseCondition(condition) };
}

/** The most that signed bands add and take. */
export function roomOfBands(all: readonly BandPoints[]): Room {
  const most = (wanted: "+" | "-"): Allowance =>
    all
      .filter(({ sign }) => sign === wanted)
      .reduce<{ cap: Exact } | null>(
        (best, { points }) => (best === null || points.compare(best.cap) > 0 ? { cap: points } : best),
        null,
      );
  return { bonus: most("+"), deduction: most("-") };
}

/** Points of the band a unit is in (undefined: in none), where the condition holds. `shown` tells the figure and the band. */
export function scoreBand(
  { signed, max, condition }: BandTerms,
  { facts, result }: LeafInput,
  band: BandPoints | undefined,
  shown: string,
): LeafScore {
  const verdict = condition?.test(facts, result) ?? { holds: true, because: "" };
  if (verdict.holds === null && !signed) return missingScore(`chưa xét được điều kiện: ${verdict.because}`);
  if (verdict.holds !== true) {
    const why = `không xét vì điều kiện “${condition?.text}” ${verdict.holds === null ? "chưa rõ" : "không có"} (${verdict.because})`;
    const problems = verdict.holds === null ? [`chưa cộng, trừ điểm: ${verdict.because}`] : [];
    return earnedScore(signed ? max : ZERO, `${shown}, ${why}`, { problems });
  }
  if (band === undefined) {
    return signed
      ? earnedScore(max, `${shown}, không thuộc bậc cộng, trừ nào`)
      : missingScore(`${shown}, không thuộc bậc nào của thang điểm`);
  }
  const points = `${formatNumber(band.points)} điểm`;
  if (!signed) return earnedScore(band.points, `${shown}: ${points}`);
  if (band.sign === "+") return earnedScore(max, `${shown}: cộng ${points}`, { bonus: band.points });
  return earnedScore(max, `${shown}: trừ ${points}`, { deduction: band.points });
}
