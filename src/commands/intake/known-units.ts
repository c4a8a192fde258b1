import { existsSync } from "node:fs";
import type { SheetReading, SheetUnit } from "../../readers/table/reading.js";
import { withDatabase } from "../../store/open.js";
import { listUnitNames } from "../../store/unit.js";

/** Names and other names of all units in the database; none while there is no database. */
export async function readKnownUnits(database: string): Promise<string[]> {
  if (!existsSync(database)) return [];
  return withDatabase(database, "read", (db) => listUnitNames(db).map(({ name }) => name));
}

/** A sheet as read, and how to read all of it again, with more names of units known. */
export interface RereadableSheet {
  reading: SheetReading;
  reread?: (knownUnits?: readonly string[]) => Promise<SheetReading>;
}

/**
 * Reads again the sheets whose units were not found in a column, when another sheet of the call lists units: a title or
 * a header can then be compared with them.
 */
export async function rereadWithListedUnits(sheets: RereadableSheet[], knownUnits: readonly string[]): Promise<void> {
  const listed = sheets.flatMap(({ reading }) =>
    reading.content?.format === "don-vi" ? reading.content.records.map(({ name }) => name) : [],
  );
  if (listed.length === 0) return;
  for (const sheet of sheets) {
    if (mayNameUnits(sheet.reading) && sheet.reread !== undefined) {
      sheet.reading = await sheet.reread([...knownUnits, ...listed]);
    }
  }
}

function mayNameUnits({ content, layout, columns }: SheetReading): boolean {
  if (content === null || content.format === "chi-tieu") return true;
  if (content.format === "cham-diem" || content.format === "noi-dung") return columns.unit === undefined;
  return content.format === "ket-qua" && layout !== "long";
}

const SOURCES = { option: "--unit", title: "tên bảng", sheet: "tên trang tính", file: "tên tệp" } as const;

/** "Xã Đông (theo tên bảng)": the unit of a whole sheet and where its name stood, so that nobody is taken unawares. */
export function describeSheetUnit({ name, from }: SheetUnit): string {
  return `${name} (theo ${SOURCES[from]})`;
}
