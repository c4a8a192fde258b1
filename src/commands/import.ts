import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Problem } from "../domain/problem.js";
import { UserError } from "../errors.js";
import type { FormatId, SheetReading } from "../readers/reading.js";
import { findImport, recordImport } from "../store/import.js";
import { type Db, Rollback, withDatabase } from "../store/open.js";
import { readSettings, writeSetting } from "../store/setting.js";
import { absolutePath, type CommandSpec, type Context, type Outcome, shownPath, textOption } from "./context.js";
import type { IncomingSheet } from "./intake/sheet.js";
import { takeSheet } from "./intake/take-sheet.js";

/** One sheet as imported; the JSON of `import`. */
export interface ImportedSheet {
  /** Import that holds these values; null when nothing was written (errors, a dry run, nothing new). */
  id: number | null;
  file: string;
  sheet: string | null;
  format: FormatId | null;
  layout: string | null;
  encoding: string;
  delimiter: string | null;
  headerRow: number | null;
  year: number;
  records: number;
  inserted: number;
  updated: number;
  unchanged: number;
  skipped: SheetReading["skipped"];
  unknownColumns: string[];
  problems: Problem[];
  /** Only in a dry run: the records as they would be stored. */
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
        "loại bảng, khi tiêu đề cột không đủ rõ: don-vi, chi-tieu, thang-diem, ket-qua, cham-diem, khen-thuong",
    },
    { flags: "--cluster <tên>", description: "cụm/khối của các đơn vị (hoặc của thang điểm) trong tệp" },
    { flags: "--create", description: "tạo đơn vị, chỉ tiêu mới khi gặp tên chưa có" },
    { flags: "--strict", description: "không tự tạo đơn vị, chỉ tiêu nào" },
    { flags: "--dry-run", description: "chạy thử: báo mọi lỗi và kết quả, không ghi gì" },
  ],
  examples: [
    {
      command: "thidua import don-vi.csv chi-tieu.csv ket-qua.csv",
      does: "nạp nhiều tệp; tự xếp đơn vị trước, kết quả sau",
    },
    { command: "thidua import ket-qua.csv --dry-run", does: "xem trước, không ghi" },
    { command: "thidua import thang-diem.csv --year 2020", does: "nạp vào một năm khác với cài đặt" },
  ],
  async run(context, args, options) {
    const as = textOption(options, "as");
    const { readSheet, FORMATS } = await import("../readers/index.js");
    const known = FORMATS.find(({ id }) => id === as);
    if (as !== null && known === undefined) {
      throw new UserError(`Không có loại bảng "${as}".`, `Chọn một trong: ${FORMATS.map(({ id }) => id).join(", ")}.`);
    }
    const readings: ReadSheet[] = [];
    for (const { file, bytes } of await readFiles(context, args)) {
      const reading = await readSheet(known === undefined ? { file, bytes } : { file, bytes, as: known.id });
      readings.push({ reading, sha256: createHash("sha256").update(bytes).digest("hex") });
    }
    const wishes = {
      year: context.year,
      cluster: textOption(options, "cluster"),
      create: options.create === true,
      strict: options.strict === true,
      dryRun: options.dryRun === true,
      now: context.io.now(),
    };
    const isNew = !existsSync(context.database);
    const report = await importSheets(context.database, readings, wishes);
    return describeImport(context, report, { ...wishes, isNew });
  },
};

/** A sheet as read, with the fingerprint of its file. */
export interface ReadSheet {
  reading: SheetReading;
  sha256: string;
}

export interface ImportWishes {
  /** --year; null when not given. */
  year: number | null;
  cluster: string | null;
  create: boolean;
  strict: boolean;
  dryRun: boolean;
  now: Date;
}

export interface ImportReport {
  imports: ImportedSheet[];
  /** Where the year came from when nobody gave one, as a sentence; null when it was given. */
  yearNote: string | null;
}

/** Units, indicators and results before the rubrics, scores and awards that refer to them. */
const ORDER: readonly (FormatId | undefined)[] = [
  "don-vi",
  "chi-tieu",
  "ket-qua",
  "thang-diem",
  "cham-diem",
  "khen-thuong",
];

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
    .map((sheet, position) => ({ sheet, position, order: ORDER.indexOf(sheet.reading.content?.format) }))
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
  // A new office has no year yet: what its first import was for becomes its year, so that later commands agree.
  if (setting === undefined) writeSetting(db, "year", String(year));
  const origin = stated === null ? "năm hiện tại" : "năm ghi trong bảng";
  const assumed = wishes.year === null && setting === undefined;
  const yearNote = assumed ? `Nạp vào năm ${year} (${origin}). Năm khác thì dùng --year.` : null;
  const imports = sheets.map((sheet) => storeOne(db, sheet, { ...wishes, year }));
  return { imports, yearNote };
}

function storeOne(db: Db, { reading, sha256 }: ReadSheet, wishes: ImportWishes & { year: number }): ImportedSheet {
  const { year, cluster, create, strict, now } = wishes;
  const problems = [...reading.problems];
  if (reading.year !== null && reading.year !== year) problems.push(otherYear(reading, year));
  const { content, file, sheet, layout, encoding, delimiter, headerRow, columns, skipped, unknownColumns } = reading;
  const shown = { file, sheet, format: content?.format ?? null, layout, encoding, delimiter, headerRow, year };
  const rest = { skipped, unknownColumns, problems };
  const rows = wishes.dryRun ? { rows: (content?.records ?? []).map(toJsonRow) } : {};
  if (content === null || headerRow === null) {
    return { id: null, ...shown, records: 0, inserted: 0, updated: 0, unchanged: 0, ...rest, ...rows };
  }
  const incoming: IncomingSheet = { reading, year, cluster, create, strict };
  const importedAt = now.toISOString();
  const records = content.records.length;
  // A stored place is the file's name, not somebody's folders: the database travels, and the fingerprint identifies.
  const entry = {
    ...shown,
    file: basename(file),
    format: content.format,
    headerRow,
    sha256,
    columns,
    records,
    importedAt,
  };
  const before = findImport(db, sha256, content.format, year);
  const { id, ...counts } = recordImport(db, entry, (importId) => takeSheet(db, incoming, importId, problems));
  problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { id: id ?? before, ...shown, records, ...counts, ...rest, ...rows };
}

