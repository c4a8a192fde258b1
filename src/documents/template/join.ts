import { escapeXml, listParagraphs, type ParagraphPlace, type TextPiece } from "../word/word-xml.js";

/** Characters without width that word processors leave in a text; a placeholder means the same without them. */
const WIDTHLESS = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const TAG = /\{[\u00AD\u200B-\u200F\u2060\uFEFF]*\{[^{}]*\}[\u00AD\u200B-\u200F\u2060\uFEFF]*\}/g;

/**
 * Word cuts a text into runs wherever it marks spelling, a bookmark, a language or a change of font. Here each placeholder is
 * put whole into the piece it begins in, whose look it takes, so that nothing after this has to know of runs.
 */
export function joinTags(xml: string): string {
  let result = "";
  let from = 0;
  const changed = listParagraphs(xml).flatMap(joinInParagraph);
  for (const { piece, text } of changed.sort((a, b) => a.piece.start - b.piece.start)) {
    result += `${xml.slice(from, piece.start)}<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
    from = piece.end;
  }
  return result + xml.slice(from);
}

function joinInParagraph({ text, pieces }: ParagraphPlace): { piece: TextPiece; text: string }[] {
  const texts = new Map<TextPiece, string>();
  // From the end, so that the places before stay right within a piece.
  for (const match of [...text.matchAll(TAG)].reverse()) {
    const [written] = match;
    const end = match.index + written.length;
    const touched = pieces.filter((piece) => piece.at < end && piece.at + piece.text.length > match.index);
    const clean = written.replace(WIDTHLESS, "");
    if (touched.length < 2 && clean === written) continue;
    for (const [order, piece] of touched.entries()) {
      const now = texts.get(piece) ?? piece.text;
      const head = now.slice(0, Math.max(0, match.index - piece.at));
      const tail = now.slice(Math.min(piece.text.length, end - piece.at));
      texts.set(piece, head + (order === 0 ? clean : "") + (order === touched.length - 1 ? tail : ""));
    }
  }
  return [...texts].map(([piece, joined]) => ({ piece, text: joined }));
}
