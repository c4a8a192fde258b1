import type { Criterion, Rubric } from "./build-rubric.js";
import type { Direction } from "./indicator.js";
import { type Exact, formatNumber, roundHalfUp, ZERO } from "./number.js";
import type { GivenScore } from "./rubric.js";
import type { AssessedResult } from "./rules/rule.js";

/** What a rubric is applied to: one cluster of one year. Unit names are the keys throughout. */
export interface ScoringInput {
  rubric: Rubric;
  units: readonly string[];
  /** The unit's result for an indicator as the rubric names it; null when nothing was sent. */
  resultOf(unit: string, indicator: string): AssessedResult | null;
  directionOf(indicator: string): Direction;
  givenOf(unit: string, criterionCode: string): GivenScore;
  /** Decimals of a leaf's score (2 unless the rubric says otherwise). */
  decimals: number;
}

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
  given: GivenScore;
  explanation: string;
  problems: string[];
}

export interface UnitScore {
  unit: string;
  score: Exact;
  base: Exact;
  bonus: Exact;
  deduction: Exact;
  items: ItemScore[];
  /** What concerns the total as a whole, as Vietnamese clauses. */
  problems: string[];
}

/** Scores every unit by the rubric: leaves are rounded half-up before summing (design: scoring). */
export function scoreUnits(input: ScoringInput): UnitScore[] {
  return input.units.map((unit) => {
    const items = input.rubric.criteria.flatMap((criterion) =>
      criterion.leaf === null ? [] : [scoreItem(unit, criterion, criterion.leaf, input)],
    );
    return addUp(unit, items, input);
  });
}

function scoreItem(
  unit: string,
  criterion: Criterion,
  leaf: NonNullable<Criterion["leaf"]>,
  input: ScoringInput,
): ItemScore {
  const { indicator } = leaf;
  const result = indicator === null ? null : input.resultOf(unit, indicator);
  const given = input.givenOf(unit, criterion.code);
  if (result?.assigned === false) {
    const nothing = { score: null, base: null, bonus: ZERO, deduction: ZERO, attainmentPercent: null };
    return { criterion, ...nothing, assigned: false, given, explanation: "không được giao nhiệm vụ này", problems: [] };
  }
  const raw = leaf.rule.score({
    max: criterion.max,
    direction: indicator === null ? "higher" : input.directionOf(indicator),
    result,
    peers: indicator === null ? [] : input.units.flatMap((peer) => input.resultOf(peer, indicator) ?? []),
    given,
  });
  const problems = [...raw.problems];
  const bonus = limit(raw.bonus, criterion.bonusCap, "điểm thưởng", problems);
  const deduction = limit(raw.deduction, criterion.deductionCap, "điểm trừ", problems);
  const base = raw.base === null ? null : roundHalfUp(raw.base, input.decimals);
  const rounded = { bonus: roundHalfUp(bonus, input.decimals), deduction: roundHalfUp(deduction, input.decimals) };
  const score = base === null ? null : base.add(rounded.bonus).sub(rounded.deduction);
  const { explanation } = raw;
  const attainmentPercent = result?.attainmentPercent ?? null;
  return { criterion, attainmentPercent, score, base, ...rounded, assigned: true, given, explanation, problems };
}

function limit(points: Exact, cap: Exact | null, what: string, problems: string[]): Exact {
  if (cap === null || points.compare(cap) <= 0) return points;
  problems.push(`${what} ${formatNumber(points)} vượt trần ${formatNumber(cap)}, chỉ tính ${formatNumber(cap)}`);
  return cap;
}

function addUp(unit: string, items: ItemScore[], input: ScoringInput): UnitScore {
  const { maxScore } = input.rubric;
  const problems: string[] = [];
  const missing = items.filter((item) => item.assigned && item.score === null).length;
  if (missing > 0) problems.push(`${missing} tiêu chí chưa có điểm, đang tính là chưa được điểm nào`);
  let base = items.reduce((total, item) => total.add(item.base ?? ZERO), ZERO);
  const assignedMax = items.reduce((total, item) => (item.assigned ? total.add(item.criterion.max) : total), ZERO);
  // A unit not given every task is scored on the total it was given, brought to the scale of the others; what it
  // earned or lost besides has caps of its own and stays.
  if (!assignedMax.equals(maxScore) && !assignedMax.equals(ZERO)) {
    base = roundHalfUp(base.mul(maxScore).div(assignedMax), input.decimals);
    const assigned = `${formatNumber(assignedMax)}/${formatNumber(maxScore)} điểm`;
    problems.push(`chỉ được giao ${assigned}, điểm chấm quy về thang ${formatNumber(maxScore)}`);
  }
  const bonus = addCapped(items, input.rubric, "bonus", problems);
  const deduction = addCapped(items, input.rubric, "deduction", problems);
  return { unit, score: base.add(bonus).sub(deduction), base, bonus, deduction, items, problems };
}

const CAPPED = { bonus: ["bonusCap", "điểm thưởng"], deduction: ["deductionCap", "điểm trừ"] } as const;

/** Bonuses or deductions of all leaves, each parent's share limited to its own cap from the leaves upwards. */
function addCapped(items: readonly ItemScore[], rubric: Rubric, part: keyof typeof CAPPED, problems: string[]): Exact {
  const [cap, what] = CAPPED[part];
  const points = new Map(items.map((item) => [item.criterion, item[part]]));
  const settle = (parent: number | null): Exact =>
    rubric.criteria.reduce((sum, criterion, index) => {
      if (criterion.parent !== parent) return sum;
      if (criterion.leaf !== null) return sum.add(points.get(criterion) ?? ZERO);
      return sum.add(limit(settle(index), criterion[cap], `${criterion.code}: ${what}`, problems));
    }, ZERO);
  return settle(null);
}
