import type { Indicator, Measurement, ResultRecord } from "../../domain/indicator.js";
import { foldKey, nameKey, nearestName, unitKey } from "../../domain/name.js";
import { formatDecimal } from "../../domain/number.js";
import type { Problem } from "../../domain/problem.js";
import type { Stored } from "../../store/import.js";
import { createIndicator } from "../../store/indicator.js";
import type { Db } from "../../store/open.js";
import { type KeptValue, type ResolvedResult, storeResults } from "../../store/result.js";
import { createUnit, ensureUnitYear } from "../../store/unit.js";
import { knowIndicators, knowUnits } from "./known-names.js";
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
): Stored {
  const units = knowUnits(db, sheet, importId);
  const indicators = knowIndicators(db, sheet, importId);
  const makeUnits = !sheet.strict && (sheet.create || units.isEmpty);
  const makeIndicators = !sheet.strict && (sheet.create || indicators.isEmpty);
  const directions = guessDirections(records);
  const unknown = new Set<string>();
  const seenUnits = new Set<number>();

  const resolved = records.flatMap((record): ResolvedResult[] => {
    const { row } = record;
    const [unitName, indicatorName] = [unitKey(record.unit), nameKey(record.indicator)];
    let unitId = units.find(record.unit, unitName);
    if (unitId === undefined && (makeUnits || units.isNew(unitName))) {
      unitId = createUnit(db, { name: record.unit, cluster: sheet.cluster, year: sheet.year, importId, row });
      units.add(unitName, unitId);
    } else if (unitId !== undefined && !seenUnits.has(unitId)) {
      ensureUnitYear(db, { id: unitId, cluster: sheet.cluster, year: sheet.year, importId, row });
    }
    if (unitId !== undefined) seenUnits.add(unitId);
    let indicator = indicators.find(record.indicator, indicatorName);
    if (indicator === undefined && (makeIndicators || indicators.isNew(indicatorName))) {
      const direction = directions.get(indicatorName) ?? "higher";
      const id = createIndicator(db, { name: record.indicator, measure: record.measure, direction, importId, row });
      indicator = { id, measure: record.measure, direction };
      indicators.add(indicatorName, indicator);
    }
    if (unitId === undefined && !unknown.has(`unit ${unitName}`)) {
      unknown.add(`unit ${unitName}`);
      problems.push(unknownName(sheet, row, "unit", record.unit, units.names));
    }
    if (indicator === undefined && !unknown.has(`indicator ${indicatorName}`)) {
      unknown.add(`indicator ${indicatorName}`);
      problems.push(unknownName(sheet, row, "indicator", record.indicator, indicators.names));
    }
    if (unitId === undefined || indicator === undefined) return [];
    problems.push(...compareWithIndicator(sheet, record, indicator));
    return [{ record, unitId, indicatorId: indicator.id }];
  });
  return storeResults(
    db,
    resolved,
    { year: sheet.year, importId },
    { force: sheet.force, onKept: (kept) => problems.push(keptByHand(sheet, kept)) },
  );
}

function keptByHand(sheet: IncomingSheet, { record, field }: KeptValue): Problem {
  const value = record[field];
  const text =
    typeof value === "boolean" ? (value ? "Đạt" : "Không đạt") : value === null ? null : formatDecimal(value);
  return problemAt(sheet, record.row, field, text, {
    code: "kept-by-hand",
    message: `Số liệu này của ${record.unit} đã được sửa tay nên giữ số sửa tay.`,
    hint: "Muốn lấy số trong bảng thì nạp lại với --force.",
    severity: "warning",
  });
}

/** An indicator whose every result is Đạt/Không đạt is a pass/fail one. */
function guessDirections(records: readonly ResultRecord[]): Map<string, "higher" | "pass"> {
  const directions = new Map<string, "higher" | "pass">();
  for (const { indicator, actual } of records) {
    if (actual === null) continue;
    const key = nameKey(indicator);
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
): Problem[] {
  const problems: Problem[] = [];
  const [ours, theirs] = [indicator.measure, record.measure];
  if (ours !== null && theirs !== null && measureKey(ours) !== measureKey(theirs)) {
    const money = MONEY.test(measureKey(ours)) && MONEY.test(measureKey(theirs));
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
