import { stringify } from "csv-stringify/sync";
import type { Column } from "./table.js";

/** By itself only CRLF would be quoted, and a cell of two lines has a bare LF. */
export const LINE_BREAK = /[\r\n]/;

/**
 * The same cells as a table, as CSV: comma, plain numbers, CRLF, with the mark by which Excel knows UTF-8. A text that
 * would run as a formula in Excel is made harmless; numbers are left alone.
 */
export function formatCsv(
  columns: readonly Column[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
): string {
  return stringify([columns.map(({ header }) => header), ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
    quoted_match: LINE_BREAK,
    cast: { boolean: (value) => (value ? "Đạt" : "Không đạt") },
  });
}

/** Cells of somebody's sheet as CSV that Excel opens right: semicolon, CRLF, marked as UTF-8; each cell as it was typed. */
export function formatSheet(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { bom: true, delimiter: ";", record_delimiter: "windows", quoted_match: LINE_BREAK });
}
