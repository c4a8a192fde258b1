import type { ParagraphPlace } from "../word/word-xml.js";

const PARTS: readonly [RegExp, string][] = [
  [/^word\/document/, "thân văn bản"],
  [/^word\/header/, "đầu trang"],
  [/^word\/footer/, "chân trang"],
  [/^word\/footnotes/, "chú thích cuối trang"],
  [/^word\/endnotes/, "chú thích cuối văn bản"],
  [/^word\/charts\//, "biểu đồ"],
  [/^word\/diagrams\//, "hình SmartArt"],
];

/** Where a paragraph of a part stands, as one says it in Word: "thân văn bản, bảng 2, dòng 3". */
export function describePlace(part: string, paragraph: ParagraphPlace | null = null): string {
  const name = PARTS.find(([pattern]) => pattern.test(part))?.[1] ?? "phần khác của tệp";
  const box = paragraph?.inTextBox === true ? ", hộp chữ" : "";
  const row = paragraph?.row ?? null;
  return name + box + (row === null ? "" : `, bảng ${row.table}, dòng ${row.number}`);
}
