import { computeAttainment } from "../../domain/attainment.js";
import { planField } from "../../domain/plan-level.js";
import type { ProgressRow } from "../../domain/progress.js";
import { decapitalize } from "../../domain/upper-case.js";
import { measureOf } from "./facts.js";
import { describeAttainment } from "./indicator-sentences.js";
import { type IndicatorStanding, standIndicators } from "./indicator-standing.js";
import type { Basis, Sentence } from "./sentence.js";
import type { ClusterWords } from "./words.js";

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
  const { assigned, indicator } = standing;
  const levels = [...new Set(assigned.flatMap(otherLevels))];
  return levels.flatMap((level) => {
    const rows = assigned.filter((row) => otherLevels(row).includes(level)).map((row) => againstPlan(row, level));
    const [other] = standIndicators(rows);
    const of = assigned.length === 1 ? `${indicator.name} theo` : "theo";
    const told = other === undefined ? null : describeAttainment(other, cluster, `${of} ${planInProse(level)}, `);
    return told === null
      ? []
      : [{ ...told, facts: told.facts.map((fact) => ({ ...fact, basis: fact.basis.map(restore(level, assigned)) })) }];
  });
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

/** A fact's cells are those of the sheet's own row, under the column of that plan. */
function restore(level: string, rows: readonly ProgressRow[]): (basis: Basis) => Basis {
  return (basis) => {
    if (!("row" in basis)) return basis;
    const row = rows.find(({ unit }) => unit.id === basis.row.unit.id) ?? basis.row;
    return { row, fields: basis.fields.map((field) => (field === "planned" ? planField(level) : field)) };
  };
}
