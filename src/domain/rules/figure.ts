import { isPercentMeasure, UNKNOWN_TEXT } from "../attainment.js";
import type { Measurement } from "../indicator.js";
import { intervalOf } from "../measurement.js";
import { foldKey } from "../name.js";
import type { Exact } from "../number.js";
import { ParameterError } from "./parameters.js";
import type { AssessedResult } from "./rule.js";

/** What bands are about: the percentage of plan, or the result itself. */
export type MeasuredBy = "plan" | "actual";

/** How `theo` is typed, for messages and the documentation. */
export const MEASURED_BY = "theo=% kế hoạch (mặc định) hoặc theo=thực hiện";

/** From the value of `theo`. Throws ParameterError. */
export function parseMeasuredBy(text: string | undefined): MeasuredBy {
  if (text === undefined) return "plan";
  const key = foldKey(text);
  if (key === "thuc hien" || key === "ket qua") return "actual";
  if (/^(%|ty le|phan tram)?\s*(ke hoach|kh)?$/.test(key)) return "plan";
  throw new ParameterError(`"theo=${text}" không có; ghi "theo=% kế hoạch" hoặc "theo=thực hiện".`);
}

/** A measurement as one number: 36,6; khoảng 4 → 4; 2069/2110 → 98,06 where percentages are counted; null for anything else. */
export function pointOf(value: Measurement, measure: string | null | undefined): Exact | null {
  const interval = intervalOf(value, isPercentMeasure(measure ?? null));
  if (interval === null || interval.low === null || interval.high === null) return null;
  return interval.low.equals(interval.high) ? interval.low : null;
}

/** The figure that bands are held against and how it is told, or why there is none. */
export function measureResult(
  result: AssessedResult | null,
  by: MeasuredBy,
): { value: Exact; tell(figure: string): string } | { value: null; reason: string } {
  if (result === null) return { value: null, reason: "chưa có số liệu" };
  if (by === "plan") {
    const percent = result.attainmentPercent;
    if (percent === null) return { value: null, reason: UNKNOWN_TEXT[result.unknown ?? "not-comparable"] };
    return { value: percent, tell: (figure) => `đạt ${figure}% kế hoạch` };
  }
  if (!result.assigned) return { value: null, reason: UNKNOWN_TEXT["not-assigned"] };
  if (result.actual === null) return { value: null, reason: UNKNOWN_TEXT["no-actual"] };
  const value = pointOf(result.actual, result.measure);
  if (value === null) return { value: null, reason: "kết quả không phải là một con số" };
  return { value, tell: (figure) => `thực hiện ${figure}` };
}
