import type { Db } from "./open.js";

/** A cluster's ranking as it was finalised. */
export interface FrozenRanking<Content> {
  /** null = the units that were put in no cluster. */
  cluster: string | null;
  /** Decimals of its scores. */
  decimals: number;
  /** YYYY-MM-DD. */
  finalizedOn: string;
  /** The cluster as `rank --json` told it. */
  content: Content;
}

/** The finalised rankings of a year, of each cluster the latest. */
export function listFrozenRankings<Content>(db: Db, year: number): FrozenRanking<Content>[] {
  const rows = db
    .prepare<[number], Omit<FrozenRanking<Content>, "content"> & { content: string }>(
      `SELECT cluster, decimals, finalized_on AS finalizedOn, content FROM frozen_ranking
       WHERE id IN (SELECT max(id) FROM frozen_ranking WHERE year = ? GROUP BY cluster) ORDER BY id`,
    )
    .all(year);
  return rows.map((row) => ({ ...row, content: JSON.parse(row.content) as Content }));
}

/** Freezes a ranking; an earlier one of the same cluster stays, and no longer counts. */
export function freezeRanking<Content>(db: Db, year: number, ranking: FrozenRanking<Content>): void {
  db.prepare(
    `INSERT INTO frozen_ranking (year, cluster, decimals, finalized_on, content)
     VALUES (@year, @cluster, @decimals, @finalizedOn, @content)`,
  ).run({ ...ranking, year, content: JSON.stringify(ranking.content) });
}
