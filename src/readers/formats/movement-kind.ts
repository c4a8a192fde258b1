import type { MovementKind } from "../../domain/movement.js";
import { cleanText, foldKey } from "../../domain/name.js";

/** Words by which a kind is known, without diacritics. */
const WORDS: readonly (readonly [MovementKind, RegExp])[] = [
  ["regular", /\b(thuong xuyen|hang nam|ca nam)\b/],
  ["period", /\b(dot|ngan han|ngan ngay)\b/],
  ["thematic", /\b(chuyen de|linh vuc)\b/],
  ["special", /\b(dac biet|cao diem)\b/],
];

/**
 * "Thi đua thường xuyên", "Theo chuyên đề", "đợt ngắn ngày" → its kind; "đợt thi đua đặc biệt" is special. null for words
 * of no kind, and for a heading over several kinds ("theo đợt, chuyên đề").
 */
export function readMovementKind(text: string): MovementKind | null {
  const key = foldKey(text);
  const found = WORDS.filter(([, words]) => words.test(key)).map(([kind]) => kind);
  if (found.includes("special") && found.length === 2 && found.includes("period")) return "special";
  return found.length === 1 ? (found[0] ?? null) : null;
}

const LAUNCHED = /(?:^|\s)do\s+(.+?)\s+(?:phát động|tổ chức|khởi xướng)/iu;

/** "I. Phong trào do Thủ tướng Chính phủ phát động" → "Thủ tướng Chính phủ"; null when a heading names nobody. */
export function findLauncher(heading: string): string | null {
  const name = LAUNCHED.exec(heading)?.[1];
  return name === undefined ? null : cleanText(name);
}
