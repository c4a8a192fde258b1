import type { Subject } from "../domain/award.js";
import { type AwardLevel, awardName } from "../domain/awards.js";
import { exact, formatNumber } from "../domain/number.js";
import { type AwardCount, type CountedAward, countAwards, sumAwards } from "./award-count.js";
import type { Block } from "./decree30.js";
import { type Column, type TableLine, tableCaption } from "./decree30-table.js";
import { cleanTable } from "./report-text.js";

const LEVELS: readonly { level: AwardLevel; title: string }[] = [
  { level: "state", title: "Cấp Nhà nước" },
  { level: "government", title: "Thủ tướng Chính phủ" },
  { level: "province", title: "Cấp bộ, cấp tỉnh" },
  { level: "local", title: "Cấp cơ sở" },
];

const SUBJECTS: readonly { subject: Subject; title: string }[] = [
  { subject: "collective", title: "Tập thể" },
  { subject: "individual", title: "Cá nhân" },
  { subject: "household", title: "Hộ gia đình" },
];

/** Awards by form, level and who received them; households only when there are some. */
export function awardTable(awards: readonly CountedAward[], year: number): Block[] {
  const lines = countAwards(awards);
  if (lines.length === 0) return [];
  const sums = sumAwards(lines);
  const subjects = SUBJECTS.filter(({ subject }) => subject !== "household" || sums.household > 0);
  const columns: Column[] = [
    { title: "TT", align: "center", width: 560 },
    { title: "Danh hiệu, hình thức khen thưởng" },
    ...subjects.map(({ title }): Column => ({ title, align: "right", width: 1150 })),
    { title: "Tổng số", align: "right", width: 1150 },
  ];
  const counts = (line: Record<Subject, number>) => {
    const all = line.collective + line.individual + line.household;
    return [...subjects.map(({ subject }) => line[subject]), all].map(formatCell);
  };
  let number = 0;
  const groups = LEVELS.flatMap(({ level, title }): TableLine[] => {
    const members = lines.filter(({ kind }) => kind.level === level);
    if (members.length === 0) return [];
    const rows = members.map((line): TableLine => {
      number++;
      return { cells: [String(number), nameLine(line, `${year}-12-31`), ...counts(line)] };
    });
    return [{ cells: [title], spanning: true, bold: true }, ...rows];
  });
  const total: TableLine = { cells: ["", "Tổng cộng", ...counts(sums)], bold: true };
  return [tableCaption("Thống kê khen thưởng"), cleanTable(columns, [...groups, total])];
}

function nameLine({ kind, giver }: AwardCount, date: string): string {
  const name = awardName(kind, date);
  return giver === null ? name : `${name} của ${giver}`;
}

/** A count of nothing is a dash, so that figures stand out. */
function formatCell(count: number): string {
  return count === 0 ? "-" : formatNumber(exact(count), 0);
}
