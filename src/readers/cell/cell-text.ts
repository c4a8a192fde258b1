import { markDate, markNumber } from "./typed-cell.js";

/** Digits Excel and LibreOffice keep and show of a number; what a double holds beyond them is left over from arithmetic. */
const SIGNIFICANT_DIGITS = 15;

/**
 * Text of a number cell: its shortest exact decimal ("0.1", never "0.1000000000000000055"), marked as typed.
 * `percent`: the cell shows 1.16 as 116 %, and so does its text.
 */
export function numberText(value: number, percent: boolean): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return String(value);
  const decimal = plainDecimal(shortestText(value));
  return markNumber(percent ? `${timesHundred(decimal)}%` : decimal);
}

function shortestText(value: number): string {
  const text = String(value);
  if (Number.isInteger(value) || text.replace(/\D/g, "").length <= SIGNIFICANT_DIGITS) return text;
  return String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}

/** "1.5e-7" → "0.00000015". */
function plainDecimal(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = "", whole = "", decimals = "", exponent = "0"] = match;
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${whole}${decimals}`;
}

/** Moves the decimal point, so that no digit is lost or made: "0.07" → "7", "1.0745" → "107.45". */
function timesHundred(decimal: string): string {
  const [, sign = "", whole = "", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const moved = whole + decimals.slice(0, 2).padEnd(2, "0");
  const rest = decimals.slice(2);
  const digits = moved.replace(/^0+(?=\d)/, "") + (rest === "" ? "" : `.${rest}`);
  return digits === "0" ? "0" : sign + digits;
}

/** Whether a number format shows a percentage: a % that is not literal text ("0.0%" yes, `0.00"%"` and `0\%` no). */
export function isPercentFormat(format: string): boolean {
  return format.replace(/"[^"]*"|\\.|[_*]./g, "").includes("%");
}

/** dd/mm/yyyy, with the time when there is one; a time of day alone is hh:mm; marked as typed. Reads the UTC fields. */
export function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const [day = "", clock = ""] = date.toISOString().replace("Z", "").split("T");
  const time = clock.startsWith("00:00:00") ? "" : clock.slice(0, clock.startsWith(":00", 5) ? 5 : 8);
  const [year = "", month = "", dayOfMonth = ""] = day.split("-");
  if (Number(year) < 1900) return markDate(time === "" ? "00:00" : time);
  return markDate(`${dayOfMonth}/${month}/${year}${time === "" ? "" : ` ${time}`}`);
}

/** TRUE and FALSE as Excel shows them. */
export function booleanText(value: boolean): string {
  return value ? "TRUE" : "FALSE";
}
