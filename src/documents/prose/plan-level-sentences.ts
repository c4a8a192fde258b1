import { computeAttainment } from "../../domain/attainment.js";
import { planField } from "../../domain/plan-level.js";
import type { ProgressRow } from "../../domain/progress.js";
import { decapitalize } from "../../domain/upper-case.js";
import { joinAnd } from "./count.js";
import type { Basis, Fact } from "./fact.js";
import { amountFact, growthDetails, growthFact, measureOf, percentFact } from "./facts.js";
import { writeAmounts, writePercents } from "./figures.js";
import { tellGrowthSince } from "./growth-wording.js";
import { describeAttainment } from "./indicator-sentences.js";
import { type IndicatorStanding, standIndicators } from "./indicator-standing.js";
import { wordingOf } from "./indicator-wording.js";
import { makeSentence, type Sentence } from "./sentence.js";
import { type ClusterWords, unitInProse } from "./words.js";

/** "chỉ tiêu tỉnh giao", "chỉ tiêu HĐND huyện giao", "kế hoạch" where its header names nobody who gave it. */
export function planInProse(level: string | undefined): string {
  if (level === undefined) return "kế hoạch";
  const words = level.replace(/^KH(?=\s)/u, "kế hoạch");
  const lower = /^\p{Lu}\p{Ll}/u.test(words) ? decapitalize(words) : words;
  return /^(kế hoạch|chỉ tiêu|nghị quyết)/iu.test(lower) ? lower : `chỉ tiêu ${lower}`;
}

/** The level of the plan that counts, where rows hold another beside it (practice §3.4, pattern 10); null: there is only one. */
export function mainPlan({ assigned }: IndicatorStanding): string | null {
  const row = assigned.find((each) => otherLevels(each).length > 0);
  return row === undefined ? null : planInProse(row.result?.planLevel);
}

/** How the units stand against each further plan their sheets hold. */
export function describeOtherPlans(standing: IndicatorStanding, cluster: ClusterWords): Sentence[] {
  const { assigned } = standing;
  const levels = [...new Set(assigned.flatMap(otherLevels))];
  return levels.flatMap((level) => {
    const rows = assigned.filter((row) => otherLevels(row).includes(level)).map((row) => againstPlan(row, level));
    const [other] = standIndicators(rows);
    const told = other === undefined ? null : describeAttainment(other, cluster, `theo ${planInProse(level)}, `);
    return told === null ? [] : [{ ...told, facts: told.facts.map((fact) => ofPlan(fact, level, assigned)) }];
  });
}

/**
 * A single unit against all its plans in one sentence: "huyện A thực hiện 580 ha, đạt 116% chỉ tiêu tỉnh giao và 105% chỉ tiêu HĐND
 * huyện giao"; null where it has one plan only, or no percentages of them.
 */
export function describeAllPlans(standing: IndicatorStanding): Sentence | null {
  const [row] = standing.assigned;
  const levels = row === undefined ? [] : otherLevels(row);
  if (row === undefined || standing.assigned.length > 1 || levels.length === 0) return null;
  const { actual, planLevel } = row.result ?? {};
  const others = levels.map((level) => ({ level, row: againstPlan(row, level) }));
  const percents = [row, ...others.map((other) => other.row)].flatMap(
    ({ attainmentPercent }) => attainmentPercent ?? [],
  );
  const isPercent = wordingOf(standing).told === "percent" && percents.length === others.length + 1;
  if (!isPercent || typeof actual !== "string") return null;
  const write = writePercents(percents);
  const names = [planLevel, ...levels].map(planInProse);
  const parts = joinAnd(percents.map((percent, index) => `${write(percent)} ${names[index]}`));
  const growth = row.growthPercent === null ? "" : `, ${tellGrowthSince(row, standing.measure)}`;
  const amount = writeAmounts([actual], standing.measure)(actual);
  const text = `${standing.indicator.name}: ${unitInProse(row.unit)} thực hiện ${amount}, đạt ${parts}${growth}`;
  return makeSentence(
    text,
    [
      amountFact(row, "actual"),
      percentFact(row),
      ...others.map((other) => ofPlan(percentFact(other.row), other.level, standing.assigned)),
    ],
    [growthFact(row), ...growthDetails(row)],
  );
}

function otherLevels({ result }: ProgressRow): string[] {
  // Of a plan that a person chose the sheet's own is not at hand to be set beside it.
  if (result === null || result.isOtherPlan === true || result.planned === null) return [];
  return Object.entries(result.otherPlans ?? {}).flatMap(([level, plan]) => (plan === null ? [] : [level]));
}

/** The row held against another plan of its own, without the year before, which has been told. */
function againstPlan(row: ProgressRow, level: string): ProgressRow {
  if (row.result === null) return row;
  const result = { ...row.result, planned: row.result.otherPlans?.[level] ?? null };
  const attainment = computeAttainment({ ...result, measure: measureOf(row) }, row.indicator.direction);
  return { ...row, result, ...attainment, growthPercent: null };
}

/** The fact with the cells of the sheet's own row, under the column of that plan. */
function ofPlan(fact: Fact, level: string, rows: readonly ProgressRow[]): Fact {
  const basis = fact.basis.map((each): Basis => {
    if (!("row" in each)) return each;
    const row = rows.find(({ unit }) => unit.id === each.row.unit.id) ?? each.row;
    return { row, fields: each.fields.map((field) => (field === "planned" ? planField(level) : field)) };
  });
  return { ...fact, basis };
}
