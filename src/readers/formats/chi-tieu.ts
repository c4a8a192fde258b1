import type { Direction, IndicatorRecord } from "../../domain/indicator.js";
import { foldKey, nameKey } from "../../domain/name.js";
import type { FormatSpec } from "../table/format.js";
import { readRecords } from "../table/read-records.js";
import { headingText, isBreakdown, isOrdinal } from "../table/row-kind.js";
import { reportDuplicates } from "./duplicates.js";

/** Indicators: name, measure, which way is better. */
export const chiTieu: FormatSpec = {
  id: "chi-tieu",
  title: "danh mục chỉ tiêu",
  columns: [
    { field: "code", header: "Mã", aliases: ["Mã chỉ tiêu", "Mã số", "Mã CT"], required: false, kind: "text" },
    {
      field: "name",
      header: "Chỉ tiêu",
      aliases: ["Tên chỉ tiêu", "Chỉ tiêu chủ yếu", "Chỉ tiêu thi đua", "Nội dung chỉ tiêu", "Tiêu chuẩn thi đua"],
      required: true,
      kind: "text",
    },
    {
      field: "group",
      header: "Nhóm",
      aliases: ["Nhóm chỉ tiêu", "Lĩnh vực", "Loại chỉ tiêu"],
      required: false,
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
      field: "direction",
      header: "Chiều",
      aliases: ["Chiều đánh giá", "Hướng", "Chiều hướng", "Hướng đánh giá", "Cách đánh giá"],
      required: false,
      kind: "choice",
      words: { higher: "cao hơn tốt", lower: "thấp hơn tốt", pass: "đạt/không đạt" },
    },
    {
      field: "additive",
      header: "Cộng dồn được",
      aliases: ["Cộng dồn", "Được cộng dồn", "Có cộng dồn", "Tính tổng"],
      required: false,
      kind: "yes-no",
    },
  ],
  recognisedBy: [["name"]],
  headingField: "code",
  read(table) {
    const hasGroupColumn = table.columns.has("group");
    let headingGroup: string | null = null;
    const { records } = readRecords<IndicatorRecord>(table, {
      limit: "too-many-indicators",
      read(row) {
        const name = row.name("name");
        const record = {
          row: row.row,
          code: row.text("code"),
          group: row.text("group") ?? headingGroup,
          measure: row.text("measure"),
          direction: row.choice("direction", readDirection, "cao hơn tốt, thấp hơn tốt, đạt/không đạt"),
          additive: row.yesNo("additive"),
        };
        return name === null ? null : { ...record, name };
      },
      atHeading(texts) {
        const heading = headingText(texts.filter((text) => !isOrdinal(text))[0] ?? "");
        if (!hasGroupColumn && heading !== "" && !isBreakdown(heading)) headingGroup = heading;
      },
    });
    reportDuplicates(table, records, {
      field: "name",
      keyOf: (record) => nameKey(record.name),
      describe: (record) => `chỉ tiêu “${record.name}”`,
    });
    reportDuplicates(table, records, {
      field: "code",
      keyOf: (record) => (record.code === null ? null : nameKey(record.code)),
      describe: (record) => `mã “${record.code}”`,
    });
    return { format: "chi-tieu", records };
  },
};

const HIGHER = [
  "cao hơn tốt",
  "cao tốt",
  "càng cao càng tốt",
  "cao hơn là tốt",
  "tăng",
  "tăng là tốt",
  "cao",
  "càng nhiều càng tốt",
];
const LOWER = [
  "thấp hơn tốt",
  "thấp tốt",
  "càng thấp càng tốt",
  "thấp hơn là tốt",
  "giảm",
  "giảm là tốt",
  "thấp",
  "càng ít càng tốt",
];
const PASS = ["đạt/không đạt", "đạt-không đạt", "đạt hoặc không đạt", "đạt, không đạt", "đạt"];

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ...HIGHER.map((words) => [foldKey(words), "higher"] as const),
  ...LOWER.map((words) => [foldKey(words), "lower"] as const),
  ...PASS.map((words) => [foldKey(words), "pass"] as const),
]);

function readDirection(text: string): Direction | null {
  const key = foldKey(text).replace(/\s*([/,-])\s*/g, "$1");
  return DIRECTIONS.get(key) ?? DIRECTIONS.get(key.replace(",", ", ")) ?? null;
}
