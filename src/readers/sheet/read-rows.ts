import { createCleaner } from "../cell/text.js";
import { locateHeader } from "../header/locate-header.js";
import type { FormatSpec } from "../table/format.js";
import type { SheetReading } from "../table/reading.js";
import { keepRows } from "../table/sheet-rows.js";
import { NO_HINTS } from "../table/sheet-unit.js";
import { reportProblem } from "../table/table.js";
import { dropMarkColumn } from "./mark-column.js";
import { openTable, type SheetContext } from "./open-table.js";
import { readWideSheet } from "./read-wide-sheet.js";

/** Cells → records: finds the header, maps its columns, reads the rows. `first` is the first row to look at. */
export function readRows(
  reading: SheetReading,
  given: readonly string[][],
  formats: readonly FormatSpec[],
  only: FormatSpec | null,
  first: number,
  { merges = [], hints = NO_HINTS, workYear = null }: SheetContext = {},
): void {
  const rows = dropMarkColumn(given);
  keepRows(reading, rows);
  const clean = createCleaner();
  const visible = first === 0 ? rows : rows.map((row, index) => (index < first ? [] : row));
  const located = locateHeader(visible, formats, only, clean, hints.knownUnits);
  if (located.wide !== null) {
    readWideSheet(reading, visible, first, located, { merges, workYear });
    return;
  }
  if ("unclear" in located) {
    reportProblem(reading, located.unclear);
    return;
  }
  const table = openTable(reading, visible, located, clean, { formats, only, first, merges, hints, workYear });
  if (table === null) return;
  reading.content = table.format.read(table);
  reading.year = table.year;
}
