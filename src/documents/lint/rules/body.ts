import { isHeading, listProse, listText } from "../body-text.js";
import { isAll, sizesOf } from "../frame/piece.js";
import { decimal, type Found, type LintRule, layoutRule, placeOf } from "../rule.js";
import type { SeenParagraph } from "../seen/seen.js";

const PART = "Lời văn";
const SOURCE = layoutRule("II.6e");
/** About a line of 14 pt: shorter paragraphs may be labels, and show no alignment. */
const LINE_LETTERS = 80;
/** Twips in a centimetre, and the millimetre let pass for rounding. */
const CM = 567;
const TOLERANCE = 57;

export const bodySize: LintRule = {
  id: "loi-van-co",
  what: "Lời văn cỡ 13–14",
  source: SOURCE,
  severity: "error",
  example: { wrong: "cỡ 12", right: "cỡ 14" },
  find: ({ frame }) =>
    listText(frame).flatMap((piece) => {
      const wrong = sizesOf(piece).filter((size) => size < 13 || size > 14);
      return wrong.length === 0
        ? []
        : [
            {
              place: placeOf(PART, piece),
              found: `cỡ ${wrong.map((size) => decimal(size)).join(" và ")}`,
              wanted: "cỡ 13–14",
            },
          ];
    }),
};

export const bodyUpright: LintRule = {
  id: "loi-van-dung",
  what: "Lời văn kiểu chữ đứng",
  source: SOURCE,
  severity: "warning",
  example: { wrong: "cả đoạn nghiêng", right: "đoạn kiểu đứng (nhấn mạnh vài chữ thì được)" },
  find: ({ frame }) =>
    listProse(frame)
      .filter((piece) => piece.text.length >= LINE_LETTERS && isAll(piece, "italic"))
      .map((piece) => ({ place: placeOf(PART, piece), found: "cả đoạn nghiêng", wanted: "kiểu đứng" })),
};

export const justified: LintRule = {
  id: "canh-deu",
  what: "Lời văn canh đều cả hai lề",
  source: SOURCE,
  severity: "error",
  example: { wrong: "canh trái", right: "canh đều hai bên (Justify)" },
  find: ({ frame }) =>
    listProse(frame)
      .filter(({ text, paragraph }) => text.length >= LINE_LETTERS && paragraph.format.align !== "both")
      .map((piece) => ({
        place: placeOf(PART, piece),
        found: piece.paragraph.format.align === "right" ? "canh phải" : "canh trái",
        wanted: "canh đều hai lề",
      })),
};

export const firstLine: LintRule = {
  id: "lui-dau-dong",
  what: "Chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm",
  source: SOURCE,
  severity: "error",
  example: { wrong: "không lùi, hoặc lùi 2 cm", right: "lùi 1 cm hoặc 1,27 cm" },
  find: ({ frame }) =>
    listProse(frame).flatMap((piece) => {
      const { text, paragraph } = piece;
      if (text.length < LINE_LETTERS) return [];
      const indent = firstLineIndent(paragraph);
      const isRight = [1, 1.27].some((wanted) => Math.abs(indent - wanted * CM) <= TOLERANCE);
      // Levels of an automatic list stand further in than the text.
      const isList = paragraph.label !== "" && indent >= CM - TOLERANCE;
      return isRight || isList
        ? []
        : [{ place: placeOf(PART, piece), found: `lùi ${decimal(indent / CM, 2)} cm`, wanted: "1 cm hoặc 1,27 cm" }];
    }),
};

/** A tab at the beginning moves the text to the next of Word's stops, 1,27 cm apart. */
function firstLineIndent({ format, runs, label }: SeenParagraph): number {
  const own = (format.left ?? 0) + (format.firstLine ?? 0);
  const text = runs.map((run) => run.text).join("");
  return label === "" && text.startsWith("\t") && own < 100 ? 720 : own;
}

export const paragraphGap: LintRule = {
  id: "cach-doan",
  what: "Khoảng cách giữa các đoạn tối thiểu 6 pt",
  source: SOURCE,
  severity: "error",
  example: { wrong: "các đoạn sát nhau, 0 pt", right: "cách đoạn 6 pt" },
  find({ frame }) {
    const text = listText(frame);
    return text.flatMap((piece, index): Found[] => {
      const before = text[index - 1];
      if (before === undefined || before.paragraph.number + 1 !== piece.paragraph.number) return [];
      // Two lines of one heading belong together.
      if (isHeading(before) && isHeading(piece)) return [];
      const gap = (before.paragraph.format.after ?? 0) + (piece.paragraph.format.before ?? 0);
      const isClosed = before.paragraph.format.contextual === true && piece.paragraph.format.contextual === true;
      if (gap >= 110 && !isClosed) return [];
      return [
        {
          place: placeOf(PART, piece),
          found: `cách đoạn trên ${decimal(isClosed ? 0 : gap / 20)} pt`,
          wanted: "tối thiểu 6 pt",
        },
      ];
    });
  },
};

export const lineSpacing: LintRule = {
  id: "gian-dong",
  what: "Khoảng cách dòng từ dòng đơn đến 1,5",
  source: SOURCE,
  severity: "error",
  example: { wrong: "giãn dòng 2,0; Exactly 12 pt", right: "1,0 đến 1,5; Exactly 17–24 pt với chữ 14" },
  find: ({ frame }) =>
    listProse(frame).flatMap((piece) => {
      const { line = 240, lineRule = "auto" } = piece.paragraph.format;
      const size = Math.max(...sizesOf(piece), 0);
      // A line of Times New Roman is 1,15 times its size high.
      const share = lineRule === "auto" ? line / 240 : line / (size * 20 * 1.15);
      const isTight = lineRule !== "atLeast" && share < (lineRule === "auto" ? 0.985 : 0.95);
      if (size === 0 || (!isTight && share <= 1.53)) return [];
      const found =
        lineRule === "auto"
          ? `giãn dòng ${decimal(share, 2)}`
          : `${lineRule === "exact" ? "Exactly" : "At least"} ${decimal(line / 20)} pt (bằng ${decimal(share, 2)} dòng)`;
      return [{ place: placeOf(PART, piece), found, wanted: "1,0 đến 1,5" }];
    }),
};
