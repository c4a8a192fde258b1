import type { ReportScope } from "../../documents/report/scope.js";
import type { Award } from "../../domain/award.js";
import { isCommittee, issuerName } from "../../domain/issuer.js";
import type { Law } from "../../domain/law/law.js";
import type { Movement } from "../../domain/movement.js";
import { nameKey, unitKey } from "../../domain/name.js";
import { makePeriod, type Period, type PeriodId } from "../../domain/period.js";
import { listPlanNotes, type PlanInUse } from "../../domain/plan-level.js";
import { assessProgress, type ProgressRow } from "../../domain/progress.js";
import type { Proposal } from "../../domain/proposal.js";
import type { ReportText } from "../../domain/report-text.js";
import type { UnitOfYear } from "../../domain/unit.js";
import { UserError } from "../../errors.js";
import { listAwards } from "../../store/award.js";
import { listMovements } from "../../store/movement.js";
import type { Db } from "../../store/open.js";
import { listReportTexts } from "../../store/report-text.js";
import { listRubrics } from "../../store/rubric.js";
import { readSettings } from "../../store/setting.js";
import { listClusters, listUnits } from "../../store/unit.js";
import { type Context, chooseYear } from "../context/context.js";
import { localTime } from "../context/local-time.js";
import { type Office, readOffice } from "../context/office.js";
import { type ClusterRanking, rankClusters } from "../rank/clusters.js";
import { readFrozen } from "../rank/finalized.js";
import { findNamed, findUnit } from "../year/names.js";
import { readPlannedYear } from "../year/plan-choice.js";
import { listOtherPeriods, readPrevious } from "./previous.js";
import { proposalDay, proposeForClusters, readRules } from "./propose-year.js";
import { chooseRanking, type ReportedRanking } from "./ranking.js";

/** What is to be reported. */
export interface ReportWishes {
  cluster: string | null;
  unit: string | null;
  /** One report of all clusters. */
  all: boolean;
  period: PeriodId;
  rubric: string | null;
  plan: string | null;
}

/** All that the reports of a year need, read in one go. */
export interface ReportYear {
  period: Period;
  office: Office;
  law: Law;
  /** null where the year has only one plan. */
  plan: PlanInUse | null;
  subjects: ReportSubject[];
  warnings: string[];
}

/** A ranking with what the cluster's own rules propose by it. */
export interface ProposedRanking extends ReportedRanking {
  /** Empty where no rules are set: the program's default ones are a habit, not the cluster's word. */
  proposals: Proposal[];
}

/** What one report is about, with all that is known of it. */
export interface ReportSubject {
  scope: ReportScope;
  /** As files and messages name it; null: the units of a year that knows no clusters. */
  name: string | null;
  /** Of the cluster (a unit's own report: of its cluster), or all. */
  units: UnitOfYear[];
  unitsNextYear: UnitOfYear[];
  /** Rows of those reported on only. */
  progress: ProgressRow[];
  rankings: ProposedRanking[];
  awards: Award[];
  movements: Movement[];
  texts: ReportText[];
}

/** The cluster a report is about, or its unit belongs to; null: none, or all. */
export function clusterOf(scope: ReportScope): string | null {
  if (scope.kind === "all") return null;
  return scope.kind === "unit" ? scope.cluster : scope.name;
}

/** Gathers what to report on. Throws UserError when the year has no units, or a name is not known. */
export function readReportYear(context: Context, db: Db, wanted: ReportWishes, law: Law): ReportYear {
  const year = chooseYear(context, db);
  const period = makePeriod(year, wanted.period);
  const planned = readPlannedYear(db, year, wanted.plan);
  if (planned.units.length === 0) {
    throw new UserError(`Năm ${year} chưa có đơn vị nào để báo cáo.`, "Nạp bảng đơn vị và kết quả: thidua import TỆP.");
  }
  const { data, warnings } = readPrevious(db, planned, period);
  const office = readOffice(readSettings(db));
  const scopes = chooseScopes(db, data.units, office, wanted);
  const rankings = readRankings(db, year, wanted, law);
  const frozen = readFrozen(db, year);
  const awards = listAwards(db, year).filter(({ decisionDate }) => isWithin(decisionDate, period));
  const clusterById = new Map(data.units.map((unit) => [unit.id, unit.cluster]));
  const next = listUnits(db, year + 1);
  const progress = assessProgress(data);
  const movements = listMovements(db, year).filter(({ from }) => isWithin(from, period));
  const texts = listReportTexts(db, year);
  const { rules, origin } = readRules(db, law, []);
  const question = {
    year,
    date: proposalDay(year, localTime(context.io.now().toISOString()).slice(0, 10)),
    law,
    rules,
  };
  const rankOf = (cluster: string | null): ProposedRanking[] => {
    const ranking = rankings.find((each) => each.cluster === cluster) ?? null;
    const members = data.units.filter((unit) => unit.cluster === cluster);
    const facts = { ranking, frozen: frozen.get(cluster) ?? null, members };
    const chosen = chooseRanking(db, year, facts, wanted.rubric !== null);
    if (chosen === null) return [];
    const results = origin === "default" ? [] : proposeForClusters(db, [chosen], question);
    return [{ ...chosen, proposals: results.flatMap(({ proposals }) => proposals) }];
  };
  const subjects = scopes.map((scope): ReportSubject => {
    const cluster = clusterOf(scope);
    const units = scope.kind === "all" ? [...data.units] : data.units.filter((unit) => unit.cluster === cluster);
    const own = scope.kind === "unit" ? [scope.unit] : units;
    const ids = new Set(own.map(({ id }) => id));
    return {
      scope,
      name: scope.kind === "unit" ? scope.unit.name : scope.kind === "all" ? scope.area : scope.name,
      units,
      unitsNextYear: next.filter((unit) => unit.cluster === cluster),
      progress: progress.filter((row) => ids.has(row.unit.id)),
      rankings: scope.kind === "all" ? clustersOf(data.units).flatMap(rankOf) : rankOf(cluster),
      awards: awards.filter(({ unitId }) => {
        if (scope.kind !== "cluster") return scope.kind === "all" || unitId === scope.unit.id;
        return !belongs(unitId, clusterById) || clusterById.get(unitId ?? 0) === cluster;
      }),
      movements:
        scope.kind === "unit" ? movements.filter((each) => !isOfOther(each, scope.unit, data.units)) : movements,
      texts: texts.filter((text) => concerns(text, scope)),
    };
  });
  return {
    period,
    office,
    law,
    plan: planned.plan,
    subjects,
    warnings: [
      ...listPlanNotes(planned.plan),
      ...listOtherPeriods(db, data, period),
      ...warnings,
      ...(wanted.all || wanted.unit !== null ? [] : describeOutside(data.units, "báo cáo")),
      ...(wanted.unit === null && !wanted.all ? describePlaceless(awards, clusterById) : []),
    ],
  };
}

