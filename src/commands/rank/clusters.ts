import type { AwardFinder } from "../../domain/award-match.js";
import { type GivenToUnits, type RankedUnit, rankCluster } from "../../domain/cluster-ranking.js";
import { nameKey } from "../../domain/name.js";
import { formatNumber, toJsonNumber } from "../../domain/number.js";
import { toJsonGate } from "../../domain/place-note.js";
import { namePlan, type PlanInUse, toJsonPlan } from "../../domain/plan-level.js";
import { assessProgress } from "../../domain/progress.js";
import { type GivenScore, readGiven } from "../../domain/rubric.js";
import type { Rubric } from "../../domain/rubric-tree.js";
import { describeTieOrder } from "../../domain/tie-rule.js";
import type { UnitOfYear } from "../../domain/unit.js";
import { type Assumption, assumeResults, assumeScores } from "../../domain/what-if.js";
import { UserError } from "../../errors.js";
import { listAwards } from "../../store/award.js";
import type { Db } from "../../store/open.js";
import { listRubrics, type StoredRubric } from "../../store/rubric.js";
import { listScores } from "../../store/score.js";
import { listClusters } from "../../store/unit.js";
import { findNamed } from "../year/names.js";
import { readPlannedYear } from "../year/plan-choice.js";
import { findRubrics, growRubric } from "../year/stored-rubric.js";

/** One cluster's ranking by one rubric. */
export interface ClusterRanking {
  /** null = the units that were put in no cluster. */
  cluster: string | null;
  stored: StoredRubric;
  rubric: Rubric;
  members: UnitOfYear[];
  units: RankedUnit[];
  /** Other rubrics that could have been used, by name. */
  otherRubrics: string[];
  /** The plan it was computed by; null where the year has only one. */
  plan: PlanInUse | null;
  /** Knows the awards the rubric may name. */
  findAward: AwardFinder;
}

/** What is to be ranked; null = the rubric imported last, every cluster. */
export interface RankingWishes {
  rubric: string | null;
  cluster: string | null;
  /** The level whose plan counts; null = the setting, else each sheet's own. */
  plan: string | null;
  /** Knows the awards a rubric may name. */
  findAward: AwardFinder;
}

/**
 * Ranks every cluster of the year that has a rubric, by the rubric imported last unless one is named.
 * `assumptions` stand in the place of what is stored. Throws UserError when the year has no units or no rubric, or a
 * name is not known.
 */
export function rankClusters(
  db: Db,
  year: number,
  wanted: RankingWishes,
  assumptions: readonly Assumption[] = [],
): ClusterRanking[] {
  const { findAward } = wanted;
  const { plan, ...planned } = readPlannedYear(db, year, wanted.plan);
  const data = assumeResults(planned, assumptions);
  const only = wanted.cluster === null ? null : findNamed("cụm/khối", listClusters(db), wanted.cluster).name;
  const names = [...new Set(data.units.map((unit) => unit.cluster))].filter((name) => only === null || name === only);
  if (names.length === 0) {
    throw new UserError(
      `Năm ${year} chưa có đơn vị nào để xếp hạng.`,
      "Nạp bảng đơn vị và kết quả: thidua import TỆP.",
    );
  }
  const rubrics = listRubrics(db, year);
  const chosen = wanted.rubric === null ? rubrics : findRubrics(rubrics, wanted.rubric);
  const progress = assessProgress(data);
  const awardsOf = readUnitAwards(db, year);
  const rankings = names.flatMap((cluster) => {
    const usable = chosen.filter((rubric) => rubric.cluster === null || rubric.cluster === cluster);
    const stored = usable[0];
    if (stored === undefined) return [];
    const members = data.units.filter((unit) => unit.cluster === cluster);
    const rubric = growRubric(stored, findAward);
    const given = { scoreOf: assumeScores(readGivenScores(db, stored.id), assumptions), awardsOf };
    const units = rankCluster(members, progress, rubric, stored.decimals, given);
    const otherRubrics = usable.slice(1).map(({ name }) => name);
    return [{ cluster, stored, rubric, members, units, otherRubrics, plan, findAward }];
  });
  if (rankings.length > 0) return rankings;
  if (rubrics.length === 0) {
    throw new UserError(`Chưa có thang điểm cho năm ${year}.`, "Nạp bảng thang điểm: thidua import THANG-DIEM.csv.");
  }
  const made = rubrics.map(({ name, cluster }) => `"${name}"${cluster === null ? "" : ` (${cluster})`}`).join("; ");
  const where = only ?? "các cụm/khối này";
  throw new UserError(
    `Năm ${year} chưa có thang điểm dùng cho ${where}.`,
    `Các thang điểm hiện có: ${made}. Nạp thang điểm của cụm/khối bằng: thidua import TỆP --cluster "TÊN CỤM".`,
  );
}

