import { shareOf } from "../measurement.js";
import { formatNumber } from "../number.js";
import {
  compareStated,
  contradictsLabel,
  formatStated,
  STATED_DIFFERENCE_TEXT,
  type StatedDifference,
} from "../stated.js";
import { type Check, type CheckedYear, type Found, foundAt, isReported, type ReportedRow } from "./check.js";

const TOLERANCE_TEXT = "chênh quá 0,05 điểm: bảng in một chữ số thập phân thì làm tròn đúng chênh nhiều nhất chừng ấy";

export const statedDiffers: Check = {
  code: "stated-differs",
  severity: "high",
  title: "Tỷ lệ ghi trong bảng không khớp số liệu",
  hint: "Đối chiếu kế hoạch, thực hiện và tỷ lệ với bản gốc: một trong ba số cần sửa. Chương trình dùng tỷ lệ tính được.",
  limit: TOLERANCE_TEXT,
  find: (year) => comparePercents(year, ["error", "fraction", "inverse"]),
};

export const statedTruncation: Check = {
  code: "stated-truncation",
  severity: "low",
  title: "Tỷ lệ ghi trong bảng bị cắt bớt phần lẻ",
  hint: "Làm tròn tỷ lệ thay vì cắt bớt; số liệu không cần sửa.",
  limit: TOLERANCE_TEXT,
  find: (year) => comparePercents(year, ["truncation"]),
};

export const statedRounding: Check = {
  code: "stated-rounding",
  severity: "low",
  title: "Tỷ lệ ghi trong bảng đã làm tròn",
  hint: "Ghi tỷ lệ với một hoặc hai chữ số thập phân nếu cần so sánh; số liệu không cần sửa.",
  limit: TOLERANCE_TEXT,
  find: (year) => comparePercents(year, ["rounding"]),
};

/** Rows with what their sheet says of them, unless their figures are no longer the sheet's. */
function listStated({ progress, isCorrected }: CheckedYear): ReportedRow[] {
  return progress.filter(isReported).filter(({ unit, indicator }) => !isCorrected(unit.id, indicator.id));
}

function comparePercents(year: CheckedYear, wanted: readonly StatedDifference[]): Found[] {
  return listStated(year).flatMap((row) => {
    const stated = row.result.stated.attainmentPercent;
    const computed = row.attainmentPercent ?? (row.result.planned === null ? shareOf(row.result.actual) : null);
    if (stated === null || computed === null) return [];
    const difference = compareStated(stated, computed, row.result, row.indicator.direction);
    if (difference === null || !wanted.includes(difference)) return [];
    const message = `Bảng ghi ${formatStated(stated)}, tính ra ${formatNumber(computed)}%: ${STATED_DIFFERENCE_TEXT[difference]}.`;
    return [foundAt(row, "attainmentPercent", message)];
  });
}

const STATUS = { exceeded: "vượt kế hoạch", met: "đạt kế hoạch", missed: "chưa đạt kế hoạch", unknown: "" } as const;

export const statedLabel: Check = {
  code: "stated-label-differs",
  severity: "medium",
  title: "Đánh giá ghi trong bảng trái với số liệu",
  hint: "Đối chiếu số liệu và đánh giá với bản gốc; kiểm tra chiều của chỉ tiêu trong bảng chi-tieu.",
  limit: null,
  find: (year) =>
    listStated(year).flatMap((row) => {
      const { evaluation } = row.result.stated;
      if (evaluation === null || !contradictsLabel(evaluation, row, row.result.planned)) return [];
      const percent = row.attainmentPercent === null ? "" : ` (${formatNumber(row.attainmentPercent)}%)`;
      return [foundAt(row, "evaluation", `Bảng ghi “${evaluation}”, số liệu là ${STATUS[row.status]}${percent}.`)];
    }),
};
