import type { Measurement, TypedAmount } from "../../domain/indicator.js";
import { isTypedAmount } from "../../domain/measurement.js";
import type { ColumnSpec, FormatSpec } from "../../readers/index.js";
import type { OutgoingCell, OutgoingColumn } from "../../terminal/outgoing-sheet.js";

/** A record by the fields of its format's columns; fields without a column are left out of the sheet. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** The columns we write: all the format reads. */
export function writtenColumns(format: FormatSpec): ColumnSpec[] {
  return format.columns.filter(({ ignored }) => ignored !== true);
}

/** How a column looks in a workbook. */
export function toOutgoingColumn({ header, kind, words }: ColumnSpec): OutgoingColumn {
  const choices = kind === "yes-no" ? Object.values(YES_NO) : [...new Set(Object.values(words ?? {}))];
  if (kind === "date" || kind === "prose") return { header, kind, choices };
  return { header, kind: NUMBERS.has(kind) ? "number" : "text", choices };
}

const NUMBERS = new Set(["measurement", "number", "stated-number", "whole", "year"]);
const YES_NO = { true: "có", false: "không" } as const;
const PASS = { true: "Đạt", false: "Không đạt" } as const;

/** A record's cells under `columns`, each as its format reads it back. */
export function toCells(columns: readonly ColumnSpec[], values: FieldValues): OutgoingCell[] {
  return columns.map((column) => toCell(column, values[column.field] ?? null));
}

function toCell({ kind, words }: ColumnSpec, value: unknown): OutgoingCell {
  if (value === null || value === "") return null;
  if (Array.isArray(value)) return value.length === 0 ? null : { text: value.join("; ") };
  if (typeof value === "boolean") return { text: (kind === "yes-no" ? YES_NO : PASS)[`${value}`] };
  if (typeof value === "number") return { decimal: String(value) };
  // A range, a bound or words go out as they were typed.
  const text = isTypedAmount(value as Measurement) ? (value as TypedAmount).text : String(value);
  if (NUMBERS.has(kind) && /^-?\d+(\.\d+)?$/.test(text)) return { decimal: text };
  return { text: words?.[text] ?? text };
}

/** A record for JSON: its values with decimals as plain numbers; unknown is null. */
export function toJsonRow(columns: readonly ColumnSpec[], values: FieldValues): Record<string, unknown> {
  const shown = columns.map(({ field, kind }) => {
    const value = values[field] ?? null;
    return [field, typeof value === "string" && NUMBERS.has(kind) && /^-?\d/.test(value) ? Number(value) : value];
  });
  return Object.fromEntries(shown);
}
