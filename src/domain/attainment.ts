import type { Direction, Measurement } from "./indicator.js";
import { type Interval, intervalOf, isTypedAmount } from "./measurement.js";
import { type Exact, exact, HUNDRED, ONE, ZERO } from "./number.js";

export type AttainmentStatus = "exceeded" | "met" | "missed" | "unknown";

/** Why no percentage can be given: nothing is guessed in its place. */
export type Unknown =
  | "not-assigned"
  | "no-plan"
  | "zero-plan"
  | "no-actual"
  | "zero-actual"
  | "negative"
  | "not-comparable"
  | "not-one-number";

export interface Attainment {
  /** % of plan, exact; null when it cannot be computed (never 0 or 100 in its place). */
  attainmentPercent: Exact | null;
  status: AttainmentStatus;
  /** null when attainmentPercent is known. */
  unknown: Unknown | null;
}

export const UNKNOWN_TEXT: Readonly<Record<Unknown, string>> = {
  "not-assigned": "không giao",
  "no-plan": "không tính được: chưa có kế hoạch",
  "zero-plan": "không tính được: kế hoạch bằng 0",
  "no-actual": "chưa có số liệu",
  "zero-actual": "không tính được %: thực hiện bằng 0",
  negative: "không tính được %: kế hoạch hoặc kết quả là số âm",
  "not-comparable": "không tính được: kết quả không phải là số",
  "not-one-number": "không tính được %: kết quả không phải một con số",
};

/** What attainment is computed from; `measure` decides whether 2069/2110 counts as a percentage. */
interface Compared {
  assigned: boolean;
  planned: Measurement;
  actual: Measurement;
  measure?: string | null;
}

/**
 * Tỷ lệ hoàn thành kế hoạch: higher actual/planned, lower planned/actual, pass 100 or 0. A plan that is a range or a
 * bound is compared as `assessAgainstTarget` says.
 */
export function computeAttainment(result: Compared, direction: Direction): Attainment {
  if (!result.assigned) return unknownAttainment("not-assigned");
  if (result.actual === null) return unknownAttainment("no-actual");
  if (isTypedAmount(result.planned) || isTypedAmount(result.actual)) {
    const { planned, actual } = result;
    return compareTyped(planned, actual, direction, isPercentMeasure(result.measure ?? null));
  }
  if (direction === "pass") return passAttainment(result.planned, result.actual);
  if (result.planned === null) return unknownAttainment("no-plan");
  if (typeof result.planned === "boolean" || typeof result.actual === "boolean")
    return unknownAttainment("not-comparable");
  return compareNumbers(exact(result.planned), exact(result.actual), direction);
}

/** Both plain numbers, or counting as such. */
function compareNumbers(planned: Exact, actual: Exact, direction: "higher" | "lower"): Attainment {
  if (planned.equals(ZERO)) return unknownAttainment("zero-plan");
  const order = direction === "higher" ? actual.compare(planned) : planned.compare(actual);
  const status = order > 0 ? "exceeded" : order === 0 ? "met" : "missed";
  // Nothing of something unwanted (0 accidents against a ceiling of 5) is better than planned, by no finite percentage.
  if (direction === "lower" && actual.equals(ZERO)) return { attainmentPercent: null, status, unknown: "zero-actual" };
  const ratio = direction === "higher" ? actual.div(planned) : planned.div(actual);
  // A negative plan or result (a loss) makes the quotient meaningless; the comparison still holds.
  if (planned.compare(ZERO) < 0 || actual.compare(ZERO) < 0)
    return { attainmentPercent: null, status, unknown: "negative" };
  return { attainmentPercent: ratio.mul(HUNDRED), status, unknown: null };
}

/** At least one of the two is not one number. */
function compareTyped(planned: Measurement, actual: Measurement, direction: Direction, isPercent: boolean): Attainment {
  const pairs = pairUp(planned, actual);
  if (pairs !== null) return joinParts(pairs.map((each) => compareTyped(...each, direction, isPercent)));
  const result = intervalOf(actual, isPercent);
  if (planned === null) return unknownAttainment(result === null ? "not-comparable" : "no-plan");
  const target = intervalOf(planned, isPercent);
  if (target === null || result === null) return unknownAttainment("not-comparable");
  const wanted = direction === "pass" ? "higher" : direction;
  const compare = (value: Exact): Attainment =>
    isPoint(target) && target.low !== null
      ? compareNumbers(target.low, value, wanted)
      : assessAgainstTarget(target, value, wanted);
  const attainment = isPoint(result) && result.low !== null ? compare(result.low) : compareEnds(result, compare);
  if (direction !== "pass" || attainment.status === "unknown") return attainment;
  return passed(attainment.status !== "missed");
}

/** The measures of two pairs side by side; null unless the result is a pair and the plan one of as many. */
function pairUp(planned: Measurement, actual: Measurement): [Measurement, Measurement][] | null {
  const plans = isTypedAmount(planned) ? planned.parts : undefined;
  const results = isTypedAmount(actual) ? actual.parts : undefined;
  if (plans === undefined || results === undefined || plans.length !== results.length) return null;
  return results.map((result, index) => [plans[index] ?? null, result]);
}

