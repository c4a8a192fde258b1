import type { FormatSpec } from "../table/format.js";
import { headerKey } from "../table/header-key.js";

/** What a person says headers mean: `headerKey` of the header → field or header of a column we know; null = not read. */
export type HeaderMap = ReadonlyMap<string, string | null>;

/** The formats with the mapped headers as those of the columns they stand for, and of no others. */
export function withHeaders(formats: readonly FormatSpec[], headers: HeaderMap): readonly FormatSpec[] {
  if (headers.size === 0) return formats;
  return formats.map((format) => {
    const fieldOf = (wanted: string) => format.columns.find((column) => standsFor(wanted, column))?.field ?? null;
    const given = [...headers].map(([key, wanted]) => [key, wanted === null ? null : fieldOf(wanted)] as const);
    return { ...format, given: new Map(given) };
  });
}

/** Whether `wanted` (a field, or a header as docs/formats.md has it) names the column. */
export function standsFor(wanted: string, { field, header }: { field: string; header: string }): boolean {
  return wanted === field || headerKey(wanted) === headerKey(header);
}

/** The shape of a header row: its headers in their order, as they are compared. Two files of one form have one shape. */
export function shapeOf(cells: readonly string[]): string {
  return cells.map(headerKey).join("|");
}
