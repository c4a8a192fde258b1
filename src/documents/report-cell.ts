import { isPercentMeasure, UNKNOWN_TEXT } from "../domain/attainment.js";
import type { Measurement } from "../domain/indicator.js";
import { formatMeasurement } from "../domain/measurement.js";
import { type Exact, exact, formatFixed, HUNDRED, roundHalfUp } from "../domain/number.js";
import type { ProgressRow } from "../domain/progress.js";

/** Marks of cells that hold no figure; explained under each table that has them. */
export const MARK = { unreported: "…", incomparable: "-", notAssigned: "x" } as const;

/** What a table says of one row's result: its standing in a word. */
export function evaluationCell(row: ProgressRow): string {
  if (row.status !== "unknown") return { exceeded: "Vượt", met: "Đạt", missed: "Chưa đạt" }[row.status];
  const text = row.unknown === null ? "" : UNKNOWN_TEXT[row.unknown];
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

/** Percentages of one column, lined up: one decimal, two when one would carry a figure onto 100. */
export function percentColumn(rows: readonly ProgressRow[]): (row: ProgressRow) => string {
  const values = rows.flatMap((row) => row.attainmentPercent ?? []);
  const crosses = values.some((value) => !value.equals(HUNDRED) && roundHalfUp(value, 1).equals(HUNDRED));
  const write = (value: Exact) => formatFixed(value, crosses ? 2 : 1);
  return (row) => {
    if (row.indicator.direction === "pass" && row.status !== "unknown")
      return row.status === "missed" ? "Không đạt" : "Đạt";
    if (row.attainmentPercent !== null) return write(row.attainmentPercent);
    if (row.unknown === "not-assigned") return MARK.notAssigned;
    return row.unknown === "no-actual" ? MARK.unreported : MARK.incomparable;
  };
}

/** "+8,14", "-0,16 điểm"; blank when there is no previous figure. */
export function growthCell(row: ProgressRow): string {
  if (row.growthPercent === null) return "";
  const rate = isPercentMeasure(row.result?.measure ?? row.indicator.measure);
  const sign = row.growthPercent.compare(exact(0)) > 0 ? "+" : "";
  return `${sign}${formatFixed(row.growthPercent, 2)}${rate ? " điểm" : ""}`;
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
