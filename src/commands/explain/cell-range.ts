import { groupBy } from "../../domain/group-by.js";
import { type CellPlace, describeCellPlace, type SheetCell } from "./cell-place.js";

/** "E2" as Excel names it; "2" where the field has no column of its own; null for a value set by hand. */
export function nameCell({ row, column }: Pick<SheetCell, "row" | "column">): string | null {
  return row === null ? null : `${column ?? ""}${row}`;
}

/** "ket-qua.csv, ô D2:D8, E2:E8; don-vi.xlsx, trang tính “2020”, ô A2" — neighbours in a column told by the first and the last. */
export function describeCellRanges(cells: readonly CellPlace[]): string {
  const bySheet = groupBy(cells, ({ file, sheet }) =>
    describeCellPlace({ file, sheet, row: null, column: null, header: null }),
  );
  return [...bySheet]
    .map(([where, those]) => {
      const ranges = [...groupBy(those, ({ column }) => column ?? "")].flatMap(([column, same]) =>
        joinRows(same.flatMap(({ row }) => row ?? [])).map(([first, last]) =>
          first === last ? `${column}${first}` : `${column}${first}:${column}${last}`,
        ),
      );
      const word = those.every(({ column }) => column === null) ? "dòng" : "ô";
      return ranges.length === 0 ? where : `${where}, ${word} ${ranges.join(", ")}`;
    })
    .join("; ");
}

/** 2, 3, 4, 7 → 2–4, 7–7. */
function joinRows(rows: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges;
}
