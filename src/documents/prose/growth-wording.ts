import { isPercentMeasure } from "../../domain/attainment.js";
import { type Exact, exact, formatFixed, roundHalfUp, ZERO } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import { placesOfPercents, writeAmounts } from "./figures.js";

/** Comes before the changes of several units: "So với cùng kỳ năm trước, xã A tăng 5%, xã B tương đương". */
export const SAME_TIME = "so với cùng kỳ năm trước";

/** One change with what it is against: "tăng 8,14% so với cùng kỳ năm trước", "tương đương cùng kỳ năm trước". */
export function tellGrowthSince(row: Grown, measure: string | null): string {
  const change = writeGrowth([row], measure)(row);
  return change === SAME ? `${SAME} cùng kỳ năm trước` : `${change} ${SAME_TIME}`;
}

/** A change that rounds away. */
export const SAME = "tương đương";

/** What a change is told from. */
export type Grown = Pick<ProgressRow, "result" | "growthPercent">;

/** A change from three times the previous figure on is told in times. */
const TOLD_IN_TIMES = 3;

/** Decimals a change is shown with at most, unless that would carry it onto 100% or another whole ten above. */
const MOST_PLACES = 2;

/**
 * The changes of one sentence, all percentages with the same decimals: "tăng 8,14%", "giảm 0,16 điểm %" of a rate, "tăng gấp 3,4 lần"
 * from three times on, "tương đương" when the change rounds away. A loss on either side makes a percentage meaningless:
 * "giảm từ 5 tỷ đồng xuống -2 tỷ đồng". Empty when nothing is known.
 */
export function writeGrowth(rows: readonly Grown[], measure: string | null): (row: Grown) => string {
  const told = rows.map((row) => ({ row, growth: tellGrowth(row, measure) }));
  const places = placesFor(told.flatMap(({ growth }) => (growth.by === "percent" ? [growth.size] : [])));
  const unit = isPercentMeasure(measure) ? " điểm %" : "%";
  return (row) => {
    const growth = tellGrowth(row, measure);
    switch (growth.by) {
      case "percent":
        return `${growth.verb} ${formatFixed(growth.size, places)}${unit}`;
      case "times":
        return `tăng gấp ${formatFixed(growth.times, timesPlaces(told.map((each) => each.growth)))} lần`;
      case "figures": {
        const write = writeAmounts([growth.from, growth.to], measure);
        return growth.verb === "tăng"
          ? `tăng từ ${write(growth.from)} lên ${write(growth.to)}`
          : `giảm từ ${write(growth.from)} xuống ${write(growth.to)}`;
      }
      default:
        return growth.by === "same" ? SAME : "";
    }
  };
}

/** Whether a change has a size that others can be held against: a loss on either side has none. */
export function isGrowthComparable({ result }: Grown, measure: string | null): boolean {
  if (isPercentMeasure(measure)) return true;
  return [result?.actual, result?.previous].every((each) => typeof each !== "string" || exact(each).compare(ZERO) >= 0);
}

type Growth =
  | { by: "nothing" | "same" }
  | { by: "percent"; verb: "tăng" | "giảm"; size: Exact }
  | { by: "times"; times: Exact }
  | { by: "figures"; verb: "tăng" | "giảm"; from: string; to: string };

function tellGrowth(row: Grown, measure: string | null): Growth {
  const { growthPercent } = row;
  if (growthPercent === null) return { by: "nothing" };
  const rate = isPercentMeasure(measure);
  const size = growthPercent.abs();
  if (roundHalfUp(size, rate ? 2 : 1).equals(ZERO)) return { by: "same" };
  const verb = growthPercent.compare(ZERO) > 0 ? "tăng" : "giảm";
  const [actual, previous] = [row.result?.actual, row.result?.previous];
  if (rate || typeof actual !== "string" || typeof previous !== "string") return { by: "percent", verb, size };
  if (!isGrowthComparable(row, measure)) return { by: "figures", verb, from: previous, to: actual };
  const times = exact(actual).div(exact(previous));
  return times.compare(TOLD_IN_TIMES) >= 0 ? { by: "times", times } : { by: "percent", verb, size };
}

function placesFor(sizes: readonly Exact[]): number {
  const needed = [...Array(MOST_PLACES).keys()].find((places) =>
    sizes.every((size) => roundHalfUp(size, places).equals(roundHalfUp(size, MOST_PLACES))),
  );
  return placesOfPercents(sizes, needed ?? MOST_PLACES);
}

function timesPlaces(growths: readonly Growth[]): number {
  return growths.every((growth) => growth.by !== "times" || roundHalfUp(growth.times, 1).d === 1n) ? 0 : 1;
}
