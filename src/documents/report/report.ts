import { type CountedAward, countDirectWorkers } from "../../domain/award-count.js";
import type { Law } from "../../domain/law/law.js";
import type { Movement } from "../../domain/movement.js";
import { formatWhole } from "../../domain/number.js";
import type { Period } from "../../domain/period.js";
import type { ProgressRow } from "../../domain/progress.js";
import { type ReportSectionId, sectionTitle } from "../../domain/report-section.js";
import type { ReportText } from "../../domain/report-text.js";
import type { UnitOfYear } from "../../domain/unit.js";
import type { Block } from "../decree30/decree30.js";
import { describeAwards } from "../prose/award-sentences.js";
import type { Sentence } from "../prose/sentence.js";
import type { StatisticAward } from "./award-columns.js";
import { awardTable } from "./award-table.js";
import { attainmentChart } from "./chart-attainment.js";
import { growthChart } from "./chart-growth.js";
import { scoreChart } from "./chart-score.js";
import { attainmentTable, indicatorAppendix } from "./indicator-tables.js";
import { movementTables } from "./movement-table.js";
import { movementProse } from "./movements.js";
import { describeOpening, describeRoles } from "./opening.js";
import { proposalTable } from "./proposal-table.js";
import { leaderProse, type RankedCluster, rankAppendices, rankProse, rankTables } from "./ranks.js";
import { resultProse, resultSummary, shortfallProse, withoutVerdicts } from "./results.js";
import { nameClusters, type ReportScope, scopeWords } from "./scope.js";
import { headed, markedParagraph, NOTHING_TOLD, type Prose, paragraphsOf } from "./text.js";
import { tasksOf, wordsOf } from "./words.js";

/** What a report is made from. */
export interface ReportInput {
  period: Period;
  scope: ReportScope;
  /** Short: about two pages, with no table but the ranks. */
  form: "full" | "short";
  /** All units of the cluster (a unit's own report: of its cluster), or of all clusters. */
  units: readonly UnitOfYear[];
  /** The units of the cluster as they are known of the year after; empty when nothing is. */
  unitsNextYear: readonly UnitOfYear[];
  /** Rows of those reported on only. */
  progress: readonly ProgressRow[];
  /** Empty: nothing was scored. */
  rankings: readonly RankedCluster[];
  awards: readonly StatisticAward[];
  /** Whose awards these are: the program's and the office's own. */
  law: Law;
  movements: readonly Movement[];
  /** Officers' words that concern this report. */
  texts: readonly ReportText[];
  /** Whose plan counts ("Tỉnh giao"); null where there is only one. */
  plan: string | null;
}

export interface ComposedReport {
  /** By placeholder. */
  blocks: Record<string, Block[]>;
  /** What is left for a person to fill, each marked in its block as `[Chưa có: …]`. */
  missing: Gap[];
  /** What was assumed, as Vietnamese sentences. */
  notes: string[];
  /** Every sentence made from data, in the order of the report. */
  sentences: ToldSentence[];
}

/** Something a report of this scope and form is expected to say, and nobody has. */
export interface Gap {
  what: string;
  /** The sheet or command that would fill it, as a Vietnamese sentence. */
  remedy: string;
}

/** A sentence of the report and the block it stands in ("chi_tieu"). */
export interface ToldSentence {
  section: string;
  sentence: Sentence;
}

