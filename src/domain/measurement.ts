import type { Measurement, TypedAmount } from "./indicator.js";
import { type Exact, exact, formatDecimal, HUNDRED, ZERO } from "./number.js";

/** What a measurement says in numbers: all that lies between its ends. null = unbounded; an open end is not reached. */
export interface Interval {
  low: Exact | null;
  high: Exact | null;
  openLow: boolean;
  openHigh: boolean;
}

/** The numbers a measurement stands for; null for words, Đạt/Không đạt, pairs and nothing. `khoảng 4` counts as 4. */
export function intervalOf(value: Measurement, isPercent: boolean): Interval | null {
  if (value === null || typeof value === "boolean") return null;
  if (typeof value === "string") return point(exact(value));
  const low = value.low === null ? null : exact(value.low);
  const high = value.high === null ? null : exact(value.high);
  switch (value.operator) {
    case null:
    case "pair":
      return null;
    case "of":
      return shareOrPart(low, high, isPercent);
    default:
      return { low, high, openLow: value.operator === ">", openHigh: value.operator === "<" };
  }
}

function point(value: Exact): Interval {
  return { low: value, high: value, openLow: false, openHigh: false };
}

/** 2069/2110 is 98,06 where percentages are counted, else 2069. */
function shareOrPart(part: Exact | null, total: Exact | null, isPercent: boolean): Interval | null {
  if (part === null || !isPercent) return part === null ? null : point(part);
  return total === null || total.equals(ZERO) ? null : point(part.div(total).mul(HUNDRED));
}

/** The part of the total in percent (2069/2110 → 98,06); null for anything that is not part/total. */
export function shareOf(value: Measurement): Exact | null {
  if (!isTypedAmount(value) || value.operator !== "of") return null;
  return intervalOf(value, true)?.low ?? null;
}

/** Whether the cell held something that is not one number and is kept as typed. */
export function isTypedAmount(value: Measurement | undefined): value is TypedAmount {
  return typeof value === "object" && value !== null;
}

/** "1.454", "Đạt", "6,6-6,8" as typed, or blank. */
export function formatMeasurement(value: Measurement): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "Đạt" : "Không đạt";
  return typeof value === "string" ? formatDecimal(value) : value.text;
}

/** For JSON: a plain number where it is one, true/false, null, or {text, low, high, operator} with plain numbers. */
export function toJsonMeasurement(value: Measurement): number | boolean | object | null {
  if (typeof value === "string") return Number(value);
  if (!isTypedAmount(value)) return value;
  const { text, low, high, operator, parts } = value;
  const ends = { low: toNumber(low), high: toNumber(high), operator };
  return { text, ...ends, ...(parts === undefined ? {} : { parts: parts.map(toJsonMeasurement) }) };
}

function toNumber(plain: string | null): number | null {
  return plain === null ? null : Number(plain);
}
