import { cleanText } from "../domain/name.js";
import type { CellTrouble } from "./number-trouble.js";

/** Names repeat from row to row; cleaning each once is most of the speed of reading text. */
const CACHE_LIMIT = 50_000;

/** `cleanText` that remembers. */
export function createCleaner(): (raw: string) => string {
  const cache = new Map<string, string>();
  return (raw) => {
    const known = cache.get(raw);
    if (known !== undefined) return known;
    const text = cleanText(raw);
    if (cache.size < CACHE_LIMIT) cache.set(raw, text);
    return text;
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BAD_CHARACTER = /[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF\uFFFD\uD800-\uDFFF]/u;
const LOST_LETTER = /\p{L}\?\p{L}/u;

/** Characters that cannot stand in a Word document or show that letters were lost; null when the text is sound. */
export function findTextTrouble(text: string): CellTrouble | null {
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

/** "?" between letters ("B?c K?n"), web addresses aside. */
export function looksLost(text: string): boolean {
  if (!text.includes("?")) return false;
  return text.split(" ").some((word) => LOST_LETTER.test(word) && !/[/=]/.test(word));
}
