import type { MeasuredField } from "../../domain/indicator.js";
import { type Exact, exact, HUNDRED } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import type { Basis, Fact } from "./fact.js";

/** That this row's figure is so many percent of its plan. */
export function percentFact(row: ProgressRow): Fact {
  return { ...told(row, "%", ["planned", "actual"]), what: "attainmentPercent", figure: row.attainmentPercent };
}

/** How the row stands against its plan: by percentage, or by the two figures where it has none. */
export function attainmentFacts(row: ProgressRow): Fact[] {
  return row.attainmentPercent === null ? [amountFact(row, "actual"), amountFact(row, "planned")] : [percentFact(row)];
}

/** A figure as its cell has it. */
export function amountFact(row: ProgressRow, field: MeasuredField): Fact {
  return { ...told(row, measureOf(row), [field]), what: field, figure: row.result?.[field] ?? null };
}

/** That nothing can be said of this row, whatever its cells hold. */
export function missingFact(row: ProgressRow): Fact {
  const fact = told(row, measureOf(row), ["planned", "actual"]);
  return { ...fact, what: "missing", figure: row.result?.actual ?? null };
}

/** The cause its sheet gives. */
export function reasonFact(row: ProgressRow): Fact {
  return { ...told(row, null, ["reason"]), what: "reason", figure: row.result?.reason ?? null };
}

/** The change since the year before. */
export function growthFact(row: ProgressRow): Fact {
  return { ...told(row, "%", ["actual", "previous"]), what: "growthPercent", figure: row.growthPercent };
}

/** What the words of a change may give besides its percentage: times, percent of the year before, and the two figures. */
export function growthDetails(row: ProgressRow): Fact[] {
  const { actual, previous } = row.result ?? {};
  const amounts = [amountFact(row, "previous"), amountFact(row, "actual")];
  if (typeof actual !== "string" || typeof previous !== "string" || exact(previous).equals(exact(0))) return amounts;
  const times = exact(actual).div(exact(previous));
  const fact = told(row, "lần", ["actual", "previous"]);
  return [...amounts, { ...fact, what: "growthTimes", figure: times }];
}

/** "06 đơn vị", of these rows; `count` where it is not of the rows themselves. */
export function countFact(about: string, rows: readonly ProgressRow[], count: number = rows.length): Fact {
  return { who: null, about, what: "count", figure: exact(count), measure: null, basis: basisOf(rows) };
}

/** The ten-step that these rows are past. */
export function thresholdFact(rows: readonly ProgressRow[], step: Exact): Fact {
  const about = rows[0]?.indicator.name ?? "";
  return { who: null, about, what: "threshold", figure: step, measure: "%", basis: basisOf(rows) };
}

/** A percentage that is part of a whole: 3 of 4 is 75%. */
export function shareFact(about: string, part: number, whole: number, basis: readonly Basis[]): Fact {
  const figure = exact(part).div(whole).mul(HUNDRED);
  return { who: null, about, what: "share", figure, measure: "%", basis };
}

/** The year a report is of. */
export function yearFact(year: number): Fact {
  return { who: null, about: "năm báo cáo", what: "year", figure: exact(year), measure: null, basis: [] };
}

/** The plan and result of each row. */
export function basisOf(
  rows: readonly ProgressRow[],
  fields: readonly MeasuredField[] = ["planned", "actual"],
): Basis[] {
  return rows.filter(({ result }) => result !== null).map((row) => ({ row, fields }));
}

/** "ha": the row's own measure, else its indicator's. */
export function measureOf({ result, indicator }: Pick<ProgressRow, "result" | "indicator">): string | null {
  return result?.measure ?? indicator.measure;
}

function told(row: ProgressRow, measure: string | null, fields: readonly (MeasuredField | "reason")[]) {
  const basis = row.result === null ? [] : [{ row, fields }];
  return { who: row.unit.name, about: row.indicator.name, measure, basis };
}
