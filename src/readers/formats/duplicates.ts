import type { Table } from "../table/format.js";
import { cellText, reportProblem } from "../table/table.js";

export interface DuplicateRule<R> {
  /** The column the problem is put at. */
  field: string;
  /** null when the record has no key of this sort. */
  keyOf(record: R): string | number | null;
  /** What is the same: `“Xã A” và chỉ tiêu “Trồng rừng”`. */
  describe(record: R): string;
  /** What to do when it is no mistake, as a clause: "nếu là hai chỉ tiêu khác nhau thì …". */
  otherwise?: string;
}

/** Reports each record whose key an earlier one has, naming both rows. */
export function reportDuplicates<R extends { row: number }>(
  table: Table,
  records: readonly R[],
  rule: DuplicateRule<R>,
): void {
  const rowOf = new Map<string | number, number>();
  for (const record of records) {
    const key = rule.keyOf(record);
    if (key === null) continue;
    const earlier = rowOf.get(key);
    if (earlier === undefined) {
      rowOf.set(key, record.row);
      continue;
    }
    reportDuplicate(table, record, { ...rule, earlier, cells: table.rows[record.row - 1] ?? [] });
  }
}

/** Reports that a record, read of `cells`, has the key of the one in the `earlier` row. */
export function reportDuplicate<R extends { row: number }>(
  table: Table,
  record: R,
  { field, describe, otherwise, earlier, cells }: DuplicateFound<R>,
): void {
  reportProblem(table, {
    row: record.row,
    column: table.columns.get(field)?.header ?? null,
    index: table.columns.get(field)?.index,
    value: cellText(table, cells, field) || null,
    code: "duplicate-row",
    severity: "error",
    message: `Trùng với dòng ${earlier}: cùng ${describe(record)}.`,
    hint: `Giữ lại dòng đúng, xóa dòng kia${otherwise === undefined ? "" : `; ${otherwise}`}.`,
  });
}

interface DuplicateFound<R> extends Omit<DuplicateRule<R>, "keyOf"> {
  earlier: number;
  cells: readonly string[];
}
