import { booleanText, dateText, isPercentFormat, numberText } from "../cell/cell-text.js";
import { markFault } from "../cell/typed-cell.js";
import { columnLetter } from "../table/header-key.js";
import { type HucreSheet, loadHucre } from "./hucre.js";
import {
  checkCharacters,
  checkSheetCount,
  filledColumns,
  filledRows,
  HEAD_BYTES,
  trimRows,
  type Workbook,
  type WorkbookSheet,
  type WorkbookWishes,
} from "./workbook.js";
import { refuseDamaged, WorkbookRefusal } from "./workbook-refusal.js";
import { measureWorksheet } from "./xlsx-extent.js";
import {
  checkColumns,
  checkSharedPart,
  checkXmlPart,
  type PartReader,
  readXlsxOutline,
  type XlsxSheet,
} from "./xlsx-parts.js";
import { storeZip } from "./zip-store.js";

/** The sheets of an .xlsx file; see `openWorkbook`. */
export async function readXlsx(part: PartReader, { wanted, head }: WorkbookWishes): Promise<Workbook> {
  try {
    const outline = readXlsxOutline(part);
    checkSheetCount(outline.sheets.length, wanted);
    const sheets = outline.sheets.map((sheet) => ({ ...sheet, isRead: isWanted(sheet, wanted) }));
    const { parts, range, isWhole } = collectParts(sheets, part, head);
    for (const name of outline.shared) {
      const content = part(name);
      if (content !== null) parts.push({ name, content: checkSharedPart(checkXmlPart(content)) });
    }
    const read = range === null ? null : await readCells(storeZip(parts), range, sheets);
    let next = 0;
    return {
      format: "xlsx",
      isWhole,
      sheets: sheets.map((sheet) => toWorkbookSheet(sheet, sheet.isRead ? read?.[next++] : undefined)),
    };
  } catch (error) {
    if (error instanceof WorkbookRefusal) throw error;
    return refuseDamaged();
  }
}

interface ListedSheet extends XlsxSheet {
  isRead: boolean;
}

function isWanted({ name, hidden, part }: XlsxSheet, wanted: string | null): boolean {
  return part !== null && (wanted === null ? !hidden : name === wanted);
}

/** The worksheets to be read, and the range around their filled cells ("A1:J50001"); null when nothing is filled. */
function collectParts(
  sheets: readonly ListedSheet[],
  part: PartReader,
  head: boolean,
): { parts: { name: string; content: Buffer }[]; range: string | null; isWhole: boolean } {
  const parts = new Map<string, Buffer>();
  let lastRow = -1;
  let lastColumn = -1;
  let isWhole = true;
  for (const { name, part: path, isRead } of sheets) {
    if (!isRead || path === null) continue;
    // Two sheets never share their cells, and a hostile file may list one part thousands of times.
    if (parts.has(path)) refuseDamaged();
    const xml = checkColumns(checkXmlPart(part(path) ?? refuseDamaged()), name);
    const isCut = head && xml.length > HEAD_BYTES * 2;
    if (isCut) isWhole = false;
    const { extent, filled } = measureWorksheet(xml, name, isCut);
    lastRow = Math.max(lastRow, extent.lastRow);
    lastColumn = Math.max(lastColumn, extent.lastColumn);
    parts.set(path, filled);
  }
  const range = lastRow < 0 ? null : `A1:${columnLetter(lastColumn)}${lastRow + 1}`;
  return { parts: [...parts].map(([name, content]) => ({ name, content })), range, isWhole };
}

async function readCells(bytes: Uint8Array, range: string, sheets: readonly ListedSheet[]): Promise<HucreSheet[]> {
  const hucre = await loadHucre();
  const wanted = ({ index }: { index: number }) => sheets[index]?.isRead === true;
  return (await hucre.readXlsx(bytes, { range, readStyles: true, sheets: wanted })).sheets;
}

function toWorkbookSheet({ name, hidden, part }: XlsxSheet, sheet: HucreSheet | undefined): WorkbookSheet {
  const base = { name, hidden, hasCells: part !== null };
  if (sheet === undefined) return { ...base, rows: [], merges: [], hiddenRows: [], hiddenColumns: [] };
  const rows = sheet.rows.map((values, row) =>
    values.map((value, column) => {
      if (typeof value === "string") return value;
      if (value === null) return "";
      if (typeof value === "number") return numberText(value, isPercentCell(sheet, row, column));
      return value instanceof Date ? dateText(value) : booleanText(value);
    }),
  );
  markFaults(sheet, rows);
  trimRows(rows);
  checkCharacters(name, rows);
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    startRow,
    startColumn: startCol,
    endRow,
    endColumn: endCol,
  }));
  const hiddenRows = [...(sheet.rowDefs ?? [])].filter(([, row]) => row.hidden === true).map(([index]) => index);
  const hiddenColumns = (sheet.columns ?? []).flatMap((column, index) => (column.hidden === true ? index : []));
  return {
    ...base,
    rows,
    merges,
    hiddenRows: filledRows(rows, hiddenRows),
    hiddenColumns: filledColumns(rows, hiddenColumns),
  };
}

function isPercentCell(sheet: HucreSheet, row: number, column: number): boolean {
  const format = sheet.cells?.get(`${row},${column}`)?.style?.numFmt;
  return format !== undefined && isPercentFormat(format);
}

/** Formulas that failed, and formulas that no program has calculated yet. */
function markFaults(sheet: HucreSheet, rows: string[][]): void {
  for (const [place, cell] of sheet.cells ?? []) {
    const isError = cell.type === "error" || (typeof cell.value === "string" && isErrorOf(cell));
    const isUncalculated = cell.formula !== undefined && cell.value === null;
    if (!isError && !isUncalculated) continue;
    const [row = 0, column = 0] = place.split(",").map(Number);
    const cells = rows[row];
    if (cells === undefined) continue;
    // A formula shared with the cell above has no text of its own.
    cells[column] = markFault(isError ? String(cell.value) : `=${cell.formula || "…"}`);
  }
}

function isErrorOf({ formula, value }: { formula?: string | undefined; value: unknown }): boolean {
  return formula !== undefined && /^#(N\/A|[A-Z_]+[!?]|DIV\/0!)$/.test(String(value));
}
