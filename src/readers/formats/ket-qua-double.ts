import type { ResultRecord } from "../../domain/indicator.js";
import { nameKey, unitKey } from "../../domain/name.js";
import type { Table } from "../table/format.js";
import { reportDuplicate, reportDuplicates } from "./duplicates.js";
import { createKeyNumbers, pairNumber } from "./key-number.js";

/** Numbers for the names of one sheet's results. */
export function numberNames(): Record<"unit" | "indicator", (name: string) => number> {
  return {
    unit: createKeyNumbers(unitKey, "too-many-units"),
    indicator: createKeyNumbers(nameKey, "too-many-indicators"),
  };
}

/** One unit × indicator stands once in a sheet. */
export function reportDoubleResults(table: Table, records: readonly ResultRecord[]): void {
  const numberOf = numberNames();
  reportDuplicates(table, records, {
    ...DOUBLE,
    keyOf: (record) => pairNumber(numberOf.unit(record.unit), numberOf.indicator(record.indicator)),
  });
}

/** Reports a record whose unit × indicator stands in the `earlier` row too; `cells` are its own. */
export function reportDouble(table: Table, record: ResultRecord, earlier: number, cells: readonly string[]): void {
  reportDuplicate(table, record, { ...DOUBLE, earlier, cells });
}

const DOUBLE = {
  field: "indicator",
  describe: (record: ResultRecord) => `“${record.unit}” và chỉ tiêu “${record.indicator}”`,
  otherwise: "nếu là hai chỉ tiêu khác nhau thì ghi tên cho khác nhau",
};
