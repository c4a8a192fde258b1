import { cleanText, nameKey } from "../../domain/name.js";
import { ownText } from "../cell/text.js";

/** A header as it is compared: the year taken out, dots, brackets, quotes and line breaks gone. */
export interface HeaderKey {
  key: string;
  /** The same without what stood in brackets: "KH (tr.đ)" → "kh"; null when there were none. */
  bare: string | null;
  /** Both without the time they name ("th 6 tháng cùng kỳ" → "th cùng kỳ"), where they name one. */
  timeless: readonly string[];
  /** The one year in the header ("KH 2019"); null when there is none or several. */
  year: number | null;
  /** Part of a year it names ("6 tháng đầu năm", "quý III"); null when it names none, or the whole year. */
  period: string | null;
}

/** A header is a few words; what has more characters is a sentence, a title or a note. */
export const LONGEST_HEADER = 200;

/** The first rows of a sheet are compared with the headers of each format, under each delimiter. */
const known = new Map<string, HeaderKey>();
const KNOWN_LIMIT = 5000;

/** "KH năm 2019\n(tỷ đồng)" → { key: "kh tỷ đồng", bare: "kh", year: 2019, period: null }. */
export function readHeader(text: string): HeaderKey {
  const before = known.get(text);
  if (before !== undefined) return before;
  const header = analyseHeader(text);
  if (known.size < KNOWN_LIMIT) known.set(ownText(text), header);
  return header;
}

function analyseHeader(text: string): HeaderKey {
  const whole = spellAlike(text);
  const years = [...new Set([...whole.matchAll(YEAR)].map((match) => Number(match[1])))];
  const yearless = whole.replace(YEAR, " ");
  const bare = yearless.replace(/[([][^)\]]*[)\]]?/g, " ");
  const keys = (bare === yearless ? [yearless] : [yearless, bare]).map(stripMarks);
  return {
    key: keys[0] ?? "",
    bare: keys[1] ?? null,
    timeless: keys.map(dropPeriod).filter((key) => !keys.includes(key)),
    year: years.length === 1 ? (years[0] ?? null) : null,
    period: readPeriod(yearless),
  };
}

function dropPeriod(key: string): string {
  return cleanText(key.replace(PERIOD, " "));
}

/** "Năm 2025", "Quý I", "Cả năm": a time and nothing else. */
export function isTimeOnly(text: string): boolean {
  const { key, year, period } = readHeader(text);
  return dropPeriod(key) === "" && (key !== "" || year !== null || period !== null);
}

function readPeriod(yearless: string): string | null {
  const [period] = yearless.match(PERIOD) ?? [];
  return period === undefined || WHOLE_YEAR.test(period) ? null : cleanText(period);
}

const PERIOD =
  /(?<![\p{L}\d/])(?:(?:tính )?đến |trong )?(?:hết )?(?:(?:ngày )?\d{1,2}\/\d{1,2}\/?|(?:\d{1,2}|ba|sáu|chín|mười hai) tháng(?: đầu| cuối)?(?: năm)?|tháng \d{1,2}\/?|quý (?:i{1,3}|iv|[1-4])\/?|cả(?: năm(?: học)?)?|từ đầu năm(?: đến nay)?|cuối năm(?: học)?)(?![\p{L}\d])/gu;
const WHOLE_YEAR = /31\/12|12 tháng|mười hai|^cả|từ đầu năm|cuối năm|hết quý (?:iv|4)/;

const YEAR = /(?<!\d)(?:năm\s*)?((?:19|20)\d{2})(?!\d)/g;

/** Key of a header or alias without regard to years. */
export function headerKey(text: string): string {
  return stripMarks(spellAlike(text));
}

/** "Cùng kì" is "cùng kỳ", "tỉ lệ" is "tỷ lệ", "số lượng ĐV" is "số đơn vị", "%KH" is "% KH". */
function spellAlike(text: string): string {
  return nameKey(text.replace(/_/g, " "))
    .replace(/(?<!\p{L})kì(?!\p{L})/gu, "kỳ")
    .replace(/(?<!\p{L})tỉ(?= (?:lệ|trọng))/gu, "tỷ")
    .replace(/(?<!\p{L})đv(?!\p{L})/gu, "đơn vị")
    .replace(/(?<!\p{L})số lượng(?= \p{L})/gu, "số")
    .replace(/%(?=\p{L})/gu, "% ");
}

/** "don_vi" → "don vi", for headers typed without diacritics; null when the key has some ("chi tiêu" is another word). */
export function unaccentedKey(key: string): string | null {
  return /^[ -~]{5,}$/.test(key) ? key : null;
}

function stripMarks(key: string): string {
  return cleanText(key.replace(/[.:*"'“”‘’]/g, "").replace(/[()[\]]/g, " ")).replace(/\s*\/\s*/g, "/");
}

const ORDINAL_HEADERS = new Set(["stt", "tt", "số tt", "ssố tt", "số thứ tự", "thứ tự", "no", "#"]);

/** With brackets and dots around it; longer ones are asked about in every row. */
const LONGEST_ORDINAL = 30;

/** STT, TT, Số TT …: the column of running numbers, known and not read. */
export function isOrdinalHeader(text: string): boolean {
  return text !== "" && text.length <= LONGEST_ORDINAL && ORDINAL_HEADERS.has(headerKey(text));
}

/** Letter of a column as Excel shows it: 0 → "A", 26 → "AA". */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
