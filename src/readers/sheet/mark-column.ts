import { cleanText } from "../../domain/name.js";

/** The header of the column that says what is wrong in each row of a marked copy. */
export const MARK_HEADER = "Lỗi";

/** What stands before each thing said there. */
export const MARK_BULLET = "•";

const SEARCH_ROWS = 30;
const IS_MARK_HEADER = new RegExp(`^${MARK_HEADER}( ${MARK_BULLET}|$)`);

/** The rows as they were before a copy of them was marked: without the last column when that is the column Lỗi. */
export function dropMarkColumn(rows: readonly string[][]): readonly string[][] {
  const column = findMarkColumn(rows);
  return column === null ? rows : rows.map((cells) => dropBlankEnd(cells.slice(0, column)));
}

/** The column whose topmost text is its name, at the end of the row: "Lỗi" under another header is a note like any other. */
function findMarkColumn(rows: readonly string[][]): number | null {
  const begun = new Set<number>();
  for (const cells of rows.slice(0, SEARCH_ROWS)) {
    const last = cells.findLastIndex((cell) => cell !== "");
    if (last >= 0 && !begun.has(last) && IS_MARK_HEADER.test(cleanText(cells[last] ?? ""))) return last;
    cells.forEach((cell, column) => {
      if (cell !== "") begun.add(column);
    });
  }
  return null;
}

/** What the copy put between the last column and its own is no column. */
function dropBlankEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}
