import { groupBy } from "../../domain/group-by.js";
import { type Exact, exact } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import type { UnitOfYear } from "../../domain/unit.js";
import type { Fact } from "./fact.js";
import { countFact } from "./facts.js";
import type { IndicatorStanding } from "./indicator-standing.js";
import { isCompound, joinNames } from "./join-names.js";
import { makeSentence, type Sentence } from "./sentence.js";
import { unitInProse } from "./words.js";

/** How many indicators one unit reached, of those it can be judged by. */
interface UnitCount {
  unit: UnitOfYear;
  exceeded: number;
  met: number;
  missed: number;
  /** No figures, no plan, a plan of 0: neither reached nor missed. */
  unjudged: number;
  /** What was counted. */
  rows: ProgressRow[];
}

/** Units with the same count, told together. */
interface Group {
  names: string[];
  /** "hoàn thành 2/3 chỉ tiêu" */
  share: string;
  /** 0–1; null when nothing can be judged. */
  portion: Exact | null;
}

/** More different counts than this are told by the highest and the lowest. */
const MOST_GROUPS = 4;

/** How many indicators each unit reached, the highest share first; what cannot be judged is said apart. Empty when nothing can. */
export function describeUnits(standings: readonly IndicatorStanding[], units: readonly UnitOfYear[]): Sentence[] {
  const counts = units.map((unit) => countUnit(unit, standings)).filter((each) => judgedBy(each) + each.unjudged > 0);
  const judged = counts.filter((each) => judgedBy(each) > 0);
  if (judged.length === 0) return [];
  const groups = groupUnits(counts);
  const factsOf = (those: readonly UnitCount[]) =>
    those.flatMap((each) => countFacts(each).slice(0, each.unjudged === 0 ? 2 : 3));
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) return [makeSentence(`các đơn vị đều ${only.share}`, factsOf(counts))];
  const clauses = groups.length > MOST_GROUPS ? tellEnds(groups) : groups.map(tellGroup);
  // Names that are themselves lists leave ";" to the list of names: each count then has a sentence of its own.
  if (!groups.some(({ names }) => names.length > 1 && names.some(isCompound))) {
    return [
      makeSentence(
        `${isMostlyReached(judged) ? "phần lớn các đơn vị hoàn thành trên một nửa số chỉ tiêu: " : "theo từng đơn vị: "}${clauses.join("; ")}`,
        factsOf(counts),
      ),
    ];
  }
  return clauses.map((clause) => {
    const named = counts.filter(({ unit }) => clause.includes(unitInProse(unit)));
    return makeSentence(clause, factsOf(named));
  });
}

/** A majority that is not all. */
function isMostlyReached(judged: readonly UnitCount[]): boolean {
  const most = judged.filter((each) => 2 * reachedBy(each) > judgedBy(each));
  return 2 * most.length > judged.length && most.length < judged.length;
}

function groupUnits(counts: readonly UnitCount[]): Group[] {
  const sorted = [...counts].sort((a, b) => compareShares(b, a));
  return [...groupBy(sorted, tellShare)].map(([share, members]) => ({
    names: members.map(({ unit }) => unitInProse(unit)),
    share,
    portion: members[0] === undefined ? null : portionOf(members[0]),
  }));
}

/** The highest and the lowest, each with all that share its place, and who cannot be judged at all. */
function tellEnds(groups: readonly Group[]): string[] {
  const ranked = groups.filter(({ portion }) => portion !== null);
  const at = (end: Group | undefined) => ranked.filter(({ portion }) => end?.portion && portion?.equals(end.portion));
  const [highest, lowest] = [at(ranked[0]), at(ranked.at(-1))];
  if (highest.length === ranked.length) return groups.map(tellGroup);
  return [
    `cao nhất là ${highest.map(tellGroup).join(", ")}`,
    `thấp nhất là ${lowest.map(tellGroup).join(", ")}`,
    ...groups.filter(({ portion }) => portion === null).map(tellGroup),
  ];
}

function tellGroup({ names, share }: Group): string {
  return `${joinNames(names)} ${share}`;
}

function tellShare(count: UnitCount): string {
  const judged = judgedBy(count);
  if (judged === 0) return "chưa đánh giá được chỉ tiêu nào";
  const apart = count.unjudged === 0 ? "" : `, còn ${count.unjudged} chỉ tiêu chưa đánh giá được`;
  return `hoàn thành ${reachedBy(count)}/${judged} chỉ tiêu${apart}`;
}

/** "Huyện A hoàn thành 4/5 chỉ tiêu (3 chỉ tiêu vượt, 1 chỉ tiêu đạt, 1 chỉ tiêu chưa đạt)" — practice §3.4, pattern 13. */
export function describeOnlyUnit(unit: UnitOfYear, standings: readonly IndicatorStanding[]): Sentence[] {
  const count = countUnit(unit, standings);
  const judged = judgedBy(count);
  if (judged === 0) return [];
  const parts: [number, string][] = [
    [count.exceeded, "vượt"],
    [count.met, "đạt"],
    [count.missed, "chưa đạt"],
  ];
  const list = parts.flatMap(([number, what]) => (number === 0 ? [] : [`${number} chỉ tiêu ${what}`]));
  const apart = count.unjudged === 0 ? "" : `; còn ${count.unjudged} chỉ tiêu chưa đánh giá được`;
  const text = `${unitInProse(unit)} hoàn thành ${reachedBy(count)}/${judged} chỉ tiêu (${list.join(", ")})${apart}`;
  return [makeSentence(text, countFacts(count))];
}

function countUnit(unit: UnitOfYear, standings: readonly IndicatorStanding[]): UnitCount {
  const count = (list: (standing: IndicatorStanding) => readonly ProgressRow[]) =>
    standings.filter((standing) => list(standing).some((row) => row.unit.id === unit.id)).length;
  const assigned = standings.flatMap((standing) => standing.assigned);
  return {
    unit,
    rows: assigned.filter((row) => row.unit.id === unit.id),
    exceeded: count(({ exceeded }) => exceeded),
    met: count(({ met }) => met),
    missed: count(({ missed }) => missed),
    unjudged: count(({ unreported, incomparable }) => [...unreported, ...incomparable]),
  };
}

function reachedBy({ exceeded, met }: UnitCount): number {
  return exceeded + met;
}

function judgedBy(count: UnitCount): number {
  return reachedBy(count) + count.missed;
}

function portionOf(count: UnitCount): Exact | null {
  return judgedBy(count) === 0 ? null : exact(reachedBy(count)).div(judgedBy(count));
}

/** Higher share first, those that cannot be judged last; of equal shares, the one with more indicators. */
function compareShares(a: UnitCount, b: UnitCount): number {
  const [left, right] = [portionOf(a), portionOf(b)];
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  return left.compare(right) || judgedBy(a) - judgedBy(b);
}

function countFacts(count: UnitCount): Fact[] {
  const { exceeded, met, missed, unjudged } = count;
  const numbers: [string, number][] = [
    ["chỉ tiêu hoàn thành", reachedBy(count)],
    ["chỉ tiêu đánh giá được", judgedBy(count)],
    ["chỉ tiêu chưa đánh giá được", unjudged],
    ["chỉ tiêu vượt", exceeded],
    ["chỉ tiêu đạt", met],
    ["chỉ tiêu chưa đạt", missed],
  ];
  return numbers.map(([about, number]) => ({ ...countFact(about, count.rows, number), who: count.unit.name }));
}
