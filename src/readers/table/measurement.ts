import type { MeasuredField, Measurement, PlanField, Stated } from "../../domain/indicator.js";
import { nameKey } from "../../domain/name.js";
import { type AmountContext, describeOtherMeasure, readAmount, wordOfChange } from "../cell/amount.js";
import { isCross, isMissingMark, isMissingWord, isNotAssigned, readPassMark, readTrueFalse } from "../cell/marks.js";
import { isMeasure, takesSign } from "../cell/measure.js";
import { type NumberReading, readNumber } from "../cell/number.js";
import { isNumberWord } from "../cell/number-words.js";
import { findTextTrouble } from "../cell/text.js";
import type { Row } from "./row.js";
import { readPercentInResult } from "./stated.js";

/** What a row says of its indicator, for reading its figures. */
export interface RowContext {
  indicator: string;
  /** ĐVT; null when neither a column, the name nor the sheet says it. */
  measure: string | null;
  /** The row itself says its ĐVT, not only the sheet as a whole. */
  isOwn: boolean;
  /** The row is about passing or failing, so that a lone x is a tick; elsewhere it could mean "none". */
  isPass: boolean;
  /** Nothing says that the row is measured in anything else, so that TRUE and FALSE are Đạt and Không đạt. */
  mayPass: boolean;
}

/** A figure as read. */
export interface MeasurementReading {
  value: Measurement;
  /** The cell as typed, when `value` does not hold all of it: a unit, a remark, money in words; else null. */
  typed: string | null;
  /** The measure the cell itself names; null when it names none. */
  measure: string | null;
  /** The percentage of the plan that stands in place of the result ("đạt 105% KH"); left out when none does. */
  ofPlan?: Stated["attainmentPercent"];
}

const NOTHING: MeasurementReading = { value: null, typed: null, measure: null };

/** A field whose cells are read as measurements. */
type FigureField = MeasuredField | PlanField;

/**
 * Kế hoạch, Thực hiện, Năm trước: a number, Đạt/Không đạt as true/false, a range or bound as typed, words for a result,
 * or nothing. What cannot be read is reported at its cell.
 */
export function readMeasurement(row: Row, field: FigureField, context: RowContext): MeasurementReading {
  const text = row.raw(field);
  if (text === "") return NOTHING;
  const number = readNumber(text, row.style);
  if (number !== null) return readPlain(row, field, text, number, context);
  if (isMissingMark(text) || isNotAssigned(text) || isMissingWord(text)) return NOTHING;
  const pass = readPassMark(text) ?? (context.mayPass ? readTrueFalse(text) : null);
  if (pass !== null) return simple(pass);
  if (isCross(text)) return context.isPass ? simple(true) : simple(row.report(field, UNCLEAR_MARK));
  const { indicator, isOwn, isPass } = context;
  // What a cell says of itself comes before what is said of the sheet; "đạt 100%" is no other measure than đạt.
  const measure = (isPass || !isOwn) && /[%‰]/.test(text) ? null : context.measure;
  const ofPlan = field === "actual" ? readPercentInResult(row, text) : null;
  if (ofPlan !== null) return { ...NOTHING, typed: text, ofPlan };
  const countsChange = isAboutChange(row, text, indicator);
  const reading = readAmount(text, { style: row.style, indicator, measure, countsChange } satisfies AmountContext);
  if (!("trouble" in reading)) {
    if (reading.ambiguous !== null) row.warnAmbiguous(field, reading.ambiguous.value, reading.ambiguous.other);
    const typed = typeof reading.value === "string" ? text : null;
    return { value: reading.value, typed, measure: reading.measure };
  }
  const mayBeWords = (field === "actual" || field === "previous") && reading.trouble.code !== "ditto-number";
  if (mayBeWords && isWords(text) && !(isPass && NONE.test(text))) return readWords(row, field, text);
  const isOther = reading.trouble.code === "not-a-number";
  if (isOther && isWords(text) && (!isPass || PLAN_WORDS.test(nameKey(text))))
    return simple(row.report(field, PLAN_IN_WORDS));
  return simple(row.report(field, isOther && isPass ? UNCLEAR_PASS : reading.trouble));
}

/** None of something counted; of what is passed or failed it does not say which. */
const NONE = /^không$/iu;

