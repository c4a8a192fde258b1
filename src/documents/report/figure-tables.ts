import { computeAttainment } from "../../domain/attainment.js";
import { groupBy } from "../../domain/group-by.js";
import { nameKey } from "../../domain/name.js";
import type { ProgressRow } from "../../domain/progress.js";
import { capitalize } from "../../domain/upper-case.js";
import type { Block } from "../decree30/decree30.js";
import { type Column, type TableLine, tableCaption, tableNote } from "../decree30/table.js";
import { unitInProse } from "../prose/words.js";
import { amountColumn, evaluationCell, explainMarks, growthCell, percentColumn } from "./cell.js";
import { fittedTable } from "./table.js";

/** Every figure: for each indicator a group of lines, one a unit. */
export function figureTable(rows: readonly ProgressRow[], plan: string | null): Block[] {
  const figures = planFigures(rows, plan);
  const columns: Column[] = [ORDINAL, { title: "Đơn vị" }, ...figures.columns, EVALUATION];
  const lines = [...groupBy(rows, ({ indicator }) => indicator.id).values()].flatMap((group, index): TableLine[] => {
    const write = figures.writerOf(group);
    const measure = measureOf(group);
    const heading = `${index + 1}. ${group[0]?.indicator.name ?? ""}${measure === null ? "" : ` (${measure})`}`;
    return [
      { cells: [heading], spanning: true, bold: true },
      ...group.map((row, place): TableLine => {
        return { cells: [String(place + 1), capitalize(unitInProse(row.unit)), ...write(row), evaluationCell(row)] };
      }),
    ];
  });
  return fittedTable(columns, lines, { below: marksNote(lines) });
}

/** One unit's report (law §6.1): indicators below each other, under their groups where they have any. */
export function unitTable(rows: readonly ProgressRow[], plan: string | null): Block[] {
  const figures = planFigures(rows, plan);
  const columns: Column[] = [ORDINAL, { title: "Chỉ tiêu" }, { title: "ĐVT", align: "center" }, ...figures.columns];
  const groups = [...groupBy(rows, ({ indicator }) => indicator.group)];
  const named = groups.some(([name]) => name !== null);
  let number = 0;
  const lines = groups.flatMap(([name, group]): TableLine[] => [
    ...(named ? [{ cells: [name ?? "Các chỉ tiêu khác"], spanning: true, bold: true }] : []),
    ...group.map((row): TableLine => {
      number++;
      return {
        cells: [String(number), row.indicator.name, measureOf([row]) ?? "", ...figures.writerOf([row])(row)],
      };
    }),
  ]);
  return fittedTable(columns, lines, {
    above: [tableCaption("Kết quả thực hiện các chỉ tiêu")],
    below: marksNote(lines),
  });
}

const ORDINAL: Column = { title: "TT", align: "center", width: 560 };
const EVALUATION: Column = { title: "Đánh giá", align: "center", width: 1150 };

/** Đơn vị tính of an indicator: as its results state it, else as it was defined. */
export function measureOf(group: readonly ProgressRow[]): string | null {
  return group.find(({ result }) => result?.measure != null)?.result?.measure ?? group[0]?.indicator.measure ?? null;
}

/** What the marks in the cells mean, beneath the table. */
export function marksNote(lines: readonly TableLine[]): Block[] {
  const note = explainMarks(lines.flatMap(({ cells }) => cells));
  return note === null ? [] : [tableNote(`Ghi chú: ${note}`)];
}

/** The columns of figures the rows have something for (other plans, the year before), and how a row fills them, lined up over a group. */
function planFigures(rows: readonly ProgressRow[], plan: string | null) {
  const hasPrevious = rows.some(({ result }) => result?.previous != null);
  const others = listOtherPlans(rows, plan);
  const number = (title: string): Column => ({ title, align: "right" });
  const columns = [
    number(plan === null ? "Kế hoạch" : `Kế hoạch (${plan})`),
    ...others.map((level) => number(`Kế hoạch (${level})`)),
    number("Thực hiện"),
    number(plan === null || others.length === 0 ? "% kế hoạch" : `% kế hoạch (${plan})`),
    ...others.map((level) => number(`% kế hoạch (${level})`)),
    ...(hasPrevious ? [number("Năm trước"), number("So năm trước (%)")] : []),
  ];
  const writerOf = (group: readonly ProgressRow[]) => {
    const amount = amountColumn(group);
    const percent = percentColumn(group);
    const byOther = others.map((level) => new Map(group.map((row) => [row, underPlan(row, level)])));
    const otherPercents = byOther.map((held) => percentColumn([...held.values()]));
    return (row: ProgressRow) => [
      amount(row.result?.planned),
      ...byOther.map((held) => amount(held.get(row)?.result?.planned)),
      amount(row.result?.actual),
      percent(row),
      ...byOther.map((held, index) => otherPercents[index]?.(held.get(row) ?? row) ?? ""),
      ...(hasPrevious ? [amount(row.result?.previous), growthCell(row)] : []),
    ];
  };
  return { columns, writerOf };
}

/** Levels of plan beside the one that counts, as first written. */
function listOtherPlans(rows: readonly ProgressRow[], plan: string | null): string[] {
  const levels = new Map<string, string>();
  for (const { result } of rows) {
    for (const [level, planned] of Object.entries(result?.otherPlans ?? {})) {
      const key = nameKey(level);
      if (planned !== null && key !== nameKey(plan ?? "") && !levels.has(key)) levels.set(key, level);
    }
  }
  return [...levels.values()];
}

/** The row held against another plan. */
function underPlan(row: ProgressRow, level: string): ProgressRow {
  if (row.result === null) return row;
  const planned =
    Object.entries(row.result.otherPlans ?? {}).find(([name]) => nameKey(name) === nameKey(level))?.[1] ?? null;
  const result = { ...row.result, planned, measure: row.result.measure ?? row.indicator.measure };
  return { ...row, result, ...computeAttainment(result, row.indicator.direction) };
}
