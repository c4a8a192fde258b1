import type { Measurement, Result } from "./indicator.js";
import { nameKey } from "./name.js";
import type { Exact } from "./number.js";
import type { YearResults } from "./progress.js";
import type { GivenScore } from "./rubric.js";

/** A value supposed for the sake of a question, never stored: a result, or a score that people would give. */
export type Assumption =
  | { unitId: number; indicatorId: number; actual: Measurement }
  | { unitId: number; criterionCode: string; score: Exact };

/** The year's results with those supposed in their place; a result that nobody sent is made, without a plan. */
export function assumeResults(data: YearResults, assumptions: readonly Assumption[]): YearResults {
  const supposed = new Map<string, Supposed>();
  for (const one of assumptions) if ("actual" in one) supposed.set(`${one.unitId}|${one.indicatorId}`, one);
  if (supposed.size === 0) return data;
  const results = data.results.map((result) => {
    const key = `${result.unitId}|${result.indicatorId}`;
    const assumption = supposed.get(key);
    supposed.delete(key);
    return assumption === undefined ? result : { ...result, actual: assumption.actual };
  });
  return { ...data, results: [...results, ...[...supposed.values()].map(makeResult)] };
}

type Supposed = Extract<Assumption, { actual: Measurement }>;

function makeResult(assumption: Supposed): Result {
  return {
    ...assumption,
    measure: null,
    assigned: true,
    planned: null,
    previous: null,
    stated: { attainmentPercent: null, evaluation: null },
    reason: null,
    note: null,
    source: { importId: 0, row: 1 },
  };
}

/** The given scores with those supposed as the verified ones, which count last. */
export function assumeScores(
  givenOf: (unitId: number, criterionCode: string) => GivenScore,
  assumptions: readonly Assumption[],
): (unitId: number, criterionCode: string) => GivenScore {
  const supposed = new Map(
    assumptions.flatMap((one) => ("score" in one ? [[`${one.unitId}|${nameKey(one.criterionCode)}`, one.score]] : [])),
  );
  return (unitId, criterionCode) => {
    const given = givenOf(unitId, criterionCode);
    const score = supposed.get(`${unitId}|${nameKey(criterionCode)}`);
    return score === undefined ? given : { ...given, verified: score };
  };
}