/** The computed blocks of a report: of each section what the data say, then what officers wrote, or a mark where both are silent. */
export function composeReport(input: ReportInput): ComposedReport {
  const { period, scope, units, progress, awards, law, plan, texts } = input;
  const words = scopeWords(scope);
  const isFull = input.form === "full";
  const missing: Gap[] = [];
  const sentences: ToldSentence[] = [];
  const tell = (section: string, { blocks, told }: Prose): Block[] => {
    sentences.push(...told.map((sentence) => ({ section, sentence })));
    return blocks;
  };
  const section = (name: string, data: Prose, written: Block[], gap: Gap | null): Block[] => {
    const blocks = [...tell(name, data), ...written];
    if (blocks.length > 0 || gap === null) return blocks;
    missing.push(gap);
    return [markedParagraph(gap.what)];
  };
  const optional = (id: ReportSectionId) => (isFull ? wordsOf(texts, id) : []);
  const expected = <T>(value: T, when = true): T | null => (when ? value : null);

  const rankings = period.isWhole ? input.rankings : [];
  // Of several clusters each has its table; as many charts would say no more.
  const [onlyRanking] = scope.kind === "cluster" && rankings.length === 1 ? rankings : [];
  const shown = withoutVerdicts(progress, period);
  const hasResults = progress.some((row) => row.result !== null);
  const results = !hasResults
    ? NOTHING_TOLD
    : isFull
      ? resultProse(progress, words, period)
      : resultSummary(progress, words, period);
  const blocks: Record<string, Block[]> = {
    tinh_hinh: section(
      "tinh_hinh",
      paragraphsOf([[describeOpening(scope, units, period)]]),
      [
        ...wordsOf(texts, "tinh-hinh"),
        ...headedWords([
          ["Thuận lợi", wordsOf(texts, "thuan-loi")],
          ["Khó khăn", wordsOf(texts, "kho-khan")],
        ]),
      ],
      null,
    ),
    chi_dao: isFull
      ? section("chi_dao", NOTHING_TOLD, wordsOf(texts, "chi-dao"), wordsGap("chi-dao", period.name))
      : [],
    chi_tieu: section("chi_tieu", results, wordsOf(texts, "chi-tieu"), {
      what: `kết quả thực hiện các chỉ tiêu thi đua ${period.name}`,
      remedy: "Nạp bảng kết quả: thidua import TỆP (lấy mẫu bằng thidua sheet ket-qua).",
    }),
    bang_chi_tieu: isFull && hasResults ? attainmentTable(shown, plan) : [],
    // It counts what was missed: nothing is, before the year is over.
    bieu_do_ty_le: isFull && hasResults && period.isWhole ? attainmentChart(progress, plan) : [],
    bieu_do_so_sanh: isFull
      ? growthChart(progress, { now: period.name, before: `${period.isWhole ? "" : "cùng kỳ "}năm ${period.year - 1}` })
      : [],
    phong_trao: isFull
      ? section("phong_trao", movementProse(input.movements, period), wordsOf(texts, "phong-trao"), {
          what: `các phong trào thi đua ${period.name}`,
          remedy:
            "Nạp bảng phong trào (lấy mẫu bằng thidua sheet phong-trao), hoặc ghi ở mục “Các phong trào thi đua” của bảng nội dung (thidua sheet noi-dung).",
        })
      : [],
    bang_phong_trao: isFull ? movementTables(input.movements) : [],
    khen_thuong: section(
      "khen_thuong",
      paragraphsOf(describeAwards(awards, period, words, law).map((sentence) => [sentence])),
      wordsOf(texts, "khen-thuong"),
      {
        what: `số liệu khen thưởng ${period.name}`,
        remedy: "Nạp bảng khen thưởng: thidua import TỆP (lấy mẫu bằng thidua sheet khen-thuong).",
      },
    ),
    bang_khen_thuong: isFull ? awardTable(awards, period.year, law) : [],
    hoat_dong_cum: isFull
      ? section(
          "hoat_dong_cum",
          scope.kind === "cluster"
            ? paragraphsOf([
                describeRoles(scope.name, [
                  { name: `năm ${period.year}`, units },
                  { name: `năm ${period.year + 1}`, units: input.unitsNextYear },
                ]),
              ])
            : NOTHING_TOLD,
          wordsOf(texts, "hoat-dong-cum"),
          expected(
            wordsGap("hoat-dong-cum", period.name, `hoạt động của ${nameClusters(scope)} ${period.name}`),
            scope.kind === "cluster" && scope.name !== null,
          ),
        )
      : [],
    cham_diem: section(
      "cham_diem",
      rankProse(scope, rankings, period),
      wordsOf(texts, "cham-diem"),
      expected(
        {
          what: `kết quả chấm điểm, xếp hạng ${period.name}`,
          remedy: "Nạp thang điểm: thidua import THANG-DIEM.csv (lấy mẫu bằng thidua sheet thang-diem).",
        },
        period.isWhole,
      ),
    ),
    bang_diem: rankTables(scope, rankings, !isFull),
    bieu_do_diem: isFull && onlyRanking !== undefined ? scoreChart(onlyRanking.ranking) : [],
    de_nghi: section("de_nghi", leaderProse(scope, rankings, period), [], null),
    bang_de_nghi: isFull && scope.kind !== "unit" ? proposalTable(rankings) : [],
    tuyen_truyen: optional("tuyen-truyen"),
    kiem_tra: optional("kiem-tra"),
    bo_may: optional("bo-may"),
    quy: optional("quy"),
    uu_diem: optional("uu-diem"),
    han_che: weaknessBlocks(tell("han_che", shortfallProse(progress, words, period)), texts),
    bai_hoc: optional("bai-hoc"),
    phuong_huong: section(
      "phuong_huong",
      NOTHING_TOLD,
      tasksOf(texts, "phuong-huong"),
      wordsGap("phuong-huong", period.next),
    ),
    kien_nghi: optional("kien-nghi"),
    phu_luc_chi_tieu: isFull && hasResults ? indicatorAppendix(shown, plan) : [],
    phu_luc_diem: isFull ? rankAppendices(scope, rankings) : [],
  };
  return { blocks, missing, notes: [...listAssumptions(awards), ...listLeftOut(texts, isFull)], sentences };
}

