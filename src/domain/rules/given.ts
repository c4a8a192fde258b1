import { type Exact, formatNumber, ZERO } from "../number.js";
import { type GivenScore, ROUNDS, type Round } from "../rubric.js";
import { earnedScore } from "./leaf-score.js";
import type { LeafInput, LeafScore, Room } from "./rule.js";

/** Thẩm định, else chấm chéo, else tự chấm: the last round that gave a score; null when none did. */
export function lastGiven(given: GivenScore): { score: Exact; round: Round; name: string } | null {
  for (const [round, name] of [...ROUNDS].reverse()) {
    const score = given[round];
    if (score !== null) return { score, round, name };
  }
  return null;
}

/** The least and the most that a person may give; null = no limit. */
export interface Bounds {
  low: Exact | null;
  high: Exact | null;
}

/** From what the rule and the row leave room for: 0 to the maximum, less what may be taken, plus what may be added. */
export function boundsOf(max: Exact, { bonus, deduction }: Room): Bounds {
  const high = bonus === null ? max : bonus.cap === null ? null : max.add(bonus.cap);
  // A rule that takes points starts from the full ones.
  const low = deduction === null ? ZERO : deduction.cap === null ? null : max.sub(deduction.cap);
  return { low, high };
}

/** The score within the bounds. */
export function withinBounds(score: Exact, { low, high }: Bounds): Exact {
  if (high !== null && score.compare(high) > 0) return high;
  return low !== null && score.compare(low) < 0 ? low : score;
}

/** "điểm tự chấm 5,7 vượt mức tối đa 5,5 (điểm tối đa 5, thưởng tối đa 0,5)"; null when the score keeps within the bounds. */
export function describeViolation(name: string, score: Exact, max: Exact, room: Room): string | null {
  const { low, high } = boundsOf(max, room);
  const what = `điểm ${name} ${formatNumber(score)}`;
  if (high !== null && score.compare(high) > 0) {
    if (high.equals(max)) return `${what} vượt điểm tối đa ${formatNumber(max)}`;
    const parts = `điểm tối đa ${formatNumber(max)}, thưởng tối đa ${formatNumber(high.sub(max))}`;
    return `${what} vượt mức tối đa ${formatNumber(high)} (${parts})`;
  }
  if (low === null || score.compare(low) >= 0) return null;
  if (low.equals(ZERO) && room.deduction === null) return `${what} nhỏ hơn 0`;
  const parts = `điểm tối đa ${formatNumber(max)}, trừ tối đa ${formatNumber(max.sub(low))}`;
  return `${what} thấp hơn mức thấp nhất ${formatNumber(low)} (${parts})`;
}

/** The score people gave, within its bounds, told apart into points, bonus and deduction; null when nobody gave any. */
export function scoreGiven({ given, max, room }: LeafInput): LeafScore | null {
  const last = lastGiven(given);
  if (last === null) return null;
  const { round, name } = last;
  const score = withinBounds(last.score, boundsOf(max, room));
  const explanation = `điểm ${name} ${formatNumber(last.score)}`;
  const counted = score.equals(last.score) ? explanation : `${explanation}, chỉ tính ${formatNumber(score)}`;
  if (score.compare(max) > 0) return earnedScore(max, counted, { bonus: score.sub(max), round });
  if (room.deduction === null) return earnedScore(score, counted, { round });
  return earnedScore(max, counted, { deduction: max.sub(score), round });
}
