import { ownText } from "../cell/text.js";
import { type CodePage, readCodePage, writeCodePage } from "./code-page.js";
import { HEADER_WEIGHT } from "./guess-encoding.js";
import { countWords, scoreWords } from "./score-text.js";
import { readTcvn3 } from "./tcvn3.js";
import { readVni } from "./vni.js";

/** A way in which text that is sound Unicode shows other letters than were meant. */
export interface Misreading {
  /** How the letters must be read: the old encoding they are in, or the code page they were wrongly read as. */
  encoding: "tcvn3" | "vni" | "windows-1252" | "windows-1258";
  /** Bytes of one encoding shown as those of another; text in an old encoding is not garbled, only typed for other fonts. */
  garbled: boolean;
  /** Letters of Vietnamese that text misread in this way does not show: with one of them only a part is misread. */
  proper: RegExp;
  /** The letters that were meant; null when the text cannot have come about in this way. */
  read(shown: string): string | null;
}

const NOT_LATIN = /[\u1EA0-\u1EF9ăđơưĂĐƠƯ]/;
const NOT_1258 = /[\u1EA0-\u1EF9]/;

/** THE LIST of misreadings, the likeliest first: of two that read equally well the first is taken. */
export const MISREADINGS: readonly Misreading[] = [
  { encoding: "tcvn3", garbled: false, proper: NOT_LATIN, read: (shown) => onlyLatin(shown, readTcvn3) },
  { encoding: "vni", garbled: false, proper: NOT_LATIN, read: (shown) => onlyLatin(shown, readVni) },
  { encoding: "windows-1252", garbled: true, proper: NOT_LATIN, read: (shown) => asUtf8(shown, "windows-1252") },
  {
    encoding: "windows-1258",
    garbled: true,
    proper: NOT_LATIN,
    read: (shown) => reread(shown, "windows-1252", "windows-1258"),
  },
  { encoding: "windows-1258", garbled: true, proper: NOT_1258, read: (shown) => asUtf8(shown, "windows-1258") },
  { encoding: "tcvn3", garbled: false, proper: NOT_1258, read: (shown) => onlyLatin(by1258(shown), readTcvn3) },
  { encoding: "vni", garbled: false, proper: NOT_1258, read: (shown) => onlyLatin(by1258(shown), readVni) },
  {
    encoding: "windows-1252",
    garbled: true,
    proper: NOT_LATIN,
    read: (shown) => asUtf8(asUtf8(shown, "windows-1252"), "windows-1252"),
  },
];

function onlyLatin(shown: string | null, read: (latin: string) => string): string | null {
  return shown === null || writeCodePage(shown, "windows-1252") === null ? null : read(shown);
}

function asUtf8(shown: string | null, page: CodePage): string | null {
  const bytes = shown === null ? null : writeCodePage(shown, page);
  return bytes === null ? null : new TextDecoder("utf-8").decode(bytes).normalize("NFC");
}

function reread(shown: string, from: CodePage, to: CodePage): string | null {
  const bytes = writeCodePage(shown, from);
  return bytes === null ? null : readCodePage(bytes, to).normalize("NFC");
}

/** Text that a Vietnamese Windows took for windows-1258, as windows-1252 would have shown it. */
function by1258(shown: string): string | null {
  return reread(shown, "windows-1258", "windows-1252");
}

