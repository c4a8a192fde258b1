import { findTextTrouble } from "../cell/text.js";
import { columnLetter } from "../table/header-key.js";
import type { SheetReading } from "../table/reading.js";

const BROKEN = "\uFFFD";

/**
 * Reports each cell with a broken letter that no record reader has reported: in a heading, a column that is not read, a
 * title. None of them may be stored or printed.
 */
export function reportBrokenLetters(reading: SheetReading, rows: readonly string[][], first: number): void {
  const { file, sheet } = reading;
  const headers = new Map(Object.values(reading.columns).map(({ letter, header }) => [letter, header]));
  const reported = new Set(reading.problems.map(({ row, column }) => `${row} ${column}`));
  rows.forEach((cells, index) => {
    if (index < first) return;
    cells.forEach((cell, place) => {
      if (!cell.includes(BROKEN)) return;
      const letter = columnLetter(place);
      const [row, column] = [index + 1, headers.get(letter) ?? letter];
      const trouble = findTextTrouble(BROKEN);
      if (trouble === null || reported.has(`${row} ${column}`)) return;
      const value = cell.length > 500 ? `${cell.slice(0, 499)}…` : cell;
      const address = `${letter}${row}`;
      reading.problems.push({ file, sheet, row, column, cell: address, value, severity: "error", ...trouble });
    });
  });
}
