import { parse } from "csv-parse/sync";
import { findQuoteTrouble } from "./quote-trouble.js";
import { MAX_RECORD_CHARACTERS, scanCells } from "./scan-cells.js";

/** Something wrong with the shape of the file itself, at a row of it or altogether. */
export interface CsvTrouble {
  row: number | null;
  code: string;
  message: string;
  hint: string;
}

export interface CsvRows {
  rows: string[][];
  /** The rows before it are still returned. */
  trouble: CsvTrouble | null;
}

/** Columns of a sheet. Excel has 16.384; no table of an office comes near a thousand. */
export const MAX_COLUMNS = 1000;

/** The first line of more columns than a sheet may have, counted before a hostile one becomes millions of cells. */
export function findWideLine(text: string, delimiter: string): CsvTrouble | null {
  const end = text.includes("\n") ? "\n" : "\r";
  let start = 0;
  for (let row = 1; start < text.length; row++) {
    const next = text.indexOf(end, start);
    const stop = next < 0 ? text.length : next;
    if (stop - start > MAX_COLUMNS && text.slice(start, stop).split(delimiter, MAX_COLUMNS + 1).length > MAX_COLUMNS) {
      return describeTrouble("too-many-columns", row);
    }
    start = stop + 1;
  }
  return null;
}

/** Text → cells. A quoted cell with line breaks stays one row; cells are as typed. `limit` rows at most. */
export function splitCells(text: string, delimiter: string, limit?: number): CsvRows {
  const scanned = text.length > PARSED_CHARACTERS ? scanCells(text, delimiter, limit) : null;
  const bad = scanned === null ? findQuoteTrouble(text, delimiter, MAX_RECORD_CHARACTERS) : null;
  const rows = scanned ?? readSound(text.slice(0, bad?.recordStart), delimiter, limit);
  const swallowed = text.includes('"') ? findSwallowedRow(rows, delimiter) : -1;
  if (swallowed >= 0)
    return { rows: rows.slice(0, swallowed), trouble: describeTrouble("unclosed-quote", swallowed + 1) };
  return { rows, trouble: bad === null || rows.length === limit ? null : describeTrouble(bad.kind, bad.row) };
}

/** More would take csv-parse seconds, and with stray quotes minutes. */
const PARSED_CHARACTERS = 256 * 1024;

/** A text in which each quoted cell is closed properly: both parsers read it alike. */
function readSound(text: string, delimiter: string, limit?: number): string[][] {
  if (text.length > PARSED_CHARACTERS) return scanCells(text, delimiter, limit) ?? [];
  return parse(text, {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    ...(limit === undefined ? {} : { to: limit }),
  });
}

/**
 * A quote left open may be closed by another one rows later, which makes a proper CSV of a wrong sheet: a cell with a
 * line break and as many delimiters as a whole row. Index of that row, or -1.
 */
function findSwallowedRow(rows: readonly string[][], delimiter: string): number {
  return findRowInCell(rows, delimiter, widthOf(rows));
}

/** Cells of the widest of the first rows. */
export function widthOf(rows: readonly string[][]): number {
  return rows.slice(0, 50).reduce((widest, row) => Math.max(widest, row.length), 0);
}

/** Index of the first row with a cell that holds a line break and as many delimiters as a row of `width` cells; or -1. */
export function findRowInCell(rows: readonly string[][], delimiter: string, width: number): number {
  if (width < 3) return -1;
  return rows.findIndex((row) =>
    row.some((cell) => (cell.includes("\n") || cell.includes("\r")) && cell.split(delimiter).length >= width),
  );
}

export type TroubleKind =
  | "unclosed-quote"
  | "misplaced-quote"
  | "long-record"
  | "too-many-columns"
  | "too-many-rows"
  | "too-many-whole-rows"
  | "too-many-cells";

/** What is wrong with the file at a row, in words; null for a row when it is the file as a whole. */
export function describeTrouble(kind: TroubleKind, row: number | null): CsvTrouble {
  switch (kind) {
    case "unclosed-quote":
      return {
        row,
        code: "unclosed-quote",
        message: 'Dấu nháy kép (") mở ở dòng này không có dấu đóng, nên các dòng sau bị nuốt vào một ô.',
        hint: "Thêm dấu nháy kép đóng ở cuối ô, hoặc xóa dấu mở.",
      };
    case "misplaced-quote":
      return {
        row,
        code: "misplaced-quote",
        message: 'Ô mở bằng dấu nháy kép (") ở dòng này có chữ sau dấu nháy đóng.',
        hint: 'Trong ô đặt giữa hai dấu nháy kép, mỗi dấu nháy kép của nội dung phải viết đôi (""); hoặc bỏ hết dấu nháy.',
      };
    case "long-record":
      return {
        row,
        code: "long-record",
        message: "Dòng này dài quá 131.072 ký tự.",
        hint: "Kiểm tra lại tệp: có lẽ thiếu dấu xuống dòng hoặc không phải bảng tính.",
      };
    case "too-many-rows":
      return {
        row,
        code: "too-many-rows",
        message: "Tệp có hơn 2.000.000 dòng.",
        hint: "Xóa các dòng thừa, hoặc tách tệp thành nhiều tệp nhỏ hơn rồi nhập từng tệp.",
      };
    case "too-many-whole-rows":
      return {
        row,
        code: "too-many-rows",
        message: "Tệp có hơn 200.000 dòng, quá giới hạn của loại bảng này.",
        hint: "Tách tệp thành nhiều tệp nhỏ hơn rồi nạp từng tệp. Riêng bảng kết quả được đến 2.000.000 dòng nếu lưu kiểu CSV UTF-8, dấu nháy kép đúng chỗ, dòng nào cũng ghi đủ tên đơn vị và chỉ tiêu, không có dòng tổng, không viết “như trên”.",
      };
    case "too-many-cells":
      return {
        row,
        code: "too-many-cells",
        message: "Tệp có hơn 20.000.000 ô.",
        hint: "Xóa các cột thừa và dòng thừa, hoặc tách tệp thành nhiều tệp nhỏ hơn rồi nhập từng tệp.",
      };
    case "too-many-columns":
      return {
        row,
        code: "too-many-columns",
        message: "Dòng này có nhiều hơn 1.000 cột.",
        hint: "Xóa các cột thừa bên phải bảng rồi lưu lại; nếu bảng chỉ có ít cột thì kiểm tra dấu ngăn cột.",
      };
  }
}
