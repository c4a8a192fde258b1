import { existsSync } from "node:fs";
import { UserError } from "../errors.js";
import { NeedsWholeFile } from "../readers/large/needs-whole-file.js";
import type { SheetReading } from "../readers/table/reading.js";
import { type CommandSpec, type Context, textOption } from "./context/context.js";
import { readOfficeLaw, refuseLaw, refuseLawFiles } from "./context/office-law.js";
import { readFiles } from "./import/given-files.js";
import { type ImportReport, type ImportWishes, importSheets, type ReadSheet } from "./import/sheets.js";
import { describeImport } from "./import/text.js";

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
    if (mark !== null) (await import("./import/mark-sheet.js")).checkMark(context, mark, args);
    const mapFile = textOption(options, "map");
    const { readMapFile, EMPTY_MAP } = await import("./import/map-file.js");
    const map = mapFile === null ? EMPTY_MAP : await readMapFile(context, mapFile);
    const { readGiven } = await import("./import/read-given.js");
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
    const { markSheets } = await import("./import/mark-sheet.js");
    const marked = { file, repair: options.repair === true, sheets, imports: report.imports };
    return { ...outcome, notes: [...(await markSheets(context, mark, marked)), ...(outcome.notes ?? [])] };
  },
};

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
  const { askNames } = await import("./import/ask-names.js");
  const answers = await askNames(context, report.imports, sheets, wishes);
  return answers === null ? report : importAsking(context, sheets, { ...wishes, answers });
}

/** Whether its records are read from the file as they are asked for. */
function isInPieces({ content }: SheetReading): boolean {
  return content !== null && !Array.isArray(content.records);
}
