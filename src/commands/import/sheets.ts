import { basename } from "node:path";
import type { Change } from "../../domain/change.js";
import type { Problem } from "../../domain/problem.js";
import type { FormatId, SheetReading, SheetUnit } from "../../readers/table/reading.js";
import { keepBefore } from "../../store/before-image.js";
import { type HeaderShape, rememberHeaderShape } from "../../store/header-shape.js";
import { findImport, recordImport } from "../../store/import.js";
import { listIndicators } from "../../store/indicator.js";
import { type Db, Rollback, withDatabase } from "../../store/open.js";
import { readSettings, writeSetting } from "../../store/setting.js";
import { listUnitNames } from "../../store/unit.js";
import type { RereadableSheet } from "../intake/known-units.js";
import { otherYear } from "../intake/other-year.js";
import type { IncomingSheet } from "../intake/sheet.js";
import { INTAKE_ORDER, takeSheet } from "../intake/take-sheet.js";
import { describeRows } from "./rows.js";

/** One sheet as imported; the JSON of `import`. */
export interface ImportedSheet {
  /** Import that holds these values; null when nothing was written (errors, a dry run, nothing new). */
  id: number | null;
  file: string;
  sheet: string | null;
  format: FormatId | null;
  layout: string | null;
  /** The unit of layout `unit` and where its name stood; absent in other layouts. */
  unit?: SheetUnit;
  encoding: string;
  delimiter: string | null;
  headerRow: number | null;
  year: number;
  records: number;
  inserted: number;
  updated: number;
  unchanged: number;
  /** Records with an error: rows that would not have been stored. */
  refused: number;
  /** Each field of a stored record that the sheet changes. */
  changes: Change[];
  skipped: SheetReading["skipped"];
  unknownColumns: string[];
  problems: Problem[];
  /** Only in a dry run: the records as they would be stored, each with `change`: "new", "changed" or "same". */
  rows?: object[];
}

/** A sheet as read, with the fingerprint of its file. */
export interface ReadSheet extends RereadableSheet {
  sha256: string;
  /** What its headers were said to mean, to be remembered; null when they needed no saying. */
  shape: HeaderShape | null;
}

/** What holds for every sheet of the call. */
export interface ImportWishes extends Omit<IncomingSheet, "reading" | "year" | "first"> {
  /** --year; null when not given. */
  year: number | null;
  dryRun: boolean;
  now: Date;
}

export interface ImportReport {
  imports: ImportedSheet[];
  /** Where the year came from when nobody gave one, as a sentence; null when it was given. */
  yearNote: string | null;
}

/**
 * Stores all sheets in one transaction, or nothing when any of them has an error or it is a dry run.
 * The database is made when it is not there.
 */
export async function importSheets(
  database: string,
  sheets: readonly ReadSheet[],
  wishes: ImportWishes,
): Promise<ImportReport> {
  const ordered = sheets
    .map((sheet, position) => ({ sheet, position, order: INTAKE_ORDER.indexOf(sheet.reading.content?.format) }))
    .sort((a, b) => a.order - b.order || a.position - b.position)
    .map(({ sheet }) => sheet);
  // Nothing can come of a call with a file that cannot be read, so the database is not even made.
  const unreadable = ordered.some(({ reading }) => hasError(reading.problems));
  try {
    return await withDatabase(database, wishes.dryRun || unreadable ? "try" : "write", (db) => {
      const report = storeAll(db, ordered, wishes);
      if (wishes.dryRun || report.imports.some(({ problems }) => hasError(problems))) throw new Rollback(report);
      return report;
    });
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
    const report = error.value as ImportReport;
    return { ...report, imports: report.imports.map((entry) => ({ ...entry, id: null })) };
  }
}

function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

function storeAll(db: Db, sheets: readonly ReadSheet[], wishes: ImportWishes): ImportReport {
  const stated = sheets.find(({ reading }) => reading.year !== null)?.reading.year ?? null;
  const setting = readSettings(db).get("year");
  const year = wishes.year ?? (setting === undefined ? (stated ?? wishes.now.getFullYear()) : Number(setting));
  const origin = stated === null ? "năm hiện tại" : "năm ghi trong bảng";
  const assumed = wishes.year === null && setting === undefined;
  const yearNote = assumed ? `Nạp vào năm ${year} (${origin}). Năm khác thì dùng --year.` : null;
  const lists = (format: FormatId) => sheets.some(({ reading }) => reading.content?.format === format);
  const first = {
    units: listUnitNames(db).length === 0 && !lists("don-vi"),
    indicators: listIndicators(db).length === 0 && !lists("chi-tieu"),
  };
  const imports = sheets.map((sheet) =>
    storeOne(db, sheet, { ...wishes, year, givenYear: wishes.year !== null, first }),
  );
  // A new office has no year yet: what its first import was for becomes its year, so that later commands agree.
  const importId = imports.find(({ id }) => id !== null)?.id ?? null;
  if (setting === undefined && importId !== null) {
    keepBefore(db, importId, "setting", "year");
    writeSetting(db, "year", String(year));
  }
  return { imports, yearNote };
}

function storeOne(
  db: Db,
  { reading, sha256, shape }: ReadSheet,
  wishes: ImportWishes & { year: number; givenYear: boolean; first: IncomingSheet["first"] },
): ImportedSheet {
  const { year, now } = wishes;
  const isOtherYear = reading.year !== null && reading.year !== year;
  const yearProblems = isOtherYear ? [otherYear(reading, year, wishes.givenYear)] : [];
  const { content, file, sheet, layout, encoding, delimiter, headerRow, columns, unknownColumns, unit } = reading;
  const shown = {
    file,
    sheet,
    format: content?.format ?? null,
    layout,
    encoding,
    delimiter,
    headerRow,
    year,
    ...(unit && { unit }),
  };
  if (content === null || headerRow === null) {
    const problems = [...reading.problems, ...yearProblems];
    const nothing = { records: 0, inserted: 0, updated: 0, unchanged: 0, refused: countRefused(problems), changes: [] };
    return {
      id: null,
      ...shown,
      ...nothing,
      skipped: reading.skipped,
      unknownColumns,
      problems,
      ...(wishes.dryRun ? { rows: [] } : {}),
    };
  }
  const incoming: IncomingSheet = { ...wishes, reading };
  const importedAt = now.toISOString();
  // A stored place is the file's name, not somebody's folders: the database travels, and the fingerprint identifies.
  const entry = {
    ...shown,
    kind: "sheet" as const,
    file: basename(file),
    format: content.format,
    headerRow,
    sha256,
    columns,
    importedAt,
  };
  const before = findImport(db, { sha256, sheet, format: content.format, year });
  const found: Problem[] = [];
  const { id, newRows, changes, ...counts } = recordImport(db, entry, (importId) => {
    if (shape !== null) rememberHeaderShape(db, shape, importId);
    const stored = takeSheet(db, incoming, importId, found);
    return { records: content.records.length, ...stored };
  });
  // Of a large sheet these are known only now that its records have been read.
  const { skipped } = reading;
  const problems = [...reading.problems, ...yearProblems, ...found];
  problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const rows = wishes.dryRun ? { rows: describeRows(content.records, { newRows, changes }) } : {};
  const refused = countRefused(problems);
  const result = { refused, changes, skipped, unknownColumns, problems };
  return { id: id ?? before, ...shown, ...counts, ...result, ...rows };
}

function countRefused(problems: readonly Problem[]): number {
  return new Set(problems.filter(({ severity }) => severity === "error").flatMap(({ row }) => row ?? [])).size;
}
