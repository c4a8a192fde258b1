import type { Direction, Measurement } from "./indicator.js";
import { type Exact, exact, HUNDRED, ONE, ZERO } from "./number.js";

export type AttainmentStatus = "exceeded" | "met" | "missed" | "unknown";

/** Why no percentage can be given: nothing is guessed in its place. */
export type Unknown = "not-assigned" | "no-plan" | "zero-plan" | "no-actual" | "zero-actual" | "not-comparable";

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
  "not-comparable": "không tính được: kết quả không phải là số",
};

/** Tỷ lệ hoàn thành kế hoạch: higher actual/planned, lower planned/actual, pass 100 or 0. */
export function computeAttainment(
  result: { assigned: boolean; planned: Measurement; actual: Measurement },
  direction: Direction,
): Attainment {
  if (!result.assigned) return unknownAttainment("not-assigned");
  if (result.actual === null) return unknownAttainment("no-actual");
  if (direction === "pass") return passAttainment(result.planned, result.actual);
  if (result.planned === null) return unknownAttainment("no-plan");
  if (typeof result.planned === "boolean" || typeof result.actual === "boolean")
    return unknownAttainment("not-comparable");
  const planned = exact(result.planned);
  const actual = exact(result.actual);
  if (planned.equals(ZERO)) return unknownAttainment("zero-plan");
  const order = direction === "higher" ? actual.compare(planned) : planned.compare(actual);
  const status = order > 0 ? "exceeded" : order === 0 ? "met" : "missed";
  // Nothing of something unwanted (0 accidents against a ceiling of 5) is better than planned, by no finite percentage.
  if (direction === "lower" && actual.equals(ZERO)) return { attainmentPercent: null, status, unknown: "zero-actual" };
  const ratio = direction === "higher" ? actual.div(planned) : planned.div(actual);
  // A negative plan or result (a loss) makes the quotient meaningless; the comparison still holds.
  if (planned.compare(ZERO) < 0 || actual.compare(ZERO) < 0)
    return { attainmentPercent: null, status, unknown: "not-comparable" };
  return { attainmentPercent: ratio.mul(HUNDRED), status, unknown: null };
}

function passAttainment(planned: Measurement, actual: string | boolean): Attainment {
  let passed: boolean | null = null;
  if (typeof actual === "boolean") passed = actual;
  else if (typeof planned === "string") passed = exact(actual).compare(exact(planned)) >= 0;
  else if (exact(actual).equals(ONE)) passed = true;
  else if (exact(actual).equals(ZERO)) passed = false;
  if (passed === null) return unknownAttainment("not-comparable");
  return { attainmentPercent: passed ? HUNDRED : ZERO, status: passed ? "met" : "missed", unknown: null };
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
