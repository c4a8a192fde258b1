import {
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { measureText } from "../word/text-width.js";
import { type Block, line, SIZE, TEXT_WIDTH } from "./decree30.js";

export interface Column {
  title: string;
  /** Words left, numbers right, ordinals and marks centred. */
  align?: "left" | "center" | "right";
  /** Twips; null or absent: as wide as its texts need. */
  width?: number | null;
}

export interface TableLine {
  cells: readonly string[];
  /** Totals and group rows. */
  bold?: boolean;
  /** The first cell stretches over all columns (group rows); `cells` then holds one text. */
  spanning?: boolean;
}

export interface TableStyle {
  /** Twips; the width of an upright page when absent. */
  width?: number;
  /** 12 or 13 pt. */
  size?: number;
}

/** Twips of padding left and right in a cell. */
export const PADDING = 85;
const EDGE = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE };

/** A ruled table: header row repeated on each page, rows never split. Numbers line up when all of a column have the same decimals. */
export function dataTable(columns: readonly Column[], lines: readonly TableLine[], style: TableStyle = {}): Table {
  const { width = TEXT_WIDTH, size = SIZE.table } = style;
  const widths = fitColumns(columns, lines, width, size);
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      cell(line(column.title, { size, bold: true, align: "center", keepNext: true }), widths[index] ?? 0),
    ),
  });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: EDGES,
    margins: { left: PADDING, right: PADDING, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    rows: [header, ...lines.map((entry) => dataRow(entry, columns, widths, size))],
  });
}

function dataRow(entry: TableLine, columns: readonly Column[], widths: readonly number[], size: number): TableRow {
  const bold = entry.bold === true;
  if (entry.spanning === true) {
    const total = widths.reduce((sum, each) => sum + each, 0);
    const content = line(entry.cells[0] ?? "", { size, bold, keepNext: true });
    return new TableRow({ cantSplit: true, children: [cell(content, total, columns.length)] });
  }
  return new TableRow({
    cantSplit: true,
    children: columns.map((column, index) =>
      cell(line(entry.cells[index] ?? "", { size, bold, align: column.align ?? "left" }), widths[index] ?? 0),
    ),
  });
}

function cell(content: Paragraph, width: number, columnSpan = 1): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(columnSpan === 1 ? {} : { columnSpan }),
    children: [content],
  });
}

/** Widths in twips that add up to `width`: given ones stay, the others share the rest by what their texts need. */
export function fitColumns(
  columns: readonly Column[],
  lines: readonly TableLine[],
  width: number,
  size: number,
): number[] {
  const given = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const needs = measureColumns(columns, lines, width, size);
  const free = needs.filter((_, index) => columns[index]?.width == null);
  const least = free.reduce((sum, need) => sum + need.least, 0);
  const best = free.reduce((sum, need) => sum + need.best, 0);
  const room = Math.max(0, width - given);
  // Between the least (longest word) and the best (whole text) every column gives way in the same proportion.
  const share = best <= least ? 0 : Math.min(1, Math.max(0, (room - least) / (best - least)));
  const wanted = needs.map((need, index) =>
    columns[index]?.width != null ? need.least : need.least + (need.best - need.least) * share,
  );
  const total = wanted.reduce((sum, each) => sum + each, 0);
  const fixedOnly = free.length === 0;
  const scale = fixedOnly ? width / total : room / (total - given);
  const widths = wanted.map((each, index) =>
    Math.floor(columns[index]?.width != null && !fixedOnly ? each : each * scale),
  );
  const rest = width - widths.reduce((sum, each) => sum + each, 0);
  const last = widths.length - 1;
  return widths.map((each, index) => (index === last ? each + rest : each));
}

/** Twips below which a word would break. */
export function leastWidth(columns: readonly Column[], lines: readonly TableLine[], size: number = SIZE.table): number {
  return measureColumns(columns, lines, TEXT_WIDTH, size).reduce((sum, { least }) => sum + least, 0);
}

/** The least (longest word) and the best (whole text, half the page at most) width of each column. */
function measureColumns(columns: readonly Column[], lines: readonly TableLine[], width: number, size: number) {
  const bold = lines.some((entry) => entry.bold === true && entry.spanning !== true);
  const widest = (parts: readonly string[], isBold: boolean) =>
    parts.reduce((most, part) => Math.max(most, measureText(part, size, isBold)), 0) + 2 * PADDING + 20;
  return columns.map((column, index) => {
    if (column.width != null) return { least: column.width, best: column.width };
    const texts = lines.flatMap((entry) => (entry.spanning === true ? [] : [entry.cells[index] ?? ""]));
    const words = [...texts, column.title].flatMap((each) => each.split(/[^\S\u00a0]+/));
    const least = widest(words, true);
    return { least, best: Math.max(least, Math.min(widest(texts, bold), width / 2)) };
  });
}

/** `Bảng 1. …` above a table, kept with it. */
export function tableCaption(content: string): Block {
  return line(content, { bold: true, align: "center", before: 12, after: 4, size: 13, keepNext: true });
}

/** `(Đơn vị tính: %)` at the right above a table. */
export function tableUnit(content: string): Block {
  return line(content, { italics: true, align: "right", after: 2, size: SIZE.table, keepNext: true });
}

/** A note under a table. */
export function tableNote(content: string): Block {
  return line(content, { italics: true, before: 2, after: 6, size: SIZE.table });
}
