import type { SeenDocument } from "../seen/open.js";
import type { SeenParagraph } from "../seen/seen.js";
import { readAppendices } from "./appendices.js";
import { readFoot } from "./foot.js";
import type { Frame, FrameKind } from "./frame.js";
import { readHead } from "./head.js";
import { isCapitals, type Piece, splitPieces, wholePiece } from "./piece.js";

/** Finds the components of a document. */
export function readFrame(seen: SeenDocument): Frame {
  const { paragraphs } = seen;
  const pieces = paragraphs.flatMap(splitPieces);
  const { end: headEnd, ...head } = readHead(pieces);
  const lastOfHead = headEnd === 0 ? null : (pieces[headEnd - 1] ?? null);
  const bodyStart = lastOfHead === null ? 0 : endOfHead(paragraphs, lastOfHead.paragraph);
  const { start, end, ...foot } = readFoot(paragraphs, bodyStart);
  const appendixStart = start < paragraphs.length ? end : paragraphs.length;
  const text = paragraphs.slice(bodyStart, start).filter(({ cell }) => cell?.table.isRuled !== true);
  const opening = readOpening(text, head.kind);
  return {
    ...head,
    ...foot,
    ...opening,
    main: paragraphs.slice(0, appendixStart),
    appendices: readAppendices(paragraphs.slice(appendixStart)).filter((one) =>
      one.paragraphs.some(({ text: own }) => own.trim() !== ""),
    ),
  };
}

/** The head's table ends with its last row, whatever else stands in it. */
function endOfHead(paragraphs: readonly SeenParagraph[], last: SeenParagraph): number {
  const table = last.cell?.table;
  return paragraphs.findLastIndex((one) => one === last || (table !== undefined && one.cell?.table === table)) + 1;
}

/** Thẩm quyền, căn cứ and "QUYẾT ĐỊNH:" at the beginning of the text; the rest is its body. */
function readOpening(
  text: SeenParagraph[],
  kind: FrameKind,
): Pick<Frame, "authority" | "basis" | "resolution" | "body"> {
  const lines = text.map(wholePiece);
  const resolutionAt = lines.findIndex(({ key, text: own }) => /^quyết (định|nghị)\s*:?$/.test(key) && isCapitals(own));
  const firstBasis = lines.findIndex(({ key }) => /^căn cứ( |:)/.test(key));
  const decides = kind !== null && kind !== "cong-van" && ["QĐ", "NQ"].includes(kind.abbreviation ?? "");
  if (!decides || resolutionAt < 0) {
    const basis = readLooseBasis(lines, decides);
    return {
      authority: decides ? readAuthority(lines, firstBasis) : null,
      basis,
      resolution: null,
      body: text.filter((_, index) => !basis.includes(lines[index] as Piece)),
    };
  }
  const authority = readAuthority(lines, firstBasis < 0 ? resolutionAt : Math.min(firstBasis, resolutionAt));
  const basis = lines
    .slice(0, resolutionAt)
    .filter((line) => line !== authority && line.text !== "" && !isCapitals(line.text));
  return { authority, basis, resolution: lines[resolutionAt] ?? null, body: text.slice(resolutionAt + 1) };
}

function readAuthority(lines: readonly Piece[], before: number): Piece | null {
  return lines.slice(0, Math.max(0, before)).find(({ text }) => isCapitals(text)) ?? null;
}

/** In other documents căn cứ are lines of a list; a sentence that begins so ("Căn cứ … báo cáo như sau:") is text. */
function readLooseBasis(lines: readonly Piece[], decides: boolean): Piece[] {
  const filled = lines.filter(({ text }) => text !== "");
  const start = filled.findIndex(({ key }) => /^căn cứ( |:)/.test(key));
  if (start < 0 || start > 3) return [];
  const length = filled.slice(start).findIndex(({ key }) => !/^(căn cứ|xét|theo đề nghị|thực hiện) /.test(key));
  const basis = filled
    .slice(start, length < 0 ? filled.length : start + length)
    .filter(({ text }) => !/[:,]$/.test(text));
  const isList = basis.length > 1 || /;$/.test(basis[0]?.text ?? "");
  return isList || decides ? basis : [];
}
