import type { Source } from "./source.js";

/** Cụm trưởng, cụm phó, thành viên: a unit's part in its cluster, per year. */
export type ClusterRole = "head" | "deputy" | "member";

/** One row of a `don-vi` sheet: a unit of a year and the cluster it belongs to. */
export interface UnitRecord {
  /** Row as Excel shows it. */
  row: number;
  code: string | null;
  name: string;
  /** Other names ("Tên khác"), split at ";" or ",". */
  aliases: string[];
  /** Loại: huyện, thành phố, xã, sở … as typed. */
  kind: string | null;
  level: string | null;
  cluster: string | null;
  role: ClusterRole | null;
  headcount: number | null;
  year: number | null;
}

/** A unit as it stands in one year. */
export interface UnitOfYear {
  id: number;
  name: string;
  code: string | null;
  /** Loại as typed: huyện, sở … */
  kind: string | null;
  level: string | null;
  headcount: number | null;
  /** null when it was put in no cluster. */
  cluster: string | null;
  role: ClusterRole | null;
  source: Source;
}
