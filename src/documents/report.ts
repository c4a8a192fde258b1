import { exact, formatWhole } from "../domain/number.js";
import type { ProgressRow } from "../domain/progress.js";
import type { UnitOfYear } from "../domain/unit.js";
import { type CountedAward, countDirectWorkers } from "./award-count.js";
import type { Block } from "./decree30.js";
import { subsectionHeading } from "./decree30-body.js";
import { describeAwards } from "./prose/award-sentences.js";
import { yearFact } from "./prose/facts.js";
import { describeIndicators } from "./prose/indicator-report.js";
import { standIndicators } from "./prose/indicator-standing.js";
import { joinNames } from "./prose/join-names.js";
import { describeOverview } from "./prose/overview-sentences.js";
import { describeRanking } from "./prose/ranking-sentences.js";
import { makeSentence, type Sentence } from "./prose/sentence.js";
import { describeShortfalls } from "./prose/shortfall-sentences.js";
import { type ClusterWords, clusterWords, unitInProse } from "./prose/words.js";
import { awardTable } from "./report-award-table.js";
import { attainmentTable, countUnits, indicatorAppendix } from "./report-indicator-tables.js";
import { type ScoredRanking, scoreAppendix, scoreTable } from "./report-score-tables.js";
import { introParagraph, joinProse, markedParagraph, NOTHING_TOLD, type Prose, paragraphsOf } from "./report-text.js";
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
  awards: readonly CountedAward[];
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
  /** Every sentence made from data, in the order of the report. */
  sentences: ToldSentence[];
}

/** A sentence of the report and the block it stands in ("chi_tieu"). */
export interface ToldSentence {
  section: string;
  sentence: Sentence;
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
  const sentences: ToldSentence[] = [];
  const tell = (section: string, { blocks, told }: Prose): Block[] => {
    sentences.push(...told.map((sentence) => ({ section, sentence })));
    return blocks;
  };
  const scored = ranking !== null && ranking.units.length > 0;
  const hasResults = progress.some((row) => row.result !== null);
  const blocks: Record<string, Block[]> = {
    tinh_hinh: tell("tinh_hinh", paragraphsOf([[describeUnits(units, year, words)]])),
    chi_dao: mark(`công tác chỉ đạo, tổ chức phong trào thi đua năm ${year}`),
    chi_tieu: hasResults
      ? tell("chi_tieu", indicatorProse(progress, words))
      : mark(`kết quả thực hiện các chỉ tiêu thi đua năm ${year}`),
    bang_chi_tieu: hasResults && units.length > 1 ? attainmentTable(progress, plan) : [],
    cham_diem: scored
      ? tell("cham_diem", paragraphsOf([describeRanking(ranking, words)]))
      : mark(`kết quả chấm điểm, xếp hạng năm ${year}`),
    bang_diem: scored ? scoreTable(ranking) : [],
    khen_thuong:
      awards.length > 0
        ? tell("khen_thuong", awardProse(awards, year, words))
        : mark(`số liệu khen thưởng năm ${year}`),
    bang_khen_thuong: awardTable(awards, year),
    han_che: tell("han_che", shortfallProse(progress, words)),
    phuong_huong: mark(`phương hướng, nhiệm vụ năm ${year + 1}`),
    phu_luc_chi_tieu: hasResults ? indicatorAppendix(progress, plan) : [],
    phu_luc_diem: scored ? scoreAppendix(ranking) : [],
  };
  return { blocks, missing, notes: listAssumptions(awards), sentences };
}

function listAssumptions(awards: readonly CountedAward[]): string[] {
  const workers = countDirectWorkers(awards);
  if (workers === null || !workers.ticked || workers.blank === 0) return [];
  return [
    `${formatWhole(workers.blank)} cá nhân để trống cột Lao động trực tiếp nên được coi là không phải lao động trực tiếp.`,
  ];
}

/** "Năm 2020, Cụm thi đua số 1 gồm 07 đơn vị: huyện A (Cụm trưởng), huyện B và huyện C." */
function describeUnits(units: readonly UnitOfYear[], year: number, { full, short }: ClusterWords): Sentence {
  // Two heads contradict each other: the report names neither until the sheet is mended.
  const oneHead = units.filter(({ role }) => role === "head").length < 2;
  const names = units.map((unit) => {
    if (unit.role === "head" && !oneHead) return unitInProse(unit);
    const role = { head: `${short} trưởng`, deputy: `${short} phó`, member: "" }[unit.role ?? "member"];
    return unitInProse(unit) + (short === null || role === "" ? "" : ` (${role})`);
  });
  const subject = full === null ? "báo cáo tổng hợp kết quả của" : `${full} gồm`;
  return makeSentence(`năm ${year}, ${subject} ${countUnits(units)}: ${joinNames(names)}`, [
    yearFact(year),
    {
      who: null,
      about: "đơn vị",
      what: "count",
      figure: exact(units.length),
      measure: null,
      // A unit that only a sheet of results names stands in its column of units.
      basis: units.map(({ source, name }) => ({ source, values: { name, unit: name } })),
    },
  ]);
}

function indicatorProse(progress: readonly ProgressRow[], words: ClusterWords): Prose {
  const groups = describeIndicators(progress, words);
  const overview = describeOverview(standIndicators(progress), words);
  const numbered = groups.length > 1 || groups[0]?.name !== null;
  const lists = groups.map(({ name, paragraphs }, index) =>
    joinProse(
      numbered ? headed(`${index + 1}. ${name ?? "Các chỉ tiêu khác"}`) : NOTHING_TOLD,
      paragraphsOf(paragraphs, "- "),
    ),
  );
  return joinProse(paragraphsOf([overview]), ...lists);
}

function awardProse(awards: readonly CountedAward[], year: number, words: ClusterWords): Prose {
  return paragraphsOf(describeAwards(awards, year, words).map((sentence) => [sentence]));
}

function shortfallProse(progress: readonly ProgressRow[], words: ClusterWords): Prose {
  const short = describeShortfalls(standIndicators(progress), words);
  if (short.length === 0) return NOTHING_TOLD;
  const which = short.length === 1 ? "Chỉ tiêu" : "Một số chỉ tiêu";
  const whose = new Set(progress.map((row) => row.unit.id)).size === 1 ? "" : " còn có đơn vị";
  return joinProse(
    { blocks: [introParagraph(`${which}${whose} chưa đạt kế hoạch:`)], told: [] },
    paragraphsOf(short, "- "),
  );
}

function headed(title: string): Prose {
  return { blocks: [subsectionHeading(cleanTemplateText(title))], told: [] };
}
