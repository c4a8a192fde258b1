import { shortDate } from "../../domain/date.js";
import {
  type Improvement,
  type ImprovementBasis,
  improveByGrowth,
  improveByTotals,
  type Total,
  type UnitImprovement,
} from "../../domain/improvement.js";
import { exact, formatFixed, toJsonNumber, ZERO } from "../../domain/number.js";
import { listPlanNotes } from "../../domain/plan-level.js";
import { assessProgress } from "../../domain/progress.js";
import { decapitalize } from "../../domain/upper-case.js";
import { type Db, withDatabase } from "../../store/open.js";
import { listResults } from "../../store/result.js";
import { findUnitId } from "../../store/unit.js";
import { readYearResults } from "../../store/year.js";
import { type Column, formatTable } from "../../terminal/table.js";
import { wrapSentence } from "../../terminal/wrap.js";
import { type Context, chooseYear, type Outcome } from "../context/context.js";
import { type ClusterRanking, describeRubric, type RankingWishes, rankClusters, toRankingJson } from "./clusters.js";
import { type Frozen, readFrozen } from "./finalized.js";
import { tryRanking } from "./ranks-before.js";

/** How each unit moved since last year: by totals where last year has them, else by its indicators. */
export async function rankImprovement(context: Context, wanted: RankingWishes): Promise<Outcome> {
  const { year, improved } = await withDatabase(context.database, "read", (db) => {
    const year = chooseYear(context, db);
    return { year, improved: rankClusters(db, year, wanted).map((ranking) => improveCluster(db, year, ranking)) };
  });
  return {
    data: { year, clusters: improved.map(toJson) },
    text: improved.map((one) => formatImproved(one, year, context)).join("\n"),
    notes: listPlanNotes(improved[0]?.ranking.plan ?? null),
  };
}

/** A cluster's ranking with how its units moved. */
interface ImprovedCluster {
  ranking: ClusterRanking;
  improvement: Improvement;
  /** Where last year's totals came from; null when there are none. */
  lastYear: LastYear | null;
}

interface LastYear {
  /** By id of the unit, as `readTotals` has them. */
  totals: ReadonlyMap<number, Total | null>;
  rubric: { name: string; version: string };
  /** YYYY-MM-DD when a finalised ranking was taken; null when it was computed anew. */
  finalizedOn: string | null;
}

function improveCluster(db: Db, year: number, ranking: ClusterRanking): ImprovedCluster {
  const lastYear = readLastYear(db, year - 1, ranking);
  if (lastYear === null) {
    const before = new Map(
      listResults(db, year - 1).map((result) => [`${result.unitId}|${result.indicatorId}`, result]),
    );
    const progress = assessProgress(readYearResults(db, year));
    const names = ranking.units.map(({ unit }) => unit);
    const improvement = improveByGrowth(
      names,
      progress,
      ({ unit, indicator }) => before.get(`${unit.id}|${indicator.id}`) ?? null,
    );
    return { ranking, improvement, lastYear };
  }
  const thisYear = readTotals(db, toRankingJson(ranking));
  const units = ranking.members.map(({ id, name }) => ({
    unit: name,
    now: thisYear.get(id) ?? null,
    before: lastYear.totals.get(id),
  }));
  return { ranking, improvement: improveByTotals(units, year), lastYear };
}

/** A finalised ranking that has totals of this cluster's units, else one computed by the rubric of the same name or the latest. */
function readLastYear(db: Db, year: number, ranking: ClusterRanking): LastYear | null {
  const members = new Set(ranking.members.map(({ id }) => id));
  const frozen = [...readFrozen(db, year).values()].map(({ content, finalizedOn }) => ({ content, finalizedOn }));
  const computed = [ranking.stored.name, null]
    .flatMap((rubric) => tryRanking(db, year, rubric, ranking))
    .map((computed) => ({ content: toRankingJson(computed), finalizedOn: null }));
  return (
    [...frozen, ...computed]
      .map(({ content, finalizedOn }) => ({ totals: readTotals(db, content), rubric: content.rubric, finalizedOn }))
      .find(({ totals }) => [...totals].some(([id, total]) => total !== null && members.has(id))) ?? null
  );
}

/** Totals by id of the unit; null where a criterion has no score yet, so that the total says too little. */
function readTotals(db: Db, { rubric, units }: Frozen["content"]): Map<number, Total | null> {
  const max = exact(String(rubric.maxScore));
  return new Map(
    units.map(({ unit, score, items }) => {
      const isWhole = items.every((item) => item.score !== null || !item.counted || item.problems.length === 0);
      return [findUnitId(db, unit) ?? 0, isWhole ? { score: exact(String(score)), max } : null];
    }),
  );
}

