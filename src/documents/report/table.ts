import { type Block, LANDSCAPE_TEXT_WIDTH, SIZE, TEXT_WIDTH } from "../decree30/decree30.js";
import { type Column, leastWidth, type TableLine } from "../decree30/table.js";
import { lyingBlocks } from "../template/landscape.js";
import { cleanTable } from "./text.js";

/** The smallest letters of a table that is still read with ease. Points. */
const SMALL = 11;

/** A table no word of which breaks: upright in 12 pt, else in 11 pt, else on a lying page. `above` and `below` stay with it. */
export function fittedTable(
  columns: readonly Column[],
  lines: readonly TableLine[],
  { above = [], below = [] }: { above?: readonly Block[]; below?: readonly Block[] } = {},
): Block[] {
  const fits = (size: number, width: number) => leastWidth(columns, lines, size) <= width;
  for (const size of [SIZE.table, SMALL]) {
    if (fits(size, TEXT_WIDTH)) return [...above, cleanTable(columns, lines, { size }), ...below];
  }
  const size = fits(SIZE.table, LANDSCAPE_TEXT_WIDTH) ? SIZE.table : SMALL;
  return lyingBlocks([...above, cleanTable(columns, lines, { size, width: LANDSCAPE_TEXT_WIDTH }), ...below]);
}
