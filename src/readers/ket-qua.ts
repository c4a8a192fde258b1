import type { ResultRecord } from "../domain/indicator.js";
import { nameKey, unitKey } from "../domain/name.js";
import { reportDuplicates } from "./duplicates.js";
import type { FormatSpec } from "./format.js";
import { settleResultClaims } from "./ket-qua-columns.js";
import { checkTotals } from "./ket-qua-total.js";
import { createKeyNumbers, numberPairs } from "./key-number.js";
import { readAssigned, readMeasurement } from "./measurement.js";
import { readRecords } from "./read-records.js";
import type { Row } from "./row.js";
import { reportProblem, type Table } from "./table.js";

/** Results, long layout: one row per unit × indicator. */
export const ketQua: FormatSpec = {
  id: "ket-qua",
  title: "kết quả thực hiện chỉ tiêu",
  columns: [
    {
      field: "unit",
      header: "Đơn vị",
      aliases: [
        "Tên đơn vị",
        "Đơn vị báo cáo",
        "Đơn vị thi đua",
        "Đơn vị thực hiện",
        "Huyện",
        "Huyện, thành phố",
        "Huyện/thành phố",
        "Huyện/TP",
        "Huyện, TP",
        "Huyện, thị xã, thành phố",
        "Xã",
        "Phường",
        "Xã, phường",
        "Xã/phường",
        "Phường, xã",
        "Phường/xã",
        "Xã, thị trấn",
        "Xã, phường, thị trấn",
        "Địa phương",
        "Địa bàn",
        "Sở, ngành",
        "Cơ quan",
        "Cơ quan, đơn vị",
        "Tên huyện",
        "Tên xã",
      ],
      required: true,
      kind: "text",
    },
    {
      field: "indicator",
      header: "Chỉ tiêu",
      aliases: [
        "Tên chỉ tiêu",
        "Chỉ tiêu chủ yếu",
        "Các chỉ tiêu chủ yếu",
        "Chỉ tiêu thi đua",
        "Tiêu chuẩn thi đua",
        "Nội dung",
        "Nội dung chỉ tiêu",
        "Nội dung thi đua",
      ],
      required: true,
      kind: "text",
    },
    {
      field: "measure",
      header: "ĐVT",
      aliases: ["DVT", "Đơn vị tính", "Đơn vị", "Đv tính", "Đơn vị đo"],
      required: false,
      kind: "text",
    },
    {
      field: "planned",
      header: "Kế hoạch",
      aliases: [
        "KH",
        "Kế hoạch năm",
        "KH năm",
        "Kế hoạch cả năm",
        "Kế hoạch giao",
        "Kế hoạch được giao",
        "KH được giao",
        "KH giao",
        "Chỉ tiêu giao",
        "Chỉ tiêu được giao",
        "Chỉ tiêu kế hoạch",
        "Chỉ tiêu HĐND giao",
        "Chỉ tiêu tỉnh giao",
        "Chỉ tiêu huyện giao",
        "Kế hoạch tỉnh giao",
        "KH tỉnh giao",
        "Tỉnh giao",
        "Kế hoạch huyện giao",
        "KH huyện giao",
        "Huyện giao",
        "HĐND giao",
        "HĐND tỉnh giao",
        "HĐND huyện giao",
        "Giao ước",
        "Giao ước thi đua",
        "Đăng ký giao ước",
        "Đăng ký",
        "Chỉ tiêu đăng ký",
        "Dự toán",
        "Dự toán năm",
        "Dự toán giao",
        "Dự toán tỉnh giao",
        "Dự toán huyện giao",
        "DT",
        "Mục tiêu",
        "Nghị quyết",
      ],
      required: false,
      kind: "measurement",
      takesYear: true,
    },
    {
      field: "actual",
      header: "Thực hiện",
      aliases: [
        "TH",
        "Thực hiện năm",
        "TH năm",
        "Thực hiện cả năm",
        "Ước TH",
        "Ước thực hiện",
        "Ước thực hiện năm",
        "Ước thực hiện cả năm",
        "Ước TH năm",
        "Ước TH cả năm",
        "Kết quả",
        "Kết quả thực hiện",
        "Kết quả đạt được",
        "Số thực hiện",
        "Thực tế",
        "Kết quả TH",
        "Lũy kế",
        "Thực hiện lũy kế",
        "Lũy kế thực hiện",
      ],
      required: false,
      kind: "measurement",
      takesYear: true,
    },
    {
      field: "previous",
      header: "Năm trước",
      aliases: [
        "Thực hiện năm trước",
        "TH năm trước",
        "Kết quả năm trước",
        "Cùng kỳ",
        "Cùng kỳ năm trước",
        "Thực hiện cùng kỳ",
        "TH cùng kỳ",
        "Thực hiện cùng kỳ năm trước",
      ],
      required: false,
      kind: "measurement",
      takesYear: true,
    },
    {
      field: "attainmentPercent",
      header: "% TH/KH",
      aliases: [
        "TH/KH",
        "TH/KH (%)",
        "Tỷ lệ TH/KH",
        "Tỷ lệ TH/KH (%)",
        "% KH",
        "% kế hoạch",
        "% so KH",
        "% so với KH",
        "% so với kế hoạch",
        "So với kế hoạch (%)",
        "So KH (%)",
        "So sánh TH/KH (%)",
        "So sánh TH/DT (%)",
        "% TH/DT",
        "TH/DT (%)",
        "% đạt KH",
        "% hoàn thành",
        "% hoàn thành kế hoạch",
        "Tỷ lệ",
        "Tỷ lệ %",
        "Tỷ lệ (%)",
        "Tỷ lệ đạt (%)",
        "Tỷ lệ hoàn thành (%)",
        "Tỷ lệ thực hiện (%)",
        "Đạt %",
        "Đạt tỷ lệ (%)",
        "% đạt",
        "% thực hiện",
        "Thực hiện/Kế hoạch (%)",
        "% thực hiện/kế hoạch",
        "Tiến độ (%)",
        "%",
      ],
      required: false,
      kind: "stated-number",
      takesYear: true,
    },
    {
      field: "evaluation",
      header: "Đánh giá",
      aliases: ["Đánh giá kết quả", "Tự đánh giá", "Kết quả đánh giá", "Mức độ hoàn thành", "Đạt/không đạt"],
      required: false,
      kind: "text",
    },
    {
      field: "reason",
      header: "Nguyên nhân",
      aliases: ["Lý do", "Nguyên nhân không đạt", "Nguyên nhân chưa đạt", "Giải trình", "Nguyên nhân, giải trình"],
      required: false,
      kind: "text",
    },
    { field: "note", header: "Ghi chú", aliases: ["Chú thích"], required: false, kind: "text" },
    { field: "year", header: "Năm", aliases: ["Năm báo cáo", "Năm kế hoạch"], required: false, kind: "year" },
  ],
  recognisedBy: [["indicator"], ["planned", "actual"]],
  settleClaims: settleResultClaims,
  read(table) {
    const { records, totals, complete } = readRecords(table, {
      read: (row) => readResult(row, table),
      ditto: { field: "unit", item: "indicator" },
    });
    const unitNumbers = records.map(({ unit }) => unit).map(createKeyNumbers(unitKey));
    const indicatorNumbers = records.map(({ indicator }) => indicator).map(createKeyNumbers(nameKey));
    const pairs = numberPairs(unitNumbers, indicatorNumbers);
    reportDuplicates(table, records, {
      field: "indicator",
      keyOf: (_record, place) => pairs[place] ?? null,
      describe: (record) => `“${record.unit}” và chỉ tiêu “${record.indicator}”`,
    });
    if (complete) checkTotals(table, records, totals);
    return { format: "ket-qua", records };
  },
};

