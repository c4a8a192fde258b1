import type { MeasuredField, Measurement, PlanField } from "../domain/indicator.js";
import { nameKey } from "../domain/name.js";
import { type AmountContext, describeOtherMeasure, readAmount } from "./amount.js";
import { isCross, isMissingMark, isMissingWord, isNotAssigned, readPassMark, readTrueFalse } from "./marks.js";
import { takesSign } from "./measure.js";
import { type NumberReading, readNumber } from "./number.js";
import type { Row } from "./row.js";
import { findTextTrouble } from "./text.js";

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
  const reading = readAmount(text, { style: row.style, indicator, measure } satisfies AmountContext);
  if (!("trouble" in reading)) {
    if (reading.ambiguous !== null) row.warnAmbiguous(field, reading.ambiguous.value, reading.ambiguous.other);
    const typed = typeof reading.value === "string" ? text : null;
    return { value: reading.value, typed, measure: reading.measure };
  }
  if ((field === "actual" || field === "previous") && isWords(text) && reading.trouble.code !== "ditto-number")
    return readWords(row, field, text);
  if (PLAN_WORDS.test(nameKey(text)) && isWords(text)) return simple(row.report(field, PLAN_IN_WORDS));
  const isUnclear = isPass && reading.trouble.code === "not-a-number";
  return simple(row.report(field, isUnclear ? UNCLEAR_PASS : reading.trouble));
}

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

const NUMBER_WORDS = new Set(
  "một hai ba bốn tư năm lăm sáu bảy bẩy tám chín mười mươi chục trăm nghìn ngàn vạn triệu tỷ tỉ linh lẻ rưỡi phẩy không".split(
    " ",
  ),
);

/** A result told in words (Xuất siêu); a number spelt out is a number that was not written as one. */
function isWords(text: string): boolean {
  // A tick box of a workbook says neither Đạt nor a figure.
  if (/^(true|false)$/i.test(text)) return false;
  return (
    text.length <= 100 &&
    /^\p{L}/u.test(text) &&
    !/\d/.test(text) &&
    !nameKey(text)
      .split(" ")
      .every((word) => NUMBER_WORDS.has(word))
  );
}

function readWords(row: Row, field: MeasuredField, text: string): MeasurementReading {
  const trouble = findTextTrouble(text);
  if (trouble !== null) return simple(row.report(field, trouble));
  row.report(
    field,
    {
      code: "words-for-number",
      message: "Kết quả ghi bằng chữ nên được giữ nguyên và không tính tỷ lệ.",
      hint: "Nếu có số liệu thì ghi con số; nếu chưa có thì để trống.",
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
