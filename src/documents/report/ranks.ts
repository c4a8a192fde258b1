import { exact, formatFixed } from "../../domain/number.js";
import type { Period } from "../../domain/period.js";
import type { Proposal } from "../../domain/proposal.js";
import { type Block, body } from "../decree30/decree30.js";
import { formatCount } from "../prose/count.js";
import { describeRanking } from "../prose/ranking-sentences.js";
import { makeSentence, type Sentence } from "../prose/sentence.js";
import { clusterWords, rankWord } from "../prose/words.js";
import { describeLeader, describeProposals } from "./nominations.js";
import { describeRankChanges, type RanksBefore } from "./rank-change.js";
import type { ReportScope } from "./scope.js";
import { type ScoredRanking, scoreAppendix, scoreTable } from "./score-tables.js";
import { introParagraph, NOTHING_TOLD, type Prose, paragraphsOf } from "./text.js";

/** The ranking of one cluster, and where its units stood the year before. */
export interface RankedCluster {
  cluster: string | null;
  ranking: ScoredRanking;
  /** null: the year before has no ranking of them. */
  before: RanksBefore | null;
  /** What the cluster's own rules propose; empty where it has set none. */
  proposals: readonly Proposal[];
}

/** By what rubric, who came where and who moved: of each cluster a paragraph, of a unit its own place. */
export function rankProse(scope: ReportScope, rankings: readonly RankedCluster[], period: Period): Prose {
  if (scope.kind === "unit")
    return paragraphsOf(rankings.map((each) => describeOwnPlace(scope.unit.name, each, period)));
  return paragraphsOf(
    rankings.map(({ cluster, ranking, before }) => {
      const changes = before === null ? null : describeRankChanges(ranking, before, period.year);
      return [...describeRanking(ranking, clusterWords(cluster)), ...(changes === null ? [] : [changes])];
    }),
    rankings.length > 1 ? "- " : "",
  );
}

/** Whom the rankings put first, and what the cluster's rules propose for whom. A unit acclaims nobody in a report of its own. */
export function leaderProse(scope: ReportScope, rankings: readonly RankedCluster[], period: Period): Prose {
  if (scope.kind === "unit") return NOTHING_TOLD;
  const told = rankings.map(({ cluster, ranking, proposals }) => [
    describeLeader(cluster, ranking, period),
    describeProposals(cluster, ranking, proposals),
  ]);
  const paragraphs = told
    .map((sentences) => sentences.filter((one) => one !== null))
    .filter((sentences) => sentences.length > 0);
  return paragraphsOf(paragraphs, paragraphs.length > 1 ? "- " : "");
}

/** Scores with ranks, of a unit its own line; `ranksOnly` leaves the criteria out. */
export function rankTables(scope: ReportScope, rankings: readonly RankedCluster[], ranksOnly: boolean): Block[] {
  return shownRankings(scope, rankings).flatMap(({ cluster, ranking }) => {
    const tree = ranksOnly ? { ...ranking.tree, criteria: [] } : ranking.tree;
    const heading = rankings.length > 1 ? [introParagraph(`${clusterWords(cluster).full ?? "Các đơn vị khác"}:`)] : [];
    return [...heading, ...scoreTable({ ...ranking, tree })];
  });
}

/** Every criterion of every unit shown, where the tables in the text have no room for them. */
export function rankAppendices(scope: ReportScope, rankings: readonly RankedCluster[]): Block[] {
  return shownRankings(scope, rankings).flatMap(({ cluster, ranking }) => {
    const table = scoreAppendix(ranking);
    const isHeaded = rankings.length > 1 && table.length > 0;
    return [...(isHeaded ? [body(clusterWords(cluster).full ?? "Các đơn vị khác", { bold: true })] : []), ...table];
  });
}

function shownRankings(scope: ReportScope, rankings: readonly RankedCluster[]): RankedCluster[] {
  if (scope.kind !== "unit") return [...rankings];
  return rankings.map((each) => ({
    ...each,
    ranking: { ...each.ranking, units: each.ranking.units.filter(({ unit }) => unit === scope.unit.name) },
  }));
}

/** "Theo kết quả chấm điểm của Cụm thi đua số 1, huyện A đạt 279,10 điểm, xếp thứ Nhất trong 07 đơn vị." */
function describeOwnPlace(name: string, { cluster, ranking, before }: RankedCluster, period: Period): Sentence[] {
  const own = ranking.units.find(({ unit }) => unit === name);
  if (own === undefined) return [];
  const points = `${formatFixed(own.score, ranking.decimals)} điểm`;
  const placed = ranking.units.filter(({ rank }) => rank !== null).length;
  const tied = own.tiedWith.length > 0 ? "cùng " : "";
  const place =
    own.rank === null
      ? `, không xếp loại: ${own.gates.map(({ reason }) => reason).join("; ")}`
      : placed < 2
        ? ""
        : `, ${tied}xếp thứ ${rankWord(own.rank)} trong ${formatCount(placed)} đơn vị`;
  const whose = clusterWords(cluster).full;
  const text = `theo kết quả chấm điểm${whose === null ? "" : ` của ${whose}`} (${ranking.rubric}), ${ranking.nameOf(name)} đạt ${points}${place}`;
  const fact = { who: name, basis: [{ scoreOf: name }] };
  const facts = [
    { ...fact, about: "tổng điểm", what: "score" as const, figure: own.score, measure: "điểm" },
    ...(own.rank === null
      ? []
      : [{ ...fact, about: "hạng", what: "rank" as const, figure: exact(own.rank), measure: null }]),
  ];
  const changes = before === null ? null : describeRankChanges({ ...ranking, units: [own] }, before, period.year);
  return [makeSentence(text, facts), ...(changes === null ? [] : [changes])];
}
