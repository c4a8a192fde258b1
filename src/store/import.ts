import type { Change } from "../domain/change.js";
import { hasKept } from "./before-image.js";
import type { Db } from "./open.js";

/** Where values came from: one sheet of one file, read once. */
export interface ImportEntry {
  id: number;
  /** A sheet that was read, or values set by hand (then file is HAND_FILE or DECISION_FILE and there is no sheet to point into). */
  kind: "sheet" | "hand";
  file: string;
  sha256: string;
  /** Name of the sheet; for values set by hand "Unit · Indicator", for decisions their numbers and date. */
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
  /** When it was taken back, likewise; null = it stands. */
  undoneAt: string | null;
}

/** What stands for a file's name where values were set by hand. */
export const HAND_FILE = "(sửa tay)";

/** What stands for a file's name where numbers of decisions were recorded. */
export const DECISION_FILE = "(quyết định)";

/** What people call an entry: its file's name, or what was set by hand. */
export function importTitle({ kind, file, sheet }: Pick<ImportEntry, "kind" | "file" | "sheet">): string {
  if (kind === "hand" && file === DECISION_FILE) return `quyết định số ${sheet}`;
  return kind === "hand" ? `sửa tay ${sheet}` : file;
}

/** How many of the records were new, changed, or there already. */
export interface StoreCounts {
  inserted: number;
  updated: number;
  unchanged: number;
}

/** What storing a sheet did. */
export interface Stored extends StoreCounts {
  /** Rows of the sheet whose record was not there before. */
  newRows: number[];
  /** Each field of the changed records, old and new. */
  changes: Change[];
}

/** Nothing stored yet. */
export function startStored(): Stored {
  return { inserted: 0, updated: 0, unchanged: 0, newRows: [], changes: [] };
}

/** Counts one record: `changes` is null when it was not there before. Says whether it has to be written. */
export function countRecord(stored: Stored, row: number, changes: readonly Change[] | null): boolean {
  if (changes === null) {
    stored.inserted++;
    stored.newRows.push(row);
    return true;
  }
  if (changes.length === 0) {
    stored.unchanged++;
    return false;
  }
  stored.updated++;
  stored.changes.push(...changes);
  return true;
}

/**
 * Runs `store` under a new import entry and fills in its counts. When nothing was inserted or updated the entry is
 * taken back, so that importing twice changes nothing; the id is then null.
 */
export function recordImport(
  db: Db,
  entry: Omit<ImportEntry, "id" | "undoneAt" | "records" | keyof StoreCounts>,
  store: (importId: number) => Stored & { records: number },
): { id: number | null; records: number } & Stored {
  db.exec("SAVEPOINT one_import");
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO import (kind, file, sha256, sheet, format, layout, encoding, delimiter, year, header_row, columns,
         records, inserted, updated, unchanged, imported_at)
       VALUES (@kind, @file, @sha256, @sheet, @format, @layout, @encoding, @delimiter, @year, @headerRow, @columns,
         0, 0, 0, 0, @importedAt)`,
    )
    .run({ ...entry, columns: JSON.stringify(entry.columns) });
  const id = Number(lastInsertRowid);
  const counts = store(id);
  const changed = counts.inserted + counts.updated > 0 || hasKept(db, id);
  if (changed) {
    const { records, inserted, updated, unchanged } = counts;
    const sql = "UPDATE import SET records = ?, inserted = ?, updated = ?, unchanged = ? WHERE id = ?";
    db.prepare(sql).run(records, inserted, updated, unchanged, id);
  } else db.exec("ROLLBACK TO one_import");
  db.exec("RELEASE one_import");
  return { id: changed ? id : null, ...counts };
}

/** All imports, oldest first, those taken back among them. */
export function listImports(db: Db): ImportEntry[] {
  const rows = db
    .prepare<[], Omit<ImportEntry, "columns"> & { columns: string }>(
      `SELECT id, kind, file, sha256, sheet, format, layout, encoding, delimiter, year, header_row AS headerRow, columns,
         records, inserted, updated, unchanged, imported_at AS importedAt,
         undone_at AS undoneAt FROM import ORDER BY id`,
    )
    .all();
  return rows.map((row) => ({ ...row, columns: JSON.parse(row.columns) }));
}

/** Record field → where it stood in the sheet of an import; each import is looked up once. */
export function createColumnsReader(db: Db): (importId: number) => ImportEntry["columns"] {
  const find = db.prepare<[number], string>("SELECT columns FROM import WHERE id = ?").pluck();
  const known = new Map<number, ImportEntry["columns"]>();
  return (importId) => {
    const before = known.get(importId);
    if (before !== undefined) return before;
    const text = find.get(importId);
    const columns = text === undefined ? {} : JSON.parse(text);
    known.set(importId, columns);
    return columns;
  };
}

/** The import, still standing, of this sheet of these very bytes as this format and year, or null. */
export function findImport(db: Db, wanted: Pick<ImportEntry, "sha256" | "sheet" | "format" | "year">): number | null {
  const row = db
    .prepare<[typeof wanted], { id: number }>(
      `SELECT id FROM import WHERE sha256 = @sha256 AND sheet IS @sheet AND format = @format AND year = @year
         AND undone_at IS NULL
       ORDER BY id DESC LIMIT 1`,
    )
    .get(wanted);
  return row?.id ?? null;
}
