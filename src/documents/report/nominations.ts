import { awardPhrase } from "../../domain/awards.js";
import type { RankedUnit } from "../../domain/cluster-ranking.js";
import { groupBy } from "../../domain/group-by.js";
import { exact, formatFixed } from "../../domain/number.js";
import type { Period } from "../../domain/period.js";
import type { Proposal } from "../../domain/proposal.js";
import type { Fact } from "../prose/fact.js";
import { joinNames } from "../prose/join-names.js";
import type { ReportRanking } from "../prose/ranking-sentences.js";
import { makeSentence, type Sentence } from "../prose/sentence.js";
import { clusterWords } from "../prose/words.js";

/**
 * Whom the ranking puts first, as the one to acclaim (suy tôn). Equals are all named and left to the conference; a unit that a condition
 * keeps from the flag is told with its reason. null: nobody is ranked, or there is only one unit.
 */
export function describeLeader(cluster: string | null, ranking: ReportRanking, period: Period): Sentence | null {
  const placed = ranking.units.filter(({ rank }) => rank !== null);
  const leaders = placed.filter(({ rank }) => rank === 1);
  const [first] = leaders;
  if (first === undefined || placed.length < 2) return null;
  const name = clusterWords(cluster).full ?? "các đơn vị";
  const points = `${formatFixed(first.score, ranking.decimals)} điểm`;
  const facts = leaders.flatMap(factsOf);
  if (leaders.length > 1) {
    const names = joinNames(leaders.map(({ unit }) => ranking.nameOf(unit)));
    return makeSentence(
      `${names} cùng xếp thứ Nhất (${points}); đề nghị Hội nghị xem xét, suy tôn đơn vị dẫn đầu ${name} ${period.name}`,
      facts,
    );
  }
  const leader = ranking.nameOf(first.unit);
  const barred = first.gates.filter(({ effect }) => effect.kind === "no-flag").map(({ reason }) => reason);
  if (barred.length > 0) {
    const why = `không thuộc diện xét Cờ thi đua: ${barred.join("; ")}`;
    return makeSentence(`${leader} (${points}) xếp thứ Nhất ${name} ${period.name} nhưng ${why}`, facts);
  }
  return makeSentence(
    `căn cứ kết quả chấm điểm, xếp hạng, đề nghị suy tôn ${leader} (${points}) là đơn vị dẫn đầu ${name} ${period.name}`,
    facts,
  );
}

/**
 * "đề nghị tặng Cờ thi đua … cho A; đề nghị tặng Bằng khen cho B và C": what the cluster's rules propose, in their order. Equals are left to the
 * cluster; what something stands against is not told. null: nothing is proposed.
 */
export function describeProposals(
  cluster: string | null,
  ranking: ReportRanking,
  proposals: readonly Proposal[],
): Sentence | null {
  const open = proposals.filter(({ status }) => status !== "blocked");
  const clauses = [...groupBy(open, ({ kind, status }) => `${kind.id}|${status}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const award = awardPhrase({ ...first.kind, name: first.award, formerName: null }, null);
    const names = joinNames(group.map(({ unit }) => ranking.nameOf(unit)));
    if (first.status === "proposed") return [`đề nghị tặng ${award} cho ${names}`];
    const who = clusterWords(cluster).short ?? "Hội nghị";
    return [`${names} bằng điểm nhau nên việc đề nghị tặng ${award} do ${who} xem xét, quyết định`];
  });
  if (clauses.length === 0) return null;
  const told = new Set(open.map(({ unit }) => unit));
  const facts = ranking.units.filter(({ unit }) => told.has(unit)).flatMap(factsOf);
  return makeSentence(clauses.join("; "), facts);
}

function factsOf({ unit, score, rank }: RankedUnit): Fact[] {
  return [
    { who: unit, about: "hạng", what: "rank", figure: exact(rank ?? 0), measure: null, basis: [{ scoreOf: unit }] },
    { who: unit, about: "tổng điểm", what: "score", figure: score, measure: "điểm", basis: [{ scoreOf: unit }] },
  ];
}
