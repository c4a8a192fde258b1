import { stringify } from "csv-stringify/sync";
import { markFormula } from "../domain/formula-mark.js";
import { LINE_BREAK } from "./csv.js";
import { type OutgoingCell, type OutgoingSheet, writeDecimal } from "./outgoing-sheet.js";

export interface CsvManner {
  delimiter: ";" | ",";
  decimalMark: "," | ".";
}

/** How Excel on a Vietnamese Windows writes and opens CSV. */
export const FOR_EXCEL: CsvManner = { delimiter: ";", decimalMark: "," };

/** For scripts, and for reading back. */
export const PLAIN: CsvManner = { delimiter: ",", decimalMark: "." };

/** UTF-8 with the mark by which Excel knows it, CRLF; no text is left that Excel would run as a formula. */
export function formatSheetCsv(sheet: OutgoingSheet, { delimiter, decimalMark }: CsvManner): string {
  const write = (cell: OutgoingCell): string => {
    if (cell === null) return "";
    return "text" in cell ? markFormula(cell.text) : writeDecimal(cell.decimal, decimalMark);
  };
  const lines = [
    ...(sheet.help === null ? [] : [[sheet.help]]),
    sheet.columns.map(({ header }) => markFormula(header)),
    ...sheet.rows.map((row) => row.map(write)),
  ];
  return stringify(lines, { bom: true, delimiter, record_delimiter: "windows", quoted_match: LINE_BREAK });
}
