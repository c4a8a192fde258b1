import type { HeaderProblem } from "../header/column-trouble.js";
import type { ColumnMap } from "../header/settle-columns.js";
import { measureOfTitle } from "../header/title.js";
import type { FormatSpec } from "../table/format.js";
import type { SheetReading, SheetUnit } from "../table/reading.js";
import { findSheetUnit, findSureUnit, type UnitHints } from "../table/sheet-unit.js";
import { SHEET_MEASURE } from "../table/table.js";
import { findUnitHeadings } from "../table/unit-heading.js";

// What a sheet says once for all its rows, or above some of them, instead of in a column.

/** The unit of a sheet that has no column for it but may name it once; null when it has one, or nothing tells. */
export function findUnit(
  { file, sheet }: SheetReading,
  title: readonly (readonly string[])[],
  map: ColumnMap,
  format: FormatSpec,
  hints: UnitHints,
): SheetUnit | null {
  const spec = format.columns.find((column) => column.wholeSheet === true);
  if (spec === undefined || map.columns.has(spec.field)) return null;
  const place = { file, sheet, title };
  return spec.required ? findSheetUnit(place, hints) : findSureUnit(place, hints);
}

/** What holds for every row: the unit of the sheet, and the measure said in a title line or in the header of the figures. */
export function fixWholeSheet(
  unit: SheetUnit | null,
  { columns, measure }: ColumnMap,
  title: readonly (readonly string[])[],
): ReadonlyMap<string, string> {
  const fixed: [string, string][] = unit === null ? [] : [["unit", unit.name]];
  const stated = columns.has("measure") ? null : (measure ?? measureOfTitle(title));
  return new Map([...fixed, ...nameMeasure(stated)]);
}

export function nameMeasure(measure: string | null): [string, string][] {
  return measure === null ? [] : [[SHEET_MEASURE, measure]];
}

/** Units heading their own rows in a sheet without a column for them; --unit says that there is but one. */
export function findHeadings(
  below: readonly string[][],
  unit: SheetUnit | null,
  map: ColumnMap,
  format: FormatSpec,
  clean: (raw: string) => string,
  { knownUnits }: UnitHints,
): ReadonlyMap<string, string> {
  if (format.id !== "ket-qua" || map.columns.has("unit") || unit?.from === "option") return new Map();
  return findUnitHeadings(below, clean, knownUnits);
}

/** What is wrong with the header, a column that the whole sheet stands for being no loss. */
export function headerProblems(
  map: ColumnMap,
  { hasUnit, hasIndicator }: { hasUnit: boolean; hasIndicator: boolean },
  format: FormatSpec,
): HeaderProblem[] {
  const spec = format.columns.find((column) => column.wholeSheet === true);
  const headed = format.columns
    .filter((column) => column.fromHeading === true || (hasIndicator && column.field === "indicator"))
    .map(({ header }) => header);
  return map.problems.flatMap((problem): HeaderProblem[] => {
    if (problem.code === "missing-column" && headed.includes(problem.column ?? "")) return [];
    if (problem.code !== "missing-column" || problem.column !== spec?.header) return [problem];
    if (hasUnit) return [];
    return [{ ...problem, hint: `${problem.hint} Nếu cả bảng là của một đơn vị, thêm --unit "TÊN ĐƠN VỊ".` }];
  });
}