/** "Giữ vững", "Duy trì": a plan that is no figure. */
const PLAN_WORDS = /^(giữ|duy trì|bảo đảm|đảm bảo|ổn định|phấn đấu|tăng|giảm|nâng)(?!\p{L})/u;

const PLAN_IN_WORDS = {
  code: "not-a-number",
  message: "Kế hoạch ghi bằng chữ, không có con số để so với thực hiện.",
  hint: "Ghi “Đạt” ở cột kế hoạch rồi ghi “Đạt” hoặc “Không đạt” ở cột thực hiện; có con số thì ghi con số.",
};

const UNCLEAR_PASS = {
  code: "not-a-number",
  message: "Không rõ là đạt hay không đạt.",
  hint: "Ghi “Đạt” hoặc “Không đạt”, hoặc để trống nếu chưa có kết quả.",
};

/** A number, perhaps with % or ‰, which only a row measured so may have; 1 and 0 in a pass/fail row are Đạt and Không đạt. */
function readPlain(
  row: Row,
  field: FigureField,
  text: string,
  number: NonNullable<NumberReading>,
  context: RowContext,
): MeasurementReading {
  const { measure, isOwn, isPass } = context;
  const sign = /[%‰]$/.exec(text)?.[0] ?? null;
  if (sign !== null && measure !== null && isOwn && !isPass && !takesSign(measure, sign))
    return simple(row.report(field, describeOtherMeasure(sign, measure)));
  const value = row.acceptNumber(field, number);
  if (isPass && sign === null && (value === "1" || value === "0")) return simple(value === "1");
  return { value, typed: null, measure: sign };
}

function simple(value: Measurement): MeasurementReading {
  return { ...NOTHING, value };
}

const UNCLEAR_MARK = {
  code: "unclear-mark",
  message: "Dấu x ở đây có thể là “đạt” hoặc “không có số liệu”.",
  hint: "Ghi “Đạt” hoặc “Không đạt”, ghi con số, hoặc để trống nếu chưa có số liệu.",
};

/** "Tăng 2 bậc": the figure itself where the indicator counts the change, or where neither plan nor result is told otherwise. */
function isAboutChange(row: Row, text: string, indicator: string): boolean {
  const word = wordOfChange(text);
  if (word === null) return false;
  if (new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "u").test(nameKey(indicator))) return true;
  // More of a decrease is better, of what decreases less: without the name there is no telling which is meant.
  return word === "tăng" && ["planned", "actual"].every((field) => [word, null].includes(changeOf(row.raw(field))));
}

/** "" for a cell told as a level. */
function changeOf(text: string): string | null {
  return text === "" || isMissingMark(text) ? null : (wordOfChange(text) ?? "");
}

/** A result told in words (Xuất siêu); a number spelt out ("mười", "năm căn") is a number that was not written as one. */
function isWords(text: string): boolean {
  // A tick box of a workbook says neither Đạt nor a figure.
  if (/^(true|false)$/i.test(text)) return false;
  return text.length <= 100 && /^\p{L}/u.test(text) && !/\d/.test(text) && !isSpeltNumber(nameKey(text));
}

function isSpeltNumber(key: string): boolean {
  const words = key.split(" ");
  const end = words.findIndex((word) => !isNumberWord(word));
  if (end < 0) return key !== "không";
  return end > 0 && isMeasure(words.slice(end).join(" "));
}

function readWords(row: Row, field: MeasuredField, text: string): MeasurementReading {
  const trouble = findTextTrouble(text);
  if (trouble !== null) return simple(row.report(field, trouble));
  row.report(
    field,
    {
      code: "words-for-number",
      message: "Kết quả ghi bằng chữ nên được giữ nguyên và không tính tỷ lệ.",
      hint: /^không(?!\p{L})/iu.test(text)
        ? "Nếu không có vụ việc nào thì ghi 0; nếu chưa có số liệu thì để trống."
        : "Nếu có số liệu thì ghi con số; nếu chưa có thì để trống.",
    },
    "warning",
  );
  return simple({ text, low: null, high: null, operator: null });
}

/** false when the plan or the result says "Không giao". */
export function readAssigned(row: Row): boolean {
  return !(["planned", "actual"] as const).some((field) => {
    const text = row.raw(field);
    return text !== "" && !startsLikeNumber(text) && isNotAssigned(text);
  });
}

function startsLikeNumber(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}
