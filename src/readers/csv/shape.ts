import { lineEnd, lineOf, type Refusal, refuseKind, refuseTooLarge } from "../encoding/refusal.js";
import { sniffFile } from "../encoding/sniff.js";
import { describeTrouble, MAX_COLUMNS, type TroubleKind } from "./csv.js";
import { DELIMITERS } from "./delimiter.js";
import { MAX_RECORD_CHARACTERS } from "./scan-cells.js";

/** Bytes of one line: a letter takes four at most. */
const MAX_LINE_BYTES = 4 * MAX_RECORD_CHARACTERS;
/** Lines of a file: Excel has 1.048.576 rows, and a row may hold line breaks. */
export const MAX_LINES = 2_000_000;
/** Lines of a file that cannot be read in pieces (large/csv.ts): all its cells are held at once. */
export const MAX_WHOLE_LINES = 200_000;

/** Cells of a file: a million rows of results have ten million. */
export const MAX_CELLS = 20_000_000;

/** Why bytes are not worth decoding: found at a glance, however many they are. A page has limits of its own instead of `maxLines`. */
export function refuseBytes(bytes: Uint8Array, maxLines: number): Refusal | null {
  const kind = sniffFile(bytes);
  const isPage = kind === "html";
  return refuseTooLarge(bytes.length) ?? refuseKind(bytes, kind) ?? (isPage ? null : refuseShape(bytes, maxLines));
}

/**
 * What no sheet can be, found before a hostile file is decoded into several times its size: a line too long, of
 * thousands of columns, millions of lines or cells, or a quote that swallows more than a line may hold. null for anything that is worth reading.
 */
function refuseShape(bytes: Uint8Array, maxLines: number): Refusal | null {
  if (bytes.length <= MAX_LINE_BYTES) return null;
  const line = findBadLine(bytes);
  if (line !== null) return { encoding: "unknown", ...describeTrouble(line.kind, line.row) };
  if (countDelimiters(bytes) > MAX_CELLS) return { encoding: "unknown", ...describeTrouble("too-many-cells", null) };
  const open = findLongQuote(bytes);
  if (open !== null) return { encoding: "unknown", ...describeTrouble("unclosed-quote", lineOf(bytes, open)) };
  // Told last: who mends one of the others may find the sheet read in pieces.
  const isLong = maxLines < MAX_LINES && hasMoreLines(bytes, maxLines);
  return isLong ? { encoding: "unknown", ...describeTrouble("too-many-whole-rows", maxLines + 1) } : null;
}

const LINE_FEED = 10;
const CARRIAGE = 13;
const QUOTE = 34;

function findBadLine(bytes: Uint8Array): { kind: TroubleKind; row: number } | null {
  const end = lineEnd(bytes);
  let start = 0;
  for (let row = 1; start < bytes.length; row++) {
    if (row > MAX_LINES) return { kind: "too-many-rows", row };
    const next = bytes.indexOf(end, start);
    const stop = next < 0 ? bytes.length : next;
    if (stop - start > MAX_LINE_BYTES) return { kind: "long-record", row };
    if (stop - start > MAX_COLUMNS && isWide(bytes, start, stop)) return { kind: "too-many-columns", row };
    start = stop + 1;
  }
  return null;
}

function hasMoreLines(bytes: Uint8Array, most: number): boolean {
  const end = lineEnd(bytes);
  let lines = 0;
  for (let at = bytes.indexOf(end); at >= 0 && lines <= most; at = bytes.indexOf(end, at + 1)) lines++;
  return lines > most || (lines === most && bytes.at(-1) !== end);
}

/** More of one delimiter than a row has columns. */
function isWide(bytes: Uint8Array, start: number, stop: number): boolean {
  const counts = new Map([...DELIMITERS].map((delimiter) => [delimiter.charCodeAt(0), 0]));
  for (let index = start; index < stop; index++) {
    const byte = bytes[index] ?? 0;
    const count = counts.get(byte);
    if (count === undefined) continue;
    if (count >= MAX_COLUMNS) return true;
    counts.set(byte, count + 1);
  }
  return false;
}

/** How often the commonest delimiter occurs. */
function countDelimiters(bytes: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (let index = 0; index < bytes.length; index++) counts[bytes[index] ?? 0] = (counts[bytes[index] ?? 0] ?? 0) + 1;
  return Math.max(...DELIMITERS.map((delimiter) => counts[delimiter.charCodeAt(0)] ?? 0));
}

/** Offset of a quote at the beginning of a cell whose closing quote is farther away than a line may be long or missing; null when there is none. */
function findLongQuote(bytes: Uint8Array): number | null {
  let open = bytes.indexOf(QUOTE);
  while (open >= 0) {
    const close = startsCell(bytes, open) ? closingQuote(bytes, open) : open;
    if (close - open > MAX_LINE_BYTES) return open;
    open = bytes.indexOf(QUOTE, close + 1);
  }
  return null;
}

function startsCell(bytes: Uint8Array, open: number): boolean {
  return open === 0 || BEFORE_CELL.has(bytes[open - 1] ?? 0) || (open === 3 && bytes[0] === 0xef);
}

/** `;` `,` tab `|` or a line break. */
const BEFORE_CELL = new Set([59, 44, 9, 124, LINE_FEED, CARRIAGE]);

function closingQuote(bytes: Uint8Array, open: number): number {
  let close = bytes.indexOf(QUOTE, open + 1);
  while (close >= 0 && bytes[close + 1] === QUOTE && close - open <= MAX_LINE_BYTES) {
    close = bytes.indexOf(QUOTE, close + 2);
  }
  return close < 0 ? bytes.length : close;
}
