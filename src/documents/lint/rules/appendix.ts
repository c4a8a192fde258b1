import { checkStyle } from "../component-style.js";
import { isCapitals } from "../frame/piece.js";
import { type Found, type LintRule, layoutRule, placeOf } from "../rule.js";

const PART = "Phụ lục";

export const appendixLabel: LintRule = {
  id: "phu-luc-chu",
  what: "Từ “Phụ lục” và số thứ tự: dòng riêng, canh giữa, in thường, cỡ 14, đứng, đậm",
  source: layoutRule("III.1b"),
  severity: "error",
  example: { wrong: "PHỤ LỤC 1 cỡ 13", right: "Phụ lục I, cỡ 14, đậm, canh giữa" },
  find: ({ frame }) =>
    checkStyle(
      PART,
      frame.appendices.map(({ label }) => label),
      { sizes: [14, 14], bold: true, italic: false, capitals: false, centred: true },
    ),
};

export const appendixNumbers: LintRule = {
  id: "phu-luc-so",
  what: "Từ hai phụ lục trở lên thì đánh số La Mã",
  source: layoutRule("III.1a"),
  severity: "error",
  example: { wrong: "Phụ lục 1, Phụ lục 2", right: "Phụ lục I, Phụ lục II" },
  find({ frame }) {
    const labels = frame.appendices.flatMap(({ label }) => (label === null ? [] : [label]));
    return labels.flatMap((label): Found[] => {
      const number = label.text.replace(/^phụ lục\s*(số)?\s*/iu, "");
      if (labels.length < 2 ? !/^\d/.test(number) : /^[IVXLC]+$/u.test(number)) return [];
      return [{ place: placeOf(PART, label), found: `“${label.text}”`, wanted: "Phụ lục I, Phụ lục II…" }];
    });
  },
};

export const appendixTitle: LintRule = {
  id: "phu-luc-ten",
  what: "Tên phụ lục: chữ in hoa, cỡ 13–14, đứng, đậm, canh giữa",
  source: layoutRule("III.1b"),
  severity: "error",
  example: { wrong: "Danh sách tập thể, cá nhân (in thường)", right: "DANH SÁCH, cỡ 14, đậm" },
  find: ({ frame }) =>
    frame.appendices.flatMap(({ title }) => {
      // Below a first line in capitals ("DANH SÁCH") small letters go on.
      const [first, ...others] = title;
      const style = { sizes: [13, 14], bold: true, italic: false, centred: true } as const;
      return [
        ...checkStyle(PART, [first ?? null], { ...style, capitals: true }),
        ...checkStyle(PART, others, isCapitals(first?.text ?? "") ? style : { ...style, capitals: true }),
      ];
    }),
};

export const accompanies: LintRule = {
  id: "kem-theo",
  what: "Mỗi phụ lục có dòng “(Kèm theo … số … ngày … của …)”",
  source: layoutRule("III.1c"),
  severity: "error",
  example: {
    wrong: "phụ lục không có dòng Kèm theo",
    right: "(Kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 01 năm 2026 của …)",
  },
  find: ({ frame }) =>
    frame.appendices.flatMap(({ label, title, accompanies: line, paragraphs }) => {
      const first = label ?? title[0] ?? paragraphs.find(({ text }) => text.trim() !== "");
      return line !== null || first === undefined
        ? []
        : [
            {
              place: placeOf(PART, first),
              found: "không có dòng Kèm theo",
              wanted: "“(Kèm theo … số … ngày … của …)” dưới tên phụ lục",
            },
          ];
    }),
};

export const accompaniesStyle: LintRule = {
  id: "kem-theo-chu",
  what: "Dòng Kèm theo: chữ in thường, cỡ 13–14, nghiêng, canh giữa",
  source: layoutRule("III.1c"),
  severity: "error",
  example: { wrong: "dòng Kèm theo kiểu đứng", right: "nghiêng, cỡ 14, canh giữa" },
  find: ({ frame }) =>
    checkStyle(
      PART,
      frame.appendices.map(({ accompanies: line }) => line),
      { sizes: [13, 14], bold: false, italic: true, capitals: false, centred: true },
    ),
};

export const appendixMention: LintRule = {
  id: "phu-luc-chi-dan",
  what: "Văn bản có phụ lục thì trong lời văn có chỉ dẫn về phụ lục",
  source: layoutRule("III.1a"),
  severity: "error",
  example: { wrong: "có phụ lục mà lời văn không nhắc", right: "… (có danh sách kèm theo)" },
  find({ frame }) {
    const [appendix] = frame.appendices;
    const first = appendix?.label ?? appendix?.title[0];
    if (first === undefined) return [];
    const isMentioned = frame.main.some(({ text }) =>
      /phụ lục|kèm theo|danh sách|chi tiết tại/iu.test(text.normalize("NFC")),
    );
    return isMentioned
      ? []
      : [{ place: placeOf(PART, first), found: "lời văn không nhắc đến phụ lục", wanted: "“(có phụ lục kèm theo)”" }];
  },
};
