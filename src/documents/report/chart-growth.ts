import { isPercentMeasure } from "../../domain/attainment.js";
import { groupBy } from "../../domain/group-by.js";
import { type Exact, exact, formatFixed, formatNumber, HUNDRED, toFixed, ZERO } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import { capitalize } from "../../domain/upper-case.js";
import type { Block } from "../decree30/decree30.js";
import { insideSentence, unitInProse } from "../prose/words.js";
import { chartBlocks, LEAST_UNITS, MOST_UNITS } from "./chart.js";
import { describeExtremes } from "./chart-words.js";

/** "năm 2020", "năm 2019". */
export interface ComparedYears {
  now: string;
  before: string;
}

/** A row with both years as plain numbers. */
interface Compared {
  row: ProgressRow;
  actual: Exact;
  previous: Exact;
}

/**
 * This year against the one before: where three or more indicators can be added up over the units, each of them as a percentage of
 * the year before; else the one indicator most units have both years of, unit by unit.
 */
export function growthChart(rows: readonly ProgressRow[], years: ComparedYears): Block[] {
  const groups = [...groupBy(rows.flatMap(compare), ({ row }) => row.indicator.id).values()];
  const summed = groups.filter(isSummable);
  if (summed.length >= LEAST_UNITS && summed.length <= MOST_UNITS) return indicatorChart(summed, years);
  const most = groups.reduce<readonly Compared[]>((best, group) => (group.length > best.length ? group : best), []);
  return most.length < LEAST_UNITS || most.length > MOST_UNITS ? [] : unitChart(most, years);
}

function compare(row: ProgressRow): Compared[] {
  const { actual, previous } = row.result ?? {};
  if (typeof actual !== "string" || typeof previous !== "string") return [];
  return [{ row, actual: exact(actual), previous: exact(previous) }];
}

/** Only what the office marked as adding up, of one measure, and with a year before that is above zero. */
function isSummable(group: readonly Compared[]): boolean {
  const [first] = group;
  const measures = new Set(group.map(({ row }) => measureOf(row)));
  const { indicator } = first?.row ?? {};
  if (indicator?.additive !== true || indicator.direction === "pass" || measures.size > 1) return false;
  return (
    !isPercentMeasure([...measures][0] ?? null) &&
    sum(group, "previous").compare(ZERO) > 0 &&
    sum(group, "actual").compare(ZERO) >= 0
  );
}

function measureOf({ result, indicator }: ProgressRow): string | null {
  return result?.measure ?? indicator.measure;
}

function sum(group: readonly Compared[], which: "actual" | "previous"): Exact {
  return group.reduce((total, each) => total.add(each[which]), ZERO);
}

function indicatorChart(groups: readonly (readonly Compared[])[], { now, before }: ComparedYears): Block[] {
  const ratios = groups.map((group) => ({
    name: insideSentence(group[0]?.row.indicator.name ?? ""),
    value: sum(group, "actual").div(sum(group, "previous")).mul(HUNDRED),
  }));
  const write = (value: Exact) => `${formatFixed(value, 1)}%`;
  const drawn = ratios.filter(({ value }) => value.compare(MOST_DRAWN) <= 0);
  if (drawn.length < LEAST_UNITS) return [];
  const beyond = ratios.filter((ratio) => !drawn.includes(ratio));
  const title = `Kết quả ${now} so với ${before}`;
  return chartBlocks({
    title,
    categories: drawn.map(({ name }) => capitalize(name)),
    series: [
      { name: `${capitalize(now)} so với ${before} (%)`, values: drawn.map(({ value }) => Number(toFixed(value, 1))) },
    ],
    stacked: false,
    decimals: 1,
    measure: `${before} = 100%`,
    description: `Biểu đồ thanh ngang: kết quả ${now} bằng bao nhiêu phần trăm ${before}. ${describeExtremes("Các chỉ tiêu", ratios, write)}`,
    notes: [
      ...(groups.some((group) => group.length > 1) ? ["tính trên tổng của các đơn vị có số liệu cả hai năm."] : []),
      ...beyond.map(
        ({ name, value }) => `${capitalize(name)} bằng ${write(value)}, cao hơn hẳn các chỉ tiêu khác nên không vẽ.`,
      ),
    ],
  });
}
const MOST_DRAWN = exact(300);

function unitChart(group: readonly Compared[], { now, before }: ComparedYears): Block[] {
  const [first] = group;
  if (first === undefined) return [];
  const measure = measureOf(first.row) ?? "";
  const decimals = Math.min(
    2,
    Math.max(...group.flatMap(({ actual, previous }) => [actual, previous].map(decimalsOf))),
  );
  const indicator = insideSentence(first.row.indicator.name);
  const title = `${capitalize(indicator)} của các đơn vị ${now} so với ${before}`;
  const values = (which: "actual" | "previous") => group.map((each) => Number(toFixed(each[which], decimals)));
  const figures = (which: "actual" | "previous") =>
    group.map((each) => ({ name: unitInProse(each.row.unit), value: each[which] }));
  const write = (value: Exact) => [formatNumber(value), measure].filter(Boolean).join(" ");
  return chartBlocks({
    title,
    categories: group.map(({ row }) => capitalize(unitInProse(row.unit))),
    series: [
      { name: capitalize(before), values: values("previous") },
      { name: capitalize(now), values: values("actual") },
    ],
    stacked: false,
    decimals,
    measure,
    description: `Biểu đồ thanh ngang: ${insideSentence(title)}. ${describeExtremes(capitalize(now), figures("actual"), write)} ${describeExtremes(capitalize(before), figures("previous"), write)}`,
    notes: [],
  });
}

function decimalsOf(value: Exact): number {
  return (toFixed(value, 6).replace(/0+$/, "").split(".")[1] ?? "").length;
}
