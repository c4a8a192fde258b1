import { cleanText, nameKey } from "../../../domain/name.js";
import type { SeenParagraph, SeenRun } from "../seen/seen.js";

/** A stretch of text that reads as one line: a paragraph, or what stands between its tabs, line breaks and wide gaps. */
export interface Piece {
  /** Clean and composed; as it is shown. */
  text: string;
  /** Comparison key. */
  key: string;
  runs: SeenRun[];
  paragraph: SeenParagraph;
}

/** A gap of blanks that sets two columns apart; the blanks of a draft's number and date are followed by no capital. */
const GAP = /\t+|\n|[ \u00a0]{5,}(?=\p{Lu})/gu;

/** The pieces of a paragraph from left to right; none of an empty one. */
export function splitPieces(paragraph: SeenParagraph): Piece[] {
  const { text } = paragraph;
  const pieces: Piece[] = [];
  let from = 0;
  const take = (to: number) => {
    const clean = cleanText(text.slice(from, to));
    if (clean !== "")
      pieces.push({ text: clean, key: nameKey(clean), runs: sliceRuns(paragraph.runs, from, to), paragraph });
  };
  for (const gap of text.matchAll(GAP)) {
    take(gap.index);
    from = gap.index + gap[0].length;
  }
  take(text.length);
  return pieces;
}

/** A whole paragraph as one piece. */
export function wholePiece(paragraph: SeenParagraph): Piece {
  const text = cleanText(paragraph.text);
  return { text, key: nameKey(text), runs: paragraph.runs, paragraph };
}

function sliceRuns(runs: readonly SeenRun[], from: number, to: number): SeenRun[] {
  const cut: SeenRun[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    if (text !== "") cut.push({ ...run, text });
  }
  return cut;
}

/** The runs that show letters or figures. */
export function visibleRuns(piece: Pick<Piece, "runs">): SeenRun[] {
  return piece.runs.filter(({ text }) => /[\p{L}\d]/u.test(text));
}

/** Whether all that is visible is so (bold, italic); false when nothing is visible. */
export function isAll(piece: Pick<Piece, "runs">, format: "bold" | "italic" | "underline"): boolean {
  const runs = visibleRuns(piece);
  return runs.length > 0 && runs.every((run) => run.format[format] === true);
}

/** Whether anything visible is so. */
export function isAny(piece: Pick<Piece, "runs">, format: "bold" | "italic" | "underline"): boolean {
  return visibleRuns(piece).some((run) => run.format[format] === true);
}

/** Sizes in points of what is visible, each once. */
export function sizesOf(piece: Pick<Piece, "runs">): number[] {
  return [...new Set(visibleRuns(piece).map(({ format }) => format.size ?? 0))];
}

/** Whether the text is in capitals: it has at least two letters and none is small. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text);
}

/** Whether a text is nothing but a line typed with the keyboard: "_____", "-------", "────". */
export function isTypedRule(text: string): boolean {
  return /^[_\-–—─━═*\s]{3,}$/u.test(text) && /[_\-–—─━═]{3}/u.test(text);
}
