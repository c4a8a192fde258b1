import type { Problem } from "../domain/problem.js";
import { claimColumns, createHeaderTest } from "./columns.js";
import type { NearestHeader } from "./find-header.js";
import type { CellKind, FormatSpec, WorkYear } from "./format.js";
import type { HeaderBlock } from "./header-block.js";
import { columnLetter } from "./header-key.js";
import { describeResults } from "./ket-qua.js";
import { type FlatHeader, locateHeader } from "./locate-header.js";
import { dropMarkColumn } from "./mark-column.js";
import { fillMergedCells, findRowsMergedAcross } from "./merges.js";
import { readNumber, StyleEvidence } from "./number.js";
import { describeOtherTable } from "./other-table.js";
import { readWide, splitWide } from "./read-wide.js";
import { readWideScores } from "./read-wide-scores.js";
import type { SheetReading } from "./reading.js";
import { type ColumnMap, settleColumns } from "./settle-columns.js";
import { keepRows } from "./sheet-rows.js";
import { NO_HINTS, type UnitHints } from "./sheet-unit.js";
import { skipAbove, skipHeaderRows } from "./skip-header.js";
import { createSoundCells, reportProblem, type Table } from "./table.js";
import { createCleaner, looksLost } from "./text.js";
import { agreeOnYear, describeOtherTitle, measureOfTitle, readTitle, readTitleCells, readTitleYears } from "./title.js";
import { isMarkedNumber } from "./typed-cell.js";
import { findHeadings, findUnit, fixWholeSheet, headerProblems, nameMeasure } from "./whole-sheet.js";
import type { WideHeader } from "./wide-header.js";
import type { MergedRange } from "./workbook.js";

/** What is known of a sheet besides its cells. */
export interface SheetContext {
  /** Its joined cells. */
  merges?: readonly MergedRange[];
  /** Where the unit of a sheet without a unit column may stand. */
  hints?: UnitHints;
  /** The year figures are wanted for; null when nothing says it. */
  workYear?: WorkYear | null;
}

/** Cells → records: finds the header, maps its columns, reads the rows. `first` is the first row to look at. */
export function readRows(
  reading: SheetReading,
  given: readonly string[][],
  formats: readonly FormatSpec[],
  only: FormatSpec | null,
  first: number,
  { merges = [], hints = NO_HINTS, workYear = null }: SheetContext = {},
): void {
  const rows = dropMarkColumn(given);
  keepRows(reading, rows);
  const clean = createCleaner();
  const visible = first === 0 ? rows : rows.map((row, index) => (index < first ? [] : row));
  const located = locateHeader(visible, formats, only, clean, hints.knownUnits);
  if (located.wide !== null) {
    readWideSheet(reading, visible, first, located, { merges, workYear });
    return;
  }
  if ("unclear" in located) {
    reportProblem(reading, located.unclear);
    return;
  }
  const table = openTable(reading, visible, located, clean, { formats, only, first, merges, hints, workYear });
  if (table === null) return;
  reading.content = table.format.read(table);
  reading.year = table.year;
}

interface OpenWishes extends Required<SheetContext> {
  formats: readonly FormatSpec[];
  only: FormatSpec | null;
  first: number;
}

