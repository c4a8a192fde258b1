import type { ProgressRow } from "../../domain/progress.js";
import type { FigureOf, Wording } from "./indicator-wording.js";
import { isSamePercent } from "./leaders.js";
import { nameTied } from "./name-units.js";

/** The units furthest from the plan: all that are equally far. */
export interface Worst {
  rows: ProgressRow[];
  /** false: these have no percentage (a loss), so who is furthest cannot be said. */
  isRanked: boolean;
}

/** The worst of the units that fell short, best first; a superlative never leaves out an equal, nor one that cannot be compared. */
export function findWorst(missed: readonly ProgressRow[]): Worst {
  const unranked = missed.filter((row) => row.attainmentPercent === null);
  const last = missed.at(-1);
  if (unranked.length > 0 || last === undefined) return { rows: unranked, isRanked: false };
  return { rows: missed.filter((row) => isSamePercent(row, last)), isRanked: true };
}

/** ", thấp nhất là huyện A (60% KH)"; empty where an indicator knows no more or less (passed or not). */
export function tellWorst(missed: readonly ProgressRow[], wording: Wording, figureOf: FigureOf): string {
  if (wording.worst === "") return "";
  const { rows, isRanked } = findWorst(missed);
  return `, ${isRanked ? wording.worst : "trong đó có"} ${nameTied(rows, figureOf)}`;
}
