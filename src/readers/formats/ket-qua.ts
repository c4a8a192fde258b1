import { DirectionGuesses } from "../../domain/direction-guess.js";
import type { ResultRecord } from "../../domain/indicator.js";
import { nameKey, rememberKeys } from "../../domain/name.js";
import {
  isActualHeader,
  isAttainmentHeader,
  isIndicatorHeader,
  isPlanHeader,
  isPreviousHeader,
  isUnitHeader,
} from "../header/result-header.js";
import type { FormatSpec, Table } from "../table/format.js";
import { type RecordReader, readRecords } from "../table/read-records.js";
import type { ResultContent } from "../table/reading.js";
import { isClusterLabel } from "../table/row-kind.js";
import { noteStatedOnly, statesOnly } from "../table/stated.js";
import { createClusterNotice } from "./cluster-heading.js";
import { settleResultClaims } from "./ket-qua-columns.js";
import { reportDoubleResults } from "./ket-qua-double.js";
import { completeParts } from "./ket-qua-parts.js";
import { readResult } from "./ket-qua-record.js";
import { checkTotals } from "./ket-qua-total.js";

/** Results: one row per unit × indicator, or all rows of one unit; read-wide.ts makes such rows of the wide layouts. */
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
        "Trường",
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
      matches: isUnitHeader,
      required: true,
      kind: "text",
      wholeSheet: true,
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
        "Tiêu chí",
        "Tên tiêu chí",
        "Tiêu chí thi đua",
      ],
      matches: isIndicatorHeader,
      required: true,
      kind: "text",
    },
    {
      field: "measure",
      header: "ĐVT",
      aliases: ["DVT", "Đơn vị tính", "Đơn vị", "Đv tính", "Đơn vị đo", "Đơn vị đo lường"],
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
      matches: isPlanHeader,
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
        "Ước",
        "Ước năm",
        "Ước cả năm",
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
      matches: isActualHeader,
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
      matches: isPreviousHeader,
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
      matches: isAttainmentHeader,
      required: false,
      kind: "stated-number",
      takesYear: true,
    },
    {
      field: "evaluation",
      header: "Đánh giá",
      aliases: [
        "Đánh giá kết quả",
        "Tự đánh giá",
        "Kết quả đánh giá",
        "Mức độ hoàn thành",
        "Đạt/không đạt",
        "Kết luận",
        "Xếp loại",
        "Xếp loại kết quả",
      ],
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
  recognisedBy: [["indicator"], ["planned", "actual", "attainmentPercent", "evaluation"]],
  weaklyRecognisedBy: [["unit"], ["planned"], ["actual"]],
  isHeader: (claims) => statesOnly(claims) || claims.some(({ fields }) => fields.some(isFigure)),
  isHeadingText: isClusterLabel,
  yearsAre: "actual",
  settleClaims: settleResultClaims,
  read(table) {
    const { totals, complete, ...read } = readRecords(table, {
      ...readResults(table),
      atHeading: createClusterNotice(table),
    });
    const records = completeParts(table, read.records, false);
    reportDoubleResults(table, records);
    noteStatedOnly(table, records);
    if (complete) checkTotals(table, records, totals);
    return describeResults(records);
  },
};

/** How a row of results is read: a blank unit or indicator may mean the one above. */
export function readResults(table: Table): RecordReader<ResultRecord> {
  return {
    read: (row) => readResult(row, table),
    ditto: [
      { field: "unit", item: "indicator", headsTotal: true },
      { field: "indicator", item: "unit", along: "measure" },
    ],
  };
}

/** The content of a sheet of results. */
export function describeResults(records: readonly ResultRecord[]): ResultContent {
  const directions = new DirectionGuesses();
  const keyOf = rememberKeys(nameKey);
  for (const record of records) directions.add(keyOf(record.indicator), record);
  return { format: "ket-qua", records, directions };
}

function isFigure(field: string): boolean {
  return field === "planned" || field === "actual";
}
