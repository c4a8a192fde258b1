import type { AwardFinder } from "../domain/award-match.js";
import { sniffFile } from "./encoding/sniff.js";
import { chamDiem } from "./formats/cham-diem.js";
import { chiTieu } from "./formats/chi-tieu.js";
import { donVi } from "./formats/don-vi.js";
import { ketQua } from "./formats/ket-qua.js";
import { khenThuong, khenThuongOf } from "./formats/khen-thuong.js";
import { noiDung } from "./formats/noi-dung.js";
import { phongTrao } from "./formats/phong-trao.js";
import { thangDiem } from "./formats/thang-diem.js";
import { type HeaderMap, withHeaders } from "./header/header-map.js";
import { type LargeFile, readLargeCsv } from "./large/csv.js";
import { readCsv, type TextFile } from "./sheet/read-csv.js";
import type { FormatSpec } from "./table/format.js";
import type { FormatId, SheetReading } from "./table/reading.js";
import { NO_HINTS } from "./table/sheet-unit.js";

export { MAX_FILE_BYTES } from "./encoding/refusal.js";
export type { ColumnSpec, FormatSpec } from "./table/format.js";
export type { FormatId, SheetContent, SheetReading, SkippedRow } from "./table/reading.js";

/** THE LIST of formats, in the order files of several are imported: what others refer to comes first. */
export const FORMATS: readonly FormatSpec[] = [
  donVi,
  chiTieu,
  thangDiem,
  ketQua,
  chamDiem,
  khenThuong,
  phongTrao,
  noiDung,
];

/** FORMATS, with lists whose headings may name any award `findAward` knows. */
export function formatsOf(findAward: AwardFinder): readonly FormatSpec[] {
  return FORMATS.map((format) => (format === khenThuong ? khenThuongOf(findAward) : format));
}

/**
 * Reads a spreadsheet: each of its sheets with a table (one for a CSV), its format by its headers (or `as`), its rows
 * into records, and everything wrong with it as problems. Never throws because of what is in the file; a `UserError`
 * when `sheet` names none of its sheets.
 */
export async function readSheets(input: SheetsInput): Promise<SheetReading[]> {
  const { file, bytes, as, sheet } = input;
  const formats = withHeaders(input.formats ?? FORMATS, input.headers ?? new Map());
  const only = as === undefined ? null : (formats.find((format) => format.id === as) ?? null);
  const kind = sniffFile(bytes);
  if (kind !== "zip" && kind !== "ole") return [readCsv(input, formats, only)];
  const { readWorkbook } = await import("./workbook/read-workbook.js");
  const { hints = NO_HINTS, workYear = null } = input;
  return readWorkbook(file, bytes, formats, only, { sheet: sheet ?? null, hints, workYear });
}

/** A sheet of at least so many bytes is read in pieces where it can be. */
export const LARGE_BYTES = 256 * 1024;

/** `readLargeCsv` with `formats`, `as` and `headers` as in `readSheets`. */
export function readLargeSheet(
  input: LargeFile & Pick<SheetsInput, "as" | "formats" | "headers">,
): SheetReading | null {
  const formats = withHeaders(input.formats ?? FORMATS, input.headers ?? new Map());
  return readLargeCsv(input, formats, formats.find(({ id }) => id === input.as) ?? null);
}

/** A file to read; what it is, its bytes say. */
export interface SheetsInput extends TextFile {
  as?: FormatId;
  /** What it may be; one of FORMATS when left out. */
  formats?: readonly FormatSpec[];
  /** The one sheet of a workbook to read; all visible ones when left out. A CSV has none and is read whole. */
  sheet?: string;
  /** What headers nobody knows mean. */
  headers?: HeaderMap;
}
