import { nameKey } from "../../domain/name.js";
import { UserError } from "../../errors.js";
import type { Db } from "../../store/open.js";
import { findUnitId } from "../../store/unit.js";
import { hasPlanLevel } from "../year/plan-choice.js";
import { type ClusterRanking, rankClusters } from "./clusters.js";
import { readFrozen } from "./finalized.js";

/** A cluster's ranks of the year before. */
export interface LastRanks {
  /** By name of the unit in this year's ranking. */
  ranks: Map<string, number>;
  /** YYYY-MM-DD; null when it was computed anew. */
  finalizedOn: string | null;
}

/** How a cluster was ranked the year before: as finalised, else as its data rank it now; null when neither is. */
export function readRanksBefore(db: Db, year: number, ranking: ClusterRanking): LastRanks | null {
  const isOwn = ({ cluster }: { cluster: string | null }) => nameKey(cluster ?? "") === nameKey(ranking.cluster ?? "");
  const frozen = [...readFrozen(db, year - 1).values()].find(isOwn);
  const units =
    frozen?.content.units ??
    [ranking.stored.name, null].flatMap((name) => tryRanking(db, year - 1, name, ranking)).find(isOwn)?.units;
  const rankOf = new Map((units ?? []).map(({ unit, rank }) => [findUnitId(db, unit), rank]));
  const ranks = new Map(
    ranking.members.flatMap(({ id, name }) => {
      const rank = rankOf.get(id) ?? null;
      return rank === null ? [] : [[name, rank] as const];
    }),
  );
  return ranks.size < 2 ? null : { ranks, finalizedOn: frozen?.finalizedOn ?? null };
}

/** As the ranking of another year was made: by the same plan where that year knows it. Nothing when the year has no units, or no such rubric. */
export function tryRanking(
  db: Db,
  year: number,
  rubric: string | null,
  { plan, findAward }: ClusterRanking,
): ClusterRanking[] {
  const level = plan?.level ?? null;
  try {
    return rankClusters(db, year, {
      rubric,
      cluster: null,
      findAward,
      plan: level !== null && hasPlanLevel(db, year, level) ? level : null,
    });
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
