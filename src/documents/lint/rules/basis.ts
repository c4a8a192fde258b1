import { checkStyle } from "../component-style.js";
import type { Frame } from "../frame/frame.js";
import { type LintRule, layoutRule, model, placeOf, wholeDocument } from "../rule.js";
import { hasPlaceholder } from "./number.js";

const PART = "Căn cứ";

/** A decision (or resolution): has căn cứ and the authority's line. */
function decides({ kind }: Frame): boolean {
  return kind !== null && kind !== "cong-van" && kind.abbreviation === "QĐ";
}

export const basis: LintRule = {
  id: "can-cu",
  what: "Quyết định có căn cứ ban hành",
  source: layoutRule("II.6a"),
  severity: "error",
  example: { wrong: "quyết định không có căn cứ", right: "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;" },
  find: ({ frame }) =>
    decides(frame) && !frame.basis.some(({ key }) => key.startsWith("căn cứ"))
      ? [{ place: wholeDocument(PART), found: "không thấy căn cứ", wanted: "“Căn cứ …;” dưới thẩm quyền ban hành" }]
      : [],
};

export const basisStyle: LintRule = {
  id: "can-cu-chu",
  what: "Căn cứ: chữ in thường, nghiêng, cỡ 13–14",
  source: layoutRule("II.6a"),
  severity: "error",
  example: { wrong: "căn cứ kiểu đứng", right: "căn cứ kiểu nghiêng, cỡ 14" },
  find: ({ frame }) => checkStyle(PART, frame.basis, { sizes: [13, 14], bold: false, italic: true, capitals: false }),
};

export const basisEnds: LintRule = {
  id: "can-cu-dau",
  what: "Mỗi căn cứ một dòng, cuối dòng “;”, dòng cuối “.”",
  source: layoutRule("II.6a"),
  severity: "error",
  example: { wrong: "Theo đề nghị của Giám đốc Sở Nội vụ,", right: "Theo đề nghị của Giám đốc Sở Nội vụ." },
  find: ({ frame }) =>
    frame.basis.flatMap((piece, index) => {
      // In other documents the last căn cứ leads on to the text.
      const isLast = index === frame.basis.length - 1;
      const ends = isLast ? (decides(frame) ? ["."] : [".", ";"]) : [";"];
      const [wanted] = ends;
      return ends.includes(piece.text.slice(-1))
        ? []
        : [
            {
              place: placeOf(PART, piece),
              found: `kết thúc bằng “${piece.text.slice(-1)}”`,
              wanted: `kết thúc bằng “${wanted}”`,
            },
          ];
    }),
};

export const lawNumber: LintRule = {
  id: "luat-so-hieu",
  what: "Căn cứ Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành",
  source: layoutRule("II.6a"),
  severity: "warning",
  example: {
    wrong: "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15;",
    right: "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
  },
  find: ({ frame }) =>
    frame.basis.flatMap((piece) => {
      if (!isLaw(piece.key)) return [];
      const number = /(số )?\d+\/\d{4}\/QH\d+|\d+\/\d{4}\/UBTVQH\d+|của Quốc hội/u.exec(piece.text)?.[0];
      return number === undefined
        ? []
        : [{ place: placeOf(PART, piece), found: `“${number}”`, wanted: "tên Luật và ngày tháng năm" }];
    }),
};

export const lawDate: LintRule = {
  id: "luat-ngay",
  what: "Căn cứ Luật, Pháp lệnh ghi ngày tháng năm",
  source: layoutRule("II.6a"),
  severity: "warning",
  example: {
    wrong: "Căn cứ Luật Thi đua, khen thưởng;",
    right: "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
  },
  find: ({ frame }) =>
    frame.basis.flatMap((piece) =>
      !isLaw(piece.key) || DATE.test(piece.key) || /\d{4}\/(qh|ubtvqh)/.test(piece.key) || hasPlaceholder(piece.text)
        ? []
        : [{ place: placeOf(PART, piece), found: "không có ngày", wanted: "ngày … tháng … năm …" }],
    ),
};

export const basisComplete: LintRule = {
  id: "can-cu-day-du",
  what: "Căn cứ ghi đủ tên loại, số, ký hiệu, ngày tháng năm",
  source: layoutRule("II.6a"),
  severity: "error",
  example: {
    wrong: "Căn cứ Nghị định 152/2025/NĐ-CP của Chính phủ;",
    right: "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ …;",
  },
  find: ({ frame }) =>
    frame.basis.flatMap((piece) => {
      if (
        !/^căn cứ (nghị định|thông tư|quyết định|nghị quyết|chỉ thị|kế hoạch|hướng dẫn|thông báo|công văn)( |$)/.test(
          piece.key,
        )
      )
        return [];
      if (hasPlaceholder(piece.text)) return [];
      const missing = [
        ...(/ số\s*[\d.…_]*\s*\//.test(piece.key) ? [] : ["“số …/…”"]),
        ...(DATE.test(piece.key) ? [] : ["ngày tháng năm"]),
      ];
      return missing.length === 0
        ? []
        : [
            {
              place: placeOf(PART, piece),
              found: `thiếu ${missing.join(", ")}`,
              wanted: "tên loại, số, ký hiệu, ngày tháng năm, cơ quan, trích yếu",
            },
          ];
    }),
};

const DATE = /ngày\s*[\d.…_\s]*(tháng|[/-])\s*[\d.…_]*\s*(năm|[/-])/;

/** A law, not the constitution of a body ("Luật sư"). */
function isLaw(key: string): boolean {
  return /^căn cứ (luật|bộ luật|pháp lệnh) (?!sư)/.test(key);
}

export const authority: LintRule = {
  id: "tham-quyen",
  what: "Quyết định có dòng thẩm quyền ban hành: in hoa, cỡ 13–14, đứng, đậm, canh giữa",
  source: model("1.2"),
  severity: "error",
  example: { wrong: "trích yếu rồi đến căn cứ", right: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN BÌNH, trên căn cứ" },
  find({ frame }) {
    if (!decides(frame)) return [];
    if (frame.authority === null)
      return [
        {
          place: wholeDocument("Thẩm quyền"),
          found: "không thấy thẩm quyền ban hành",
          wanted: "một dòng in hoa, đậm, trên căn cứ",
        },
      ];
    return checkStyle("Thẩm quyền", [frame.authority], {
      sizes: [13, 14],
      bold: true,
      italic: false,
      capitals: true,
      centred: true,
    });
  },
};

export const resolution: LintRule = {
  id: "dong-quyet-dinh",
  what: "“QUYẾT ĐỊNH:” trên Điều 1: in hoa, đậm, canh giữa, có dấu hai chấm",
  source: model("1.2"),
  severity: "error",
  example: { wrong: "căn cứ rồi đến Điều 1", right: "QUYẾT ĐỊNH:" },
  find({ frame }) {
    if (!decides(frame)) return [];
    const part = "QUYẾT ĐỊNH:";
    if (frame.resolution === null)
      return [
        {
          place: wholeDocument(part),
          found: "không thấy dòng “QUYẾT ĐỊNH:”",
          wanted: "một dòng giữa căn cứ và Điều 1",
        },
      ];
    const colon = frame.resolution.text.endsWith(":")
      ? []
      : [{ place: placeOf(part, frame.resolution), found: "không có dấu hai chấm", wanted: "“QUYẾT ĐỊNH:”" }];
    return [
      ...checkStyle(part, [frame.resolution], {
        sizes: [13, 14],
        bold: true,
        italic: false,
        capitals: true,
        centred: true,
      }),
      ...colon,
    ];
  },
};
