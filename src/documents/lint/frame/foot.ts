import { nameKey } from "../../../domain/name.js";
import type { SeenParagraph } from "../seen/seen.js";
import type { Frame } from "./frame.js";
import { isCapitals, isTypedRule, type Piece, splitPieces } from "./piece.js";

type Foot = Pick<Frame, "distributionTitle" | "distribution" | "signature" | "signatory"> & {
  /** Paragraphs from `start` to before `end` are the foot; both are the length of the document when there is none. */
  start: number;
  end: number;
};

const AUTHORITY = /^(tm|kt|tl|tuq|q)\s*\./;
/** Positions as they stand above a signature. */
const POSITION =
  /^(quyền |phó |thứ )?(chủ tịch|giám đốc|tổng giám đốc|chánh |bí thư|hiệu trưởng|cục trưởng|chi cục trưởng|vụ trưởng|viện trưởng|bộ trưởng|trưởng$|trưởng (ban|phòng|khối|cụm|công an|đoàn)|cụm trưởng|khối trưởng|tổ trưởng|hội trưởng|chủ tọa|chủ trì|thư ký|người ghi biên bản)/;

/** Finds Nơi nhận and the signature among the paragraphs from `from` on, in whatever layout they stand. */
export function readFoot(paragraphs: readonly SeenParagraph[], from: number): Foot {
  const pieces = paragraphs.slice(from).flatMap(splitPieces);
  const title = pieces.find(({ key }) => /^nơi (nhận|gửi)\s*:?$/.test(key) || /^nơi nhận\s*:/.test(key)) ?? null;
  const sign = pieces.slice(lastSentence(pieces, title) + 1).find(isSignatureLine) ?? null;
  const first = [title, sign].flatMap((piece) => (piece === null ? [] : [firstOfTable(paragraphs, piece.paragraph)]));
  if (first.length === 0)
    return {
      distributionTitle: null,
      distribution: [],
      signature: [],
      signatory: null,
      start: paragraphs.length,
      end: paragraphs.length,
    };
  const start = Math.max(from, Math.min(...first));
  const end = endOfFoot(paragraphs, start, [title, sign]);
  const all = paragraphs
    .slice(start, end)
    .flatMap(splitPieces)
    .filter(({ text }) => !isTypedRule(text));
  const titleAt = all.findIndex(({ paragraph, text }) => paragraph === title?.paragraph && text === title.text);
  const distribution = title === null ? [] : readDistribution(all.slice(titleAt + 1), title);
  const others = all.filter((piece, index) => index !== titleAt && !distribution.includes(piece));
  const signature = others.filter((piece) => !/^\(/.test(piece.text) && (isCapitals(piece.text) || isPosition(piece)));
  return {
    distributionTitle: title,
    distribution,
    signature,
    signatory: others.findLast((piece) => isName(piece, signature)) ?? null,
    start,
    end,
  };
}

/** A sentence of the text is longer than any line of the foot. */
const SENTENCE = 60;

/** Where the text ends: the last sentence above Nơi nhận, else the one with the closing mark, else "QUYẾT ĐỊNH:"; -1 when none. */
function lastSentence(pieces: readonly Piece[], title: Piece | null): number {
  if (title !== null) {
    const above = pieces.slice(0, pieces.indexOf(title));
    return above.findLastIndex(({ text }) => /\.\/\.$/.test(text) || (text.length > SENTENCE && !isCapitals(text)));
  }
  const closing = pieces.findIndex(({ text }) => /\.\/\.$/.test(text));
  return closing >= 0 ? closing : pieces.findLastIndex(({ key }) => /^quyết (định|nghị)\s*:?$/.test(key));
}

/** "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH": capitals, short, at the middle or right of the page. */
function isSignatureLine({ key, text, paragraph }: Piece): boolean {
  if (!isCapitals(text) || text.length > 80 || paragraph.cell?.table.isRuled === true) return false;
  return (
    AUTHORITY.test(key) ||
    (POSITION.test(key) && !/ (ủy ban|ubnd|hội đồng) .*(tỉnh|huyện|xã|phường|thành phố) /.test(`${key} `))
  );
}

/** A position in small letters, which is a fault to tell, not a name. */
function isPosition({ key, text }: Piece): boolean {
  return text.length < 60 && (AUTHORITY.test(key) || POSITION.test(key));
}

function firstOfTable(paragraphs: readonly SeenParagraph[], paragraph: SeenParagraph): number {
  const table = paragraph.cell?.table;
  return paragraphs.findIndex((one) => (table === undefined ? one === paragraph : one.cell?.table === table));
}

/** After the table of the foot, or after the last line that is one of its own. */
function endOfFoot(paragraphs: readonly SeenParagraph[], start: number, found: readonly (Piece | null)[]): number {
  const tables = found.map((piece) => piece?.paragraph.cell?.table).filter((table) => table != null);
  const last = found.reduce(
    (most, piece) => Math.max(most, piece === null ? 0 : paragraphs.indexOf(piece.paragraph)),
    start,
  );
  let end =
    Math.max(
      last,
      paragraphs.findLastIndex(({ cell }) => cell !== null && tables.includes(cell.table)),
    ) + 1;
  for (; end < paragraphs.length; end++) {
    const paragraph = paragraphs[end];
    if (paragraph === undefined || paragraph.section !== paragraphs[start]?.section || paragraph.startsPage) break;
    const key = nameKey(paragraph.text);
    if (/^(phụ lục|danh sách|biểu|bảng)( |$)/.test(key) || paragraph.cell?.table.isRuled === true) break;
  }
  return end;
}

/** In the cell of Nơi nhận all that follows; else the lines that begin with a dash. */
function readDistribution(after: readonly Piece[], title: Piece): Piece[] {
  const cell = title.paragraph.cell;
  if (cell !== null) return after.filter(({ paragraph, text }) => paragraph.cell === cell && !isMark(text));
  return after.filter(({ text }) => /^[-–+•]/.test(text));
}

/** Box 12: who drafted and how many copies ("PL.(300)"), which stands below the list. */
function isMark(text: string): boolean {
  return /^\p{Lu}{2,5}[.\s]*\(?\d+\)?\.?$/u.test(text);
}

/** The last line that could name a person: below the position, without figures, not "(Ký tên, đóng dấu)". */
function isName(piece: Piece, signature: readonly Piece[]): boolean {
  const { text, paragraph } = piece;
  if (signature.includes(piece) || /^[-–(+•“"[]/.test(text) || /\d/.test(text) || text.length > 50) return false;
  const above = signature.at(-1);
  return above !== undefined && paragraph.number > above.paragraph.number - 1 && /\p{L}+\s+\p{L}+/u.test(text);
}
