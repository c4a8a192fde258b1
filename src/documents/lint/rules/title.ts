import { checkStyle } from "../component-style.js";
import { checkRule } from "../drawn-rule.js";
import type { Frame } from "../frame/frame.js";
import { type LintRule, layoutRule, placeOf, wholeDocument } from "../rule.js";

export const namedType: LintRule = {
  id: "ten-loai",
  what: "Tên loại văn bản đứng riêng một dòng; công văn thì có trích yếu “V/v”",
  source: layoutRule("II.5b"),
  severity: "error",
  example: { wrong: "BÁO CÁO TỔNG KẾT NĂM 2026", right: "BÁO CÁO, dòng dưới: Tổng kết năm 2026" },
  find({ frame }) {
    const { kind, title } = frame;
    if (kind === null)
      return [
        {
          place: wholeDocument("Tên loại"),
          found: "không thấy tên loại văn bản",
          wanted: "QUYẾT ĐỊNH, BÁO CÁO, TỜ TRÌNH… ở giữa trang",
        },
      ];
    if (kind === "cong-van" || title === null || title.key === kind.key) return [];
    return [
      {
        place: placeOf("Tên loại", title),
        found: "tên loại và trích yếu chung một dòng",
        wanted: `“${kind.name.toLocaleUpperCase("vi")}” đứng riêng một dòng`,
      },
    ];
  },
};

export const typeStyle: LintRule = {
  id: "ten-loai-chu",
  what: "Tên loại: chữ in hoa, cỡ 13–14, đứng, đậm, canh giữa",
  source: layoutRule("II.5b"),
  severity: "error",
  example: { wrong: "QUYẾT ĐỊNH cỡ 16", right: "QUYẾT ĐỊNH cỡ 14, đậm" },
  find: ({ frame }) =>
    checkStyle("Tên loại", [frame.title], {
      sizes: [13, 14],
      bold: true,
      italic: false,
      capitals: true,
      centred: true,
    }),
};

/** A named type whose title stands alone needs an abstract below; one on the same line is told by `ten-loai`. */
function lacksAbstract({ kind, title, abstract }: Frame): boolean {
  return kind !== null && kind !== "cong-van" && title?.key === kind.key && abstract.length === 0;
}

export const abstract: LintRule = {
  id: "trich-yeu",
  what: "Trích yếu nội dung ngay dưới tên loại",
  source: layoutRule("II.5b"),
  severity: "error",
  example: { wrong: "BÁO CÁO rồi vào lời văn", right: "BÁO CÁO, dòng dưới: Tổng kết công tác thi đua năm 2026" },
  find: ({ frame }) =>
    lacksAbstract(frame)
      ? [
          {
            place: wholeDocument("Trích yếu"),
            found: "không thấy trích yếu dưới tên loại",
            wanted: "một dòng đậm, canh giữa",
          },
        ]
      : [],
};

export const abstractStyle: LintRule = {
  id: "trich-yeu-chu",
  what: "Trích yếu: chữ in thường, cỡ 13–14, đứng, đậm, canh giữa",
  source: layoutRule("II.5b"),
  severity: "error",
  example: { wrong: "TỔNG KẾT NĂM 2026, hoặc không đậm", right: "Tổng kết năm 2026, cỡ 14, đậm" },
  find: ({ frame }) =>
    checkStyle("Trích yếu", frame.abstract, {
      sizes: [13, 14],
      bold: true,
      italic: false,
      capitals: false,
      centred: true,
    }),
};

export const abstractRule: LintRule = {
  id: "trich-yeu-ke",
  what: "Dưới trích yếu có đường kẻ dài 1/3 đến 1/2 dòng chữ",
  source: layoutRule("II.5b"),
  severity: "error",
  example: { wrong: "không kẻ", right: "đường kẻ ngắn ở giữa, dưới trích yếu" },
  find: (document) => checkRule("Trích yếu", document.frame.abstract, document, "short"),
};

