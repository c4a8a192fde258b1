import { type Exact, toPlain } from "../../domain/number.js";
import { describePlace } from "../../domain/place-note.js";
import type { Db } from "../../store/open.js";
import { rankClusters } from "../rank/clusters.js";
import type { Listing, ListingWishes } from "./listing.js";
import { makePlainListing, type PlainColumn } from "./plain-listing.js";

const COLUMNS: readonly PlainColumn[] = [
  ["cluster", "Cụm/Khối", "text"],
  ["rubric", "Thang điểm", "text"],
  ["rank", "Hạng", "number"],
  ["unit", "Đơn vị", "text"],
  ["score", "Tổng điểm", "number"],
  ["base", "Điểm chấm", "number"],
  ["bonus", "Thưởng", "number"],
  ["deduction", "Trừ", "number"],
  ["note", "Ghi chú", "text"],
];

/** Points and ranks of all clusters, one row per unit, rounded as `rank` shows them. Throws what `rankClusters` does. */
export function describeRanks(db: Db, year: number, { rubric, law: { findAward } }: ListingWishes): Listing {
  const rankings = rankClusters(db, year, { rubric, findAward, cluster: null, plan: null });
  const rows = rankings.flatMap(({ cluster, stored, rubric: { ties }, units }) =>
    units.map((ranked) => {
      const { rank, unit, score, base, bonus, deduction } = ranked;
      const points = (value: Exact) => toPlain(value, stored.decimals);
      const [total, ...parts] = [score, base, bonus, deduction].map(points);
      const place = [cluster, stored.name, rank === null ? null : String(rank), unit, total, ...parts];
      return [...place, describePlace(ranked, ties) || null].map((value) => value ?? null);
    }),
  );
  return makePlainListing("xep-hang", COLUMNS, rows);
}
