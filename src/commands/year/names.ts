import { nameKey, nearestName, unitKey } from "../../domain/name.js";
import { UserError } from "../../errors.js";
import type { Db } from "../../store/open.js";
import { findUnitId, listUnitNames } from "../../store/unit.js";

/** The unit a person typed, among those of the year. Throws UserError with the nearest name. */
export function findUnit<T extends { id: number; name: string }>(db: Db, units: readonly T[], typed: string): T {
  const id = findUnitId(db, typed);
  const exact = units.find((unit) => unit.id === id);
  if (exact !== undefined) return exact;
  // "lâm bình" for "Huyện Lâm Bình", when it is the only one that ends so.
  const ending = units.filter((unit) => unitKey(unit.name).endsWith(` ${nameKey(typed)}`));
  if (ending.length === 1 && ending[0] !== undefined) return ending[0];
  const known = new Set(units.map((unit) => unit.id));
  const names = listUnitNames(db)
    .filter((entry) => known.has(entry.id))
    .map(({ name }) => name);
  throw unknownName(
    "đơn vị",
    typed,
    names,
    units.map(({ name }) => name),
  );
}

/** The named thing a person typed (indicator, cluster, criterion), by name or code. Throws UserError with the nearest name. */
export function findNamed<T extends { name: string; code?: string | null; aliases?: readonly string[] }>(
  what: string,
  things: readonly T[],
  typed: string,
): T {
  const key = nameKey(typed);
  const found =
    things.find(({ name, code }) => nameKey(name) === key || (code != null && nameKey(code) === key)) ??
    things.find(({ aliases = [] }) => aliases.some((alias) => nameKey(alias) === key));
  if (found !== undefined) return found;
  const starting = things.filter(({ name }) => nameKey(name).startsWith(key));
  if (starting.length === 1 && starting[0] !== undefined) return starting[0];
  const names = things.map(({ name }) => name);
  throw unknownName(what, typed, names, names);
}

function unknownName(what: string, typed: string, candidates: readonly string[], all: readonly string[]): UserError {
  const near = nearestName(typed, candidates);
  const list =
    all.length === 0 ? `Năm này chưa có ${what} nào.` : `Các ${what} hiện có: ${[...new Set(all)].join("; ")}.`;
  return new UserError(`Không có ${what} "${typed}".`, near === null ? list : `Có phải là "${near}"? ${list}`);
}
