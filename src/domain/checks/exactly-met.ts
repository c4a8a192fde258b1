import { groupBy } from "../group-by.js";
import { HUNDRED } from "../number.js";
import type { ProgressRow } from "../progress.js";
import { type Check, foundAt } from "./check.js";

/** Two figures may well be met to the last digit; three and every one of them seldom are. */
const FEWEST = 3;

export const unitExactlyMet: Check = {
  code: "unit-exactly-met",
  severity: "medium",
  title: "Đơn vị có mọi kết quả bằng đúng kế hoạch",
  hint: "Hỏi lại đơn vị số thực hiện: có thể số kế hoạch đã được chép sang cột thực hiện.",
  limit: `từ ${FEWEST} chỉ tiêu tính bằng số trở lên, tất cả đều thực hiện bằng đúng kế hoạch: ít hơn thì có thể trùng hợp`,
  find: ({ progress }) =>
    groupRows(progress, ({ unit }) => String(unit.id)).map((rows) => ({
      ...foundAt(rows[0], "actual", `Cả ${rows.length} chỉ tiêu tính bằng số đều thực hiện đúng bằng kế hoạch.`),
      indicator: undefined,
    })),
};

export const indicatorExactlyMet: Check = {
  code: "indicator-exactly-met",
  severity: "low",
  title: "Mọi đơn vị đạt đúng 100% một chỉ tiêu",
  hint: "Xem lại số thực hiện; nếu đúng, chỉ tiêu này không phân biệt được các đơn vị.",
  limit: `từ ${FEWEST} đơn vị của một cụm, khối trở lên, tất cả đều đúng 100%: ít hơn thì có thể trùng hợp`,
  find: ({ progress }) =>
    groupRows(progress, ({ unit, indicator }) => `${unit.cluster}|${indicator.id}`).map((rows) => ({
      ...foundAt(rows[0], "actual", `Cả ${rows.length} đơn vị đều đạt đúng 100%.`),
      unit: null,
      cluster: rows[0].unit.cluster,
    })),
};

/** Groups of at least FEWEST rows with plain figures, each of them exactly as planned. */
function groupRows(
  progress: readonly ProgressRow[],
  keyOf: (row: ProgressRow) => string,
): [ProgressRow, ...ProgressRow[]][] {
  const figures = progress.filter(
    ({ result, attainmentPercent }) => typeof result?.planned === "string" && attainmentPercent !== null,
  );
  return [...groupBy(figures, keyOf).values()].filter(
    (rows): rows is [ProgressRow, ...ProgressRow[]] =>
      rows.length >= FEWEST && rows.every(({ attainmentPercent }) => attainmentPercent?.equals(HUNDRED)),
  );
}
