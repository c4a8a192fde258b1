import { type Exact, exact, formatNumber, ZERO } from "../number.js";
import type { ProgressRow } from "../progress.js";
import { type Check, type Found, figure, foundAt } from "./check.js";

/** Three times the plan: real now and then (a plan set too low, a new investor), more often a slip of a unit. */
const MOST_PERCENT = 300;

/**
 * A share written as a fraction (0,952 for 95,2%) is one hundredth, a figure in tỷ under a plan in triệu one thousandth
 * of what was meant; a year that went so badly is rarer.
 */
const LEAST_PERCENT = 2;

export const farOverPlan: Check = {
  code: "far-over-plan",
  severity: "medium",
  family: "magnitude",
  title: "Thực hiện cao hơn kế hoạch nhiều lần",
  hint: "Kiểm tra đơn vị tính và dấu thập phân của kế hoạch và thực hiện; nếu đúng, nêu lý do vượt trong báo cáo.",
  limit: `trên ${MOST_PERCENT}% kế hoạch: vượt gấp ba lần có khi là thật (kế hoạch giao thấp), nhưng thường là lệch đơn vị tính`,
  find: ({ progress }) => findRows(progress, (percent) => percent.compare(MOST_PERCENT) > 0),
};

export const farUnderPlan: Check = {
  code: "far-under-plan",
  severity: "medium",
  family: "magnitude",
  title: "Thực hiện thấp hơn kế hoạch nhiều lần",
  hint: "Kiểm tra đơn vị tính và dấu thập phân; tỷ lệ thì ghi 95,2 chứ không ghi 0,952.",
  limit: `dưới ${LEAST_PERCENT}% kế hoạch và lớn hơn 0: tỷ lệ ghi thành phân số nhỏ đi 100 lần, tỷ đồng ghi dưới kế hoạch triệu đồng nhỏ đi 1.000 lần`,
  find: ({ progress }) =>
    findRows(progress, (percent) => percent.compare(LEAST_PERCENT) < 0 && percent.compare(ZERO) > 0),
};

function findRows(progress: readonly ProgressRow[], isFar: (percent: Exact) => boolean): Found[] {
  return progress.flatMap((row) => {
    const { attainmentPercent: percent, indicator, result } = row;
    if (percent === null || indicator.direction === "pass" || !isFar(percent)) return [];
    const [planned, actual] = [result?.planned ?? null, result?.actual ?? null];
    const said = `Kế hoạch ${figure(planned, row)}, thực hiện ${figure(actual, row)}`;
    return [foundAt(row, "actual", `${said}: đạt ${formatNumber(percent)}% kế hoạch.`)];
  });
}

/** A rate of a whole is at most all of it. */
const WHOLE = exact(100);

export const rateOverWhole: Check = {
  code: "rate-over-100",
  severity: "medium",
  family: "magnitude",
  title: "Tỷ lệ lớn hơn 100%",
  hint: "Kiểm tra dấu thập phân: 98,5 dễ thành 985.",
  limit: "chỉ tiêu tên bắt đầu bằng “Tỷ lệ”, tính bằng %, kế hoạch không quá 100 mà thực hiện trên 100",
  find: ({ progress }) =>
    progress.flatMap((row) => {
      const { indicator, result } = row;
      if (typeof result?.planned !== "string" || typeof result.actual !== "string") return [];
      const isRate = /^t[ỷỉ] lệ/iu.test(indicator.name) && (result.measure ?? indicator.measure) === "%";
      if (!isRate || exact(result.planned).compare(WHOLE) > 0 || exact(result.actual).compare(WHOLE) <= 0) return [];
      return [
        foundAt(row, "actual", `Thực hiện ${figure(result.actual, row)}, kế hoạch ${figure(result.planned, row)}.`),
      ];
    }),
};
