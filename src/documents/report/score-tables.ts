import { isUnder } from "../../domain/build-rubric.js";
import type { RankedUnit } from "../../domain/cluster-ranking.js";
import { describeEffect } from "../../domain/gate.js";
import { groupBy } from "../../domain/group-by.js";
import { type Exact, formatFixed, formatNumber, ZERO } from "../../domain/number.js";
import { ROUNDS } from "../../domain/rubric.js";
import type { Criterion, Rubric } from "../../domain/rubric-tree.js";
import { capitalize } from "../../domain/upper-case.js";
import { type Block, LANDSCAPE_TEXT_WIDTH, TEXT_WIDTH } from "../decree30/decree30.js";
import { type Column, type TableLine, tableCaption, tableNote } from "../decree30/table.js";
import { joinNames } from "../prose/join-names.js";
import type { ReportRanking } from "../prose/ranking-sentences.js";
import { lyingBlocks } from "../template/landscape.js";
import { cleanTemplateText } from "../template/value.js";
import { columnsThatFit, evenColumns, splitEvenly } from "./columns.js";
import { cleanTable } from "./text.js";

/** What the score tables need besides the prose: the rubric's tree. */
export interface ScoredRanking extends ReportRanking {
  tree: Rubric;
}

/** Number columns side by side on an upright page, the total among them. */
const MOST_NUMBERS = 7;

/**
 * Scores with ranks, best first: the leaves when they fit, else the deepest level of the rubric that does. What was added and taken
 * stands in columns of its own where there is room for them.
 */
export function scoreTable(ranking: ScoredRanking): Block[] {
  const { tree, decimals } = ranking;
  const extras = chooseExtras(ranking);
  const most = MOST_NUMBERS - 1;
  const apart = chooseLevel(tree, most - extras.length);
  const separate = extras.length > 0 && apart.length > 0;
  const shown = (separate ? apart : chooseLevel(tree, most)).filter((index) => hasPoints(ranking, index));
  const lines = ranking.units.map((unit): TableLine => {
    const points = shown.map((index) => pointsUnder(tree, index, unit, decimals, separate ? "base" : "score"));
    const others = separate ? extras.map(({ pointsOf }) => formatPoints(pointsOf(unit), decimals)) : [];
    const name = capitalize(ranking.nameOf(unit.unit)) + (unit.gates.length === 0 ? "" : `${NO_BREAK}(*)`);
    return {
      cells: [
        unit.rank === null ? "–" : String(unit.rank),
        name,
        ...points,
        ...others,
        formatFixed(unit.score, decimals),
      ],
    };
  });
  const titles = [
    ...shown.map((index) => titleOf(tree, index)),
    ...(separate ? extras.map(({ title }) => title) : []),
    `Tổng điểm (${formatNumber(tree.maxScore)})`,
  ];
  const columns: Column[] = [
    { title: "Hạng", align: "center", width: 820 },
    { title: "Đơn vị" },
    ...evenColumns(titles, lines),
  ];
  return [
    tableCaption("Bảng điểm và xếp hạng"),
    cleanTable(columns, lines),
    ...gateNotes(ranking).map((note) => tableNote(cleanTemplateText(note))),
    ...totalNotes(ranking).map((note) => tableNote(cleanTemplateText(note))),
  ];
}

const NO_BREAK = "\u00a0";

/** A condition worth no points (điều kiện) is told beneath the table and is no column of zeros. */
function hasPoints({ tree, units }: ScoredRanking, index: number): boolean {
  const isWorth = tree.criteria[index]?.max.equals(ZERO) === false;
  return isWorth || units.some(({ nodes }) => nodes[index]?.score?.equals(ZERO) === false);
}

/** Điểm thưởng, điểm trừ, whichever somebody has. */
function chooseExtras({ units }: ScoredRanking): { title: string; pointsOf(unit: RankedUnit): Exact }[] {
  return [
    { title: "Điểm thưởng", pointsOf: ({ bonus }: RankedUnit) => bonus },
    { title: "Điểm trừ", pointsOf: ({ deduction }: RankedUnit) => deduction.neg() },
  ].filter(({ pointsOf }) => units.some((unit) => !pointsOf(unit).equals(ZERO)));
}

function formatPoints(points: Exact, decimals: number): string {
  return points.equals(ZERO) ? "-" : formatFixed(points, decimals);
}

/** Every leaf of the rubric for every unit, where the table in the text does not show them all; then where the rounds differ. */
export function scoreAppendix(ranking: ScoredRanking): Block[] {
  const leaves = indexesOf(ranking.tree, ({ leaf }) => leaf !== null);
  return [...(leaves.length < MOST_NUMBERS ? [] : criterionTables(ranking)), ...roundTable(ranking)];
}

