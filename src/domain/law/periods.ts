import { isInForce } from "./source.js";

/** Of a period whose decree the program does not hold; the office gives the line. */
export const NO_DECREE = "chưa có trong chương trình";

/** The law a commendation decision follows on the day it is signed; the year the achievement belongs to does not matter. */
export interface LegalPeriod {
  id: string;
  from: string;
  /** Last day; null: still in force. */
  to: string | null;
  /** Short names as officers say them. */
  law: string;
  decree: string;
  /** Luật Tổ chức chính quyền địa phương that a Ủy ban nhân dân cites. */
  organisation: string;
}

const LAW_2003 = "Luật Thi đua, khen thưởng 2003 (sửa đổi 2005, 2013)";
const LAW_2022 = "Luật Thi đua, khen thưởng 2022";
const LAW_2026 = "Luật Thi đua, khen thưởng 2022 (sửa đổi 2026)";
const D91 = "Nghị định số 91/2017/NĐ-CP";
const D98 = "Nghị định số 98/2023/NĐ-CP";
const D152 = "Nghị định số 152/2025/NĐ-CP";

/** THE LIST of periods, oldest first, without gaps: a new one wherever what a decision cites changes for certain. */
export const LEGAL_PERIODS: readonly LegalPeriod[] = [
  period("nghi-dinh-91-2017", "2017-10-01", "2020-06-30", LAW_2003, D91, "2015"),
  period("nghi-dinh-91-2017-luat-47-2019", "2020-07-01", "2023-12-31", LAW_2003, D91, "2015 (sửa đổi 2019)"),
  period("nghi-dinh-98-2023", "2024-01-01", "2025-02-28", LAW_2022, D98, "2015 (sửa đổi 2019)"),
  period("nghi-dinh-98-2023-luat-65-2025", "2025-03-01", "2025-06-15", LAW_2022, D98, "ngày 19/02/2025"),
  period("nghi-dinh-98-2023-luat-72-2025", "2025-06-16", "2025-06-30", LAW_2022, D98, "ngày 16/6/2025"),
  period("nghi-dinh-152-2025", "2025-07-01", "2025-08-04", LAW_2022, D152, "ngày 16/6/2025"),
  period(
    "nghi-dinh-152-2025-thong-tu-15-2025",
    "2025-08-05",
    "2026-09-30",
    LAW_2022,
    `${D152}; Thông tư số 15/2025/TT-BNV`,
    "ngày 16/6/2025",
  ),
  period("luat-06-2026", "2026-10-01", null, LAW_2026, NO_DECREE, "ngày 16/6/2025"),
];

function period(id: string, from: string, to: string | null, law: string, decree: string, organisation: string) {
  return { id, from, to, law, decree, organisation };
}

/** First day the program holds law for: NĐ 91/2017 in force. */
export const FIRST_DAY = "2017-10-01";

/** The period of a decision date, or null before FIRST_DAY. */
export function legalPeriodOn(date: string): LegalPeriod | null {
  return LEGAL_PERIODS.find((one) => isInForce(one, date)) ?? null;
}
