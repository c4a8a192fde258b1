import { cleanText } from "../../domain/name.js";
import { readNumber } from "../cell/number.js";
import type { Table } from "../table/format.js";
import type { SheetReading } from "../table/reading.js";
import { joinCells, reportProblem, skipRow } from "../table/table.js";
import type { HeaderBlock } from "./header-block.js";

/** Lists the rows above the header at `headerIndex`. */
export function skipAbove(reading: SheetReading, table: Table, first: number, headerIndex: number): void {
  for (let index = 0; index < headerIndex; index++) {
    const cells = table.rows[index] ?? [];
    const blank = cells.every((cell) => table.clean(cell) === "");
    if (index < first) table.skipped.push({ row: 1, reason: "separator", text: `sep=${reading.delimiter}` });
    else skipRow(table, cells, index, blank ? "blank" : "title");
  }
  const figures = table.rows.findIndex(
    (cells, index) => index >= first && index < headerIndex && holdsFigures(cells, table),
  );
  if (figures >= 0) reportRowsAbove(table, figures);
}

function holdsFigures(cells: readonly string[], { clean }: Table): boolean {
  return cells.filter((cell) => cell !== "" && readNumber(clean(cell), "undecided") !== null).length >= 2;
}

/** A title has no row of figures: they are of a table whose header nobody knows. */
function reportRowsAbove(table: Table, index: number): void {
  reportProblem(table, {
    row: index + 1,
    column: null,
    value: null,
    code: "rows-above",
    severity: "warning",
    message: "Dòng này giống một dòng số liệu nhưng đứng trên dòng tiêu đề nên không được đọc.",
    hint: "Nếu là một bảng khác, chuyển sang một tệp hoặc trang tính riêng, có tiêu đề cột; nếu không thì không phải làm gì.",
  });
}

/** The rows of a header below its first. */
export function skipHeaderRows(reading: SheetReading, rows: readonly string[][], { first, last }: HeaderBlock): void {
  for (let index = first + 1; index <= last; index++) {
    const text = joinCells((rows[index] ?? []).map(cleanText));
    reading.skipped.push({ row: index + 1, reason: "header", text });
  }
}
