import type { Gate } from "./gate.js";
import type { Direction } from "./indicator.js";
import { nameKey } from "./name.js";
import { type NodeScore, settleScores } from "./node-score.js";
import { type Exact, formatNumber, roundHalfUp, ZERO } from "./number.js";
import { type GivenScore, ROUNDS } from "./rubric.js";
import type { Criterion, Rubric } from "./rubric-tree.js";
import type { AssessedResult, UnitFacts } from "./rules/rule.js";
import { type ItemScore, scoreItem } from "./score-item.js";

export type { ItemScore } from "./score-item.js";

/** What a rubric is applied to: one cluster of one year. Unit names are the keys throughout. */
export interface ScoringInput {
  rubric: Rubric;
  units: readonly string[];
  /** The unit's result for an indicator as the rubric names it; null when nothing was sent. */
  resultOf(unit: string, indicator: string): AssessedResult | null;
  directionOf(indicator: string): Direction;
  givenOf(unit: string, criterionCode: string): GivenScore;
  /** Awards of the year given to the unit itself. */
  awardsOf(unit: string): UnitFacts["awards"];
  /** Decimals of a leaf's score (2 unless the rubric says otherwise). */
  decimals: number;
}

/** A condition that holds for a unit, and the criterion that says so. */
export interface UnitGate extends Gate {
  criterion: Criterion;
}

export interface UnitScore {
  unit: string;
  score: Exact;
  base: Exact;
  bonus: Exact;
  deduction: Exact;
  items: ItemScore[];
  /** Points of every node, by index of the criterion. */
  nodes: NodeScore[];
  gates: UnitGate[];
  standing: UnitFacts["standing"];
  /** Sum of chấm chéo over all criteria; null when nobody gave any. */
  crossScore: Exact | null;
  /** What concerns the total as a whole, as Vietnamese clauses. */
  problems: string[];
}

/** Scores every unit by the rubric: leaves are rounded half-up before summing (design: scoring). */
export function scoreUnits(input: ScoringInput): UnitScore[] {
  const peers = new Map<string | null, AssessedResult[]>([[null, []]]);
  for (const { leaf } of input.rubric.criteria) {
    const indicator = leaf?.indicator ?? null;
    if (indicator === null || peers.has(indicator)) continue;
    peers.set(
      indicator,
      input.units.flatMap((unit) => input.resultOf(unit, indicator) ?? []),
    );
  }
  return input.units.map((unit) => scoreUnit(unit, input, (indicator) => peers.get(indicator) ?? []));
}

function scoreUnit(
  unit: string,
  input: ScoringInput,
  peersOf: (indicator: string | null) => readonly AssessedResult[],
): UnitScore {
  const { rubric, decimals } = input;
  const facts = gatherFacts(unit, input);
  const items = rubric.criteria.flatMap((criterion) => {
    const { leaf, max } = criterion;
    if (leaf === null) return [];
    const { indicator, room } = leaf;
    const result = indicator === null ? null : input.resultOf(unit, indicator);
    const direction = indicator === null ? "higher" : input.directionOf(indicator);
    const peers = peersOf(indicator);
    const given = input.givenOf(unit, criterion.code);
    return [scoreItem(criterion, leaf, { max, direction, result, peers, given, room, facts }, decimals)];
  });
  const settled = settleScores(rubric, items);
  const problems: string[] = [];
  const missing = settled.items.filter((item) => item.counted && item.assigned && item.score === null).length;
  if (missing > 0) problems.push(`${missing} tiêu chí chưa có điểm, đang tính là chưa được điểm nào`);
  const { bonus, deduction } = settled.whole;
  const base = scaleBase(settled.whole, rubric, decimals, problems);
  const cross = settled.items.flatMap(({ given }) => given.cross ?? []);
  return {
    unit,
    score: base.add(bonus).sub(deduction),
    ...{ base, bonus, deduction },
    items: settled.items,
    nodes: settled.nodes,
    gates: settled.items.flatMap(({ gate, criterion }) => (gate === null ? [] : [{ ...gate, criterion }])),
    standing: facts.standing,
    crossScore: cross.length === 0 ? null : cross.reduce((sum, score) => sum.add(score), ZERO),
    problems: [...problems, ...settled.problems],
  };
}

/** A unit not given every task is scored on the total it was given, brought to the scale of the others; what it earned or lost besides has caps of its own and stays. */
function scaleBase(
  { base, assignedMax }: NodeScore,
  { maxScore }: Rubric,
  decimals: number,
  problems: string[],
): Exact {
  if (assignedMax.equals(maxScore)) return base;
  if (assignedMax.equals(ZERO)) {
    problems.push("không được giao nhiệm vụ nào có điểm");
    return base;
  }
  const assigned = `${formatNumber(assignedMax)}/${formatNumber(maxScore)} điểm`;
  problems.push(`chỉ được giao ${assigned}, điểm chấm quy về thang ${formatNumber(maxScore)}`);
  return roundHalfUp(base.mul(maxScore).div(assignedMax), decimals);
}

function gatherFacts(unit: string, input: ScoringInput): UnitFacts {
  const { criteria } = input.rubric;
  const indicators = new Map(
    criteria.flatMap(({ leaf }) => (leaf?.indicator == null ? [] : [[nameKey(leaf.indicator), leaf.indicator]])),
  );
  const standing = { met: 0, missed: 0, unknown: 0 };
  for (const indicator of indicators.values()) {
    const result = input.resultOf(unit, indicator);
    if (result === null || result.unknown === "no-actual") standing.unknown++;
    else if (result.status === "missed") standing.missed++;
    else if (result.status !== "unknown") standing.met++;
  }
  const given = criteria.map(({ code }) => input.givenOf(unit, code));
  const rounds = ROUNDS.map(([round]) => round).filter((round) => given.some((one) => one[round] !== null));
  return {
    resultOf: (indicator) => input.resultOf(unit, indicator),
    awards: input.awardsOf(unit),
    rounds: new Set(rounds),
    standing,
  };
}
