import { type Attainment, computeAttainment } from "../../domain/attainment.js";
import type { Direction, ResultRecord, TypedAmount } from "../../domain/indicator.js";
import { shareOf } from "../../domain/measurement.js";
import { type Exact, exact, formatNumber } from "../../domain/number.js";
import type { Problem } from "../../domain/problem.js";
import {
  compareStatedPercent,
  contradictsBound,
  contradictsLabel,
  formatStated,
  type StatedDifference,
} from "../../domain/stated.js";
import { type IncomingSheet, problemAt } from "./sheet.js";

const REASON: Readonly<Record<StatedDifference, string>> = {
  rounding: "chênh do làm tròn",
  truncation: "chênh do cắt bớt phần lẻ thay vì làm tròn",
  fraction: "ô ghi tỷ số kèm dấu %, tức là nhỏ đi 100 lần",
  inverse: "bảng lấy thực hiện chia kế hoạch, còn chỉ tiêu này càng thấp càng tốt nên lấy kế hoạch chia thực hiện",
  error: "hai số không khớp",
};

const STATUS = { exceeded: "vượt kế hoạch", met: "đạt kế hoạch", missed: "không đạt kế hoạch", unknown: "" } as const;

/** More than this many times the plan is likelier a slip of a unit than a result; it is real often enough to be taken. */
const FAR_PERCENT = exact(1000);

/** Warnings where the sheet's own % or Đạt/Vượt/Không đạt disagrees with what is computed. Nothing is corrected. */
export function compareWithStated(
  sheet: IncomingSheet,
  record: ResultRecord,
  indicator: { direction: Direction; measure: string | null },
): Problem[] {
  const { direction } = indicator;
  const attainment = computeAttainment({ ...record, measure: record.measure ?? indicator.measure }, direction);
  const problems: Problem[] = [];
  const { attainmentPercent: percent, evaluation } = record.stated;
  const computed = attainment.attainmentPercent ?? (record.planned === null ? shareOf(record.actual) : null);
  if (percent !== null && computed !== null)
    problems.push(...comparePercent(sheet, record, percent, computed, direction));
  if (evaluation !== null && contradictsLabel(evaluation, attainment, record.planned))
    problems.push(describeLabel(sheet, record, evaluation, attainment, direction));
  if (attainment.attainmentPercent !== null && attainment.attainmentPercent.compare(FAR_PERCENT) > 0)
    problems.push(describeFar(sheet, record, attainment.attainmentPercent));
  return problems;
}

function comparePercent(
  sheet: IncomingSheet,
  record: ResultRecord,
  stated: string | TypedAmount,
  computed: Exact,
  direction: Direction,
): Problem[] {
  const isWrongBound = typeof stated !== "string" && contradictsBound(stated, computed);
  const difference =
    typeof stated === "string" ? compareStatedPercent(stated, computed, direction) : isWrongBound ? "error" : null;
  if (difference === null) return [];
  const code = difference === "rounding" || difference === "truncation" ? `stated-${difference}` : "stated-differs";
  const shown = formatStated(stated);
  const message = `Bảng ghi ${shown} nhưng tính ra ${formatNumber(computed)}%: ${REASON[difference]}.`;
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
  return warn(sheet, record, "actual", null, {
    code: "far-from-plan",
    message: `Thực hiện bằng ${formatNumber(percent)}% kế hoạch.`,
    hint: "Số liệu vẫn được nạp; kiểm tra lại đơn vị tính của kế hoạch và thực hiện (tỷ đồng, triệu đồng…).",
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
