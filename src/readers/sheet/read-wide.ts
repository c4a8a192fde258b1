import type { CellColumns, ResultRecord } from "../../domain/indicator.js";
import { unitKey } from "../../domain/name.js";
import type { Problem } from "../../domain/problem.js";
import { reportDoubleResults } from "../formats/ket-qua-double.js";
import { completeParts } from "../formats/ket-qua-parts.js";
import { readResult } from "../formats/ket-qua-record.js";
import { checkTotals } from "../formats/ket-qua-total.js";
import type { HeaderProblem } from "../header/column-trouble.js";
import { settleColumns } from "../header/settle-columns.js";
import type { ColumnGroup, WideHeader } from "../header/wide-header.js";
import { classifyRows, type SheetRow } from "../table/classify-rows.js";
import { claimColumns } from "../table/columns.js";
import type { ClaimContext, Column, FormatSpec, Table } from "../table/format.js";
import { columnLetter } from "../table/header-key.js";
import { checkWidth } from "../table/read-records.js";
import { Row } from "../table/row.js";
import { isAverageLabel, isTotalLabel } from "../table/row-kind.js";
import { MAX_WIDE_FIGURES, ReadingStopped } from "../table/sheet-limit.js";
import { noteStatedOnly } from "../table/stated.js";
import { reportProblem, SHEET_MEASURE } from "../table/table.js";

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
  const filledBy = findFilledGroups(groups, rows);
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
    const filled = new Set(filledBy.get(cells));
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

/** The groups in which each data row, by its cells, has something; throws ReadingStopped when they are too many to be read. */
export function findFilledGroups(
  groups: readonly GroupTable[],
  rows: readonly SheetRow[],
): ReadonlyMap<readonly string[], readonly GroupTable[]> {
  const filledBy = new Map<readonly string[], readonly GroupTable[]>();
  let count = 0;
  for (const { cells, kind } of rows) {
    if (kind !== "data") continue;
    const filled = groups.filter((group) => hasValue(group, cells));
    filledBy.set(cells, filled);
    count += filled.length;
    if (count > MAX_WIDE_FIGURES) throw new ReadingStopped("too-many-figures");
  }
  return filledBy;
}

/** Whether the row has something in the group's own columns. */
function hasValue({ table, cells }: GroupTable, row: readonly string[]): boolean {
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
