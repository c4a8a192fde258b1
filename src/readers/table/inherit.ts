import { unitKey } from "../../domain/name.js";
import type { SheetRow } from "./classify-rows.js";
import { fillDown, isDittoMark } from "./ditto.js";
import type { IndicatorHeading, Table } from "./format.js";
import { isGroupOfUnits, isPartName } from "./row-kind.js";
import { cellText, reportProblem, skipRow } from "./table.js";
import { unitOfHeading } from "./unit-heading.js";

/** A field whose blank cells may mean "as above", and the field that changes below it. */
export interface DittoRule {
  field: string;
  item: string;
  /** A field that is joined and left blank with it: the measure of an indicator. */
  along?: string;
  /** A line of the item alone is the total of the block below it. */
  headsTotal?: boolean;
}

/** Texts a row takes from the rows above it, by field. */
export type Inherited = ReadonlyMap<string, string>;

/**
 * What each row takes from above: the text of a block left blank or marked -nt-, and of any other cell of words that is
 * marked so. null for a row that takes nothing.
 */
export function inheritFields(
  table: Table,
  rows: readonly SheetRow[],
  rules: readonly DittoRule[],
): (Inherited | null)[] {
  const inherited: (Map<string, string> | null)[] = rows.map(() => null);
  const give = (place: number, field: string, text: string) => {
    const fields = inherited[place] ?? new Map<string, string>();
    inherited[place] = fields.set(field, text);
  };
  for (const rule of rules) fillBlocks(table, rows, rule, give);
  if (table.unitHeadings.size > 0) giveHeadings(table, rows, give);
  if (table.indicatorHeadings.size > 0) giveIndicators(table, rows, give);
  const ruled = new Set(rules.map(({ field }) => field));
  for (const [field, { kind }] of table.columns)
    if ((kind === "text" || kind === "choice") && !ruled.has(field)) copyMarked(table, rows, field, give);
  return inherited;
}

type Give = (place: number, field: string, text: string) => void;

/** The unit that heads each row. */
function giveHeadings(table: Table, rows: readonly SheetRow[], give: Give): void {
  let unit: string | undefined;
  rows.forEach(({ kind, cells, index }, place) => {
    if (kind === "group") unit = table.unitHeadings.get(unitKey(unitOfHeading(textsOf(table, cells)) ?? "")) ?? unit;
    if (kind !== "data") return;
    if (unit !== undefined) give(place, "unit", unit);
    else {
      reportProblem(table, {
        row: index + 1,
        column: null,
        value: null,
        code: "before-units",
        severity: "error",
        message: "Dòng này đứng trên tên đơn vị đầu tiên nên không rõ là số liệu của đơn vị nào.",
        hint: "Ghi một dòng tên đơn vị lên trên dòng này, hoặc thêm cột Đơn vị.",
      });
    }
  });
}

/** The indicator that heads each row, and its measure where the row says none. */
function giveIndicators(table: Table, rows: readonly SheetRow[], give: Give): void {
  let above: IndicatorHeading | undefined;
  rows.forEach(({ kind, cells, index }, place) => {
    above = table.indicatorHeadings.get(index) ?? above;
    if (kind !== "data" || above === undefined) return;
    give(place, "indicator", above.name);
    if (above.measure !== null && cellText(table, cells, "measure") === "") give(place, "measure", above.measure);
  });
}

function textsOf(table: Table, cells: readonly string[]): string[] {
  return cells.map(table.clean).filter((text) => text !== "");
}

function fillBlocks(table: Table, rows: readonly SheetRow[], rule: DittoRule, give: Give): void {
  if (!table.columns.has(rule.field)) return;
  if (rows.every(({ kind, cells }) => kind !== "data" || isWritten(table, cells, rule.field))) return;
  const places = rows.flatMap(({ kind, cells }, place) => {
    const text = cellText(table, cells, rule.field);
    return kind === "data" || (text !== "" && !(kind === "group" && isGroupOfUnits(text))) ? [place] : [];
  });
  const filled = fillDown(places.map((place) => readRow(table, rows[place], rule)));
  let along = "";
  let above: string | null = null;
  filled.forEach((own, index) => {
    const place = places[index] ?? 0;
    const cells = rows[place]?.cells ?? [];
    // A part of the row above is of the same unit, however the others are written.
    const text = own ?? (isPartName(cellText(table, cells, rule.item)) ? above : null);
    above = text;
    const beside = rule.along === undefined ? "" : cellText(table, cells, rule.along);
    if (isWritten(table, cells, rule.field) || beside !== "") along = beside;
    if (text === null) return;
    give(place, rule.field, text);
    if (rule.along !== undefined && beside === "" && along !== "") give(place, rule.along, along);
  });
}