/** Settles the columns of a sheet whose header is one row; null when it cannot be read, which is reported. */
export function openTable(
  reading: SheetReading,
  visible: readonly string[][],
  located: FlatHeader,
  clean: (raw: string) => string,
  { formats, only, first, merges, hints, workYear }: OpenWishes,
): Table | null {
  const { search, rows: readable, block } = located;
  const other = only === null ? describeOtherTable(visible, clean, "found" in search ? search.found : null) : null;
  if (other !== null) {
    reading.problems.push(...other.map((problem) => ({ file: reading.file, sheet: reading.sheet, ...problem })));
    return null;
  }
  if (!("found" in search)) {
    const problem =
      "ambiguous" in search ? describeAmbiguous(search.ambiguous) : describeNoHeader(search.nearest, visible);
    reading.problems.push({ file: reading.file, sheet: null, severity: "error", ...problem });
    return null;
  }
  const { rowIndex, format, claims } = search.found;
  const above = visible.slice(first, block?.first ?? rowIndex);
  const title = readTitle(above);
  const titleYears = readTitleYears(title);
  const header = readable[rowIndex] ?? [];
  const map = settleColumns(header, claims, format, {
    titleYears,
    workYear,
    sampleColumn: (index) =>
      readable
        .slice(rowIndex + 1, rowIndex + 1 + SAMPLE_ROWS)
        .map((cells) => clean(cells[index] ?? ""))
        .filter((text) => text !== ""),
  });
  // A header of several rows may name the unit or the measure above its columns ("Xã Đông" over KH, TH).
  const said = readTitleCells(visible.slice(first, rowIndex));
  const unit = findUnit(reading, said, map, format, hints);
  const headings = findHeadings(readable.slice(rowIndex + 1), unit, map, format, clean, hints);
  const table: Table = {
    file: reading.file,
    format,
    rows: readable,
    headerIndex: rowIndex,
    headerRows: visible.slice(block?.first ?? rowIndex, rowIndex + 1),
    columns: map.columns,
    fixed: fixWholeSheet(headings.size > 0 ? null : unit, map, said),
    unitHeadings: headings,
    ordinals: map.ordinals,
    style: "undecided",
    year: agreeOnYear(titleYears, map.year),
    skipped: reading.skipped,
    problems: reading.problems,
    clean,
    sound: createSoundCells(),
    isHeaderWord: createHeaderTest(formats),
    merges,
    mergedAcross: findRowsMergedAcross(merges, header.length),
  };
  const otherTitle = describeOtherTitle(titleYears, map.year);
  for (const problem of [
    ...(otherTitle === null ? [] : [otherTitle]),
    ...headerProblems(map, unit !== null || headings.size > 0, format),
  ])
    reportProblem(table, { row: rowIndex + 1, ...problem });
  skipAbove(reading, table, first, block?.first ?? rowIndex);
  if (block !== null) skipHeaderRows(reading, visible, block);
  fillMergedCells(table);
  table.style = judgeStyle(table);
  describeHeader(reading, table, map, title);
  if (block !== null) reading.headerRow = block.first + 1;
  if (hasSecondHeaderRow(table, formats)) {
    reportSecondHeaderRow(table);
    return null;
  }
  if (format.id === "ket-qua" && (map.columns.has("unit") || headings.size > 0)) reading.layout = "long";
  else if (unit !== null) Object.assign(reading, { ...(format.id === "ket-qua" ? { layout: "unit" } : {}), unit });
  return table;
}

const SAMPLE_ROWS = 300;

