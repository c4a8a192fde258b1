import type { ReadDocument } from "../frame/frame.js";
import { type Found, type LintRule, layoutRule, placeOf } from "../rule.js";
import type { SeenParagraph, SeenRun } from "../seen/seen.js";

const FONT = "Times New Roman";
const SOURCE = layoutRule("I.4");
const PART = "Chữ";

/** Fonts of TCVN3 (ABC) and VNI, whose letters are no Unicode. */
const LEGACY = /^(\.Vn|VNI[- ]|VN[A-Z]{2})/i;

export const typeface: LintRule = {
  id: "phong-chu",
  what: "Phông chữ Times New Roman",
  source: SOURCE,
  severity: "error",
  example: { wrong: "Calibri, Arial, .VnTime", right: "Times New Roman" },
  find: (document) =>
    byParagraph(document, (run) => fontsOf(run).filter((font) => !isWantedFont(font) && !LEGACY.test(font)), FONT),
};

export const legacyFont: LintRule = {
  id: "phong-cu",
  what: "Không dùng phông chữ TCVN3 (.VnTime), VNI",
  source: SOURCE,
  severity: "error",
  example: { wrong: ".VnTime, VNI-Times", right: "Times New Roman, chữ gõ bằng Unicode" },
  find: (document) =>
    byParagraph(
      document,
      (run) => fontsOf(run).filter((font) => LEGACY.test(font)),
      "chữ chuyển sang Unicode, phông Times New Roman",
    ),
};

export const legacyText: LintRule = {
  id: "bang-ma-cu",
  what: "Chữ theo bảng mã Unicode, không phải TCVN3, VNI",
  source: SOURCE,
  severity: "error",
  example: { wrong: "Céng hßa x· héi", right: "Cộng hòa xã hội" },
  find: ({ seen }) =>
    seen.paragraphs.flatMap((paragraph) => {
      const words = paragraph.text.normalize("NFC").match(/[\p{L}\p{S}\p{P}]+/gu) ?? [];
      const wrong = words.filter((word) => FOREIGN.test(word));
      // One such word may be a name or a mark (Intel®); a text in an old code has them all over.
      return wrong.length < 2
        ? []
        : [
            {
              place: placeOf(PART, paragraph),
              found: `chữ mã cũ: ${wrong.slice(0, 3).join(" ")}`,
              wanted: "chữ Unicode",
            },
          ];
    }),
};

/** Within a word: signs of TCVN3 beside a letter, and letters with marks Vietnamese does not have (TCVN3, VNI). */
const FOREIGN =
  /\p{L}[µ¸¶·¹¨»¾¼½©ª«¬®§¡¢£¤¥¦×÷]|[µ¸¶·¹¨»¾¼½©ª«¬®§¡¢£¤¥¦]\p{L}|(?=.*[a-zA-Z])[øåæëïöüûñÑØÅÆËÏÖÜÛäÄîÞßçÇ]/u;

export const composedText: LintRule = {
  id: "dung-san",
  what: "Chữ Unicode dựng sẵn theo TCVN 6909:2001",
  source: SOURCE,
  severity: "error",
  example: { wrong: "chữ gõ bằng Unicode tổ hợp (dấu rời)", right: "chữ gõ bằng Unicode dựng sẵn" },
  find: ({ seen }) =>
    seen.paragraphs.flatMap((paragraph) =>
      paragraph.text === paragraph.text.normalize("NFC")
        ? []
        : [{ place: placeOf(PART, paragraph), found: "Unicode tổ hợp (dấu rời)", wanted: "Unicode dựng sẵn" }],
    ),
};

export const colour: LintRule = {
  id: "mau-chu",
  what: "Chữ màu đen",
  source: SOURCE,
  severity: "error",
  example: { wrong: "chữ xanh, chữ đỏ", right: "chữ đen (trừ dấu chỉ mức độ khẩn)" },
  find: (document) => {
    const urgency = document.frame.urgency?.paragraph;
    return byParagraph(
      document,
      ({ format }) => (isBlack(format.color) ? [] : [`màu #${format.color}`]),
      "màu đen",
      (paragraph) => paragraph !== urgency,
    );
  },
};

/** Each channel below this is seen as black. */
const DARK = 0x28;

function isBlack(color: string | undefined): boolean {
  if (color === undefined || color === "AUTO" || color === "auto" || !/^[0-9A-F]{6}$/.test(color)) return true;
  return [0, 2, 4].every((at) => Number.parseInt(color.slice(at, at + 2), 16) < DARK);
}

/** Without any font said Word takes Times New Roman. */
function fontsOf({ text, format }: SeenRun): string[] {
  const letters = text.replace(/[^\p{L}\d]/gu, "");
  return [
    ...(/[A-Za-z\d]/.test(letters) ? [format.ascii ?? FONT] : []),
    ...(/\P{ASCII}/u.test(letters) ? [format.hAnsi ?? format.ascii ?? FONT] : []),
  ];
}

function isWantedFont(font: string): boolean {
  return /^times new roman( |$)/i.test(font.trim());
}

function byParagraph(
  { seen }: ReadDocument,
  listFaults: (run: SeenRun) => string[],
  wanted: string,
  isMeant: (paragraph: SeenParagraph) => boolean = () => true,
): Found[] {
  const heads = seen.sections.flatMap(({ headers, footers }) =>
    [...Object.values(headers), ...Object.values(footers)].flat(),
  );
  const all = [...new Set([...seen.paragraphs, ...heads])];
  return all.filter(isMeant).flatMap((paragraph) => {
    const faults = new Set(paragraph.runs.filter(({ text }) => /[\p{L}\d]/u.test(text)).flatMap(listFaults));
    const part = heads.includes(paragraph) ? "Đầu trang, chân trang" : PART;
    return [...faults].map((found) => ({ place: placeOf(part, paragraph), found, wanted }));
  });
}
