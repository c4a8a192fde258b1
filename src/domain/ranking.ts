import type { Exact } from "./number.js";

/** Competition ranking (1, 2, 2, 4) by score, highest first; equal scores keep the order given and share a rank. */
export function rankByScore<T extends { score: Exact }>(units: readonly T[]): (T & { rank: number })[] {
  const sorted = [...units].sort((a, b) => b.score.compare(a.score));
  let rank = 1;
  return sorted.map((unit, index) => {
    const previous = sorted[index - 1];
    if (previous === undefined || !previous.score.equals(unit.score)) rank = index + 1;
    return { ...unit, rank };
  });
}
