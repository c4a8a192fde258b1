import { nameKey } from "../domain/name.js";

// Texts by which rows that are not data are known. All functions take cleaned text.

const TOTAL =
  /^((tổng cộng|tổng số|tổng điểm|tổng|cộng)( chung| toàn \p{L}+| các đơn vị)?|(tính chung )?(toàn|cả) (tỉnh|huyện|thành phố|thị xã|xã|cụm|khối|ngành|sở|nước))(\s*[:(].*)?$/u;

const TOTAL_START = /^(tổng|cộng|tính chung|toàn|cả)/i;

/** Cộng, Tổng cộng, Tổng số (…), Toàn tỉnh …; not "Tổng đàn lợn", which is an indicator. */
export function isTotalLabel(text: string): boolean {
  // Asked of every row: only what begins right is worth a key.
  return TOTAL_START.test(text) && TOTAL.test(nameKey(text).replace(/[.]$/, ""));
}

const NOTE =
  /^(ghi chú|chú thích|chú ý|lưu ý|nguồn|nguồn số liệu)\s*[:.(]|^(ghi chú|chú thích|lưu ý)$|^(\(\*+\)|\*+)(\s|:|$)/;

/** "Ghi chú: …", "Nguồn: …", "(*) …". */
export function isNoteLabel(text: string): boolean {
  return NOTE.test(nameKey(text));
}

const SIGNATURE =
  /^(người lập|lập biểu|người tổng hợp|nơi nhận|tm\.|t\/m|kt\.|k\/t|tl\.|tuq\.|thủ trưởng|xác nhận của|\(ký[,. ]|ký(?:[,.]| (?:tên|ghi|rõ|họ|và đóng)(?=[\s,.)]|$))|\(?đã ký|\(?danh sách (này )?(có|gồm))/;
const PLACE_AND_DATE = /(ngày|\.{2,}|…).{0,12}tháng.{0,8}năm/;

/** "NGƯỜI LẬP BIỂU", "TM. …", "Nơi nhận:", "(Ký, họ tên)"; not "Ký giao ước", which is an indicator. */
export function isSignature(text: string): boolean {
  return SIGNATURE.test(nameKey(text));
}

/** "…, ngày … tháng … năm 2020" above the signatures. */
export function isPlaceAndDate(text: string): boolean {
  return PLACE_AND_DATE.test(nameKey(text));
}

const ROMAN_OR_LETTER = /^([IVXLC]+|[A-ZĐ])[.)]?$/;
// Not H., P., Q., X.: in front of a name those are huyện, phường, quận, xã.
const LABEL_PREFIX = /^(?:[A-G]|X{0,2}(?:IX|IV|V?I{1,3}|V))\s*[.)-]\s*(?=\S)/;
const PART = /^(phần|mục|khối|nhóm)\s+([ivxlc]+|\d+|[a-zđ])\s*[.:)-]/;
const BREAKDOWN = /^(trong đó|chia ra|bao gồm|gồm có|gồm)\s*:?$/;

/** I, II, A, B. in a column of ordinals. */
export function isHeadingOrdinal(text: string): boolean {
  return ROMAN_OR_LETTER.test(text);
}

/** "I. Chỉ tiêu kinh tế", "Phần II: …", "Trong đó:". */
export function isHeadingLabel(text: string): boolean {
  if (LABEL_PREFIX.test(text)) return true;
  const key = nameKey(text);
  return PART.test(key) || isBreakdown(text);
}

/** "Trong đó:", "Chia ra": breaks down the row above, names no group. */
export function isBreakdown(text: string): boolean {
  return BREAKDOWN.test(nameKey(text));
}

/** "I. Tập thể" → "Tập thể". */
export function headingText(text: string): string {
  return text.replace(LABEL_PREFIX, "");
}

/** 1, (2), a), 1.2, -: an ordinal and nothing else. */
export function isOrdinal(text: string): boolean {
  return /^[-+•*]$|^\(?(\d+(\.\d+)*|[a-zđ]|[IVXLC]+|[A-ZĐ])\)?[.)]?$/.test(text);
}

const COLUMN_NUMBER = /^[[(]?(\d{1,2}|[A-ZĐ])[\])]?$/;
const COLUMN_FORMULA =
  /^[[(]?(\d{1,2}\s*=)?\s*\(?\d{1,2}\s*[/:+\-x*]\s*\d{1,2}\)?(\s*[x*]\s*100)?\s*%?[\])]?$|^\d{1,2}\s*=\s*\S+$/;

/** The row under a header that numbers its columns: `1 2 3 … 5=4/3`, `(1) (2)`, `A B 1 2`. */
export function isColumnNumbers(texts: readonly string[]): boolean {
  if (texts.length < 2) return false;
  let letters = 0;
  let numbers = 0;
  for (const text of texts) {
    const mark = COLUMN_NUMBER.exec(text)?.[1];
    if (mark === undefined) {
      if (!COLUMN_FORMULA.test(text)) return false;
      numbers++;
    } else if (/^\d/.test(mark)) {
      if (Number(mark) !== numbers + 1) return false;
      numbers++;
    } else if (numbers > 0 || mark !== "ABCDEFGH"[letters++]) {
      return false;
    }
  }
  return true;
}
