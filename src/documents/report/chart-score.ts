import { type Exact, formatFixed, formatNumber, toFixed, ZERO } from "../../domain/number.js";
import { capitalize } from "../../domain/upper-case.js";
import type { Block } from "../decree30/decree30.js";
import { chartBlocks, LEAST_UNITS, MOST_SERIES, MOST_UNITS } from "./chart.js";
import { describeExtremes } from "./chart-words.js";
import type { ScoredRanking } from "./score-tables.js";

interface Part {
  name: string;
  points: Exact[];
}

/** The units' totals, best first, made up of the groups of the rubric with what was added and taken; one bar each where there are too many groups. */
export function scoreChart(ranking: ScoredRanking): Block[] {
  const { units, decimals, nameOf } = ranking;
  if (units.length < LEAST_UNITS || units.length > MOST_UNITS) return [];
  const parts = partsOf(ranking);
  const shown = parts.length <= MOST_SERIES ? parts : [{ name: "Tổng điểm", points: units.map(({ score }) => score) }];
  const stacked = shown.length > 1;
  const title = stacked ? "Điểm của các đơn vị theo nhóm tiêu chí" : "Tổng điểm của các đơn vị";
  const totals = units.map(({ unit, score }) => ({ name: nameOf(unit), value: score }));
  const total = describeExtremes("Tổng điểm", totals, (value) => formatFixed(value, decimals));
  return chartBlocks({
    title,
    categories: units.map(({ unit, score, rank }) => {
      const place = rank === null ? "" : `${rank}. `;
      return `${place}${capitalize(nameOf(unit))}${stacked ? ` (${formatFixed(score, decimals)})` : ""}`;
    }),
    series: shown.map(({ name, points }) => ({
      name,
      values: points.map((value) => (value.equals(ZERO) ? null : Number(toFixed(value, decimals)))),
    })),
    stacked,
    decimals,
    measure: "điểm",
    description: `Biểu đồ thanh ngang${stacked ? " xếp chồng" : ""}: ${title.charAt(0).toLowerCase()}${title.slice(1)}, thang ${formatNumber(ranking.tree.maxScore)} điểm. ${total}`,
    notes: stacked ? ["số trong ngoặc sau tên đơn vị là tổng điểm."] : [],
  });
}

/** What the totals are made of: they add up to the score of each unit. */
function partsOf({ tree, units }: ScoredRanking): Part[] {
  const groups = groupIndexes(tree.criteria.map(({ parent }) => parent));
  const pointsOf = (index: number) => units.map(({ nodes }) => nodes[index]?.base ?? ZERO);
  const parts = groups.map((index) => ({ name: tree.criteria[index]?.name ?? "", points: pointsOf(index) }));
  const grouped = (place: number) => parts.reduce((sum, { points }) => sum.add(points[place] ?? ZERO), ZERO);
  return [
    ...parts,
    // A unit that was not given every task is brought to the scale of the others.
    { name: "Quy đổi do không giao đủ nhiệm vụ", points: units.map(({ base }, place) => base.sub(grouped(place))) },
    { name: "Điểm thưởng", points: units.map(({ bonus }) => bonus) },
    { name: "Điểm trừ", points: units.map(({ deduction }) => deduction.neg()) },
  ].filter(({ points }) => points.some((value) => !value.equals(ZERO)));
}

/** The roots; the children of the only one where a rubric begins with its whole. */
function groupIndexes(parents: readonly (number | null)[]): number[] {
  const under = (parent: number | null) => parents.flatMap((each, index) => (each === parent ? [index] : []));
  const roots = under(null);
  const children = roots.length === 1 ? under(roots[0] ?? null) : [];
  return children.length > 0 ? children : roots;
}
