/**
 * How far a rule or a figure was checked: V read in the text itself, V2 read in another text quoting it, R recalled;
 * CQ as the office itself declares it (phap-ly.xlsx).
 */
export type Mark = "V" | "V2" | "R" | "CQ";

/** Where a rule or a figure comes from; `text` as officers cite it ("Luật TĐKT 2022 Điều 80"). */
export interface Source {
  text: string;
  mark: Mark;
}

const MEANING: Record<Mark, string> = {
  V: "đã kiểm chứng",
  CQ: "cơ quan tự khai",
  V2: "dẫn theo nguồn thứ hai, chưa đọc văn bản gốc",
  R: "nhớ lại, chưa đối chiếu",
};

/** The mark in words for people: "nhớ lại, chưa đối chiếu". */
export function describeMark(mark: Mark): string {
  return MEANING[mark];
}

/** Luật 06/2026/QH16 in force: of its articles, and of what may follow it, nothing was read. */
export const AMENDED = "2026-10-01";

/** The same source on a day; once the amended law is in force nothing older is more than recalled. */
export function sourceOn(source: Source, date: string): Source {
  if (date < AMENDED || source.mark === "CQ") return source;
  return { text: `${source.text}; chưa đối chiếu Luật 06/2026/QH16`, mark: "R" };
}

/** The law before 01/01/2024. */
export const LAW_2003: Source = { text: "Luật TĐKT 2003 (sửa đổi 2005, 2013)", mark: "R" };

/** An article of the law of 2022 on a day: before that law was in force, the law of 2003 stands in its place. */
export function lawOn(source: Source, date: string): Source {
  return date < "2024-01-01" && source.mark !== "CQ" ? LAW_2003 : sourceOn(source, date);
}

/** Whether something in force from `from` to `to` (null: without end) is so on `date`. */
export function isInForce({ from, to }: { from: string; to: string | null }, date: string): boolean {
  return from <= date && (to === null || date <= to);
}

const FROM_CERTAIN: readonly Mark[] = ["V", "CQ", "V2", "R"];

/** The less certain of two marks. */
export function weakestMark(a: Mark, b: Mark): Mark {
  return FROM_CERTAIN.indexOf(a) > FROM_CERTAIN.indexOf(b) ? a : b;
}
