import type { RankedCluster } from "../../documents/report/ranks.js";
import type { ScoredRanking } from "../../documents/report/score-tables.js";
import type { RankedUnit } from "../../domain/cluster-ranking.js";
import { shortDate } from "../../domain/date.js";
import type { GateEffect } from "../../domain/gate.js";
import { type Exact, exact, formatNumber, ZERO } from "../../domain/number.js";
import { namePlan } from "../../domain/plan-level.js";
import { NOTHING_GIVEN } from "../../domain/rubric.js";
import { describeTieOrder, NO_TIES } from "../../domain/tie-rule.js";
import type { UnitOfYear } from "../../domain/unit.js";
import type { Db } from "../../store/open.js";
import type { ClusterRanking } from "../rank/clusters.js";
import { compareWithFrozen, type Frozen } from "../rank/finalized.js";
import { readRanksBefore } from "../rank/ranks-before.js";

/** A cluster's ranking for a report, and what its reader should know of it. */
export interface ReportedRanking {
  /** Without names for prose yet. */
  stated: Omit<ScoredRanking, "nameOf">;
  /** As today's data rank it, which leads from scores to cells; null: they cannot. */
  computed: ClusterRanking | null;
  cluster: string | null;
  members: UnitOfYear[];
  before: RankedCluster["before"];
  warnings: string[];
}

/**
 * The ranking a report states: the one finalised for the cluster, unless another rubric was asked for by name; else today's. `ranking` null:
 * nothing can be computed today.
 */
export function chooseRanking(
  db: Db,
  year: number,
  { ranking, frozen, members }: { ranking: ClusterRanking | null; frozen: Frozen | null; members: UnitOfYear[] },
  isRubricAsked: boolean,
): ReportedRanking | null {
  const cluster = ranking?.cluster ?? frozen?.cluster ?? null;
  const last = ranking === null ? null : readRanksBefore(db, year, ranking);
  const before = last?.ranks ?? null;
  const notes =
    last === null || last.finalizedOn !== null
      ? []
      : [`Thứ hạng năm ${year - 1} tính từ số liệu đã nạp, vì năm ấy chưa chốt xếp hạng.`];
  if (frozen === null || (isRubricAsked && frozen.content.rubric.name !== ranking?.stored.name)) {
    if (ranking === null) return null;
    const other =
      frozen === null
        ? "Xếp hạng chưa chốt, số liệu sửa về sau sẽ làm nó đổi. Khi đã thống nhất thì chốt: thidua rank --finalize"
        : `Xếp hạng đã chốt theo thang điểm "${frozen.content.rubric.name}"; báo cáo này theo --rubric nên không nêu bản chốt.`;
    return { stated: stateRanking(ranking), computed: ranking, cluster, members, before, warnings: [other, ...notes] };
  }
  return {
    stated: thawRanking(frozen, ranking),
    computed: ranking,
    cluster,
    members,
    before,
    warnings: [...describeDifference(frozen, ranking), ...notes],
  };
}

/** What differs between the finalised ranking and today's; nothing when they agree. */
function describeDifference(frozen: Frozen, ranking: ClusterRanking | null): string[] {
  const changes = ranking === null ? null : compareWithFrozen(ranking, frozen).changes;
  const told = `Báo cáo nêu xếp hạng đã chốt ngày ${shortDate(frozen.finalizedOn)}`;
  if (changes === null)
    return [
      `${told} theo thang điểm "${frozen.content.rubric.name}"; hiện không tính lại được theo thang điểm ấy để đối chiếu.`,
    ];
  if (changes.length === 0) return [];
  const names = changes.map(({ unit }) => unit).join(", ");
  return [
    `${told}; tính theo số liệu hiện nay thì khác ở: ${names}. Xem chỗ khác: thidua rank. Chốt lại: thidua rank --finalize --force`,
  ];
}

function stateRanking(ranking: ClusterRanking): ReportedRanking["stated"] {
  return {
    rubric: nameRubric(ranking.rubric.maxScore, ranking.plan === null ? null : namePlan(ranking.plan)),
    tieRule: describeTieOrder(ranking.rubric.ties),
    decimals: ranking.stored.decimals,
    units: ranking.units,
    tree: ranking.rubric,
  };
}

/** As a signed report names it: what we call the file it came from, and its versions, mean nothing to its readers. */
function nameRubric(maxScore: Exact, plan: string | null): string {
  const by = plan === null ? "" : `, tính theo kế hoạch ${plan}`;
  return `thang điểm tối đa ${formatNumber(maxScore)} điểm${by}`;
}

/** The finalised ranking; with its criteria only where the version of the rubric is still the one stored. */
function thawRanking(frozen: Frozen, ranking: ClusterRanking | null): ReportedRanking["stated"] {
  const { rubric, tieRule, units, plan } = frozen.content;
  const isStored =
    ranking !== null && rubric.name === ranking.stored.name && rubric.version === String(ranking.stored.version);
  const maxScore = exact(String(rubric.maxScore));
  const empty = {
    criteria: [],
    maxScore,
    bonusCap: null,
    deductionCap: null,
    ties: NO_TIES,
    decimals: frozen.decimals,
  };
  const tree = isStored ? ranking.rubric : empty;
  return {
    rubric: nameRubric(maxScore, plan?.level ?? null),
    tieRule,
    decimals: frozen.decimals,
    units: units.map((unit) => thawUnit(unit, units, tree)),
    tree,
  };
}

type FrozenUnit = Frozen["content"]["units"][number];

function thawUnit(unit: FrozenUnit, all: readonly FrozenUnit[], tree: ScoredRanking["tree"]): RankedUnit {
  const points = (score: number | null) => (score === null ? ZERO : exact(String(score)));
  const known = (score: number | null) => (score === null ? null : exact(String(score)));
  return {
    unit: unit.unit,
    rank: unit.rank,
    score: points(unit.score),
    base: points(unit.base),
    bonus: points(unit.bonus),
    deduction: points(unit.deduction),
    items: unit.items.flatMap((item) => {
      const criterion = tree.criteria.find(({ code }) => code === item.criterion);
      if (criterion === undefined) return [];
      const { score, counted, problems, warnings, round } = item;
      return {
        ...{ criterion, counted, problems, warnings, round, score: known(score) },
        attainmentPercent: known(item.attainmentPercent),
        ...{
          base: null,
          bonus: ZERO,
          deduction: ZERO,
          given: NOTHING_GIVEN,
          explanation: "",
          differences: [],
          gate: null,
        },
        // Neither points nor a reason for none: the task was not given.
        assigned: score !== null || !counted || problems.length > 0,
      };
    }),
    nodes: [],
    gates: (unit.gates as readonly FrozenGate[]).flatMap((gate) => {
      const [criterion] = tree.criteria.filter(({ code }) => code === gate.criterion);
      return criterion === undefined ? [] : [{ criterion, reason: gate.reason, effect: thawEffect(gate) }];
    }),
    standing: { met: 0, missed: 0, unknown: 0 },
    crossScore: null,
    problems: unit.problems,
    tieBrokenBy: unit.tieBrokenBy,
    tiedWith: unit.tiedWith,
    sameScore: all.flatMap((other) => (other.unit !== unit.unit && other.score === unit.score ? [other.unit] : [])),
  };
}

interface FrozenGate {
  criterion: string;
  /** As `describeEffect` writes it. */
  effect: string;
  points: number | null;
  reason: string;
}

function thawEffect({ effect, points }: FrozenGate): GateEffect {
  if (points !== null) return { kind: "deduction", points: exact(String(points)) };
  return { kind: effect === "không xếp loại" ? "unranked" : "no-flag" };
}
