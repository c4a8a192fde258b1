import { type AwardGroup, groupAwards } from "../../domain/award-count.js";
import { type AwardLevel, awardName } from "../../domain/awards.js";
import type { Law } from "../../domain/law/law.js";
import type { Block } from "../decree30/decree30.js";
import { type Column, type TableLine, tableCaption, tableNote } from "../decree30/table.js";
import { type AwardColumn, occasionColumns, recipientColumns, type StatisticAward } from "./award-columns.js";
import { fittedTable } from "./table.js";

const LEVELS: readonly { level: AwardLevel; title: string }[] = [
  { level: "state", title: "Cấp Nhà nước" },
  { level: "government", title: "Thủ tướng Chính phủ" },
  { level: "province", title: "Cấp bộ, cấp tỉnh" },
  { level: "local", title: "Cấp cơ sở" },
];

/**
 * Awards by form and level: who received them, and for what (structure of forms 0602 and 0603, Thông tư 02/2023/TT-BNV). What the data
 * do not tell is no column, and said beneath.
 */
export function awardTable(awards: readonly StatisticAward[], year: number, law: Law): Block[] {
  const groups = groupAwards(awards, law);
  if (groups.length === 0) return [];
  const counted = groups.flatMap(({ members }) => members);
  const recipients = recipientColumns(counted);
  const occasions = occasionColumns(counted);
  const untold = [...recipients.untold, ...occasions.untold];
  const notes = [
    ...recipients.notes,
    ...(untold.length === 0 ? [] : [`Chưa thống kê được theo ${untold.join("; ")} vì bảng khen thưởng không ghi.`]),
  ];
  const table = (caption: string, columns: readonly AwardColumn[], below: Block[] = []) =>
    fittedTable(...tally(groups, columns, counted, year), { above: [tableCaption(caption)], below });
  const note = notes.length === 0 ? [] : [tableNote(`Ghi chú: ${notes.join(" ")}`)];
  const hasOccasions = occasions.columns.length > 0;
  return [
    ...table("Thống kê khen thưởng", recipients.columns, hasOccasions ? [] : note),
    ...(hasOccasions ? table("Thống kê khen thưởng theo loại khen", occasions.columns, note) : []),
  ];
}

/** A line for each form, above them what the level has, at the end all together. */
function tally(
  groups: readonly AwardGroup<StatisticAward>[],
  counts: readonly AwardColumn[],
  all: readonly StatisticAward[],
  year: number,
): [Column[], TableLine[]] {
  const columns: Column[] = [
    { title: "TT", align: "center", width: 560 },
    { title: "Danh hiệu, hình thức khen thưởng" },
    ...counts.map(({ title }): Column => ({ title, align: "right" })),
  ];
  const count = (members: readonly StatisticAward[]) => counts.map(({ write }) => write(members));
  let number = 0;
  const present = LEVELS.filter(({ level }) => groups.some(({ kind }) => kind.level === level));
  const lines = present.flatMap(({ level, title }, index): TableLine[] => {
    const own = groups.filter(({ kind }) => kind.level === level);
    const sum: TableLine = {
      cells: [ROMAN[index] ?? "", title, ...count(own.flatMap(({ members }) => members))],
      bold: true,
    };
    const rows = own.map((group): TableLine => {
      number++;
      return { cells: [String(number), nameGroup(group, `${year}-12-31`), ...count(group.members)] };
    });
    return [sum, ...rows];
  });
  return [columns, [...lines, { cells: ["", "Tổng cộng", ...count(all)], bold: true }]];
}

const ROMAN = ["I", "II", "III", "IV"];

/** A line of award statistics: "Giấy khen của Chủ tịch Ủy ban nhân dân xã". */
export function nameGroup({ kind, giver }: AwardGroup<StatisticAward>, date: string): string {
  const name = awardName(kind, date);
  return giver === null ? name : `${name} của ${giver}`;
}
