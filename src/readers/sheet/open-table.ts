import { describeAmbiguous, describeNoHeader } from "../header/header-refusal.js";
import { findIndicatorHeadings } from "../header/indicator-heading.js";
import type { FlatHeader } from "../header/locate-header.js";
import { hasSecondHeaderRow, reportSecondHeaderRow } from "../header/second-header.js";
import { type ColumnMap, settleColumns } from "../header/settle-columns.js";
import { skipAbove, skipHeaderRows } from "../header/skip-header.js";
import { agreeOnYear, describeOtherTitle, readTitle, readTitleCells, readTitleYears } from "../header/title.js";
import { createHeaderTest } from "../table/columns.js";
import type { FormatSpec, IndicatorHeading, MergedRange, Table, WorkYear } from "../table/format.js";
import { columnLetter } from "../table/header-key.js";
import { judgeStyle } from "../table/number-style.js";
import type { SheetReading } from "../table/reading.js";
import type { UnitHints } from "../table/sheet-unit.js";
import { createSoundCells, reportProblem } from "../table/table.js";
import { fillMergedCells, findRowsMergedAcross } from "./merges.js";
import { describeOtherTable } from "./other-table.js";
import { findHeadings, findUnit, fixWholeSheet, headerProblems } from "./whole-sheet.js";

interface OpenWishes extends Required<SheetContext> {
  formats: readonly FormatSpec[];
  only: FormatSpec | null;
  first: number;
}

/** What is known of a sheet besides its cells. */
export interface SheetContext {
  /** Its joined cells. */
  merges?: readonly MergedRange[];
  /** Where the unit of a sheet without a unit column may stand. */
  hints?: UnitHints;
  /** The year figures are wanted for; null when nothing says it. */
  workYear?: WorkYear | null;
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
  const indicators =
    format.id === "ket-qua"
      ? findIndicatorHeadings(readable, rowIndex + 1, map, clean, hints.knownUnits)
      : new Map<number, IndicatorHeading>();
  const table: Table = {
    file: reading.file,
    format,
    rows: readable,
    headerIndex: rowIndex,
    headerRows: visible.slice(block?.first ?? rowIndex, rowIndex + 1),
    columns: map.columns,
    fixed: fixWholeSheet(headings.size > 0 ? null : unit, map, said),
    unitHeadings: headings,
    indicatorHeadings: indicators,
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
    ...headerProblems(map, { hasUnit: unit !== null || headings.size > 0, hasIndicator: indicators.size > 0 }, format),
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

function describeHeader(reading: SheetReading, table: Table, map: ColumnMap, title: string[]): void {
  reading.headerRow = table.headerIndex + 1;
  reading.title = title;
  reading.unknownColumns = map.unknown;
  for (const [field, { index, header }] of map.columns)
    reading.columns[field] = { letter: columnLetter(index), header };
  reading.year = table.year;
}
