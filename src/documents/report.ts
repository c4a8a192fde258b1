import type { Movement } from "../domain/movement.js";
import { formatWhole } from "../domain/number.js";
import type { ProgressRow } from "../domain/progress.js";
import type { UnitOfYear } from "../domain/unit.js";
import { type CountedAward, countDirectWorkers } from "./award-count.js";
import type { Block } from "./decree30.js";
import { subsectionHeading } from "./decree30-body.js";
import { describeAwards } from "./prose/award-sentences.js";
import { describeIndicators } from "./prose/indicator-report.js";
import { standIndicators } from "./prose/indicator-standing.js";
import { joinNames } from "./prose/join-names.js";
import { describeOverview } from "./prose/overview-sentences.js";
import { describeRanking } from "./prose/ranking-sentences.js";
import { describeShortfall } from "./prose/shortfall-sentences.js";
import { type ClusterWords, clusterWords, unitInProse } from "./prose/words.js";
import type { StatisticAward } from "./report-award-columns.js";
import { awardTable } from "./report-award-table.js";
import { attainmentChart } from "./report-chart-attainment.js";
import { growthChart } from "./report-chart-growth.js";
import { scoreChart } from "./report-chart-score.js";
import { attainmentTable, countUnits, indicatorAppendix } from "./report-indicator-tables.js";
import { movementTables } from "./report-movement-table.js";
import { type ScoredRanking, scoreAppendix, scoreTable } from "./report-score-tables.js";
import { introParagraph, markedParagraph, paragraphOf, plainParagraph } from "./report-text.js";
import { cleanTemplateText } from "./template-value.js";

/** What a report is made from: one cluster (null: units that belong to none) and one year. */
export interface ReportInput {
  year: number;
  cluster: string | null;
  units: readonly UnitOfYear[];
  /** Rows of these units only. */
  progress: readonly ProgressRow[];
  /** null: no rubric. */
  ranking: ScoredRanking | null;
  awards: readonly StatisticAward[];
  movements: readonly Movement[];
  /** Whose plan counts ("Tỉnh giao"); null where there is only one. */
  plan: string | null;
}

export interface ComposedReport {
  /** By placeholder. */
  blocks: Record<string, Block[]>;
  /** What is left for a person to fill, each marked in its block as `[Chưa có: …]`. */
  missing: string[];
  /** What was assumed, as Vietnamese sentences. */
  notes: string[];
}

/** The computed blocks of a report. */
export function composeReport(input: ReportInput): ComposedReport {
  const { year, units, progress, ranking, awards, plan } = input;
  const words = clusterWords(input.cluster);
  const missing: string[] = [];
  const mark = (what: string): Block[] => {
    missing.push(what);
    return [markedParagraph(what)];
  };
  const scored = ranking !== null && ranking.units.length > 0;
  const hasResults = progress.some((row) => row.result !== null);
  const blocks: Record<string, Block[]> = {
    tinh_hinh: [plainParagraph(describeUnits(units, year, words))],
    chi_dao: mark(`công tác chỉ đạo, tổ chức phong trào thi đua năm ${year}`),
    bang_phong_trao: movementTables(input.movements),
    chi_tieu: hasResults
      ? indicatorBlocks(progress, words)
      : mark(`kết quả thực hiện các chỉ tiêu thi đua năm ${year}`),
    bang_chi_tieu: hasResults ? attainmentTable(progress, plan) : [],
    bieu_do_ty_le: hasResults ? attainmentChart(progress, plan) : [],
    bieu_do_so_sanh: growthChart(progress, { now: `năm ${year}`, before: `năm ${year - 1}` }),
    cham_diem: scored ? rankingBlocks(ranking, words) : mark(`kết quả chấm điểm, xếp hạng năm ${year}`),
    bang_diem: scored ? scoreTable(ranking) : [],
    bieu_do_diem: scored ? scoreChart(ranking) : [],
    khen_thuong: awards.length > 0 ? awardBlocks(awards, year, words) : mark(`số liệu khen thưởng năm ${year}`),
    bang_khen_thuong: awardTable(awards, year),
    han_che: shortfallBlocks(progress, words),
    phuong_huong: mark(`phương hướng, nhiệm vụ năm ${year + 1}`),
    phu_luc_chi_tieu: hasResults ? indicatorAppendix(progress, plan) : [],
    phu_luc_diem: scored ? scoreAppendix(ranking) : [],
  };
  return { blocks, missing, notes: listAssumptions(awards) };
}

function listAssumptions(awards: readonly CountedAward[]): string[] {
  const workers = countDirectWorkers(awards);
  if (workers === null || !workers.ticked || workers.blank === 0) return [];
  return [
    `${formatWhole(workers.blank)} cá nhân để trống cột Lao động trực tiếp nên được coi là không phải lao động trực tiếp.`,
  ];
}

/** "Năm 2020, Cụm thi đua số 1 gồm 07 đơn vị: huyện A (Cụm trưởng), huyện B và huyện C." */
function describeUnits(units: readonly UnitOfYear[], year: number, { full, short }: ClusterWords): string {
  // Two heads contradict each other: the report names neither until the sheet is mended.
  const oneHead = units.filter(({ role }) => role === "head").length < 2;
  const names = units.map((unit) => {
    if (unit.role === "head" && !oneHead) return unitInProse(unit);
    const role = { head: `${short} trưởng`, deputy: `${short} phó`, member: "" }[unit.role ?? "member"];
    return unitInProse(unit) + (short === null || role === "" ? "" : ` (${role})`);
  });
  const subject = full === null ? "báo cáo tổng hợp kết quả của" : `${full} gồm`;
  return `Năm ${year}, ${subject} ${countUnits(units)}: ${joinNames(names)}.`;
}

function indicatorBlocks(progress: readonly ProgressRow[], words: ClusterWords): Block[] {
  const groups = describeIndicators(progress, words);
  const overview = describeOverview(standIndicators(progress), words);
  const numbered = groups.length > 1 || groups[0]?.name !== null;
  return [
    ...(overview.length === 0 ? [] : [paragraphOf(overview)]),
    ...groups.flatMap(({ name, paragraphs }, index) => [
      ...(numbered ? [subsectionHeading(cleanTemplateText(`${index + 1}. ${name ?? "Các chỉ tiêu khác"}`))] : []),
      ...paragraphs.filter((sentences) => sentences.length > 0).map((sentences) => paragraphOf(sentences, "- ")),
    ]),
  ];
}

function rankingBlocks(ranking: ScoredRanking, words: ClusterWords): Block[] {
  return [paragraphOf(describeRanking(ranking, words))];
}

function awardBlocks(awards: readonly CountedAward[], year: number, words: ClusterWords): Block[] {
  return describeAwards(awards, year, words).map((sentence) => paragraphOf([sentence]));
}

function shortfallBlocks(progress: readonly ProgressRow[], words: ClusterWords): Block[] {
  const short = standIndicators(progress)
    .map((standing) => describeShortfall(standing, words))
    .filter((sentences) => sentences.length > 0);
  if (short.length === 0) return [];
  const which = short.length === 1 ? "Chỉ tiêu" : "Một số chỉ tiêu";
  const whose = new Set(progress.map((row) => row.unit.id)).size === 1 ? "" : " còn có đơn vị";
  return [
    introParagraph(`${which}${whose} chưa đạt kế hoạch:`),
    ...short.map((sentences) => paragraphOf(sentences, "- ")),
  ];
}
