import type { Direction, Indicator, Measurement, ResultRecord } from "../../domain/indicator.js";
import { measureKey, moneyPower } from "../../domain/measure.js";
import { formatMeasurement, isTypedAmount } from "../../domain/measurement.js";
import { nameKey, nearestName, unitKey } from "../../domain/name.js";
import type { Problem } from "../../domain/problem.js";
import type { Stored } from "../../store/import.js";
import { createIndicator } from "../../store/indicator.js";
import type { Db } from "../../store/open.js";
import { type KeptValue, type ResolvedResult, storeResults } from "../../store/result.js";
import { createUnit, ensureUnitYear } from "../../store/unit.js";
import { knowIndicators, knowUnits } from "./known-names.js";
import { type IncomingSheet, problemAt } from "./sheet.js";
import { compareWithStated } from "./stated.js";

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
      problems.push(unknownName(sheet, record, "unit", units.names));
    }
    if (indicator === undefined && !unknown.has(`indicator ${indicatorName}`)) {
      unknown.add(`indicator ${indicatorName}`);
      problems.push(unknownName(sheet, record, "indicator", indicators.names));
    }
    if (unitId === undefined || indicator === undefined) return [];
    problems.push(...compareWithIndicator(sheet, record, indicator), ...compareWithStated(sheet, record, indicator));
    return [{ record, unitId, indicatorId: indicator.id }];
  });
  const compared: ResultRecord[] = [];
  const stored = storeResults(
    db,
    resolved,
    { year: sheet.year, importId },
    {
      force: sheet.force,
      onKept: (kept) => problems.push(keptByHand(sheet, kept)),
      onFigures({ record, planned, actual }) {
        compared.push(record);
        const indicator = indicators.find(record.indicator, nameKey(record.indicator));
        if (indicator !== undefined)
          problems.push(...compareWithStated(sheet, { ...record, planned, actual }, indicator));
      },
    },
  );
  if (compared.length > 0) problems.push(statedNotStored(sheet, compared.length));
  return stored;
}

function statedNotStored(sheet: IncomingSheet, count: number): Problem {
  const code = "stated-not-stored";
  const message = `${count} chỗ đã có kế hoạch, thực hiện nên giữ nguyên; tỷ lệ, đánh giá ghi trong bảng chỉ được đối chiếu.`;
  const hint = "Không phải làm gì; nếu muốn sửa số liệu thì nạp bảng có cột Kế hoạch và Thực hiện.";
  return problemAt(sheet, null, null, null, { code, message, hint, severity: "warning" });
}

function keptByHand(sheet: IncomingSheet, { record, field }: KeptValue): Problem {
  const value = record[field];
  const text = value === null ? null : formatMeasurement(value);
  const problem = {
    code: "kept-by-hand",
    message: `Số liệu này của ${record.unit} đã được sửa tay nên giữ số sửa tay.`,
    hint: "Muốn lấy số trong bảng thì nạp lại với --force.",
    severity: "warning" as const,
  };
  return problemAt(sheet, record.row, field, text, problem, record.cells);
}

/**
 * An indicator whose every result is Đạt/Không đạt is a pass/fail one; one whose every plan is a ceiling (dưới 4, ≤5)
 * is better the lower it is.
 */
function guessDirections(records: readonly ResultRecord[]): Map<string, Direction> {
  const directions = new Map<string, Direction>();
  for (const { indicator, planned, actual } of records) {
    const key = nameKey(indicator);
    const guess = typeof actual === "boolean" ? "pass" : isCeiling(planned) ? "lower" : "higher";
    if (actual === null && guess === "higher") continue;
    const before = directions.get(key);
    directions.set(key, before === undefined || before === guess ? guess : "higher");
  }
  return directions;
}

function isCeiling(planned: Measurement): boolean {
  if (!isTypedAmount(planned)) return false;
  if (planned.parts !== undefined) return planned.parts.every((part) => isCeiling(part));
  return planned.operator === "<" || planned.operator === "<=";
}

const WHAT = { unit: "đơn vị", indicator: "chỉ tiêu" } as const;

function unknownName(
  sheet: IncomingSheet,
  record: ResultRecord,
  field: keyof typeof WHAT,
  known: readonly string[],
): Problem {
  const name = record[field];
  const near = nearestName(name, known);
  const list = field === "unit" ? "don-vi" : "chi-tieu";
  const add = sheet.strict
    ? `nạp bảng ${list} có ${WHAT[field]} này trước`
    : `thêm --create nếu đúng là ${WHAT[field]} mới`;
  const hint = near === null ? `Sửa lại tên, hoặc ${add}.` : `Có phải là "${near}"? Sửa lại tên, hoặc ${add}.`;
  const problem = { code: `unknown-${field}`, message: `Không có ${WHAT[field]} này.`, hint };
  return problemAt(sheet, record.row, field, name, problem, record.cells);
}

function compareWithIndicator(
  sheet: IncomingSheet,
  record: ResultRecord,
  indicator: Pick<Indicator, "measure" | "direction">,
): Problem[] {
  const problems: Problem[] = [];
  const [ours, theirs] = [indicator.measure, record.measure];
  if (ours !== null && theirs !== null && measureKey(ours) !== measureKey(theirs)) {
    const money = moneyPower(ours) !== null && moneyPower(theirs) !== null;
    const message = `Đơn vị tính khác với chỉ tiêu đã khai ("${ours}").`;
    const hint = money ? `Đổi số liệu ra ${ours} rồi nạp lại.` : "Kiểm tra lại đơn vị tính.";
    const severity = money ? "error" : "warning";
    const problem = { code: "measure-mismatch", message, hint, severity } as const;
    problems.push(problemAt(sheet, record.row, "measure", theirs, problem, record.cells));
  }
  const words: Measurement = record.actual;
  if (typeof words === "boolean" && indicator.direction !== "pass") {
    const message = "Chỉ tiêu này tính bằng số nên không ra tỷ lệ từ Đạt/Không đạt.";
    const hint = 'Ghi số liệu, hoặc khai chỉ tiêu có chiều "đạt/không đạt" trong bảng chi-tieu.';
    const value = words ? "Đạt" : "Không đạt";
    const problem = { code: "words-for-number", message, hint, severity: "warning" } as const;
    problems.push(problemAt(sheet, record.row, "actual", value, problem, record.cells));
  }
  return problems;
}
