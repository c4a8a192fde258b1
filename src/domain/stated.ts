import type { Attainment } from "./attainment.js";
import type { Direction, Measurement, TypedAmount } from "./indicator.js";
import { intervalOf, isTypedAmount, shareOf } from "./measurement.js";
import { nameKey } from "./name.js";
import { type Exact, exact, formatDecimal, HUNDRED, roundHalfUp } from "./number.js";

/**
 * How a percentage in a sheet differs from the one computed: rounded, cut off, the fraction written with a % sign
 * (0,65% for 65,2%), actual by plan where less is better, or simply wrong.
 */
export type StatedDifference = "rounding" | "truncation" | "fraction" | "inverse" | "error";

export const STATED_DIFFERENCE_TEXT: Readonly<Record<StatedDifference, string>> = {
  rounding: "chênh do làm tròn",
  truncation: "chênh do cắt bớt phần lẻ thay vì làm tròn",
  fraction: "ô ghi tỷ số thay cho phần trăm, nhỏ đi 100 lần",
  inverse: "bảng lấy thực hiện chia kế hoạch, còn chỉ tiêu này càng thấp càng tốt nên lấy kế hoạch chia thực hiện",
  error: "hai số không khớp",
};

/**
 * How what a sheet states of a result differs from the percentage computed of it; null when they agree, and where the
 * sheet states the share of a part (98,06% beside 2069/2110), not what that is of the plan.
 */
export function compareStated(
  stated: string | TypedAmount,
  computed: Exact,
  { actual }: { actual: Measurement },
  direction: Direction,
): StatedDifference | null {
  if (typeof stated !== "string") return contradictsBound(stated, computed) ? "error" : null;
  const share = shareOf(actual);
  if (share !== null && compareStatedPercent(stated, share, "higher") === null) return null;
  return compareStatedPercent(stated, computed, direction);
}

const TOLERANCE = exact("0.05");

/** null when the two agree: within 0,05 point (design: scoring, Attainment). */
export function compareStatedPercent(stated: string, computed: Exact, direction: Direction): StatedDifference | null {
  const value = exact(stated);
  const places = (stated.split(".")[1] ?? "").length;
  const rounded = roundHalfUp(computed, places);
  const truncated = truncate(computed, places);
  const isPrint = value.equals(rounded) || value.equals(truncated);
  const gap = value.sub(computed).abs();
  if (gap.compare(TOLERANCE) <= 0 && (isPrint || value.sub(rounded).abs().compare(TOLERANCE) < 0)) return null;
  if (value.equals(rounded)) return "rounding";
  if (value.equals(truncated)) return "truncation";
  const asFraction = computed.div(HUNDRED);
  if (value.equals(roundHalfUp(asFraction, places)) || value.equals(truncate(asFraction, places))) return "fraction";
  if (direction === "lower" && !computed.equals(0)) {
    const inverse = HUNDRED.mul(HUNDRED).div(computed);
    if (value.sub(inverse).abs().compare(TOLERANCE) <= 0 || value.equals(roundHalfUp(inverse, places)))
      return "inverse";
  }
  return "error";
}

/** Whether a percentage a sheet states as a bound or a range (>120) leaves out the one computed, by more than 0,05 point. */
function contradictsBound(stated: TypedAmount, computed: Exact): boolean {
  const interval = stated.operator === "~" ? null : intervalOf(stated, false);
  if (interval === null) return false;
  const { low, high } = interval;
  const isUnder = low !== null && computed.add(TOLERANCE).compare(low) < 0;
  return isUnder || (high !== null && computed.sub(TOLERANCE).compare(high) > 0);
}

function truncate(value: Exact, places: number): Exact {
  const scale = exact(10n ** BigInt(places));
  return value.mul(scale).floor().div(scale);
}

const REACHED = new Set(["đạt", "hoàn thành"]);
const EXCEEDED = new Set(["vượt", "đạt, vượt", "đạt và vượt"]);
const MISSED = new Set(["không đạt", "chưa đạt", "không hoàn thành", "chưa hoàn thành"]);

/**
 * Whether a sheet's Đạt/Vượt/Không đạt contradicts its own figures. Đạt may be said of what exceeds; Vượt of whatever
 * keeps to a one-sided bound; other words and unknown results are no contradiction.
 */
export function contradictsLabel(label: string, attainment: Attainment, planned: Measurement): boolean {
  // "Vượt KH" is Vượt, "Không đạt chỉ tiêu" is Không đạt.
  const key = nameKey(label)
    .replace(/[.!]$/, "")
    .replace(/ (kh|kế hoạch|chỉ tiêu|mức)$/, "");
  const { status } = attainment;
  if (status === "unknown") return false;
  if (REACHED.has(key)) return status === "missed";
  if (MISSED.has(key)) return status !== "missed";
  if (!EXCEEDED.has(key)) return false;
  const isBound = isTypedAmount(planned) && (planned.low === null) !== (planned.high === null);
  return status !== "exceeded" && !(isBound && status === "met");
}

/** "116%", ">120%" as a sheet states it. */
export function formatStated(percent: string | TypedAmount): string {
  const text = typeof percent === "string" ? formatDecimal(percent) : percent.text;
  return text.endsWith("%") ? text : `${text}%`;
}
