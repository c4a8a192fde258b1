import { foldKey, nameKey } from "../../domain/name.js";

/** Signs people type for "nothing here": dashes, dots, an ellipsis, a slash. Never a zero. */
export function isMissingMark(text: string): boolean {
  // Asked of every cell; a digit or letter in front settles it.
  const first = text.charCodeAt(0);
  const isPlain =
    (first >= 0x30 && first <= 0x39) || (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a);
  return !isPlain && MISSING.test(text);
}
const MISSING = /^[-–—−.…/\s]*$/;

const MISSING_WORDS = new Set([
  "chưa có",
  "chưa có số liệu",
  "không có số liệu",
  "chưa có báo cáo",
  "chưa báo cáo",
  "chưa có kết quả",
  "chưa tổng hợp",
  "n/a",
  "na",
]);

/** "Chưa có số liệu" and its like, in a cell where a number belongs. */
export function isMissingWord(text: string): boolean {
  return MISSING_WORDS.has(nameKey(text));
}

const PASS = new Set(["đạt", "hoàn thành", "có đạt", "✓", "✔", "☑", "√"]);
const FAIL = new Set(["không đạt", "chưa đạt", "không hoàn thành", "chưa hoàn thành", "✗", "✘"]);
const NOT_ASSIGNED = new Set(["không giao", "không được giao", "ko giao", "k giao", "không có chỉ tiêu"]);

/** Đạt → true, Không đạt/Chưa đạt → false, other text → null. A lone `x` is neither: it is settled by its row. */
export function readPassMark(text: string): boolean | null {
  const key = nameKey(text).replace(/\.$/, "");
  if (PASS.has(key)) return true;
  return FAIL.has(key) ? false : null;
}

/** TRUE and FALSE, as Excel shows a ticked box: true, false; other text → null. */
export function readTrueFalse(text: string): boolean | null {
  const key = nameKey(text);
  if (key === "true" || key === "đúng") return true;
  return key === "false" || key === "sai" ? false : null;
}

/** "Không giao": the unit was not given this task. */
export function isNotAssigned(text: string): boolean {
  return NOT_ASSIGNED.has(nameKey(text).replace(/\.$/, "").replace("k.", "k "));
}

/** A lone x, which ticks in one table and means "nothing" in the next. */
export function isCross(text: string): boolean {
  return text === "x" || text === "X";
}

const YES = new Set(["x", "co", "1", "✓", "✔", "☑", "√", "dung", "yes", "y", "true"]);
const NO = new Set(["khong", "ko", "k", "0", "sai", "no", "n", "false"]);

/** Yes/no cells: x, có, 1 / không, 0; undefined when it is neither. Diacritics do no harm here. */
export function readYesNo(text: string): boolean | undefined {
  const key = foldKey(text);
  if (YES.has(key)) return true;
  return NO.has(key) ? false : undefined;
}
