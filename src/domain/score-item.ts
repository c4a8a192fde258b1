import type { Gate } from "./gate.js";
import { type Exact, formatNumber, roundHalfUp, ZERO } from "./number.js";
import { compareRounds, type RoundDifference } from "./round-difference.js";
import { type GivenScore, ROUNDS, type Round } from "./rubric.js";
import type { Criterion, Leaf } from "./rubric-tree.js";
import { boundsOf, describeViolation, lastGiven, scoreGiven, withinBounds } from "./rules/given.js";
import { earnedScore } from "./rules/leaf-score.js";
import type { LeafInput, LeafScore } from "./rules/rule.js";

/** One leaf of one unit, rounded. */
export interface ItemScore {
  criterion: Criterion;
  attainmentPercent: Exact | null;
  /** null = unknown: it adds nothing to the total and `problems` says why. */
  score: Exact | null;
  base: Exact | null;
  bonus: Exact;
  deduction: Exact;
  /** The unit was not given this task: left out of its total and of its maximum. */
  assigned: boolean;
  /** false for an alternative that was not chosen: it adds nothing. */
  counted: boolean;
  given: GivenScore;
  /** The round whose score counts; null when it was worked out from data. */
  round: Round | null;
  explanation: string;
  problems: string[];
  /** What is right by the rubric and worth a look all the same: a bonus without a cap. */
  warnings: string[];
  differences: RoundDifference[];
  /** A condition that holds. */
  gate: Gate | null;
}

/** Scores a leaf by its rule, by what people gave where there are no data, within the caps of its row. */
export function scoreItem(criterion: Criterion, leaf: Leaf, input: LeafInput, decimals: number): ItemScore {
  const { result, given, room, max } = input;
  const nothing = { score: null, base: null, bonus: ZERO, deduction: ZERO, attainmentPercent: null };
  const facts = { criterion, given, counted: true, differences: compareRounds(given) };
  if (!(result ?? given).assigned) {
    const none = { assigned: false, round: null, problems: [], warnings: [], gate: null };
    return { ...facts, ...nothing, ...none, explanation: "không giao nhiệm vụ này" };
  }
  const raw = scoreLeaf(leaf, input);
  const problems = [...raw.problems, ...listViolations(input, raw.round ?? null)];
  const bonus = roundHalfUp(limit(raw.bonus, criterion.bonusCap, "điểm thưởng", problems), decimals);
  const deduction = roundHalfUp(limit(raw.deduction, criterion.deductionCap, "điểm trừ", problems), decimals);
  const base = raw.base === null ? null : roundHalfUp(raw.base, decimals);
  const score = base === null ? null : base.add(bonus).sub(deduction);
  const last = lastGiven(given);
  const warnings: string[] = [];
  if (leaf.unbounded && bonus.compare(ZERO) > 0) {
    warnings.push(`thưởng ${formatNumber(bonus)} điểm mà thang điểm không quy định trần`);
  }
  // A score people gave beside one worked out from data: the data count, and both are told.
  if (raw.round === undefined && last !== null && score !== null) {
    const counted = roundHalfUp(withinBounds(last.score, boundsOf(max, room)), decimals);
    if (!counted.equals(score)) {
      warnings.push(`điểm ${last.name} ${formatNumber(last.score)} khác điểm tính theo số liệu ${formatNumber(score)}`);
    }
  }
  return {
    ...facts,
    attainmentPercent: result?.attainmentPercent ?? null,
    ...{ score, base, bonus, deduction, problems, warnings },
    assigned: true,
    round: raw.round ?? null,
    explanation: raw.explanation,
    gate: raw.gate ?? null,
  };
}

/** By the rule; where the data for it are missing, by what people gave; a row of nothing but additions is 0 until somebody adds. */
function scoreLeaf(leaf: Leaf, input: LeafInput): LeafScore {
  const raw = leaf.rule.score(input);
  if (raw.base !== null) return raw;
  if (leaf.rule.source === "indicator") {
    const byPeople = scoreGiven(input);
    if (byPeople !== null) return { ...byPeople, explanation: `${raw.explanation}, lấy ${byPeople.explanation}` };
  } else if (input.max.equals(ZERO) && leaf.indicator === null && lastGiven(input.given) === null) {
    return earnedScore(ZERO, "không có điểm thưởng, điểm trừ nào được ghi");
  }
  return raw;
}

/** Rounds whose score goes beyond what the rubric allows; of the one that counts, what counts instead. */
function listViolations({ given, max, room }: LeafInput, counted: Round | null): string[] {
  return ROUNDS.flatMap(([round, name]) => {
    const score = given[round];
    const violation = score === null ? null : describeViolation(name, score, max, room);
    if (violation === null || score === null) return [];
    if (round !== counted) return [violation];
    return [`${violation}, chỉ tính ${formatNumber(withinBounds(score, boundsOf(max, room)))}`];
  });
}

/** The points within the cap; going beyond it is told. */
export function limit(points: Exact, cap: Exact | null, what: string, problems: string[]): Exact {
  if (cap === null || points.compare(cap) <= 0) return points;
  problems.push(`${what} ${formatNumber(points)} vượt trần ${formatNumber(cap)}, chỉ tính ${formatNumber(cap)}`);
  return cap;
}
