import { nameKey } from "./name.js";

/** Kỳ báo cáo, as the command line takes it. */
export type PeriodId = "6-thang" | "9-thang" | "nam";

/** The part of a year a report is about. */
export interface Period {
  id: PeriodId;
  year: number;
  /** The year is over, so that results can be judged; before, a plan is neither reached for good nor missed. */
  isWhole: boolean;
  /** YYYY-MM-DD. */
  lastDay: string;
  /** "năm 2020", "6 tháng đầu năm 2020" */
  name: string;
  /** What comes after it: "năm 2021", "6 tháng cuối năm 2020", "quý IV năm 2020". */
  next: string;
}

/** The period of a year. */
export function makePeriod(year: number, id: PeriodId = "nam"): Period {
  switch (id) {
    case "6-thang":
      return {
        id,
        year,
        isWhole: false,
        lastDay: `${year}-06-30`,
        name: `6 tháng đầu năm ${year}`,
        next: `6 tháng cuối năm ${year}`,
      };
    case "9-thang":
      return {
        id,
        year,
        isWhole: false,
        lastDay: `${year}-09-30`,
        name: `9 tháng đầu năm ${year}`,
        next: `quý IV năm ${year}`,
      };
    case "nam":
      return { id, year, isWhole: true, lastDay: `${year}-12-31`, name: `năm ${year}`, next: `năm ${year + 1}` };
  }
}

/** "6-thang", "6", "6 tháng", "9 tháng đầu năm", "năm", "cả năm" → the period; null for anything else. */
export function readPeriod(text: string): PeriodId | null {
  const key = nameKey(text).replace(/-/g, " ");
  if (/^(cả )?(năm|nam)$/.test(key)) return "nam";
  const months = /^([69])( (tháng|thang)( đầu năm)?)?$/.exec(key)?.[1];
  return months === undefined ? null : `${months as "6" | "9"}-thang`;
}
