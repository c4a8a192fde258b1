import { nearestName, unitKey } from "../../domain/name.js";
import type { Problem } from "../../domain/problem.js";
import type { UnitRecord } from "../../domain/unit.js";
import type { Stored } from "../../store/import.js";
import type { Db } from "../../store/open.js";
import { storeUnits } from "../../store/unit.js";
import { type IncomingSheet, problemAt } from "./sheet.js";

/** Stores a `don-vi` sheet; one name for two units is a problem, never a silent choice. */
export function takeUnits(
  db: Db,
  sheet: IncomingSheet,
  records: readonly UnitRecord[],
  importId: number,
  problems: Problem[],
): Stored {
  const owner = new Map<string, UnitRecord>();
  const claim = (record: UnitRecord, name: string, field: "name" | "aliases") => {
    const other = owner.get(unitKey(name));
    if (other === undefined) owner.set(unitKey(name), record);
    else if (other !== record) {
      const message = `Tên này đã là tên của "${other.name}" ở dòng ${other.row}.`;
      const hint = "Mỗi tên chỉ dùng cho một đơn vị: xóa dòng trùng hoặc sửa tên.";
      problems.push(problemAt(sheet, record.row, field, name, { code: "duplicate-unit", message, hint }));
    }
  };
  for (const record of records) claim(record, record.name, "name");
  for (const record of records) for (const alias of record.aliases) claim(record, alias, "aliases");
  return storeUnits(db, withCluster(records, sheet), { year: sheet.year, importId });
}

/** --cluster fills the cluster of rows that name none. */
function withCluster(records: readonly UnitRecord[], { cluster }: IncomingSheet): UnitRecord[] {
  return records.map((record) => ({ ...record, cluster: record.cluster ?? cluster }));
}

/** Clusters of one sheet whose names differ by a slip of the pen, as warnings. */
export function warnOfNearClusters(sheet: IncomingSheet, records: readonly UnitRecord[]): Problem[] {
  const first = new Map<string, UnitRecord>();
  for (const record of records)
    if (record.cluster !== null && !first.has(record.cluster)) first.set(record.cluster, record);
  const names = [...first.keys()];
  return names.flatMap((name, index) => {
    const near = nearestName(name, names.slice(0, index));
    const record = first.get(name);
    // "Cụm số 1" and "Cụm số 2" are meant to differ: only names with the same numbers are suspicious.
    if (near === null || record === undefined || numbersOf(near) !== numbersOf(name)) return [];
    const message = `Gần giống cụm/khối "${near}" ở dòng ${first.get(near)?.row}; đang để thành hai cụm/khối.`;
    const hint = "Nếu là một, sửa cho giống nhau rồi nạp lại.";
    return [
      problemAt(sheet, record.row, "cluster", name, { code: "near-cluster", message, hint, severity: "warning" }),
    ];
  });
}

function numbersOf(name: string): string {
  return (name.match(/\d+|\b[IVX]+\b/g) ?? []).join(",");
}
