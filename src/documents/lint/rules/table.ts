import { type LintRule, layoutRule, placeOf } from "../rule.js";

/** Rows of one line that fill about half a page: a longer table is likely to break. */
const LONG = 20;

export const headerRow: LintRule = {
  id: "bang-tieu-de",
  what: "Bảng dài có dòng tiêu đề lặp lại ở mỗi trang",
  source: `${layoutRule("II.6")} (bảng trong nội dung; cách làm nên có, Nghị định không quy định riêng)`,
  severity: "warning",
  example: { wrong: "bảng ba trang, chỉ trang đầu có tiêu đề cột", right: "dòng tiêu đề đặt Repeat Header Rows" },
  find: ({ seen }) =>
    seen.tables.flatMap((table) => {
      if (!table.isRuled || table.rows < LONG || table.headerRows > 0) return [];
      const first = seen.paragraphs.find(({ cell, text }) => cell?.table === table && text.trim() !== "");
      return first === undefined
        ? []
        : [
            {
              place: placeOf(`Bảng ${table.number}`, first),
              found: `${table.rows} dòng, tiêu đề không lặp lại`,
              wanted: "dòng tiêu đề lặp lại ở mỗi trang",
            },
          ];
    }),
};
