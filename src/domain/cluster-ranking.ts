import type { Rubric } from "./build-rubric.js";
import { nameKey } from "./name.js";
import type { ProgressRow } from "./progress.js";
import { rankByScore } from "./ranking.js";
import type { GivenScore } from "./rubric.js";
import { scoreUnits, type UnitScore } from "./scoring.js";
import type { UnitOfYear } from "./unit.js";

/** A unit's score with its place in the cluster. */
export interface RankedUnit extends UnitScore {
  rank: number;
  /** Other units with the very same score. */
  tiedWith: string[];
}

/** Scores and ranks the units of one cluster; `progress` may hold rows of other clusters too. */
export function rankCluster(
  units: readonly UnitOfYear[],
  progress: readonly ProgressRow[],
  rubric: Rubric,
  decimals: number,
  givenOf: (unitId: number, criterionCode: string) => GivenScore,
): RankedUnit[] {
  const idOf = new Map(units.map((unit) => [unit.name, unit.id]));
  const rowOf = new Map<string, ProgressRow>();
  const directionOf = new Map<string, ProgressRow["indicator"]["direction"]>();
  for (const row of progress) {
    for (const key of indicatorKeys(row.indicator)) {
      rowOf.set(`${row.unit.id}|${key}`, row);
      directionOf.set(key, row.indicator.direction);
    }
  }
  const scores = scoreUnits({
    rubric,
    units: units.map((unit) => unit.name),
    decimals,
    directionOf: (indicator) => directionOf.get(nameKey(indicator)) ?? "higher",
    resultOf: (unit, indicator) => {
      const row = rowOf.get(`${idOf.get(unit)}|${nameKey(indicator)}`);
      if (row === undefined || row.result === null) return null;
      const { assigned, planned, actual } = row.result;
      const { attainmentPercent, status, unknown } = row;
      return { assigned, planned, actual, attainmentPercent, status, unknown };
    },
    givenOf: (unit, code) => givenOf(idOf.get(unit) ?? 0, code),
  });
  const ranked = rankByScore(scores);
  return ranked.map((unit) => ({
    ...unit,
    tiedWith: ranked.filter((other) => other !== unit && other.rank === unit.rank).map((other) => other.unit),
  }));
}

/** A rubric may name an indicator by its name, its code or another name it is remembered by. */
function indicatorKeys({ name, code, aliases = [] }: ProgressRow["indicator"]): string[] {
  return [...aliases, ...(code === null ? [] : [code]), name].map(nameKey);
}
