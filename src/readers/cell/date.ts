import { nameKey } from "../../domain/name.js";
import type { CellTrouble } from "./number-trouble.js";

/** YYYY-MM-DD, a bare year, or why it is no date. */
export type DateReading = { date: string } | { year: string } | { trouble: CellTrouble };

const DAY_FIRST = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d+)(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[t\s]\s*\d{1,2}:\d{2}(?::\d{2})?)?$/;
const IN_WORDS = /^(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d+)$/;

/** A day as Excel counts it: 1 January 1940 to the year 2050. */
const SERIAL = /^(1[4-9]|[2-4]\d|5[0-4])\d{3}$/;

/** dd/mm/yyyy, d/m/yyyy, yyyy-mm-dd, "ngày 5 tháng 3 năm 2021", or yyyy; day before month always. */
export function readDate(text: string): DateReading {
  const key = nameKey(text);
  if (/^(19|20)\d{2}$/.test(key)) return { year: key };
  const yearFirst = YEAR_FIRST.exec(key);
  if (yearFirst !== null) return checkDate(yearFirst[1] ?? "", yearFirst[2] ?? "", yearFirst[3] ?? "");
  const dayFirst = DAY_FIRST.exec(key) ?? IN_WORDS.exec(key);
  if (dayFirst !== null) return checkDate(dayFirst[3] ?? "", dayFirst[2] ?? "", dayFirst[1] ?? "");
  if (SERIAL.test(key)) {
    return {
      trouble: {
        code: "not-a-date",
        message: "Ô này là con số, có lẽ là ngày tháng đã bị đổi thành số khi lưu.",
        hint: "Mở tệp gốc, định dạng ô kiểu Date (dd/mm/yyyy) rồi lưu lại, hoặc ghi lại ngày, ví dụ 05/03/2021.",
      },
    };
  }
  return {
    trouble: {
      code: "not-a-date",
      message: "Không phải là ngày tháng.",
      hint: "Ghi ngày/tháng/năm đủ bốn chữ số của năm, ví dụ 05/03/2021.",
    },
  };
}

function checkDate(year: string, month: string, day: string): DateReading {
  if (year.length !== 4) {
    return {
      trouble: {
        code: "two-digit-year",
        message: "Năm chưa đủ bốn chữ số.",
        hint: "Ghi đủ bốn chữ số của năm, ví dụ 05/03/2021.",
      },
    };
  }
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const inCalendar = m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m) && y >= 1900 && y <= 2100;
  if (!inCalendar) {
    return {
      trouble: {
        code: "impossible-date",
        message: "Ngày này không có trong lịch.",
        hint: "Kiểm tra lại, ghi theo thứ tự ngày/tháng/năm, ví dụ 05/03/2021.",
      },
    };
  }
  return { date: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
