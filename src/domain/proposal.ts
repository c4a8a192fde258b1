import { decidersOn, kindSourceOn } from "./authority.js";
import type { Award } from "./award.js";
import { type AwardKind, awardKind, awardName, isGivenOn } from "./awards.js";
import type { RankedUnit } from "./cluster-ranking.js";
import { describeEffect } from "./gate.js";
import { percentOf } from "./improvement.js";
import type { Law } from "./law/law.js";
import { describeRequirement, requirementsOn } from "./law/requirements.js";
import type { Source } from "./law/source.js";
import { type Exact, formatFixed, formatNumber } from "./number.js";
import { type ProposalRule, rulesFor } from "./proposal-rule.js";

/** proposed; tied: equals share the place, the cluster decides; blocked: something stands against it. */
export type ProposalStatus = "proposed" | "tied" | "blocked";

/** An award a rule proposes for a unit. The council decides. */
export interface Proposal {
  cluster: string | null;
  unit: string;
  rank: number;
  score: Exact;
  status: ProposalStatus;
  kind: AwardKind;
  /** The award's name on the day. */
  award: string;
  /** A Vietnamese sentence with the figures, fit for the column Thành tích. */
  reason: string;
  rule: ProposalRule;
  /** Where the award is laid down; the rule itself is the cluster's. */
  law: Source;
  decidedBy: string;
  /** Vietnamese clauses: what stands against it, and what to look at before it goes further. */
  blocks: string[];
  cautions: string[];
}

/** A unit no rule proposes though it stands in the cluster, since conditions keep it out of the ranking. */
export interface LeftOut {
  cluster: string | null;
  unit: string;
  /** Vietnamese clause. */
  reason: string;
}

/** A cluster as proposals look at it. */
export interface ProposalCluster {
  cluster: string | null;
  units: readonly RankedUnit[];
  maxScore: Exact;
  decimals: number;
  /** Ranks of last year by unit; null: not known. */
  before: ReadonlyMap<string, number> | null;
  /** Awards the unit itself has in lists of this year and earlier ones. */
  awardsOf(unit: string): readonly { year: number; award: Award }[];
}

interface Question {
  year: number;
  /** YYYY-MM-DD, the day whose law counts. */
  date: string;
  law: Law;
  rules: readonly ProposalRule[];
}

/** What the rules propose for a cluster, in the order of its ranking: for each unit the first rule that fits. */
export function proposeAwards(
  cluster: ProposalCluster,
  question: Question,
): { proposals: Proposal[]; leftOut: LeftOut[] } {
  const rules = rulesFor(cluster.cluster, question.rules);
  const proposals = cluster.units.flatMap((unit): Proposal[] => {
    for (const rule of rules) {
      const fit = unit.rank === null ? null : fits(rule, unit, unit.rank, cluster);
      if (fit !== null && unit.rank !== null) return makeProposal(unit, unit.rank, rule, fit, cluster, question);
    }
    return [];
  });
  const leftOut = cluster.units
    .filter(({ rank }) => rank === null)
    .map(({ unit, gates }) => {
      const out = gates.filter(({ effect }) => effect.kind === "unranked");
      const why = out.map(({ effect, reason }) => `${describeEffect(effect)} vì ${reason}`).join("; ");
      return { cluster: cluster.cluster, unit, reason: why === "" ? "không xếp hạng" : why };
    });
  return { proposals, leftOut };
}

/** "tied": some of those with its score have a place in the rule, and not all. */
function fits(
  { condition }: ProposalRule,
  { unit, score, tiedWith }: RankedUnit,
  rank: number,
  { before, maxScore }: ProposalCluster,
): "whole" | "tied" | null {
  if (condition.kind === "score") {
    const reached = condition.isPercent ? percentOf(score, maxScore) : score;
    return reached.compare(condition.least) >= 0 ? "whole" : null;
  }
  if (condition.kind === "climb") {
    const last = before?.get(unit) ?? null;
    return last !== null && last - rank >= condition.places ? "whole" : null;
  }
  const end = rank + tiedWith.length;
  if (end < condition.from || rank > condition.to) return null;
  return rank >= condition.from && end <= condition.to ? "whole" : "tied";
}

