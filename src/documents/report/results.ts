import { isPercentMeasure } from "../../domain/attainment.js";
import type { Period } from "../../domain/period.js";
import type { ProgressRow } from "../../domain/progress.js";
import { describeIndicators } from "../prose/indicator-report.js";
import { standIndicators } from "../prose/indicator-standing.js";
import { describeOverview } from "../prose/overview-sentences.js";
import { describeShortfalls } from "../prose/shortfall-sentences.js";
import { describeOverviewSoFar, describeSoFar } from "../prose/so-far-sentences.js";
import type { ClusterWords } from "../prose/words.js";
import { headed, introParagraph, joinProse, NOTHING_TOLD, type Prose, paragraphsOf } from "./text.js";

/** How the indicators went: first all together, then one by one under the headings of their groups. */
export function resultProse(progress: readonly ProgressRow[], words: ClusterWords, period: Period): Prose {
  const groups = describeIndicators(progress, words, period.isWhole ? null : describeSoFar);
  const numbered = groups.length > 1 || groups[0]?.name !== null;
  const lists = groups.map(({ name, paragraphs }, index) =>
    joinProse(
      numbered ? headed(`${index + 1}. ${name ?? "Các chỉ tiêu khác"}`) : NOTHING_TOLD,
      paragraphsOf(paragraphs, "- "),
    ),
  );
  return joinProse(overviewProse(progress, words, period), ...lists);
}

/** All together only: what a short report says; of a single indicator what there is to say of it. */
export function resultSummary(progress: readonly ProgressRow[], words: ClusterWords, period: Period): Prose {
  const overview = overviewProse(progress, words, period);
  return overview.told.length > 0 ? overview : resultProse(progress, words, period);
}

function overviewProse(progress: readonly ProgressRow[], words: ClusterWords, period: Period): Prose {
  const standings = standIndicators(progress);
  const overview = period.isWhole
    ? describeOverview(standings, words)
    : describeOverviewSoFar(standings, words, period);
  return paragraphsOf([overview]);
}

/** What fell short of its plan and why, where the sheets say why. Nothing before the year is over. */
export function shortfallProse(progress: readonly ProgressRow[], words: ClusterWords, period: Period): Prose {
  if (!period.isWhole) return NOTHING_TOLD;
  const short = describeShortfalls(standIndicators(progress), words);
  if (short.length === 0) return NOTHING_TOLD;
  const which = short.length === 1 ? "Chỉ tiêu" : "Một số chỉ tiêu";
  const whose = new Set(progress.map((row) => row.unit.id)).size === 1 ? "" : " còn có đơn vị";
  return joinProse(
    { blocks: [introParagraph(`${which}${whose} chưa đạt kế hoạch:`)], told: [] },
    paragraphsOf(short, "- "),
  );
}

/** Rows for the tables before the year is over: only what has reached a plan that can but grow keeps its word. */
export function withoutVerdicts(progress: readonly ProgressRow[], { isWhole }: Period): readonly ProgressRow[] {
  if (isWhole) return progress;
  return progress.map((row): ProgressRow => {
    const { indicator, result, status } = row;
    const grows = indicator.direction === "higher" && !isPercentMeasure(result?.measure ?? indicator.measure);
    if (status === "unknown" || (grows && status !== "missed")) return row;
    const attainmentPercent = indicator.direction === "pass" ? null : row.attainmentPercent;
    return { ...row, attainmentPercent, status: "unknown", unknown: null };
  });
}
