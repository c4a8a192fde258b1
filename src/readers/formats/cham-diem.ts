import { nameKey, unitKey } from "../../domain/name.js";
import { NOT_ASSIGNED, type ScoreRecord } from "../../domain/rubric.js";
import { isNotAssigned } from "../cell/marks.js";
import type { FormatSpec, Table } from "../table/format.js";
import { readRecords } from "../table/read-records.js";
import type { Row } from "../table/row.js";
import { isClusterLabel } from "../table/row-kind.js";
import { reportDuplicates } from "./duplicates.js";

const WHO = "(?:các )?(?:đơn vị|cụm|khối|hội đồng|tổ|sở|phòng|ban|trường|huyện|xã|cơ quan)(?: thi đua)?";
/** "Điểm đơn vị tự chấm". */
const SELF = new RegExp(`^(?:số )?(?:điểm )?(?:do )?(?:${WHO} )?tự (?:chấm|đánh giá)(?: điểm)?$`, "u");
/** "Điểm cụm thẩm định", "Thẩm định của hội đồng". */
const VERIFIED = new RegExp(`^(?:số )?(?:điểm )?(?:do )?(?:${WHO} )?thẩm định(?: của ${WHO})?$`, "u");

/** What people give: one row per unit × criterion, up to three rounds of scores and a count of cases. */
export const chamDiem: FormatSpec = {
  id: "cham-diem",
  title: "chấm điểm",
  columns: [
    {
      field: "unit",
      header: "Đơn vị",
      aliases: [
        "Tên đơn vị",
        "Đơn vị được chấm",
        "Huyện",
        "Huyện, thành phố",
        "Xã",
        "Cơ quan",
        "Cơ quan, đơn vị",
        "Địa phương",
      ],
      required: true,
      kind: "text",
      wholeSheet: true,
    },
    {
      field: "criterion",
      header: "Tiêu chí",
      aliases: ["Tên tiêu chí", "Nội dung", "Nội dung tiêu chí", "Tiêu chí chấm điểm", "Nội dung chấm điểm"],
      required: true,
      kind: "text",
    },
    {
      field: "criterionCode",
      header: "Mã tiêu chí",
      aliases: ["Mã", "Mã TC", "Mã số", "Mục"],
      required: false,
      kind: "text",
      standsFor: "criterion",
    },
    {
      field: "selfScore",
      header: "Tự chấm",
      aliases: ["Điểm tự chấm", "Tự chấm điểm", "Đơn vị tự chấm", "Tự đánh giá", "Điểm tự đánh giá"],
      matches: ({ key }) => SELF.test(key),
      required: false,
      kind: "number",
    },
    {
      field: "crossScore",
      header: "Chấm chéo",
      aliases: ["Điểm chấm chéo", "Cụm chấm", "Khối chấm", "Điểm cụm chấm", "Điểm khối chấm"],
      required: false,
      kind: "number",
    },
    {
      field: "verifiedScore",
      header: "Thẩm định",
      aliases: ["Điểm thẩm định", "Kết quả thẩm định", "Hội đồng chấm", "Hội đồng thẩm định", "Điểm chính thức"],
      matches: ({ key }) => VERIFIED.test(key),
      required: false,
      kind: "number",
    },
    {
      field: "cases",
      header: "Số vụ",
      aliases: ["Số lần", "Số vụ việc", "Số trường hợp", "Số lượt"],
      required: false,
      kind: "whole",
    },
    {
      field: "reason",
      header: "Lý do",
      aliases: ["Lý do cộng, trừ", "Lý do trừ", "Lý do trừ điểm", "Giải trình", "Ghi chú"],
      required: false,
      kind: "text",
    },
    {
      field: "evidence",
      header: "Minh chứng",
      aliases: ["Tài liệu minh chứng", "Văn bản minh chứng", "Tài liệu kiểm chứng"],
      required: false,
      kind: "text",
    },
    {
      field: "max",
      header: "Điểm tối đa",
      aliases: ["Điểm chuẩn", "Thang điểm"],
      required: false,
      kind: "number",
      ignored: true,
    },
  ],
  isHeadingText: isClusterLabel,
  recognisedBy: [
    ["criterion", "criterionCode"],
    ["selfScore", "crossScore", "verifiedScore"],
  ],
  weaklyRecognisedBy: [["criterion", "criterionCode"], ["cases"]],
  read(table) {
    const { records } = readRecords<ScoreRecord>(table, {
      read: readScore,
      ditto: [
        { field: "unit", item: "criterion" },
        { field: "criterion", item: "unit" },
      ],
    });
    reportDoubleScores(table, records);
    return { format: "cham-diem", records };
  },
};

/** The scores a row gives one unit for one criterion; null when it does not say which. */
export function readScore(row: Row): ScoreRecord | null {
  const unit = row.name("unit");
  // The code is surer than the name, which is often shortened.
  const criterion = row.text("criterionCode") ?? row.required("criterion");
  const cases = row.whole("cases");
  const record = {
    row: row.row,
    selfScore: readRound(row, "selfScore"),
    crossScore: readRound(row, "crossScore"),
    verifiedScore: readRound(row, "verifiedScore"),
    cases: cases === null ? null : String(cases),
    reason: row.text("reason"),
    evidence: row.text("evidence"),
  };
  return unit === null || criterion === null ? null : { ...record, unit, criterion };
}

/** The same unit and criterion twice. */
export function reportDoubleScores(table: Table, records: readonly ScoreRecord[]): void {
  reportDuplicates(table, records, {
    field: "criterion",
    keyOf: (record) => `${unitKey(record.unit)}\n${nameKey(record.criterion)}`,
    describe: (record) => `“${record.unit}” và tiêu chí “${record.criterion}”`,
  });
}

function readRound(row: Row, field: string): string | null {
  return isNotAssigned(row.raw(field)) ? NOT_ASSIGNED : row.number(field);
}
