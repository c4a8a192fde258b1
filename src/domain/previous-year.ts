import type { CellColumns, Result } from "./indicator.js";
import { nameKey } from "./name.js";
import { exact } from "./number.js";

/** A figure of last year that this year's sheet states otherwise than the results stored of last year. */
export interface OtherPrevious {
  unitId: number;
  indicatorId: number;
  /** Plain decimals. */
  stated: string;
  stored: string;
}

/** The year's results with last year's figures beside them. */
export interface WithPrevious {
  results: Result[];
  /** How many figures came from last year's stored results. */
  filled: number;
  differing: OtherPrevious[];
}

/**
 * Puts last year's stored result where this year's sheet leaves "Năm trước" blank, with the cell it stood in; a stated figure stays, and
 * is told where the stored one is another. Results in other measures are not compared.
 */
export function fillPrevious(
  results: readonly Result[],
  lastYear: readonly Result[],
  cellOf: (result: Result) => CellColumns[string],
): WithPrevious {
  const before = new Map(lastYear.map((result) => [pairKey(result), result]));
  const differing: OtherPrevious[] = [];
  let filled = 0;
  const complete = results.map((result): Result => {
    const old = before.get(pairKey(result));
    if (typeof old?.actual !== "string" || !isSameMeasure(result, old)) return result;
    if (result.previous === null) {
      filled++;
      return { ...result, previous: old.actual, cells: { ...result.cells, previous: cellOf(old) } };
    }
    if (typeof result.previous === "string" && !exact(result.previous).equals(exact(old.actual))) {
      const { unitId, indicatorId, previous } = result;
      differing.push({ unitId, indicatorId, stated: previous, stored: old.actual });
    }
    return result;
  });
  return { results: complete, filled, differing };
}

function pairKey({ unitId, indicatorId }: Result): string {
  return `${unitId}|${indicatorId}`;
}

function isSameMeasure(one: Result, other: Result): boolean {
  return one.measure === null || other.measure === null || nameKey(one.measure) === nameKey(other.measure);
}
