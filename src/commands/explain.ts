import { isUnder } from "../domain/build-rubric.js";
import { nameKey } from "../domain/name.js";
import { formatFixed, formatNumber, toJsonNumber } from "../domain/number.js";
import { describePlace, toJsonGate } from "../domain/place-note.js";
import { describePlan, listPlanNotes, toJsonPlan } from "../domain/plan-level.js";
import type { ItemScore } from "../domain/scoring.js";
import { describeTieOrder } from "../domain/tie-rule.js";
import type { UnitOfYear } from "../domain/unit.js";
import { capitalize } from "../domain/upper-case.js";
import { UserError } from "../errors.js";
import { listImports } from "../store/import.js";
import { type Db, withDatabase } from "../store/open.js";
import { listScores } from "../store/score.js";
import { listUnits } from "../store/unit.js";
import { wrapSentence } from "../terminal/wrap.js";
import { type CommandSpec, chooseYear, textOption } from "./context/context.js";
import { readOfficeLaw } from "./context/office-law.js";
import { describeCell } from "./explain/cell-place.js";
import { itemFacts, readFinalizedPlace, ruleTitle, totalFacts } from "./explain/facts.js";
import { findItemCells, type Trail } from "./explain/item-cells.js";
import { type Step, type ToldStep, tellRow } from "./explain/row.js";
import { listProgress } from "./progress.js";
import { type ClusterRanking, describeRubric, type RankingWishes, rankClusters } from "./rank/clusters.js";
import { indexHandValues } from "./year/hand-values.js";
import { findNamed, findUnit } from "./year/names.js";
import { PLAN_OPTION } from "./year/plan-choice.js";

export const explainCommand: CommandSpec = {
  name: "explain",
  usage: "<đơn-vị> [chỉ-tiêu-hoặc-tiêu-chí]",
  group: "Kết quả",
  summary: "giải thích một tỷ lệ, điểm số hay thứ hạng, đến tận ô trong bảng tính",
  options: [{ flags: "--rubric <tên>", description: "thang điểm (mặc định: thang điểm nạp sau cùng)" }, PLAN_OPTION],
  examples: [
    { command: 'thidua explain "Lâm Bình"', does: "thứ hạng và từng điểm thành phần" },
    { command: 'thidua explain "Lâm Bình" "Trồng rừng"', does: "một chỉ tiêu: số liệu, tỷ lệ, điểm" },
    { command: 'thidua explain "Lâm Bình" I.2', does: "một tiêu chí của thang điểm" },
  ],
  async run(context, [unitName = "", topic], options) {
    const { findAward } = (await readOfficeLaw(context)).law;
    const { year, unit, headline, steps, plan, finalized } = await withDatabase(context.database, "read", (db) => {
      const year = chooseYear(context, db);
      const explained = explainUnit(db, year, unitName, topic ?? null, {
        rubric: textOption(options, "rubric"),
        plan: textOption(options, "plan"),
        findAward,
      });
      return { year, ...explained, finalized: readFinalizedPlace(db, year, explained.unit) };
    });
    const { columns } = context.io;
    const lines = steps.flatMap((step) => [
      wrapSentence("• ", `${step.what}: ${step.how}.`, columns),
      ...(step.rule === null ? [] : [wrapSentence("    ", `Cách chấm: ${step.rule}.`, columns)]),
      ...step.cells.map((cell) => context.style.dim(wrapSentence("    ", describeCell(cell), columns))),
    ]);
    return {
      data: {
        year,
        unit: unit.name,
        cluster: unit.cluster,
        plan: toJsonPlan(plan),
        ...headline.data,
        finalized: finalized?.json ?? null,
        steps: steps.map(({ facts, rule: _, what, how, cells }) => ({ what, how, ...facts, cells })),
      },
      text: `${[
        ...[headline.text, plan === null ? [] : describePlan(plan), finalized?.text ?? []]
          .flat()
          .join("\n")
          .split("\n")
          .map((line) => wrapSentence("", line, columns)),
        ...lines,
      ].join("\n")}\n`,
      notes: listPlanNotes(plan),
    };
  },
};

type ExplainWishes = Omit<RankingWishes, "cluster">;

/** Walks from a rank, a score or a percentage down to the rows it came from. Throws UserError for unknown names. */
export function explainUnit(db: Db, year: number, unitName: string, topic: string | null, by: ExplainWishes) {
  const unit = findUnit(db, listUnits(db, year), unitName);
  const only = { unit: unit.name, indicator: null, cluster: null, status: null, plan: by.plan };
  const { rows: progress, plan } = listProgress(db, year, only);
  const ranking = findRanking(db, year, unit, by);
  const imports = new Map(listImports(db).map((entry) => [entry.id, entry]));
  const scores = ranking === null ? [] : listScores(db, ranking.stored.id).filter((score) => score.unitId === unit.id);
  const trail = { imports, progress, scores, ranking, byHand: indexHandValues(db, year) };
  if (topic === null) {
    if (ranking === null)
      return { unit, plan, headline: withoutRank(unit), steps: progress.map((row) => tellRow(row, trail)) };
    return {
      unit,
      plan,
      headline: describeRank(unit, ranking),
      steps: itemsOf(unit, ranking).map((item) => tellItem(item, trail)),
    };
  }
  const key = nameKey(topic);
  const items = ranking === null ? [] : itemsOf(unit, ranking);
  const item = items.find(({ criterion }) => nameKey(criterion.code) === key || nameKey(criterion.name) === key);
  const row = progress.find(
    ({ indicator }) => nameKey(indicator.name) === key || nameKey(indicator.code ?? "") === key,
  );
  const related = items.filter(
    ({ criterion }) => row !== undefined && nameKey(criterion.leaf?.indicator ?? "") === nameKey(row.indicator.name),
  );
  const chosen = item === undefined ? [...related, ...itemsUnder(key, items, ranking)] : [item];
  if (row === undefined && chosen.length === 0) {
    const names = [...progress.map((entry) => entry.indicator), ...items.map(({ criterion }) => criterion)];
    const near = findNamed("chỉ tiêu hoặc tiêu chí", names, topic);
    return explainUnit(db, year, unitName, near.name, by);
  }
  const steps = [...(row === undefined ? [] : [tellRow(row, trail)]), ...chosen.map((entry) => tellItem(entry, trail))];
  const text = `${unit.name}${unit.cluster === null ? "" : ` (${unit.cluster})`}, năm ${year}`;
  return { unit, plan, headline: { text, data: { year } }, steps };
}

