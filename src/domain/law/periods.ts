/** The law a commendation decision follows on the day it is signed; the year the achievement belongs to does not matter. */
export interface LegalPeriod {
  id: string;
  from: string;
  /** Last day; null: still in force. */
  to: string | null;
  /** Short names as officers say them. */
  law: string;
  decree: string;
}

/** THE LIST of periods, oldest first, without gaps. */
export const LEGAL_PERIODS: readonly LegalPeriod[] = [
  {
    id: "nghi-dinh-91-2017",
    from: "2017-10-01",
    to: "2023-12-31",
    law: "Luật Thi đua, khen thưởng 2003 (sửa đổi 2005, 2013)",
    decree: "Nghị định số 91/2017/NĐ-CP",
  },
  {
    id: "nghi-dinh-98-2023",
    from: "2024-01-01",
    to: "2025-06-30",
    law: "Luật Thi đua, khen thưởng 2022",
    decree: "Nghị định số 98/2023/NĐ-CP",
  },
  {
    id: "nghi-dinh-152-2025",
    from: "2025-07-01",
    to: "2026-09-30",
    law: "Luật Thi đua, khen thưởng 2022",
    decree: "Nghị định số 152/2025/NĐ-CP",
  },
  {
    id: "luat-06-2026",
    from: "2026-10-01",
    to: null,
    law: "Luật Thi đua, khen thưởng 2022 (sửa đổi 2026)",
    decree: "chưa có trong chương trình",
  },
];

/** First day the program holds law for: NĐ 91/2017 in force. */
export const FIRST_DAY = "2017-10-01";

/** The period of a decision date, or null before FIRST_DAY. */
export function legalPeriodOn(date: string): LegalPeriod | null {
  return LEGAL_PERIODS.find((period) => period.from <= date && (period.to === null || date <= period.to)) ?? null;
}
