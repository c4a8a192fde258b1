import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Change } from "../domain/change.js";
import type { Problem } from "../domain/problem.js";
import { UserError } from "../errors.js";
import { NeedsWholeFile } from "../readers/needs-whole-file.js";
import type { FormatId, SheetReading } from "../readers/reading.js";
import type { SheetUnit } from "../readers/sheet-unit.js";
import { keepBefore } from "../store/before-image.js";
import { type HeaderShape, rememberHeaderShape } from "../store/header-shape.js";
import { findImport, recordImport } from "../store/import.js";
import { listIndicators } from "../store/indicator.js";
import { type Db, Rollback, withDatabase } from "../store/open.js";
import { readSettings, writeSetting } from "../store/setting.js";
import { listUnitNames } from "../store/unit.js";
import { type CommandSpec, type Context, textOption } from "./context.js";
import { readFiles } from "./given-files.js";
import { describeRows } from "./import-rows.js";
import { describeImport } from "./import-text.js";
import type { RereadableSheet } from "./intake/known-units.js";
import { otherYear } from "./intake/other-year.js";
import type { IncomingSheet } from "./intake/sheet.js";
import { INTAKE_ORDER, takeSheet } from "./intake/take-sheet.js";
import { readOfficeLaw, refuseLaw, refuseLawFiles } from "./office-law.js";

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

export const importCommand: CommandSpec = {
  name: "import",
  usage: "<tệp...>",
  group: "Số liệu",
  summary: "nạp bảng tính vào cơ sở dữ liệu",
  options: [
    {
      flags: "--as <loại>",
      description:
        "loại bảng, khi tiêu đề cột không đủ rõ: don-vi, chi-tieu, thang-diem, ket-qua, cham-diem, khen-thuong, phong-trao, noi-dung",
    },
    { flags: "--sheet <tên>", description: "chỉ nạp trang tính này của tệp Excel, LibreOffice (kể cả khi bị ẩn)" },
    {
      flags: "--cluster <tên>",
      description: "cụm/khối của các đơn vị (của thang điểm, của nội dung báo cáo) trong tệp",
    },
    {
      flags: "--unit <tên>",
      description: "đơn vị của bảng kết quả, bảng chấm điểm, nội dung báo cáo không có cột đơn vị",
    },
    { flags: "--create", description: "tạo đơn vị, chỉ tiêu mới khi gặp tên chưa có" },
    { flags: "--strict", description: "không tự tạo đơn vị, chỉ tiêu nào" },
    { flags: "--repair", description: "sửa chữ bị đọc nhầm bảng mã (Káº¿ hoáº¡ch thành Kế hoạch)" },
    { flags: "--map <tệp>", description: "tệp CSV hoặc JSON nói tên cột, đơn vị, chỉ tiêu lạ trong bảng nghĩa là gì" },
    {
      flags: "--mark <tệp>",
      description: "ghi một bản .xlsx hoặc .csv của bảng, tô màu ô sai, thêm cột Lỗi nói chỗ sai",
    },
    { flags: "--dry-run", description: "chạy thử: báo mọi lỗi, dòng nào mới, số nào đổi; không ghi gì" },
    { flags: "--force", description: "thay cả những số đã sửa tay bằng số trong bảng" },
  ],
  examples: [
    {
      command: "thidua import don-vi.csv chi-tieu.csv ket-qua.csv",
      does: "nạp nhiều tệp; tự xếp đơn vị trước, kết quả sau",
    },
    { command: "thidua import so-lieu.xlsx", does: "nạp mọi trang tính có bảng của một tệp Excel" },
    { command: 'thidua import xa-dong.csv --unit "Xã Đông"', does: "nạp bảng kết quả của một đơn vị" },
    { command: "thidua import ket-qua.csv --dry-run", does: "xem trước, không ghi" },
    {
      command: "thidua import ket-qua.csv --dry-run --mark sua.xlsx",
      does: "thử, ghi bản có cột Lỗi để trả đơn vị sửa",
    },
    { command: "thidua import thang-diem.csv --year 2020", does: "nạp vào một năm khác với cài đặt" },
  ],
  async run(context, args, options) {
    const as = textOption(options, "as");
    const sheet = textOption(options, "sheet");
    const { FORMATS, MAX_FILE_BYTES } = await import("../readers/index.js");
    const known = FORMATS.find(({ id }) => id === as);
    if (as !== null && known === undefined) {
      throw new UserError(`Không có loại bảng "${as}".`, `Chọn một trong: ${FORMATS.map(({ id }) => id).join(", ")}.`);
    }
    const mark = textOption(options, "mark");
    if (mark !== null) (await import("./mark-sheet.js")).checkMark(context, mark, args);
    const mapFile = textOption(options, "map");
    const { readMapFile, EMPTY_MAP } = await import("./map-file.js");
    const map = mapFile === null ? EMPTY_MAP : await readMapFile(context, mapFile);
    const { readGiven } = await import("./read-given.js");
    refuseLawFiles(args);
    const officeLaw = await readOfficeLaw(context);
    const refusal = refuseLaw(officeLaw);
    if (refusal !== null) return { ...refusal, data: { imports: [] } };
    const { findAward } = officeLaw.law;
    const files = await readFiles(context, args, MAX_FILE_BYTES);
    const sheets = await readGiven(context, files, {
      as: known?.id ?? null,
      sheet,
      repair: options.repair === true,
      unit: textOption(options, "unit"),
      map,
      findAward,
      whole: options.dryRun === true,
    });
    const wishes = {
      year: context.year,
      cluster: textOption(options, "cluster"),
      create: options.create === true,
      strict: options.strict === true,
      force: options.force === true,
      answers: map,
      findAward,
      dryRun: options.dryRun === true,
      now: context.io.now(),
    };
    const isNew = !existsSync(context.database);
    const report = await importAsking(context, sheets, wishes);
    const outcome = describeImport(context, report, { ...wishes, isNew });
    const [file] = files;
    if (mark === null || file === undefined) return outcome;
    const { markSheets } = await import("./mark-sheet.js");
    const marked = { file, repair: options.repair === true, sheets, imports: report.imports };
    return { ...outcome, notes: [...(await markSheets(context, mark, marked)), ...(outcome.notes ?? [])] };
  },
};

/** A sheet as read, with the fingerprint of its file. */
export interface ReadSheet extends RereadableSheet {
  sha256: string;
  /** What its headers were said to mean, to be remembered; null when they needed no saying. */
  shape: HeaderShape | null;
}

/** Imports; where only names are unknown and somebody is there to ask, again with the answers. */
async function importAsking(
  context: Context,
  sheets: readonly ReadSheet[],
  wishes: ImportWishes,
): Promise<ImportReport> {
  const report = await importSheets(context.database, sheets, wishes).catch(async (error: unknown) => {
    if (!(error instanceof NeedsWholeFile)) throw error;
    for (const sheet of sheets)
      if (isInPieces(sheet.reading)) sheet.reading = (await sheet.reread?.()) ?? sheet.reading;
    return importSheets(context.database, sheets, wishes);
  });
  const { askNames } = await import("./ask-names.js");
  const answers = await askNames(context, report.imports, sheets, wishes);
  return answers === null ? report : importAsking(context, sheets, { ...wishes, answers });
}

/** Whether its records are read from the file as they are asked for. */
function isInPieces({ content }: SheetReading): boolean {
  return content !== null && !Array.isArray(content.records);
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
