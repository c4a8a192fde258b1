import type { Problem } from "../domain/problem.js";
import type { Column } from "./columns.js";
import type { FormatSpec } from "./format.js";
import { columnLetter } from "./header-key.js";
import type { IndicatorHeading } from "./indicator-heading.js";
import type { NumberStyle } from "./number.js";
import type { SkippedRow, SkipReason } from "./reading.js";
import { ownText } from "./text.js";
import { stopAtTooMany } from "./too-many-errors.js";
import type { MergedRange } from "./workbook.js";

/** Key in `Table.fixed` of the measure a sheet without an ĐVT column says once ("ĐVT: tỷ đồng", "KH (tr.đ)"); a row's own comes first. */
export const SHEET_MEASURE = "sheetMeasure";

/** A sheet whose header was found: cells, columns, and where problems and skipped rows are gathered. */
export interface Table {
  file: string;
  format: FormatSpec;
  /** All rows of the sheet, the header among them; row n as Excel counts is `rows[n - 1]`. */
  rows: readonly string[][];
  headerIndex: number;
  /** The rows of the header as written; it may come again on each printed page. */
  headerRows: readonly (readonly string[])[];
  /** Record field → column. */
  columns: ReadonlyMap<string, Column>;
  /** Record field → text that holds for every row: the unit of the whole sheet, the indicator of a group of columns. */
  fixed: ReadonlyMap<string, string>;
  /** Units that head their own rows, by `unitKey`; none in most sheets. */
  unitHeadings: ReadonlyMap<string, string>;
  /** Indicators that head the rows of their units, by the 0-based row; none in most sheets. */
  indicatorHeadings: ReadonlyMap<number, IndicatorHeading>;
  /** Columns of running numbers (STT). */
  ordinals: readonly number[];
  /** How the numbers of the file are written. */
  style: NumberStyle;
  /** null until the title, a header or the records state one. */
  year: number | null;
  skipped: SkippedRow[];
  problems: Problem[];
  /** Cleaned text of a cell; "" when the row is shorter. */
  clean(raw: string): string;
  /** Cells in which nothing was wrong, and what was read of them as the name of something or as another short text. */
  sound: SoundCells;
  /** Whether a text is a header of some format, or STT. */
  isHeaderWord(text: string): boolean;
  /** Joined cells of a workbook; none in a CSV, which cannot say them. */
  merges: readonly MergedRange[];
  /** Rows (0-based) with a cell joined over at least half the columns. */
  mergedAcross: ReadonlySet<number>;
}

export interface SoundCells {
  names: Map<string, string>;
  labels: Map<string, string>;
}

export function createSoundCells(): SoundCells {
  return { names: new Map(), labels: new Map() };
}

/** The field's column, or undefined when the sheet has none. */
export function columnOf(table: Table, field: string): Column | undefined {
  return table.columns.get(field);
}

/** The cell's cleaned text, "" when there is no such column or cell. */
export function cellText(table: Table, cells: readonly string[], field: string): string {
  const column = table.columns.get(field);
  if (column === undefined) return table.fixed.get(field) ?? "";
  const raw = cells[column.index];
  return raw === undefined || raw === "" ? "" : table.clean(raw);
}

export function skipRow(table: Table, cells: readonly string[], index: number, reason: SkipReason): void {
  table.skipped.push({ row: index + 1, reason, text: shorten(joinCells(cells.map(table.clean))) });
}

/** Takes a row back from those skipped: it turned out to say something. `row` as Excel shows it. */
export function keepRow(table: Table, row: number): void {
  const at = table.skipped.findIndex((skipped) => skipped.row === row);
  if (at >= 0) table.skipped.splice(at, 1);
}

/** The texts of a row that are not blank, as one line. */
export function joinCells(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join(" | ");
}

/** A problem on its way into a table's list; `index` is its column, 0-based. */
export interface TableProblem extends Omit<Problem, "file" | "sheet" | "cell"> {
  index?: number | undefined;
}

export function reportProblem(table: Pick<Table, "file" | "problems">, { index, ...problem }: TableProblem): void {
  const value = problem.value === null ? null : shorten(problem.value);
  const cell = index === undefined || problem.row === null ? {} : { cell: `${columnLetter(index)}${problem.row}` };
  table.problems.push({ file: table.file, sheet: null, ...problem, ...cell, value });
  if (problem.severity === "error") stopAtTooMany(table.problems);
}

/** A cell may hold a megabyte; a message need not, and should not keep the file's text alive. */
function shorten(text: string): string {
  return ownText(text.length > 500 ? `${text.slice(0, 499)}…` : text);
}
