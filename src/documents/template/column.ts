import { listParagraphs, type RowPlace } from "../word/word-xml.js";
import { repeatedRowList } from "./prepare.js";
import { findTags } from "./tag.js";

/**
 * Takes away the columns of a repeating table that nobody in the list fills (no positions among collectives, no achievements
 * given), and gives their room to the others. A column with text of its own, or a table with merged cells, stays as it is.
 */
export function dropBlankColumns(xml: string, values: Readonly<Record<string, unknown>>): string {
  const tables = new Map<number, { end: number; rows: RowPlace[] }>();
  for (const row of new Set(listParagraphs(xml).flatMap(({ row }) => (row === null ? [] : [row])))) {
    if (repeatedRowList(row, []) === null) continue;
    const start = Math.max(xml.lastIndexOf("<w:tbl>", row.start), xml.lastIndexOf("<w:tbl ", row.start));
    const place = tables.get(start) ?? { end: xml.indexOf("</w:tbl>", row.end), rows: [] };
    place.rows.push(row);
    tables.set(start, place);
  }
  let result = xml;
  // From the end, so that the places before stay right.
  for (const [start, { end, rows }] of [...tables].sort(([a], [b]) => b - a)) {
    const table = xml.slice(start, end);
    const [row, ...others] = rows;
    // Merged cells, a table in a table, two lists in one: no column of it is simply one column.
    if (row === undefined || others.length > 0 || /.<w:tbl[ >]|<\/w:tbl>|<w:(gridSpan|vMerge|hMerge)\b/s.test(table))
      continue;
    const list = repeatedRowList(row, []);
    const items = list === null ? undefined : values[list];
    if (list === null || !Array.isArray(items) || items.length === 0) continue;
    result = result.slice(0, start) + narrowTable(table, blankColumns(xml, row, list, items)) + result.slice(end);
  }
  return result;
}

const CELL = /<w:tc[ >][\s\S]*?<\/w:tc>/g;
const GRID_COLUMN = /<w:gridCol\b[^>]*\/>/g;

function blankColumns(
  xml: string,
  row: RowPlace,
  list: string,
  items: readonly Record<string, unknown>[],
): Set<number> {
  const blank = new Set<number>();
  let filled = 0;
  for (const [index, cell] of (xml.slice(row.start, row.end).match(CELL) ?? []).entries()) {
    const text = listParagraphs(cell)
      .map((paragraph) => paragraph.text)
      .join("");
    const { tags } = findTags(text);
    const onlyColumns = tags.length > 0 && tags.every((tag) => tag.kind === "value" && tag.list === list);
    const rest = tags.reduce((left, tag) => left.replace(tag.written, ""), text);
    if (!onlyColumns || rest.trim() !== "") continue;
    if (items.every((item) => tags.every(({ column }) => item[column] === ""))) blank.add(index);
    else filled++;
  }
  return filled === 0 ? new Set() : blank;
}

/** Columns up to this width (ordinals, marks) do not grow. Twips. */
const NARROW = 1000;

function narrowTable(table: string, blank: ReadonlySet<number>): string {
  const widths = (table.match(GRID_COLUMN) ?? []).map((column) => Number(/\bw:w="(\d+)"/.exec(column)?.[1] ?? 0));
  const rows = table.match(/<w:tr[ >][\s\S]*?<\/w:tr>/g) ?? [];
  const regular = rows.every((row) => row.match(CELL)?.length === widths.length);
  if (blank.size === 0 || !regular) return table;
  const freed = widths.reduce((sum, width, index) => sum + (blank.has(index) ? width : 0), 0);
  const grows = (index: number) => !blank.has(index) && (widths[index] ?? 0) > NARROW;
  const growing = widths.reduce((sum, width, index) => sum + (grows(index) ? width : 0), 0);
  const wider = widths.map((width, index) => (grows(index) ? Math.round(width + (freed * width) / growing) : width));
  const keep = (pattern: RegExp, source: string) => {
    let index = -1;
    return source.replace(pattern, (element) => {
      index++;
      if (blank.has(index)) return "";
      return element.replace(/(<w:(?:gridCol|tcW)\b[^>]*?\bw:w=")\d+(")/, `$1${wider[index]}$2`);
    });
  };
  return keep(GRID_COLUMN, table).replace(/<w:tr[ >][\s\S]*?<\/w:tr>/g, (row) => keep(CELL, row));
}
