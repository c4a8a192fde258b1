import { nameKey } from "../../domain/name.js";

// Texts by which rows that are not data are known. All functions take cleaned text.

const TOTAL =
  /^((tổng cộng|tổng số|tổng điểm|tổng hợp|tổng|cộng)( chung| toàn \p{L}+| các \p{L}+( \p{L}+)?)?|cộng ([ivxlc]+|[a-zđ]|\d+|(mục|phần|khối|cụm|nhóm) .{1,40})|tổng( cộng| số)? (mục|phần|khối|cụm) (các )?([ivxlc]+|[a-zđ]|\d+|số \d+|thi đua .+|(xã|phường|huyện|sở|ngành)(,? .{1,20})?)|bình quân( chung| các \p{L}+( \p{L}+)?)?|((bình quân|trung bình) )?(tính chung )?(toàn|cả) (tỉnh|huyện|thành phố|thị xã|xã|cụm|khối|ngành|sở|nước))(\s*[:(].*)?$/u;

const TOTAL_START = /^(tổng|cộng|tính chung|toàn|cả|bình quân|trung bình)/i;

/** Cộng, Tổng cộng, Tổng số (…), Toàn tỉnh, Bình quân chung …; not "Tổng đàn lợn", which is an indicator. */
export function isTotalLabel(text: string): boolean {
  // Asked of every row: only what begins right is worth a key.
  return TOTAL_START.test(text) && TOTAL.test(nameKey(text).replace(/[.]$/, ""));
}

/** Bodies that are called so, and names that begin so ("Tổng Cọt" is a commune), are no totals. */
const UNIT_TOTAL =
  /^Tổng (?!(công ty|cục|đội|liên đoàn|lãnh sự|kho|trạm|thanh tra|hội|đài|nha|bí thư|giám đốc)(?!\p{L}))[\p{Ll}\d]/u;

/** "Cộng Phòng Kinh tế", "Cộng các xã"; "Cộng Hòa" is a commune. */
const UNIT_SUBTOTAL =
  /^Cộng (?=\p{Ll}|(?:Phòng|Ban|Sở|Trung tâm|Trường|Khoa|Trạm|Bệnh viện|Công ty|Chi bộ|Xã|Phường|Huyện) )/u;

/** "Tổng 7 huyện", "Tổng kết quả các xã": where the name of a unit is expected, a total in any words. */
export function isTotalOfUnits(text: string): boolean {
  return isTotalLabel(text) || UNIT_TOTAL.test(text) || UNIT_SUBTOTAL.test(text);
}

/** "Các xã", "Nhóm phường trung tâm": with figures, the total of the units below it. */
export function isGroupOfUnits(text: string): boolean {
  return /^(?:(?:[Cc]ác|[Nn]hóm) [\p{Ll}\d]|(?:CÁC|NHÓM) )/u.test(text);
}

/** "Bình quân chung": a line of all that is no sum. */
export function isAverageLabel(text: string): boolean {
  return /^(bình quân|trung bình)/i.test(text) && isTotalLabel(text);
}

/** "Cộng", "Cộng mục I", "Tổng khối xã": perhaps a total of the rows since the last one only. */
export function isSubtotalLabel(text: string): boolean {
  return /^(cộng(?!\p{L})|tổng( cộng| số)? (mục|phần|khối|cụm)(?!\p{L}))/iu.test(text) && isTotalLabel(text);
}

const NOTE =
  /^(ghi chú|chú thích|chú ý|lưu ý|nguồn|nguồn số liệu)\s*[:.(]|^(ghi chú|chú thích|lưu ý)$|^(\(\*+\)|\*+)(\s|:|$)|^trang \d+( ?[/–-] ?\d+)?$/;

/** "Ghi chú: …", "Nguồn: …", "(*) …", "Trang 2/3". */
export function isNoteLabel(text: string): boolean {
  return NOTE.test(nameKey(text));
}

const SIGNATURE =
  /^(người lập|lập biểu|người tổng hợp|nơi nhận|tm\.|t\/m|kt\.|k\/t|tl\.|tuq\.|thủ trưởng|xác nhận của|\(ký[,. ]|ký(?:[,.]| (?:tên|ghi|rõ|họ|và đóng)(?=[\s,.)]|$))|\(?đã ký|\(?danh sách (này )?(có|gồm))/;
const PLACE_AND_DATE = /(ngày|\.{2,}|…).{0,12}tháng.{0,8}năm/;
/** "Vùng Mẫu, ngày 20/11/2026"; a date alone is a value. */
const PLACE_AND_NUMBERS = /^\p{L}[\p{L}\s.]{1,40},\s*ngày\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\.?$/u;

/** "NGƯỜI LẬP BIỂU", "TM. …", "Nơi nhận:", "(Ký, họ tên)"; not "Ký giao ước", which is an indicator. */
export function isSignature(text: string): boolean {
  return SIGNATURE.test(nameKey(text));
}

const POSITION =
  /^(quyền |q\. ?|phó )?((tổng )?giám đốc|chủ tịch|bí thư|chủ nhiệm|(hiệu|viện|cục|chi cục|vụ|cụm|khối) trưởng|trưởng (phòng|ban|khối|cụm|trạm|công an|thôn|đơn vị)|chánh (văn phòng|thanh tra)|kế toán( trưởng)?|thư ký|thủ quỹ|văn thư|đại diện đơn vị|(cán bộ|người) (báo cáo|kiểm tra|thẩm định|duyệt|phụ trách|theo dõi))(\s[\p{L}\s,&-]{1,60})?$/u;

/** "GIÁM ĐỐC", "CHỦ TỊCH UBND XÃ": who signs; such a row begins the signatures when nothing else stands in it. */
export function isPosition(text: string): boolean {
  return text.length < 80 && POSITION.test(nameKey(text));
}

/** "…, ngày … tháng … năm 2020" above the signatures. */
export function isPlaceAndDate(text: string): boolean {
  const key = nameKey(text);
  return PLACE_AND_DATE.test(key) || PLACE_AND_NUMBERS.test(key);
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

/** "Cụm số 1", "Khối thi đua các xã": over the units of it. */
export function isClusterLabel(text: string): boolean {
  return /^(cụm|khối) (thi đua|số|\d|[ivx]+(?!\p{L}))/u.test(nameKey(text));
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

/** "- Trong đó …", "+ …": a breakdown of the row above. */
export function isBulleted(text: string): boolean {
  return /^[-–+•*]/.test(text);
}

/** "Trong đó: Nữ", "- Nữ": a part of the indicator above, by its name. */
export function isPartName(text: string): boolean {
  return /^([-–+•*]|trong đó)\s*\S/iu.test(text) && /\p{L}/u.test(text) && !isBreakdown(text);
}

/** Whether a row that begins with `text` is a part of the one numbered `ordinal`: 1.1, a), "- …" under 1. */
export function isPartOf(text: string, ordinal: string): boolean {
  const number = ordinal.replace(/[.)]$/, "");
  return (
    new RegExp(`^${number}\\.\\d`).test(text) ||
    (/^\d+$/.test(number) && (/^[a-zđ][.)]?$/.test(text) || isBulleted(text)))
  );
}

const COLUMN_NUMBER = /^[[(]?(\d{1,2}|[A-ZĐ])[\])]?$/;
// "6 (5:4)", "7=5/4", "(6)=(5)/(4)*100", "E=D/C", "6 = cột 5/cột 4 x 100%".
const COLUMN_FORMULA = /^(?=.*[\dA-Z])(?=.*[=:/+–−x×*-])(?:[\d\s()[\]=:/+–−x×*.,%-]|[A-Z](?!\p{L})|cột)+$/u;

/** The row under a header that numbers its columns: `1 2 3 … 5=4/3`, `17 (16:3)`, `(1) (2)`, `A B 1 2`. */
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
