import { findLookalikes, toLatin, twinKey } from "../../domain/lookalike.js";
import type { Problem } from "../../domain/problem.js";
import { listIndicators } from "../../store/indicator.js";
import type { Db } from "../../store/open.js";
import { listUnitNames } from "../../store/unit.js";
import { type IncomingSheet, problemAt } from "./sheet.js";

/** Names of units and indicators, each as its table has it, before a sheet is stored. */
export interface NamesBefore {
  units: ReadonlySet<string>;
  indicators: ReadonlySet<string>;
}

export function listNames(db: Db): NamesBefore {
  return {
    units: new Set(listUnitNames(db).map(({ name }) => name)),
    indicators: new Set(listIndicators(db).map(({ name }) => name)),
  };
}

/** Warns of each name the sheet brought that has letters that only look Latin, or is easily taken for another one. */
export function warnOfTwins(db: Db, sheet: IncomingSheet, before: NamesBefore): Problem[] {
  const units = listUnitNames(db);
  const indicators = listIndicators(db).map(({ id, name }) => ({ id, name }));
  const { format } = sheet.reading.content ?? {};
  return [
    ...warnOf(sheet, units, before.units, { what: "đơn vị", field: format === "don-vi" ? "name" : "unit" }),
    ...warnOf(sheet, indicators, before.indicators, {
      what: "chỉ tiêu",
      field: format === "chi-tieu" ? "name" : "indicator",
    }),
  ];
}

function warnOf(
  sheet: IncomingSheet,
  all: readonly { id: number; name: string }[],
  before: ReadonlySet<string>,
  { what, field }: { what: string; field: string },
): Problem[] {
  const byTwin = new Map<string, { id: number; name: string }>();
  const told = new Set<string>();
  const rowOf = findRows(sheet, field);
  // Names that were there come first, so that a new one is told as the twin of an old one.
  const ordered = [...all.filter(({ name }) => before.has(name)), ...all.filter(({ name }) => !before.has(name))];
  return ordered.flatMap(({ id, name }) => {
    const key = twinKey(name);
    const twin = byTwin.get(key);
    if (twin === undefined) byTwin.set(key, { id, name });
    if (before.has(name) || told.has(name)) return [];
    told.add(name);
    const problems: Problem[] = [];
    const letters = findLookalikes(name);
    if (letters.length > 0) {
      const shown = letters.map((letter) => `“${letter}” (${codeOf(letter)})`).join(", ");
      const message = `Tên ${what} có chữ trông giống chữ Việt nhưng không phải: ${shown}.`;
      const hint = `Gõ lại thành “${toLatin(name)}”.`;
      problems.push(
        problemAt(sheet, rowOf(name), field, name, { code: "lookalike-letter", message, hint, severity: "warning" }),
      );
    }
    if (twin !== undefined && twin.id !== id) {
      const message = `Tên ${what} này chỉ khác “${twin.name}” ở dấu, khoảng cách hoặc chữ trông giống nhau; đang để là hai ${what}.`;
      const hint = `Nếu là một, hoàn tác rồi sửa tên cho giống nhau (hoặc dùng --map) và nạp lại.`;
      problems.push(
        problemAt(sheet, rowOf(name), field, name, { code: "near-twin", message, hint, severity: "warning" }),
      );
    }
    return problems;
  });
}

function codeOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The first row of each name in the sheet, gathered at the first question: most sheets have nothing to tell. */
function findRows(sheet: IncomingSheet, field: string): (name: string) => number | null {
  let rows: Map<unknown, number> | null = null;
  const gather = () => {
    const found = new Map<unknown, number>();
    for (const record of sheet.reading.content?.records ?? []) {
      const name = Object.entries(record).find(([key]) => key === field)?.[1];
      if (!found.has(name)) found.set(name, record.row);
    }
    return found;
  };
  return (name) => {
    rows ??= gather();
    return rows.get(name) ?? null;
  };
}
