import { cleanText } from "../../domain/name.js";
import type { CellTrouble } from "./number-trouble.js";
import { dropMark } from "./typed-cell.js";

/** Names repeat from row to row, and a cell is asked for several times: what needs real cleaning is cleaned once. */
const CACHED_CHARACTERS = 2_000_000;

/** `cleanText`, fast: most cells are clean already, which a look at their characters shows. */
export function createCleaner(): (raw: string) => string {
  const cache = new Map<string, string>();
  let cached = 0;
  return (marked) => {
    const raw = dropMark(marked);
    if (isClean(raw)) return raw;
    const known = cache.get(raw);
    if (known !== undefined) return known;
    const text = cleanText(raw);
    cached += raw.length;
    if (cached > CACHED_CHARACTERS) {
      cache.clear();
      cached = raw.length;
    }
    cache.set(raw, text);
    return text;
  };
}

/** Only visible ASCII and composed Latin letters, single blanks inside: `cleanText` would change nothing. */
function isClean(raw: string): boolean {
  let previous = 0x20;
  for (let index = 0; index < raw.length; index++) {
    const code = raw.charCodeAt(index);
    const isVisible =
      (code > 0x20 && code < 0x7f) || (code >= 0xc0 && code < 0x250) || (code >= 0x1ea0 && code < 0x1f00);
    if (!isVisible && (code !== 0x20 || previous === 0x20)) return false;
    previous = code;
  }
  return raw === "" || previous !== 0x20;
}

/** The text in memory of its own: a piece cut from a file's text would keep all of that alive. */
export function ownText(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BAD_CHARACTER = /[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF\uFFFD\uD800-\uDFFF]/u;
/** "?" inside a word or before one, or after consonants that are no word and no measure ("Th? xã", "Đơn v?"). */
const LOST_LETTER =
  /\p{L}\?\p{L}|(?<![\p{L}\p{N}?])\?\p{Ll}|(?<![\p{L}\p{N}])(?!k[gm]\?|m\?)[BCDĐGHKLMNPQRSTVX]?[bcdđghklmnpqrstvx]+\?(?!\p{L})/u;

const EXCEL_ERROR = /^#(N\/A|DIV\/0!|REF!|NAME\?|VALUE!|NULL!|NUM!)$/i;

/**
 * What Excel leaves of a formula that failed, characters that cannot stand in a Word document or show that letters were
 * lost; null when the text is sound.
 */
export function findTextTrouble(text: string): CellTrouble | null {
  if (text.startsWith("#") && EXCEL_ERROR.test(text)) {
    return {
      code: "excel-error",
      message: "Công thức trong ô bị lỗi khi lưu tệp.",
      hint: "Mở tệp gốc, sửa công thức hoặc ghi thẳng nội dung vào ô.",
    };
  }
  if (isPlainText(text)) return null;
  const bad = BAD_CHARACTER.exec(text)?.[0];
  if (bad === "\uFFFD" || looksLost(text)) {
    return {
      code: "lost-letters",
      message: "Chữ có dấu đã bị mất khi lưu tệp (thành dấu ? hoặc ô vuông).",
      hint: "Mở tệp gốc, chọn Lưu thành CSV UTF-8 rồi nhập lại; tệp này không khôi phục được chữ đã mất.",
    };
  }
  if (bad === undefined) return null;
  const name = `U+${(bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    code: "bad-character",
    message: `Ô có ký tự điều khiển không nhìn thấy (${name}).`,
    hint: "Xóa ô và gõ lại nội dung.",
  };
}

/** Only visible ASCII, blanks and Latin letters, without "?": nothing to look for. */
function isPlainText(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isPlain =
      (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0x250) || (code >= 0x1ea0 && code < 0x1f00);
    if (!isPlain || code === 0x3f) return false;
  }
  return true;
}

/** "?" where a letter was ("B?c K?n", "?ơn v?", "Th? xã"), web addresses aside. */
export function looksLost(text: string): boolean {
  if (!text.includes("?")) return false;
  return text.split(" ").some((word) => LOST_LETTER.test(word) && !/[/=]/.test(word));
}

/** Whether the text begins with A–Z, a–z: settles most names at a glance. */
export function startsWithLetter(text: string): boolean {
  const code = text.charCodeAt(0) | 0x20;
  return code >= 0x61 && code <= 0x7a;
}
