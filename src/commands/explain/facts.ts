import type { RankedUnit } from "../../domain/cluster-ranking.js";
import { shortDate } from "../../domain/date.js";
import type { Stated } from "../../domain/indicator.js";
import { formatMeasurement, toJsonMeasurement } from "../../domain/measurement.js";
import { exact, formatFixed, formatNumber, toJsonNumber, ZERO } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import { RULES } from "../../domain/rules/index.js";
import type { ItemScore } from "../../domain/scoring.js";
import { formatStated } from "../../domain/stated.js";
import type { Db } from "../../store/open.js";
import type { ClusterRanking } from "../rank/clusters.js";
import { readFrozen } from "../rank/finalized.js";
import { describeStated } from "../year/stated-text.js";

/** The figures of a result and what became of them, for scripts. */
export function rowFacts({ indicator, result, ...row }: ProgressRow): object {
  return {
    indicator: indicator.name,
    measure: result?.measure ?? indicator.measure,
    direction: indicator.direction,
    assigned: result?.assigned ?? null,
    planned: toJsonMeasurement(result?.planned ?? null),
    actual: toJsonMeasurement(result?.actual ?? null),
    previous: toJsonMeasurement(result?.previous ?? null),
    attainmentPercent: toJsonNumber(row.attainmentPercent),
    growthPercent: toJsonNumber(row.growthPercent),
    status: row.status,
  };
}

/** The parts of a score and the rule it came from, for scripts. */
export function itemFacts(item: ItemScore, decimals: number): object {
  const { criterion, given } = item;
  const points = (value: ItemScore["score"]) => toJsonNumber(value, decimals);
  const isKnown = item.score !== null;
  return {
    criterion: criterion.code,
    name: criterion.name,
    rule: {
      id: criterion.leaf?.ruleId ?? null,
      title: ruleTitle(item),
      parameters: criterion.leaf?.parameters ?? null,
    },
    indicator: criterion.leaf?.indicator ?? null,
    assigned: item.assigned,
    max: points(criterion.max),
    attainmentPercent: toJsonNumber(item.attainmentPercent),
    self: points(given.self),
    cross: points(given.cross),
    verified: points(given.verified),
    cases: toJsonNumber(given.cases),
    counted: item.counted,
    base: points(item.base),
    bonus: isKnown ? points(item.bonus) : null,
    deduction: isKnown ? points(item.deduction) : null,
    score: points(item.score),
    problems: item.problems,
    warnings: item.warnings,
    differences: item.differences.map(({ text }) => text),
  };
}

/** The rule in words: "theo tỷ lệ hoàn thành kế hoạch". */
export function ruleTitle({ criterion }: ItemScore): string | null {
  return RULES.find(({ id }) => id === criterion.leaf?.ruleId)?.title ?? null;
}

/** The parts of a total, for scripts. */
export function totalFacts(ranked: RankedUnit, { stored, rubric }: ClusterRanking): object {
  const points = (value: RankedUnit["score"]) => toJsonNumber(value, stored.decimals);
  return {
    base: points(ranked.base),
    bonus: points(ranked.bonus),
    deduction: points(ranked.deduction),
    maxScore: points(rubric.maxScore),
    tiedWith: ranked.tiedWith,
    problems: ranked.problems,
  };
}

/** Where the unit stood when the ranking was finalised; null when it was not. */
export function readFinalizedPlace(db: Db, year: number, unit: { name: string; cluster: string | null }) {
  const frozen = readFrozen(db, year).get(unit.cluster);
  const place = frozen?.content.units.find((one) => one.unit === unit.name);
  if (frozen === undefined || place === undefined) return null;
  const { name, version } = frozen.content.rubric;
  const rank = place.rank === null ? "không xếp hạng" : `hạng ${place.rank}`;
  const score = formatFixed(exact(String(place.score)), frozen.decimals);
  return {
    json: { on: frozen.finalizedOn, rubric: { name, version }, rank: place.rank, score: place.score },
    text: `Đã chốt ngày ${shortDate(frozen.finalizedOn)}: ${rank}, ${score} điểm theo thang điểm "${name}", phiên bản ${version}.`,
  };
}

const NOTHING_STATED: Stated = { attainmentPercent: null, evaluation: null };

/** What the sheet says besides the figures: last year, its own percentage and mark, causes, notes; as clauses. */
export function describeRemarks({ result, growthPercent, indicator }: ProgressRow): string[] {
  if (result === null) return [];
  const measure = result.measure ?? indicator.measure ?? "";
  // Of a result without figures the explanation itself tells what the sheet states.
  const isTold = describeStated(result) !== null;
  const { attainmentPercent: stated, evaluation } = isTold ? NOTHING_STATED : result.stated;
  return [
    ...(result.previous === null
      ? []
      : [
          `năm trước ${`${formatMeasurement(result.previous)} ${measure}`.trim()}${describeGrowth(growthPercent, measure)}`,
        ]),
    ...(stated === null ? [] : [`bảng ghi tỷ lệ ${formatStated(stated)}`]),
    ...(evaluation === null ? [] : [`bảng đánh giá “${evaluation}”`]),
    ...(result.reason === null ? [] : [`nguyên nhân ghi trong bảng: ${result.reason}`]),
    ...(result.note === null || result.note === evaluation ? [] : [`ghi chú trong bảng: ${result.note}`]),
  ];
}

function describeGrowth(growth: ProgressRow["growthPercent"], measure: string): string {
  if (growth === null) return "";
  if (growth.equals(ZERO)) return ", năm nay không đổi";
  const unit = /^\s*[%‰]/.test(measure) ? " điểm %" : "%";
  return `, năm nay ${growth.compare(ZERO) > 0 ? "tăng" : "giảm"} ${formatNumber(growth.abs())}${unit}`;
}
