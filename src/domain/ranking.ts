import type { Exact } from "./number.js";

/** One rule by which of two units with the same score stands before the other. */
export interface Tiebreak<T> {
  /** As it is printed: "điểm mục I cao hơn". */
  text: string;
  /** Below 0 when `a` stands first, 0 when it does not decide. */
  compare(a: T, b: T): number;
}

/** A unit's place. */
export interface Placed<T> {
  rank: number;
  /** The last rule that was needed to tell the unit from others with its score; null when there are none or no rule did. */
  tieBrokenBy: string | null;
  /** Others with the very same score, and those of them that share the rank. */
  sameScore: T[];
  tiedWith: T[];
}

/**
 * Competition ranking (1, 2, 2, 4) by score, highest first; equal scores are told apart by the rules in order, and what
 * stays equal keeps the order given and shares a rank.
 */
export function rankByScore<T extends { score: Exact }>(
  units: readonly T[],
  ties: readonly Tiebreak<NoInfer<T>>[] = [],
): (T & Placed<T>)[] {
  const sorted = [...units].sort((a, b) => b.score.compare(a.score) || (findDecision(a, b, ties)?.order ?? 0));
  const equals: T[][] = [];
  for (const unit of sorted) {
    const last = equals.at(-1);
    if (last?.[0]?.score.equals(unit.score) === true) last.push(unit);
    else equals.push([unit]);
  }
  let better = 0;
  return equals.flatMap((group) => {
    const first = better + 1;
    better += group.length;
    return group.map((unit) => {
      const sameScore = group.filter((other) => other !== unit);
      const decisions = sameScore.map((other) => findDecision(unit, other, ties));
      const ahead = decisions.filter((decision) => decision !== null && decision.order > 0).length;
      const last = Math.max(-1, ...decisions.map((decision) => decision?.rule ?? -1));
      const tiedWith = sameScore.filter((_, index) => decisions[index] === null);
      return { ...unit, rank: first + ahead, tieBrokenBy: ties[last]?.text ?? null, sameScore, tiedWith };
    });
  });
}

/** The first rule that tells two units apart, and which of them stands first. */
function findDecision<T>(a: T, b: T, ties: readonly Tiebreak<T>[]): { rule: number; order: number } | null {
  for (const [rule, { compare }] of ties.entries()) {
    const order = compare(a, b);
    if (order !== 0) return { rule, order };
  }
  return null;
}
