import { groupBy } from "../../domain/group-by.js";
import type { ProgressRow } from "../../domain/progress.js";
import { describeGaps } from "./gap-sentences.js";
import { describeGrowth } from "./growth-sentences.js";
import { describeAttainment } from "./indicator-sentences.js";
import { type IndicatorStanding, standIndicators } from "./indicator-standing.js";
import { describeOtherPlans, mainPlan } from "./plan-level-sentences.js";
import type { Sentence } from "./sentence.js";
import { describeTotal } from "./total-sentence.js";
import type { ClusterWords } from "./words.js";

/** One heading of the results: the indicators of one group (Kinh tế, Văn hóa - xã hội …), one paragraph each. */
export interface IndicatorGroup {
  /** As the indicators' sheet has it; null for indicators without a group. */
  name: string | null;
  paragraphs: Sentence[][];
}

/** The paragraphs about a cluster's indicators, by group in the order the groups first appear; those without a group come last. */
export function describeIndicators(rows: readonly ProgressRow[], cluster: ClusterWords): IndicatorGroup[] {
  const groups = groupBy(standIndicators(rows), ({ indicator }) => indicator.group);
  const named = [...groups].filter(([name]) => name !== null);
  const rest = groups.get(null);
  return [...named, ...(rest === undefined ? [] : [[null, rest] as const])].map(([name, standings]) => ({
    name,
    paragraphs: standings.map((standing) => describeIndicator(standing, cluster)),
  }));
}

/** All that is said of one indicator: the cluster's total, how the units did, the year before, what is not known. */
export function describeIndicator(standing: IndicatorStanding, cluster: ClusterWords): Sentence[] {
  // The first sentence names the indicator, the others go on from it.
  const lead = `${standing.indicator.name}: `;
  const total = describeTotal(standing, cluster);
  const plan = mainPlan(standing);
  const attainment = describeAttainment(
    standing,
    cluster,
    (total === null ? lead : "") + (plan === null ? "" : `theo ${plan}, `),
  );
  const sentences = [
    total,
    attainment,
    ...describeOtherPlans(standing, cluster),
    describeGrowth(standing, cluster, total === null && attainment === null ? lead : ""),
    ...describeGaps(standing, cluster),
  ];
  return sentences.filter((sentence) => sentence !== null);
}