/** A record with its decimals as plain numbers, as `progress` prints them. */
function toJsonRow(record: object): object {
  const plain = (value: unknown) => (typeof value === "string" && value !== "" ? Number(value) : value);
  return Object.fromEntries(
    Object.entries(record).map(([field, value]) => {
      if (field === "stated") return [field, { ...value, attainmentPercent: plain(value.attainmentPercent) }];
      return [field, DECIMAL_FIELDS.has(field) ? plain(value) : value];
    }),
  );
}

const DECIMAL_FIELDS = new Set(
  "planned actual previous max bonusCap deductionCap selfScore crossScore verifiedScore".split(" "),
);

function otherYear(reading: SheetReading, year: number): Problem {
  const message = `Bảng ghi năm ${reading.year} nhưng đang nạp vào năm ${year}.`;
  const hint = `Nếu đúng là số liệu năm ${reading.year}, nạp lại với --year ${reading.year}.`;
  const { file, sheet } = reading;
  return { file, sheet, row: null, column: null, value: null, code: "other-year", severity: "warning", message, hint };
}

async function readFiles(context: Context, names: readonly string[]): Promise<{ file: string; bytes: Uint8Array }[]> {
  const paths = names.flatMap((name) => (name === "-" ? ["-"] : expandPattern(context, name)));
  const files = [];
  for (const path of paths) {
    if (path === "-") files.push({ file: "-", bytes: await context.io.readStdin() });
    else files.push({ file: shownPath(context, path), bytes: await readOne(context, path) });
  }
  return files;
}

/** "*.csv" as typed where the shell does not expand it (Windows); any other name is itself. */
function expandPattern(context: Context, name: string): string[] {
  const path = absolutePath(context, name);
  const pattern = basename(path);
  if (!/[*?]/.test(pattern) || existsSync(path) || !existsSync(dirname(path))) return [path];
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  const shape = new RegExp(`^${escaped}$`, "iu");
  const found = readdirSync(dirname(path))
    .filter((entry) => shape.test(entry))
    .sort();
  if (found.length > 0) return found.map((entry) => join(dirname(path), entry));
  throw new UserError(`Không có tệp nào khớp với ${name}.`, "Kiểm tra lại tên thư mục và phần mở rộng.");
}

async function readOne(context: Context, path: string): Promise<Uint8Array> {
  const shown = shownPath(context, path);
  if (!existsSync(path)) {
    throw new UserError(
      `Không tìm thấy tệp ${shown}.`,
      "Kiểm tra lại tên và đường dẫn; tên có dấu cách thì đặt trong dấu nháy kép.",
    );
  }
  if (statSync(path).isDirectory()) {
    throw new UserError(
      `${shown} là một thư mục.`,
      `Chỉ các tệp trong đó, ví dụ: thidua import ${join(shown, "*.csv")}.`,
    );
  }
  try {
    return await readFile(path);
  } catch (cause) {
    throw new UserError(
      `Không đọc được tệp ${shown}.`,
      "Kiểm tra quyền đọc, hoặc đóng tệp đang mở trong chương trình khác.",
      { cause },
    );
  }
}

function describeImport(
  context: Context,
  report: ImportReport,
  { dryRun, isNew }: { dryRun: boolean; isNew: boolean },
): Outcome {
  const { imports, yearNote } = report;
  const problems = imports.flatMap((entry) => entry.problems);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const data = dryRun ? { dryRun, imports } : { imports };
  if (errors > 0) {
    const warnings = problems.length - errors;
    const also = warnings === 0 ? "" : ` và ${warnings} lưu ý`;
    const failure = {
      message: `${errors} lỗi${also}; chưa ghi gì vào cơ sở dữ liệu.`,
      hint: "Sửa các chỗ trên rồi nạp lại.",
    };
    return { data, text: "", problems, failure };
  }
  const notes = [
    ...(yearNote === null ? [] : [yearNote]),
    ...(isNew && !dryRun ? [`Đã tạo cơ sở dữ liệu ${shownPath(context, context.database)}.`] : []),
    ...(dryRun ? ["Chạy thử: chưa ghi gì."] : ["Bước tiếp theo: thidua status"]),
  ];
  return { data, text: imports.map(describeSheet).join(""), problems, notes };
}

function describeSheet(entry: ImportedSheet): string {
  const counts = [
    [entry.inserted, "mới"],
    [entry.updated, "sửa"],
    [entry.unchanged, "giữ nguyên"],
  ] as const;
  const shown = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const lines = [`${entry.file}: ${entry.format}, ${entry.records} dòng: ${shown.join(", ") || "không có gì"}`];
  const skipped = entry.skipped.filter(({ reason }) => reason !== "blank" && reason !== "header");
  if (skipped.length > 0)
    lines.push(`  bỏ qua ${skipped.length} dòng không phải số liệu: ${skipped.map(({ row }) => row).join(", ")}`);
  if (entry.unknownColumns.length > 0) lines.push(`  cột không dùng: ${entry.unknownColumns.join("; ")}`);
  return `${lines.join("\n")}\n`;
}
