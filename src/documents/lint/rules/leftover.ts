import { type LintRule, layoutRule, placeOf } from "../rule.js";

const PART = "Chữ";
const SOURCE = `${layoutRule("II.6")} (nội dung phải đầy đủ khi ban hành)`;

export const missingValue: LintRule = {
  id: "con-thieu",
  what: "Không còn chỗ “[Chưa có: …]”",
  source: SOURCE,
  severity: "warning",
  example: { wrong: "Căn cứ [Chưa có: quy chế thi đua, khen thưởng];", right: "Căn cứ Quyết định số …;" },
  find: ({ seen }) =>
    seen.paragraphs.flatMap((paragraph) => {
      const marks = paragraph.text.normalize("NFC").match(/\[Chưa có[^\]]*\]/gu) ?? [];
      return marks.map((mark) => ({ place: placeOf(PART, paragraph), found: mark, wanted: "nội dung thật" }));
    }),
};

export const unfilledPlaceholder: LintRule = {
  id: "cho-dien",
  what: "Không còn chỗ điền “{{…}}” của mẫu",
  source: SOURCE,
  severity: "error",
  example: { wrong: "Số: {{so}}/{{ky_hieu}}", right: "Số: 05/QĐ-UBND" },
  find: ({ seen }) =>
    seen.paragraphs.flatMap((paragraph) => {
      const marks = paragraph.text.match(/\{\{[^{}]*\}\}/gu) ?? [];
      return marks.map((mark) => ({ place: placeOf(PART, paragraph), found: mark, wanted: "giá trị đã điền" }));
    }),
};

export const highlight: LintRule = {
  id: "to-mau",
  what: "Không còn chữ tô nền đánh dấu",
  source: layoutRule("I.4"),
  severity: "warning",
  example: { wrong: "đoạn tô vàng để nhớ sửa", right: "bỏ tô nền trước khi trình ký" },
  find: ({ seen }) =>
    seen.paragraphs.flatMap((paragraph) => {
      // Rows of a table may be shaded; a text that is missing is told by its own rule.
      const marked =
        paragraph.cell?.table.isRuled === true
          ? []
          : paragraph.runs.filter(({ text, format }) => {
              const isShown =
                format.highlight !== undefined && format.highlight !== "none" && format.highlight !== "white";
              return isShown && /[\p{L}\d]/u.test(text) && !/\[Chưa có/u.test(text);
            });
      const text = marked
        .map((run) => run.text)
        .join("")
        .trim();
      return text === ""
        ? []
        : [{ place: placeOf(PART, paragraph), found: `tô nền “${text.slice(0, 40)}”`, wanted: "không tô nền" }];
    }),
};
