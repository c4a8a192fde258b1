/** Dates are YYYY-MM-DD texts throughout; they compare as texts. Phrases follow NĐ 30/2020 Phụ lục I Phần I II.4b. */

/** "ngày 05 tháng 01 năm 2020", "ngày 29 tháng 6 năm 2021": days below 10 and months 1 and 2 carry a zero, no others. */
export function datePhrase(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `ngày ${day} tháng ${monthText(month)} năm ${year}`;
}

/** "01/7/2025", as officers write a date inside a sentence. */
export function shortDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${day}/${monthText(month)}/${year}`;
}

function monthText(month: string): string {
  return Number(month) <= 2 ? month : String(Number(month));
}
