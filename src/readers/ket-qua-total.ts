import type { ResultRecord } from "../domain/indicator.js";
import { nameKey } from "../domain/name.js";
import { exact, formatNumber, ZERO } from "../domain/number.js";
import type { SheetRow } from "./classify-rows.js";
import { readNumber } from "./number.js";
import { isTotalLabel } from "./row-kind.js";
import { cellText, reportProblem, type Table } from "./table.js";
import { markedNumber } from "./typed-cell.js";

/**
 * Compares the totals a sheet states with the sum of its rows and warns where they differ. A total that names its
 * indicator is of that indicator over the whole sheet; one that does not is of the rows since the last total, when they
 * are all of one indicator. Percentages and ratios (tạ/ha) do not add up and are passed over.
 */
export function checkTotals(table: Table, records: readonly ResultRecord[], totals: readonly SheetRow[]): void {
  if (totals.length === 0) return;
  const byIndicator = new Map<string, ResultRecord[]>();
  for (const record of records) {
    const key = nameKey(record.indicator);
    const same = byIndicator.get(key);
    if (same === undefined) byIndicator.set(key, [record]);
    else same.push(record);
  }
  let next = 0;
  for (const total of totals) {
    const start = next;
    while ((records[next]?.row ?? Number.POSITIVE_INFINITY) <= total.index) next++;
    const named = cellText(table, total.cells, "indicator");
    const isNamed = named !== "" && !isTotalLabel(named);
    const parts = isNamed ? (byIndicator.get(nameKey(named)) ?? []) : ofOneIndicator(records.slice(start, next));
    if (parts.length === 0 || parts.some((record) => /[%‰/]/.test(record.measure ?? ""))) continue;
    for (const field of ["planned", "actual"] as const) compareTotal(table, total, field, parts);
  }
}

function ofOneIndicator(block: readonly ResultRecord[]): readonly ResultRecord[] {
  const indicators = new Set(block.map((record) => nameKey(record.indicator)));
  return indicators.size === 1 ? block : [];
}

function compareTotal(
  table: Table,
  total: SheetRow,
  field: "planned" | "actual",
  parts: readonly ResultRecord[],
): void {
  const text = cellText(table, total.cells, field);
  const typed = markedNumber(total.cells[table.columns.get(field)?.index ?? -1] ?? "");
  const read = typed === null ? readNumber(text, table.style) : { value: typed };
  const stated = text === "" ? null : read;
  if (stated === null || "wrongStyle" in stated) return;
  let sum = ZERO;
  for (const part of parts) {
    const value = part[field];
    if (typeof value === "string") sum = sum.add(exact(value));
  }
  if (sum.equals(exact(stated.value))) return;
  reportProblem(table, {
    row: total.index + 1,
    column: table.columns.get(field)?.header ?? null,
    index: table.columns.get(field)?.index,
    value: text,
    code: "total-differs",
    severity: "warning",
    message: `Dòng tổng ghi ${formatNumber(exact(stated.value), 6)} nhưng cộng các dòng được ${formatNumber(sum, 6)}.`,
    hint: "Kiểm tra lại số liệu từng dòng; chương trình chỉ dùng số của từng dòng, không dùng dòng tổng.",
  });
}
