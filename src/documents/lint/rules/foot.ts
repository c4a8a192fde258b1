import { checkStyle } from "../component-style.js";
import { isCapitals } from "../frame/piece.js";
import { type LintRule, layoutRule, model, placeOf, wholeDocument } from "../rule.js";
import { hasPlaceholder } from "./number.js";

const DISTRIBUTION = "Nơi nhận";

export const closing: LintRule = {
  id: "ket-thuc",
  what: "Văn bản kết thúc bằng “./.”",
  source: model("1.2, 1.4, 1.5, 1.9"),
  severity: "error",
  example: {
    wrong: "… chịu trách nhiệm thi hành Quyết định này.",
    right: "… chịu trách nhiệm thi hành Quyết định này./.",
  },
  find({ frame }) {
    const last = frame.body.findLast(({ text }) => text.trim() !== "");
    if (last === undefined || /\.\/\.$/.test(last.text.trim())) return [];
    return [
      {
        place: placeOf("Cuối lời văn", last),
        found: `kết thúc bằng “${last.text.trim().slice(-3)}”`,
        wanted: "kết thúc bằng “./.”",
      },
    ];
  },
};

export const distribution: LintRule = {
  id: "noi-nhan",
  what: "Nơi nhận",
  source: layoutRule("II.9c"),
  severity: "error",
  example: { wrong: "không có Nơi nhận", right: "Nơi nhận: ở bên trái, ngang quyền hạn, chức vụ" },
  find: ({ frame }) =>
    frame.distributionTitle === null
      ? [{ place: wholeDocument(DISTRIBUTION), found: "không thấy Nơi nhận", wanted: "“Nơi nhận:” ở bên trái" }]
      : [],
};

export const distributionTitleStyle: LintRule = {
  id: "noi-nhan-chu",
  what: "Từ “Nơi nhận:”: chữ in thường, cỡ 12, nghiêng, đậm",
  source: layoutRule("II.9d"),
  severity: "error",
  example: { wrong: "Nơi nhận gạch chân, cỡ 14", right: "Nơi nhận: cỡ 12, nghiêng, đậm" },
  find({ frame }) {
    const { distributionTitle: title } = frame;
    if (title === null) return [];
    const colon = title.text.includes(":")
      ? []
      : [{ place: placeOf(DISTRIBUTION, title), found: "không có dấu hai chấm", wanted: "“Nơi nhận:”" }];
    return [
      ...checkStyle(DISTRIBUTION, [title], { sizes: [12, 12], bold: true, italic: true, capitals: false }),
      ...colon,
    ];
  },
};

export const distributionStyle: LintRule = {
  id: "noi-nhan-liet-ke",
  what: "Các nơi nhận: cỡ 11, đứng, đầu dòng “-”, cuối dòng “;”",
  source: layoutRule("II.9d"),
  severity: "error",
  example: { wrong: "+ Sở Nội vụ, cỡ 12", right: "- Sở Nội vụ;" },
  find: ({ frame }) =>
    frame.distribution.flatMap((piece, index) => {
      const isLast = index === frame.distribution.length - 1;
      const found = checkStyle(DISTRIBUTION, [piece], { sizes: [11, 11], bold: false, italic: false });
      if (!piece.text.startsWith("-"))
        found.push({ place: placeOf(DISTRIBUTION, piece), found: "đầu dòng không có “-”", wanted: "“- …;”" });
      if (!isLast && !piece.text.endsWith(";"))
        found.push({
          place: placeOf(DISTRIBUTION, piece),
          found: `kết thúc bằng “${piece.text.slice(-1)}”`,
          wanted: "kết thúc bằng “;”",
        });
      return found;
    }),
};

export const archive: LintRule = {
  id: "noi-nhan-luu",
  what: "Dòng cuối của Nơi nhận: “- Lưu: VT, ….”",
  source: layoutRule("II.9d"),
  severity: "error",
  example: { wrong: "- Lưu VT", right: "- Lưu: VT, NV." },
  find({ frame }) {
    const last = frame.distribution.at(-1);
    if (last === undefined || hasPlaceholder(last.text)) return [];
    return /^-\s*Lưu:\s*VT\b.*\.$/u.test(last.text)
      ? []
      : [{ place: placeOf(DISTRIBUTION, last), found: `“${last.text}”`, wanted: "“- Lưu: VT, <đơn vị soạn thảo>.”" }];
  },
};

