import { nearestName } from "../../domain/name.js";
import type { Problem } from "../../domain/problem.js";
import { UserError } from "../../errors.js";
import { reportBrokenLetters } from "../encoding/broken-letters.js";
import { readRows } from "../sheet/read-rows.js";
import type { FormatSpec, WorkYear } from "../table/format.js";
import { blankReading, type SheetReading } from "../table/reading.js";
import { readWithinLimits, wasStopped } from "../table/sheet-limit.js";
import type { UnitHints } from "../table/sheet-unit.js";
import { openWorkbook } from "./open-workbook.js";
import { describeChartSheet, describeHiddenParts, describeHiddenSheet, describeNoTable } from "./sheet-notes.js";
import type { Workbook, WorkbookSheet } from "./workbook.js";
import { WorkbookRefusal } from "./workbook-refusal.js";

/**
 * Bytes of an .xlsx or .ods → a reading for each sheet with a table. Sheets that are hidden or hold no table are named
 * in a warning of the first; when no sheet has a table, each says why. `sheet` picks one, a hidden one too. Of a large file the
 * first rows are read first: sheets with too many errors there are all that is told.
 * Throws a `UserError` when there is no sheet of that name.
 */
export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
  formats: readonly FormatSpec[],
  only: FormatSpec | null,
  { sheet: wanted, hints, workYear }: { sheet: string | null; hints: UnitHints; workYear: WorkYear | null },
): Promise<SheetReading[]> {
  const wishes = { formats, only, hints, workYear };
  try {
    const head = await openWorkbook(bytes, { wanted, head: true });
    if (head.isWhole) return readSheetsOf(file, head, wanted, wishes);
    const left = readAll(file, head.format, head.sheets.filter(isFilled), wishes).filter(wasStopped);
    if (left.length > 0) return left;
    return readSheetsOf(file, await openWorkbook(bytes, { wanted, head: false }), wanted, wishes);
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error;
    const { code, message, hint } = error;
    return [{ ...blankReading(file, "unknown"), problems: [fileError(file, { code, message, hint })] }];
  }
}

function isFilled({ rows }: WorkbookSheet): boolean {
  return rows.length > 0;
}

function readSheetsOf(
  file: string,
  { sheets, format }: Workbook,
  wanted: string | null,
  wishes: ReadingWishes,
): SheetReading[] {
  if (wanted !== null && !sheets.some(({ name }) => name === wanted)) throw unknownSheet(file, wanted, sheets);
  const notes: Problem[] = [];
  const filled: WorkbookSheet[] = [];
  for (const sheet of sheets) {
    const { name } = sheet;
    if (wanted !== null && name !== wanted) continue;
    if (wanted === null && sheet.hidden) notes.push(describeHiddenSheet(file, name));
    else if (!sheet.hasCells) notes.push(describeChartSheet(file, name));
    else if (isFilled(sheet)) filled.push(sheet);
  }
  const all = readAll(file, format, filled, wishes);
  const tableless = all.filter(({ problems }) => problems.some(({ code }) => code === "unknown-header"));
  const readings = all.filter((reading) => !tableless.includes(reading));
  notes.push(...tableless.map(({ sheet }) => describeNoTable(file, sheet ?? "")));
  if (readings.length + tableless.length === 0) return [emptyReading(file, format, notes)];
  // When no sheet has a table, each says so as an error of its own.
  const told = readings.length > 0 ? notes : notes.filter(({ code }) => code !== "no-table");
  const shown = readings.length > 0 ? readings : tableless;
  shown[0]?.problems.unshift(...told);
  return shown;
}

interface ReadingWishes {
  formats: readonly FormatSpec[];
  only: FormatSpec | null;
  hints: UnitHints;
  workYear: WorkYear | null;
}

/** Reads the sheets; where one of them lists units, those without a table again, for a header may be of those units. */
function readAll(
  file: string,
  format: Workbook["format"],
  sheets: readonly WorkbookSheet[],
  wishes: ReadingWishes,
): SheetReading[] {
  const readings = sheets.map((sheet) => readSheetRows(file, format, sheet, wishes));
  const listed = readings.flatMap(({ content }) =>
    content?.format === "don-vi" ? content.records.map(({ name }) => name) : [],
  );
  if (listed.length === 0) return readings;
  const hints = { ...wishes.hints, knownUnits: [...wishes.hints.knownUnits, ...listed] };
  return readings.map((reading, index) => {
    const sheet = sheets[index];
    const isRead = sheet === undefined || reading.content !== null;
    return isRead ? reading : readSheetRows(file, format, sheet, { ...wishes, hints });
  });
}

function readSheetRows(
  file: string,
  format: Workbook["format"],
  sheet: WorkbookSheet,
  { formats, only, hints, workYear }: ReadingWishes,
): SheetReading {
  const reading = { ...blankReading(file, format), sheet: sheet.name };
  readWithinLimits(reading, () =>
    readRows(reading, sheet.rows, formats, only, 0, { merges: sheet.merges, hints, workYear }),
  );
  reportBrokenLetters(reading, sheet.rows, 0);
  reading.problems = [...describeHiddenParts(file, sheet), ...reading.problems].map((problem) => ({
    ...problem,
    sheet: sheet.name,
  }));
  reading.problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  reading.skipped.sort((a, b) => a.row - b.row);
  return reading;
}

function emptyReading(file: string, format: Workbook["format"], notes: readonly Problem[]): SheetReading {
  const problem = fileError(file, {
    code: "empty-file",
    message: "Tệp không có trang tính nào có bảng số liệu.",
    hint: "Kiểm tra lại tệp đã lưu.",
  });
  return { ...blankReading(file, format), problems: [...notes, problem] };
}

function fileError(file: string, trouble: Pick<Problem, "code" | "message" | "hint">): Problem {
  return { file, sheet: null, row: null, column: null, value: null, severity: "error", ...trouble };
}

function unknownSheet(file: string, wanted: string, sheets: readonly WorkbookSheet[]): UserError {
  const names = sheets.map(({ name }) => name);
  const near = nearestName(wanted, names);
  const meant = near === null ? "" : `Có phải là "${near}"? `;
  return new UserError(
    `Tệp ${file} không có trang tính "${wanted}".`,
    `${meant}Các trang tính của tệp: ${names.map((name) => `"${name}"`).join(", ")}.`,
  );
}
