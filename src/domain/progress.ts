import { type Attainment, computeAttainment, computeGrowth } from "./attainment.js";
import type { Indicator, Result } from "./indicator.js";
import type { Exact } from "./number.js";
import type { UnitOfYear } from "./unit.js";

/** All that a year holds about indicators, as read from the database. */
export interface YearResults {
  year: number;
  units: readonly UnitOfYear[];
  indicators: readonly Indicator[];
  results: readonly Result[];
}

/** One unit × one indicator, assessed. */
export interface ProgressRow extends Attainment {
  unit: UnitOfYear;
  indicator: Indicator;
  /** null when the unit sent nothing for an indicator that others in its cluster reported. */
  result: Result | null;
  /** Percent, or percentage points when the indicator is itself a rate. */
  growthPercent: Exact | null;
}

/**
 * Attainment of every unit × indicator of the year, by unit in the order entered, indicators in theirs. An indicator
 * that any unit of a cluster reports is expected of all of them: where nothing came, the row says so.
 */
export function assessProgress({ units, indicators, results }: YearResults): ProgressRow[] {
  const byPair = new Map(results.map((result) => [pairKey(result.unitId, result.indicatorId), result]));
  const clusterOf = new Map(units.map((unit) => [unit.id, unit.cluster]));
  const reported = new Set(results.map((result) => `${result.indicatorId}|${clusterOf.get(result.unitId) ?? ""}`));
  return units.flatMap((unit) =>
    indicators
      .filter((indicator) => reported.has(`${indicator.id}|${unit.cluster ?? ""}`))
      .map((indicator) => assessRow(unit, indicator, byPair.get(pairKey(unit.id, indicator.id)) ?? null)),
  );
}

function assessRow(unit: UnitOfYear, indicator: Indicator, result: Result | null): ProgressRow {
  if (result === null) {
    const nothing = { attainmentPercent: null, status: "unknown", unknown: "no-actual", growthPercent: null } as const;
    return { unit, indicator, result, ...nothing };
  }
  const attainment = computeAttainment(result, indicator.direction);
  const growthPercent = computeGrowth(result.actual, result.previous, result.measure ?? indicator.measure);
  return { unit, indicator, result, ...attainment, growthPercent };
}

function pairKey(unitId: number, indicatorId: number): string {
  return `${unitId}|${indicatorId}`;
}
