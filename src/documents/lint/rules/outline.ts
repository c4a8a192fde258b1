import { listText } from "../body-text.js";
import { isAny, isCapitals, type Piece, visibleRuns } from "../frame/piece.js";
import { type Found, type LintRule, layoutRule, placeOf } from "../rule.js";

const SOURCE = layoutRule("II.6đ");

export const article: LintRule = {
  id: "dieu-chu",
  what: "“Điều N.”: chữ số Ả Rập, có dấu chấm, đứng, đậm",
  source: SOURCE,
  severity: "error",
  example: { wrong: "Điều 1: … không đậm", right: "Điều 1. đậm" },
  find: ({ frame }) =>
    listText(frame).flatMap((piece) => {
      const label = /^Điều\s+(?:\d+\s*[.:)]?|[IVX]+\s*[.:])/iu.exec(piece.text)?.[0];
      if (label === undefined) return [];
      const faults = [
        ...(/^Điều \d+\.$/u.test(label) ? [] : [`“${label}”`]),
        ...(isBoldAtStart(piece) ? [] : ["không đậm"]),
        ...(visibleRuns(piece)[0]?.format.italic === true ? ["nghiêng"] : []),
      ];
      return faults.length === 0
        ? []
        : [{ place: placeOf("Điều", piece), found: faults.join(", "), wanted: "“Điều N.” đứng, đậm" }];
    }),
};

function isBoldAtStart(piece: Piece): boolean {
  return visibleRuns(piece)[0]?.format.bold === true;
}

export const articleOrder: LintRule = {
  id: "dieu-thu-tu",
  what: "Các điều đánh số liên tục từ 1",
  source: SOURCE,
  severity: "error",
  example: { wrong: "Điều 1, Điều 3", right: "Điều 1, Điều 2" },
  find({ frame }) {
    let expected = 1;
    return listText(frame).flatMap((piece): Found[] => {
      const digits = /^Điều\s+(\d+)[.:]/u.exec(piece.text)?.[1];
      if (digits === undefined) return [];
      const number = Number(digits);
      const found =
        number === expected
          ? []
          : [{ place: placeOf("Điều", piece), found: `Điều ${number}`, wanted: `Điều ${expected}` }];
      expected = number + 1;
      return found;
    });
  },
};

export const clause: LintRule = {
  id: "khoan-dau",
  what: "Số thứ tự của khoản có dấu chấm: “1.”",
  source: SOURCE,
  severity: "error",
  example: { wrong: "1) …, 1/ …", right: "1. …" },
  find: ({ frame }) =>
    listText(frame).flatMap((piece) => {
      const label = /^\d+\s*[)/:](?=\s)/u.exec(piece.text)?.[0];
      return label === undefined
        ? []
        : [{ place: placeOf("Khoản", piece), found: `“${label}”`, wanted: `“${Number.parseInt(label, 10)}.”` }];
    }),
};

/** Letters of points: the Vietnamese alphabet without ă, â, ê, ô, ơ, ư. */
const LETTERS = "abcdđeghiklmnopqrstuvxy";

export const pointLetters: LintRule = {
  id: "diem-chu",
  what: "Điểm theo thứ tự bảng chữ cái tiếng Việt (đ sau d; không có f, j, w, z), có dấu đóng ngoặc đơn",
  source: SOURCE,
  severity: "error",
  example: { wrong: "d) … e) …; a. …", right: "d) … đ) … e) …; a) …" },
  find({ frame }) {
    let expected: string | null = null;
    return listText(frame).flatMap((piece): Found[] => {
      const match = /^(\p{Ll})\s*([).:/])(?=\s)/u.exec(piece.text);
      if (match === null) {
        // A dash or a sentence between two points does not end the list; a new number does.
        if (/^(\d+|[IVX]+|\p{Lu})[.)/]|^Điều /u.test(piece.text)) expected = null;
        return [];
      }
      const [, letter = "", mark = ""] = match;
      const wanted = letter === "a" || expected === null ? (LETTERS.includes(letter) ? letter : null) : expected;
      const isRight = letter === wanted && mark === ")";
      const at = LETTERS.indexOf(letter);
      expected = at < 0 ? null : (LETTERS[at + 1] ?? null);
      return isRight
        ? []
        : [
            {
              place: placeOf("Điểm", piece),
              found: `“${letter}${mark}”`,
              wanted: wanted === null ? "chữ cái tiếng Việt" : `“${wanted})”`,
            },
          ];
    });
  },
};

