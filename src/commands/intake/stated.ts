import { type Attainment, computeAttainment, isPercentMeasure } from "../../domain/attainment.js";
import type { Direction, ResultRecord, TypedAmount } from "../../domain/indicator.js";
import { formatMeasurement, shareOf } from "../../domain/measurement.js";
import { type Exact, exact, formatNumber, ONE, ZERO } from "../../domain/number.js";
import type { Problem } from "../../domain/problem.js";
import { compareStated, contradictsLabel, formatStated, STATED_DIFFERENCE_TEXT } from "../../domain/stated.js";
import { type IncomingSheet, problemAt } from "./sheet.js";

const STATUS = { exceeded: "vượt kế hoạch", met: "đạt kế hoạch", missed: "không đạt kế hoạch", unknown: "" } as const;

/** More than this many times the plan is likelier a slip of a unit than a result; it is real often enough to be taken. */
const FAR_PERCENT = exact(1000);

/** Warns where the sheet's own % or Đạt/Vượt/Không đạt disagrees with what is computed. Nothing is corrected. */
export function compareWithStated(
  sheet: IncomingSheet,
  record: ResultRecord,
  indicator: { direction: Direction; measure: string | null },
  problems: Problem[],
): void {
  const { direction } = indicator;
  if (mayBeFraction(record, indicator)) problems.push(describeFraction(sheet, record));
  const { attainmentPercent: percent, evaluation } = record.stated;
  // The usual row states nothing and is near its plan, which needs no exact quotient to be seen.
  if (percent === null && evaluation === null && !mayBeFar(record, direction)) return;
  const attainment = computeAttainment({ ...record, measure: record.measure ?? indicator.measure }, direction);
  const computed = attainment.attainmentPercent ?? (record.planned === null ? shareOf(record.actual) : null);
  if (percent !== null && computed !== null)
    problems.push(...comparePercent(sheet, record, percent, computed, direction));
  if (evaluation !== null && contradictsLabel(evaluation, attainment, record.planned))
    problems.push(describeLabel(sheet, record, evaluation, attainment, direction));
  if (attainment.attainmentPercent !== null && attainment.attainmentPercent.compare(FAR_PERCENT) > 0)
    problems.push(describeFar(sheet, record, attainment.attainmentPercent));
}

/** False only where the result cannot be far from the plan: a first look in floating point, with room for its errors. */
function mayBeFar({ planned, actual }: ResultRecord, direction: Direction): boolean {
  if (typeof planned !== "string" || typeof actual !== "string") return planned !== null && actual !== null;
  const [part, whole] = direction === "lower" ? [planned, actual] : [actual, planned];
  return Number(part) > 9.9 * Number(whole);
}

function comparePercent(
  sheet: IncomingSheet,
  record: ResultRecord,
  stated: string | TypedAmount,
  computed: Exact,
  direction: Direction,
): Problem[] {
  const difference = compareStated(stated, computed, record, direction);
  if (difference === null) return [];
  const code = difference === "rounding" || difference === "truncation" ? `stated-${difference}` : "stated-differs";
  const shown = formatStated(stated);
  const message = `Bảng ghi ${shown} nhưng tính ra ${formatNumber(computed)}%: ${STATED_DIFFERENCE_TEXT[difference]}.`;
  const hint = "Kiểm tra lại kế hoạch, thực hiện và tỷ lệ; chương trình dùng tỷ lệ tính được.";
  return [warn(sheet, record, "attainmentPercent", shown.replace(/%$/, ""), { code, message, hint })];
}

function describeLabel(
  sheet: IncomingSheet,
  record: ResultRecord,
  label: string,
  { status, attainmentPercent }: Attainment,
  direction: Direction,
): Problem {
  const percent = attainmentPercent === null ? "" : ` (${formatNumber(attainmentPercent)}%)`;
  const message = `Bảng đánh giá “${label}” nhưng theo số liệu là ${STATUS[status]}${percent}.`;
  const other =
    direction === "higher" && status === "missed"
      ? " Nếu chỉ tiêu này càng thấp càng tốt, hãy khai Chiều trong bảng chi-tieu."
      : "";
  const hint = `Kiểm tra lại số liệu và đánh giá; chương trình dùng kết quả tính được.${other}`;
  const field =
    sheet.reading.columns.evaluation === undefined && record.cells?.evaluation === undefined ? "note" : "evaluation";
  return warn(sheet, record, field, label, { code: "stated-label-differs", message, hint });
}

function describeFar(sheet: IncomingSheet, record: ResultRecord, percent: Exact): Problem {
  return warn(sheet, record, "actual", record.typed?.actual ?? formatMeasurement(record.actual), {
    code: "far-from-plan",
    message: `Thực hiện bằng ${formatNumber(percent)}% kế hoạch.`,
    hint: "Số liệu vẫn được nạp; kiểm tra lại đơn vị tính của kế hoạch và thực hiện (tỷ đồng, triệu đồng…).",
  });
}

/** 0,952 against a plan of 95%: a percentage written as a fraction. */
function mayBeFraction({ planned, actual, measure }: ResultRecord, indicator: { measure: string | null }): boolean {
  if (typeof planned !== "string" || typeof actual !== "string") return false;
  // Plain decimals above 1 come after "1" as texts too: that settles the usual row; what is left is compared exactly.
  if (actual > "1" || !isPercentMeasure(measure ?? indicator.measure)) return false;
  return exact(planned).compare(LEAST_PLAN) > 0 && exact(actual).compare(ZERO) > 0 && exact(actual).compare(ONE) <= 0;
}

const LEAST_PLAN = exact(10);

function describeFraction(sheet: IncomingSheet, record: ResultRecord): Problem {
  const value = formatMeasurement(record.actual);
  return warn(sheet, record, "actual", value, {
    code: "maybe-fraction",
    message: `Kế hoạch là ${formatMeasurement(record.planned)}% mà thực hiện ghi ${value}: có lẽ là tỷ số (1 là 100%).`,
    hint: "Nếu đúng là tỷ số, ghi lại thành phần trăm, ví dụ 95,2 thay cho 0,952.",
  });
}

function warn(
  sheet: IncomingSheet,
  record: ResultRecord,
  field: string,
  value: string | null,
  problem: { code: string; message: string; hint: string },
): Problem {
  return problemAt(sheet, record.row, field, value, { severity: "warning", ...problem }, record.cells);
}
