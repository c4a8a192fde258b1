import { dropMark, isMarkedDate, isMarkedFault, markedNumber } from "./cell/typed-cell.js";
import { findWideLine, splitCells } from "./csv/csv.js";
import { readHtmlTable } from "./csv/html-table.js";
import { decodeText } from "./encoding/decode.js";
import { sniffFile } from "./encoding/sniff.js";
import { FORMATS } from "./index.js";
import { NO_DELIMITER } from "./sheet/read-csv.js";
import { knowsHeader } from "./table/columns.js";
import type { MergedRange } from "./table/format.js";
import type { SheetReading } from "./table/reading.js";
import { openWorkbook } from "./workbook/open-workbook.js";

/** The cells of one sheet as its file has them; row n as Excel counts is `rows[n - 1]`, each cell for `readCell`. */
export interface SheetCells {
  rows: readonly string[][];
  merges: readonly MergedRange[];
}

/**
 * The cells of the sheets that were read, in their order: read anew, since no reading keeps those of a large sheet.
 * null for a sheet that cannot be split into cells to its end.
 */
export async function readCells(
  { bytes, repair }: { bytes: Uint8Array; repair: boolean },
  readings: readonly SheetReading[],
): Promise<(SheetCells | null)[]> {
  const kind = sniffFile(bytes);
  if (kind !== "zip") return readings.map((reading) => splitText(bytes, kind === "html", repair, reading));
  if (readings.every(({ sheet }) => sheet === null)) return readings.map(() => null);
  const [only] = readings;
  const workbook = await openWorkbook(bytes, {
    wanted: readings.length === 1 ? (only?.sheet ?? null) : null,
    head: false,
  });
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return readings.map(({ sheet }) => sheets.get(sheet ?? "") ?? null);
}

function splitText(
  bytes: Uint8Array,
  isHtml: boolean,
  repair: boolean,
  { delimiter }: SheetReading,
): SheetCells | null {
  const decoded = decodeText(bytes, { repair, knowsHeader: (cell) => knowsHeader(cell, FORMATS) });
  if ("refusal" in decoded) return null;
  if (isHtml) {
    const table = readHtmlTable(decoded.text);
    return "rows" in table ? { rows: table.rows, merges: [] } : null;
  }
  if (delimiter !== null && findWideLine(decoded.text, delimiter) !== null) return null;
  const { rows, trouble } = splitCells(decoded.text, delimiter ?? NO_DELIMITER);
  return trouble === null ? { rows, merges: [] } : null;
}

/** A cell as it was typed: what a CSV holds is text, a workbook also numbers, dates and formulas nobody calculated. */
export type SheetCell =
  | { text: string }
  /** A plain decimal; of a percent cell what it shows (116 for 1,16). */
  | { decimal: string; isPercent: boolean }
  /** dd/mm/yyyy, hh:mm[:ss] or both. */
  | { date: string }
  /** Without its "=". */
  | { formula: string };

/** null for a blank cell. */
export function readCell(raw: string): SheetCell | null {
  if (raw === "") return null;
  const decimal = markedNumber(raw);
  if (decimal !== null) return { decimal, isPercent: raw.endsWith("%") };
  const text = dropMark(raw);
  if (isMarkedDate(raw)) return { date: text };
  return isMarkedFault(raw) && text.startsWith("=") ? { formula: text.slice(1) } : { text };
}
