import { exact } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import type { UnitOfYear } from "../../domain/unit.js";
import { joinAnd } from "../count.js";
import { groupBy } from "./group-by.js";
import type { IndicatorStanding } from "./indicator-standing.js";
import { type Fact, makeSentence, type Sentence } from "./sentence.js";
import { type ClusterWords, unitInProse } from "./words.js";

/** How many indicators all units reached, some did, none did, and how many each unit reached. Empty when nothing can be judged, or for a single indicator. */
export function describeOverview(standings: readonly IndicatorStanding[], cluster: ClusterWords): Sentence[] {
  if (standings.length < 2) return [];
  const units = listUnits(standings);
  const only = units.length === 1 ? units[0] : undefined;
  if (only !== undefined) return describeOnlyUnit(only, standings);
  return [describeIndicators(standings, cluster), describeUnits(standings, units)].filter((each) => each !== null);
}

function describeIndicators(standings: readonly IndicatorStanding[], cluster: ClusterWords): Sentence | null {
  const judged = standings.filter(({ exceeded, met, missed }) => exceeded.length + met.length + missed.length > 0);
  if (judged.length === 0) return null;
  const count = (test: (standing: IndicatorStanding) => boolean) => judged.filter(test).length;
  const reachedBy = ({ exceeded, met }: IndicatorStanding) => exceeded.length + met.length;
  const parts: [number, string][] = [
    [count((each) => each.complete && each.missed.length === 0), `được tất cả ${cluster.members} hoàn thành`],
    [count((each) => !each.complete && each.missed.length === 0), "chưa có đủ số liệu của các đơn vị"],
    [count((each) => each.missed.length > 0 && reachedBy(each) > 0), "còn có đơn vị chưa hoàn thành"],
    [count((each) => each.missed.length > 0 && reachedBy(each) === 0), "chưa đơn vị nào hoàn thành"],
  ];
  const told = parts.filter(([number]) => number > 0);
  const facts = told.map(([number, what]): Fact => countFact(null, what, number));
  const [only] = told;
  if (told.length === 1 && only !== undefined) {
    const subject =
      judged.length === 1 ? "chỉ tiêu duy nhất có số liệu" : `cả ${judged.length} chỉ tiêu có số liệu đều`;
    return makeSentence(`${subject} ${only[1]}`, facts);
  }
  const list = joinAnd(told.map(([number, what]) => `${number} chỉ tiêu ${what}`));
  return makeSentence(`trong ${judged.length} chỉ tiêu có số liệu, ${list}`, facts);
}

interface UnitCount {
  unit: UnitOfYear;
  reached: number;
  assigned: number;
}

function describeUnits(standings: readonly IndicatorStanding[], units: readonly UnitOfYear[]): Sentence | null {
  const counts = units
    .map((unit): UnitCount => countUnit(unit, standings))
    .filter(({ assigned }) => assigned > 0)
    .sort((a, b) => compareShares(b, a));
  const groups = groupBy(counts, ({ reached, assigned }) => `hoàn thành ${reached}/${assigned} chỉ tiêu`);
  const told = [...groups].map(([share, members]) => ({
    names: joinAnd(members.map((each) => unitInProse(each.unit))),
    share,
  }));
  const facts = counts.map(({ unit, reached }) => countFact(unit.name, "chỉ tiêu hoàn thành", reached));
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (told.length === 1) return makeSentence(`các đơn vị đều ${first.share}`, facts);
  if (told.length > MOST_GROUPS) {
    const text = `cao nhất là ${first.names}, ${first.share}; thấp nhất là ${last.names}, ${last.share}`;
    return makeSentence(`theo từng đơn vị: ${text}`, facts);
  }
  return makeSentence(`theo từng đơn vị: ${told.map(({ names, share }) => `${names} ${share}`).join("; ")}`, facts);
}

/** More different counts than this are told by the highest and the lowest. */
const MOST_GROUPS = 4;

/** Higher share first; of equal shares, the one with more indicators. */
function compareShares(a: UnitCount, b: UnitCount): number {
  return exact(a.reached).div(a.assigned).compare(exact(b.reached).div(b.assigned)) || a.assigned - b.assigned;
}

/** "Huyện A hoàn thành 4/5 chỉ tiêu (3 chỉ tiêu vượt, 1 chỉ tiêu đạt, 1 chỉ tiêu chưa đạt)" — practice §3.4, pattern 13. */
function describeOnlyUnit(unit: UnitOfYear, standings: readonly IndicatorStanding[]): Sentence[] {
  const { reached, assigned } = countUnit(unit, standings);
  if (assigned === 0) return [];
  const parts: [number, string][] = [
    [sum(standings, ({ exceeded }) => exceeded), "vượt"],
    [sum(standings, ({ met }) => met), "đạt"],
    [sum(standings, ({ missed }) => missed), "chưa đạt"],
    [sum(standings, ({ unreported, incomparable }) => [...unreported, ...incomparable]), "chưa đánh giá được"],
  ];
  const list = parts.flatMap(([number, what]) => (number === 0 ? [] : [`${number} chỉ tiêu ${what}`]));
  const text = `${unitInProse(unit)} hoàn thành ${reached}/${assigned} chỉ tiêu (${list.join(", ")})`;
  return [makeSentence(text, [countFact(unit.name, "chỉ tiêu hoàn thành", reached)])];
}

function countUnit(unit: UnitOfYear, standings: readonly IndicatorStanding[]): UnitCount {
  const has = (rows: readonly ProgressRow[]) => rows.some((row) => row.unit.id === unit.id);
  const reached = standings.filter(({ exceeded, met }) => has(exceeded) || has(met)).length;
  return { unit, reached, assigned: standings.filter((standing) => has(standing.assigned)).length };
}

function sum(
  standings: readonly IndicatorStanding[],
  list: (standing: IndicatorStanding) => readonly unknown[],
): number {
  return standings.reduce((total, standing) => total + list(standing).length, 0);
}

function listUnits(standings: readonly IndicatorStanding[]): UnitOfYear[] {
  const all = standings.flatMap(({ assigned, notAssigned }) => [...assigned, ...notAssigned]);
  return [...new Map(all.map(({ unit }) => [unit.id, unit])).values()].sort((a, b) => a.id - b.id);
}

function countFact(who: string | null, about: string, count: number): Fact {
  return { who, about, what: "count", figure: exact(count), source: null };
}
