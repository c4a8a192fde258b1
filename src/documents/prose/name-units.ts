import type { ProgressRow } from "../../domain/progress.js";
import { formatCount, joinAnd } from "./count.js";
import type { FigureOf } from "./indicator-wording.js";
import { joinNames } from "./join-names.js";
import { unitInProse } from "./words.js";

/** "huyện A (116% KH)", "huyện A và huyện B (cùng 105% KH)"; a tie of more than five is counted. */
export function nameEqual(rows: readonly ProgressRow[], figureOf: FigureOf): string {
  const figure = rows[0] === undefined ? null : figureOf(rows[0]);
  const names =
    rows.length > 5 ? `${formatCount(rows.length)} đơn vị` : joinNames(rows.map((row) => unitInProse(row.unit)));
  return figure === null ? names : `${names} (${rows.length > 1 ? "cùng " : ""}${figure})`;
}

/** "huyện A (99% KH) và huyện B (97% KH)" */
export function nameEach(rows: readonly ProgressRow[], figureOf: FigureOf): string {
  // A figure in brackets already sets a name off from the next.
  const join = rows.every((row) => figureOf(row) !== null) ? joinAnd : joinNames;
  return join(rows.map((row) => nameEqual([row], figureOf)));
}

/** "06/07 đơn vị" */
export function shareOfUnits(part: readonly unknown[], all: readonly unknown[]): string {
  return `${formatCount(part.length)}/${formatCount(all.length)} đơn vị`;
}

/** Units that did equally well: "cùng" only where they show the very same figure; equal shares of unequal levels are told each. */
export function nameTied(rows: readonly ProgressRow[], figureOf: FigureOf): string {
  const [first] = rows;
  const same = first === undefined || rows.every((row) => figureOf(row) === figureOf(first));
  return same ? nameEqual(rows, figureOf) : nameEach(rows, figureOf);
}
