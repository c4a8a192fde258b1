import type { OutgoingCell, OutgoingColumn } from "../../terminal/outgoing-sheet.js";
import type { Listing } from "./listing.js";

/** JSON field, header and kind of a column that no format reads back. */
export type PlainColumn = readonly [field: string, header: string, kind: "text" | "number"];

/** A listing of computed values under its own columns; numbers are plain decimals, null is an empty cell. */
export function makePlainListing(
  name: string,
  plainColumns: readonly PlainColumn[],
  rows: readonly (readonly (string | null)[])[],
): Listing {
  const columns = plainColumns.map(([, header, kind]): OutgoingColumn => ({ header, kind, choices: [] }));
  const toCell = (value: string | null, index: number): OutgoingCell => {
    if (value === null) return null;
    return columns[index]?.kind === "number" ? { decimal: value } : { text: value };
  };
  return {
    sheet: { name, help: null, columns, rows: rows.map((row) => row.map(toCell)), blankRows: 0 },
    rows: rows.map((row) =>
      Object.fromEntries(
        plainColumns.map(([field, , kind], index) => {
          const value = row[index] ?? null;
          return [field, value !== null && kind === "number" ? Number(value) : value];
        }),
      ),
    ),
    notes: [],
  };
}
