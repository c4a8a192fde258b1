import { measureText, wrapText } from "../word/text-width.js";
import type { ReadDocument } from "./frame/frame.js";
import { isAll, isTypedRule, type Piece, sizesOf, splitPieces, visibleRuns } from "./frame/piece.js";
import { decimal, type Found, placeOf } from "./rule.js";
import type { SeenParagraph } from "./seen/seen.js";

/** A line drawn beneath a text, by whatever means. */
interface DrawnRule {
  /** Twips; null when it cannot be computed. */
  length: number | null;
}

/** Shares of the text above: the decree's own and what rounding, other metrics and hand-drawn lines are allowed besides. */
const LENGTH = {
  full: { least: 0.88, most: 1.12, wanted: "đường kẻ nét liền dài bằng dòng chữ" },
  short: { least: 0.28, most: 0.56, wanted: "đường kẻ nét liền dài 1/3 đến 1/2 dòng chữ" },
} as const;

/** The rule under `pieces` (the lines of one component): missing, or of another length than wanted. */
export function checkRule(
  part: string,
  pieces: readonly Piece[],
  document: ReadDocument,
  kind: keyof typeof LENGTH,
): Found[] {
  const last = pieces.at(-1);
  if (last === undefined) return [];
  const { least, most, wanted } = LENGTH[kind];
  const rule = findRule(last, pieces, document);
  if (rule === null) return [{ place: placeOf(part, last), found: "không có đường kẻ bên dưới", wanted }];
  const { length } = rule;
  const lengths = textLengths(pieces, document);
  if (
    length === null ||
    lengths.length === 0 ||
    lengths.some((text) => length / text >= least && length / text <= most)
  )
    return [];
  const share = Math.round((length / Math.max(...lengths)) * 100);
  return [
    { place: placeOf(part, last), found: `đường kẻ dài ${decimal(length / 567)} cm, bằng ${share}% dòng chữ`, wanted },
  ];
}

/** How far below the text its rule may stand. */
const NEAR = 2;

function findRule(last: Piece, pieces: readonly Piece[], { seen, frame }: ReadDocument): DrawnRule | null {
  const { paragraph } = last;
  if (paragraph.format.bottomBorder === true) return { length: lineWidth(paragraph, seen) };
  const column = seen.paragraphs.filter(
    ({ cell, isBoxed }) => cell === paragraph.cell && isBoxed === paragraph.isBoxed,
  );
  const at = column.indexOf(paragraph);
  const own = pieces.map((piece) => piece.paragraph);
  for (const one of [...own, ...column.slice(at + 1, at + 1 + NEAR)]) {
    const drawn = one.lines.find(({ length }) => length !== null) ?? one.lines[0];
    if (drawn !== undefined) return drawn;
    if (own.includes(one)) continue;
    if (one.text.trim() === "" && (one.format.topBorder === true || one.format.bottomBorder === true))
      return { length: lineWidth(one, seen) };
    const typed = splitPieces(one).filter(({ text }) => isTypedRule(text));
    const beside = splitPieces(paragraph).findIndex(({ text }) => text === last.text);
    const mine = typed.length > 1 ? typed[beside] : typed[0];
    if (mine !== undefined) return { length: measureText(mine.text, sizesOfAny(mine)) };
    if (one.text.trim() !== "") break;
  }
  if (pieces.every((piece) => isAll(piece, "underline")))
    return { length: Math.max(...textLengths(pieces, { seen, frame })) };
  // A shape may be anchored to another line of the head.
  const head = frame.main.slice(0, frame.main.indexOf(frame.body[0] ?? paragraph) + 1);
  return head.some(({ lines }) => lines.length > 0) ? { length: null } : null;
}

function sizesOfAny({ runs }: Piece): number {
  return runs[0]?.format.size ?? 13;
}

function lineWidth(paragraph: SeenParagraph, seen: ReadDocument["seen"]): number | null {
  const width = roomOf(paragraph, seen);
  return width === null ? null : width - (paragraph.format.left ?? 0) - (paragraph.format.right ?? 0);
}

/** Twips between the edges of the cell or the margins of the page. */
function roomOf(paragraph: SeenParagraph, seen: ReadDocument["seen"]): number | null {
  if (paragraph.cell !== null) return paragraph.cell.width;
  if (paragraph.isBoxed) return null;
  const section = seen.sections[paragraph.section];
  return section === undefined ? null : section.width - section.margins.left - section.margins.right;
}

/** Lengths a rule may be held against: the longest line of the text and its last one. */
function textLengths(pieces: readonly Piece[], { seen }: ReadDocument): number[] {
  const lines = pieces.flatMap((piece) => {
    const size = sizesOf(piece)[0] ?? 13;
    const isBold = visibleRuns(piece).some(({ format }) => format.bold === true);
    const { format } = piece.paragraph;
    const room = (roomOf(piece.paragraph, seen) ?? Number.MAX_SAFE_INTEGER) - (format.left ?? 0) - (format.right ?? 0);
    return wrapText(piece.text, Math.max(room, 1), size, isBold).map((line) => measureText(line, size, isBold));
  });
  return [Math.max(...lines), lines.at(-1) ?? 0].filter((length) => length > 0);
}
