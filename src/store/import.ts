import type { Db } from "./open.js";

/** Where values came from: one sheet of one file, read once. */
export interface ImportEntry {
  id: number;
  file: string;
  sha256: string;
  sheet: string | null;
  format: string;
  layout: string | null;
  encoding: string;
  delimiter: string | null;
  year: number;
  headerRow: number;
  /** Record field → where it stood in the sheet. */
  columns: Record<string, { letter: string; header: string }>;
  records: number;
  inserted: number;
  updated: number;
  unchanged: number;
  /** ISO 8601 with time zone Z. */
  importedAt: string;
}

/** How many of the records were new, changed, or there already. */
export interface StoreCounts {
  inserted: number;
  updated: number;
  unchanged: number;
}

/**
 * Runs `store` under a new import entry and fills in its counts. When nothing was inserted or updated the entry is
 * taken back, so that importing twice changes nothing; the id is then null.
 */
export function recordImport(
  db: Db,
  entry: Omit<ImportEntry, "id" | keyof StoreCounts>,
  store: (importId: number) => StoreCounts,
): { id: number | null } & StoreCounts {
  db.exec("SAVEPOINT one_import");
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO import (file, sha256, sheet, format, layout, encoding, delimiter, year, header_row, columns,
         records, inserted, updated, unchanged, imported_at)
       VALUES (@file, @sha256, @sheet, @format, @layout, @encoding, @delimiter, @year, @headerRow, @columns,
         @records, 0, 0, 0, @importedAt)`,
    )
    .run({ ...entry, columns: JSON.stringify(entry.columns) });
  const id = Number(lastInsertRowid);
  const counts = store(id);
  const changed = counts.inserted + counts.updated > 0;
  if (changed) {
    db.prepare("UPDATE import SET inserted = @inserted, updated = @updated, unchanged = @unchanged WHERE id = @id").run(
      {
        ...counts,
        id,
      },
    );
  } else db.exec("ROLLBACK TO one_import");
  db.exec("RELEASE one_import");
  return { id: changed ? id : null, ...counts };
}

/** All imports, oldest first. */
export function listImports(db: Db): ImportEntry[] {
  const rows = db
    .prepare<[], Omit<ImportEntry, "columns"> & { columns: string }>(
      `SELECT id, file, sha256, sheet, format, layout, encoding, delimiter, year, header_row AS headerRow, columns,
         records, inserted, updated, unchanged, imported_at AS importedAt FROM import ORDER BY id`,
    )
    .all();
  return rows.map((row) => ({ ...row, columns: JSON.parse(row.columns) }));
}

/** The import of this sheet of these very bytes as this format and year, or null. */
export function findImport(db: Db, wanted: Pick<ImportEntry, "sha256" | "sheet" | "format" | "year">): number | null {
  const row = db
    .prepare<[typeof wanted], { id: number }>(
      `SELECT id FROM import WHERE sha256 = @sha256 AND sheet IS @sheet AND format = @format AND year = @year
       ORDER BY id DESC LIMIT 1`,
    )
    .get(wanted);
  return row?.id ?? null;
}