/** Criteria by units, as many units side by side as the page holds; lying where that takes more than one table. */
function criterionTables(ranking: ScoredRanking): Block[] {
  const all = criterionLines(ranking, ranking.units);
  const titles = ranking.units.map((unit) => capitalize(ranking.nameOf(unit.unit)));
  const lines = all.map(({ cells }) => ({ name: cells[1] ?? "", cells: cells.slice(2) }));
  // "Tối đa" is one of the columns that must fit.
  const unitsOn = (width: number) => Math.max(1, columnsThatFit({ titles, lines }, width) - 1);
  const isWide = ranking.units.length > unitsOn(TEXT_WIDTH);
  const width = isWide ? LANDSCAPE_TEXT_WIDTH : TEXT_WIDTH;
  const parts = splitEvenly(ranking.units, unitsOn(width));
  const blocks = parts.flatMap((units, index) => {
    const shown = criterionLines(ranking, units);
    const columns: Column[] = [
      { title: "Mã", width: 680 },
      { title: "Tiêu chí" },
      ...evenColumns(["Tối đa", ...units.map((unit) => capitalize(ranking.nameOf(unit.unit)))], shown, width),
    ];
    return [
      ...(parts.length === 1 ? [] : [tableCaption(`Phần ${index + 1}/${parts.length}`)]),
      cleanTable(columns, shown, { size: 11, width }),
    ];
  });
  return isWide ? lyingBlocks(blocks) : blocks;
}

function criterionLines({ tree, decimals }: ScoredRanking, units: readonly RankedUnit[]): TableLine[] {
  const lines = tree.criteria.map(({ code, name, max, leaf }, index): TableLine => {
    const points = units.map((unit) => pointsUnder(tree, index, unit, decimals, "score"));
    return { cells: [code, name, formatNumber(max), ...points], bold: leaf === null };
  });
  const totals = units.map((unit) => formatFixed(unit.score, decimals));
  return [...lines, { cells: ["", "Tổng điểm", formatNumber(tree.maxScore), ...totals], bold: true }];
}

/** What the rounds gave, side by side, wherever two of them differ. */
function roundTable(ranking: ScoredRanking): Block[] {
  const given = ROUNDS.filter(([round]) =>
    ranking.units.some(({ items }) => items.some((item) => item.given[round] !== null)),
  );
  const write = (points: Exact | null) => (points === null ? "" : formatFixed(points, ranking.decimals));
  const lines = ranking.units.flatMap(({ unit, items }): TableLine[] => {
    const differing = items.filter(({ differences }) => differences.length > 0);
    if (differing.length === 0) return [];
    const rows = differing.map(({ criterion, given: points, score }): TableLine => {
      return { cells: [criterion.code, criterion.name, ...given.map(([round]) => write(points[round])), write(score)] };
    });
    return [{ cells: [capitalize(ranking.nameOf(unit))], spanning: true, bold: true }, ...rows];
  });
  if (lines.length === 0) return [];
  const columns: Column[] = [
    { title: "Mã", width: 900 },
    { title: "Tiêu chí" },
    ...[...given.map(([, name]) => capitalize(name)), "Điểm tính"].map(
      (title): Column => ({ title, align: "right", width: 1150 }),
    ),
  ];
  return [tableCaption("Tiêu chí có điểm của các vòng chấm khác nhau"), cleanTable(columns, lines)];
}

/** The deepest level of at most so many criteria; none where even the roots are more. */
function chooseLevel(tree: Rubric, most: number): number[] {
  const leaves = indexesOf(tree, ({ leaf }) => leaf !== null);
  if (leaves.length <= most) return leaves;
  let best: number[] = [];
  for (let level = indexesOf(tree, ({ parent }) => parent === null); level.length <= most; ) {
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
function pointsUnder(tree: Rubric, index: number, unit: RankedUnit, decimals: number, which: "score" | "base"): string {
  const items = unit.items.filter((item) => isUnder(tree, tree.criteria.indexOf(item.criterion), index));
  if (items.length > 0 && items.every((item) => !item.assigned)) return "x";
  if (items.length > 0 && items.every((item) => !item.counted)) return "–";
  const scores = items.flatMap((item) => item[which] ?? []);
  if (scores.length === 0) return "…";
  return formatFixed(
    scores.reduce((sum, score) => sum.add(score), ZERO),
    decimals,
  );
}

/** Whom a condition of the rubric holds for, and what follows: the units marked (*). */
function gateNotes(ranking: ScoredRanking): string[] {
  const told = ranking.units.flatMap(({ unit, gates }) =>
    gates.length === 0
      ? []
      : [
          `${ranking.nameOf(unit)}: ${gates.map(({ effect, reason }) => `${describeEffect(effect)} (${reason})`).join(", ")}`,
        ],
  );
  return told.length === 0 ? [] : [`(*) ${told.join("; ")}.`];
}

/** What qualifies the totals: tasks not given, scores still missing. */
function totalNotes(ranking: ScoredRanking): string[] {
  const told = ranking.units.flatMap((unit) => unit.problems.map((problem) => ({ problem, unit: unit.unit })));
  const notes = [...groupBy(told, ({ problem }) => problem)].map(
    ([problem, units]) => `${joinNames(units.map(({ unit }) => ranking.nameOf(unit)))}: ${problem}`,
  );
  return notes.length === 0 ? [] : [`Ghi chú: ${notes.join("; ")}.`];
}
