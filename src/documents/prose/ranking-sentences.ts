import type { RankedUnit } from "../../domain/cluster-ranking.js";
import { groupBy } from "../../domain/group-by.js";
import { exact, formatFixed } from "../../domain/number.js";
import { decapitalize } from "../../domain/upper-case.js";
import type { Fact } from "./fact.js";
import { joinNames } from "./join-names.js";
import { makeSentence, type Sentence } from "./sentence.js";
import { type ClusterWords, rankWord } from "./words.js";

/** A cluster's ranking as the report needs it. */
export interface ReportRanking {
  /** "thang điểm tối đa 270 điểm" */
  rubric: string;
  /** "Bằng điểm thì cùng hạng (1, 2, 2, 4)" */
  tieRule: string;
  decimals: number;
  units: readonly RankedUnit[];
  /** Ranked unit's name → as prose writes it. */
  nameOf(unit: string): string;
}

/** The places that are told in words; the rest stand in the table. */
const LAST_TOLD = 3;

/** By what rubric, who came first, second and third, and every tie. Empty for no units; a single unit has a score and no rank. */
export function describeRanking(ranking: ReportRanking, cluster: ClusterWords): Sentence[] {
  const [first] = ranking.units;
  if (first === undefined) return [];
  const basis = makeSentence(`${cluster.full ?? "Các đơn vị"} chấm điểm theo ${ranking.rubric}`, [
    { who: null, about: "thang điểm", what: "rule", figure: ranking.rubric, measure: null, basis: [{ scoreOf: null }] },
  ]);
  const scoreFact = ({ unit, score }: RankedUnit): Fact => {
    return {
      who: unit,
      about: "tổng điểm",
      what: "score",
      figure: score,
      measure: "điểm",
      basis: [{ scoreOf: unit }],
    };
  };
  const rankFact = ({ unit, rank }: PlacedUnit): Fact => {
    return { who: unit, about: "hạng", what: "rank", figure: exact(rank), measure: null, basis: [{ scoreOf: unit }] };
  };
  const points = (unit: RankedUnit) => `${formatFixed(unit.score, ranking.decimals)} điểm`;
  if (ranking.units.length === 1 && first.rank !== null) {
    return [basis, makeSentence(`${ranking.nameOf(first.unit)} đạt ${points(first)}`, [scoreFact(first)])];
  }
  const placed = ranking.units.filter((unit): unit is PlacedUnit => unit.rank !== null);
  const groups = [...groupBy(placed, ({ rank }) => rank).entries()];
  const told = groups.filter(([rank]) => rank <= LAST_TOLD);
  const list = told.map(([rank, units]) => tellPlace(rank, units, ranking, points));
  const facts = told.flatMap(([, units]) => units.flatMap((unit) => [rankFact(unit), scoreFact(unit)]));
  const later = groups.filter(([rank, units]) => rank > LAST_TOLD && units.length > 1);
  const tied = placed.some(({ tieBrokenBy }) => tieBrokenBy !== null) || groups.some(([, units]) => units.length > 1);
  return [
    basis,
    ...(list.length === 0 ? [] : [makeSentence(`kết quả: ${list.join("; ")}`, facts)]),
    ...later.map(([rank, units]) =>
      makeSentence(
        `${joinNames(units.map(({ unit }) => ranking.nameOf(unit)))} bằng điểm (${firstPoints(units, points)}), cùng xếp thứ ${rankWord(rank)}`,
        units.flatMap((unit) => [rankFact(unit), scoreFact(unit)]),
      ),
    ),
    ...(tied
      ? [
          makeSentence(`quy tắc xếp hạng: ${decapitalize(ranking.tieRule)}`, [
            {
              who: null,
              about: "quy tắc xếp hạng",
              what: "rule",
              figure: ranking.tieRule,
              measure: null,
              basis: [{ scoreOf: null }],
            },
          ]),
        ]
      : []),
    ...ranking.units.flatMap((unit) => tellLeftOut(unit, ranking, points, scoreFact(unit))),
  ];
}

/** A unit with a place in the ranking. */
type PlacedUnit = RankedUnit & { rank: number };

function tellLeftOut(
  unit: RankedUnit,
  { nameOf }: ReportRanking,
  points: (unit: RankedUnit) => string,
  score: Fact,
): Sentence[] {
  if (unit.rank !== null) return [];
  const reasons = unit.gates.filter(({ effect }) => effect.kind === "unranked").map(({ reason }) => reason);
  return [
    makeSentence(`${nameOf(unit.unit)} (${points(unit)}) không xếp loại: ${reasons.join("; ")}`, [
      score,
      ...reasons.map(
        (reason): Fact => ({ ...score, about: "điều kiện loại", what: "rule", figure: reason, measure: null }),
      ),
    ]),
  ];
}

function tellPlace(
  rank: number,
  units: readonly RankedUnit[],
  ranking: ReportRanking,
  points: (unit: RankedUnit) => string,
): string {
  const names = joinNames(units.map(({ unit }) => ranking.nameOf(unit)));
  const place = `xếp thứ ${rankWord(rank)}`;
  if (units.length === 1) return `${names} ${firstPoints(units, points)}, ${place}`;
  return `${names} bằng điểm (${firstPoints(units, points)}), cùng ${place}`;
}

function firstPoints(units: readonly RankedUnit[], points: (unit: RankedUnit) => string): string {
  return units[0] === undefined ? "" : points(units[0]);
}
