import type { CellColumns, ResultRecord } from "../domain/indicator.js";
import { unitKey } from "../domain/name.js";
import type { Problem } from "../domain/problem.js";
import { classifyRows, type SheetRow } from "./classify-rows.js";
import type { HeaderProblem } from "./column-trouble.js";
import { type Column, claimColumns } from "./columns.js";
import type { ClaimContext, FormatSpec } from "./format.js";
import { columnLetter } from "./header-key.js";
import { reportDoubleResults } from "./ket-qua-double.js";
import { completeParts } from "./ket-qua-parts.js";
import { readResult } from "./ket-qua-record.js";
import { checkTotals } from "./ket-qua-total.js";
import { checkWidth } from "./read-records.js";
import { Row } from "./row.js";
import { isAverageLabel, isTotalLabel } from "./row-kind.js";
import { settleColumns } from "./settle-columns.js";
import { noteStatedOnly } from "./stated.js";
import { reportProblem, SHEET_MEASURE, type Table } from "./table.js";
import type { ColumnGroup, WideHeader } from "./wide-header.js";

/** One group of columns as a table of its own: the same rows, with the columns of one unit or indicator. */
interface GroupTable {
  table: Table;
  cells: CellColumns;
  /** A group "Toàn huyện": compared with the others, never stored. */
  isTotal: boolean;
}

/** The tables of a wide sheet: one for the rows as a whole, one a group. */
export interface WideTables {
  whole: Table;
  groups: GroupTable[];
  year: number | null;
}

type KnownYears = Pick<ClaimContext, "titleYears" | "workYear">;

/** Splits a sheet by its groups of columns; each group's columns are settled as those of a usual header are. */
export function splitWide(base: Table, header: WideHeader, known: KnownYears): WideTables {
  const { format } = base;
  const problems: HeaderProblem[] = [...(header.notes ?? [])];
  const years = new Set<number | null>();
  const shared = settle(header.shared, format, known);
  const whole = new Map(shared.columns);
  const groups = header.groups.map((group, place): GroupTable => {
    const roles = new Map([...group.roles].map(([index, { header: text }]) => [index, text]));
    const settled = settle(new Map([...header.shared, ...roles]), format, known);
    problems.push(...settled.problems.filter(({ code }) => code !== "missing-column"));
    years.add(settled.year);
    const own = nameColumns(settled.columns, group);
    for (const [field, column] of Object.entries(own)) whole.set(`${field}#${place}`, column);
    if (group.total !== undefined) {
      const text = group.roles.get(group.total)?.text ?? "";
      own.total = { index: group.total, header: text, kind: "number" };
    }
    const columns = new Map([...shared.columns, ...Object.entries(own)]);
    const fixed = new Map([
      ...fixedBy(format, header.layout, group, columns),
      ...fixMeasure(base, columns, settled.measure),
    ]);
    const cells = Object.fromEntries(
      Object.entries(own).map(([field, { index, header: text }]) => [
        field,
        { letter: columnLetter(index), header: text },
      ]),
    );
    const isTotal = header.layout === "units-in-columns" && isTotalLabel(group.name);
    return { table: { ...base, columns, fixed, ordinals: shared.ordinals }, cells, isTotal };
  });
  const [year = null] = years.size === 1 ? years : [];
  const table = { ...base, columns: whole, ordinals: shared.ordinals };
  for (const problem of onlyOnce(problems)) reportProblem(table, { row: base.headerIndex + 1, ...problem });
  return { whole: table, groups, year };
}

function settle(texts: ReadonlyMap<number, string>, format: FormatSpec, known: KnownYears) {
  const cells = Array.from({ length: Math.max(...texts.keys()) + 1 }, (_, index) => texts.get(index) ?? "");
  const context = { ...known, sampleColumn: () => [] };
  const settled = settleColumns(cells, claimColumns(cells, format), format, context);
  // Beside Chỉ tiêu and without another unit column, Đơn vị is the measure.
  const unit = settled.columns.get("unit");
  if (unit !== undefined && settled.columns.has("indicator")) {
    settled.columns.delete("unit");
    settled.columns.set("measure", unit);
  }
  return settled;
}

