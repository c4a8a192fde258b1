import type { ReadDocument } from "../frame/frame.js";
import { type Found, type LintRule, layoutRule, placeOf } from "../rule.js";
import type { SeenParagraph } from "../seen/seen.js";

const CAPITALS = "NĐ 30/2020, Phụ lục II";
const PART = "Chữ";

export const committeeSpelling: LintRule = {
  id: "uy-ban",
  what: "Viết “Ủy ban”, “HÒA” như trong Nghị định",
  source: CAPITALS,
  severity: "warning",
  example: { wrong: "Uỷ ban nhân dân; CỘNG HOÀ", right: "Ủy ban nhân dân; CỘNG HÒA" },
  find: (document) => findWords(document, /\bUỷ ban|\bUỶ BAN|(?<!\p{L})uỷ (quyền|viên)|CỘNG HOÀ/giu, modernTone),
};

/** Oà, uỷ → òa, ủy, keeping the case. */
function modernTone(word: string): string {
  return word.replace(/uỷ/g, "ủy").replace(/Uỷ/g, "Ủy").replace(/UỶ/g, "ỦY").replace(/OÀ/g, "ÒA");
}

export const soldierSpelling: LintRule = {
  id: "chien-si",
  what: "Viết “chiến sĩ” như trong Luật Thi đua, khen thưởng",
  source: "Luật Thi đua, khen thưởng năm 2022, Điều 21–23",
  severity: "warning",
  example: { wrong: "Chiến sỹ thi đua", right: "Chiến sĩ thi đua" },
  find: (document) => findWords(document, /chiến sỹ/giu, (word) => word.replace(/sỹ/u, "sĩ").replace(/SỸ/u, "SĨ")),
};

export const lookalike: LintRule = {
  id: "chu-d",
  what: "Chữ Đ của tiếng Việt, không phải chữ Ð của tiếng khác",
  source: layoutRule("I.4"),
  severity: "error",
  example: { wrong: "Ðiều 1 (mã U+00D0)", right: "Điều 1 (mã U+0110)" },
  find: (document) => findWords(document, /\p{L}*[ÐƉ]\p{L}*/gu, (word) => word.replace(/[ÐƉ]/g, "Đ")),
};

function findWords({ seen }: ReadDocument, pattern: RegExp, mend: (word: string) => string): Found[] {
  return seen.paragraphs.flatMap((paragraph) => {
    const words = new Set(paragraph.text.normalize("NFC").match(pattern) ?? []);
    return [...words].map((word) => ({
      place: placeOf(PART, paragraph),
      found: `“${word}”`,
      wanted: `“${mend(word)}”`,
    }));
  });
}

export const blanks: LintRule = {
  id: "khoang-trang",
  what: "Không có hai dấu cách liền nhau, dấu cách trước dấu câu",
  source: "Cách gõ văn bản thông thường; Nghị định không quy định riêng",
  severity: "warning",
  example: { wrong: "thi đua  yêu nước , năm 2026", right: "thi đua yêu nước, năm 2026" },
  find: ({ frame }) => {
    const lines: SeenParagraph[] = [
      ...frame.abstract.map(({ paragraph }) => paragraph),
      ...frame.basis.map(({ paragraph }) => paragraph),
      ...frame.body,
    ];
    return [...new Set(lines)].flatMap((paragraph): Found[] => {
      const text = paragraph.text
        .normalize("NFC")
        .replace(/\u00a0/g, " ")
        .trim();
      const double = [...text.matchAll(/\S+ {2,}\S+/gu)].map((match) => match[0]).find((one) => !isDraftBlank(one));
      const before = /\S* +[,;](?=\s|$)/u.exec(text)?.[0];
      const found = double ?? before;
      return found === undefined
        ? []
        : [
            {
              place: placeOf("Lời văn", paragraph),
              found: `“${found}”`,
              wanted: "một dấu cách, không cách trước dấu câu",
            },
          ];
    });
  },
};

/** Room for a number, a day or a month still to be written. */
function isDraftBlank(text: string): boolean {
  return /^(ngày|tháng|năm|số:?) |\s(tháng|năm)$|\s\/\S*$|^[.…_]+ /iu.test(text);
}
