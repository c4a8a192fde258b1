import { createCleaner } from "../cell/text.js";
import { describeResults } from "../formats/ket-qua.js";
import type { HeaderBlock } from "../header/header-block.js";
import { skipAbove, skipHeaderRows } from "../header/skip-header.js";
import {
  agreeOnYear,
  describeOtherTitle,
  measureOfTitle,
  readTitle,
  readTitleCells,
  readTitleYears,
} from "../header/title.js";
import type { WideHeader } from "../header/wide-header.js";
import { createHeaderTest } from "../table/columns.js";
import type { FormatSpec, Table } from "../table/format.js";
import { columnLetter } from "../table/header-key.js";
import { judgeStyle } from "../table/number-style.js";
import type { SheetReading } from "../table/reading.js";
import { createSoundCells, reportProblem } from "../table/table.js";
import { fillMergedCells, findRowsMergedAcross } from "./merges.js";
import type { SheetContext } from "./open-table.js";
import { readWide, splitWide } from "./read-wide.js";
import { readWideScores } from "./read-wide-scores.js";
import { nameMeasure } from "./whole-sheet.js";

/** A sheet of results or scores with a group of columns per unit or per indicator. */
export function readWideSheet(
  reading: SheetReading,
  rows: readonly string[][],
  first: number,
  { block, wide, format }: { block: HeaderBlock; wide: WideHeader; format: FormatSpec },
  { merges, workYear }: Pick<Required<SheetContext>, "merges" | "workYear">,
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
    indicatorHeadings: new Map(),
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
