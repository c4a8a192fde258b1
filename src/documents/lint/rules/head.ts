import { checkStyle } from "../component-style.js";
import { checkRule } from "../drawn-rule.js";
import { isTypedRule, splitPieces } from "../frame/piece.js";
import { type LintRule, layoutRule, placeOf, wholeDocument } from "../rule.js";

const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO = "Độc lập - Tự do - Hạnh phúc";

export const nation: LintRule = {
  id: "quoc-hieu",
  what: "Quốc hiệu",
  source: layoutRule("II.1a"),
  severity: "error",
  example: { wrong: "CỘNG HÒA XHCN VIỆT NAM", right: NATION },
  find({ frame }) {
    const wanted = `“${NATION}”`;
    if (frame.nation === null) return [{ place: wholeDocument("Quốc hiệu"), found: "không thấy Quốc hiệu", wanted }];
    const isRight = frame.nation.key === NATION.toLocaleLowerCase("vi");
    return isRight ? [] : [{ place: placeOf("Quốc hiệu", frame.nation), found: "viết khác", wanted }];
  },
};

export const nationStyle: LintRule = {
  id: "quoc-hieu-chu",
  what: "Quốc hiệu: chữ in hoa, cỡ 12–13, đứng, đậm",
  source: layoutRule("II.1a"),
  severity: "error",
  example: { wrong: "cỡ 14, không đậm", right: "in hoa, cỡ 13, đứng, đậm, canh giữa" },
  find: ({ frame }) =>
    checkStyle("Quốc hiệu", [frame.nation], {
      sizes: [12, 13],
      bold: true,
      italic: false,
      capitals: true,
      centred: true,
    }),
};

export const nationPlace: LintRule = {
  id: "quoc-hieu-vi-tri",
  what: "Quốc hiệu ở phía trên, bên phải trang đầu",
  source: layoutRule("II.1a"),
  severity: "error",
  example: {
    wrong: "Quốc hiệu ở giữa trang, tên cơ quan ở dòng trên",
    right: "Quốc hiệu ở cột phải, ngang tên cơ quan",
  },
  find({ frame, seen }) {
    const { nation: piece } = frame;
    if (piece === null || piece.paragraph.isBoxed) return [];
    const { cell, format } = piece.paragraph;
    const isSecond = splitPieces(piece.paragraph)[0]?.text !== piece.text;
    const section = seen.sections[0];
    const half = section === undefined ? 0 : (section.width - section.margins.left - section.margins.right) / 4;
    const isRight = cell !== null ? cell.column > 0 : isSecond || format.align === "right" || (format.left ?? 0) > half;
    return isRight
      ? []
      : [{ place: placeOf("Quốc hiệu", piece), found: "không ở bên phải", wanted: "cột bên phải, dòng đầu" }];
  },
};

export const motto: LintRule = {
  id: "tieu-ngu",
  what: "Tiêu ngữ: hoa chữ đầu mỗi cụm từ, gạch nối có cách chữ",
  source: layoutRule("II.1b"),
  severity: "error",
  example: { wrong: "Độc Lập-Tự Do-Hạnh Phúc", right: MOTTO },
  find({ frame }) {
    const wanted = `“${MOTTO}”`;
    if (frame.motto === null) return [{ place: wholeDocument("Tiêu ngữ"), found: "không thấy Tiêu ngữ", wanted }];
    return frame.motto.text === MOTTO
      ? []
      : [{ place: placeOf("Tiêu ngữ", frame.motto), found: `“${frame.motto.text}”`, wanted }];
  },
};

export const mottoStyle: LintRule = {
  id: "tieu-ngu-chu",
  what: "Tiêu ngữ: chữ in thường, cỡ 13–14, đứng, đậm",
  source: layoutRule("II.1b"),
  severity: "error",
  example: { wrong: "cỡ 12, nghiêng", right: "cỡ 14, đứng, đậm, canh giữa dưới Quốc hiệu" },
  find: ({ frame }) =>
    checkStyle("Tiêu ngữ", [frame.motto], {
      sizes: [13, 14],
      bold: true,
      italic: false,
      capitals: false,
      centred: true,
    }),
};

export const mottoRule: LintRule = {
  id: "tieu-ngu-ke",
  what: "Dưới Tiêu ngữ có đường kẻ nét liền dài bằng dòng chữ",
  source: layoutRule("II.1b"),
  severity: "error",
  example: { wrong: "không kẻ, hoặc kẻ hết cột", right: "đường kẻ dài bằng dòng Tiêu ngữ" },
  find: (document) => {
    const { motto: piece } = document.frame;
    return piece === null ? [] : checkRule("Tiêu ngữ", [piece], document, "full");
  },
};

export const issuer: LintRule = {
  id: "co-quan",
  what: "Tên cơ quan, tổ chức ban hành văn bản",
  source: layoutRule("II.2"),
  severity: "error",
  example: { wrong: "không ghi tên cơ quan", right: "ỦY BAN NHÂN DÂN TỈNH AN BÌNH" },
  find: ({ frame }) =>
    frame.issuer.length > 0
      ? []
      : [
          {
            place: wholeDocument("Tên cơ quan"),
            found: "không thấy tên cơ quan ban hành",
            wanted: "tên cơ quan ở cột trái",
          },
        ],
};

export const issuerStyle: LintRule = {
  id: "co-quan-chu",
  what: "Tên cơ quan ban hành: chữ in hoa, cỡ 12–13, đứng, đậm",
  source: layoutRule("II.2b"),
  severity: "error",
  example: { wrong: "SỞ NỘI VỤ không đậm", right: "in hoa, cỡ 13, đứng, đậm, canh giữa" },
  find: ({ frame }) =>
    checkStyle("Tên cơ quan ban hành", frame.issuer, {
      sizes: [12, 13],
      bold: true,
      italic: false,
      capitals: true,
      centred: true,
    }),
};

export const parentStyle: LintRule = {
  id: "chu-quan-chu",
  what: "Tên cơ quan chủ quản: chữ in hoa, cỡ 12–13, đứng, không đậm",
  source: layoutRule("II.2b"),
  severity: "error",
  example: { wrong: "UBND TỈNH AN BÌNH đậm, trên SỞ NỘI VỤ", right: "UBND TỈNH AN BÌNH không đậm" },
  find: ({ frame }) =>
    checkStyle("Tên cơ quan chủ quản", frame.parent, {
      sizes: [12, 13],
      bold: false,
      italic: false,
      capitals: true,
      centred: true,
    }),
};

export const issuerRule: LintRule = {
  id: "co-quan-ke",
  what: "Dưới tên cơ quan có đường kẻ dài 1/3 đến 1/2 dòng chữ",
  source: layoutRule("II.2b"),
  severity: "error",
  example: { wrong: "gạch chân cả dòng chữ", right: "đường kẻ ngắn ở giữa" },
  find: (document) =>
    checkRule(
      "Tên cơ quan ban hành",
      document.frame.issuer.filter(({ text }) => !isTypedRule(text)),
      document,
      "short",
    ),
};

export const urgencyStyle: LintRule = {
  id: "do-khan-chu",
  what: "Dấu chỉ mức độ khẩn: chữ in hoa, cỡ 13–14, đứng, đậm",
  source: layoutRule("III.2b"),
  severity: "error",
  example: { wrong: "Khẩn, cỡ 12", right: "KHẨN, cỡ 13, đậm, trong khung" },
  find: ({ frame }) =>
    checkStyle("Mức độ khẩn", [frame.urgency], {
      sizes: [13, 14],
      bold: true,
      italic: false,
      capitals: true,
    }),
};