export const sectionHeading: LintRule = {
  id: "muc-la-ma",
  what: "Mục đánh số La Mã (I, II…): số và tiêu đề in hoa, đứng, đậm",
  source: layoutRule("V"),
  severity: "error",
  example: { wrong: "I. Kết quả thực hiện", right: "I. KẾT QUẢ THỰC HIỆN" },
  find: ({ frame }) =>
    listText(frame).flatMap((piece) => {
      if (!/^[IVX]+\s*[.)/-]\s*\p{L}/u.test(piece.text) || piece.text.length > 250) return [];
      const title = piece.text.replace(/\s*\(.*\)$/u, "");
      const faults = [
        ...(/^[IVX]+\. /u.test(piece.text) ? [] : ["số không theo mẫu “I.”"]),
        ...(isCapitals(title) ? [] : ["không in hoa"]),
        ...(isBoldAtStart(piece) ? [] : ["không đậm"]),
      ];
      return faults.length === 0
        ? []
        : [{ place: placeOf("Mục", piece), found: faults.join(", "), wanted: "in hoa, đứng, đậm" }];
    }),
};

export const partHeading: LintRule = {
  id: "phan-chuong",
  what: "“Phần”, “Chương” và số thứ tự ở dòng riêng, canh giữa, in thường, đậm; tiêu đề in hoa ở dòng dưới",
  source: SOURCE,
  severity: "error",
  example: { wrong: "PHẦN I: KẾT QUẢ ở bên trái", right: "Phần I, dòng dưới: KẾT QUẢ, canh giữa" },
  find: ({ frame }) => {
    const text = listText(frame);
    return text.flatMap((piece, index) => {
      const match = PART.exec(piece.text);
      if (match === null) return [];
      const rest = piece.text.slice(match[0].length).replace(/^[\s.:–-]+/u, "");
      // "Phần thu ngân sách …" is a sentence.
      if (rest !== "" && !isCapitals(rest)) return [];
      const next = text[index + 1];
      const faults = [
        ...(rest === "" ? [] : ["tiêu đề cùng dòng"]),
        ...(rest === "" && next !== undefined && !isCapitals(next.text) ? ["tiêu đề dòng dưới không in hoa"] : []),
        ...(isCapitals(match[0]) ? ["in hoa"] : []),
        ...(isAny(piece, "bold") ? [] : ["không đậm"]),
        ...(piece.paragraph.format.align === "center" ? [] : ["không canh giữa"]),
      ];
      return faults.length === 0
        ? []
        : [
            {
              place: placeOf("Phần, chương", piece),
              found: faults.join(", "),
              wanted: "dòng riêng, canh giữa, in thường, đậm; tiêu đề in hoa ở dòng dưới",
            },
          ];
    });
  },
};

const PART = /^(Phần|Chương)\s+(thứ\s+\p{L}+|[IVXLC]+|\d+)(?=$|[\s.:–-])/iu;

export const partNumber: LintRule = {
  id: "phan-so",
  what: "Số thứ tự của phần, chương là chữ số La Mã",
  source: SOURCE,
  severity: "warning",
  example: { wrong: "Phần 1, Phần thứ nhất", right: "Phần I" },
  find: ({ frame }) =>
    listText(frame).flatMap((piece) => {
      const number = PART.exec(piece.text)?.[2];
      const isAlone = PART.exec(piece.text)?.[0] === piece.text || isCapitals(piece.text);
      return number === undefined || !isAlone || /^[IVXLC]+$/iu.test(number)
        ? []
        : [
            {
              place: placeOf("Phần, chương", piece),
              found: `“${piece.text.slice(0, 20)}”`,
              wanted: "chữ số La Mã: Phần I, Phần II",
            },
          ];
    }),
};
