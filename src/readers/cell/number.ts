/** Which separator is the decimal one in a file, as its unmistakable numbers show. */
export type NumberStyle =
  | "vietnamese" // 1.234,5
  | "english" // 1,234.5
  | "dot-decimal" // only "654.1": a decimal point, nothing said of thousands
  | "undecided";

/** How a number is written; the ambiguous ones have a single separator and exactly three digits after it. */
type NumberForm = "plain" | "vietnamese" | "english" | "dot-decimal" | "ambiguous-comma" | "ambiguous-dot";

interface ScannedNumber {
  negative: boolean;
  form: NumberForm;
  whole: string;
  decimals: string;
}

export type NumberReading =
  /** Plain decimal without needless zeros; `other` is what an ambiguous one could also mean. */
  | { value: string; other: string | null }
  /** It is a number, but written in the style opposite to the rest of the file. */
  | { wrongStyle: "vietnamese" | "english" }
  /** It is no number. */
  | null;

/** More digits than any indicator has; the rest of the program works with exact decimals of any length. */
const MAX_DIGITS = 30;

/** Counts unmistakable numbers; feed it the numeric cells, then ask `style`. */
export class StyleEvidence {
  private vietnamese = 0;
  private english = 0;
  private dotDecimal = 0;

  add(text: string): void {
    if (!text.includes(",") && !text.includes(".")) return;
    const form = scanNumber(text)?.form;
    if (form === "vietnamese") this.vietnamese++;
    else if (form === "english") this.english++;
    else if (form === "dot-decimal") this.dotDecimal++;
  }

  get style(): NumberStyle {
    if (this.vietnamese > 0 && this.vietnamese >= this.english) return "vietnamese";
    if (this.english > 0) return "english";
    return this.dotDecimal > 0 ? "dot-decimal" : "undecided";
  }
}

/** `1.234,5`, `1 234,5`, `- 934,11`, `(0,5)`, `−4,13`, `107,4 %`, `05`, `+20`; the percent sign is dropped. */
export function readNumber(text: string, style: NumberStyle): NumberReading {
  const scanned = scanNumber(text);
  if (scanned === null) return null;
  const { form, negative, whole, decimals } = scanned;
  const decimal = (): string => canonical(negative, whole, decimals);
  const grouped = (): string => canonical(negative, whole + decimals, "");
  switch (form) {
    case "plain":
    case "dot-decimal":
      return { value: decimal(), other: null };
    case "vietnamese":
      return style === "english" ? { wrongStyle: "english" } : { value: decimal(), other: null };
    case "english":
      return style === "vietnamese" ? { wrongStyle: "vietnamese" } : { value: decimal(), other: null };
    case "ambiguous-comma":
      if (style === "vietnamese") return { value: decimal(), other: null };
      return { value: grouped(), other: style === "undecided" ? decimal() : null };
    case "ambiguous-dot":
      if (style === "english") return { value: decimal(), other: null };
      return style === "dot-decimal" ? { value: decimal(), other: grouped() } : { value: grouped(), other: null };
  }
}

/** What `readNumber` reads of "1.234,5" in the Vietnamese style, faster; null for whatever is not quite so plain. */
export function readUsualNumber(text: string): string | null {
  let joined = "";
  let start = 0;
  let comma = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isDigit(code)) continue;
    if (comma < text.length) return null;
    if (code === COMMA) comma = index;
    else if (code !== DOT || (start === 0 ? index < 1 || index > 3 : index - start !== 3)) return null;
    else {
      joined += text.slice(start, index);
      start = index + 1;
    }
  }
  const isGrouped = start > 0;
  if (isGrouped ? comma - start !== 3 : comma < 1) return null;
  if (text.length > MAX_DIGITS || (text.charCodeAt(0) === ZERO && (isGrouped || comma !== 1))) return null;
  if (comma < text.length) {
    const last = text.charCodeAt(text.length - 1);
    return last === COMMA || last === ZERO ? null : `${joined}${text.slice(start, comma)}.${text.slice(comma + 1)}`;
  }
  return isGrouped ? joined + text.slice(start) : text;
}

const COMMA = 0x2c;
const DOT = 0x2e;

