import { unitKey } from "../../domain/name.js";
import { headingText, isOrdinal } from "./row-kind.js";
import { namesUnit } from "./sheet-unit.js";

/**
 * Units that stand as headings above their own rows ("I | Xã Đông", "Xã Tây"), by `unitKey`; none unless there are two,
 * for a lone one may be anything. `rows` are those below the header.
 */
export function findUnitHeadings(
  rows: readonly string[][],
  clean: (raw: string) => string,
  known: readonly string[],
): ReadonlyMap<string, string> {
  const knownKeys = new Set(known.map(unitKey));
  const found = new Map<string, string>();
  for (const cells of rows) {
    const name = unitOfHeading(cells.map(clean).filter((text) => text !== ""));
    if (name === null) continue;
    const key = unitKey(name);
    if (!found.has(key) && (knownKeys.has(key) || namesUnit(name))) found.set(key, name);
  }
  return found.size < 2 ? new Map() : found;
}

/** The name in a row that holds nothing else but its number; null for other rows. */
export function unitOfHeading(texts: readonly string[]): string | null {
  const words = texts.filter((text) => !isOrdinal(text));
  return words.length === 1 ? headingText(words[0] ?? "").replace(/\s*:$/, "") : null;
}