export const subject: LintRule = {
  id: "vv",
  what: "Công văn có trích yếu sau chữ “V/v”, dưới số và ký hiệu",
  source: layoutRule("II.5b"),
  severity: "error",
  example: { wrong: "công văn không có V/v, hoặc viết “Về việc”", right: "V/v đề nghị khen thưởng năm 2026" },
  find({ frame }) {
    if (frame.kind !== "cong-van") return [];
    const [first] = frame.subject;
    const wanted = "“V/v …” dưới Số";
    if (first === undefined) return [{ place: wholeDocument("V/v"), found: "không thấy trích yếu công văn", wanted }];
    return first.text.startsWith("V/v ")
      ? []
      : [{ place: placeOf("V/v", first), found: `“${first.text.slice(0, 12)}…”`, wanted }];
  },
};

export const subjectStyle: LintRule = {
  id: "vv-chu",
  what: "Trích yếu công văn: cỡ 12–13, đứng, không đậm, canh giữa, cách Số 6 pt",
  source: layoutRule("II.5b"),
  severity: "error",
  example: { wrong: "V/v cỡ 14, nghiêng, sát dòng Số", right: "V/v cỡ 12, đứng, cách dòng Số 6 pt" },
  find({ frame }) {
    if (frame.kind !== "cong-van") return [];
    const found = checkStyle("V/v", frame.subject, {
      sizes: [12, 13],
      bold: false,
      italic: false,
      capitals: false,
      centred: true,
    });
    const [first] = frame.subject;
    const { number } = frame;
    if (first === undefined || number === null) return found;
    const isNext =
      number.paragraph.number + 1 === first.paragraph.number && number.paragraph.cell === first.paragraph.cell;
    const gap = (number.paragraph.format.after ?? 0) + (first.paragraph.format.before ?? 0);
    // The padding of a row adds nothing that is known; only lines in one cell are judged.
    if (isNext && gap < 100)
      found.push({ place: placeOf("V/v", first), found: `cách dòng Số ${gap / 20} pt`, wanted: "cách 6 pt" });
    return found;
  },
};

export const addressee: LintRule = {
  id: "kinh-gui",
  what: "Công văn, tờ trình có “Kính gửi:”",
  source: layoutRule("II.9b"),
  severity: "error",
  example: { wrong: "tờ trình không có Kính gửi", right: "Kính gửi: Ủy ban nhân dân tỉnh An Bình" },
  find({ frame }) {
    const { kind, addressee: line } = frame;
    const isNeeded = kind === "cong-van" || kind?.abbreviation === "TTr";
    if (line === null)
      return isNeeded
        ? [{ place: wholeDocument("Kính gửi"), found: "không thấy Kính gửi", wanted: "“Kính gửi: …”" }]
        : [];
    return /^Kính gửi\s*:/u.test(line.text)
      ? []
      : [
          {
            place: placeOf("Kính gửi", line),
            found: `“${line.text.slice(0, 20)}”`,
            wanted: "“Kính gửi:” có dấu hai chấm",
          },
        ];
  },
};

export const addresseeStyle: LintRule = {
  id: "kinh-gui-chu",
  what: "Kính gửi: chữ in thường, cỡ 13–14, đứng",
  source: layoutRule("II.9d"),
  severity: "error",
  example: { wrong: "Kính gửi nghiêng, cỡ 12", right: "Kính gửi cỡ 14, đứng" },
  find: ({ frame }) =>
    checkStyle("Kính gửi", [frame.addressee, ...frame.receivers], {
      sizes: [13, 14],
      bold: false,
      italic: false,
      capitals: false,
    }),
};

export const receivers: LintRule = {
  id: "kinh-gui-dau",
  what: "Gửi nhiều nơi: mỗi nơi một dòng có gạch đầu dòng, cuối dòng “;”, dòng cuối “.”",
  source: layoutRule("II.9d"),
  severity: "error",
  example: { wrong: "- Sở Nội vụ, - Sở Tài chính", right: "- Sở Nội vụ;\n- Sở Tài chính." },
  find: ({ frame }) =>
    frame.receivers.flatMap((piece, index) => {
      const end = index === frame.receivers.length - 1 ? "." : ";";
      return frame.receivers.length < 2 || piece.text.endsWith(end)
        ? []
        : [
            {
              place: placeOf("Kính gửi", piece),
              found: `kết thúc bằng “${piece.text.slice(-1)}”`,
              wanted: `kết thúc bằng “${end}”`,
            },
          ];
    }),
};
