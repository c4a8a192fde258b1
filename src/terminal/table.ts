import type { ChalkInstance } from "chalk";

export interface Column {
  header: string;
  align?: "right";
}

const GAP = "  ";
const NARROWEST = 8;

/**
 * A table for people. `width` is the terminal's (null: a pipe, as wide as it needs). Text columns are wrapped by words
 * to fit, names are never cut; when even that is too narrow each row becomes a block of "header: value" lines.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | null,
  style: ChalkInstance,
): string {
  const cells = rows.map((row) => columns.map((_, index) => printable(row[index] ?? "")));
  const natural = columns.map((column, index) =>
    Math.max(cellWidth(column.header), ...cells.map((row) => cellWidth(row[index] ?? ""))),
  );
  const widths = width === null ? natural : fitWidths(columns, natural, width);
  if (widths === null) return formatBlocks(columns, cells, style);
  const lines = [
    ...layRow(
      columns,
      columns.map((column) => column.header),
      widths,
    ).map((line) => style.bold(line)),
    style.dim(widths.map((cell) => "─".repeat(cell)).join(GAP)),
    ...cells.flatMap((row) => layRow(columns, row, widths)),
  ];
  return `${lines.join("\n")}\n`;
}

/** Cells a text takes on screen: combining marks and zero-width characters take none. */
export function cellWidth(text: string): number {
  return [...text.normalize("NFC").replace(/[\p{M}\p{Cf}]/gu, "")].length;
}

/** What may be printed of data: no control or bidi characters that could move the cursor or reorder the line. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, " ");
}

function fitWidths(columns: readonly Column[], natural: readonly number[], width: number): number[] | null {
  const widths = [...natural];
  let excess = widths.reduce((sum, cell) => sum + cell, GAP.length * (widths.length - 1)) - width;
  while (excess > 0) {
    const widest = widths.reduce(
      (best, cell, index) => (columns[index]?.align !== "right" && cell > (widths[best] ?? 0) ? index : best),
      columns.findIndex((column) => column.align !== "right"),
    );
    const cell = widths[widest];
    if (cell === undefined || cell <= NARROWEST) return null;
    widths[widest] = cell - 1;
    excess--;
  }
  return widths;
}

function layRow(columns: readonly Column[], row: readonly string[], widths: readonly number[]): string[] {
  const wrapped = row.map((text, index) => wrapWords(text, widths[index] ?? 0));
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

/** Breaks at blanks; a single word longer than the width is broken within, nothing is lost. */
export function wrapWords(text: string, width: number): string[] {
  if (cellWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (cellWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    const letters = [...word.normalize("NFC")];
    while (letters.length > width) lines.push(letters.splice(0, width).join(""));
    line = letters.join("");
  }
  return [...lines, line];
}

function formatBlocks(columns: readonly Column[], cells: readonly (readonly string[])[], style: ChalkInstance): string {
  const blocks = cells.map((row) =>
    columns.map((column, index) => `${style.bold(`${column.header}:`)} ${row[index] ?? ""}`.trimEnd()).join("\n"),
  );
  return `${blocks.join("\n\n")}\n`;
}
