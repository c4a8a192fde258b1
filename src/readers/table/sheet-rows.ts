import type { SheetReading } from "./reading.js";

const kept = new WeakMap<SheetReading, readonly string[][]>();

/** A larger sheet keeps only its head: its cells would double the memory an import takes. */
const MAX_KEPT_ROWS = 50_000;
const HEAD_ROWS = 30;

/** Keeps the cells a reading was made of beside it, for showing them again when a person is asked what its headers mean. */
export function keepRows(reading: SheetReading, rows: readonly string[][]): void {
  kept.set(reading, rows.length > MAX_KEPT_ROWS ? rows.slice(0, HEAD_ROWS) : rows);
}

/** The cells as written, row n as Excel counts at n - 1; empty when the file could not be split into cells. */
export function rowsOf(reading: SheetReading): readonly string[][] {
  return kept.get(reading) ?? [];
}
