import type { Problem } from "../../domain/problem.js";
import { ownText } from "../cell/text.js";
import type { Column, SoundCells, Table } from "./format.js";
import { columnLetter } from "./header-key.js";
import type { SkipReason } from "./reading.js";
import { MAX_SKIPPED, ReadingStopped, stopAtTooMany } from "./sheet-limit.js";

/** Key in `Table.fixed` of the measure a sheet without an ĐVT column says once ("ĐVT: tỷ đồng", "KH (tr.đ)"); a row's own comes first. */
export const SHEET_MEASURE = "sheetMeasure";

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

/** Lists a row that is no data. Blank ones over the limit are not listed: a sheet may go on with them to its last row. */
export function skipRow(table: Table, cells: readonly string[], index: number, reason: SkipReason): void {
  if (table.skipped.length >= MAX_SKIPPED) {
    if (reason === "blank") return;
    throw new ReadingStopped("too-many-skipped", index + 1);
  }
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
