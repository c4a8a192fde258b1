/** How far a rule or a figure was checked: V read in the text itself, V2 read in another text quoting it, R recalled. */
export type Mark = "V" | "V2" | "R";

/** Where a rule or a figure comes from; `text` as officers cite it ("Luật TĐKT 2022 Điều 80"). */
export interface Source {
  text: string;
  mark: Mark;
}

const MEANING: Record<Mark, string> = {
  V: "đã đối chiếu văn bản",
  V2: "dẫn theo nguồn thứ hai, chưa đọc văn bản gốc",
  R: "nhớ lại, chưa đối chiếu",
};

/** The mark in words for people: "nhớ lại, chưa đối chiếu". */
export function describeMark(mark: Mark): string {
  return MEANING[mark];
}

const ORDER: readonly Mark[] = ["V", "V2", "R"];

/** The less certain of two marks. */
export function weakerMark(a: Mark, b: Mark): Mark {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}
