import type { CellColumns } from "../../domain/indicator.js";
import type { ImportEntry } from "../../store/import.js";
import { localTime } from "../context/local-time.js";

/** The cell of a sheet that a value stood in. */
export interface SheetCell {
  file: string;
  sha256: string;
  /** null for a CSV. */
  sheet: string | null;
  /** null for a value set by hand. */
  row: number | null;
  /** Column letter; null when the field had no column of its own. */
  column: string | null;
  header: string | null;
}

/** A value and where it stood. */
export interface CellPlace extends SheetCell {
  value: string;
  /** Set by hand: when (ISO) and why. */
  byHand?: { at: string; reason: string | null };
  /** What the sheet says where a value set by hand stands instead. */
  replaced?: true;
}

/** Where a field of a record stood: under the record's own columns, else those of its import. */
export function findCell(entry: ImportEntry, row: number, field: string, cells: CellColumns = {}): SheetCell {
  const { file, sha256, sheet, columns } = entry;
  const place = cells[field] ?? columns[field];
  return { file, sha256, sheet, row, column: place?.letter ?? null, header: place?.header ?? null };
}

/** "ket-qua.csv, dòng 2, cột D (Kế hoạch)"; for a value set by hand what stands for its file. */
export function describeCellPlace({ file, sheet, row, column, header }: Omit<SheetCell, "sha256">): string {
  const place = column === null ? "" : `, cột ${column}${header === null ? "" : ` (${header})`}`;
  const where = sheet === null ? file : `${file}, trang tính “${sheet}”`;
  return row === null ? where : `${where}, dòng ${row}${place}`;
}

/** "580 ← ket-qua.csv, dòng 2, cột E (Thực hiện)", or when and why it was set by hand. */
export function describeCell({ value, byHand, replaced, ...cell }: CellPlace): string {
  if (byHand !== undefined) {
    const why = byHand.reason === null ? "" : `, lý do: ${byHand.reason}`;
    return `${value} ← sửa tay ${localTime(byHand.at)}${why}`;
  }
  return `${replaced === true ? "trước khi sửa tay: " : ""}${value} ← ${describeCellPlace(cell)}`;
}

/** The cells of the fields that have a value; none when the import is not known. */
export function findCells(
  entry: ImportEntry | undefined,
  row: number,
  fields: readonly (readonly [string, string])[],
  cells: CellColumns = {},
): CellPlace[] {
  if (entry === undefined) return [];
  return fields
    .filter(([, value]) => value !== "")
    .map(([field, value]) => ({ value, ...findCell(entry, row, field, cells) }));
}
