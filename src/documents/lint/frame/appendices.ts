import { nameKey } from "../../../domain/name.js";
import type { SeenParagraph } from "../seen/seen.js";
import type { Appendix } from "./frame.js";
import { isCapitals, type Piece, wholePiece } from "./piece.js";

/** The appendices among the paragraphs after the foot: each begins with "Phụ lục", or on a page of its own. */
export function readAppendices(paragraphs: readonly SeenParagraph[]): Appendix[] {
  const groups: SeenParagraph[][] = [];
  let startsPage = true;
  let section = -1;
  for (const paragraph of paragraphs) {
    startsPage ||= paragraph.startsPage || paragraph.section !== section;
    section = paragraph.section;
    if (paragraph.text.trim() === "") {
      groups.at(-1)?.push(paragraph);
      continue;
    }
    const isOutside = paragraph.cell === null || !paragraph.cell.table.isRuled;
    const isLabel = isOutside && isLabelText(paragraph.text);
    const continuesSection = groups.length > 0 && !isLabel && !isTitleText(paragraph.text);
    if (groups.length === 0 || isLabel || (startsPage && !continuesSection && !justLabelled(groups.at(-1) ?? [])))
      groups.push([]);
    groups.at(-1)?.push(paragraph);
    startsPage = false;
  }
  return groups.map(readAppendix);
}

function isLabelText(text: string): boolean {
  const key = nameKey(text);
  return /^(phụ lục|phụ biểu)(\s+(số\s+)?([ivxlc]+|\d+))?[.:]?$/.test(key) || /^phụ lục\s*$/.test(key);
}

function isTitleText(text: string): boolean {
  return isCapitals(text.trim());
}

function justLabelled(group: readonly SeenParagraph[]): boolean {
  const filled = group.filter(({ text }) => text.trim() !== "");
  return filled.length === 1 && isLabelText(filled[0]?.text ?? "");
}

/** Lines at the beginning that may belong to the head of an appendix. */
const HEAD_LINES = 8;

function readAppendix(paragraphs: SeenParagraph[]): Appendix {
  const filled = paragraphs.filter(({ text, cell }) => text.trim() !== "" && cell?.table.isRuled !== true);
  const head = filled.slice(0, HEAD_LINES).map(wholePiece);
  const label = head[0] !== undefined && isLabelText(head[0].text) ? head[0] : null;
  const accompaniesAt = head.findIndex(({ key }) => /^\(?(ban hành )?kèm theo /.test(key));
  const title: Piece[] = [];
  for (const piece of head.slice(label === null ? 0 : 1, accompaniesAt < 0 ? HEAD_LINES : accompaniesAt)) {
    if (accompaniesAt < 0 && piece.paragraph.format.align !== "center" && !isCapitals(piece.text)) break;
    title.push(piece);
  }
  return { label, title, accompanies: head[accompaniesAt] ?? null, paragraphs };
}
