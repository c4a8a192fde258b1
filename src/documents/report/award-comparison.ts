import { groupAwards } from "../../domain/award-count.js";
import type { Law } from "../../domain/law/law.js";
import { formatWhole } from "../../domain/number.js";
import type { Block } from "../decree30/decree30.js";
import { type Column, type TableLine, tableCaption } from "../decree30/table.js";
import type { StatisticAward } from "./award-columns.js";
import { nameGroup } from "./award-table.js";
import { fittedTable } from "./table.js";

/** Each award given in either year: how many last year and this year, and the difference. Nothing where last year is not known. */
export function comparisonTable(
  awards: readonly StatisticAward[],
  lastYear: readonly StatisticAward[],
  { year, law }: { year: number; law: Law },
): Block[] {
  if (lastYear.length === 0) return [];
  const columns: Column[] = [
    { title: "TT", align: "center", width: 560 },
    { title: "Danh hiệu, hình thức khen thưởng" },
    { title: `Năm ${year - 1}`, align: "right", width: 1300 },
    { title: `Năm ${year}`, align: "right", width: 1300 },
    { title: "Tăng, giảm", align: "right", width: 1300 },
  ];
  const now = new Set(awards);
  const lines = groupAwards([...lastYear, ...awards], law).map((group, index): TableLine => {
    const given = group.members.filter((award) => now.has(award)).length;
    const name = nameGroup(group, `${year}-12-31`);
    return { cells: [String(index + 1), name, ...figures(group.members.length - given, given)] };
  });
  const total: TableLine = { cells: ["", "Tổng cộng", ...figures(lastYear.length, awards.length)], bold: true };
  return fittedTable(columns, [...lines, total], { above: [tableCaption(`So với năm ${year - 1}`)] });
}

function figures(before: number, now: number): string[] {
  const change = now - before;
  const sign = change > 0 ? "+" : change < 0 ? "-" : "";
  return [tally(before), tally(now), change === 0 ? "-" : `${sign}${formatWhole(Math.abs(change))}`];
}

function tally(count: number): string {
  return count === 0 ? "-" : formatWhole(count);
}
