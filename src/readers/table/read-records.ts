import { classifyRows, type SheetRow } from "./classify-rows.js";
import type { Table } from "./format.js";
import { columnLetter } from "./header-key.js";
import { type DittoRule, type Inherited, inheritFields, joinTotals, markBlockHeads } from "./inherit.js";
import { Row } from "./row.js";
import { MAX_NAMES, ReadingStopped } from "./sheet-limit.js";
import { reportProblem } from "./table.js";

export interface RecordReader<R> {
  /** The record of a row; null when something it cannot do without is missing. */
  read(row: Row): R | null;
  /** The limit of a list of units or indicators; others have none of their own. */
  limit?: "too-many-units" | "too-many-indicators";
  /** Fields whose blank cells may mean "as above". */
  ditto?: readonly DittoRule[];
  /** Called at each heading, in the order of the sheet, with its texts, with its cells as they stand, and its row as Excel shows it. */
  atHeading?(texts: readonly string[], cells: readonly string[], row: number): void;
}

export interface RecordsRead<R> {
  records: R[];
  /** Rows of totals, for formats that check them. */
  totals: SheetRow[];
  /** Whether each data row gave a record. */
  complete: boolean;
}

/** Makes the records of a sheet. A row with an error makes none; its problems are in `table.problems`. */
export function readRecords<R>(table: Table, reader: RecordReader<R>): RecordsRead<R> {
  const ditto = reader.ditto ?? [];
  const classified = classifyRows(table);
  const isLong = classified.filter(({ kind }) => kind === "data").length > MAX_NAMES;
  if (reader.limit !== undefined && isLong) throw new ReadingStopped(reader.limit);
  const joined = joinTotals(table, classified, ditto);
  const inherited = inheritFields(table, joined, ditto);
  const rows = markBlockHeads(table, joined, ditto, inherited);
  const records: R[] = [];
  let complete = true;
  const makeRecord = createRecordMaker(table, reader);
  rows.forEach(({ index, cells, kind }, place) => {
    if (kind === "group")
      reader.atHeading?.(
        cells.map(table.clean).filter((text) => text !== ""),
        cells,
        index + 1,
      );
    if (kind !== "data") return;
    const record = makeRecord(cells, index, inherited[place]);
    if (record === null) complete = false;
    else records.push(record);
  });
  if (!rows.some((row) => row.kind === "data")) reportNoRows(table);
  return { records, totals: rows.filter((row) => row.kind === "total"), complete };
}

/** Data row (its cells and 0-based index) → record; null when something is wrong with it, which is reported. */
export function createRecordMaker<R>(
  table: Table,
  reader: RecordReader<R>,
): (cells: readonly string[], index: number, inherited?: Inherited | null) => R | null {
  const unnamed = findUnnamedColumns(table);
  return (cells, index, inherited) => {
    const row = new Row(table, cells, index + 1, inherited);
    const record = reader.read(row);
    checkWidth(table, row);
    if (unnamed.size > 0) reportUnnamedCells(table, row, unnamed);
    return row.failed ? null : record;
  };
}

/** A cell beyond the header belongs to no column: a separator too many, or a number cut at its comma. */
export function checkWidth(table: Table, row: Row): void {
  const width = table.rows[table.headerIndex]?.length ?? 0;
  if (row.cells.length <= width) return;
  const extra = row.cells.findIndex((cell, index) => index >= width && table.clean(cell) !== "");
  if (extra < 0) return;
  row.failed = true;
  reportProblem(table, {
    row: row.row,
    column: columnLetter(extra),
    index: extra,
    value: table.clean(row.cells[extra] ?? ""),
    code: "extra-cell",
    severity: "error",
    message: "Dòng này có nhiều ô hơn dòng tiêu đề.",
    hint: "Xóa ô thừa; nếu dấu phẩy là của con số hay câu chữ thì đặt cả ô trong dấu nháy kép, hoặc lưu tệp với dấu chấm phẩy (;).",
  });
}

function findUnnamedColumns(table: Table): Set<number> {
  const header = table.rows[table.headerIndex] ?? [];
  return new Set(header.flatMap((cell, index) => (table.clean(cell) === "" ? index : [])));
}

/** Says once for each column without a header that something stands in it; `unnamed` loses those reported. */
function reportUnnamedCells(table: Table, row: Row, unnamed: Set<number>): void {
  for (const index of unnamed) {
    const text = table.clean(row.cells[index] ?? "");
    if (text === "") continue;
    unnamed.delete(index);
    reportProblem(table, {
      row: row.row,
      column: columnLetter(index),
      index,
      value: text,
      code: "unnamed-column",
      severity: "warning",
      message: "Cột này không có tiêu đề nên không được đọc.",
      hint: "Ghi tên cột vào dòng tiêu đề nếu cần số liệu của cột.",
    });
  }
}

function reportNoRows(table: Table): void {
  reportProblem(table, {
    row: table.headerIndex + 1,
    column: null,
    value: null,
    code: "no-rows",
    severity: "warning",
    message: "Dưới dòng tiêu đề không có dòng số liệu nào.",
    hint: "Kiểm tra lại tệp đã lưu, hoặc ghi số liệu vào các dòng dưới tiêu đề.",
  });
}