function chooseScopes(db: Db, units: readonly UnitOfYear[], office: Office, wanted: ReportWishes): ReportScope[] {
  if (wanted.unit !== null) {
    const unit = findUnit(db, units, wanted.unit);
    return [{ kind: "unit", unit, cluster: unit.cluster }];
  }
  if (wanted.all) return [{ kind: "all", area: areaOf(office) }];
  const all = clustersOf(units);
  const named = all.filter((name) => name !== null);
  const known = listClusters(db).filter(({ name }) => named.includes(name));
  const only = wanted.cluster === null ? null : findNamed("cụm/khối", known, wanted.cluster).name;
  const chosen = only !== null ? [only] : named.length > 0 ? named : all;
  return chosen.map((name) => ({ kind: "cluster", name }));
}

/** The area a Ủy ban nhân dân is over: "huyện Bình Minh"; null for any other office. */
function areaOf({ issuer }: Office): string | null {
  if (issuer === null || !isCommittee(issuer.name)) return null;
  return issuerName(issuer).replace(/^Ủy ban nhân dân\s+/iu, "");
}

function clustersOf(units: readonly UnitOfYear[]): (string | null)[] {
  return [...new Set(units.map(({ cluster }) => cluster))];
}

/** Without a date it is taken to be of the period; what only came later is not. */
function isWithin(date: string | null, { isWhole, lastDay }: Period): boolean {
  return isWhole || date === null || date <= lastDay;
}

/** A movement that another unit of the year launched. */
function isOfOther({ launchedBy }: Movement, own: UnitOfYear, units: readonly UnitOfYear[]): boolean {
  if (launchedBy === null) return false;
  const key = unitKey(launchedBy).replace(/^ủy ban nhân dân /, "");
  return units.some(({ id, name }) => id !== own.id && unitKey(name) === key);
}

/** Whether words written for a unit, a cluster or all reports of the year belong to this one. */
export function concerns({ unit, cluster }: ReportText, scope: ReportScope): boolean {
  if (unit === null && cluster === null) return true;
  if (scope.kind === "unit") return unit !== null && nameKey(unit) === nameKey(scope.unit.name);
  return scope.kind === "cluster" && unit === null && nameKey(cluster ?? "") === nameKey(scope.name ?? "");
}

function belongs(unitId: number | null, clusterById: ReadonlyMap<number, string | null>): boolean {
  return unitId !== null && (clusterById.get(unitId) ?? null) !== null;
}

/** Units in no cluster, where others are in one: what is written of clusters leaves them out. */
export function describeOutside(units: readonly UnitOfYear[], what: "báo cáo" | "văn bản"): string[] {
  const outside = units.filter((unit) => unit.cluster === null);
  if (outside.length === 0 || outside.length === units.length) return [];
  const names = outside.map((unit) => unit.name).join(", ");
  return [`Đơn vị chưa xếp vào cụm/khối nào nên không có trong ${what}: ${names}.`];
}

function describePlaceless(awards: readonly Award[], clusterById: ReadonlyMap<number, string | null>): string[] {
  const clusters = new Set([...clusterById.values()].filter((cluster) => cluster !== null));
  const placeless = awards.filter(({ unitId }) => !belongs(unitId, clusterById)).length;
  if (clusters.size < 2 || placeless === 0) return [];
  return [
    `${placeless} lượt khen thưởng chưa rõ thuộc đơn vị nào trong các cụm/khối; báo cáo nào cũng tính các lượt này. Sửa cột Đơn vị của bảng khen thưởng rồi nạp lại.`,
  ];
}

/** Rankings of the year's clusters; none when the year has no rubric and none was asked for by name. */
export function readRankings(
  db: Db,
  year: number,
  { rubric, plan, cluster }: Pick<ReportWishes, "rubric" | "plan" | "cluster">,
  { findAward }: Law,
): ClusterRanking[] {
  if (listRubrics(db, year).length === 0 && rubric === null) return [];
  const only = cluster === null ? null : findNamed("cụm/khối", listClusters(db), cluster).name;
  try {
    return rankClusters(db, year, { rubric, plan, cluster: only, findAward });
  } catch (error) {
    // Rubrics there are, and none for these clusters: the report says so itself.
    if (error instanceof UserError && rubric === null) return [];
    throw error;
  }
}
