import { cleanText, foldKey, nameKey } from "../domain/name.js";

/** A header as it is compared: the year taken out, dots, brackets, quotes and line breaks gone. */
export interface HeaderKey {
  key: string;
  /** The same without what stood in brackets: "KH (tr.đ)" → "kh"; null when there were none. */
  bare: string | null;
  /** The one year in the header ("KH 2019"); null when there is none or several. */
  year: number | null;
}

/** "KH năm 2019\n(tỷ đồng)" → { key: "kh tỷ đồng", bare: "kh", year: 2019 }. */
export function readHeader(text: string): HeaderKey {
  const whole = nameKey(text.replace(/_/g, " "));
  const years = [...whole.matchAll(YEAR)].map((match) => Number(match[1]));
  const yearless = whole.replace(YEAR, " ");
  const bare = yearless.replace(/[([][^)\]]*[)\]]?/g, " ");
  return {
    key: stripMarks(yearless),
    bare: bare === yearless ? null : stripMarks(bare),
    year: years.length === 1 ? (years[0] ?? null) : null,
  };
}

const YEAR = /(?<!\d)(?:năm\s*)?((?:19|20)\d{2})(?!\d)/g;

/** Key of a header or alias without regard to years. */
export function headerKey(text: string): string {
  return stripMarks(nameKey(text.replace(/_/g, " ")));
}

/** "don_vi" → "don vi", for headers typed without diacritics; null when the key has some ("chi tiêu" is another word). */
export function unaccentedKey(key: string): string | null {
  return key.length >= 5 && foldKey(key) === key ? key : null;
}

function stripMarks(key: string): string {
  return cleanText(key.replace(/[.:*"'“”‘’]/g, "").replace(/[()[\]]/g, " ")).replace(/\s*\/\s*/g, "/");
}

const ORDINAL_HEADERS = new Set(["stt", "tt", "số tt", "ssố tt", "số thứ tự", "thứ tự", "no", "#"]);

/** STT, TT, Số TT …: the column of running numbers, known and not read. */
export function isOrdinalHeader(text: string): boolean {
  return ORDINAL_HEADERS.has(headerKey(text));
}

/** Letter of a column as Excel shows it: 0 → "A", 26 → "AA". */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
