import type { DataValidation, WriteSheet } from "hucre/xlsx";
import type { OutgoingCell, OutgoingColumn, OutgoingSheet } from "./outgoing-sheet.js";
import { chooseHeight, PROSE_WIDTH } from "./row-height.js";

/** The same data gives the same bytes on any day. */
export const FIXED_DATE = new Date("2020-01-01T00:00:00Z");

/** Excel allows no longer list inside a validation. */
const MAX_LIST_CHARACTERS = 255;

const FORMATS = { text: "@", prose: "@", number: "General", date: "dd/mm/yyyy" } as const;
export const FONT = { name: "Times New Roman", size: 12 } as const;

/** An .xlsx with one sheet: help line, frozen header, widths, lists to choose from. Texts never become formulas. */
export async function makeWorkbook(sheet: OutgoingSheet): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: [describeSheet(sheet)],
    defaultFont: FONT,
    properties: { creator: "thidua", created: FIXED_DATE, modified: FIXED_DATE },
  });
}

function describeSheet(sheet: OutgoingSheet): WriteSheet {
  const { columns, help } = sheet;
  const top = help === null ? [] : [[help]];
  const headerRow = top.length;
  const hasProse = columns.some(({ kind }) => kind === "prose");
  const blank = Array.from({ length: sheet.blankRows }, () => columns.map(() => null));
  const rows = [...top, columns.map(({ header }) => header), ...sheet.rows.map((row) => row.map(toValue)), ...blank];
  const cells: WriteSheet["cells"] = new Map();
  if (help !== null) cells.set("0,0", { style: { font: { ...FONT, italic: true } } });
  for (const index of columns.keys()) cells.set(`${headerRow},${index}`, { style: HEADER_STYLE });
  sheet.rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      const numFmt = numberFormat(cell);
      if (numFmt !== null) cells.set(`${headerRow + 1 + index},${column}`, { style: { numFmt } });
    });
  });
  return {
    name: sheet.name,
    columns: columns.map(({ kind }, index) => ({
      width: kind === "prose" ? PROSE_WIDTH : chooseWidth(sheet, index),
      numFmt: FORMATS[kind],
      ...(hasProse ? { style: { alignment: { vertical: "top", wrapText: kind === "prose" } } } : {}),
    })),
    rows,
    cells,
    rowDefs: chooseHeights(sheet, headerRow + 1),
    freezePane: { rows: headerRow + 1 },
    dataValidations: columns.flatMap((column, index) => validate(column, index, headerRow + 2, rows.length)),
  };
}

export const HEADER_STYLE = {
  font: { ...FONT, bold: true },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "DDEBF7" } },
} as const;

/** A number a workbook cannot hold to its last digit is written as text. */
function toValue(cell: OutgoingCell): string | number | null {
  if (cell === null) return null;
  if ("text" in cell) return cell.text;
  const digits = cell.decimal.replace(/[-.]/g, "").replace(/^0+/, "").length;
  return digits <= 15 ? Number(cell.decimal) : cell.decimal;
}

/** "#,##0.00" with as many decimals as the number has; null for a text. */
function numberFormat(cell: OutgoingCell): string | null {
  if (cell === null || "text" in cell || typeof toValue(cell) === "string") return null;
  const decimals = cell.decimal.split(".")[1]?.length ?? 0;
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

/** Rows of sentences, by their place in the workbook, as high as these need. */
function chooseHeights({ columns, rows }: OutgoingSheet, first: number): Map<number, { height: number }> {
  const prose = [...columns.keys()].filter((index) => columns[index]?.kind === "prose");
  const heights = rows.map((row) =>
    Math.max(
      0,
      ...prose
        .map((index) => row[index] ?? null)
        .map((cell) => (cell !== null && "text" in cell ? chooseHeight(cell.text) : 0)),
    ),
  );
  return new Map(heights.flatMap((height, index) => (height === 0 ? [] : [[first + index, { height }]])));
}

function chooseWidth({ columns, rows }: OutgoingSheet, index: number): number {
  const longest = rows.slice(0, 1000).reduce((most, row) => {
    const cell = row[index] ?? null;
    return Math.max(most, cell === null ? 0 : "text" in cell ? cell.text.length : cell.decimal.length + 3);
  }, columns[index]?.header.length ?? 0);
  return Math.min(60, Math.max(12, longest + 2));
}

function validate({ header, choices }: OutgoingColumn, index: number, first: number, last: number): DataValidation[] {
  if (choices.length === 0 || choices.join(",").length > MAX_LIST_CHARACTERS || last < first) return [];
  const letter = String.fromCharCode(65 + index);
  return [
    {
      type: "list",
      values: [...choices],
      range: `${letter}${first}:${letter}${last}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: "stop",
      errorTitle: header,
      errorMessage: `Chọn một trong: ${choices.join(", ")}.`,
    },
  ];
}
