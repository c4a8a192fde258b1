import type { WriteSheet } from "hucre/xlsx";
import { chooseHeight, PROSE_WIDTH } from "./row-height.js";
import { FIXED_DATE, FONT, HEADER_STYLE } from "./workbook.js";

type Severity = "error" | "warning";

/** A cell of the copy; `format` is the number format of a percentage or a date. */
export type CopiedCell = { value: string | number | Date; format?: string } | { formula: string } | null;

/** A copy of somebody's sheet with what is wrong in it. Rows and columns are 0-based. */
export interface MarkedSheet {
  /** A name Excel takes. */
  name: string;
  rows: readonly (readonly CopiedCell[])[];
  merges: readonly { startRow: number; startColumn: number; endRow: number; endColumn: number }[];
  /** First and last row of the header; null when none was found. */
  header: readonly [first: number, last: number] | null;
  /** The column Lỗi; null when nothing is wrong with the sheet. */
  markColumn: number | null;
  /** What it says, by row; its header has no severity unless something is wrong with the sheet as a whole. */
  texts: ReadonlyMap<number, { text: string; severity: Severity | null }>;
  /** Cells to be coloured, each with what is said in its comment. */
  marked: readonly { row: number; column: number; text: string; severity: Severity }[];
}

/** An .xlsx of the sheets: what is wrong is red, what is only to be looked at yellow, and the last column says it in words. */
export async function makeMarkedWorkbook(sheets: readonly MarkedSheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: sheets.map(describeSheet),
    defaultFont: FONT,
    properties: { creator: "thidua", created: FIXED_DATE, modified: FIXED_DATE },
  });
}

type Cells = NonNullable<WriteSheet["cells"]>;
type Style = NonNullable<NonNullable<ReturnType<Cells["get"]>>["style"]>;

/** Comments are drawings to Excel: thousands make the file slow, and the column Lỗi has all of them. */
const MAX_COMMENTS = 1000;
/** A frozen block of more rows leaves too little of the screen. */
const MAX_FROZEN = 10;

function describeSheet(sheet: MarkedSheet): WriteSheet {
  const { name, header, merges } = sheet;
  const markColumn = sheet.markColumn ?? -1;
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), markColumn + 1);
  const cells: Cells = new Map();
  const style = (row: number, column: number, own: Style) => {
    const cell = cells.get(`${row},${column}`);
    cells.set(`${row},${column}`, { ...cell, style: { ...MIDDLE, ...cell?.style, ...own } });
  };
  for (let row = header?.[0] ?? 0; row <= (header?.[1] ?? -1); row++) {
    for (let column = 0; column < width; column++) style(row, column, HEADER_STYLE);
  }
  const rows = sheet.rows.map((row, index) => {
    row.forEach((cell, column) => {
      if (cell === null) return;
      if ("formula" in cell) cells.set(`${index},${column}`, { formula: cell.formula });
      else if (cell.format !== undefined) style(index, column, { numFmt: cell.format });
    });
    const mark = sheet.texts.get(index);
    const values = row.map((cell) => (cell === null || "formula" in cell ? null : cell.value));
    if (mark === undefined) return values;
    if (mark.severity !== null) {
      style(index, markColumn, { ...fill(mark.severity), alignment: { wrapText: true, vertical: "center" } });
    }
    return [...values, ...Array(markColumn - values.length).fill(null), mark.text];
  });
  sheet.marked.forEach(({ row, column, text, severity }, index) => {
    style(row, column, fill(severity));
    const comment = { author: "thidua", text };
    if (index < MAX_COMMENTS) cells.set(`${row},${column}`, { ...cells.get(`${row},${column}`), comment });
  });
  return {
    name,
    columns: Array.from({ length: width }, (_, column) => ({ width: chooseWidth(sheet, column), style: MIDDLE })),
    rows,
    cells,
    rowDefs: new Map(
      [...sheet.texts].flatMap(([row, { text, severity }]) =>
        severity === null ? [] : [[row, { height: chooseHeight(text) }]],
      ),
    ),
    merges: merges.map(({ startRow, startColumn, endRow, endColumn }) => ({
      startRow,
      startCol: startColumn,
      endRow,
      endCol: endColumn,
    })),
    ...(header !== null && header[1] < MAX_FROZEN ? { freezePane: { rows: header[1] + 1 } } : {}),
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** Beside a cell of several lines the others of its row stand in the middle. */
const MIDDLE = { alignment: { vertical: "center" } } as const;

/** Excel's own colours of what is bad and what is so-so; a frame tells an error where there is no colour. */
function fill(severity: Severity): Style {
  const isError = severity === "error";
  const rgb = isError ? "FFC7CE" : "FFEB9C";
  const side = { style: isError ? "medium" : "thin", color: { rgb: isError ? "9C0006" : "9C5700" } } as const;
  return {
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb } },
    border: { left: side, right: side, top: side, bottom: side },
  };
}

const WIDTHS = { least: 7, most: 40, mark: PROSE_WIDTH } as const;

const WIDTH_SAMPLE = 1000;

/** By the longest text below the title block, whose long lines run over many columns. */
function chooseWidth({ rows, header, markColumn }: MarkedSheet, column: number): number {
  if (column === markColumn) return WIDTHS.mark;
  const first = header?.[0] ?? 0;
  const longest = rows.slice(first, first + WIDTH_SAMPLE).reduce((most, row) => {
    const cell = row[column] ?? null;
    if (cell === null || "formula" in cell) return most;
    return Math.max(most, cell.value instanceof Date ? 10 : String(cell.value).length);
  }, 0);
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, Math.ceil(longest * 1.1) + 2));
}
