import type { Exact } from "./number.js";

/** A unit's place in a ranking. */
export interface Standing {
  unit: string;
  /** null = listed, not ranked. */
  rank: number | null;
  score: Exact;
}

/** A unit's place in two rankings of the same cluster; null where it is in one of them only. */
export interface StandingChange {
  unit: string;
  old: Standing | null;
  new: Standing | null;
}

/** Every unit of either ranking, in the order of the later one; those no longer in it last. */
export function compareStandings(before: readonly Standing[], after: readonly Standing[]): StandingChange[] {
  const old = new Map(before.map((standing) => [standing.unit, standing]));
  const still = new Set(after.map(({ unit }) => unit));
  return [
    ...after.map((standing) => ({ unit: standing.unit, old: old.get(standing.unit) ?? null, new: standing })),
    ...before
      .filter(({ unit }) => !still.has(unit))
      .map((standing) => ({ unit: standing.unit, old: standing, new: null })),
  ];
}

/** Whether rank or score differ, or the unit is in one ranking only. */
export function hasMoved({ old, new: now }: StandingChange): boolean {
  return old === null || now === null || old.rank !== now.rank || !old.score.equals(now.score);
}
