import { groupBy } from "../../domain/group-by.js";
import type { ProgressRow } from "../../domain/progress.js";
import { describeGaps } from "./gap-sentences.js";
import { describeGrowth } from "./growth-sentences.js";
import { describeAttainment } from "./indicator-sentences.js";
import { type IndicatorStanding, standIndicators } from "./indicator-standing.js";
import { describeAllPlans, describeOtherPlans, mainPlan } from "./plan-level-sentences.js";
import { describeReachedByAll } from "./reached-sentences.js";
import type { Sentence } from "./sentence.js";
import { describeTotal } from "./total-sentence.js";
import type { ClusterWords } from "./words.js";

/** One heading of the results: the indicators of one group (Kinh tế, Văn hóa - xã hội …), one paragraph each. */
export interface IndicatorGroup {
  /** As the indicators' sheet has it; null for indicators without a group. */
  name: string | null;
  paragraphs: Sentence[][];
}

/**
 * The paragraphs about a cluster's indicators, by group in the order the groups first appear; those without a group come last.
 * `describe` says all there is of one indicator in the place of `describeIndicator`: `describeSoFar` before the year is over.
 */
export function describeIndicators(
  rows: readonly ProgressRow[],
  cluster: ClusterWords,
  describe: typeof describeIndicator | null = null,
): IndicatorGroup[] {
  const standings = standIndicators(rows);
  const each = (some: readonly IndicatorStanding[]) =>
    some.map((standing) => (describe ?? describeIndicator)(standing, cluster));
  const tell = describe === null && standings.length > MOST_TOLD ? describeNotable : each;
  const groups = groupBy(standings, ({ indicator }) => indicator.group);
  const named = [...groups].filter(([name]) => name !== null);
  const rest = groups.get(null);
  return [...named, ...(rest === undefined ? [] : [[null, rest] as const])].map(([name, standings]) => ({
    name,
    paragraphs: tell(standings, cluster),
  }));
}

/** More indicators than this are not told one by one: those all reached stand together, and what moved stands in the appendix. */
const MOST_TOLD = 12;

/** Of many: those every unit reached in a paragraph together, the others one by one, each in brief. */
function describeNotable(standings: readonly IndicatorStanding[], cluster: ClusterWords): Sentence[][] {
  const together = describeReachedByAll(standings, cluster);
  const others = standings.filter((standing) => !together.told.includes(standing));
  return [
    ...together.sentences.map((sentence) => [sentence]),
    ...others.map((standing) => describeBriefly(standing, cluster)),
  ];
}

function describeBriefly(standing: IndicatorStanding, cluster: ClusterWords): Sentence[] {
  const attainment = describeAttainment(standing, cluster, `${standing.indicator.name}: `);
  return [...(attainment === null ? [] : [attainment]), ...describeGaps(standing, cluster)];
}

/** All that is said of one indicator: the cluster's total, how the units did, the year before, what is not known. */
export function describeIndicator(standing: IndicatorStanding, cluster: ClusterWords): Sentence[] {
  const allPlans = describeAllPlans(standing);
  if (allPlans !== null) return [allPlans];
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