/** All measures of a cell count: one that is short makes the whole short. Several measures have no one percentage. */
function joinParts(parts: readonly Attainment[]): Attainment {
  const has = (status: AttainmentStatus) => parts.some((part) => part.status === status);
  if (has("unknown")) return unknownAttainment("not-one-number");
  const status = has("missed") ? "missed" : has("met") ? "met" : "exceeded";
  return { attainmentPercent: null, status, unknown: "not-one-number" };
}

function isPoint({ low, high }: Interval): boolean {
  return low !== null && high !== null && low.equals(high);
}

/**
 * Against a range: met between its ends, exceeded beyond the better one. Against a bound: met or missed, never
 * exceeded; a strict bound is not met by equality. The percentage is that of the nearest end, 100 where it is met.
 */
function assessAgainstTarget(target: Interval, actual: Exact, direction: "higher" | "lower"): Attainment {
  const { low, high, openLow, openHigh } = target;
  const isUnder = low !== null && (openLow ? actual.compare(low) <= 0 : actual.compare(low) < 0);
  const isOver = high !== null && (openHigh ? actual.compare(high) >= 0 : actual.compare(high) > 0);
  if (!isUnder && !isOver) return { attainmentPercent: HUNDRED, status: "met", unknown: null };
  const isRange = low !== null && high !== null;
  const better = isRange && (direction === "higher" ? isOver : isUnder);
  const status = better ? "exceeded" : "missed";
  const nearest = isUnder ? low : high;
  // A ceiling is missed by exceeding it, whatever is said of the indicator elsewhere.
  const wanted = isRange ? direction : high === null ? "higher" : "lower";
  const [part, whole] = wanted === "higher" ? [actual, nearest] : [nearest, actual];
  if (part === null || whole === null) return { attainmentPercent: null, status, unknown: "not-comparable" };
  if (part.compare(ZERO) < 0 || whole.compare(ZERO) < 0)
    return { attainmentPercent: null, status, unknown: "negative" };
  if (whole.equals(ZERO))
    return { attainmentPercent: null, status, unknown: wanted === "higher" ? "zero-plan" : "zero-actual" };
  return { attainmentPercent: part.div(whole).mul(HUNDRED), status, unknown: null };
}

/** Farther out than any figure, and nearer to an open end than any. */
const FAR = exact("1000000000000000000000000");
const NEAR = exact(1).div(FAR);

/** A result known only within limits: what both limits say, else unknown. */
function compareEnds(result: Interval, compare: (value: Exact) => Attainment): Attainment {
  const low = compare(result.low === null ? FAR.neg() : result.openLow ? result.low.add(NEAR) : result.low);
  const high = compare(result.high === null ? FAR : result.openHigh ? result.high.sub(NEAR) : result.high);
  const ends = [low.status, high.status];
  if (ends.includes("unknown")) return unknownAttainment(low.unknown ?? high.unknown ?? "not-one-number");
  if (ends.includes("missed") && low.status !== high.status) return unknownAttainment("not-one-number");
  const status = low.status === high.status ? low.status : "met";
  const same = low.attainmentPercent !== null && high.attainmentPercent?.equals(low.attainmentPercent) === true;
  return same
    ? { attainmentPercent: low.attainmentPercent, status, unknown: null }
    : { attainmentPercent: null, status, unknown: "not-one-number" };
}

function passAttainment(planned: Measurement, actual: string | boolean): Attainment {
  if (typeof actual === "boolean") return passed(actual);
  if (typeof planned === "string") return passed(exact(actual).compare(exact(planned)) >= 0);
  if (exact(actual).equals(ONE)) return passed(true);
  return exact(actual).equals(ZERO) ? passed(false) : unknownAttainment("not-comparable");
}

function passed(isPassed: boolean): Attainment {
  return { attainmentPercent: isPassed ? HUNDRED : ZERO, status: isPassed ? "met" : "missed", unknown: null };
}

function unknownAttainment(unknown: Unknown): Attainment {
  return { attainmentPercent: null, status: "unknown", unknown };
}

/**
 * So với cùng kỳ: (actual − previous) / |previous| × 100; for an indicator measured in % the change in percentage
 * points. null when either figure is missing, is not a number, or the previous one is 0.
 */
export function computeGrowth(actual: Measurement, previous: Measurement, measure: string | null): Exact | null {
  if (typeof actual !== "string" || typeof previous !== "string") return null;
  const change = exact(actual).sub(exact(previous));
  if (isPercentMeasure(measure)) return change;
  const base = exact(previous).abs();
  return base.equals(ZERO) ? null : change.div(base).mul(HUNDRED);
}

/** Whether an indicator is itself a rate, so that years differ by "điểm %" and not by percent. */
export function isPercentMeasure(measure: string | null): boolean {
  return measure !== null && /^\s*[%‰]/.test(measure);
}