/** A sheet of results or scores with a group of columns per unit or per indicator. */
function readWideSheet(
  reading: SheetReading,
  rows: readonly string[][],
  first: number,
  { block, wide, format }: { block: HeaderBlock; wide: WideHeader; format: FormatSpec },
  { merges, workYear }: Pick<OpenWishes, "merges" | "workYear">,
): void {
  const title = readTitle(rows.slice(first, block.first));
  const titleYears = readTitleYears(title);
  const base: Table = {
    file: reading.file,
    format,
    rows: rows.map((row, index) => (index === block.last ? block.texts.map((texts) => texts.join(" – ")) : row)),
    headerIndex: block.last,
    headerRows: rows.slice(block.first, block.last + 1),
    columns: new Map(),
    unitHeadings: new Map(),
    fixed: new Map(nameMeasure(measureOfTitle(readTitleCells(rows.slice(first, block.first))))),
    merges,
    mergedAcross: findRowsMergedAcross(merges, block.texts.length),
    ordinals: [],
    style: "undecided",
    year: null,
    skipped: reading.skipped,
    problems: reading.problems,
    clean: createCleaner(),
    sound: createSoundCells(),
    isHeaderWord: createHeaderTest([format]),
  };
  fillMergedCells(base);
  skipAbove(reading, base, first, block.first);
  skipHeaderRows(reading, rows, block);
  const tables = splitWide(base, wide, { titleYears, workYear });
  const style = judgeStyle(tables.whole);
  const headerYear = tables.year ?? wide.year;
  const year = agreeOnYear(titleYears, headerYear);
  const otherTitle = describeOtherTitle(titleYears, headerYear);
  if (otherTitle !== null) reportProblem(base, { row: block.first + 1, ...otherTitle });
  for (const table of [tables.whole, ...tables.groups.map((group) => group.table)])
    Object.assign(table, { style, year });
  reading.content =
    format.id === "cham-diem"
      ? { format: "cham-diem", records: readWideScores(tables) }
      : describeResults(readWide(tables));
  reading.layout = wide.layout;
  reading.headerRow = block.first + 1;
  reading.title = title;
  reading.unknownColumns = wide.unread;
  reading.year = tables.whole.year;
  const shared = [...tables.whole.columns].filter(([field]) => !/#\d+$/.test(field));
  reading.columns = Object.fromEntries(
    shared.map(([field, { index, header }]) => [field, { letter: columnLetter(index), header }]),
  );
}

function describeHeader(reading: SheetReading, table: Table, map: ColumnMap, title: string[]): void {
  reading.headerRow = table.headerIndex + 1;
  reading.title = title;
  reading.unknownColumns = map.unknown;
  for (const [field, { index, header }] of map.columns)
    reading.columns[field] = { letter: columnLetter(index), header };
  reading.year = table.year;
}

/** How the file writes its numbers, from all cells of its numeric columns. */
function judgeStyle(table: Table): Table["style"] {
  const evidence = new StyleEvidence();
  const numeric = [...table.columns.values()].filter(({ kind }) => NUMERIC.has(kind)).map(({ index }) => index);
  for (let row = table.headerIndex + 1; row < table.rows.length; row++) {
    for (const index of numeric) {
      const raw = table.rows[row]?.[index] ?? "";
      // A number of a workbook is no writing: it says nothing of how the texts beside it are meant.
      if (!isMarkedNumber(raw)) evidence.add(raw);
    }
  }
  return evidence.style;
}

/** Kinds of cells that hold numbers. */
export const NUMERIC: ReadonlySet<CellKind> = new Set<CellKind>(["measurement", "number", "stated-number", "whole"]);

/** A header over two rows (KH and TH under a unit's name) is another layout; reading it as this one would mislead. */
function hasSecondHeaderRow(table: Table, formats: readonly FormatSpec[]): boolean {
  const below = table.rows[table.headerIndex + 1] ?? [];
  const header = table.rows[table.headerIndex] ?? [];
  const required = table.format.columns
    .filter((spec) => spec.required)
    .map((spec) => table.columns.get(spec.field)?.index);
  const isFilled = (index: number | undefined) => index !== undefined && table.clean(below[index] ?? "") !== "";
  if (required.every(isFilled)) return false;
  if (!required.some(isFilled) && splitsHeader(below.map(table.clean), header.map(table.clean))) return true;
  return formats.some(
    (format) => claimColumns(below, format).filter(({ index }) => header[index] !== below[index]).length >= 2,
  );
}

/** Words below the header, one of them where it is blank: "Đồng ý | Tổng số" under "Kết quả bỏ phiếu". */
function splitsHeader(below: readonly string[], header: readonly string[]): boolean {
  const texts = below.filter((text) => text !== "");
  const isUnderBlank = below.some((text, index) => text !== "" && (header[index] ?? "") === "");
  return isUnderBlank && texts.length >= 2 && texts.every((text) => readNumber(text, "undecided") === null);
}

function reportSecondHeaderRow(table: Table): void {
  reportProblem(table, {
    row: table.headerIndex + 2,
    column: null,
    value: null,
    code: "two-row-header",
    severity: "error",
    message: `Tiêu đề cột chiếm hai dòng (dòng ${table.headerIndex + 1} và ${table.headerIndex + 2}).`,
    hint: `Gộp thành một dòng tiêu đề, mỗi cột một ô${table.format.id === "ket-qua" ? ", mỗi dòng là một đơn vị và một chỉ tiêu" : ""}.`,
  });
}

type HeaderlessProblem = Pick<Problem, "row" | "column" | "value" | "code" | "message" | "hint">;

function describeAmbiguous({ rowIndex, formats }: { rowIndex: number; formats: FormatSpec[] }): HeaderlessProblem {
  const names = formats.map((format) => `${format.id} (${format.title})`).join(" và ");
  return {
    row: rowIndex + 1,
    column: null,
    value: null,
    code: "ambiguous-format",
    message: `Dòng tiêu đề hợp với nhiều loại bảng: ${names}.`,
    hint: `Thêm tùy chọn --as để chọn, ví dụ --as ${formats[0]?.id}.`,
  };
}

function describeNoHeader(nearest: NearestHeader | null, rows: readonly string[][]): HeaderlessProblem {
  const base = { row: nearest === null ? null : nearest.rowIndex + 1, column: null, value: null };
  if (rows.slice(0, SAMPLE_ROWS).some((cells) => cells.some(looksLost))) {
    return {
      ...base,
      code: "lost-letters",
      message: "Chữ có dấu trong tệp đã bị mất khi lưu (thành dấu ?).",
      hint: "Mở tệp gốc, chọn Lưu thành CSV UTF-8 rồi nhập lại; tệp này không khôi phục được chữ đã mất.",
    };
  }
  if (nearest === null) {
    return {
      ...base,
      code: "unknown-header",
      message: "Không tìm thấy dòng tiêu đề cột nào nhận ra được trong 30 dòng đầu.",
      hint: "Kiểm tra tên các cột (xem docs/formats.md), hoặc thêm tùy chọn --as để nói rõ loại bảng.",
    };
  }
  const wanted = nearest.missing.map(({ header }) => `“${header}”`).join(", ");
  const meant = nearest.missing.find((one) => one.meant !== null);
  return {
    ...base,
    column: nearest.missing[0]?.header ?? null,
    code: "missing-column",
    message: `Dòng tiêu đề giống bảng ${nearest.format.title} nhưng thiếu cột ${wanted}.`,
    hint:
      meant === undefined
        ? `Thêm cột ${wanted}, hoặc dùng --as nếu đây là loại bảng khác.`
        : `Nếu cột “${meant.meant}” chính là cột “${meant.header}”, hãy sửa tên cột.`,
  };
}
