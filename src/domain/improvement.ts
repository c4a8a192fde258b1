import { groupBy } from "./group-by.js";
import type { Result } from "./indicator.js";
import { type Exact, exact, HUNDRED, ZERO } from "./number.js";
import type { ProgressRow } from "./progress.js";
import { rankByScore } from "./ranking.js";

/** A unit's total with the most it could be. */
export interface Total {
  score: Exact;
  max: Exact;
}

/** Progress of one unit since last year, and its place by it. */
export interface UnitImprovement {
  rank: number;
  unit: string;
  /** Points, percent of the maximum, or (by growth) mean percent, by which units are ranked. */
  change: Exact;
  /** Totals in the same measure; null by growth. */
  before: Exact | null;
  now: Exact | null;
  /** Only by growth: how many indicators could be compared, and how many of them are better than last year. */
  compared: number | null;
  better: number | null;
}

/**
 * points: totals, where both years have one maximum; percent-of-max: totals as a share of each year's maximum; growth:
 * the mean relative change of the indicators, where last year has no totals.
 */
export type ImprovementBasis = "points" | "percent-of-max" | "growth";

export interface Improvement {
  basis: ImprovementBasis;
  units: UnitImprovement[];
  /** Units that cannot be compared, with the reason as a Vietnamese clause. */
  leftOut: { unit: string; reason: string }[];
}

/**
 * Ranks units by how much their totals moved from the year before `year`. A total is null where some of it is not known
 * yet, and `before` undefined for a unit that was not ranked that year.
 */
export function improveByTotals(
  units: readonly { unit: string; now: Total | null; before: Total | null | undefined }[],
  year: number,
): Improvement {
  const known = units.flatMap(({ unit, now, before }) => (now && before ? [{ unit, now, before }] : []));
  const maxima = known.flatMap(({ now, before }) => [now.max, before.max]);
  const isOneMax = maxima.every((max) => max.equals(maxima[0] ?? ZERO));
  const measure = ({ score, max }: Total) => (isOneMax ? score : percentOf(score, max));
  const moved = known.map(({ unit, now, before }) => {
    const totals = { now: measure(now), before: measure(before) };
    return { unit, ...totals, score: totals.now.sub(totals.before), compared: null, better: null };
  });
  const leftOut = units.flatMap(({ unit, now, before }) => {
    if (before === undefined) return [{ unit, reason: `năm ${year - 1} không có tổng điểm` }];
    if (before === null) return [{ unit, reason: `năm ${year - 1} có tiêu chí không có điểm` }];
    return now === null ? [{ unit, reason: `năm ${year} còn tiêu chí chưa có điểm` }] : [];
  });
  return { basis: isOneMax ? "points" : "percent-of-max", units: rankByChange(moved), leftOut };
}

/** Share of the maximum in percent; 0 of nothing. */
export function percentOf(score: Exact, max: Exact): Exact {
  return max.equals(ZERO) ? ZERO : score.mul(HUNDRED).div(max);
}

/**
 * Ranks units by the mean relative change of their indicators since last year (the previous column, else
 * `resultLastYear`); where less is better, less is progress.
 */
export function improveByGrowth(
  units: readonly string[],
  progress: readonly ProgressRow[],
  resultLastYear: (row: ProgressRow) => Result | null,
): Improvement {
  const rows = groupBy(progress, ({ unit }) => unit.name);
  const grown = units.map((unit) => {
    const changes = (rows.get(unit) ?? []).flatMap((row) => relativeChange(row, resultLastYear(row)) ?? []);
    return { unit, changes };
  });
  const moved = grown.flatMap(({ unit, changes }) => {
    if (changes.length === 0) return [];
    const mean = changes.reduce((sum, change) => sum.add(change), ZERO).div(changes.length);
    const better = changes.filter((change) => change.compare(ZERO) > 0).length;
    return [{ unit, now: null, before: null, score: mean, compared: changes.length, better }];
  });
  return {
    basis: "growth",
    units: rankByChange(moved),
    leftOut: grown
      .filter(({ changes }) => changes.length === 0)
      .map(({ unit }) => ({ unit, reason: "không có số liệu năm trước để so" })),
  };
}

/** In percent of last year's figure, above 0 when it is better; null when the two cannot be compared. */
function relativeChange({ result, indicator }: ProgressRow, earlier: Result | null): Exact | null {
  const actual = result?.actual ?? null;
  const previous = result?.previous ?? earlier?.actual ?? null;
  if (indicator.direction === "pass" || typeof actual !== "string" || typeof previous !== "string") return null;
  const base = exact(previous);
  if (base.equals(ZERO)) return null;
  const change = exact(actual).sub(base).mul(HUNDRED).div(base.abs());
  return indicator.direction === "lower" ? change.neg() : change;
}

function rankByChange(
  moved: readonly (Omit<UnitImprovement, "rank" | "change"> & { score: Exact })[],
): UnitImprovement[] {
  return rankByScore(moved).map(({ rank, unit, score, before, now, compared, better }) => ({
    rank,
    unit,
    change: score,
    before,
    now,
    compared,
    better,
  }));
}
