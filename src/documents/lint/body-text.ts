import type { Frame } from "./frame/frame.js";
import { isAll, isCapitals, isTypedRule, type Piece, wholePiece } from "./frame/piece.js";

/** The paragraphs of the text that are no part of a table, a caption or a note, empty ones left out. */
export function listText(frame: Frame): Piece[] {
  return frame.body
    .filter(({ cell, isBoxed }) => cell === null && !isBoxed)
    .map(wholePiece)
    .filter(isText);
}

function isText({ text, key }: Piece): boolean {
  if (text === "" || isTypedRule(text)) return false;
  return (
    !/^(bảng|biểu|hình|sơ đồ|phụ lục)( số)? \d+[.:]/.test(key) &&
    !/^\(?(đơn vị( tính)?|đvt|nguồn|ghi chú)\s*:/.test(key) &&
    !/^\(.*\)\.?$/.test(key)
  );
}

/** Longer than this it is a sentence, whatever stands before it. */
const HEADING = 150;

/** A line that names what follows: in capitals, centred, or short and bold from its beginning to its end. */
export function isHeading(piece: Piece): boolean {
  const { text, paragraph } = piece;
  if (isCapitals(text) || paragraph.format.align === "center") return true;
  return text.length < HEADING && isAll(piece, "bold");
}

/** Sentences: what is judged as running text. */
export function listProse(frame: Frame): Piece[] {
  return listText(frame).filter((piece) => !isHeading(piece));
}
