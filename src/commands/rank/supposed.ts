import type { Indicator } from "../../domain/indicator.js";
import { formatMeasurement, toJsonMeasurement } from "../../domain/measurement.js";
import { nameKey } from "../../domain/name.js";
import { exact, formatNumber, toJsonNumber, ZERO } from "../../domain/number.js";
import type { Criterion } from "../../domain/rubric-tree.js";
import type { UnitOfYear } from "../../domain/unit.js";
import type { Assumption } from "../../domain/what-if.js";
import { UserError } from "../../errors.js";
import { listIndicators } from "../../store/indicator.js";
import type { Db } from "../../store/open.js";
import { listResults } from "../../store/result.js";
import { readStoredMeasurement } from "../../store/result-row.js";
import { findUnitId, listUnits } from "../../store/unit.js";
import { findNamed, findUnit } from "../year/names.js";
import { readTypedValue } from "../year/typed-value.js";
import type { ClusterRanking } from "./clusters.js";

/** What a person supposed: for computing, for JSON, for people. */
export interface Supposed {
  assumption: Assumption;
  unit: UnitOfYear;
  json: { unit: string; indicator: string | null; criterion: string | null; old: unknown; new: unknown };
  /** "Huyện Lâm Bình, Trồng rừng: thực hiện 450 ha thay cho 580 ha". */
  text: string;
  notes: string[];
}

const FORM = 'Ghi "đơn vị/chỉ tiêu=giá trị" hoặc "đơn vị/tiêu chí=điểm", ví dụ --what-if "Lâm Bình/Trồng rừng=450".';

/**
 * "Unit/Indicator=value" or "Unit/Criterion=score"; a criterion scored by an indicator stands for that indicator.
 * Throws UserError for a name or value that is not known, with the nearest name.
 */
export function readSupposed(db: Db, year: number, typed: string, rankings: readonly ClusterRanking[]): Supposed {
  const at = typed.lastIndexOf("=");
  if (at < 0 || !typed.slice(0, at).includes("/")) throw new UserError(`Không hiểu "${typed}".`, FORM);
  const { unit, topic } = splitNames(db, year, typed.slice(0, at));
  const ranking = rankings.find(({ cluster }) => cluster === unit.cluster);
  if (ranking === undefined) {
    const where = unit.cluster ?? "các đơn vị chưa xếp cụm";
    throw new UserError(
      `${unit.name} không được xếp hạng: ${where} không có trong lần xếp hạng này.`,
      "Xem các cụm/khối được xếp hạng: thidua rank.",
    );
  }
  const value = typed.slice(at + 1);
  const found = findTopic(listIndicators(db), ranking.rubric.criteria, topic);
  return "direction" in found
    ? supposeResult(db, year, unit, found, ranking, value)
    : supposeScore(unit, found, ranking, value);
}

/** A name may hold a "/" itself: the first split whose left side is a unit counts. */
function splitNames(db: Db, year: number, names: string): { unit: UnitOfYear; topic: string } {
  const units = listUnits(db, year);
  const parts = names.split("/");
  const splits = parts.slice(1).map((_, index) => ({
    name: parts.slice(0, index + 1).join("/"),
    topic: parts.slice(index + 1).join("/"),
  }));
  const known = splits.find(({ name }) => units.some(({ id }) => id === findUnitId(db, name)));
  const { name = "", topic = "" } = known ?? splits[0] ?? {};
  return { unit: findUnit(db, units, name), topic };
}

function findTopic(
  indicators: readonly Indicator[],
  criteria: readonly Criterion[],
  topic: string,
): Indicator | Criterion {
  const named = findNamed("chỉ tiêu hoặc tiêu chí", [...indicators, ...criteria], topic);
  if ("direction" in named || named.leaf?.indicator == null) return named;
  return findNamed("chỉ tiêu", indicators, named.leaf.indicator);
}

function supposeResult(
  db: Db,
  year: number,
  unit: UnitOfYear,
  indicator: Indicator,
  { rubric }: ClusterRanking,
  value: string,
): Supposed {
  const result = listResults(db, year).find(
    ({ unitId, indicatorId }) => unitId === unit.id && indicatorId === indicator.id,
  );
  if (result?.assigned === false) {
    throw new UserError(
      `${unit.name} không được giao chỉ tiêu "${indicator.name}".`,
      "Chọn đơn vị hoặc chỉ tiêu khác.",
    );
  }
  const actual = readStoredMeasurement(readTypedValue(value, indicator.direction));
  const old = result?.actual ?? null;
  const measure = result?.measure ?? indicator.measure ?? "";
  const shown = (figure: typeof actual) =>
    figure === null ? "chưa có số liệu" : `${formatMeasurement(figure)} ${measure}`.trim();
  const names = [indicator.name, indicator.code, ...(indicator.aliases ?? [])]
    .flatMap((name) => name ?? [])
    .map(nameKey);
  const isScored = rubric.criteria.some(
    ({ leaf }) => leaf?.indicator != null && names.includes(nameKey(leaf.indicator)),
  );
  return {
    assumption: { unitId: unit.id, indicatorId: indicator.id, actual },
    unit,
    json: {
      unit: unit.name,
      indicator: indicator.name,
      criterion: null,
      old: toJsonMeasurement(old),
      new: toJsonMeasurement(actual),
    },
    text: `${unit.name}, ${indicator.name}: thực hiện ${shown(actual)} thay cho ${shown(old)}`,
    notes: isScored ? [] : [`Thang điểm không chấm chỉ tiêu "${indicator.name}", nên điểm và hạng không đổi.`],
  };
}

function supposeScore(unit: UnitOfYear, criterion: Criterion, ranking: ClusterRanking, value: string): Supposed {
  const { code, name, leaf, max } = criterion;
  if (leaf === null) {
    throw new UserError(
      `Tiêu chí ${code} ${name} gồm các tiêu chí con, không chấm trực tiếp.`,
      "Ghi một tiêu chí con.",
    );
  }
  const plain = readTypedValue(value, "higher");
  if (plain === null || exact(plain).compare(ZERO) < 0) {
    throw new UserError(`"${value}" không phải là điểm chấm.`, `Ghi điểm từ 0 đến ${formatNumber(max)}.`);
  }
  const item = ranking.units
    .find((ranked) => ranked.unit === unit.name)
    ?.items.find((one) => one.criterion === criterion);
  const { verified = null, cross = null, self = null } = item?.given ?? {};
  const old = verified ?? cross ?? self;
  const { decimals } = ranking.stored;
  const before = old === null ? "chưa có điểm" : `${formatNumber(old)} điểm`;
  return {
    assumption: { unitId: unit.id, criterionCode: code, score: exact(plain) },
    unit,
    json: {
      unit: unit.name,
      indicator: null,
      criterion: code,
      old: toJsonNumber(old, decimals),
      new: Number(plain),
    },
    text: `${unit.name}, ${code} ${name}: ${formatNumber(exact(plain))} điểm thay cho ${before}`,
    notes:
      exact(plain).compare(max) > 0 ? [`${code} ${name}: điểm tối đa là ${formatNumber(max)}, chỉ tính đến đó.`] : [],
  };
}