/** Scores people gave under a rubric, by unit and criterion code. */
function readGivenScores(db: Db, rubricId: number): (unitId: number, code: string) => GivenScore {
  const byPlace = new Map(listScores(db, rubricId).map((score) => [`${score.unitId}|${score.codeKey}`, score]));
  return (unitId, code) => {
    const score = byPlace.get(`${unitId}|${nameKey(code)}`);
    return readGiven({
      self: score?.selfScore,
      cross: score?.crossScore,
      verified: score?.verifiedScore,
      cases: score?.cases,
    });
  };
}

/** Awards of the year that units themselves were given. */
function readUnitAwards(db: Db, year: number): GivenToUnits["awardsOf"] {
  const collective = listAwards(db, year).filter(({ subject }) => subject === "collective");
  return (unitId) =>
    collective
      .filter((award) => award.unitId === unitId)
      .map(({ awardId, decisionNumber, decisionDate }) => ({
        awardId,
        decided: decisionNumber !== null || decisionDate !== null,
      }));
}

/** A cluster as `rank --json` tells it. */
export function toRankingJson({ cluster, stored, rubric, units, plan }: ClusterRanking) {
  const { decimals } = stored;
  return {
    cluster,
    rubric: { name: stored.name, version: String(stored.version), maxScore: toJsonNumber(rubric.maxScore, decimals) },
    tieRule: describeTieOrder(rubric.ties),
    plan: toJsonPlan(plan),
    units: units.map((unit) => ({
      rank: unit.rank,
      unit: unit.unit,
      score: toJsonNumber(unit.score, decimals),
      base: toJsonNumber(unit.base, decimals),
      bonus: toJsonNumber(unit.bonus, decimals),
      deduction: toJsonNumber(unit.deduction, decimals),
      ranked: unit.rank !== null,
      gates: unit.gates.map(toJsonGate),
      tieBrokenBy: unit.tieBrokenBy,
      tiedWith: unit.tiedWith,
      problems: unit.problems,
      items: unit.items.map((item) => ({
        criterion: item.criterion.code,
        name: item.criterion.name,
        rule: item.criterion.leaf?.ruleId ?? null,
        max: toJsonNumber(item.criterion.max, decimals),
        score: toJsonNumber(item.score, decimals),
        attainmentPercent: toJsonNumber(item.attainmentPercent),
        self: toJsonNumber(item.given.self, decimals),
        cross: toJsonNumber(item.given.cross, decimals),
        verified: toJsonNumber(item.given.verified, decimals),
        cases: toJsonNumber(item.given.cases),
        round: item.round,
        counted: item.counted,
        problems: [...item.problems, ...item.differences.map(({ text }) => text)],
        warnings: item.warnings,
      })),
    })),
  };
}

/** "Thang điểm "P", phiên bản 1, tối đa 270 điểm" — printed wherever a ranking is. */
export function describeRubric({ stored, rubric, plan }: Pick<ClusterRanking, "stored" | "rubric" | "plan">): string {
  const by = plan === null ? "" : `, tính theo kế hoạch ${namePlan(plan)}`;
  return `Thang điểm "${stored.name}", phiên bản ${stored.version}, tối đa ${formatNumber(rubric.maxScore)} điểm${by}`;
}

/** What a person should know of a ranking besides itself, as sentences. */
export function listNotes({ cluster, stored, units, otherRubrics }: ClusterRanking): string[] {
  const where = cluster ?? "Các đơn vị chưa xếp cụm";
  const others = otherRubrics.map((name) => `"${name}"`).join(", ");
  return [
    ...(others === ""
      ? []
      : [`${where}: dùng thang điểm nạp sau cùng "${stored.name}"; còn ${others}, chọn bằng --rubric TÊN.`]),
    ...units.flatMap((unit) => unit.problems.map((problem) => `${unit.unit}: ${problem}.`)),
    ...units.flatMap((unit) =>
      unit.items.flatMap((item) =>
        [...item.problems, ...item.warnings].map(
          (problem) => `${unit.unit}, ${item.criterion.code} ${item.criterion.name}: ${problem}.`,
        ),
      ),
    ),
    ...units.flatMap(({ unit, items }) => {
      const differing = items.filter(({ differences }) => differences.length > 0).length;
      if (differing === 0) return [];
      return [`${unit}: ${differing} tiêu chí có điểm khác nhau giữa các vòng chấm; xem: thidua explain "${unit}".`];
    }),
  ];
}
