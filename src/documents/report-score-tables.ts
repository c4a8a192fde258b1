import { type Criterion, isUnder, type Rubric } from "../domain/build-rubric.js";
import type { RankedUnit } from "../domain/cluster-ranking.js";
import { groupBy } from "../domain/group-by.js";
import { type Exact, formatFixed, formatNumber, ZERO } from "../domain/number.js";
import { capitalize } from "../domain/upper-case.js";
import type { Block } from "./decree30.js";
import { type Column, type TableLine, tableCaption, tableNote } from "./decree30-table.js";
import { joinNames } from "./prose/join-names.js";
import type { ReportRanking } from "./prose/ranking-sentences.js";
import { evenColumns, splitEvenly } from "./report-columns.js";
import { cleanTable } from "./report-text.js";

/** What the score tables need besides the prose: the rubric's tree. */
export interface ScoredRanking extends ReportRanking {
  tree: Rubric;
}

/** Criteria side by side on an upright page. */
const MOST_CRITERIA = 6;
/** Units side by side in the appendix, each column wide enough for "1.000,00". */
const MOST_UNITS = 6;
const UNIT_WIDTH = 870;

/** Scores with ranks, best first: the leaves when they fit, else the deepest level of the rubric that does. */
export function scoreTable(ranking: ScoredRanking): Block[] {
  const shown = chooseLevel(ranking.tree);
  const lines = ranking.units.map((unit): TableLine => {
    const points = shown.map((index) => pointsUnder(ranking.tree, index, unit, ranking.decimals));
    const name = capitalize(ranking.nameOf(unit.unit));
    return {
      cells: [unit.rank === null ? "–" : String(unit.rank), name, ...points, formatFixed(unit.score, ranking.decimals)],
    };
  });
  const columns: Column[] = [
    { title: "Hạng", align: "center", width: 820 },
    { title: "Đơn vị" },
    ...evenColumns(
      [...shown.map((index) => titleOf(ranking.tree, index)), `Tổng điểm (${formatNumber(ranking.tree.maxScore)})`],
      lines,
    ),
  ];
  return [
    tableCaption("Bảng điểm và xếp hạng"),
    cleanTable(columns, lines),
    ...totalNotes(ranking).map((note) => tableNote(note)),
  ];
}

/** Every leaf of the rubric for every unit; empty when the table in the text shows them all. */
export function scoreAppendix(ranking: ScoredRanking): Block[] {
  const leaves = indexesOf(ranking.tree, ({ leaf }) => leaf !== null);
  if (leaves.length <= MOST_CRITERIA) return [];
  const parts = splitEvenly(ranking.units, MOST_UNITS);
  return parts.flatMap((units, index) => [
    ...(parts.length === 1 ? [] : [tableCaption(`Phần ${index + 1}/${parts.length}`)]),
    cleanTable(
      [
        { title: "Mã", width: 680 },
        { title: "Tiêu chí" },
        { title: "Tối đa", align: "right", width: 720 },
        ...units.map(
          (unit): Column => ({ title: capitalize(ranking.nameOf(unit.unit)), align: "right", width: UNIT_WIDTH }),
        ),
      ],
      criterionLines(ranking, units),
      { size: 11 },
    ),
  ]);
}

function criterionLines({ tree, decimals }: ScoredRanking, units: readonly RankedUnit[]): TableLine[] {
  const lines = tree.criteria.map(({ code, name, max, leaf }, index): TableLine => {
    const points = units.map((unit) => pointsUnder(tree, index, unit, decimals));
    return { cells: [code, name, formatNumber(max), ...points], bold: leaf === null };
  });
  const totals = units.map((unit) => formatFixed(unit.score, decimals));
  return [...lines, { cells: ["", "Tổng điểm", formatNumber(tree.maxScore), ...totals], bold: true }];
}

function chooseLevel(tree: Rubric): number[] {
  const leaves = indexesOf(tree, ({ leaf }) => leaf !== null);
  if (leaves.length <= MOST_CRITERIA) return leaves;
  let best: number[] = [];
  for (let level = indexesOf(tree, ({ parent }) => parent === null); level.length <= MOST_CRITERIA; ) {
    best = level;
    const below = level.flatMap((index) => {
      const children = indexesOf(tree, ({ parent }) => parent === index);
      return children.length === 0 ? [index] : children;
    });
    if (below.length === level.length && below.every((index, place) => index === level[place])) break;
    level = below;
  }
  return best;
}

function indexesOf(tree: Rubric, test: (criterion: Criterion) => boolean): number[] {
  return tree.criteria.flatMap((criterion, index) => (test(criterion) ? [index] : []));
}

function titleOf(tree: Rubric, index: number): string {
  const criterion = tree.criteria[index];
  return criterion === undefined ? "" : `${criterion.name} (${formatNumber(criterion.max)})`;
}

/** Points of the leaves at or under a criterion: "x" when none was assigned, "–" when another alternative counts, "…" when none is known. */
function pointsUnder(tree: Rubric, index: number, unit: RankedUnit, decimals: number): string {
  const items = unit.items.filter((item) => isUnder(tree, tree.criteria.indexOf(item.criterion), index));
  if (items.length > 0 && items.every((item) => !item.assigned)) return "x";
  if (items.length > 0 && items.every((item) => !item.counted)) return "–";
  const scores = items.flatMap((item): Exact[] => (item.score === null ? [] : [item.score]));
  if (scores.length === 0) return "…";
  return formatFixed(
    scores.reduce((sum, score) => sum.add(score), ZERO),
    decimals,
  );
}

/** What qualifies the totals: tasks not given, scores still missing. */
function totalNotes(ranking: ScoredRanking): string[] {
  const told = ranking.units.flatMap((unit) => unit.problems.map((problem) => ({ problem, unit: unit.unit })));
  const notes = [...groupBy(told, ({ problem }) => problem)].map(
    ([problem, units]) => `${joinNames(units.map(({ unit }) => ranking.nameOf(unit)))}: ${problem}`,
  );
  return notes.length === 0 ? [] : [`Ghi chú: ${notes.join("; ")}.`];
}
