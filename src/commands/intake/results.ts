import type { Indicator, Measurement, ResultRecord } from "../../domain/indicator.js";
import { foldKey, nameKey, nearestName, rememberKeys, unitKey } from "../../domain/name.js";
import type { Problem } from "../../domain/problem.js";
import type { StoreCounts } from "../../store/import.js";
import { createIndicator, listIndicators } from "../../store/indicator.js";
import type { Db } from "../../store/open.js";
import { type ResolvedResult, storeResults } from "../../store/result.js";
import { createUnit, ensureUnitYear, listUnitNames } from "../../store/unit.js";
import { type IncomingSheet, problemAt } from "./sheet.js";

/**
 * Stores the records of a `ket-qua` sheet. Units and indicators nobody has described are made when the database has
 * none yet, or with --create; otherwise each is a problem with the nearest known name.
 */
export function takeResults(
  db: Db,
  sheet: IncomingSheet,
  records: readonly ResultRecord[],
  importId: number,
  problems: Problem[],
): StoreCounts {
  const unitKeyOf = rememberKeys(unitKey);
  const nameKeyOf = rememberKeys(nameKey);
  const measureKeyOf = rememberKeys(measureKey);
  const units = new Map(listUnitNames(db).map(({ key, id }) => [key, id]));
  const indicators = new Map<string, Pick<Indicator, "id" | "measure" | "direction">>();
  for (const indicator of listIndicators(db)) {
    indicators.set(nameKey(indicator.name), indicator);
    if (indicator.code !== null) indicators.set(nameKey(indicator.code), indicator);
  }
  const makeUnits = !sheet.strict && (sheet.create || units.size === 0);
  const makeIndicators = !sheet.strict && (sheet.create || indicators.size === 0);
  const unitNames = listUnitNames(db).map(({ name }) => name);
  const indicatorNames = listIndicators(db).map(({ name }) => name);
  const directions = guessDirections(records, nameKeyOf);
  const unknown = new Set<string>();
  const seenUnits = new Set<number>();

  const resolve = (record: ResultRecord): ResolvedResult | null => {
    const { row } = record;
    const [unitName, indicatorName] = [unitKeyOf(record.unit), nameKeyOf(record.indicator)];
    let unitId = units.get(unitName);
    if (unitId === undefined && makeUnits) {
      unitId = createUnit(db, { name: record.unit, cluster: sheet.cluster, year: sheet.year, importId, row });
      units.set(unitName, unitId);
    } else if (unitId !== undefined && !seenUnits.has(unitId)) {
      ensureUnitYear(db, { id: unitId, cluster: sheet.cluster, year: sheet.year, importId, row });
    }
    if (unitId !== undefined) seenUnits.add(unitId);
    let indicator = indicators.get(indicatorName);
    if (indicator === undefined && makeIndicators) {
      const direction = directions.get(indicatorName) ?? "higher";
      const id = createIndicator(db, { name: record.indicator, measure: record.measure, direction, importId, row });
      indicator = { id, measure: record.measure, direction };
      indicators.set(indicatorName, indicator);
    }
    if (unitId === undefined && !unknown.has(unitName)) {
      unknown.add(unitName);
      problems.push(unknownName(sheet, row, "unit", record.unit, unitNames));
    }
    if (indicator === undefined && !unknown.has(indicatorName)) {
      unknown.add(indicatorName);
      problems.push(unknownName(sheet, row, "indicator", record.indicator, indicatorNames));
    }
    if (unitId === undefined || indicator === undefined) return null;
    problems.push(...compareWithIndicator(sheet, record, indicator, measureKeyOf));
    return { record, unitId, indicatorId: indicator.id };
  };
  return storeResults(db, mapKnown(records, resolve), { year: sheet.year, importId });
}

/** One at a time, so that a long sheet is not held twice. */
function* mapKnown<A, B>(items: readonly A[], map: (item: A) => B | null): Generator<B> {
  for (const item of items) {
    const mapped = map(item);
    if (mapped !== null) yield mapped;
  }
}

/** An indicator whose every result is Đạt/Không đạt is a pass/fail one. */
function guessDirections(
  records: readonly ResultRecord[],
  keyOf: (name: string) => string,
): Map<string, "higher" | "pass"> {
  const directions = new Map<string, "higher" | "pass">();
  for (const { indicator, actual } of records) {
    if (actual === null) continue;
    const key = keyOf(indicator);
    if (typeof actual !== "boolean") directions.set(key, "higher");
    else if (!directions.has(key)) directions.set(key, "pass");
  }
  return directions;
}

const WHAT = { unit: "đơn vị", indicator: "chỉ tiêu" } as const;

function unknownName(
  sheet: IncomingSheet,
  row: number,
  field: keyof typeof WHAT,
  name: string,
  known: readonly string[],
): Problem {
  const near = nearestName(name, known);
  const list = field === "unit" ? "don-vi" : "chi-tieu";
  const add = sheet.strict
    ? `nạp bảng ${list} có ${WHAT[field]} này trước`
    : `thêm --create nếu đúng là ${WHAT[field]} mới`;
  const hint = near === null ? `Sửa lại tên, hoặc ${add}.` : `Có phải là "${near}"? Sửa lại tên, hoặc ${add}.`;
  return problemAt(sheet, row, field, name, {
    code: `unknown-${field}`,
    message: `Không có ${WHAT[field]} này.`,
    hint,
  });
}

function compareWithIndicator(
  sheet: IncomingSheet,
  record: ResultRecord,
  indicator: Pick<Indicator, "measure" | "direction">,
  measureKeyOf: (measure: string) => string,
): Problem[] {
  const problems: Problem[] = [];
  const [ours, theirs] = [indicator.measure, record.measure];
  if (ours !== null && theirs !== null && measureKeyOf(ours) !== measureKeyOf(theirs)) {
    const money = MONEY.test(measureKeyOf(ours)) && MONEY.test(measureKeyOf(theirs));
    const message = `Đơn vị tính khác với chỉ tiêu đã khai ("${ours}").`;
    const hint = money ? `Đổi số liệu ra ${ours} rồi nạp lại.` : "Kiểm tra lại đơn vị tính.";
    const severity = money ? "error" : "warning";
    problems.push(
      problemAt(sheet, record.row, "measure", theirs, { code: "measure-mismatch", message, hint, severity }),
    );
  }
  const words: Measurement = record.actual;
  if (typeof words === "boolean" && indicator.direction !== "pass") {
    const message = "Chỉ tiêu này tính bằng số nên không ra tỷ lệ từ Đạt/Không đạt.";
    const hint = 'Ghi số liệu, hoặc khai chỉ tiêu có chiều "đạt/không đạt" trong bảng chi-tieu.';
    const value = words ? "Đạt" : "Không đạt";
    problems.push(
      problemAt(sheet, record.row, "actual", value, { code: "words-for-number", message, hint, severity: "warning" }),
    );
  }
  return problems;
}

const MONEY = /^(ty|trieu|nghin|ngan)? ?dong$/;

/** "Tr.đ" and "triệu đồng" are one measure. */
function measureKey(measure: string): string {
  return foldKey(measure)
    .replace(/[().]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(tr|trd|trieu d)$|^tr d$/, "trieu dong")
    .replace(/^(ty d|tyd|ty)$/, "ty dong")
    .replace(/^(ng d|nghin d|1000 d|1000d)$/, "nghin dong")
    .replace(/^ngan dong$/, "nghin dong")
    .replace(/^(d|vnd)$/, "dong");
}
