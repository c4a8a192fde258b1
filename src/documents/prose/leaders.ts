import { type Exact, exact, HUNDRED } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";

/** How the units that did best are told. */
export type Leaders =
  /** Each with its figure, equal ones together: "huyện A (116% KH), huyện B và huyện C (cùng 105% KH)". */
  | { pattern: "figures"; groups: ProgressRow[][] }
  /** Two or three clear of the rest: "huyện A và huyện B đạt trên 120% kế hoạch". `above` false: one stands exactly on the step. */
  | { pattern: "step"; rows: ProgressRow[]; step: Exact; above: boolean }
  /** The same, no figure whole and each past another percent: "huyện A đạt trên 133%, huyện B đạt trên 131% kế hoạch". */
  | { pattern: "steps"; rows: { row: ProgressRow; step: Exact }[] }
  /** More than three: "05 đơn vị đạt trên 120% kế hoạch, cao nhất là huyện A (128,5% KH)". */
  | { pattern: "many"; rows: ProgressRow[]; best: ProgressRow[]; step: Exact; above: boolean };

/** More units than this are counted, not named. */
export const MOST_NAMED = 3;

/**
 * Chooses the pattern for the units above plan, best first (practice §3.4, patterns 4 and 5). A leading group is made of all in
 * the highest ten-step (120 to below 130), when that is above 100 and others are not in it. null: nobody is above plan by a figure.
 */
export function chooseLeaders(exceeded: readonly ProgressRow[], assignedCount: number): Leaders | null {
  const known = exceeded.flatMap((row) =>
    row.attainmentPercent === null ? [] : [{ row, percent: row.attainmentPercent }],
  );
  const top = known[0];
  if (top === undefined) return null;
  const step = floorTo(top.percent, 10);
  const group = known.filter(({ percent }) => percent.compare(step) >= 0);
  const rows = group.map(({ row }) => row);
  const lowest = group.at(-1)?.percent ?? top.percent;
  const stands = step.compare(HUNDRED) > 0 && group.length > 1 && group.length < assignedCount;
  if (!stands || lowest.equals(top.percent)) {
    return {
      pattern: "figures",
      groups: topGroups(
        known.map(({ row }) => row),
        isSamePercent,
      ),
    };
  }
  const above = lowest.compare(step) > 0;
  if (group.length > MOST_NAMED) {
    return { pattern: "many", rows, best: rows.filter((row) => isSamePercent(row, top.row)), step, above };
  }
  const steps = group.map(({ row, percent }) => ({ row, step: floorTo(percent, 1) }));
  const distinct = new Set(steps.map((each) => each.step.toFraction())).size === steps.length;
  if (distinct && group.every(({ percent }) => percent.d !== 1n)) return { pattern: "steps", rows: steps };
  return { pattern: "step", rows, step, above };
}

function floorTo(value: Exact, step: number): Exact {
  return value.div(step).floor().mul(exact(step));
}

/** The very same percentage, not one that only looks the same when rounded; none at all of something unwanted equals none. */
export function isSamePercent(a: ProgressRow, b: ProgressRow): boolean {
  if (a.attainmentPercent === null || b.attainmentPercent === null) {
    return a.unknown === "zero-actual" && b.unknown === "zero-actual";
  }
  return a.attainmentPercent.equals(b.attainmentPercent);
}

/** Groups of equals from the best, until three units are named. */
export function topGroups(
  best: readonly ProgressRow[],
  isSame: (a: ProgressRow, b: ProgressRow) => boolean,
): ProgressRow[][] {
  const groups: ProgressRow[][] = [];
  for (const row of best) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && isSame(last[0], row)) last.push(row);
    else if (groups.flat().length < MOST_NAMED) groups.push([row]);
    else break;
  }
  return groups;
}