function toJson({ ranking, improvement, lastYear }: ImprovedCluster): object {
  const { basis, units, leftOut } = improvement;
  const places = basis === "points" ? ranking.stored.decimals : 2;
  return {
    ...toRankingJson(ranking),
    improvement: {
      basis,
      lastYear: lastYear === null ? null : { rubric: lastYear.rubric, finalizedOn: lastYear.finalizedOn },
      units: units.map(({ before, now, change, ...unit }) => ({
        ...unit,
        levelRank: levelRank(ranking, unit.unit),
        before: toJsonNumber(before, places),
        now: toJsonNumber(now, places),
        change: toJsonNumber(change, places),
      })),
      leftOut,
    },
  };
}

function levelRank({ units }: ClusterRanking, name: string): number | null {
  return units.find(({ unit }) => unit === name)?.rank ?? null;
}

function formatImproved({ ranking, improvement, lastYear }: ImprovedCluster, year: number, context: Context): string {
  const { io, style } = context;
  const tell = (text: string) => wrapSentence("", text, io.columns);
  const where = ranking.cluster ?? "Các đơn vị chưa xếp cụm";
  const { basis, units, leftOut } = improvement;
  const columns = describeColumns(basis, year);
  const rows = units.map((unit) => describeUnit(unit, basis, ranking));
  const left = leftOut.map(({ unit, reason }) => wrapSentence("  ", `${unit}: ${reason}.`, io.columns));
  return [
    style.bold(tell(`${where} — mức tiến bộ năm ${year} so với năm ${year - 1}`)),
    tell(`${describeBasis(basis, lastYear, year)} Năm ${year}: ${decapitalize(describeRubric(ranking))}.`),
    ...(rows.length === 0 ? [] : ["", formatTable(columns, rows, io.columns, style).trimEnd()]),
    ...(left.length === 0 ? [] : ["", "Không so được:", ...left]),
    "",
  ].join("\n");
}

const UNIT_OF_BASIS: Readonly<Record<ImprovementBasis, string>> = {
  points: "điểm",
  "percent-of-max": "% điểm tối đa",
  growth: "%",
};

function describeBasis(basis: ImprovementBasis, lastYear: LastYear | null, year: number): string {
  if (lastYear === null)
    return `Năm ${year - 1} chưa có tổng điểm nên so bằng mức tăng bình quân của các chỉ tiêu (%) so với năm trước; chỉ tiêu càng thấp càng tốt thì giảm là tiến bộ.`;
  const { rubric, finalizedOn } = lastYear;
  const source = finalizedOn === null ? "tính từ số liệu đã nạp" : `bản chốt ngày ${shortDate(finalizedOn)}`;
  const because = basis === "points" ? "" : ", vì điểm tối đa hai năm khác nhau";
  return `So tổng điểm hai năm, tính bằng ${UNIT_OF_BASIS[basis]}${because}. Năm ${year - 1}: ${source}, thang điểm "${rubric.name}", phiên bản ${rubric.version}.`;
}

function describeColumns(basis: ImprovementBasis, year: number): Column[] {
  const middle =
    basis === "growth"
      ? ["Mức tăng bình quân (%)", "Chỉ tiêu tiến bộ"]
      : [`Năm ${year - 1}`, `Năm ${year}`, `Thay đổi (${UNIT_OF_BASIS[basis]})`];
  return [
    { header: "Hạng tiến bộ", align: "right" },
    { header: "Đơn vị" },
    ...middle.map((header): Column => ({ header, align: "right" })),
    { header: `Hạng năm ${year}`, align: "right" },
  ];
}

function describeUnit(unit: UnitImprovement, basis: ImprovementBasis, ranking: ClusterRanking): string[] {
  const { rank, before, now, change, better, compared } = unit;
  const places = basis === "points" ? ranking.stored.decimals : 2;
  const signed = `${change.compare(ZERO) > 0 ? "+" : ""}${formatFixed(change, places)}`;
  const middle =
    before === null || now === null
      ? [signed, `${better}/${compared}`]
      : [formatFixed(before, places), formatFixed(now, places), signed];
  return [String(rank), unit.unit, ...middle, `${levelRank(ranking, unit.unit) ?? ""}`];
}
