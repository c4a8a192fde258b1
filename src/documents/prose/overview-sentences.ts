import type { UnitOfYear } from "../../domain/unit.js";
import { joinAnd } from "./count.js";
import type { Fact } from "./fact.js";
import { countFact } from "./facts.js";
import type { IndicatorStanding } from "./indicator-standing.js";
import { makeSentence, type Sentence } from "./sentence.js";
import { describeOnlyUnit, describeUnits } from "./unit-count-sentences.js";
import type { ClusterWords } from "./words.js";

/** How many indicators all units reached, some did, none did, and how many each unit reached. Empty when nothing can be judged, or for a single indicator. */
export function describeOverview(standings: readonly IndicatorStanding[], cluster: ClusterWords): Sentence[] {
  if (standings.length < 2) return [];
  const units = listUnits(standings);
  const only = units.length === 1 ? units[0] : undefined;
  if (only !== undefined) return describeOnlyUnit(only, standings);
  return [describeIndicators(standings, cluster), ...describeUnits(standings, units)].filter((each) => each !== null);
}

function describeIndicators(standings: readonly IndicatorStanding[], cluster: ClusterWords): Sentence | null {
  const given = standings.filter(({ assigned }) => assigned.length > 0);
  const judged = given.filter(isJudged);
  if (judged.length === 0) return null;
  const reachedBy = ({ exceeded, met }: IndicatorStanding) => exceeded.length + met.length;
  const those = (test: (standing: IndicatorStanding) => boolean) => judged.filter(test);
  const allReached = (each: IndicatorStanding) => each.complete && each.missed.length === 0;
  const noneReached = (each: IndicatorStanding) => each.complete && reachedBy(each) === 0;
  const parts: Part[] = [
    [those((each) => allReached(each) && each.notAssigned.length === 0), `được tất cả ${cluster.members} hoàn thành`],
    [those((each) => allReached(each) && each.notAssigned.length > 0), "được tất cả các đơn vị được giao hoàn thành"],
    [those((each) => !each.complete && each.missed.length === 0), "chưa đủ số liệu để đánh giá tất cả các đơn vị"],
    [those((each) => each.missed.length > 0 && !noneReached(each)), "còn có đơn vị chưa hoàn thành"],
    [those(noneReached), "chưa đơn vị nào hoàn thành"],
  ];
  const told = parts.filter(isFilled);
  const unjudged = given.filter((each) => !isJudged(each) && each.incomparable.length > 0);
  const rest: Part[] = [
    [unjudged, "chỉ tiêu có số liệu nhưng chưa đánh giá được"],
    [given.filter((each) => !isJudged(each) && each.incomparable.length === 0), "chỉ tiêu chưa có số liệu"],
  ];
  const left = rest.filter(isFilled);
  const facts = [...told, ...left].map(([those, what]) =>
    countStandings(what.startsWith("chỉ tiêu") ? what : `chỉ tiêu ${what}`, those),
  );
  const apart = left.length === 0 ? "" : `; còn ${joinAnd(left.map(([those, what]) => `${those.length} ${what}`))}`;
  return makeSentence(
    tellParts(told, judged.length, unjudged.length === 0 ? "có số liệu" : "đánh giá được") + apart,
    facts,
    [countStandings("chỉ tiêu đánh giá được", judged)],
  );
}

/** Standings of which something can be said in common, and what. */
type Part = [IndicatorStanding[], string];

function isFilled([those]: Part): boolean {
  return those.length > 0;
}

function countStandings(about: string, standings: readonly IndicatorStanding[]): Fact {
  return countFact(
    about,
    standings.flatMap(({ assigned }) => assigned),
    standings.length,
  );
}

/** "trong 3 chỉ tiêu có số liệu, 1 chỉ tiêu … và 2 chỉ tiêu …" */
function tellParts(parts: readonly Part[], all: number, which: string): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    return `${all === 1 ? `chỉ tiêu duy nhất ${which}` : `cả ${all} chỉ tiêu ${which} đều`} ${only[1]}`;
  }
  return `trong ${all} chỉ tiêu ${which}, ${joinAnd(parts.map(([those, what]) => `${those.length} chỉ tiêu ${what}`))}`;
}

function isJudged({ exceeded, met, missed }: IndicatorStanding): boolean {
  return exceeded.length + met.length + missed.length > 0;
}

function listUnits(standings: readonly IndicatorStanding[]): UnitOfYear[] {
  const all = standings.flatMap(({ assigned, notAssigned }) => [...assigned, ...notAssigned]);
  return [...new Map(all.map(({ unit }) => [unit.id, unit])).values()].sort((a, b) => a.id - b.id);
}
