import { formatFixed, formatNumber, toJsonNumber } from "../../domain/number.js";
import { type OverallCluster, type OverallUnit, rankOverall } from "../../domain/overall-ranking.js";
import { describePlan, listPlanNotes } from "../../domain/plan-level.js";
import { withDatabase } from "../../store/open.js";
import { listUnits } from "../../store/unit.js";
import { type Column, formatTable } from "../../terminal/table.js";
import { wrapSentence } from "../../terminal/wrap.js";
import { type Context, chooseYear, type Outcome } from "../context/context.js";
import { type ClusterRanking, type RankingWishes, rankClusters, toRankingJson } from "./clusters.js";

/** One list over the units of all clusters and one over the clusters, by percent of each rubric's maximum. */
export async function rankAll(context: Context, wanted: RankingWishes): Promise<Outcome> {
  const { year, rankings, clusters } = await withDatabase(context.database, "read", (db) => {
    const year = chooseYear(context, db);
    const clusters = [...new Set(listUnits(db, year).map(({ cluster }) => cluster))];
    return { year, rankings: rankClusters(db, year, wanted), clusters };
  });
  const overall = rankOverall(
    rankings.map(({ cluster, rubric, units }) => ({
      cluster,
      units: units.flatMap(({ unit, rank, score }) =>
        rank === null ? [] : [{ unit, rank, score, max: rubric.maxScore }],
      ),
    })),
  );
  const unranked =
    wanted.cluster === null ? clusters.filter((name) => !rankings.some(({ cluster }) => cluster === name)) : [];
  const { columns } = context.io;
  return {
    data: {
      year,
      all: {
        basis: "percent-of-max",
        units: overall.units.map(toUnitJson),
        clusters: overall.clusters.map(toClusterJson),
      },
      clusters: rankings.map(toRankingJson),
      unranked,
    },
    text: [
      context.style.bold(wrapSentence("", `Tất cả các cụm, khối — năm ${year}`, columns)),
      wrapSentence("", describeBasis(rankings), columns),
      "",
      formatUnits(overall.units, rankings, context),
      formatClusters(overall.clusters, context),
    ].join("\n"),
    notes: [
      ...listPlanNotes(rankings[0]?.plan ?? null),
      ...unranked.map((name) => `${nameCluster(name)}: chưa có thang điểm nên chưa xếp hạng.`),
      ...(rankings.some(isRelative)
        ? ["Có tiêu chí chấm so với đơn vị tốt nhất trong từng cụm, nên điểm giữa các cụm chỉ để tham khảo."]
        : []),
    ],
  };
}

/** Whether some of its points are relative to the best of the cluster. */
function isRelative({ rubric }: ClusterRanking): boolean {
  return rubric.criteria.some(({ leaf }) => leaf?.ruleId === "so-voi-tot-nhat");
}

function nameCluster(cluster: string | null): string {
  return cluster ?? "Các đơn vị chưa xếp cụm";
}

function describeBasis(rankings: readonly ClusterRanking[]): string {
  const rubrics = [
    ...new Set(
      rankings.map(
        ({ stored, rubric }) =>
          `"${stored.name}" (phiên bản ${stored.version}, tối đa ${formatNumber(rubric.maxScore)})`,
      ),
    ),
  ];
  const plan = rankings[0]?.plan ?? null;
  const by = plan === null ? "" : ` ${describePlan(plan)}`;
  const basis = `Xếp theo % của điểm tối đa; cụm, khối xếp theo % bình quân của các đơn vị.${by}`;
  if (rubrics.length === 1) return `${basis} Cùng một thang điểm ${rubrics[0]}.`;
  return `${basis} Các cụm, khối dùng thang điểm khác nhau nên chỉ để tham khảo: ${rubrics.join("; ")}.`;
}

function toUnitJson({ rank, unit, cluster, clusterRank, score, max, percentOfMax }: OverallUnit): object {
  const [points, maxScore] = [toJsonNumber(score), toJsonNumber(max)];
  return { rank, unit, cluster, clusterRank, score: points, maxScore, percentOfMax: toJsonNumber(percentOfMax) };
}

function toClusterJson({ rank, cluster, units, meanPercent }: OverallCluster): object {
  return { rank, cluster, units, meanPercent: toJsonNumber(meanPercent) };
}

const UNIT_COLUMNS: readonly Column[] = [
  { header: "Hạng", align: "right" },
  { header: "Đơn vị" },
  { header: "Cụm/Khối" },
  { header: "Điểm", align: "right" },
  { header: "Tối đa", align: "right" },
  { header: "% tối đa", align: "right" },
  { header: "Hạng trong cụm", align: "right" },
];

function formatUnits(
  units: readonly OverallUnit[],
  rankings: readonly ClusterRanking[],
  { io, style }: Context,
): string {
  const decimals = new Map(rankings.map(({ cluster, stored }) => [cluster, stored.decimals]));
  const rows = units.map(({ rank, unit, cluster, score, max, percentOfMax, clusterRank }) => [
    String(rank),
    unit,
    nameCluster(cluster),
    formatFixed(score, decimals.get(cluster) ?? 2),
    formatNumber(max),
    formatFixed(percentOfMax, 2),
    `${clusterRank ?? ""}`,
  ]);
  return formatTable(UNIT_COLUMNS, rows, io.columns, style);
}

const CLUSTER_COLUMNS: readonly Column[] = [
  { header: "Hạng", align: "right" },
  { header: "Cụm/Khối" },
  { header: "Số đơn vị", align: "right" },
  { header: "% bình quân", align: "right" },
];

function formatClusters(clusters: readonly OverallCluster[], { io, style }: Context): string {
  const rows = clusters.map(({ rank, cluster, units, meanPercent }) => [
    String(rank),
    nameCluster(cluster),
    String(units),
    formatFixed(meanPercent, 2),
  ]);
  return formatTable(CLUSTER_COLUMNS, rows, io.columns, style);
}
