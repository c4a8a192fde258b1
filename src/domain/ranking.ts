import type { Exact } from "./number.js";

/** One rule by which of two units with the same score stands before the other. */
export interface Tiebreak<T> {
  /** As it is printed: "điểm mục I cao hơn". */
  text: string;
  /** Below 0 when `a` stands first, 0 when it does not decide. */
  compare(a: T, b: T): number;
}

/** A unit's place. */
export interface Placed {
  rank: number;
  /** The last rule that was needed to tell the unit from others with its score; null when there are none or no rule did. */
  tieBrokenBy: string | null;
}

/**
 * Competition ranking (1, 2, 2, 4) by score, highest first; equal scores are told apart by the rules in order, and what
 * stays equal keeps the order given and shares a rank.
 */
export function rankByScore<T extends { score: Exact }>(
  units: readonly T[],
  ties: readonly Tiebreak<T>[] = [],
): (T & Placed)[] {
  const sorted = [...units].sort((a, b) => b.score.compare(a.score) || (deciding(a, b, ties)?.order ?? 0));
  let rank = 1;
  return sorted.map((unit, index) => {
    const previous = sorted[index - 1];
    const isTied = previous?.score.equals(unit.score) === true && deciding(previous, unit, ties) === null;
    if (!isTied) rank = index + 1;
    const equals = sorted.filter((other) => other !== unit && other.score.equals(unit.score));
    const rule = Math.max(-1, ...equals.map((other) => deciding(unit, other, ties)?.rule ?? -1));
    return { ...unit, rank, tieBrokenBy: ties[rule]?.text ?? null };
  });
}

/** The first rule that tells two units apart, and which of them stands first. */
function deciding<T>(a: T, b: T, ties: readonly Tiebreak<T>[]): { rule: number; order: number } | null {
  for (const [rule, { compare }] of ties.entries()) {
    const order = compare(a, b);
    if (order !== 0) return { rule, order };
  }
  return null;
}
