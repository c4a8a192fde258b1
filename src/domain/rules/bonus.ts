import { foldKey } from "../name.js";
import { type Exact, formatNumber, HUNDRED, ONE, ZERO } from "../number.js";
import { ParameterError, parameterCap, parameterNumber } from "./parameters.js";
import type { Room } from "./rule.js";

/** Điểm thưởng: `points` for each `step` % over `start` %, whole steps only when `whole`; at most `cap` points (null: no cap). */
export interface Bonus {
  points: Exact;
  step: Exact;
  whole: boolean;
  start: Exact;
  cap: Exact | null;
}

/** How the bonus is typed, for messages and the documentation. */
export const BONUS_PARAMETERS = [
  "thưởng=<điểm> mỗi <số>% [tròn] [từ <mức>%]",
  "trần thưởng=<số>% (của điểm tối đa) hoặc <số> điểm",
];

const SHAPE =
  /^([\d.,]+)\s*(?:diem\s*)?(?:cho\s*)?(?:moi|\/)\s*([\d.,]*)\s*%\s*(tron)?\s*(?:(?:tu|tren)\s*([\d.,]+)\s*%?)?$/;

/** The room a bonus makes above the points. */
export function bonusRoom(bonus: Bonus | null): Room {
  return { bonus: bonus === null ? null : { cap: bonus.cap }, deduction: null };
}

/** From the values of `thưởng` and `trần thưởng`; null when there is no bonus. Throws ParameterError. */
export function parseBonus(bonus: string | undefined, cap: string | undefined, max: Exact): Bonus | null {
  if (bonus === undefined) {
    if (cap !== undefined) throw new ParameterError('Có "trần thưởng" nhưng không có "thưởng".');
    return null;
  }
  const match = SHAPE.exec(foldKey(bonus));
  if (match === null) {
    throw new ParameterError(`"thưởng=${bonus}" không có dạng "thưởng=<điểm> mỗi <số>% [tròn]".`);
  }
  const step = match[2] === "" ? ONE : parameterNumber("thưởng", match[2] ?? "");
  if (step.equals(ZERO)) throw new ParameterError(`"thưởng=${bonus}": bước tính thưởng phải lớn hơn 0.`);
  return {
    points: parameterNumber("thưởng", match[1] ?? ""),
    step,
    whole: match[3] !== undefined,
    start: match[4] === undefined ? HUNDRED : parameterNumber("thưởng", match[4]),
    cap: cap === undefined ? null : parameterCap("trần thưởng", cap, max),
  };
}

/** Points for `percent`, before the cap and after it. */
export function bonusPoints(bonus: Bonus, percent: Exact): { uncapped: Exact; points: Exact } {
  if (percent.compare(bonus.start) <= 0) return { uncapped: ZERO, points: ZERO };
  const steps = percent.sub(bonus.start).div(bonus.step);
  const uncapped = (bonus.whole ? steps.floor() : steps).mul(bonus.points);
  const capped = bonus.cap !== null && uncapped.compare(bonus.cap) > 0;
  return { uncapped, points: capped && bonus.cap !== null ? bonus.cap : uncapped };
}

/** "thưởng 16 điểm, trần 3 điểm" — for explanations. */
export function bonusText(bonus: Bonus, percent: Exact): string {
  const { uncapped, points } = bonusPoints(bonus, percent);
  if (uncapped.equals(ZERO)) return "không có điểm thưởng";
  const steps = bonus.whole ? " tròn" : "";
  const rule = `${formatNumber(bonus.points)} điểm mỗi ${formatNumber(bonus.step)}%${steps} trên ${formatNumber(bonus.start)}%`;
  const limit = uncapped.equals(points) ? "" : `, vượt trần nên chỉ tính ${formatNumber(points)} điểm`;
  return `thưởng ${formatNumber(uncapped)} điểm (${rule})${limit}`;
}
