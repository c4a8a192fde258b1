import { percentOf, type Total } from "./improvement.js";
import { type Exact, ZERO } from "./number.js";
import { rankByScore } from "./ranking.js";

/** One cluster's ranking, as far as an overall list needs it. */
export interface RankedCluster {
  cluster: string | null;
  units: readonly ({ unit: string; rank: number | null } & Total)[];
}

/** A unit among those of all clusters. */
export interface OverallUnit extends Total {
  rank: number;
  unit: string;
  cluster: string | null;
  clusterRank: number | null;
  percentOfMax: Exact;
}

/** A cluster among all, by what its units have on average. */
export interface OverallCluster {
  rank: number;
  cluster: string | null;
  units: number;
  meanPercent: Exact;
}

/** One list over the units of all clusters, and one over the clusters, by percent of each rubric's maximum. */
export function rankOverall(clusters: readonly RankedCluster[]): { units: OverallUnit[]; clusters: OverallCluster[] } {
  const units = clusters.flatMap(({ cluster, units: members }) =>
    members.map(({ unit, rank, score, max }) => ({
      unit,
      cluster,
      clusterRank: rank,
      points: score,
      max,
      score: percentOf(score, max),
    })),
  );
  const means = clusters
    .filter(({ units: members }) => members.length > 0)
    .map(({ cluster, units: members }) => {
      const sum = members.reduce((total, { score, max }) => total.add(percentOf(score, max)), ZERO);
      return { cluster, units: members.length, score: sum.div(members.length) };
    });
  return {
    units: rankByScore(units).map(({ rank, unit, cluster, clusterRank, points, max, score }) => ({
      rank,
      unit,
      cluster,
      clusterRank,
      score: points,
      max,
      percentOfMax: score,
    })),
    clusters: rankByScore(means).map(({ rank, cluster, units: count, score }) => ({
      rank,
      cluster,
      units: count,
      meanPercent: score,
    })),
  };
}
