import { parse } from "node:path";
import type { Problem } from "../../domain/problem.js";
import { dropMarkColumn } from "../../readers/sheet/mark-column.js";
import { readCell, type SheetCells } from "../../readers/sheet-cells.js";
import type { SheetReading } from "../../readers/table/reading.js";
import { columnIndex } from "../../readers/workbook/xlsx-extent.js";
import type { CopiedCell, MarkedSheet } from "../../terminal/marked-workbook.js";
import { writeDecimal } from "../../terminal/outgoing-sheet.js";
import { collectMarks, type Mark, markText, type SheetMarks } from "./marks.js";

/** A sheet to be copied: its cells as the file has them, and what is wrong in them. */
export interface SheetCopy extends SheetCells {
  reading: SheetReading;
  marks: SheetMarks;
}

/** The copy of a sheet, without the column Lỗi it may have from an earlier one. */
export function copySheet(reading: SheetReading, problems: readonly Problem[], cells: SheetCells): SheetCopy {
  const marks = collectMarks(problems, reading.sheet, reading.headerRow ?? 1);
  // A line sep=; is for the file it stands in.
  const separators = new Set(reading.skipped.flatMap(({ row, reason }) => (reason === "separator" ? row : [])));
  const rows = dropMarkColumn(cells.rows).map((row, index) => {
    if (index + 1 === reading.headerRow) return keepWidth(row);
    return separators.has(index + 1) ? [] : row;
  });
  return { reading, rows, merges: cells.merges, marks };
}

/** A header may end in columns without a name; a blank keeps them where cells that hold nothing are cut off. */
function keepWidth(header: readonly string[]): string[] {
  return header.at(-1) === "" ? [...header.slice(0, -1), " "] : [...header];
}

/** The sheet as CSV with the column Lỗi. */
export async function copyAsText({ reading, rows, merges, marks }: SheetCopy): Promise<string> {
  const { formatSheet } = await import("../../terminal/csv.js");
  const texts = rows.map((row) => row.map(writeText));
  const top = reading.headerRow ?? 1;
  // A CSV joins no cells: a unit merged over its rows stands in each of them.
  for (const { startRow, endRow, startColumn, endColumn } of merges) {
    const cell = readCell(rows[startRow]?.[startColumn] ?? "");
    if (startRow < top || startColumn !== endColumn || cell === null || !("text" in cell)) continue;
    for (const row of texts.slice(startRow + 1, endRow + 1)) {
      while (row.length <= startColumn) row.push("");
      row[startColumn] = cell.text;
    }
  }
  const width = widthOf(rows);
  return formatSheet(
    texts.map((row, index) => {
      const text = markText(marks.rows.get(index + 1)?.lines ?? [], index + 1 === top, " ");
      return text === "" ? row : [...row, ...Array<string>(width - row.length).fill(""), text];
    }),
  );
}

/** A cell as it is typed into a CSV. */
function writeText(raw: string): string {
  const cell = readCell(raw);
  if (cell === null) return "";
  if ("decimal" in cell) return `${writeDecimal(cell.decimal, ",")}${cell.isPercent ? "%" : ""}`;
  if ("formula" in cell) return `=${cell.formula}`;
  return "date" in cell ? cell.date : cell.text;
}

/** The sheets as one workbook; those with problems have their cells marked and the column Lỗi added. */
export async function copyAsWorkbook(copies: readonly SheetCopy[]): Promise<Uint8Array> {
  const { makeMarkedWorkbook } = await import("../../terminal/marked-workbook.js");
  const taken = new Set<string>();
  return makeMarkedWorkbook(copies.map((copy) => describeCopy(copy, nameSheet(copy.reading, taken))));
}

function describeCopy({ reading, rows, merges, marks }: SheetCopy, name: string): MarkedSheet {
  const { headerRow, sheet } = reading;
  const top = headerRow ?? 1;
  const hasMarks = marks.rows.size > 0;
  const texts = new Map<number, { text: string; severity: Mark["severity"] | null }>();
  if (hasMarks) texts.set(top - 1, { text: markText([], true, "\n"), severity: null });
  for (const [row, { lines, severity }] of marks.rows) {
    texts.set(row - 1, { text: markText(lines, row === top, "\n"), severity });
  }
  return {
    name,
    rows: rows.map((row) => row.map((raw) => copyCell(raw, sheet !== null))),
    merges,
    header: headerRow === null ? null : [headerRow - 1, lastHeaderRow(reading, headerRow) - 1],
    markColumn: hasMarks ? widthOf(rows) : null,
    texts,
    marked: [...marks.cells].flatMap(([address, { lines, severity }]) => {
      const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
      return { row: Number(row) - 1, column: columnIndex(letters), text: lines.join("\n"), severity };
    }),
  };
}

/** Excel takes no longer text in a cell. */
const MAX_CHARACTERS = 32_000;

function copyCell(raw: string, isWorkbook: boolean): CopiedCell {
  const cell = readCell(raw);
  if (cell === null) return null;
  if ("text" in cell) return { value: cell.text.slice(0, MAX_CHARACTERS) };
  if ("date" in cell) return copyDate(cell.date);
  // A formula that points into a sheet that is not copied would be broken, and one without its text is none.
  if ("formula" in cell) return isWorkbook && /^[^!…[\]]+$/.test(cell.formula) ? cell : { value: `=${cell.formula}` };
  if (!cell.isPercent) return { value: Number(cell.decimal) };
  const decimals = cell.decimal.split(".")[1]?.length ?? 0;
  return { value: Number(`${cell.decimal}e-2`), format: decimals === 0 ? "0%" : `0.${"0".repeat(decimals)}%` };
}

/** Excel counts days wrongly before March 1900; what lies there is left as text. */
const FIRST_DAY = Date.UTC(1900, 2, 1);

function copyDate(text: string): CopiedCell {
  const [, day, month, year, clock = ""] = /^(?:(\d\d)\/(\d\d)\/(\d{4}))? ?(\d\d:\d\d(?::\d\d)?)?$/.exec(text) ?? [];
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(":").map(Number);
  const clockFormat = clock === "" ? "" : clock.length > 5 ? "hh:mm:ss" : "hh:mm";
  if (day === undefined) return { value: (hours * 60 + minutes + seconds / 60) / (24 * 60), format: clockFormat };
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), hours, minutes, seconds));
  if (moment.getTime() < FIRST_DAY) return { value: text };
  return { value: moment, format: `dd/mm/yyyy ${clockFormat}`.trim() };
}

function widthOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}

/** The last of the rows the header is written over, as Excel counts. */
function lastHeaderRow({ skipped }: SheetReading, headerRow: number): number {
  const below = new Set(skipped.flatMap(({ row, reason }) => (reason === "header" ? row : [])));
  let last = headerRow;
  while (below.has(last + 1)) last++;
  return last;
}

/** The sheet's own name, of a CSV the file's (which may be all that says whose it is), as Excel takes it and no two alike. */
function nameSheet({ sheet, file }: SheetReading, taken: Set<string>): string {
  const base = (sheet ?? parse(file).name).replace(/[[\]:*?/\\]/g, " ").replace(/^'+|'+$/g, "");
  const plain = base.trim() === "" || /^history$/i.test(base) ? "Bảng" : base.trim();
  let name = plain.slice(0, 31);
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain.slice(0, 27)} ${number}`;
  taken.add(name.toLowerCase());
  return name;
}
