import type { ChalkInstance } from "chalk";
import { cellWidth, printable } from "./cell-width.js";
import { wrapWords } from "./wrap.js";

export interface Column {
  header: string;
  align?: "right";
}

type Row = readonly string[];

const GAP = "  ";
/** Lines of a cell after its first, so that a row can be told from the next. */
const INDENT = "  ";
/** No column of words is made narrower than this, or than its longest word. */
const NARROWEST = 10;
/** A longer word without a digit (the name of a file) may be broken. */
const LONGEST_WORD = 20;
/** Taller rows are read more easily as blocks. */
const TALLEST = 4;

/**
 * A table for people. `width` is the screen's (null: a pipe, as wide as it needs). Cells are wrapped by words to fit,
 * none is cut and no number is broken; when even that is too narrow each row becomes a block of "header: value" lines.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number | null,
  style: ChalkInstance,
): string {
  const cells = rows.map((row) => columns.map((_, index) => printable(row[index] ?? "")));
  const all = { columns, cells };
  const widths = naturalWidths(all);
  if (width === null || totalWidth(widths) <= width) return layTable(all, widths, style);
  const filled = dropEmptyColumns(all);
  const fitted = fitWidths(filled, width);
  return fitted === null ? layBlocks(filled, width, style) : layTable(filled, fitted, style);
}

interface Cells {
  columns: readonly Column[];
  cells: readonly Row[];
}

function dropEmptyColumns({ columns, cells }: Cells): Cells {
  const isFilled = columns.map((_, index) => cells.some((row) => row[index] !== ""));
  const keep = <T>(row: readonly T[]) => row.filter((_, index) => isFilled[index]);
  return { columns: keep(columns), cells: cells.map(keep) };
}

/** For each column the most of `measure` over its cells and, with `ofHeader`, its header. */
function measureColumns(
  { columns, cells }: Cells,
  measure: (text: string) => number,
  ofHeader: (text: string) => number = measure,
): number[] {
  return columns.map(({ header }, index) =>
    cells.reduce((most, row) => Math.max(most, measure(row[index] ?? "")), ofHeader(header)),
  );
}

function naturalWidths(table: Cells): number[] {
  return measureColumns(table, cellWidth);
}

function longestWord(text: string): number {
  return text.split(" ").reduce((most, word) => {
    const width = cellWidth(word);
    return Math.max(most, /\d/.test(word) ? width : Math.min(width, LONGEST_WORD));
  }, 0);
}

/** Headers of number columns give way first, then the widest column; null when it cannot be read that narrow. */
function fitWidths(table: Cells, width: number): number[] | null {
  const isNumber = table.columns.map(({ align }) => align === "right");
  const words = measureColumns(table, longestWord);
  const withoutHeaders = measureColumns(table, cellWidth, longestWord);
  const widths = naturalWidths(table);
  const least = widths.map((natural, index) =>
    isNumber[index] ? (words[index] ?? 0) : Math.min(natural, Math.max(NARROWEST, (words[index] ?? 0) + INDENT.length)),
  );
  shrink(
    widths,
    widths.map((natural, index) => (isNumber[index] ? (withoutHeaders[index] ?? 0) : natural)),
    width,
  );
  shrink(widths, least, width);
  if (totalWidth(widths) > width) return null;
  const isTall = (text: string, index: number) => wrapWords(text, widths[index] ?? 0, INDENT).length > TALLEST;
  return table.cells.some((row) => row.some(isTall)) ? null : widths;
}

/** Takes cells from the widest columns that are above their least until the row fits, as far as that goes. */
function shrink(widths: number[], least: readonly number[], width: number): void {
  for (let excess = totalWidth(widths) - width; excess > 0; excess--) {
    const widest = widths.reduce(
      (best, cell, index) => (cell > (least[index] ?? 0) && cell > (widths[best] ?? 0) ? index : best),
      -1,
    );
    if (widest === -1) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, cell) => sum + cell, GAP.length * (widths.length - 1));
}

function layTable({ columns, cells }: Cells, widths: readonly number[], style: ChalkInstance): string {
  const headers = columns.map(({ header }) => header);
  const lines = [
    ...layRow(columns, headers, widths, "").map((line) => style.bold(line)),
    style.dim(widths.map((cell) => "─".repeat(cell)).join(GAP)),
    ...cells.flatMap((row) => layRow(columns, row, widths, INDENT)),
  ];
  return `${lines.join("\n")}\n`;
}

function layRow(columns: readonly Column[], row: Row, widths: readonly number[], indent: string): string[] {
  const wrapped = row.map((text, index) =>
    wrapWords(text, widths[index] ?? 0, columns[index]?.align === "right" ? "" : indent),
  );
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, index) => {
        const text = lines[line] ?? "";
        const blanks = " ".repeat(Math.max(0, (widths[index] ?? 0) - cellWidth(text)));
        return columns[index]?.align === "right" ? blanks + text : text + blanks;
      })
      .join(GAP)
      .trimEnd(),
  );
}

function layBlocks({ columns, cells }: Cells, width: number, style: ChalkInstance): string {
  const blocks = cells.map((row) =>
    columns
      .flatMap(({ header }, index) => {
        const value = row[index] ?? "";
        const [first = "", ...others] = value === "" ? [] : wrapWords(`${header}: ${value}`, width, INDENT);
        const label = first.startsWith(`${header}:`) ? `${header}:` : "";
        return value === "" ? [] : [style.bold(label) + first.slice(label.length), ...others];
      })
      .join("\n"),
  );
  return `${blocks.join("\n\n")}\n`;
}
