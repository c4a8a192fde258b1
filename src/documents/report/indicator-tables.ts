import { groupBy } from "../../domain/group-by.js";
import type { ProgressRow } from "../../domain/progress.js";
import type { Block } from "../decree30/decree30.js";
import { body, TEXT_WIDTH } from "../decree30/decree30.js";
import { formatCount } from "../prose/count.js";
import { lyingBlocks } from "../template/landscape.js";
import { figureTable, unitTable } from "./figure-tables.js";
import { percentTables, planPercentMatrix } from "./percent-table.js";

/**
 * What a meeting reads first: for one unit its figures, for several the percentages of plan. A table too wide for an upright page
 * stands in the appendix. `plan` names whose plan it is; null where there is only one.
 */
export function attainmentTable(rows: readonly ProgressRow[], plan: string | null): Block[] {
  if (isSingle(rows)) return unitTable(rows, plan);
  const matrix = planPercentMatrix(rows);
  if (matrix.width > TEXT_WIDTH)
    return [body("(Tỷ lệ thực hiện kế hoạch của từng đơn vị: xem Phụ lục kèm theo.)", { italics: true })];
  return percentTables(matrix, plan);
}

/** Percentages too wide for the text, on lying pages; then every figure. Empty for one unit, whose table has them all. */
export function indicatorAppendix(rows: readonly ProgressRow[], plan: string | null): Block[] {
  if (isSingle(rows)) return [];
  const matrix = planPercentMatrix(rows);
  const wide = matrix.width > TEXT_WIDTH ? lyingBlocks(percentTables(matrix, plan)) : [];
  return [...wide, ...figureTable(rows, plan)];
}

function isSingle(rows: readonly ProgressRow[]): boolean {
  return groupBy(rows, ({ unit }) => unit.id).size === 1;
}

/** "07 đơn vị" */
export function countUnits(units: readonly unknown[]): string {
  return `${formatCount(units.length)} đơn vị`;
}
