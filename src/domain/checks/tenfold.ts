import type { Measurement } from "../indicator.js";
import { moneyPower } from "../measure.js";
import { type Exact, exact, formatNumber } from "../number.js";
import { type Check, figure, foundAt, isReported } from "./check.js";

/** How far from ten, a hundred, a thousand times still counts as such a slip: a year may bring a quarter more or less. */
const POWERS = [10, 100, 1000];
const SLACK = exact("1.25");

/** Small whole counts (3 models, 30 classes) do grow tenfold in a year. */
const SMALL_COUNT = 50;

export const tenfold: Check = {
  code: "moved-tenfold",
  severity: "high",
  family: "magnitude",
  title: "Số liệu thay đổi khoảng 10, 100 hay 1.000 lần so với năm trước",
  hint: "Kiểm tra dấu thập phân, dấu hàng nghìn và đơn vị tính của cả hai năm, rồi sửa bảng hoặc dùng thidua correct.",
  limit: `từ 8 đến 12,5 lần (80 đến 125, 800 đến 1.250): thừa thiếu một dấu hay nhầm đơn vị tính cộng với mức tăng giảm một phần tư của một năm; số đếm nhỏ (đến ${SMALL_COUNT}) không xét`,
  find: (year) =>
    year.progress.filter(isReported).flatMap((row) => {
      const { unit, indicator, result } = row;
      const earlier = year.resultLastYear(unit.id, indicator.id);
      const inSheet = result.previous !== null;
      const previous = inSheet ? result.previous : (earlier?.actual ?? null);
      const from = inSheet ? row : { result: earlier, indicator };
      const now = amount(result.actual, row.result.measure ?? indicator.measure);
      const before = amount(previous, from.result?.measure ?? indicator.measure);
      if (now === null || before === null || isSmallCount(now, before)) return [];
      const isMore = now.compare(before) > 0;
      const times = isMore ? now.div(before) : before.div(now);
      if (!isNearPower(times)) return [];
      const then = inSheet
        ? `cột Năm trước ghi ${figure(previous, from)}`
        : `năm ${year.year - 1} là ${figure(previous, from)}`;
      const message = `Thực hiện ${figure(result.actual, row)}, ${then}: ${isMore ? "gấp" : "giảm"} ${formatNumber(times)} lần.`;
      return [foundAt(row, "actual", message)];
    }),
};

function isNearPower(times: Exact): boolean {
  return POWERS.some((power) => times.mul(SLACK).compare(power) >= 0 && times.div(SLACK).compare(power) <= 0);
}

/** In đồng when it is money; null when it is not one number above 0. */
function amount(value: Measurement, measure: string | null): Exact | null {
  if (typeof value !== "string" || exact(value).compare(0) <= 0) return null;
  const power = measure === null ? null : moneyPower(measure);
  return power === null ? exact(value) : exact(value).mul(exact(10n ** BigInt(power)));
}

function isSmallCount(...figures: readonly Exact[]): boolean {
  return figures.every((value) => value.d === 1n && value.compare(SMALL_COUNT) <= 0);
}
