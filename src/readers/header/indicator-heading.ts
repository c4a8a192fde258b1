import { unitKey } from "../../domain/name.js";
import { measureInName } from "../cell/measure.js";
import type { IndicatorHeading } from "../table/format.js";
import { headingText, isClusterLabel, isHeadingOrdinal, isTotalLabel } from "../table/row-kind.js";
import { namesUnit } from "../table/sheet-unit.js";
import { unitOfHeading } from "../table/unit-heading.js";
import type { ColumnMap } from "./settle-columns.js";

const FIGURES = new Set(["planned", "actual", "previous"]);

/**
 * Headings that name indicators in a sheet whose rows are units, by the 0-based row of `rows`; those above `first` are no
 * part of it. None unless a unit stands under two of them: what each unit stands under once sorts the units.
 */
export function findIndicatorHeadings(
  rows: readonly string[][],
  first: number,
  { columns, ordinals }: ColumnMap,
  clean: (raw: string) => string,
  known: readonly string[],
): ReadonlyMap<number, IndicatorHeading> {
  const unit = columns.get("unit");
  const none = new Map<number, IndicatorHeading>();
  if (unit === undefined || columns.has("indicator")) return none;
  const knownKeys = new Set(known.map(unitKey));
  const figures = [...columns].flatMap(([field, { index }]) => (FIGURES.has(field) ? index : []));
  const hasFigures = (cells: readonly string[]) => figures.some((column) => clean(cells[column] ?? "") !== "");
  const nameHeading = (cells: readonly string[]): string | null => {
    const lone = hasFigures(cells) ? null : unitOfHeading(cells.map(clean).filter((text) => text !== ""));
    const isNumbered = ordinals.some((column) => isHeadingOrdinal(clean(cells[column] ?? "")));
    const name = lone ?? (isNumbered ? headingText(clean(cells[unit.index] ?? "")) : "");
    const isOther = namesUnit(name) || knownKeys.has(unitKey(name)) || isTotalLabel(name) || isClusterLabel(name);
    return name === "" || isOther ? null : name;
  };
  const found = new Map<number, IndicatorHeading>();
  const under = new Map<string, string>();
  let doesRepeat = false;
  let above: { row: number; name: string } | null = null;
  for (let row = first; row < rows.length; row++) {
    const cells = rows[row] ?? [];
    const name = nameHeading(cells);
    if (name !== null) above = { row, name };
    const text = clean(cells[unit.index] ?? "");
    if (name !== null || text === "" || isTotalLabel(text) || !hasFigures(cells)) continue;
    if (above === null) return none;
    const own = clean(rows[above.row]?.[columns.get("measure")?.index ?? -1] ?? "");
    found.set(above.row, { name: above.name, measure: own === "" ? measureInName(above.name) : own });
    const before = under.get(unitKey(text));
    if (before !== undefined && before !== above.name) doesRepeat = true;
    under.set(unitKey(text), above.name);
  }
  return doesRepeat ? found : none;
}
