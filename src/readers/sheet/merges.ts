import type { Column, MergedRange, Table } from "../table/format.js";
import { columnLetter } from "../table/header-key.js";
import { reportProblem } from "../table/table.js";

/**
 * Writes the text of a cell merged over several rows (a unit beside its indicators) into each of them; below the header
 * only. A number is never repeated: one plan for two rows is said instead, and belongs to the first.
 */
export function fillMergedCells(table: Table): void {
  const columns = new Map([...table.columns.values()].map((column) => [column.index, column]));
  const filledTo = new Map<number, number>();
  for (const merge of [...table.merges].sort((one, other) => one.startRow - other.startRow)) {
    if (merge.startRow <= table.headerIndex) continue;
    const text = table.rows[merge.startRow]?.[merge.startColumn] ?? "";
    if (text === "") continue;
    const column = columns.get(merge.startColumn);
    // Sentences over several rows are written once.
    if (column?.kind === "prose") continue;
    if (column !== undefined && isTextColumn(column)) {
      // Cells are joined once; a hostile file may join the same ones a hundred thousand times.
      if (merge.startRow <= (filledTo.get(merge.startColumn) ?? -1)) continue;
      filledTo.set(merge.startColumn, merge.endRow);
      fillDown(table, merge, text);
    } else reportMergedNumber(table, merge, columns);
  }
}

function isTextColumn({ kind }: Column): boolean {
  return kind === "text" || kind === "choice";
}

function fillDown(table: Table, { startRow, endRow, startColumn, endColumn }: MergedRange, text: string): void {
  if (startColumn !== endColumn) return;
  for (let index = startRow + 1; index <= Math.min(endRow, table.rows.length - 1); index++) {
    const row = table.rows[index];
    if (row === undefined) continue;
    while (row.length <= startColumn) row.push("");
    row[startColumn] = text;
  }
}

function reportMergedNumber(table: Table, merge: MergedRange, columns: ReadonlyMap<number, Column>): void {
  const { startRow, endRow, startColumn, endColumn } = merge;
  const value = table.clean(table.rows[startRow]?.[startColumn] ?? "");
  const figures = [...columns.values()].filter(
    (column) =>
      column.index >= startColumn && column.index <= endColumn && !isTextColumn(column) && column.kind !== "prose",
  );
  const [first] = figures;
  const isLarger = endRow > startRow || figures.length > 1;
  if (first === undefined || first.index !== startColumn || !isLarger || !/^[-+(]?\d/.test(value)) return;
  const range = `${columnLetter(startColumn)}${startRow + 1}:${columnLetter(endColumn)}${endRow + 1}`;
  reportProblem(table, {
    row: startRow + 1,
    column: first.header,
    index: first.index,
    value,
    code: "merged-number",
    severity: "warning",
    message: `Con số nằm trong ô gộp ${range}; chỉ được đọc cho ô đầu tiên.`,
    hint: "Bỏ gộp ô và ghi con số vào từng ô nếu số đó là của tất cả.",
  });
}

/** Rows (0-based) one cell of which is merged over at least half the columns, as titles of groups are. */
export function findRowsMergedAcross(merges: readonly MergedRange[], width: number): ReadonlySet<number> {
  const across = merges.filter(({ startColumn, endColumn }) => {
    const columns = endColumn - startColumn + 1;
    return columns > 1 && columns * 2 >= width;
  });
  return new Set(across.map(({ startRow }) => startRow));
}
