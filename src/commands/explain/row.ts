import { UNKNOWN_TEXT } from "../../domain/attainment.js";
import type { MeasuredField, Result } from "../../domain/indicator.js";
import { formatMeasurement } from "../../domain/measurement.js";
import { formatNumber } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import { formatStated } from "../../domain/stated.js";
import type { ImportEntry } from "../../store/import.js";
import { readStoredMeasurement } from "../../store/result-row.js";
import { type HandIndex, handValuesOf } from "../year/hand-values.js";
import { describeStated } from "../year/stated-text.js";
import { type CellPlace, findCells } from "./cell-place.js";
import { describeRemarks, rowFacts } from "./facts.js";

/** One figure of the answer: how it came about, and the cells it rests on. */
export interface Step {
  what: string;
  how: string;
  cells: CellPlace[];
}

/** A step with its figures for scripts and, of a score, its rule in words. */
export interface ToldStep extends Step {
  facts: object;
  rule: string | null;
}

/** What leads from a figure to its cell. */
export interface FigureTrail {
  imports: ReadonlyMap<number, ImportEntry>;
  byHand: HandIndex;
}

const FORMULA = {
  higher: "thực hiện / kế hoạch",
  lower: "thấp hơn tốt, kế hoạch / thực hiện",
  pass: "đạt 100%, không đạt 0%",
} as const;

/** A percentage with the figures it comes from and what the sheet says besides them. */
export function tellRow(row: ProgressRow, trail: FigureTrail): ToldStep {
  const { what, how, cells } = explainRow(row, trail);
  const remarks = [how, ...describeRemarks(row)].join("; ");
  return { what, how: remarks, cells: [...cells, ...findRemarkCells(row, trail)], facts: rowFacts(row), rule: null };
}

/** A percentage with the two figures it comes from. */
export function explainRow(row: ProgressRow, trail: FigureTrail): Step {
  const { indicator, result } = row;
  const what = indicator.name;
  if (result === null) return { what, how: "đơn vị chưa có số liệu", cells: [] };
  if (!result.assigned) return { what, how: NOT_ASSIGNED, cells: findRefusal(result, trail) };
  const measure = result.measure ?? indicator.measure ?? "";
  const shown = (field: MeasuredField) => `${formatMeasurement(result[field]) || "(trống)"} ${measure}`.trim();
  const figures = `thực hiện ${shown("actual")}, kế hoạch ${shown("planned")}`;
  const stated = describeStated(result);
  const unknown = stated === null ? UNKNOWN_TEXT[row.unknown ?? "no-actual"] : `không tính được tỷ lệ; ${stated}`;
  const how =
    row.attainmentPercent === null
      ? `${figures}: ${unknown}`
      : `${figures}: ${FORMULA[indicator.direction]} = ${formatNumber(row.attainmentPercent)}%`;
  return {
    what,
    how,
    cells: [...findFigure(row, result, "planned", trail), ...findFigure(row, result, "actual", trail)],
  };
}

const NOT_ASSIGNED = "đơn vị không được giao chỉ tiêu này";

/** "Không giao" stands where no figure does: under the plan, else under the result. */
function findRefusal({ planned, source, cells }: Result, { imports }: FigureTrail): CellPlace[] {
  const field = planned === null ? "planned" : "actual";
  return findCells(imports.get(source.importId), source.row, [[field, "Không giao"]], cells);
}

/** The cell of a figure; of one set by hand, when and why, and the cell of what the sheet had said. */
export function findFigure(row: ProgressRow, result: Result, field: MeasuredField, trail: FigureTrail): CellPlace[] {
  const { imports, byHand } = trail;
  const { importId, row: place } = result.cells?.[field]?.source ?? result.source;
  const source = imports.get(importId);
  const value = result.typed?.[field] ?? formatMeasurement(result[field]);
  const hand = handValuesOf(row, byHand).find((one) => one.field === field);
  if (hand === undefined) return findCells(source, place, [[field, value]], result.cells);
  const { file, sha256, importedAt: at } = imports.get(hand.importId) ?? { file: "", sha256: "", importedAt: "" };
  const own = { value: value || "(trống)", file, sha256, sheet: null, row: null, column: null, header: null };
  const replaced = source?.kind === "hand" ? "" : formatMeasurement(readStoredMeasurement(hand.replaced));
  const cells = findCells(source, place, [[field, replaced]], result.cells);
  return [
    { ...own, byHand: { at, reason: hand.reason } },
    ...cells.map((cell) => ({ ...cell, replaced: true as const })),
  ];
}

/** The cells of last year's figure and of what the sheet claims. */
function findRemarkCells(row: ProgressRow, trail: FigureTrail): CellPlace[] {
  const { result } = row;
  if (result === null) return [];
  const { attainmentPercent, evaluation } = result.stated;
  const claims: [string, string][] = [
    ["attainmentPercent", attainmentPercent === null ? "" : formatStated(attainmentPercent)],
    ["evaluation", evaluation ?? ""],
  ];
  const { importId, row: place } = result.source;
  return [
    ...findFigure(row, result, "previous", trail),
    ...findCells(trail.imports.get(importId), place, claims, result.cells),
  ];
}
