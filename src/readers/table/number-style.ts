import { StyleEvidence } from "../cell/number.js";
import { isMarkedNumber } from "../cell/typed-cell.js";
import type { CellKind, Table } from "./format.js";

/** How the file writes its numbers, from all cells of its numeric columns. */
export function judgeStyle(table: Table): Table["style"] {
  const evidence = new StyleEvidence();
  const numeric = [...table.columns.values()].filter(({ kind }) => NUMERIC.has(kind)).map(({ index }) => index);
  for (let row = table.headerIndex + 1; row < table.rows.length; row++) {
    for (const index of numeric) {
      const raw = table.rows[row]?.[index] ?? "";
      // A number of a workbook is no writing: it says nothing of how the texts beside it are meant.
      if (!isMarkedNumber(raw)) evidence.add(raw);
    }
  }
  return evidence.style;
}

/** Kinds of cells that hold numbers. */
export const NUMERIC: ReadonlySet<CellKind> = new Set<CellKind>(["measurement", "number", "stated-number", "whole"]);