export const asAbove: LintRule = {
  id: "nhu-tren",
  what: "Văn bản có Kính gửi: nơi nhận đầu tiên là “- Như trên;”",
  source: layoutRule("II.9b"),
  severity: "error",
  example: { wrong: "- Ủy ban nhân dân tỉnh;", right: "- Như trên;" },
  find({ frame }) {
    const [first] = frame.distribution;
    if (frame.addressee === null || first === undefined || /^-\s*như (trên|kính gửi)/.test(first.key)) return [];
    return [{ place: placeOf(DISTRIBUTION, first), found: `“${first.text}”`, wanted: "“- Như trên;”" }];
  },
};

export const signature: LintRule = {
  id: "quyen-han",
  what: "Quyền hạn, chức vụ của người ký",
  source: layoutRule("II.7"),
  severity: "error",
  example: { wrong: "không ghi chức vụ", right: "CHỦ TỊCH" },
  find: ({ frame }) =>
    frame.signature.length > 0
      ? []
      : [
          {
            place: wholeDocument("Người ký"),
            found: "không thấy quyền hạn, chức vụ người ký",
            wanted: "một dòng in hoa ở bên phải, ngang Nơi nhận",
          },
        ],
};

export const signatureStyle: LintRule = {
  id: "quyen-han-chu",
  what: "Quyền hạn, chức vụ: chữ in hoa, cỡ 13–14, đứng, đậm",
  source: layoutRule("II.7đ"),
  severity: "error",
  example: { wrong: "Chủ tịch, cỡ 15", right: "CHỦ TỊCH, cỡ 14, đậm, canh giữa" },
  find: ({ frame }) =>
    checkStyle(
      "Quyền hạn, chức vụ",
      frame.signature.filter(({ key }) => !isCapitalName(key)),
      { sizes: [13, 14], bold: true, italic: false, capitals: true, centred: true },
    ),
};

export const signatoryStyle: LintRule = {
  id: "nguoi-ky-chu",
  what: "Họ và tên người ký: chữ in thường, cỡ 13–14, đứng, đậm",
  source: layoutRule("II.7đ"),
  severity: "error",
  example: { wrong: "NGUYỄN VĂN AN, hoặc không đậm", right: "Nguyễn Văn An, cỡ 14, đậm, dưới chức vụ" },
  find({ frame }) {
    const name =
      frame.signatory ?? frame.signature.find(({ key, text }) => isCapitals(text) && isCapitalName(key)) ?? null;
    return checkStyle("Người ký", [name], {
      sizes: [13, 14],
      bold: true,
      italic: false,
      capitals: false,
      centred: true,
    });
  },
};

const SURNAME =
  /^(nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|trịnh|mai|đào|đoàn|lương|tạ|tô|ma|nông|lâm|cao|châu|hứa|quách|lò|vàng|giàng|hà|tống|chu|triệu|thái|la|vi|lưu|kiều|phùng|trương) \p{L}+( \p{L}+){0,2}$/u;

function isCapitalName(key: string): boolean {
  return SURNAME.test(key) && !/^đoàn (thanh|tncs)/.test(key);
}

export const honours: LintRule = {
  id: "hoc-vi",
  what: "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu",
  source: layoutRule("II.7c"),
  severity: "warning",
  example: { wrong: "ThS. Nguyễn Văn An", right: "Nguyễn Văn An (trừ lực lượng vũ trang, giáo dục, y tế, khoa học)" },
  find({ frame }) {
    const title = /^((GS|PGS|TS|TSKH|ThS|BS|BSCKI+|KS|CN|NGƯT|NGND|TTƯT|TTND|Ông|Bà|Đ\/c)\.?\s+)+/iu.exec(
      frame.signatory?.text ?? "",
    )?.[0];
    return frame.signatory === null || title === undefined
      ? []
      : [{ place: placeOf("Người ký", frame.signatory), found: `“${title.trim()}”`, wanted: "chỉ ghi họ và tên" }];
  },
};