/** The group's own columns, their headers naming the group ("Xã A – KH"). */
function nameColumns(columns: ReadonlyMap<string, Column>, group: ColumnGroup): Record<string, Column> {
  const own = [...columns].flatMap(([field, column]) => {
    const role = group.roles.get(column.index);
    return role === undefined ? [] : [[field, { ...column, header: role.text }] as const];
  });
  return Object.fromEntries(own);
}

function fixedBy(
  format: FormatSpec,
  layout: WideHeader["layout"],
  group: ColumnGroup,
  columns: ReadonlyMap<string, Column>,
): ReadonlyMap<string, string> {
  if (layout === "units-in-columns") return new Map([["unit", group.name]]);
  if (format.id === "cham-diem") return new Map([["criterion", group.name]]);
  const measure: [string, string][] =
    group.measure === null || columns.has("measure") ? [] : [["measure", group.measure]];
  return new Map([["indicator", group.name], ...measure]);
}

/** The measure that the title or the group's headers say, in a sheet without a column for it. */
function fixMeasure(base: Table, columns: ReadonlyMap<string, Column>, measure: string | null): [string, string][] {
  const stated = measure ?? base.fixed.get(SHEET_MEASURE);
  return stated === undefined || columns.has("measure") ? [] : [[SHEET_MEASURE, stated]];
}

/** What several groups find at one place is told once. */
function onlyOnce<P extends Pick<Problem, "column" | "value" | "code">>(problems: readonly P[]): P[] {
  const told = new Map(problems.map((problem) => [`${problem.column}\n${problem.code}\n${problem.value}`, problem]));
  return [...told.values()];
}

/** The records of all groups, row by row. A blank group of a row that has others sent nothing. */
export function readWide({ whole, groups }: WideTables): ResultRecord[] {
  const rows = classifyRows(whole);
  const byGroup = groups.map((): ResultRecord[] => []);
  const totals: ResultRecord[] = [];
  let complete = true;
  for (const { index, cells, kind } of rows) {
    if (kind !== "data") continue;
    const entire = new Row(whole, cells, index + 1);
    checkWidth(whole, entire);
    if (entire.failed) {
      complete = false;
      continue;
    }
    const before = whole.problems.length;
    const filled = new Set(groups.filter((group) => hasValue(group, cells)));
    for (const [place, group] of groups.entries()) {
      if (filled.size > 0 && !filled.has(group)) continue;
      const row = new Row(group.table, cells, index + 1);
      const record = readResult(row, group.table);
      if (record === null || row.failed) complete = false;
      else if (group.isTotal) totals.push(record);
      else byGroup[place]?.push({ ...record, cells: { ...group.cells, ...record.cells } });
    }
    whole.problems.push(...onlyOnce(whole.problems.splice(before)));
  }
  const sorted = byGroup.flat().sort((a, b) => a.row - b.row);
  const records = completeParts(whole, sorted, true);
  reportDoubleResults(whole, records);
  noteStatedOnly(whole, records);
  if (complete) compareTotals(groups, byGroup, rows, totals);
  return records;
}

/** Whether the row has something in the group's own columns. */
export function hasValue({ table, cells }: GroupTable, row: readonly string[]): boolean {
  return Object.keys(cells).some((field) => table.clean(row[table.columns.get(field)?.index ?? -1] ?? "") !== "");
}

/** Total rows under each group, and a total group against the others of its row. */
function compareTotals(
  groups: readonly GroupTable[],
  byGroup: readonly ResultRecord[][],
  rows: readonly SheetRow[],
  totals: readonly ResultRecord[],
): void {
  const totalRows = rows.filter(({ kind }) => kind === "total");
  for (const [place, { table }] of groups.entries()) checkTotals(table, byGroup[place] ?? [], totalRows);
  for (const stated of totals) {
    const total = groups.find(({ isTotal, table }) => isTotal && table.fixed.get("unit") === stated.unit);
    if (total === undefined || isAverageLabel(stated.unit)) continue;
    const parts = byGroup
      .flat()
      .filter(({ row, unit }) => row === stated.row && unitKey(unit) !== unitKey(stated.unit));
    const cells = total.table.rows[stated.row - 1] ?? [];
    checkTotals(total.table, parts, [{ index: stated.row - 1, cells, kind: "total" }]);
  }
}