/** What was weak, in words and by data, and why. */
function weaknessBlocks(data: Block[], texts: readonly ReportText[]): Block[] {
  return headedWords([
    [WEAKNESSES, [...wordsOf(texts, "han-che"), ...data]],
    ["Nguyên nhân", wordsOf(texts, "nguyen-nhan")],
  ]);
}

/** The section is headed so itself: alone in it, it needs no heading again. */
const WEAKNESSES = "Hạn chế";

/** Parts of a section under numbered headings; a single part needs no number. */
function headedWords(parts: readonly (readonly [string, Block[]])[]): Block[] {
  const filled = parts.filter(([, blocks]) => blocks.length > 0);
  const [only] = filled;
  if (filled.length === 1 && only !== undefined) {
    return [...(only[0] === WEAKNESSES ? [] : headed(only[0]).blocks), ...only[1]];
  }
  return filled.flatMap(([title, blocks], index) => [...headed(`${index + 1}. ${title}`).blocks, ...blocks]);
}

function wordsGap(id: ReportSectionId, when: string, what?: string): Gap {
  const title = sectionTitle(id);
  return {
    what: what ?? `${title.charAt(0).toLocaleLowerCase("vi")}${title.slice(1)} ${when}`,
    remedy: `Ghi ở mục “${title}” của bảng nội dung rồi nạp (lấy mẫu bằng thidua sheet noi-dung), hoặc điền vào chỗ tô vàng.`,
  };
}

/** Sections with words that a short report has no room for. */
function listLeftOut(texts: readonly ReportText[], isFull: boolean): string[] {
  if (isFull) return [];
  const left = [...new Set(texts.map(({ section }) => section))].filter((id) => FULL_ONLY.includes(id));
  if (left.length === 0) return [];
  return [`Báo cáo rút gọn không in nội dung các mục: ${left.map((id) => sectionTitle(id)).join("; ")}.`];
}

const FULL_ONLY: readonly ReportSectionId[] = [
  ...(["chi-dao", "phong-trao", "hoat-dong-cum", "tuyen-truyen", "kiem-tra", "bo-may", "quy"] as const),
  ...(["uu-diem", "bai-hoc", "kien-nghi"] as const),
];

function listAssumptions(awards: readonly CountedAward[]): string[] {
  const workers = countDirectWorkers(awards);
  if (workers === null || !workers.ticked || workers.blank === 0) return [];
  return [
    `${formatWhole(workers.blank)} cá nhân để trống cột Lao động trực tiếp nên được coi là không phải lao động trực tiếp.`,
  ];
}
