import type { Indicator } from "../../domain/indicator.js";
import { nameKey, unitKey } from "../../domain/name.js";
import { matchUnit } from "../../readers/table/sheet-unit.js";
import { addIndicatorAlias, listIndicators } from "../../store/indicator.js";
import type { Db } from "../../store/open.js";
import { addUnitAlias, listUnitNames } from "../../store/unit.js";
import type { IncomingSheet } from "./sheet.js";

/** The units that a sheet may name, by `unitKey` of their names; an answered name is remembered as an alias. */
export function knowUnits(db: Db, sheet: IncomingSheet, importId: number) {
  const all = listUnitNames(db);
  const ids = new Map(all.map(({ key, id }) => [key, id]));
  const names = all.map(({ name }) => name);
  return {
    names,
    /** Nobody has described any: names in results are made. */
    isEmpty: ids.size === 0 || sheet.first.units,
    find(name: string, key: string): number | undefined {
      const id = ids.get(key);
      if (id !== undefined) return id;
      const answer = sheet.answers.units.get(key);
      if (answer === undefined) {
        // "Lâm Mẫu" is the one "Huyện Lâm Mẫu"; the sheet says so on each row, so that nothing need be remembered.
        const short = ids.get(unitKey(matchUnit(name, names) ?? ""));
        if (short !== undefined) ids.set(key, short);
        return short;
      }
      const target = answer === "new" ? undefined : ids.get(unitKey(answer.is));
      if (target === undefined) return undefined;
      addUnitAlias(db, target, name, importId);
      ids.set(key, target);
      return target;
    },
    isNew: (key: string) => sheet.answers.units.get(key) === "new",
    add: (key: string, id: number) => void ids.set(key, id),
  };
}

export type KnownIndicator = Pick<Indicator, "id" | "measure" | "direction">;

/** The indicators that a sheet may name, by `nameKey` of their names, codes and aliases; likewise. */
export function knowIndicators(db: Db, sheet: IncomingSheet, importId: number) {
  const all = listIndicators(db);
  const known = new Map<string, KnownIndicator>();
  for (const indicator of all) for (const alias of indicator.aliases ?? []) known.set(nameKey(alias), indicator);
  for (const indicator of all) {
    known.set(nameKey(indicator.name), indicator);
    if (indicator.code !== null) known.set(nameKey(indicator.code), indicator);
  }
  return {
    names: all.map(({ name }) => name),
    isEmpty: all.length === 0 || sheet.first.indicators,
    find(name: string, key: string): KnownIndicator | undefined {
      const indicator = known.get(key);
      if (indicator !== undefined) return indicator;
      const answer = sheet.answers.indicators.get(key);
      const target = answer === undefined || answer === "new" ? undefined : known.get(nameKey(answer.is));
      if (target === undefined) return undefined;
      addIndicatorAlias(db, target.id, name, importId);
      known.set(key, target);
      return target;
    },
    isNew: (key: string) => sheet.answers.indicators.get(key) === "new",
    add: (key: string, indicator: KnownIndicator) => void known.set(key, indicator),
  };
}
