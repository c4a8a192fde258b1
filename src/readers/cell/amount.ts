import type { AmountOperator, TypedAmount } from "../../domain/indicator.js";
import { measureKey } from "../../domain/measure.js";
import { exact, HUNDRED } from "../../domain/number.js";
import { type Figure, readFigure, WrongStyle } from "./figure.js";
import { takesSign } from "./measure.js";
import { readMoney } from "./money.js";
import type { NumberStyle } from "./number.js";
import { type CellTrouble, describeNumberTrouble } from "./number-trouble.js";

/** What is known of a cell besides its text. */
export interface AmountContext {
  style: NumberStyle;
  /** ĐVT of the row, from its column or from the brackets of the indicator's name; null when nothing says it. */
  measure: string | null;
  /** Name of the indicator: "cân nặng/chiều cao" says that a cell of it may hold two measures. */
  indicator: string;
  /** "Tăng 2 bậc" is the figure itself, since the row counts the change; elsewhere it does not say what was reached. */
  countsChange: boolean;
}

/** A cell that is more than a number, read. */
export interface AmountReading {
  /** A plain decimal when only a unit, a remark or words for money stood beside the number. */
  value: string | TypedAmount;
  /** The measure the cell itself names ("14,24 tiêu chí/xã"); null when it names none. */
  measure: string | null;
  /** The first number in it that could also mean another one. */
  ambiguous: { value: string; other: string } | null;
}

/** A range, a bound, part/total, two measures, money in words, a number with its unit or a remark; else why it is none. */
export function readAmount(text: string, context: AmountContext): AmountReading | { trouble: CellTrouble } {
  const trouble = describeNumberTrouble(text);
  // A date looks like a range or a fraction, and an error of Excel's is none of these.
  if (NOT_AMOUNTS.has(trouble.code)) return { trouble };
  if (CHANGE.test(text) && !context.countsChange) return { trouble: CHANGE_TROUBLE };
  try {
    const body = stripRemarks(text);
    const money = readMoney(body, context);
    if (money !== null) return { value: money, measure: null, ambiguous: null };
    const parsed = readParsed(body, context);
    if (parsed === null) return { trouble };
    return finish(text, parsed, context);
  } catch (error) {
    if (error instanceof WrongStyle) return { trouble: error.trouble };
    throw error;
  }
}

const NOT_AMOUNTS = new Set(["ditto-number", "cut-number", "excel-error", "lost-digits", "date-in-number"]);

const CHANGE = /^(tăng|giảm)(?:\s+thêm)?\s+(?=[\d<>≤≥]|trên|dưới|khoảng|hơn|gần|từ\s)/iu;
const CHANGE_TROUBLE = {
  code: "change-in-number",
  message: "Ô này ghi mức tăng, giảm, không phải con số đạt được.",
  hint: "Ghi con số đạt được. Nếu chỉ tiêu tính bằng mức tăng, giảm thì nói rõ ở tên chỉ tiêu (ví dụ “Giảm tỷ lệ hộ nghèo”).",
};

/** The word of change in front of a figure ("giảm 1,5"), in small letters; null when there is none. */
export function wordOfChange(text: string): string | null {
  return CHANGE.exec(text)?.[1]?.toLowerCase() ?? null;
}

/**
 * "0,7% (còn 4,33%)" → "0,7%"; "12,5 (*)", "12,5(1)" → "12,5"; "ước đạt 95" → "95"; "5 căn, đạt 100%" → "5 căn". What is
 * stripped stays in the text as typed.
 */
function stripRemarks(text: string): string {
  const behind = text.search(/[,;]\s+\p{L}/u);
  const head = /\d/.test(text.slice(0, Math.max(behind, 0))) ? text.slice(0, behind) : text;
  return head
    .replace(/\s*(\([^()]*[\p{L}*%][^()]*\)|\(\d\d?\)|\*+)$/u, "")
    .replace(CHANGE, "")
    .replace(/^(ước đạt|ước|đạt|thực hiện)\s+(?=[\d<>≤≥]|trên|dưới|khoảng|hơn|gần)/iu, "")
    .trim();
}

interface Parsed {
  operator: AmountOperator | null;
  figures: Figure[];
  /** Of a pair. */
  parts?: (Figure | Parsed)[];
}

function readParsed(body: string, context: AmountContext): Parsed | null {
  const figure = readFigure(body, context.style, context.measure);
  if (figure !== null) return { operator: null, figures: [figure] };
  return readRange(body, context) ?? readBound(body, context) ?? readRatio(body, context);
}

const RANGE = /^(?:từ\s+)?(\S.*?)\s*(?:[-–—−÷~]|(?<=[\s\d%‰])(?:đến|tới)(?=\s))\s*(\d.*)$/iu;

/** `6,6-6,8`, `33 – 34`, `từ 5 đến 6 ha`. */
function readRange(body: string, { style, measure }: AmountContext): Parsed | null {
  const match = RANGE.exec(body);
  const low = match === null ? null : readFigure((match[1] ?? "").trim(), style, measure);
  const high = match === null ? null : readFigure((match[2] ?? "").trim(), style, measure);
  if (low === null || high === null || exact(low.value).compare(exact(high.value)) > 0) return null;
  return { operator: "range", figures: [low, high] };
}