/** Neither blank nor marked; a cell longer than any mark needs no cleaning to be seen so. */
function isWritten(table: Table, cells: readonly string[], field: string): boolean {
  const raw = cells[table.columns.get(field)?.index ?? -1] ?? "";
  if (raw.length > LONGEST_MARK && /\S/.test(raw)) return true;
  const text = table.clean(raw);
  return text !== "" && !isDittoMark(text);
}

const LONGEST_MARK = 16;

function readRow(table: Table, row: SheetRow | undefined, { field, item }: DittoRule): { unit: string; item: string } {
  if (row === undefined) return { unit: "", item: "" };
  return {
    unit: row.kind === "total" ? "" : cellText(table, row.cells, field),
    item: row.kind === "data" ? nameOfItem(cellText(table, row.cells, item)) : "",
  };
}

/** "Trong đó: Nữ" may stand under each indicator of a block. */
function nameOfItem(text: string): string {
  return isPartName(text) ? "" : text;
}

function copyMarked(table: Table, rows: readonly SheetRow[], field: string, give: Give): void {
  const index = table.columns.get(field)?.index ?? -1;
  let above = "";
  let seen = 0;
  rows.forEach(({ kind, cells }, place) => {
    const raw = cells[index] ?? "";
    if (kind !== "data" || raw.length > LONGEST_MARK || !isDittoMark(table.clean(raw))) return;
    for (; seen < place; seen++) {
      const row = rows[seen];
      const text = row?.kind === "data" ? cellText(table, row.cells, field) : "";
      if (text !== "" && !isDittoMark(text)) above = text;
    }
    if (above !== "") give(place, field, above);
  });
}

/**
 * A total of several lines names itself once. Rows marked "as above" below its name are parts of it; so are rows without a
 * unit, where the units are written so too (or nothing follows). They become totals.
 */
export function joinTotals(table: Table, rows: readonly SheetRow[], [rule]: readonly DittoRule[]): readonly SheetRow[] {
  if (rule === undefined || !table.columns.has(rule.field) || !rows.some(({ kind }) => kind === "total")) return rows;
  const parts = new Set<SheetRow>();
  const marked = new Set<SheetRow>();
  let total: SheetRow | null = null;
  let isLast = true;
  for (const row of rows) {
    if (row.kind === "total") total = row;
    else if (row.kind === "group") total = null;
    else if (isWritten(table, row.cells, rule.field)) {
      if (parts.size > 0) isLast = false;
      total = null;
    } else if (total !== null) {
      parts.add(row);
      if (cellText(table, row.cells, rule.field) !== "" && isWritten(table, total.cells, rule.field)) marked.add(row);
    }
  }
  if (parts.size === 0) return rows;
  const others = rows.filter((row) => row.kind === "data" && !parts.has(row));
  const filled = fillDown(others.map((row) => readRow(table, row, rule)));
  const isBlocks = filled.every((text) => text !== null) && filled.length > 0;
  const isWrittenOut = others.every((row) => isWritten(table, row.cells, rule.field));
  return makeTotals(table, rows, isBlocks && (isLast || !isWrittenOut) ? parts : marked);
}

/**
 * "Lúa | (blank) | 30" over "(blank) | Xã A | 10": the line that names the indicator is the total of its block, where all
 * blocks are written so. Asked once the names of blocks are known, which such lines give.
 */
export function markBlockHeads(
  table: Table,
  rows: readonly SheetRow[],
  [rule]: readonly DittoRule[],
  inherited: readonly (Inherited | null)[],
): readonly SheetRow[] {
  if (rule?.headsTotal !== true || !table.columns.has(rule.field) || !table.columns.has(rule.item)) return rows;
  const heads = new Set<SheetRow>();
  for (const [place, row] of rows.entries()) {
    if (row.kind !== "data") continue;
    const isNamed = isWritten(table, row.cells, rule.item);
    // A line of both, as most sheets begin with, or of neither is no part of such a block.
    if (isNamed === isWritten(table, row.cells, rule.field)) return rows;
    if (isNamed && inherited[place]?.has(rule.field)) return rows;
    if (isNamed) heads.add(row);
  }
  // Without a name below any of them they are lines that lack theirs.
  return rows.some((row) => row.kind === "data" && !heads.has(row)) ? makeTotals(table, rows, heads) : rows;
}

function makeTotals(table: Table, rows: readonly SheetRow[], totals: ReadonlySet<SheetRow>): readonly SheetRow[] {
  if (totals.size === 0) return rows;
  for (const { index, cells } of totals) skipRow(table, cells, index, "total");
  return rows.map((row) => (totals.has(row) ? { ...row, kind: "total" } : row));
}
