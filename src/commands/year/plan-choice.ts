import { nameKey } from "../../domain/name.js";
import { describeOwnPlans, listPlanLevels, type PlanInUse, takePlans } from "../../domain/plan-level.js";
import type { YearResults } from "../../domain/progress.js";
import { createColumnsReader } from "../../store/import.js";
import type { Db } from "../../store/open.js";
import { readSettings } from "../../store/setting.js";
import { readYearResults } from "../../store/year.js";
import type { CommandSpec } from "../context/context.js";
import { findNamed } from "./names.js";

/** --plan, of every command that computes from plans. */
export const PLAN_OPTION: NonNullable<CommandSpec["options"]>[number] = {
  flags: "--plan <cấp>",
  description: 'tính theo kế hoạch của cấp nào khi bảng có nhiều cột kế hoạch, ví dụ "Huyện giao"',
};

/** A year with, as each result's plan, the one that counts. */
export interface PlannedYear extends YearResults {
  /** null where the year has no more than one plan. */
  plan: PlanInUse | null;
}

/**
 * The year as it is computed with: by the plans of the level `wanted`, else of the setting plan.level, else each sheet's
 * own. Throws UserError for a wanted level that the year does not have.
 */
export function readPlannedYear(db: Db, year: number, wanted: string | null): PlannedYear {
  const data = readYearResults(db, year);
  const levels = listPlanLevels(data.results);
  const preset = wanted === null ? (readSettings(db).get("plan.level") ?? null) : null;
  const isKnown = preset !== null && levels.some((level) => nameKey(level) === nameKey(preset));
  const typed = wanted ?? (isKnown ? preset : null);
  if (typed === null) {
    const unknown = levels.length === 0 ? null : preset;
    const plan = levels.length > 1 || unknown !== null ? { ...describeOwnPlans(data.results, levels), unknown } : null;
    return { ...data, plan };
  }
  const level = findNamed(
    "cấp kế hoạch",
    levels.map((name) => ({ name })),
    typed,
  ).name;
  if (levels.length === 1) return { ...data, plan: null };
  const { results, lacking } = takePlans(data.results, level, createColumnsReader(db));
  const others = levels.filter((other) => other !== level);
  return { ...data, results, plan: { level, others, lacking, unknown: null } };
}

/** Whether the year has plans of that level: last year may not. */
export function hasPlanLevel(db: Db, year: number, level: string): boolean {
  return listPlanLevels(readYearResults(db, year).results).some((known) => nameKey(known) === nameKey(level));
}