const BOUNDS: readonly [AmountOperator, RegExp][] = [
  ["<=", /^(?:<=|=<|≤|không quá|không vượt quá|không hơn|tối đa|nhiều nhất|cao nhất)\s*(?=\S)/iu],
  [">=", /^(?:>=|=>|≥|tối thiểu|ít nhất|thấp nhất|không dưới|không ít hơn|không thấp hơn)\s*(?=\S)/iu],
  ["<", /^(?:<|dưới|nhỏ hơn|thấp hơn|ít hơn|chưa đến|chưa tới)\s*(?=\S)/iu],
  [">", /^(?:>|trên|hơn|lớn hơn|cao hơn|nhiều hơn)\s*(?=\S)/iu],
  ["~", /^(?:~|≈|khoảng|xấp xỉ|gần|chừng)\s*(?=\S)/iu],
];
const ONWARDS = /^(?:từ\s+)?(.+?)\s+trở (lên|xuống)$/iu;

/** `<4`, `dưới 4`, `trên 4`, `>2.300`, `khoảng 4`, `từ 95 trở lên`; "khoảng 4-5" is the range. */
function readBound(body: string, context: AmountContext): Parsed | null {
  const onwards = ONWARDS.exec(body);
  if (onwards !== null) {
    const figure = readFigure(onwards[1] ?? "", context.style, context.measure);
    return figure === null ? null : { operator: onwards[2]?.toLowerCase() === "lên" ? ">=" : "<=", figures: [figure] };
  }
  for (const [operator, prefix] of BOUNDS) {
    if (!prefix.test(body)) continue;
    const rest = body.replace(prefix, "");
    const figure = readFigure(rest, context.style, context.measure);
    if (figure !== null) return { operator, figures: [figure] };
    return operator === "~" ? readRange(rest, context) : null;
  }
  return null;
}

/** `2069/2110`, `04/17 xã`: part of a total; `7,6/10,4`, `<7,6/<10,4`: two measures in one cell. */
function readRatio(body: string, context: AmountContext): Parsed | null {
  const slash = body.indexOf("/");
  if (slash < 0) return null;
  const [left, right] = [body.slice(0, slash).trim(), body.slice(slash + 1).trim()].map(
    (side) => readFigure(side, context.style, context.measure) ?? readBound(side, context),
  );
  if (left == null || right == null) return null;
  if ("operator" in left || "operator" in right) return { operator: "pair", figures: [], parts: [left, right] };
  const isPair = holdsTwoMeasures(left, right, context);
  return isPair ? { operator: "pair", figures: [], parts: [left, right] } : { operator: "of", figures: [left, right] };
}

/** Whole counts are part and total; rates side by side, or numbers under a name of two things, are two measures. */
function holdsTwoMeasures(left: Figure, right: Figure, { measure, indicator }: AmountContext): boolean {
  if (left.sign !== null || right.sign !== null) return true;
  const [part, total] = [exact(left.value), exact(right.value)];
  if (part.compare(total) > 0 && right.measure === null) return true;
  const hasDecimals = left.value.includes(".") || right.value.includes(".");
  const isRate = measure !== null && /^\s*[%‰]/.test(measure);
  if (isRate && hasDecimals && total.compare(HUNDRED) <= 0) return true;
  return (isRate || hasDecimals) && /\p{L}\s*\/\s*\p{L}/u.test(indicator);
}

function finish(text: string, parsed: Parsed, { measure }: AmountContext): AmountReading | { trouble: CellTrouble } {
  const figures = figuresOf(parsed);
  const named = figures.map((figure) => figure.measure).find((unit) => unit !== null) ?? null;
  // "36/38 vụ" is a percentage, whatever was counted.
  const isShare = parsed.operator === "of" && measure !== null && takesSign(measure, "%");
  if (named !== null && measure !== null && !isShare && measureKey(named) !== measureKey(measure))
    return { trouble: describeOtherMeasure(named, measure) };
  const sign = figures.map((figure) => figure.sign).find((one) => one !== null) ?? null;
  if (sign !== null && measure !== null && !takesSign(measure, sign))
    return { trouble: describeOtherMeasure(sign, measure) };
  const unclear = figures.find((figure) => figure.other !== null);
  const ambiguous = unclear === undefined ? null : { value: unclear.value, other: unclear.other ?? "" };
  const value = parsed.operator === null ? (figures[0]?.value ?? "") : toTypedAmount(text, parsed);
  return { value, measure: isShare ? sign : (named ?? sign), ambiguous };
}

function figuresOf(parsed: Parsed): Figure[] {
  return [...parsed.figures, ...(parsed.parts ?? []).flatMap((part) => ("figures" in part ? figuresOf(part) : part))];
}

function toTypedAmount(text: string, { operator, figures, parts }: Parsed): TypedAmount {
  const [first = null, second = first] = figures.map((figure) => figure.value);
  if (parts !== undefined) {
    const read = parts.map((part) => ("figures" in part ? toTypedAmount(shownBound(part), part) : part.value));
    return { text, low: null, high: null, operator, parts: read };
  }
  const isCeiling = operator === "<" || operator === "<=";
  const isFloor = operator === ">" || operator === ">=";
  return { text, low: isCeiling ? null : first, high: isFloor ? null : second, operator };
}

function shownBound({ operator, figures }: Parsed): string {
  return `${operator ?? ""}${figures[0]?.value.replace(".", ",") ?? ""}`;
}

/** "500 ha" in a row measured in người. */
export function describeOtherMeasure(named: string, measure: string): CellTrouble {
  const isPercent = named === "%";
  return {
    code: "unit-in-number",
    message: `Ô ghi theo “${named}” nhưng đơn vị tính của dòng là “${measure}”.`,
    hint: `Đổi số liệu ra ${measure}, hoặc sửa lại đơn vị tính${isPercent ? "; tỷ lệ so với kế hoạch thì ghi ở cột “% TH/KH”" : ""}.`,
  };
}
