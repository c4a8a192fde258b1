import { describeTrouble } from "./csv.js";
import type { Refusal } from "./refusal.js";

/** Bytes of one line. The limit of a row is in characters (csv.ts); a letter takes four bytes at most. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;
/**
 * What no sheet can be, found before a hostile file is decoded into several times its size: a line of megabytes, or a
 * quote that swallows megabytes of lines. null for anything that is worth reading.
 */
export function refuseShape(bytes: Uint8Array): Refusal | null {
  if (bytes.length <= MAX_LINE_BYTES) return null;
  const line = findLongLine(bytes);
  if (line !== null) return { encoding: "unknown", ...describeTrouble("long-record", line) };
  const open = findLongQuote(bytes);
  return open === null ? null : { encoding: "unknown", ...describeTrouble("unclosed-quote", lineOf(bytes, open)) };
}

/** Line (from 1) in which the byte at `offset` stands. */
export function lineOf(bytes: Uint8Array, offset: number): number {
  const carriageOnly = bytes.indexOf(LINE_FEED) < 0;
  let line = 1;
  for (let index = 0; index < offset; index++) if (bytes[index] === (carriageOnly ? CARRIAGE : LINE_FEED)) line++;
  return line;
}

const LINE_FEED = 10;
const CARRIAGE = 13;
const QUOTE = 34;

function findLongLine(bytes: Uint8Array): number | null {
  const end = bytes.indexOf(LINE_FEED) < 0 ? CARRIAGE : LINE_FEED;
  let start = 0;
  for (let row = 1; start < bytes.length; row++) {
    const next = bytes.indexOf(end, start);
    const stop = next < 0 ? bytes.length : next;
    if (stop - start > MAX_LINE_BYTES) return row;
    start = stop + 1;
  }
  return null;
}

/** Offset of a quote at the beginning of a cell whose closing quote is megabytes away or missing; null when there is none. */
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
