import type { Source } from "./source.js";

/** Lương cơ sở, by which bonuses are reckoned. */
export interface BaseSalary {
  /** Whole đồng a month. */
  amount: number;
  from: string;
  /** Last day; null: still in force. */
  to: string | null;
  source: Source;
}

/** THE LIST, oldest first, without gaps. The one in force on the day of the decision counts (NĐ 152/2025 Đ49). */
export const BASE_SALARIES: readonly BaseSalary[] = [
  // Older than anything read: NĐ 47/2017 is recalled, the others are said where they were found.
  { amount: 1_300_000, from: "2017-10-01", to: "2018-06-30", source: { text: "NĐ 47/2017/NĐ-CP", mark: "R" } },
  {
    amount: 1_390_000,
    from: "2018-07-01",
    to: "2019-06-30",
    source: { text: "NĐ 72/2018/NĐ-CP (mức đã đối chiếu, số nghị định nhớ lại)", mark: "R" },
  },
  { amount: 1_490_000, from: "2019-07-01", to: "2023-06-30", source: { text: "NĐ 38/2019/NĐ-CP", mark: "V" } },
  { amount: 1_800_000, from: "2023-07-01", to: "2024-06-30", source: { text: "NĐ 24/2023/NĐ-CP", mark: "V" } },
  { amount: 2_340_000, from: "2024-07-01", to: "2026-06-30", source: { text: "NĐ 73/2024/NĐ-CP", mark: "V" } },
  { amount: 2_530_000, from: "2026-07-01", to: null, source: { text: "NĐ 161/2026/NĐ-CP", mark: "V" } },
];
