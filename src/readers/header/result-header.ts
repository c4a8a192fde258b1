import type { HeaderKey } from "../table/header-key.js";

/**
 * Headers of results that no list of aliases could hold: words that may stand together in any order and number, and those
 * without which they mean something else. Asked of keys (lower case, year out) that are no alias.
 */
interface Wording {
  /** One of the words and what parts it from the next; sticky, so that a key is walked once and never tried anew. */
  word: RegExp;
  needed: RegExp;
}

function wording(needed: string, others: string, between = " ,–-"): Wording {
  const longestFirst = `${needed}|${others}`.split("|").sort((one, other) => other.length - one.length);
  return {
    word: new RegExp(`(?:${longestFirst.join("|")})(?:[${between}]+|$)`, "uy"),
    needed: new RegExp(`(?<!\\p{L})(?:${needed})(?!\\p{L})`, "u"),
  };
}

function fits({ word, needed }: Wording, key: string): boolean {
  if (!needed.test(key)) return false;
  word.lastIndex = 0;
  while (word.lastIndex < key.length) if (!word.test(key)) return false;
  return true;
}

const GIVER =
  "trung ương|tw|bộ|tỉnh|thành phố|huyện|thị xã|xã|phường|sở|ngành|trường|hđnd|ubnd|đảng ủy|tỉnh ủy|thành ủy|liên đoàn|cấp trên|cụm|khối";
const TARGET = "kế hoạch|kh|dự toán|dt|chỉ tiêu|nghị quyết|nq";

const PLAN = wording(
  "kế hoạch|kh|dự toán|dt|mục tiêu|nghị quyết|nq|giao ước|đăng ký|phấn đấu|giao",
  `chỉ tiêu|${GIVER}|số|mức|được|thi đua|đề ra|điều chỉnh|bổ sung|theo|đầu năm|cả năm|năm`,
);
const ACTUAL = wording(
  "thực hiện|th|ưth|uth|kết quả|kqth|kq|lũy kế|ước đạt|thực đạt|đạt được",
  "số liệu|số|đã|mức|ước|đạt|được",
);
const PREVIOUS = wording(
  "cùng kỳ|ck|năm trước|năm ngoái|năm liền kề|năm liền trước",
  "thực hiện|th|kết quả|kq|số liệu|số|của|trước",
);
const PERCENT_OF_PLAN = wording(
  `${TARGET}|${GIVER.split("|")
    .map((giver) => `${giver} giao`)
    .join("|")}`,
  "%|tỷ lệ|tiến độ|so sánh|so|với|đạt|được|giao|mức độ|mức|hoàn thành|ht|thực hiện|ước|th|kết quả|trên|cả năm|năm|x 100",
);
const RATIO = new RegExp(
  `^(?:(?:so sánh|tỷ lệ|đạt|tiến độ|%) ?)*(?:ước thực hiện|ước th|ưth|uth|thực hiện|th|kết quả|kq)(?: năm)? ?/ ?(?:${TARGET})(?: (?:năm|${GIVER}|giao|được))*(?: ?%)?$`,
  "u",
);
const PERCENT_DONE = wording("đạt|hoàn thành|ht|thực hiện|th|tiến độ", "%|tỷ lệ|được|mức");
const INDICATOR = wording(
  "chỉ tiêu|nội dung|chương trình",
  "tên|nd|danh mục|hệ thống|nhóm|các|chủ yếu|cụ thể|thi đua|kinh tế|xã hội|kt|xh|ktxh|phát triển|văn hóa|quốc phòng|an ninh|nhiệm vụ|công việc|thu|và",
  " ,/–-",
);
const UNIT = wording(
  "đơn vị|cơ quan|địa phương|phòng|sở|huyện|thành phố|thị xã|thị trấn|quận|xã|phường|trường|thôn|trạm|khoa|bệnh viện|trung tâm|công đoàn|cđcs|chi bộ|đảng bộ|chi đoàn|công ty|doanh nghiệp",
  "tên|y tế|cơ sở|các|ubnd|hành chính|ban|ngành|đoàn thể|thị|tp|tx|tt|p|bản|ấp|và|thuộc|trực thuộc|báo cáo|thi đua",
  " ,/–-",
);

/** "Chỉ tiêu/Đơn vị": one of the two heads the rows of the other. */
const OF_BOTH =
  /^(?:tên )?(?:(?:chỉ tiêu|nội dung) ?[/,–-] ?(?:tên )?đơn vị|đơn vị ?[/,–-] ?(?:tên )?(?:chỉ tiêu|nội dung))$/u;

/** "KH UBND tỉnh giao"; "Chỉ tiêu năm 2020", which may head the indicators themselves as well. */
export function isPlanHeader({ key, year }: HeaderKey): boolean {
  return fits(PLAN, key) || (key === "chỉ tiêu" && year !== null);
}

/** "KQ thực hiện", "Ước TH", "Lũy kế thực hiện". */
export function isActualHeader({ key }: HeaderKey): boolean {
  return fits(ACTUAL, key.replace(/ năm$/, ""));
}

/** "TH cùng kỳ năm trước", not "So cùng kỳ". */
export function isPreviousHeader({ key }: HeaderKey): boolean {
  return fits(PREVIOUS, key);
}

/** "Tỷ lệ đạt so với kế hoạch (%)", "ƯTH/KH", "% hoàn thành"; a difference from the plan ("So với KH") is none. */
export function isAttainmentHeader({ key }: HeaderKey): boolean {
  const isPercent = /%|tỷ lệ|tiến độ/.test(key) && !key.includes("/");
  return RATIO.test(key) || (isPercent && (fits(PERCENT_OF_PLAN, key) || fits(PERCENT_DONE, key)));
}

/** "Các chỉ tiêu kinh tế - xã hội", "Chỉ tiêu chủ yếu năm 2020". */
export function isIndicatorHeader({ key }: HeaderKey): boolean {
  return fits(INDICATOR, key) || OF_BOTH.test(key);
}

/** "Tên huyện, thành phố", "Các đơn vị", "Xã, P, TT"; one of these words alone is an alias or nothing. */
export function isUnitHeader({ key }: HeaderKey): boolean {
  return (key.includes(" ") && fits(UNIT, key)) || OF_BOTH.test(key);
}

/** "So sánh (%)", "Tăng, giảm": over columns that compare figures and hold none of their own. */
export function isComparisonHeader({ key }: HeaderKey): boolean {
  return /^(so sánh|so|tăng|giảm|chênh lệch|tốc độ tăng)(?!\p{L})/u.test(key);
}
