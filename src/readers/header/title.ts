import { cleanText, nameKey } from "../../domain/name.js";
import { isMeasure } from "../cell/measure.js";

/** Lines above the header that are not blank, by their cells that are not; each line of a cell counts as one. */
export function readTitleCells(rows: readonly string[][]): string[][] {
  const lines = rows.map((cells) => cells.flatMap((cell) => cell.split("\n").map(cleanText)));
  return lines.map((cells) => cells.filter((text) => text !== "")).filter((cells) => cells.length > 0);
}

/** Lines above the header that are not blank, the cells of each joined with a blank. */
export function readTitle(rows: readonly string[][]): string[] {
  return readTitleCells(rows).map((cells) => cells.join(" "));
}

const MEASURE_LABEL = /(?:^|[(\s])(?:đvt|đ\.v\.t|đơn vị tính|đơn vị)\s*:\s*([^():;]+?)[.)]*$/iu;

/** "Đơn vị tính: tỷ đồng" above the table → tỷ đồng; null when no line says it, or names several. */
export function measureOfTitle(title: readonly (readonly string[])[]): string | null {
  for (const text of title.flatMap((cells) => [...cells, cells.join(" ")])) {
    const measure = MEASURE_LABEL.exec(text)?.[1];
    if (measure !== undefined && isMeasure(measure)) return measure;
  }
  return null;
}

// The date of a covering letter ("ngày 05 tháng 3 năm 2021") says nothing of the year reported.
const DATE_IN_WORDS = /(ngày\s*\S*\s*)?tháng\s*[\d.…]+\s*năm\s*\d{4}/g;

/** Years the title names as "năm 2020", without those of dates; each once. */
export function readTitleYears(title: readonly string[]): number[] {
  const years = title.flatMap((line) => {
    const undated = nameKey(line).replace(DATE_IN_WORDS, " ");
    return [...undated.matchAll(/năm\s*((?:19|20)\d{2})(?!\d)/g)].map((match) => Number(match[1]));
  });
  return [...new Set(years)];
}

/** The sheet's year: that of its headers, else the one its title states; null when neither states one, or the title several. */
export function agreeOnYear(titleYears: readonly number[], headerYear: number | null): number | null {
  return headerYear ?? (titleYears.length === 1 ? (titleYears[0] ?? null) : null);
}

/** A title that speaks of other years than the headers of the figures; null when they agree. */
export function describeOtherTitle(titleYears: readonly number[], headerYear: number | null) {
  if (headerYear === null || titleYears.length === 0 || titleYears.includes(headerYear)) return null;
  return {
    column: null,
    value: null,
    code: "title-year",
    severity: "warning",
    message: `Tên bảng ghi năm ${titleYears.join(", ")} nhưng tiêu đề cột ghi năm ${headerYear}; đã đọc là số liệu năm ${headerYear}.`,
    hint: "Sửa cho khớp; nếu là năm khác, nạp lại với --year.",
  } as const;
}
