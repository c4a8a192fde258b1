import type { Award } from "../domain/award.js";
import type { Movement } from "../domain/movement.js";
import { listPlanNotes, type PlanInUse } from "../domain/plan-level.js";
import { assessProgress, type ProgressRow } from "../domain/progress.js";
import type { UnitOfYear } from "../domain/unit.js";
import { UserError } from "../errors.js";
import { listAwards } from "../store/award.js";
import { listMovements } from "../store/movement.js";
import type { Db } from "../store/open.js";
import { listRubrics } from "../store/rubric.js";
import { readSettings } from "../store/setting.js";
import { listClusters } from "../store/unit.js";
import { type Context, chooseYear } from "./context.js";
import { findNamed } from "./names.js";
import { type Office, readOffice } from "./office.js";
import { readPlannedYear } from "./plan-choice.js";
import { type ClusterRanking, type RankingWishes, rankClusters } from "./rank.js";

/** All that the reports of a year need, read in one go. */
export interface ReportYear {
  year: number;
  office: Office;
  /** null where the year has only one plan. */
  plan: PlanInUse | null;
  clusters: ReportCluster[];
  movements: Movement[];
  warnings: string[];
}

/** One report's cluster. */
export interface ReportCluster {
  /** null: the units of a year that knows no clusters. */
  name: string | null;
  units: UnitOfYear[];
  progress: ProgressRow[];
  ranking: ClusterRanking | null;
  awards: Award[];
}

/** Gathers the clusters to report on. Throws UserError when the year has no units, or a name is not known. */
export function readReportYear(context: Context, db: Db, wanted: RankingWishes): ReportYear {
  const year = chooseYear(context, db);
  const data = readPlannedYear(db, year, wanted.plan);
  if (data.units.length === 0) {
    throw new UserError(`Năm ${year} chưa có đơn vị nào để báo cáo.`, "Nạp bảng đơn vị và kết quả: thidua import TỆP.");
  }
  const progress = assessProgress(data);
  const all = [...new Set(data.units.map((unit) => unit.cluster))];
  const named = all.filter((name) => name !== null);
  const known = listClusters(db).filter(({ name }) => named.includes(name));
  const only = wanted.cluster === null ? null : findNamed("cụm/khối", known, wanted.cluster).name;
  const chosen = only !== null ? [only] : named.length > 0 ? named : all;
  const rankings = readRankings(db, year, chosen, { ...wanted, cluster: only });
  const awards = listAwards(db, year);
  const clusterOf = new Map(data.units.map((unit) => [unit.id, unit.cluster]));
  const clusters = chosen.map((name): ReportCluster => {
    return {
      name,
      units: data.units.filter((unit) => unit.cluster === name),
      progress: progress.filter((row) => row.unit.cluster === name),
      ranking: rankings.find((ranking) => ranking.cluster === name) ?? null,
      awards: awards.filter(({ unitId }) => !belongs(unitId, clusterOf) || clusterOf.get(unitId ?? 0) === name),
    };
  });
  const warnings = listPlanNotes(data.plan);
  const outside = data.units.filter((unit) => unit.cluster === null);
  if (named.length > 0 && outside.length > 0) {
    const names = outside.map((unit) => unit.name).join(", ");
    warnings.push(`Đơn vị chưa xếp vào cụm/khối nào nên không có trong báo cáo: ${names}.`);
  }
  const placeless = awards.filter(({ unitId }) => !belongs(unitId, clusterOf)).length;
  if (named.length > 1 && placeless > 0) {
    warnings.push(
      `${placeless} lượt khen thưởng chưa rõ thuộc đơn vị nào trong các cụm/khối; báo cáo nào cũng tính các lượt này. Sửa cột Đơn vị của bảng khen thưởng rồi nạp lại.`,
    );
  }
  return {
    year,
    office: readOffice(readSettings(db)),
    plan: data.plan,
    clusters,
    movements: listMovements(db, year),
    warnings,
  };
}

function belongs(unitId: number | null, clusterOf: ReadonlyMap<number, string | null>): boolean {
  return unitId !== null && (clusterOf.get(unitId) ?? null) !== null;
}

/** Rankings of these clusters; none when the year has no rubric for them and none was asked for by name. */
function readRankings(
  db: Db,
  year: number,
  clusters: readonly (string | null)[],
  wanted: RankingWishes,
): ClusterRanking[] {
  const usable = listRubrics(db, year).some(({ cluster }) => cluster === null || clusters.includes(cluster));
  return usable || wanted.rubric !== null ? rankClusters(db, year, wanted) : [];
}
