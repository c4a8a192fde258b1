import { nameKey } from "./name.js";
import type { ProgressRow } from "./progress.js";
import { rankByScore } from "./ranking.js";
import type { GivenScore } from "./rubric.js";
import type { Rubric } from "./rubric-tree.js";
import type { UnitFacts } from "./rules/rule.js";
import { scoreUnits, type UnitScore } from "./scoring.js";
import type { UnitOfYear } from "./unit.js";

/** A unit's score with its place in the cluster. */
export interface RankedUnit extends UnitScore {
  /** null: behind a gate that leaves it out of the ranking. */
  rank: number | null;
  /** The last rule that was needed to tell it from others with its score; null when none was, or none did. */
  tieBrokenBy: string | null;
  /** Other units with its rank. */
  tiedWith: string[];
  /** Other units with the very same score, whatever their rank. */
  sameScore: string[];
}

/** What a cluster's units were given: scores by people under the rubric, and awards. */
export interface GivenToUnits {
  scoreOf(unitId: number, criterionCode: string): GivenScore;
  awardsOf(unitId: number): UnitFacts["awards"];
}

/**
 * Scores and ranks the units of one cluster, those left out of the ranking last; `progress` may hold rows of other
 * clusters too.
 */
export function rankCluster(
  units: readonly UnitOfYear[],
  progress: readonly ProgressRow[],
  rubric: Rubric,
  decimals: number,
  given: GivenToUnits,
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
      const measure = row.result.measure ?? row.indicator.measure;
      return { assigned, planned, actual, measure, attainmentPercent, status, unknown };
    },
    givenOf: (unit, code) => given.scoreOf(idOf.get(unit) ?? 0, code),
    awardsOf: (unit) => given.awardsOf(idOf.get(unit) ?? 0),
  });
  const isRanked = ({ gates }: UnitScore) => gates.every(({ effect }) => effect.kind !== "unranked");
  const ranked = rankByScore(scores.filter(isRanked), rubric.ties.rules);
  const left = rankByScore(scores.filter((score) => !isRanked(score)));
  const namesOf = (others: readonly UnitScore[]) => others.map(({ unit }) => unit);
  return [
    ...ranked.map((unit) => ({ ...unit, tiedWith: namesOf(unit.tiedWith), sameScore: namesOf(unit.sameScore) })),
    ...left.map((unit) => ({ ...unit, rank: null, tieBrokenBy: null, tiedWith: [], sameScore: [] })),
  ];
}

/** A rubric may name an indicator by its name, its code or another name it is remembered by. */
function indicatorKeys({ name, code, aliases = [] }: ProgressRow["indicator"]): string[] {
  return [...aliases, ...(code === null ? [] : [code]), name].map(nameKey);
}
