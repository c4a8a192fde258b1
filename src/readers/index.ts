import { chamDiem } from "./cham-diem.js";
import { chiTieu } from "./chi-tieu.js";
import { donVi } from "./don-vi.js";
import type { FormatSpec } from "./format.js";
import { ketQua } from "./ket-qua.js";
import { khenThuong } from "./khen-thuong.js";
import { readCsv } from "./read-csv.js";
import type { FormatId, SheetReading } from "./reading.js";
import { thangDiem } from "./thang-diem.js";

export type { ColumnSpec, FormatSpec } from "./format.js";
export type { FormatId, SheetContent, SheetReading, SkippedRow } from "./reading.js";

/** THE LIST of formats, in the order files of several are imported: what others refer to comes first. */
export const FORMATS: readonly FormatSpec[] = [donVi, chiTieu, thangDiem, ketQua, chamDiem, khenThuong];

/**
 * Reads a spreadsheet: its format by its headers (or `as`), its rows into records, and everything wrong with it as
 * problems. Never throws because of what is in the file.
 */
export async function readSheet(input: { file: string; bytes: Uint8Array; as?: FormatId }): Promise<SheetReading> {
  const only = input.as === undefined ? null : (FORMATS.find((format) => format.id === input.as) ?? null);
  return readCsv(input.file, input.bytes, FORMATS, only);
}
