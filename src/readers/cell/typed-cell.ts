/**
 * Cells of a workbook become text like those of a CSV; an invisible beginning keeps what a CSV cannot say.
 * Each is the end of an isolate before the start of one, which no text pasted from anywhere begins with; `cleanText`
 * drops both.
 */
const NUMBER_MARK = "\u2069\u2066";
const FAULT_MARK = "\u2069\u2068";
const DATE_MARK = "\u2069\u2067";

/** A number as the workbook holds it: plain decimal text that no style of writing can change. */
export function markNumber(decimal: string): string {
  return NUMBER_MARK + decimal;
}

/** A formula that failed ("#N/A") or was never calculated ("=D5/E5"): the text shows it, no value may be made of it. */
export function markFault(text: string): string {
  return FAULT_MARK + text;
}

/** A date or a time of day as the workbook holds it: dd/mm/yyyy, hh:mm or both. */
export function markDate(text: string): string {
  return DATE_MARK + text;
}

export function isMarkedNumber(raw: string): boolean {
  return raw.startsWith(NUMBER_MARK);
}

export function isMarkedFault(raw: string): boolean {
  return raw.startsWith(FAULT_MARK);
}

export function isMarkedDate(raw: string): boolean {
  return raw.startsWith(DATE_MARK);
}

/** The decimal of a marked cell, its percent sign dropped; null for a cell that is text. */
export function markedNumber(raw: string): string | null {
  if (!isMarkedNumber(raw)) return null;
  return raw.endsWith("%") ? raw.slice(NUMBER_MARK.length, -1) : raw.slice(NUMBER_MARK.length);
}

/** The text of a marked cell without its mark; other text as it is. */
export function dropMark(raw: string): string {
  // Asked of every cell; the first character settles it for nearly all.
  if (raw.charCodeAt(0) !== 0x2069) return raw;
  return isMarkedNumber(raw) || isMarkedFault(raw) || isMarkedDate(raw) ? raw.slice(NUMBER_MARK.length) : raw;
}
