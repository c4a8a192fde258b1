import { groupBy } from "../group-by.js";
import { measureKey, moneyPower } from "../measure.js";
import { type Check, type CheckedYear, type Found, foundAt, isReported, type ReportedRow } from "./check.js";

export const mixedMoneyMeasures: Check = {
  code: "mixed-money-measures",
  severity: "high",
  title: "Một chỉ tiêu tiền ghi bằng nhiều đơn vị tính",
  hint: "Đổi số liệu về một đơn vị tính rồi nạp lại, và khai ĐVT của chỉ tiêu trong bảng chi-tieu.",
  limit: null,
  find: (year) => findOdd(year, true),
};

export const mixedMeasures: Check = {
  code: "mixed-measures",
  severity: "low",
  title: "Một chỉ tiêu ghi bằng nhiều đơn vị tính",
  hint: "Kiểm tra có phải chỉ là cách viết khác; nếu khác thật thì đổi số liệu về một đơn vị tính rồi nạp lại.",
  limit: null,
  find: (year) => findOdd(year, false),
};

/** Rows whose measure is not the one the indicator has, or that most rows use where it has none. */
function findOdd({ progress }: CheckedYear, isMoney: boolean): Found[] {
  const measured = progress.filter(isReported).filter(({ result }) => result.measure !== null);
  return [...groupBy(measured, ({ indicator }) => indicator.id).values()].flatMap((rows) => {
    const usual = rows[0]?.indicator.measure ?? mostUsed(rows);
    return rows
      .filter(({ result }) => measureKey(result.measure ?? "") !== measureKey(usual))
      .filter(({ result }) => isMoney === (moneyPower(usual) !== null && moneyPower(result.measure ?? "") !== null))
      .map((row) => foundAt(row, "measure", `Ghi bằng “${row.result.measure}”, các số liệu khác ghi bằng “${usual}”.`));
  });
}

/** The measure most rows use; the first of those equally used. */
function mostUsed(rows: readonly ReportedRow[]): string {
  const groups = groupBy(
    rows.map(({ result }) => result.measure ?? ""),
    measureKey,
  );
  const [first] = [...groups.values()].sort((one, other) => other.length - one.length);
  return first?.[0] ?? "";
}
