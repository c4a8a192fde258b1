import { isUtf8 } from "node:buffer";
import { NeedsWholeFile } from "./needs-whole-file.js";

const LINE_FEED = 0x0a;

/** A longer line is for the reader that says what is wrong with it. */
const MAX_CARRIED_BYTES = 1024 * 1024;

/** How a text in pieces is written, by its byte order mark; UTF-8 without one. */
export function findUnicode(pieces: Iterable<Uint8Array>): "utf-8" | "utf-16le" | "utf-16be" {
  let start = "";
  for (const piece of pieces) {
    start += Buffer.from(piece.buffer, piece.byteOffset, Math.min(piece.length, 2)).toString("latin1");
    if (start.length >= 2) break;
  }
  if (start.startsWith("\u00FF\u00FE")) return "utf-16le";
  return start.startsWith("\u00FE\u00FF") ? "utf-16be" : "utf-8";
}

/** Whether a NUL stands in UTF-8: no text has one, so that none of its records is worth reading. */
export function hasNul(pieces: Iterable<Uint8Array>): boolean {
  for (const piece of pieces) if (piece.includes(0)) return true;
  return false;
}

/**
 * Bytes in pieces → pieces of text as it stands in UTF-8, one character a byte: it is cut and compared as fast as ASCII, and most
 * cells are ASCII or the same names again. `decodeCell` gives the text. A piece of bytes is not held on to. Throws NeedsWholeFile at
 * anything but clean UTF-8, or UTF-16 with its mark.
 */
export function* readByteText(pieces: () => Iterable<Uint8Array>): Generator<string> {
  const encoding = findUnicode(pieces());
  if (encoding === "utf-8") yield* readUtf8(pieces());
  else for (const text of readUtf16(pieces(), encoding)) yield encodeCell(text);
}

/** What stands in a piece of `readByteText`. */
export function decodeCell(bytes: string): string {
  return BEYOND_ASCII.test(bytes) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}

/** The inverse of `decodeCell`. */
export function encodeCell(text: string): string {
  return BEYOND_ASCII.test(text) ? Buffer.from(text, "utf8").toString("latin1") : text;
}

const BEYOND_ASCII = /[\u0080-\uFFFF]/;

function* readUtf16(pieces: Iterable<Uint8Array>, encoding: "utf-16le" | "utf-16be"): Generator<string> {
  const decoder = new TextDecoder(encoding);
  const check = (text: string) => {
    if (UNUSUAL_TEXT.test(text)) throw new NeedsWholeFile();
    return text;
  };
  for (const piece of pieces) yield check(decoder.decode(piece, { stream: true }));
  yield check(decoder.decode());
}

/** Each piece ends with a line, so that no letter is cut. */
function* readUtf8(pieces: Iterable<Uint8Array>): Generator<string> {
  let carried = Buffer.alloc(0);
  let isFirst = true;
  for (const piece of pieces) {
    // The line begun in the last piece is put together by itself, so that no large piece is copied.
    const firstEnd = piece.indexOf(LINE_FEED) + 1;
    carried = Buffer.concat([carried, firstEnd === 0 ? piece : piece.subarray(0, firstEnd)]);
    if (carried.length > MAX_CARRIED_BYTES) throw new NeedsWholeFile();
    if (firstEnd === 0) continue;
    yield decodePiece(carried, isFirst);
    isFirst = false;
    const lastEnd = piece.lastIndexOf(LINE_FEED) + 1;
    if (lastEnd > firstEnd) yield decodePiece(piece.subarray(firstEnd, lastEnd), false);
    carried = Buffer.from(piece.subarray(lastEnd));
  }
  if (carried.length > 0) yield decodePiece(carried, isFirst);
}

function decodePiece(piece: Uint8Array, isFirst: boolean): string {
  const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
  const hasMark = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (bytes.includes(0) || !isUtf8(bytes)) throw new NeedsWholeFile();
  const start = hasMark ? 3 : 0;
  if (UNUSUAL.some((letters) => bytes.includes(letters, start))) throw new NeedsWholeFile();
  return bytes.toString("latin1", start);
}

/** A letter that was lost, and a BOM that is not where one belongs. */
const UNUSUAL = ["\uFFFD", "\uFEFF", "ï»¿"].map((letters) => Buffer.from(letters));

const UNUSUAL_TEXT = /[\uFFFD\uFEFF\0]|ï»¿/;