/** A cell or a piece of one. */
const PIECE = /[^;,\t|"\r\n]+/g;

/**
 * Signs that may be a misread letter: letters of other languages, signs of the code pages beside a letter, and pairs
 * of vowels that no Vietnamese word has. A first look only; words decide. Looking back from a rarer character is faster.
 */
const SUSPECT =
  /[\u0080-\u00FF€ƒ†‡ˆ‰Š‹ŒŽšœž](?<=[\u0080-\u009FÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïðñöøûüþÿ€ƒ†‡ˆ‰Š‹ŒŽšœž]|[¡-±´-»¿×÷](?=\p{L})|\p{L}[¡-±´-º¿×÷]|[aA][ÀÁÂÃÈÉÊÙÚÕÌÒàáâãèéêùúõìò]|[eE][ÀÁÂÃÙÕÌÒàáâãùõìò]|[oO][ÂÙÕÌâùõì]|[uUyY][ÙÕÌÒùõìò]|[âêôõýãÂÊÔÕÝÃ][ìòùõÌÒ]|[ôöÔÖ][ùõÙÕ])/u;

const EVIDENCE_PIECES = 2000;

export interface Misread {
  misreading: Misreading;
  /** The pieces of text that show it. */
  pieces: string[];
}

/** How a text is misread, when reading it another way makes Vietnamese of what is none; null for sound text. */
export function findMisreading(text: string, knowsHeader: (cell: string) => boolean): Misread | null {
  const pieces: string[] = [];
  gatherSuspects(text, pieces);
  return judgeSuspects(pieces, knowsHeader);
}

/** Whether a cell may be misread; a first look only. */
export function mayBeMisread(cell: string): boolean {
  return SUSPECT.test(cell);
}

/** Adds the cells of a text, or of a part of it, that may be misread; as many as it takes to judge. */
export function gatherSuspects(text: string, pieces: string[]): void {
  if (pieces.length >= EVIDENCE_PIECES || !SUSPECT.test(text)) return;
  for (const [piece] of text.matchAll(PIECE)) {
    if (SUSPECT.test(piece)) pieces.push(ownText(piece));
    if (pieces.length >= EVIDENCE_PIECES) break;
  }
}

/** How the suspects are misread; null when they are sound. */
export function judgeSuspects(pieces: string[], knowsHeader: (cell: string) => boolean): Misread | null {
  if (pieces.length === 0) return null;
  const gains = MISREADINGS.map((misreading) => ({
    misreading,
    gain: pieces.reduce((sum, piece) => sum + gainOf(piece, misreading.read(piece), knowsHeader), 0),
  }));
  const best = gains.reduce((most, one) => (one.gain > most.gain ? one : most));
  if (best.gain <= 0 || !pieces.some((piece) => makesSense(piece, best.misreading.read(piece)))) return null;
  return { misreading: best.misreading, pieces };
}

function gainOf(shown: string, meant: string | null, knowsHeader: (cell: string) => boolean): number {
  if (meant === null || meant === shown) return 0;
  const header = knowsHeader(meant) && !knowsHeader(shown) ? HEADER_WEIGHT : 0;
  return header + scoreWords(countWords(meant)) - scoreWords(countWords(shown));
}

export interface Reread {
  text: string;
  /** Whether no sound Vietnamese stood beside the misread text. */
  whole: boolean;
  /** Pieces that were changed. */
  count: number;
  example: { shown: string; meant: string };
}

/**
 * The text as it was meant. Where all of it is misread, every piece that can be is read anew; where sound Vietnamese
 * stands beside it, only pieces that make no sense as they are and do make sense then.
 */
export function rereadText(text: string, { misreading, pieces }: Misread): Reread {
  const whole = !misreading.proper.test(text);
  const first = pieces.find((piece) => makesSense(piece, misreading.read(piece))) ?? pieces[0] ?? "";
  const example = { shown: first, meant: misreading.read(first) ?? first };
  let count = 0;
  // Names repeat from row to row.
  const known = new Map<string, string>();
  const reread = text.replace(PIECE, (piece) => {
    const meant = known.get(piece) ?? rereadPiece(piece, misreading, whole);
    if (known.size < CACHE_LIMIT) known.set(piece, meant);
    if (meant !== piece) count++;
    return meant;
  });
  return { text: reread, whole, count, example };
}

const CACHE_LIMIT = 20_000;

function rereadPiece(piece: string, misreading: Misreading, whole: boolean): string {
  // Legacy text may consist of letters that are Vietnamese too: "Nãi" in TCVN3 is "Nói".
  if (!(whole ? NOT_ASCII : SUSPECT).test(piece)) return piece;
  const meant = misreading.read(piece);
  if (meant === null) return piece;
  const refused = whole ? meant.includes(BROKEN) && !SUSPECT.test(piece) : !makesSense(piece, meant);
  return refused ? piece : meant;
}

const NOT_ASCII = /\P{ASCII}/u;
const BROKEN = "\uFFFD";

function makesSense(shown: string, meant: string | null): boolean {
  if (meant === null || countWords(shown).unsound === 0) return false;
  const words = countWords(meant);
  return words.sound > 0 && words.unsound === 0;
}