/** The leaves below a node of the rubric. */
function itemsUnder(key: string, items: readonly ItemScore[], ranking: ClusterRanking | null): ItemScore[] {
  if (ranking === null) return [];
  const { criteria } = ranking.rubric;
  const node = criteria.findIndex(
    ({ code, name, leaf }) => leaf === null && (nameKey(code) === key || nameKey(name) === key),
  );
  return node < 0 ? [] : items.filter(({ criterion }) => isUnder({ criteria }, criteria.indexOf(criterion), node));
}

function tellItem(item: ItemScore, trail: Trail): ToldStep {
  const facts = itemFacts(item, trail.ranking?.stored.decimals ?? 2);
  return { ...explainItem(item, trail), facts, rule: ruleTitle(item) };
}

/** The ranking the unit is part of; null when its cluster has no rubric yet (a percentage can still be explained). */
function findRanking(db: Db, year: number, unit: UnitOfYear, by: ExplainWishes): ClusterRanking | null {
  try {
    return (
      rankClusters(db, year, { ...by, cluster: unit.cluster }).find(({ cluster }) => cluster === unit.cluster) ?? null
    );
  } catch (error) {
    if (error instanceof UserError && by.rubric === null) return null;
    throw error;
  }
}

function itemsOf(unit: UnitOfYear, ranking: ClusterRanking): ItemScore[] {
  return ranking.units.find((ranked) => ranked.unit === unit.name)?.items ?? [];
}

function withoutRank(unit: UnitOfYear) {
  return { text: `${unit.name}: chưa có thang điểm nên chưa xếp hạng.`, data: { rank: null, score: null } };
}

function describeRank(unit: UnitOfYear, ranking: ClusterRanking) {
  const ranked = ranking.units.find((candidate) => candidate.unit === unit.name);
  if (ranked === undefined) return withoutRank(unit);
  const { decimals, name, version } = ranking.stored;
  const points = (value: typeof ranked.score) => formatFixed(value, decimals);
  const parts = `${points(ranked.base)} điểm chấm + ${points(ranked.bonus)} điểm thưởng − ${points(ranked.deduction)} điểm trừ`;
  const note = describePlace(ranked, ranking.rubric.ties);
  const tie = note === "" ? "" : ` ${capitalize(note)}.`;
  const next = ranking.units[ranking.units.indexOf(ranked) - 1];
  const gap =
    next === undefined || ranked.rank === null || next.score.equals(ranked.score)
      ? ""
      : ` Kém đơn vị xếp trên (${next.unit}) ${points(next.score.sub(ranked.score))} điểm.`;
  const problems = ranked.problems.map((problem) => ` Lưu ý: ${problem}.`).join("");
  const where = unit.cluster ?? "các đơn vị chưa xếp cụm";
  const of = ranking.units.filter(({ rank }) => rank !== null).length;
  const place = ranked.rank === null ? "không xếp hạng" : `hạng ${ranked.rank}/${of}`;
  return {
    text: `${unit.name}: ${place} (${where}), ${points(ranked.score)} điểm = ${parts}.${tie}${gap}${problems}\n${describeRubric(ranking)}. ${describeTieOrder(ranking.rubric.ties)}.`,
    data: {
      rank: ranked.rank,
      of,
      score: toJsonNumber(ranked.score, decimals),
      gates: ranked.gates.map(toJsonGate),
      tieBrokenBy: ranked.tieBrokenBy,
      rubric: { name, version: String(version) },
      ...totalFacts(ranked, ranking),
    },
  };
}

function explainItem(item: ItemScore, trail: Trail): Step {
  const { criterion } = item;
  const decimals = trail.ranking?.stored.decimals ?? 2;
  const rule = criterion.leaf?.ruleId ?? "";
  const parameters = criterion.leaf?.parameters == null ? "" : ` (${criterion.leaf.parameters})`;
  const what = `${criterion.code} ${criterion.name} — ${describeScore(item, decimals)}`;
  // The explanation of a score that cannot be told is itself the problem.
  const notes = [...item.problems, ...item.warnings].filter((note) => !item.explanation.includes(note));
  const told = [item.explanation, ...notes, ...item.differences.map(({ text }) => text)];
  const how = `quy tắc ${rule}${parameters}: ${told.join("; ")}`;
  return { what, how, cells: findItemCells(item, trail) };
}

function describeScore({ score, assigned, criterion }: ItemScore, decimals: number): string {
  if (!assigned) return "không giao, không tính vào tổng điểm";
  return score === null ? "chưa có điểm" : `${formatFixed(score, decimals)}/${formatNumber(criterion.max)} điểm`;
}
