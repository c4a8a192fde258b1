import type { Measurement, TypedCells } from "../../domain/indicator.js";
import { planField } from "../../domain/plan-level.js";
import type { ColumnSpec } from "../../readers/index.js";
import type { FieldValues } from "./sheet-cells.js";

/**
 * The columns of a sheet of results with those of the further plans its records have, each headed by its level; the plan
 * itself is headed by its level where that is the same in all.
 */
export function withPlanColumns(columns: readonly ColumnSpec[], records: readonly FieldValues[]): ColumnSpec[] {
  const levels = [...new Set(records.flatMap(({ otherPlans }) => Object.keys(otherPlans ?? {})))];
  const own = new Set(records.flatMap(({ planned, planLevel }) => (planned === null ? [] : [planLevel])));
  const [level] = own.size === 1 ? own : [];
  return columns.flatMap((column) => {
    if (column.field !== "planned") return [column];
    const header = typeof level === "string" ? level : column.header;
    return [{ ...column, header }, ...levels.map((name) => ({ ...column, field: planField(name), header: name }))];
  });
}

/** The further plans of a result as values of those columns. */
export function planValues(
  otherPlans: Readonly<Record<string, Measurement>> = {},
  typed: TypedCells = {},
): FieldValues {
  const entries = Object.entries(otherPlans).map(([level, value]) => [planField(level), value]);
  // "Không giao" under a further plan stands as typed.
  const refused = Object.entries(typed).filter(([field]) => field.startsWith(planField("")));
  return { ...Object.fromEntries(refused), ...Object.fromEntries(entries) };
}