function makeProposal(
  unit: RankedUnit,
  rank: number,
  rule: ProposalRule,
  fit: "whole" | "tied",
  cluster: ProposalCluster,
  { year, date, law }: Question,
): Proposal[] {
  const kind = awardKind(rule.awardId, law.kinds);
  if (kind === null) return [];
  const award = awardName(kind, date);
  const known = cluster.awardsOf(unit.unit).filter((past) => past.award.awardId === kind.id);
  const blocks = findBlocks(unit, rule, kind, cluster, { date, known: known.filter((past) => past.year === year) });
  const ties = fit === "tied" ? [`bằng điểm ${unit.tiedWith.join(", ")}: cụm, khối quyết định`] : [];
  return [
    {
      ...{ cluster: cluster.cluster, unit: unit.unit, rank, score: unit.score, kind, award, rule, blocks },
      status: blocks.length > 0 ? "blocked" : fit === "tied" ? "tied" : "proposed",
      reason: describeReason(unit, rank, rule, cluster, year),
      law: kindSourceOn(kind, date),
      decidedBy: decidersOn(kind, date, law).text,
      cautions: [...ties, ...findGaps(unit, cluster), ...describeKnown(known, year), ...listVotes(kind, date, law)],
    },
  ];
}

/** Cờ thi đua of any giver, which a condition "không xét Cờ" is about. */
function isFlag({ id }: AwardKind): boolean {
  return id.startsWith("co-thi-dua");
}

function findBlocks(
  { gates }: RankedUnit,
  { condition }: ProposalRule,
  kind: AwardKind,
  { units }: ProposalCluster,
  { date, known }: { date: string; known: readonly { award: Award }[] },
): string[] {
  const placed = units.filter(({ rank }) => rank !== null).length;
  const decided = known.find(({ award }) => award.decisionNumber !== null || award.decisionDate !== null);
  const barred = isFlag(kind) ? gates.filter(({ effect }) => effect.kind === "no-flag") : [];
  return [
    ...barred.map(({ effect, reason }) => `${describeEffect(effect)} vì ${reason}`),
    ...(condition.kind === "rank" && placed < 2 ? ["chỉ có một đơn vị được xếp hạng nên không có gì để so"] : []),
    ...(decided === undefined ? [] : [`đã được tặng trong năm (${describeDecision(decided.award)})`]),
    ...(isGivenOn(kind, date) ? [] : [`${kind.name} không có vào ngày này`]),
  ];
}

function describeDecision({ decisionNumber, decisionDate }: Award): string {
  return decisionNumber === null ? `quyết định ngày ${decisionDate}` : `quyết định số ${decisionNumber}`;
}

/** Points that are still to come, of the unit or of others, could change the place. */
function findGaps({ unit }: RankedUnit, { units }: ProposalCluster): string[] {
  const open = (one: RankedUnit) => one.items.filter((item) => item.counted && item.problems.length > 0).length;
  const own = units.find((one) => one.unit === unit);
  const others = units.filter((one) => one.unit !== unit && open(one) > 0).map((one) => one.unit);
  const ownOpen = own === undefined ? 0 : open(own);
  return [
    ...(ownOpen === 0 ? [] : [`còn ${ownOpen} tiêu chí chưa đủ số liệu hoặc điểm`]),
    ...(others.length === 0 ? [] : [`hạng có thể đổi: còn thiếu số liệu hoặc điểm của ${others.join(", ")}`]),
  ];
}

function describeKnown(known: readonly { year: number; award: Award }[], year: number): string[] {
  const earlier = [...new Set(known.filter((past) => past.year < year).map((past) => past.year))];
  const isListed = known.some((past) => past.year === year && past.award.decisionNumber === null);
  return [
    ...(earlier.length === 0 ? [] : [`đã được ghi nhận hình thức này năm ${earlier.join(", ")}`]),
    ...(isListed ? ["đã có trong danh sách khen thưởng của năm"] : []),
  ];
}

function listVotes(kind: AwardKind, date: string, law: Law): string[] {
  return requirementsOn(date, law.requirements)
    .filter((one) => one.award === kind.id && one.kind === "votes")
    .map((one) => `phải bỏ phiếu: ${describeRequirement(one)}`);
}

function describeReason(
  { unit, score, tiedWith }: RankedUnit,
  rank: number,
  { condition }: ProposalRule,
  { cluster, units, maxScore, decimals, before }: ProposalCluster,
  year: number,
): string {
  const placed = units.filter((one) => one.rank !== null).length;
  const where = cluster === null ? "" : ` ${cluster}`;
  const place = `${tiedWith.length > 0 ? "Cùng xếp" : "Xếp"} hạng ${rank}/${placed}${where} năm ${year}`;
  const percent = formatNumber(percentOf(score, maxScore));
  const points = `đạt ${formatFixed(score, decimals)}/${formatNumber(maxScore)} điểm (${percent}%)`;
  const last = before?.get(unit) ?? null;
  const climb =
    condition.kind === "climb" && last !== null
      ? `; tăng ${last - rank} hạng so với năm ${year - 1} (hạng ${last})`
      : "";
  return `${place}, ${points}${climb}`;
}
