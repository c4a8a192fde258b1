import type { ResultRecord } from "../../domain/indicator.js";
import { nameKey, unitKey } from "../../domain/name.js";
import type { Table } from "../table/format.js";
import { isPartName } from "../table/row-kind.js";
import { cellText } from "../table/table.js";

/**
 * "Trong đó: Nữ" under two indicators of one unit: each is named with the indicator it is a part of ("Đào tạo nghề – Nữ"),
 * wherever the part stands in the sheet. A part that stands once keeps its name. `records` in the order of their rows;
 * `isWide`: a row holds those of several units, of which some may be blank.
 */
export function completeParts(table: Table, records: readonly ResultRecord[], isWide: boolean): ResultRecord[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const parts = new Map<ResultRecord, { name: string; of: string }>();
  let whole: ResultRecord | null = null;
  for (const record of records) {
    if (!isPartName(cellText(table, table.rows[record.row - 1] ?? [], "indicator"))) {
      whole = record;
      continue;
    }
    if (whole === null || (!isWide && unitKey(whole.unit) !== unitKey(record.unit))) continue;
    const name = record.indicator.replace(IN_FRONT, "");
    parts.set(record, { name, of: whole.indicator });
    const key = `${unitKey(record.unit)}\n${nameKey(name)}`;
    if (seen.has(key)) repeated.add(nameKey(name));
    seen.add(key);
  }
  if (repeated.size === 0) return [...records];
  return records.map((record) => {
    const part = parts.get(record);
    const isRepeated = part !== undefined && repeated.has(nameKey(part.name));
    return isRepeated ? { ...record, indicator: `${part.of} – ${part.name}` } : record;
  });
}

const IN_FRONT = /^trong đó\s*:?\s*(?=\S)/iu;
