import type { ResultRecord } from "../../domain/indicator.js";
import { measureKey } from "../../domain/measure.js";
import { nameKey } from "../../domain/name.js";
import { type Exact, exact, formatNumber, ZERO } from "../../domain/number.js";
import { readNumber } from "../cell/number.js";
import { markedNumber } from "../cell/typed-cell.js";
import type { SheetRow } from "../table/classify-rows.js";
import type { Table } from "../table/format.js";
import {
  isAverageLabel,
  isBreakdown,
  isBulleted,
  isGroupOfUnits,
  isHeadingOrdinal,
  isSubtotalLabel,
  isTotalLabel,
} from "../table/row-kind.js";
import { cellText, reportProblem } from "../table/table.js";

/**
 * Compares the totals a sheet states with the sum of its rows and warns where they differ. A total that names its
 * indicator is of that indicator over the whole sheet (or since the last total: "Cộng mục I"); one that does not is of the rows since the last total, when they
 * are of one indicator or of one measure. What does not add up (percentages, tạ/ha, averages) is passed over.
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
  for (const [place, total] of totals.entries()) {
    const start = next;
    while ((records[next]?.row ?? Number.POSITIVE_INFINITY) <= total.index) next++;
    if (total.cells.some((cell) => isAverageLabel(table.clean(cell)))) continue;
    const named = table.indicatorHeadings.get(total.index)?.name ?? cellText(table, total.cells, "indicator");
    const isNamed = named !== "" && !isTotalLabel(named);
    const block = records.slice(start, next);
    const same = byIndicator.get(nameKey(named)) ?? [];
    const isPart = isNamed && total.cells.some((cell) => isSubtotalLabel(table.clean(cell)));
    const own = isPart ? block.filter(({ indicator }) => nameKey(indicator) === nameKey(named)) : [];
    const ofName = own.length === 0 ? [same] : [own, same];
    const sums = total.cells.some((cell) => isGroupOfUnits(table.clean(cell)))
      ? [unitsBelow(records, total.index, totals[place + 1]?.index ?? table.rows.length, isNamed ? named : null)]
      : isNamed
        ? ofName
        : waysToAddUp(table, block, total.index);
    if (sums.some((parts) => parts.some((record) => !addsUp(record)))) continue;
    for (const field of ["planned", "actual"] as const) compareTotal(table, total, field, sums);
  }
}

/** Of the group that a total heads ("Các xã"), the rows up to the next total; none where they are of several indicators. */
function unitsBelow(
  records: readonly ResultRecord[],
  from: number,
  to: number,
  named: string | null,
): readonly ResultRecord[] {
  const below = records.filter(
    ({ row, indicator }) => row > from + 1 && row <= to && (named === null || nameKey(indicator) === nameKey(named)),
  );
  return new Set(below.map(({ indicator }) => nameKey(indicator))).size === 1 ? below : [];
}

/** Rates and averages have no sum. */
function addsUp({ indicator, measure }: ResultRecord): boolean {
  return !/[%‰/]/.test(measure ?? "") && !NO_SUM.test(nameKey(indicator));
}

const NO_SUM =
  /(?<!\p{L})(bình quân|trung bình|tỷ lệ|tỉ lệ|tỷ trọng|tốc độ|mật độ|năng suất|hệ số|chỉ số|tuổi thọ|độ che phủ)(?!\p{L})/u;

/**
 * The rows that a total without an indicator may be the sum of: all above it, or those of one level (I, II; 1, 2; 1.1;
 * a; -), the main one first. None where the rows measure different things, or "Trong đó" makes their levels unclear.
 */
function waysToAddUp(table: Table, block: readonly ResultRecord[], end: number): readonly ResultRecord[][] {
  const [first] = block;
  if (first === undefined) return [];
  if (new Set(block.map(({ indicator }) => nameKey(indicator))).size === 1) return [[...block]];
  const measures = new Set(block.map(({ measure }) => (measure === null ? "" : measureKey(measure))));
  const between = table.rows.slice(first.row - 1, end);
  if (measures.size > 1 || measures.has("") || between.some((cells) => cells.some((cell) => isBreakdown(cell))))
    return [];
  const levels = new Map<number, ResultRecord[]>();
  for (const record of block) {
    const level = levelOf(table, table.rows[record.row - 1] ?? []);
    levels.set(level, [...(levels.get(level) ?? []), record]);
  }
  return [...[...levels].sort(([a], [b]) => a - b).map(([, records]) => records), [...block]];
}

/** How deep in the outline a row stands, by its number or the mark before its name. */
function levelOf(table: Table, cells: readonly string[]): number {
  const ordinal = table.ordinals.map((column) => table.clean(cells[column] ?? "")).find((text) => text !== "") ?? "";
  if (isBulleted(cellText(table, cells, "indicator")) || isBulleted(ordinal)) return 4;
  if (isHeadingOrdinal(ordinal)) return 0;
  if (/^[a-zđ][.)]?$/.test(ordinal)) return 3;
  return /^\d+\.\d/.test(ordinal) ? 2 : 1;
}

function compareTotal(
  table: Table,
  total: SheetRow,
  field: "planned" | "actual",
  sums: readonly (readonly ResultRecord[])[],
): void {
  const text = cellText(table, total.cells, field);
  const typed = markedNumber(total.cells[table.columns.get(field)?.index ?? -1] ?? "");
  const read = typed === null ? readNumber(text, table.style) : { value: typed };
  const stated = text === "" ? null : read;
  if (stated === null || "wrongStyle" in stated) return;
  const added = sums.filter((parts) => parts.length > 0).map((parts) => addUp(parts, field));
  const [sum] = added;
  if (sum === undefined || added.some((one) => one.equals(exact(stated.value)))) return;
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

function addUp(parts: readonly ResultRecord[], field: "planned" | "actual"): Exact {
  let sum = ZERO;
  for (const part of parts) {
    const value = part[field];
    if (typeof value === "string") sum = sum.add(exact(value));
  }
  return sum;
}
