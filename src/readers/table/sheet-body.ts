import { cleanText } from "../../domain/name.js";

/** Bodies that take part in their own name, whatever place stands behind it: "BỆNH VIỆN ĐA KHOA HUYỆN MẪU" is no district. */
const BODY =
  /^(trường(?! học)|học viện|viện|bệnh viện|trung tâm|trạm|công ty|hợp tác xã|htx|nhà máy|xí nghiệp|công an|(?:ban|bộ) (?:chqs|chỉ huy (?:quân sự|bộ đội biên phòng|phòng thủ khu vực))|bchqs|đồn biên phòng|(?:tiểu|trung|lữ|sư) đoàn|đảng (?:ủy|bộ) (?:xã|phường|thị trấn|các cơ quan)|hạt kiểm lâm|kho bạc|tòa án|viện kiểm sát|hội (?:nông dân|liên hiệp|lhpn|cựu chiến binh|chữ thập đỏ|người cao tuổi)|(?:tỉnh|huyện|thành|thị) đoàn|liên đoàn lao động|công đoàn|ủy ban mttq|ubmttq)\s+(?=\p{L})/iu;
/** Offices of the body above them in a letterhead: what they send may be its figures or their own. */
const OFFICE = /^(sở|phòng|ban|văn phòng|chi cục|cục|thanh tra)\s+(?=\p{L})/iu;
/** Words of the name of a table, not of who sends it. */
const OF_TABLE =
  /\d{4}|(?<!\p{L})(năm|bảng|biểu|kết quả|báo cáo|chỉ tiêu|thi đua|danh sách|tổng hợp|tình hình)(?!\p{L})/iu;
const LETTERHEAD =
  /^(ubnd|hđnd|[uủ][yỷ] ban|hội đồng|(tỉnh|huyện|thành|thị|đảng) [uủ][yỷ]|tỉnh|huyện|thành phố|thị xã|xã|phường)\s/iu;

/** The last line that is the name of such a body: of "SỞ Y TẾ …", "BỆNH VIỆN …" the hospital; null when there is none. */
export function lowestBody(texts: readonly string[]): string | null {
  const named = texts.map(cleanText).filter((text) => !OF_TABLE.test(text));
  const lowest = named.findLast((text) => BODY.test(text));
  if (lowest !== undefined) return lowest;
  // A department alone sends its own.
  return named.some((text) => LETTERHEAD.test(text)) ? null : (named.findLast(isDepartment) ?? null);
}

/** "SỞ Y TẾ". */
export function isDepartment(text: string): boolean {
  return /^sở\s/iu.test(text) && !OF_TABLE.test(text);
}

/** "PHÒNG GD&ĐT HUYỆN MẪU": the place behind its name does not report. */
export function isOffice(text: string): boolean {
  return OFFICE.test(text) && !OF_TABLE.test(text);
}

/** The name of a table, unlike a line of the letterhead. */
export function isSentence(text: string): boolean {
  return !LETTERHEAD.test(text) && !((BODY.test(text) || OFFICE.test(text)) && !OF_TABLE.test(text));
}
