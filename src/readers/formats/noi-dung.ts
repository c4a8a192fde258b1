import { REPORT_SECTIONS } from "../../domain/report-section.js";
import type { ReportTextRecord } from "../../domain/report-text.js";
import type { FormatSpec } from "../table/format.js";
import { readRecords } from "../table/read-records.js";
import { createParagraphReader } from "./paragraphs.js";

/** Words for the report, paragraph by paragraph under the sections of its outline. */
export const noiDung: FormatSpec = {
  id: "noi-dung",
  title: "nội dung báo cáo",
  columns: [
    {
      field: "unit",
      header: "Đơn vị",
      aliases: [
        "Tên đơn vị",
        "Đơn vị báo cáo",
        "Đơn vị, cụm",
        "Đơn vị/Cụm",
        "Cụm, đơn vị",
        "Cụm/Đơn vị",
        "Cơ quan, đơn vị",
        "Địa phương",
        "Địa phương, đơn vị",
        "Huyện",
        "Huyện, thành phố",
        "Xã",
        "Xã, phường",
      ],
      required: false,
      kind: "text",
      wholeSheet: true,
    },
    {
      field: "cluster",
      header: "Cụm/Khối",
      aliases: ["Cụm", "Khối", "Cụm, khối", "Cụm thi đua", "Khối thi đua", "Cụm, khối thi đua", "Cụm/Khối thi đua"],
      required: false,
      kind: "text",
      standsFor: "unit",
    },
    {
      field: "section",
      header: "Mục",
      aliases: [
        "Mục báo cáo",
        "Mục trong báo cáo",
        "Mục của báo cáo",
        "Tên mục",
        "Đề mục",
        "Tiểu mục",
        "Phần",
        "Phần, mục",
        "Phần/Mục",
        "Mục, phần",
        "Phần báo cáo",
      ],
      required: true,
      kind: "choice",
      words: Object.fromEntries(REPORT_SECTIONS.map(({ id, label }) => [id, label])),
    },
    {
      field: "content",
      header: "Nội dung",
      aliases: [
        "Nội dung báo cáo",
        "Nội dung chi tiết",
        "Nội dung cụ thể",
        "Nội dung đánh giá",
        "Nội dung viết",
        "Đoạn văn",
        "Lời văn",
        "Diễn giải",
        "Thuyết minh",
      ],
      required: true,
      kind: "prose",
    },
  ],
  // Only "Nội dung" makes it what it is: a table that has it among its own columns, and more, is that table.
  recognisedBy: [["content"]],
  isHeader: (claims) => claims.some(({ fields }) => fields.includes("section")),
  proseField: "content",
  read(table) {
    const { records } = readRecords<ReportTextRecord>(table, createParagraphReader(table));
    return { format: "noi-dung", records };
  },
};
