import { checkStyle } from "../component-style.js";
import type { Frame } from "../frame/frame.js";
import { type Found, type LintRule, layoutRule, placeOf, wholeDocument } from "../rule.js";

const NUMBER = "Số, ký hiệu";
const DATE = "Địa danh, ngày tháng";

export const documentNumber: LintRule = {
  id: "so-ky-hieu",
  what: "Số, ký hiệu của văn bản",
  source: layoutRule("II.3"),
  severity: "error",
  example: { wrong: "không có dòng Số", right: "Số: 05/QĐ-UBND (dự thảo: để trống số)" },
  find: ({ frame }) =>
    frame.number === null ? [{ place: wholeDocument(NUMBER), found: "không thấy dòng Số", wanted: "“Số: …/…”" }] : [],
};

export const numberStyle: LintRule = {
  id: "so-chu",
  what: "Số, ký hiệu: cỡ 13, đứng, canh giữa dưới tên cơ quan",
  source: layoutRule("II.3c"),
  severity: "error",
  example: { wrong: "Số cỡ 14, đậm", right: "Số cỡ 13, đứng, không đậm" },
  find: ({ frame }) =>
    checkStyle(NUMBER, [frame.number], { sizes: [13, 13], bold: false, italic: false, centred: true }),
};

/** Number (blank or dots in a draft) and symbol of a well-written line. */
const LINE = /^Số:\s*(?<number>\d+|[.…_\s]*)\s*\/(?<symbol>\S+)$/u;
/** Letters of a symbol; those few that hold a small one are listed in Phụ lục III. */
const GROUP = /^([\p{Lu}\d.&()]+|TTr|CTr|QyĐ|TrS)$/u;

export const numberForm: LintRule = {
  id: "so-trinh-bay",
  what: "“Số:”, gạch chéo sau số, gạch nối giữa các nhóm chữ, không cách chữ",
  source: layoutRule("II.3c"),
  severity: "error",
  example: { wrong: "Số 12 / QĐ - UBND", right: "Số: 12/QĐ-UBND" },
  find({ frame }) {
    const { number } = frame;
    if (number === null || hasPlaceholder(number.text)) return [];
    const symbol = LINE.exec(number.text)?.groups?.symbol;
    const isRight = symbol?.split(/[-/]/).every((group) => GROUP.test(group));
    return isRight
      ? []
      : [{ place: placeOf(NUMBER, number), found: `“${number.text}”`, wanted: "“Số: 05/QĐ-UBND”, ký hiệu in hoa" }];
  },
};

export const numberZero: LintRule = {
  id: "so-them-0",
  what: "Số nhỏ hơn 10 có số 0 phía trước",
  source: layoutRule("II.3c"),
  severity: "error",
  example: { wrong: "Số: 5/QĐ-UBND", right: "Số: 05/QĐ-UBND" },
  find({ frame }) {
    const digit = /^Số\s*:?\s*(\d)\s*\//.exec(frame.number?.text ?? "")?.[1];
    return frame.number === null || digit === undefined
      ? []
      : [{ place: placeOf(NUMBER, frame.number), found: `“${digit}”`, wanted: `“0${digit}”` }];
  },
};

