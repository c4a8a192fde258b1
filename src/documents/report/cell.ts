import { isPercentMeasure, UNKNOWN_TEXT } from "../../domain/attainment.js";
import type { Measurement } from "../../domain/indicator.js";
import { formatMeasurement } from "../../domain/measurement.js";
import { type Exact, exact, formatFixed } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import { placesOfPercents } from "../prose/figures.js";
import { isGrowthComparable } from "../prose/growth-wording.js";

/** Marks of cells that hold no figure; explained under each table that has them. */
export const MARK = { unreported: "…", incomparable: "-", notAssigned: "x" } as const;

/** What a table says of one row's result: its standing in a word, or why it has none ("Chưa có kế hoạch"). */
export function evaluationCell(row: ProgressRow): string {
  if (row.status !== "unknown") return { exceeded: "Vượt", met: "Đạt", missed: "Chưa đạt" }[row.status];
  // That nothing was computed is said by the mark in the column of percentages.
  const text = row.unknown === null ? "" : UNKNOWN_TEXT[row.unknown].replace(/^không tính được[^:]*: /u, "");
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

/** The amounts of one indicator, lined up: "20,0", "19,6"; "Đạt"; blank when there is none. */
export function amountColumn(rows: readonly ProgressRow[]): (value: Measurement | undefined) => string {
  const amounts = rows.flatMap(({ result }) => [result?.planned, result?.actual, result?.previous]);
  const decimals = (amount: Measurement | undefined) =>
    typeof amount === "string" ? (amount.split(".")[1] ?? "").replace(/0+$/, "").length : 0;
  const places = Math.max(0, ...amounts.map(decimals));
  return (value) => {
    if (typeof value === "string") return formatFixed(exact(value), places);
    return formatMeasurement(value ?? null);
  };
}

/** Percentages of one column, lined up: one decimal, or as many as keep a figure off the plan it does not reach. */
export function percentColumn(rows: readonly ProgressRow[]): (row: ProgressRow) => string {
  const values = rows.flatMap((row) => row.attainmentPercent ?? []);
  const places = placesOfPercents(values, 1);
  const write = (value: Exact) => formatFixed(value, places);
  return (row) => {
    if (row.indicator.direction === "pass" && row.status !== "unknown")
      return row.status === "missed" ? "Không đạt" : "Đạt";
    if (row.attainmentPercent !== null) return write(row.attainmentPercent);
    if (row.unknown === "not-assigned") return MARK.notAssigned;
    return row.unknown === "no-actual" ? MARK.unreported : MARK.incomparable;
  };
}

/** Keeps a figure and its word on one line. */
const NO_BREAK = "\u00a0";

/** "+8,14", "-0,16 điểm"; "-" where a loss on either side makes a percentage meaningless; blank when there is no previous figure. */
export function growthCell(row: ProgressRow): string {
  if (row.growthPercent === null) return "";
  const measure = row.result?.measure ?? row.indicator.measure;
  if (!isGrowthComparable(row, measure)) return MARK.incomparable;
  const rate = isPercentMeasure(measure);
  const sign = row.growthPercent.compare(exact(0)) > 0 ? "+" : "";
  return `${sign}${formatFixed(row.growthPercent, 2)}${rate ? `${NO_BREAK}điểm` : ""}`;
}

/** Sentence explaining the marks that really stand in these cells; null when none does. */
export function explainMarks(cells: readonly string[]): string | null {
  const told = [
    [MARK.unreported, "chưa có số liệu"],
    [MARK.incomparable, "không tính được"],
    [MARK.notAssigned, "không giao"],
  ].flatMap(([mark, meaning]) => (mark !== undefined && cells.includes(mark) ? [`“${mark}”: ${meaning}`] : []));
  return told.length === 0 ? null : `${told.join("; ")}.`;
}
