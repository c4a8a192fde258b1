import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatWhole } from "../domain/number.js";
import { UserError } from "../errors.js";
import type { ColumnSpec, FormatSpec } from "../readers/index.js";
import type { FormatId } from "../readers/table/reading.js";
import { withDatabase } from "../store/open.js";
import type { OutgoingSheet } from "../terminal/outgoing-sheet.js";
import { absolutePath, type CommandSpec, type Context, chooseYear, shownPath, textOption } from "./context/context.js";
import { readOfficeLaw } from "./context/office-law.js";
import { listFormRecords } from "./outgoing/form-records.js";
import { chooseOutputFormat } from "./outgoing/output-format.js";
import { type FieldValues, toCells, toOutgoingColumn, writtenColumns } from "./outgoing/sheet-cells.js";
import { writeFiles } from "./output/output.js";
import { officeFolder } from "./template/load-template.js";

/** Lines made ready for typing where the form has no lines of its own. */
const BLANK_ROWS = 200;

/** Above the header; it must not begin like a rubric's title, or a rubric would be called by it. */
const HELP: Readonly<Record<FormatId, (year: number) => string>> = {
  "don-vi": (year) =>
    `Hướng dẫn: danh sách đơn vị năm ${year}. Mỗi dòng một đơn vị, ghi đủ tên và cụm, khối. Nhiều tên khác cách nhau bằng dấu chấm phẩy.`,
  "chi-tieu": () => "Hướng dẫn: mỗi dòng một chỉ tiêu, kèm đơn vị tính. Cột Chiều để trống là cao hơn tốt.",
  "thang-diem": () =>
    "Hướng dẫn: mỗi dòng một tiêu chí. Điểm của mục lớn bằng tổng điểm các mục con. Chỉ mục con ghi Cách chấm. Tên tệp là tên thang điểm.",
  "ket-qua": (year) =>
    `Hướng dẫn: bảng kết quả năm ${year}. Điền Kế hoạch, Thực hiện bằng số hoặc ghi Đạt, Không đạt, Không giao. Chưa có số liệu thì để trống.`,
  "cham-diem": (year) =>
    `Hướng dẫn: bảng chấm điểm năm ${year}. Điền điểm vào cột Tự chấm, Chấm chéo hoặc Thẩm định; không được giao thì ghi Không giao; tiêu chí tính theo số vụ thì điền Số vụ. Chưa chấm thì để trống.`,
  "khen-thuong": (year) =>
    `Hướng dẫn: danh sách khen thưởng năm ${year}. Mỗi dòng một tập thể, cá nhân hoặc hộ gia đình và một danh hiệu, hình thức khen thưởng.`,
  "phong-trao": (year) =>
    `Hướng dẫn: phong trào thi đua năm ${year}. Mỗi dòng một phong trào; ngày ghi ngày/tháng/năm; kết quả có nhiều ý thì xuống dòng trong ô (Alt+Enter).`,
  "noi-dung": (year) =>
    `Hướng dẫn: nội dung báo cáo năm ${year}. Mỗi dòng một đoạn; một mục có nhiều đoạn thì ghi nhiều dòng. Để trống Đơn vị là của cả cụm, khối. Mục nào không có thì để trống Nội dung.`,
  "phap-ly": () =>
    "Hướng dẫn: mỗi dòng một quy định của cơ quan, ghi từ ngày nào đến ngày nào và nguồn. Đặt tệp cạnh cơ sở dữ liệu, giữ tên phap-ly.",
  phoi: () =>
    "Hướng dẫn: số đo dưới đây chưa phải của phôi của cơ quan; đo từng mục trên phôi bằng thước rồi sửa. Dòng kẻ là dòng mà chữ đứng lên. Bỏ dòng nào thì mục ấy không in.",
};