const EVALUATIONS = new Set(["đạt", "vượt", "không đạt", "chưa đạt", "hoàn thành", "không hoàn thành", "đạt, vượt"]);

function isEvaluation(note: string): boolean {
  return note.length < 20 && EVALUATIONS.has(nameKey(note));
}

function readResult(row: Row, table: Table): ResultRecord | null {
  const unit = row.name("unit");
  const indicator = row.name("indicator");
  const measure = row.text("measure");
  const isPass = measure !== null && /đạt/i.test(measure);
  const planned = readMeasurement(row, "planned", isPass);
  const actual = readMeasurement(row, "actual", isPass || typeof planned === "boolean");
  const previous = readMeasurement(row, "previous", isPass || typeof planned === "boolean");
  const attainmentPercent = row.number("attainmentPercent", "warning");
  const note = row.text("note");
  const evaluation = row.text("evaluation") ?? (note !== null && isEvaluation(note) ? note : null);
  const reason = row.text("reason");
  noteYear(row, table);
  if (unit === null || indicator === null) return null;
  return {
    row: row.row,
    unit,
    indicator,
    measure,
    assigned: readAssigned(row),
    planned,
    actual,
    previous,
    stated: { attainmentPercent, evaluation },
    reason,
    note,
  };
}

/** A sheet is of one year: the column Năm must say the same on each row. */
function noteYear(row: Row, table: Table): void {
  const year = row.year("year");
  if (year === null || year === table.year) return;
  if (table.year === null) {
    table.year = year;
    return;
  }
  row.failed = true;
  reportProblem(table, {
    row: row.row,
    column: table.columns.get("year")?.header ?? null,
    value: String(year),
    code: "several-years",
    severity: "error",
    message: `Dòng này ghi năm ${year}, trong khi bảng là của năm ${table.year}.`,
    hint: "Tách số liệu mỗi năm thành một tệp.",
  });
}