function canonical(negative: boolean, whole: string, decimals: string): string {
  let start = 0;
  while (start < whole.length - 1 && whole.charCodeAt(start) === ZERO) start++;
  let end = decimals.length;
  while (end > 0 && decimals.charCodeAt(end - 1) === ZERO) end--;
  const digits = (start === 0 ? whole : whole.slice(start)) + (end === 0 ? "" : `.${decimals.slice(0, end)}`);
  return negative && digits !== "0" ? `-${digits}` : digits;
}

const ZERO = 48;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a);
}

/** Signs: + - and, as Word makes them, − (U+2212) and – (U+2013). */
function isMinus(code: number): boolean {
  return code === 0x2d || code === 0x2212 || code === 0x2013;
}

function scanNumber(text: string): ScannedNumber | null {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  // Excel's mark for "keep as text".
  if (text.charCodeAt(start) === 0x27) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  let last = text.charCodeAt(end - 1);
  if (last === 0x25 || last === 0x2030) {
    end--;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  }
  let negative = false;
  last = text.charCodeAt(end - 1);
  const first = text.charCodeAt(start);
  if (first === 0x28 && last === 0x29) {
    negative = true;
    start++;
    end--;
  } else if (isMinus(first) || first === 0x2b) {
    negative = first !== 0x2b;
    start++;
  }
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (start >= end || end - start > MAX_DIGITS * 2) return null;
  return readDigits(text.slice(start, end), negative);
}

/** `body` begins and ends with a digit and holds digits, dots, commas and blanks only; else it is no number. */
function readDigits(body: string, negative: boolean): ScannedNumber | null {
  let dots = 0;
  let commas = 0;
  let blanks = 0;
  let lastMark = -1;
  for (let index = 0; index < body.length; index++) {
    const code = body.charCodeAt(index);
    if (isDigit(code)) continue;
    if (code === 0x2e) dots++;
    else if (code === 0x2c) commas++;
    else if (isBlank(code)) {
      blanks++;
      // Blanks only group thousands; behind the decimal mark they mean two numbers in one cell.
      if (lastMark >= 0) return null;
      continue;
    } else return null;
    lastMark = index;
  }
  if (!isDigit(body.charCodeAt(0)) || !isDigit(body.charCodeAt(body.length - 1))) return null;
  if (body.length - dots - commas - blanks > MAX_DIGITS) return null;
  if (dots + commas + blanks === 0) return { negative, form: "plain", whole: body, decimals: "" };
  return readMarks(body, negative, dots, commas, blanks, lastMark);
}

function readMarks(
  body: string,
  negative: boolean,
  dots: number,
  commas: number,
  blanks: number,
  lastMark: number,
): ScannedNumber | null {
  const head = lastMark < 0 ? body : body.slice(0, lastMark);
  const tail = lastMark < 0 ? "" : body.slice(lastMark + 1);
  const mark = lastMark < 0 ? "" : body[lastMark];
  const decimalForm = mark === "," ? "vietnamese" : "dot-decimal";
  const build = (form: NumberForm, whole: string | null, decimals: string): ScannedNumber | null =>
    whole === null ? null : { negative, form, whole, decimals };

  if (blanks > 0) {
    if (dots + commas > 1) return null;
    return build(mark === "" ? "plain" : decimalForm, joinGroups(head, " "), tail);
  }
  if (dots > 0 && commas > 0) {
    if ((mark === "," ? commas : dots) > 1) return null;
    return build(mark === "," ? "vietnamese" : "english", joinGroups(head, mark === "," ? "." : ","), tail);
  }
  if (dots + commas > 1) return build(dots > 1 ? "vietnamese" : "english", joinGroups(body, dots > 1 ? "." : ","), "");
  const couldGroup = tail.length === 3 && head.length <= 3 && head.charCodeAt(0) !== ZERO;
  if (couldGroup) return build(mark === "," ? "ambiguous-comma" : "ambiguous-dot", head, tail);
  return build(decimalForm, head, tail);
}

/** "1.234.567" → "1234567"; null when the groups are not of three digits. `mark` " " stands for any blank. */
function joinGroups(text: string, mark: "." | "," | " "): string | null {
  let joined = "";
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = text.charCodeAt(index);
    const ends = index === text.length || (mark === " " ? isBlank(code) : code === mark.charCodeAt(0));
    if (!ends) {
      if (!isDigit(code)) return null;
      continue;
    }
    const length = index - start;
    if (start === 0 ? length < 1 || length > 3 || text.charCodeAt(0) === ZERO : length !== 3) return null;
    joined += text.slice(start, index);
    start = index + 1;
  }
  return joined;
}
