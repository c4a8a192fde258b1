import type { Direction, Measurement, ResultRecord } from "./indicator.js";
import { isTypedAmount } from "./measurement.js";

/**
 * Which way an indicator nobody has described is better, as its records suggest: one whose every result is Đạt/Không đạt
 * is a pass/fail one; one whose every plan is a ceiling (dưới 4, ≤5) is better the lower it is. By key of the name.
 */
export class DirectionGuesses {
  private readonly directions = new Map<string, Direction>();
  private readonly answers = new Map<string, Direction>();

  add(indicatorKey: string, { planned, actual }: ResultRecord): void {
    const guess = typeof actual === "boolean" ? "pass" : isCeiling(planned) ? "lower" : "higher";
    if (actual === null && guess === "higher") return;
    const before = this.directions.get(indicatorKey);
    if (before === guess) return;
    this.directions.set(indicatorKey, before === undefined ? guess : "higher");
  }

  /** By the records so far; "higher" where nothing suggests otherwise. */
  get(indicatorKey: string): Direction {
    const direction = this.directions.get(indicatorKey) ?? "higher";
    this.answers.set(indicatorKey, direction);
    return direction;
  }

  /** Whether no record since has changed an answer given. */
  get stillStand(): boolean {
    return [...this.answers].every(([key, answer]) => (this.directions.get(key) ?? "higher") === answer);
  }

  /** Forgets all records and answers. */
  clear(): void {
    this.directions.clear();
    this.answers.clear();
  }
}

function isCeiling(planned: Measurement): boolean {
  if (!isTypedAmount(planned)) return false;
  if (planned.parts !== undefined) return planned.parts.every((part) => isCeiling(part));
  return planned.operator === "<" || planned.operator === "<=";
}
