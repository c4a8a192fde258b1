/** What takes no room of its own: tone marks of decomposed letters, joiners and other invisible characters. */
const WIDTHLESS = "\\p{Mn}\\p{Me}\\p{Cf}";

/** A letter with all that is drawn over or under it. */
const GLYPH = new RegExp(`[^${WIDTHLESS}][${WIDTHLESS}]*|[${WIDTHLESS}]+`, "gu");
const ONLY_WIDTHLESS = new RegExp(`^[${WIDTHLESS}]`, "u");

/** ASCII and composed Vietnamese letters: one cell each. */
const PLAIN = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u024F\u1E00-\u1EFF]*$/;

/** East Asian wide and full-width characters, and emoji. */
const WIDE =
  /^[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;

/** Cells a text takes on a screen of fixed letters, whether its letters are composed or not. */
export function cellWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return splitGlyphs(text).reduce((sum, glyph) => sum + glyphWidth(glyph), 0);
}

/** The pieces of a text that a line may be broken between, letters composed. */
export function splitGlyphs(text: string): string[] {
  return text.normalize("NFC").match(GLYPH) ?? [];
}

export function glyphWidth(glyph: string): number {
  if (ONLY_WIDTHLESS.test(glyph)) return 0;
  return WIDE.test(glyph) ? 2 : 1;
}

/**
 * What may be printed of data: letters composed, nothing that moves the cursor or reorders the line, none of the
 * invisible characters that terminals disagree on.
 */
export function printable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00AD\u061C\u200B\u200E\u200F\u2060\uFEFF]/g, "")
    .replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, " ");
}
