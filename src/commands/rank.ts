import type { AwardFinder } from "../domain/award-match.js";
import type { Rubric } from "../domain/build-rubric.js";
import { type GivenToUnits, type RankedUnit, rankCluster } from "../domain/cluster-ranking.js";
import { nameKey } from "../domain/name.js";
import { formatFixed, formatNumber, toJsonNumber } from "../domain/number.js";
import { describePlace, toJsonGate } from "../domain/place-note.js";
import { listPlanNotes, namePlan, type PlanInUse, toJsonPlan } from "../domain/plan-level.js";
import { assessProgress } from "../domain/progress.js";
import { type GivenScore, readGiven } from "../domain/rubric.js";
import { describeTieOrder } from "../domain/tie-rule.js";
import type { UnitOfYear } from "../domain/unit.js";
import { type Assumption, assumeResults, assumeScores } from "../domain/what-if.js";
import { UserError } from "../errors.js";
import { listAwards } from "../store/award.js";
import { type Db, withDatabase } from "../store/open.js";
import { listRubrics, type StoredRubric } from "../store/rubric.js";
import { listScores } from "../store/score.js";
import { listClusters, listUnits } from "../store/unit.js";
import { type Column, formatTable } from "../terminal/table.js";
import { wrapSentence } from "../terminal/wrap.js";
import { type CommandSpec, type Context, chooseYear, textOption } from "./context.js";
import { findNamed } from "./names.js";
import { readOfficeLaw } from "./office-law.js";
import { PLAN_OPTION, readPlannedYear } from "./plan-choice.js";
import { findRubrics, growRubric } from "./stored-rubric.js";

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

export const rankCommand: CommandSpec = {
  name: "rank",
  group: "Kết quả",
  summary: "chấm điểm và xếp hạng các đơn vị trong từng cụm/khối",
  options: [
    { flags: "--rubric <tên>", description: "thang điểm (mặc định: thang điểm nạp sau cùng)" },
    { flags: "--cluster <tên>", description: "chỉ một cụm/khối" },
    PLAN_OPTION,
    { flags: "--csv", description: "in CSV (mở được bằng Excel) thay cho bảng" },
    {
      flags: "--what-if <đơn-vị/chỉ-tiêu=giá-trị>",
      description: "thử: nếu số thực hiện (hay điểm của tiêu chí) là thế thì điểm, hạng đổi ra sao; không ghi gì",
      repeated: true,
    },
    { flags: "--improvement", description: "xếp hạng mức tiến bộ so với năm trước" },
    { flags: "--all", description: "một danh sách chung mọi đơn vị của các cụm/khối, theo % điểm tối đa" },
    { flags: "--finalize", description: "chốt xếp hạng như hiện nay; về sau rank nói chỗ khác với bản chốt" },
    { flags: "--force", description: "chốt lại khi đã chốt" },
  ],
  examples: [
    { command: "thidua rank", does: "xếp hạng mọi cụm/khối của năm" },
    { command: "thidua rank --rubric B", does: "theo thang điểm có tên chứa B" },
    {
      command: 'thidua rank --what-if "Lâm Bình/Trồng rừng=450" --what-if "Na Hang/II.1=18"',
      does: "nếu số liệu, điểm chấm là thế thì ai lên, ai xuống",
    },
    { command: "thidua rank --improvement", does: "đơn vị nào tiến bộ nhiều nhất so với năm trước" },
    { command: "thidua rank --all", does: "so các đơn vị của mọi cụm/khối, và các cụm/khối với nhau" },
    { command: "thidua rank --finalize", does: "chốt xếp hạng của năm" },
  ],
  async run(context, _args, options) {
    const { law } = await readOfficeLaw(context);
    const wanted = {
      rubric: textOption(options, "rubric"),
      cluster: textOption(options, "cluster"),
      plan: textOption(options, "plan"),
      findAward: law.findAward,
    };
    const { chooseMode } = await import("./rank-modes.js");
    const mode = chooseMode(options);
    if (mode !== null) return mode(context, wanted, options);
    const { compareWithFrozen, formatComparison, readFrozen, toComparedJson } = await import("./finalized.js");
    const { year, rankings, clusters, frozen } = await withDatabase(context.database, "read", (db) => {
      const year = chooseYear(context, db);
      const clusters = [...new Set(listUnits(db, year).map(({ cluster }) => cluster))];
      return { year, rankings: rankClusters(db, year, wanted), clusters, frozen: readFrozen(db, year) };
    });
    const compared = rankings.map((ranking) => compareWithFrozen(ranking, frozen.get(ranking.cluster) ?? null));
    const unranked =
      wanted.cluster === null ? clusters.filter((name) => !rankings.some(({ cluster }) => cluster === name)) : [];
    return {
      data: { year, clusters: compared.map(toComparedJson), unranked },
      text:
        options.csv === true
          ? await rankingCsv(rankings)
          : compared
              .map((one) => formatRanking(one.ranking, year, context) + formatComparison(one, context))
              .join("\n"),
      notes: [
        ...unranked.map((name) => `${name ?? "Các đơn vị chưa xếp cụm"}: chưa có thang điểm nên chưa xếp hạng.`),
        ...listPlanNotes(rankings[0]?.plan ?? null),
        ...rankings.flatMap(listNotes),
      ],
    };
  },
};

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

const COLUMNS: readonly Column[] = [
  { header: "Hạng", align: "right" },
  { header: "Đơn vị" },
  { header: "Tổng điểm", align: "right" },
  { header: "Điểm chấm", align: "right" },
  { header: "Thưởng", align: "right" },
  { header: "Trừ", align: "right" },
  { header: "Ghi chú" },
];

/** All clusters in one sheet, each line with its cluster and rubric; plain numbers. */
async function rankingCsv(rankings: readonly ClusterRanking[]): Promise<string> {
  const { formatCsv } = await import("../terminal/csv.js");
  const rows = rankings.flatMap((ranking) =>
    ranking.units.map((unit) => [
      ranking.cluster,
      describeRubric(ranking),
      unit.rank,
      unit.unit,
      ...[unit.score, unit.base, unit.bonus, unit.deduction].map((points) =>
        toJsonNumber(points, ranking.stored.decimals),
      ),
      describePlace(unit, ranking.rubric.ties),
    ]),
  );
  return formatCsv([{ header: "Cụm/Khối" }, { header: "Thang điểm" }, ...COLUMNS], rows);
}

function formatRanking(ranking: ClusterRanking, year: number, context: Context): string {
  const { stored, units, rubric } = ranking;
  const { columns } = context.io;
  const where = `${ranking.cluster ?? "Các đơn vị chưa xếp cụm"} — năm ${year}`;
  const title = context.style.bold(wrapSentence("", where, columns));
  const points = (value: RankedUnit["score"]) => formatFixed(value, stored.decimals);
  const rows = units.map((unit) => [
    unit.rank === null ? "–" : String(unit.rank),
    unit.unit,
    points(unit.score),
    points(unit.base),
    points(unit.bonus),
    points(unit.deduction),
    describePlace(unit, rubric.ties),
  ]);
  const basis = wrapSentence("", `${describeRubric(ranking)}. ${describeTieOrder(rubric.ties)}.`, columns);
  return `${title}\n${basis}\n\n${formatTable(COLUMNS, rows, columns, context.style)}`;
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
