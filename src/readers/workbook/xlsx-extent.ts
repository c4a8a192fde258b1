import { HEAD_ROWS } from "../table/sheet-limit.js";
import { HEAD_BYTES, SheetExtent } from "./workbook.js";

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const LETTER_R = 0x72;

/**
 * How far the filled cells of a worksheet part reach, found in its bytes before anything is built of them, and the part
 * without the rows below the last of them. Cells with a style and nothing else do not count: sheets of offices have
 * hundreds of thousands of those. With `head` only the first rows are looked at and kept.
 */
export function measureWorksheet(xml: Buffer, sheet: string, head: boolean): { extent: SheetExtent; filled: Buffer } {
  const extent = new SheetExtent(sheet);
  /** Where the rows end that hold something: at the row after the last filled cell. */
  let cut = -1;
  const tag = { name: "", reference: "", closed: false, end: 0 };
  let row = -1;
  let column = -1;
  let isOpen = false;
  for (let at = xml.indexOf(LESS); at >= 0; at = xml.indexOf(LESS, tag.end)) {
    readTag(xml, at, tag);
    if (tag.name === "row") {
      if (cut < 0) cut = at;
      if (head && (at > HEAD_BYTES || row >= HEAD_ROWS)) break;
      row = tag.reference === "" ? row + 1 : Number(tag.reference) - 1;
      column = -1;
    } else if (tag.name === "c") {
      const place = /^([A-Z]+)(\d+)$/i.exec(tag.reference);
      column = place === null ? column + 1 : columnIndex(place[1] ?? "");
      if (place !== null) row = Number(place[2]) - 1;
      isOpen = !tag.closed;
    } else if (isOpen && (tag.name === "v" || tag.name === "f" || tag.name === "is")) {
      extent.add(row, column);
      cut = -1;
      isOpen = false;
    } else if (tag.name === "mergeCells") break;
  }
  return { extent, filled: cut < 0 ? xml : cutRows(xml, cut) };
}

function cutRows(xml: Buffer, cut: number): Buffer {
  const end = xml.lastIndexOf("sheetData>");
  const close = end < 0 ? -1 : xml.lastIndexOf("</", end);
  return close < cut ? xml : Buffer.concat([xml.subarray(0, cut), xml.subarray(close)]);
}

/** Name without prefix (empty for a closing tag), its attribute r, whether it closes itself, and where it ends. */
function readTag(
  xml: Buffer,
  start: number,
  tag: { name: string; reference: string; closed: boolean; end: number },
): void {
  let at = start + 1;
  let nameStart = at;
  for (; at < xml.length; at++) {
    const code = xml[at] ?? 0;
    if (code === COLON) nameStart = at + 1;
    else if (code <= 0x20 || code === GREATER || (code === SLASH && at > start + 1)) break;
  }
  // The names looked for are short; others need no text.
  tag.name = xml[start + 1] === SLASH || at - nameStart > 10 ? "" : xml.toString("latin1", nameStart, at);
  tag.reference = "";
  let quote = 0;
  let valueStart = 0;
  let isReference = false;
  for (; at < xml.length; at++) {
    const code = xml[at] ?? 0;
    if (quote !== 0) {
      if (code !== quote) continue;
      if (isReference) tag.reference = xml.toString("latin1", valueStart, at);
      quote = 0;
    } else if (code === QUOTE || code === APOSTROPHE) {
      quote = code;
      valueStart = at + 1;
      isReference = xml[at - 2] === LETTER_R && (xml[at - 3] ?? 0) <= 0x20;
    } else if (code === GREATER) break;
  }
  tag.closed = xml[at - 1] === SLASH;
  tag.end = at;
}

/** "A" → 0, "XFD" → 16383. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
