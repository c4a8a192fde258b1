import type { Measurement } from "../../domain/indicator.js";
import { toJsonMeasurement } from "../../domain/measurement.js";
import type { Stored } from "../../store/import.js";

/** The records of a dry run as they would be stored, each with whether it is new, changed or the same. */
export function describeRows(
  records: Iterable<{ row: number }>,
  { newRows, changes }: Pick<Stored, "newRows" | "changes">,
): object[] {
  const fresh = new Set(newRows);
  const changed = new Set(changes.map(({ row }) => row));
  const changeOf = (row: number) => (fresh.has(row) ? "new" : changed.has(row) ? "changed" : "same");
  return [...records].map((record) => ({ ...toJsonRow(record), change: changeOf(record.row) }));
}

/** A record with its decimals as plain numbers, as `progress` prints them. */
function toJsonRow(record: object): object {
  const plain = (value: unknown) => toJsonMeasurement(value as Measurement);
  return Object.fromEntries(
    Object.entries(record).map(([field, value]) => {
      if (field === "stated") return [field, { ...value, attainmentPercent: plain(value.attainmentPercent) }];
      return [field, DECIMAL_FIELDS.has(field) ? plain(value) : value];
    }),
  );
}

const DECIMAL_FIELDS = new Set(
  "planned actual previous max bonusCap deductionCap selfScore crossScore verifiedScore".split(" "),
);