export const symbolType: LintRule = {
  id: "ky-hieu-loai",
  what: "Ký hiệu bắt đầu bằng chữ viết tắt tên loại; công văn không có tên loại",
  source: "NĐ 30/2020, Phụ lục I, Phần I, Mục II.3b và Phụ lục III, Phần I",
  severity: "error",
  example: { wrong: "Số: 12/CV-UBND; báo cáo mang ký hiệu QĐ-UBND", right: "Số: 12/UBND-VX; báo cáo: BC-UBND" },
  find({ frame }) {
    const { number, kind } = frame;
    const symbol = LINE.exec(number?.text ?? "")?.groups?.symbol;
    if (number === null || symbol === undefined || kind === null || hasPlaceholder(symbol)) return [];
    const tell = (found: string, wanted: string): Found[] => [{ place: placeOf(NUMBER, number), found, wanted }];
    if (/^\d{4}\//.test(symbol))
      return tell(`“${symbol}” có năm như văn bản quy phạm pháp luật`, "ký hiệu không ghi năm");
    const first = symbol.split("-")[0] ?? "";
    if (kind === "cong-van") {
      return first === "CV" ? tell(`“${symbol}”`, "tên viết tắt cơ quan - đơn vị soạn thảo, không có “CV”") : [];
    }
    return first === (kind.abbreviation ?? first)
      ? []
      : tell(`“${symbol}”`, `“${kind.abbreviation}-…” cho ${kind.name.toLocaleLowerCase("vi")}`);
  },
};

/** Minutes tell place and time in their text (Mẫu 1.9). */
export function isMinutes({ kind }: Frame): boolean {
  return kind !== null && kind !== "cong-van" && kind.abbreviation === "BB";
}

export const placeAndDate: LintRule = {
  id: "dia-danh-ngay",
  what: "Địa danh và thời gian ban hành, viết đầy đủ ngày, tháng, năm",
  source: layoutRule("II.4"),
  severity: "error",
  example: { wrong: "An Bình, 05/01/2026", right: "An Bình, ngày 05 tháng 01 năm 2026 (dự thảo: để trống ngày)" },
  find({ frame }) {
    const { date } = frame;
    const wanted = "“An Bình, ngày … tháng … năm …”";
    if (date === null)
      return isMinutes(frame) ? [] : [{ place: wholeDocument(DATE), found: "không thấy địa danh, ngày tháng", wanted }];
    if (hasPlaceholder(date.text)) return [];
    const isRight = /^\p{Lu}[^,]*(?:, [^,]+)?, ngày\s*[\d.…_\s]*tháng\s*[\d.…_\s]*năm\s*[\d.…_]*$/u.test(date.text);
    return isRight
      ? []
      : [
          {
            place: placeOf(DATE, date),
            found: `“${date.text}”`,
            wanted: `${wanted}: địa danh viết hoa chữ đầu, sau có dấu phẩy`,
          },
        ];
  },
};

export const dateStyle: LintRule = {
  id: "ngay-chu",
  what: "Địa danh, ngày tháng: cỡ 13–14, nghiêng",
  source: layoutRule("II.4c"),
  severity: "error",
  example: { wrong: "ngày tháng kiểu đứng", right: "cỡ 14, nghiêng, canh giữa dưới Quốc hiệu" },
  find: ({ frame }) =>
    checkStyle(DATE, [frame.date], { sizes: [13, 14], bold: false, italic: true, capitals: false, centred: true }),
};

export const dateZero: LintRule = {
  id: "ngay-them-0",
  what: "Số 0 trước ngày nhỏ hơn 10 và tháng 1, 2; các tháng khác không thêm",
  source: layoutRule("II.4b"),
  severity: "warning",
  example: { wrong: "ngày 5 tháng 06 năm 2026", right: "ngày 05 tháng 6 năm 2026" },
  find({ frame }) {
    const { date } = frame;
    const match = /ngày\s+(\d+)\s+tháng\s+(\d+)/u.exec(date?.text ?? "");
    if (date === null || match === null) return [];
    const [, day = "", month = ""] = match;
    const wanted = `ngày ${day.padStart(2, "0")} tháng ${Number(month) <= 2 ? month.padStart(2, "0") : Number(month)}`;
    const written = `ngày ${day} tháng ${month}`;
    return written === wanted ? [] : [{ place: placeOf(DATE, date), found: written, wanted }];
  },
};

/** A template not filled yet, or a value that is missing: told by rules of their own. */
export function hasPlaceholder(text: string): boolean {
  return /\{\{|\[Chưa có/.test(text);
}