export const sheetCommand: CommandSpec = {
  name: "sheet",
  usage: "<loại>",
  group: "Số liệu",
  summary: "tạo bảng tính trống để điền, có sẵn đơn vị và chỉ tiêu của năm",
  options: [
    {
      flags: "-o, --output <tệp>",
      description:
        "tệp ghi ra, đuôi .xlsx hoặc .csv (mặc định: LOẠI-NĂM.xlsx; phap-ly.xlsx cạnh cơ sở dữ liệu, phoi.xlsx trong thư mục mau)",
    },
    { flags: "--layout <kiểu>", description: "long: mỗi dòng một đơn vị và một chỉ tiêu (kiểu duy nhất hiện có)" },
    { flags: "--force", description: "ghi đè tệp đã có" },
  ],
  examples: [
    { command: "thidua sheet ket-qua", does: "bảng kết quả .xlsx, mỗi dòng một đơn vị và một chỉ tiêu" },
    { command: "thidua sheet phap-ly", does: "tệp pháp lý của cơ quan: căn cứ, hệ số, thẩm quyền của riêng mình" },
    { command: "thidua sheet khen-thuong -o de-nghi.csv", does: "danh sách khen thưởng trống, dạng CSV cho Excel" },
  ],
  async run(context, [id = ""], options) {
    const { FORMATS } = await import("../readers/index.js");
    const { phapLy } = await import("../readers/formats/phap-ly.js");
    const { phoi } = await import("../readers/formats/phoi.js");
    const forms = [...FORMATS, phapLy, phoi];
    const format = forms.find((one) => one.id === id);
    if (format === undefined) {
      const ids = forms.map((one) => one.id).join(", ");
      throw new UserError(`Không có loại bảng "${id}".`, `Chọn một trong: ${ids}.`);
    }
    const layout = textOption(options, "layout");
    if (layout !== null && layout !== "long") {
      throw new UserError(`Không có kiểu bảng "${layout}".`, "Kiểu hiện có: long.");
    }
    const output = textOption(options, "output");
    const ending = chooseOutputFormat(null, output, ["xlsx", "csv"]) ?? "xlsx";
    const { year, records } = await readForm(context, format.id);
    const sheet = makeForm(format, year, records);
    const kept = KEPT[format.id] ?? null;
    const path = absolutePath(context, output ?? kept?.path(context) ?? `${format.id}-${year}.xlsx`);
    await writeFiles(context, [{ path, bytes: await writeForm(sheet, ending) }], options.force === true);
    const filled =
      records.length === 0 ? "chưa có dòng nào điền sẵn" : `${formatWhole(records.length)} dòng có sẵn để điền tiếp`;
    return {
      data: { path, format: format.id, year, rows: records.length },
      text: `Đã ghi ${shownPath(context, path)}: ${format.title}, ${filled}.\n`,
      notes: [
        kept === null
          ? `Điền xong thì nạp: thidua import ${shownPath(context, path)}`
          : `Điền xong thì lưu lại, không cần nạp${kept.next}`,
      ],
    };
  },
};

/** Forms that are not imported but kept where the program looks for them. */
const KEPT: Partial<Record<FormatId, { path(context: Context): string; next: string }>> = {
  "phap-ly": {
    path: (context) => join(dirname(context.database), "phap-ly.xlsx"),
    next: "; cách ghi ở docs/law.md. Xem chương trình dùng gì: thidua awards",
  },
  phoi: {
    path: (context) => join(officeFolder(context), "phoi.xlsx"),
    next: ". In thử: thidua draft giay-khen --blank",
  },
};

/** What is known of the year; nothing when there is no database yet. */
async function readForm(context: Context, format: FormatId): Promise<{ year: number; records: FieldValues[] }> {
  if (!existsSync(context.database)) {
    return { year: context.year ?? context.io.now().getFullYear(), records: [] };
  }
  const { findAward } = (await readOfficeLaw(context)).law;
  return withDatabase(context.database, "read", (db) => {
    const year = chooseYear(context, db);
    return { year, records: listFormRecords(db, year, format, findAward) };
  });
}

function makeForm(format: FormatSpec, year: number, records: readonly FieldValues[]): OutgoingSheet {
  const columns = writtenColumns(format).filter((column) => isForTyping(format, column, records));
  return {
    name: format.id,
    help: HELP[format.id](year),
    columns: columns.map(toOutgoingColumn),
    rows: records.map((record) => toCells(columns, record)),
    blankRows: format.id === "ket-qua" && records.length > 0 ? 0 : BLANK_ROWS,
  };
}

/** Not the year, which the help line states, nor what the program works out itself unless a sheet has claimed it. */
function isForTyping(format: FormatSpec, { field, kind }: ColumnSpec, records: readonly FieldValues[]): boolean {
  if (field === "year") return false;
  const isStated = format.id === "ket-qua" && (kind === "stated-number" || field === "evaluation");
  return !isStated || records.some((record) => (record[field] ?? null) !== null);
}

async function writeForm(sheet: OutgoingSheet, ending: "xlsx" | "csv"): Promise<Uint8Array> {
  if (ending === "xlsx") {
    const { makeWorkbook } = await import("../terminal/workbook.js");
    return makeWorkbook(sheet);
  }
  const { FOR_EXCEL, formatSheetCsv } = await import("../terminal/sheet-csv.js");
  return Buffer.from(formatSheetCsv(sheet, FOR_EXCEL));
}
