const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** One record may not be longer: fifty pages of text, and an unclosed quote would otherwise swallow the file. */
export const MAX_RECORD_CHARACTERS = 128 * 1024;

/**
 * Cells of a CSV; null where a quoted cell is left open or has letters behind its closing quote, and at a record that is too long
 * (`findQuoteTrouble` says which). A quote inside an unquoted cell is kept as typed, as Excel does: Trường "Kim Đồng". `limit` rows at most.
 */
export function scanCells(text: string, delimiter: string, limit?: number): string[][] | null {
  return scanPiece(text, delimiter, { isLast: true, limit })?.rows ?? null;
}

export interface ScannedPiece {
  rows: string[][];
  /** Where the first record begins that the piece does not hold whole; the length of the text when it holds all. */
  rest: number;
}

/** The same of a piece of a text: unless it is the last one, a record that may go on in the next piece is left to it. */
export function scanPiece(
  text: string,
  delimiter: string,
  { isLast, limit }: { isLast: boolean; limit?: number | undefined },
): ScannedPiece | null {
  const separator = delimiter.charCodeAt(0);
  const end = text.length;
  const rows: string[][] = [];
  let cells: string[] = [];
  let start = 0;
  let recordStart = 0;
  while (start < end) {
    let stop: number;
    if (text.charCodeAt(start) === QUOTE) {
      const close = findClosingQuote(text, start + 1);
      // At the very end of a piece it may be the first of a doubled quote.
      const isOpen = close < 0 || (!isLast && close === end - 1);
      if (isOpen) return isLast || end - recordStart > MAX_RECORD_CHARACTERS ? null : { rows, rest: recordStart };
      stop = close + 1;
      const inner = text.slice(start + 1, close);
      cells.push(inner.includes('"') ? inner.replaceAll('""', '"') : inner);
    } else {
      stop = start;
      for (; stop < end; stop++) {
        const code = text.charCodeAt(stop);
        if (code === separator || code === LF || code === CR) break;
      }
      cells.push(text.slice(start, stop));
    }
    if (stop - recordStart > MAX_RECORD_CHARACTERS) return null;
    const next = text.charCodeAt(stop);
    if (stop < end && next === separator) {
      start = stop + 1;
      // A separator at the very end opens one more, empty cell.
      if (start === end) cells.push("");
      continue;
    }
    if (stop < end && next !== LF && next !== CR) return null;
    // The line feed of a CR LF may stand in the next piece.
    if (!isLast && (stop === end || (next === CR && stop + 1 === end))) return { rows, rest: recordStart };
    rows.push(cells);
    start = next === CR && text.charCodeAt(stop + 1) === LF ? stop + 2 : stop + 1;
    if (rows.length === limit) return { rows, rest: start };
    cells = [];
    recordStart = start;
  }
  if (cells.length === 0) return { rows, rest: end };
  if (!isLast) return { rows, rest: recordStart };
  rows.push(cells);
  return { rows, rest: end };
}

/** Place of the quote that closes a cell, doubled ones passed over; -1 when there is none. */
function findClosingQuote(text: string, from: number): number {
  let place = text.indexOf('"', from);
  while (place >= 0 && text.charCodeAt(place + 1) === QUOTE) place = text.indexOf('"', place + 2);
  return place;
}
