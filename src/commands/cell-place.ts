import type { CellColumns } from "../domain/indicator.js";
import type { ImportEntry } from "../store/import.js";

/** The cell of a sheet that a value stood in. */
export interface SheetCell {
  file: string;
  sha256: string;
  /** null for a CSV. */
  sheet: string | null;
  row: number;
  /** Column letter; null when the field had no column of its own. */
  column: string | null;
  header: string | null;
}

/** Where a field of a record stood: under the record's own columns, else those of its import. */
export function findCell(entry: ImportEntry, row: number, field: string, cells: CellColumns = {}): SheetCell {
  const { file, sha256, sheet, columns } = entry;
  const place = cells[field] ?? columns[field];
  return { file, sha256, sheet, row, column: place?.letter ?? null, header: place?.header ?? null };
}

/** "ket-qua.csv, dòng 2, cột D (Kế hoạch)". */
export function describeCellPlace({ file, sheet, row, column, header }: Omit<SheetCell, "sha256">): string {
  const place = column === null ? "" : `, cột ${column}${header === null ? "" : ` (${header})`}`;
  const where = sheet === null ? file : `${file}, trang tính “${sheet}”`;
  return `${where}, dòng ${row}${place}`;
}
