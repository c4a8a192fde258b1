import { SIZE, TEXT_WIDTH } from "../decree30/decree30.js";
import { type Column, PADDING, type TableLine } from "../decree30/table.js";
import { measureText } from "../word/text-width.js";

/**
 * Number columns of one width, so that headings wrap alike: first no number of `lines` (which begin with an ordinal and a name) and no
 * word of a heading breaks, then no name does, then the numbers share what is left.
 */
export function evenColumns(titles: readonly string[], lines: readonly TableLine[], width = TEXT_WIDTH): Column[] {
  const name = Math.max(LEAST_NAME, widest(lines.map(({ cells }) => cells[1] ?? "")));
  const number = leastColumn(
    titles,
    lines.flatMap(({ cells }) => cells.slice(2)),
  );
  const share = (names: number) => (width - ORDINAL - names) / Math.max(titles.length, 1);
  const even = Math.floor(Math.min(share(LEAST_NAME), Math.max(number, Math.min(share(name), MOST_NUMBER))));
  return titles.map((title) => ({ title, align: "right", width: even }));
}

/** How many number columns stand beside an ordinal and a name without a word broken; at least one. */
export function columnsThatFit(
  { titles, lines }: { titles: readonly string[]; lines: readonly { name: string; cells: readonly string[] }[] },
  width: number,
): number {
  const number = leastColumn(
    titles,
    lines.flatMap(({ cells }) => cells),
  );
  // A long name takes two lines, or three.
  const longest = widest(lines.map(({ name }) => name));
  const name = Math.max(LEAST_NAME, Math.min(longest, width / 4));
  return Math.max(1, Math.floor((width - ORDINAL - name) / number));
}

function leastColumn(titles: readonly string[], cells: readonly string[]): number {
  const heading = widest(titles.flatMap(splitWords), true);
  return Math.max(LEAST_NUMBER, heading, widest(cells.flatMap(splitWords)));
}

function widest(texts: readonly string[], bold = false): number {
  return texts.reduce((most, each) => Math.max(most, measureText(each, SIZE.table, bold)), 0) + 2 * PADDING + 20;
}

function splitWords(content: string): string[] {
  return content.split(/\s+/);
}

/** Twips: an ordinal or "Hạng"; "Xã Cẩm Sơn"; "1.107,4"; a number column wider than this looks empty. */
const ORDINAL = 820;
const LEAST_NAME = 1600;
const LEAST_NUMBER = 940;
const MOST_NUMBER = 1700;

/** Parts of nearly the same length, none longer than `most`. */
export function splitEvenly<T>(items: readonly T[], most: number): T[][] {
  const count = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
