import { groupBy } from "../../domain/group-by.js";
import { type Exact, exact, formatFixed, toFixed } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import type { UnitOfYear } from "../../domain/unit.js";
import { capitalize } from "../../domain/upper-case.js";
import type { Block } from "../decree30/decree30.js";
import { placesOfPercents } from "../prose/figures.js";
import { joinNames } from "../prose/join-names.js";
import { insideSentence, unitInProse } from "../prose/words.js";
import { chartBlocks, LEAST_UNITS, MOST_UNITS } from "./chart.js";
import { describeExtremes } from "./chart-words.js";

/** Indicators whose percentages stand side by side; with more of them the chart counts how many were met. */
const MOST_INDICATORS = 3;
const MOST_BARS = 45;

/**
 * How the units met their plans: the percentages where there are few indicators, else how many indicators each unit exceeded,
 * met and missed. Nothing where a line of text says it.
 */
export function attainmentChart(rows: readonly ProgressRow[], plan: string | null): Block[] {
  const units = [...new Map(rows.map(({ unit }) => [unit.id, unit])).values()];
  if (units.length < LEAST_UNITS || units.length > MOST_UNITS) return [];
  const groups = [...groupBy(rows, ({ indicator }) => indicator.id).values()];
  const drawn = groups.filter(isDrawn);
  if (drawn.length === 0) return [];
  const few = groups.length <= MOST_INDICATORS && drawn.length * units.length <= MOST_BARS;
  return few ? percentChart(drawn, units, plan) : countChart(rows, units);
}

/** Đạt/không đạt is no percentage to draw; and two bars are no picture. */
function isDrawn(group: readonly ProgressRow[]): boolean {
  const percents = group.filter(({ attainmentPercent }) => attainmentPercent !== null);
  return group[0]?.indicator.direction !== "pass" && percents.length >= LEAST_UNITS;
}

function percentChart(
  groups: readonly (readonly ProgressRow[])[],
  units: readonly UnitOfYear[],
  plan: string | null,
): Block[] {
  const values = groups.flat().flatMap(({ attainmentPercent }) => attainmentPercent ?? []);
  const most = largestDrawn(values);
  const decimals = placesOfPercents(values, 1);
  const nameOf = (row: ProgressRow) =>
    (groups.length === 1 ? "" : `${insideSentence(row.indicator.name)} của `) + unitInProse(row.unit);
  const beyond = groups
    .flat()
    .filter((row) => row.attainmentPercent !== null && row.attainmentPercent.compare(most) > 0);
  const without = groups.flat().filter((row) => row.attainmentPercent === null);
  const series = groups.map((group) => ({
    name: group[0]?.indicator.name ?? "",
    values: units.map(({ id }) => {
      const percent = group.find(({ unit }) => unit.id === id)?.attainmentPercent ?? null;
      return percent === null || percent.compare(most) > 0 ? null : Number(toFixed(percent, decimals));
    }),
  }));
  const one = groups.length === 1 ? ` chỉ tiêu ${insideSentence(series[0]?.name ?? "")}` : "";
  const title = `Tỷ lệ thực hiện kế hoạch${one} của các đơn vị`;
  return chartBlocks({
    title,
    categories: units.map((unit) => capitalize(unitInProse(unit))),
    series,
    stacked: false,
    decimals,
    measure: plan === null ? "% kế hoạch" : `% kế hoạch ${plan}`,
    description: `Biểu đồ thanh ngang: ${insideSentence(title)}. ${groups
      .map((group) =>
        describeExtremes(
          group[0]?.indicator.name ?? "",
          group.flatMap(({ unit, attainmentPercent }) => {
            return attainmentPercent === null ? [] : [{ name: unitInProse(unit), value: attainmentPercent }];
          }),
          (value) => `${formatFixed(value, decimals)}%`,
        ),
      )
      .join(" ")}`,
    notes: [
      ...beyond.map(
        (row) =>
          `${capitalize(nameOf(row))} đạt ${formatFixed(row.attainmentPercent ?? exact(0), decimals)}%, cao hơn hẳn các đơn vị khác nên không vẽ.`,
      ),
      ...(without.length === 0 ? [] : [`Không có tỷ lệ để vẽ: ${joinNames(without.map(nameOf))}.`]),
    ],
  });
}

/** A figure several times the middle one would make all other bars too short to compare. */
function largestDrawn(values: readonly Exact[]): Exact {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const beyond = (sorted[Math.floor(sorted.length / 2)] ?? exact(0)).mul(3);
  return beyond.compare(LEAST_OUTLIER) > 0 ? beyond : LEAST_OUTLIER;
}
const LEAST_OUTLIER = exact(250);

const STANDINGS = [
  ["exceeded", "Vượt kế hoạch"],
  ["met", "Đạt kế hoạch"],
  ["missed", "Chưa đạt kế hoạch"],
  ["unknown", "Chưa đánh giá được"],
] as const;

function countChart(rows: readonly ProgressRow[], units: readonly UnitOfYear[]): Block[] {
  const assigned = rows.filter(({ unknown }) => unknown !== "not-assigned");
  const count = (unit: UnitOfYear, status: ProgressRow["status"]) =>
    assigned.filter((row) => row.unit.id === unit.id && row.status === status).length;
  const series = STANDINGS.map(([status, name]) => ({
    name,
    values: units.map((unit) => count(unit, status) || null),
  })).filter(({ values }) => values.some((value) => value !== null));
  const reached = units.map((unit) => ({
    name: unitInProse(unit),
    value: exact(count(unit, "exceeded") + count(unit, "met")),
  }));
  const title = "Số chỉ tiêu vượt, đạt và chưa đạt kế hoạch của từng đơn vị";
  return chartBlocks({
    title,
    categories: units.map((unit) => capitalize(unitInProse(unit))),
    series,
    stacked: true,
    decimals: 0,
    measure: "",
    description: `Biểu đồ thanh ngang xếp chồng: ${insideSentence(title)}. ${describeExtremes("Số chỉ tiêu đạt và vượt", reached, (value) => formatFixed(value, 0))}`,
    notes: [],
  });
}
