import { BLANK_FIELDS, type BlankRecord, type Paper } from "../../domain/blank.js";
import { foldKey } from "../../domain/name.js";
import type { FormatSpec } from "../table/format.js";
import { readRecords } from "../table/read-records.js";
import type { Row } from "../table/row.js";

const PAPER_WORDS: readonly { name: string; paper: Paper }[] = [
  { name: "khổ giấy A4 ngang", paper: "A4" },
  { name: "khổ giấy A3 ngang", paper: "A3" },
];

const WORDS: Readonly<Record<string, string>> = Object.fromEntries([
  ...PAPER_WORDS.map(({ name, paper }) => [paper, name]),
  ...BLANK_FIELDS.map(({ id, name }) => [id, name]),
]);

const ALIGNS = { left: "trái", center: "giữa", right: "phải" } as const;

/** The positions on a printed blank: kept in the folder of templates, not imported. */
export const phoi: FormatSpec = {
  id: "phoi",
  title: "bảng vị trí in trên phôi",
  columns: [
    { field: "field", header: "Mục in", aliases: ["Mục"], required: true, kind: "choice", words: WORDS },
    { field: "left", header: "Cách mép trái (mm)", aliases: ["Trái (mm)", "X (mm)"], required: false, kind: "number" },
    {
      field: "baseline",
      header: "Dòng kẻ cách mép trên (mm)",
      aliases: ["Trên (mm)", "Y (mm)"],
      required: false,
      kind: "number",
    },
    { field: "width", header: "Rộng (mm)", aliases: [], required: false, kind: "number" },
    { field: "size", header: "Cỡ chữ", aliases: [], required: false, kind: "number" },
    { field: "lines", header: "Số dòng", aliases: [], required: false, kind: "whole" },
    { field: "align", header: "Căn", aliases: ["Căn lề"], required: false, kind: "choice", words: ALIGNS },
    { field: "bold", header: "Đậm", aliases: [], required: false, kind: "yes-no" },
    { field: "italics", header: "Nghiêng", aliases: [], required: false, kind: "yes-no" },
  ],
  recognisedBy: [["field"], ["left"], ["baseline"], ["width"]],
  numberedRowsAreData: true,
  read(table) {
    const { records } = readRecords<BlankRecord>(table, { read: readPlace });
    return { format: "phoi", records };
  },
};

function readPlace(row: Row): BlankRecord | null {
  const word = row.choice("field", (text) => findWord(WORDS, text), Object.values(WORDS).join("; "));
  if (word === null) {
    row.required("field");
    return null;
  }
  const paper = PAPER_WORDS.find((each) => each.paper === word)?.paper;
  if (paper !== undefined) return { row: row.row, paper };
  const field = BLANK_FIELDS.find(({ id }) => id === word)?.id;
  const [left, baseline, width] = [
    readMillimetres(row, "left"),
    readMillimetres(row, "baseline"),
    readMillimetres(row, "width"),
  ];
  const size = readSize(row);
  if (field === undefined || left === null || baseline === null || width === null || size === null) return null;
  return {
    row: row.row,
    field,
    left,
    baseline,
    width,
    size,
    lines: row.whole("lines") ?? 1,
    align: row.choice("align", (text) => findWord(ALIGNS, text), "trái, giữa, phải") ?? "center",
    bold: row.yesNo("bold") === true,
    italics: row.yesNo("italics") === true,
  };
}

/** Tenths of a millimetre are finer than any ruler. */
function readMillimetres(row: Row, field: string): number | null {
  const value = row.number(field) ?? row.required(field);
  if (value === null) return null;
  if (/^\d{1,3}(\.\d+)?$/.test(value)) return Number(value);
  return row.report(field, {
    code: "impossible-value",
    message: "Số đo này không có trên giấy.",
    hint: "Ghi số mm, ví dụ 105 hoặc 105,5.",
  });
}

function readSize(row: Row): number | null {
  const value = row.number("size") ?? row.required("size");
  if (value === null) return null;
  if (Number(value) >= 6 && Number(value) <= 72) return Number(value);
  return row.report("size", {
    code: "impossible-value",
    message: "Cỡ chữ phải từ 6 đến 72.",
    hint: "Ghi như trong Word, ví dụ 26.",
  });
}

function findWord<T extends string>(words: Readonly<Record<T, string>>, text: string): T | null {
  const key = foldKey(text);
  return (Object.keys(words) as T[]).find((id) => foldKey(words[id]) === key) ?? null;
}
