import { type Exact, formatNumber, ZERO } from "./number.js";
import { type GivenScore, ROUNDS, type Round } from "./rubric.js";

/** A round that gave another score than the one before it. */
export interface RoundDifference {
  from: Round;
  to: Round;
  /** What was added; below 0, taken. */
  change: Exact;
  /** "tự chấm 9, thẩm định 8: giảm 1 điểm" */
  text: string;
}

/** Where the rounds differ, each from the last one before it that gave a score. */
export function compareRounds(given: GivenScore): RoundDifference[] {
  const present = ROUNDS.flatMap(([round, name]) => {
    const score = given[round];
    return score === null ? [] : [{ round, name, score }];
  });
  return present.slice(1).flatMap((to, index) => {
    const from = present[index];
    if (from === undefined || from.score.equals(to.score)) return [];
    const change = to.score.sub(from.score);
    const told = `${change.compare(ZERO) > 0 ? "tăng" : "giảm"} ${formatNumber(change.abs())} điểm`;
    const text = `${from.name} ${formatNumber(from.score)}, ${to.name} ${formatNumber(to.score)}: ${told}`;
    return [{ from: from.round, to: to.round, change, text }];
  });
}
