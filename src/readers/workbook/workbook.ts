import { formatWhole } from "../../domain/number.js";
import { MAX_WHOLE_LINES } from "../csv/shape.js";
import type { MergedRange } from "../table/format.js";
import { columnLetter } from "../table/header-key.js";
import { refuse } from "./workbook-refusal.js";

/** A sheet of an .xlsx or .ods file as text. */
export interface WorkbookSheet {
  name: string;
  /** Not shown when the file is opened; its cells are read only when it was asked for by name. */
  hidden: boolean;
  /** false for a sheet that is a chart or a macro. */
  hasCells: boolean;
  /** Row n as Excel counts is `rows[n - 1]`; numbers and faulty formulas carry their mark (typed-cell.ts). */
  rows: string[][];
  merges: readonly MergedRange[];
  /** Hidden rows that hold something, as Excel counts. */
  hiddenRows: readonly number[];
  /** Letters of hidden columns that hold something. */
  hiddenColumns: readonly string[];
}

export interface Workbook {
  format: "xlsx" | "ods";
  sheets: WorkbookSheet[];
  /** false when only the first rows of a large sheet were asked for. */
  isWhole: boolean;
}

/** No more XML than the first rows of a large sheet take. */
export const HEAD_BYTES = 4 * 1024 * 1024;

/** What to read of a workbook. */
export interface WorkbookWishes {
  /** The one sheet, a hidden one too; null for all that are shown. */
  wanted: string | null;
  /** Whether the first rows of a large sheet will do. */
  head: boolean;
}

/** Sheets of a file, when all of them are wanted. */
const MAX_SHEETS = 300;
/** Characters in all cells of a sheet: one long text may be that of thousands of cells. */
const MAX_CHARACTERS = 32_000_000;
export const MAX_COLUMNS = 1000;
export const MAX_CELLS = 2_000_000;
/** Blank rows a sheet may have between two filled ones; what stands farther away was left there by mistake. */
export const MAX_GAP = 10_000;
/** Places of the rectangle around all filled cells. */
export const MAX_AREA = 10_000_000;

const AS_CSV = "Tách bảng thành nhiều tệp nhỏ hơn; bảng kết quả dài thì lưu thành CSV UTF-8 rồi nạp.";

/** Holds a sheet to its limits while its filled cells are counted; 0-based rows and columns, in the order of the sheet. */
export class SheetExtent {
  lastRow = -1;
  lastColumn = -1;
  private cells = 0;

  constructor(private readonly sheet: string) {}

  /** Throws a refusal that names the cell and the limit. */
  add(row: number, column: number, count = 1): void {
    const cell = `${columnLetter(column)}${row + 1}`;
    const where = `Trang tính “${this.sheet}”`;
    if (column >= MAX_COLUMNS) {
      refuse(
        "too-wide",
        `${where} có nội dung ở ô ${cell}, quá giới hạn 1.000 cột.`,
        `Xóa nội dung ô ${cell} và các cột thừa rồi lưu lại.`,
      );
    }
    if (row - this.lastRow > MAX_GAP) {
      refuse(
        "far-cell",
        `${where} có nội dung ở ô ${cell}, sau hơn 10.000 dòng trống.`,
        `Xóa nội dung ô ${cell} (có lẽ gõ nhầm) rồi lưu lại.`,
      );
    }
    if (row >= MAX_WHOLE_LINES)
      refuse(
        "too-many-rows",
        `${where} có nội dung ở ô ${cell}, quá giới hạn ${formatWhole(MAX_WHOLE_LINES)} dòng.`,
        AS_CSV,
      );
    this.cells += count;
    this.lastRow = Math.max(this.lastRow, row);
    this.lastColumn = Math.max(this.lastColumn, column);
    if (this.cells > MAX_CELLS) {
      refuse("too-many-cells", `${where} có quá 2 triệu ô có nội dung.`, AS_CSV);
    }
    if ((this.lastRow + 1) * (this.lastColumn + 1) > MAX_AREA) {
      refuse("too-many-cells", `${where} rộng quá 10 triệu ô, tính đến ô ${cell}.`, AS_CSV);
    }
  }
}

/** Refuses a file of more sheets than an office has; one that was asked for by name is read anyway. */
export function checkSheetCount(count: number, wanted: string | null): void {
  if (wanted !== null || count <= MAX_SHEETS) return;
  const message = `Tệp có hơn ${MAX_SHEETS} trang tính.`;
  refuse("too-many-sheets", message, 'Tách thành nhiều tệp, hoặc nạp từng trang tính với --sheet "Tên".');
}

/** Refuses a sheet whose cells hold more text than an office writes. */
export function checkCharacters(sheet: string, rows: readonly (readonly string[])[]): void {
  let characters = 0;
  for (const row of rows) for (const text of row) characters += text.length;
  if (characters <= MAX_CHARACTERS) return;
  refuse("too-many-characters", `Các ô của trang tính “${sheet}” có hơn 32 triệu ký tự.`, AS_CSV);
}

/** Cuts blank cells off the end of each row and blank rows off the end of the sheet. */
export function trimRows(rows: string[][]): void {
  for (const row of rows) while (row.length > 0 && row[row.length - 1] === "") row.pop();
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
}

/** Of the hidden rows (0-based) those with content, as Excel counts. */
export function filledRows(rows: readonly string[][], hidden: Iterable<number>): number[] {
  return [...hidden].filter((index) => (rows[index]?.length ?? 0) > 0).map((index) => index + 1);
}

/** Of the hidden columns (0-based) the letters of those with content. */
export function filledColumns(rows: readonly string[][], hidden: Iterable<number>): string[] {
  return [...hidden].filter((index) => rows.some((row) => (row[index] ?? "") !== "")).map(columnLetter);
}
