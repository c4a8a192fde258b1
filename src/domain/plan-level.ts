import type { CellColumns, PlanField, Result, TypedCells } from "./indicator.js";
import { nameKey } from "./name.js";

/** What a further plan column of that level is called in `columns`, `cells` and `typed`. */
export function planField(level: string): PlanField {
  return `plan:${level}`;
}

/** The level of a further plan column; null for any other field. */
export function levelOfField(field: string): string | null {
  return field.startsWith("plan:") ? field.slice("plan:".length) : null;
}

/** What a plan is called whose header names nobody who gave it. */
const UNNAMED_LEVEL = "Kế hoạch";

/** Which of a year's plans counts; there is none to name where the year knows only one. */
export interface PlanInUse {
  /** null: in each sheet the one it has as its plan, and these differ. */
  level: string | null;
  /** The other levels the year has figures of; all of them when `level` is null. */
  others: string[];
  /** Results that have a plan of another level only, so that theirs counts as not known. */
  lacking: number;
  /** A level set as default that the year does not know. */
  unknown: string | null;
}

/** The levels the results have plans of, each as first written. */
export function listPlanLevels(results: readonly Result[]): string[] {
  const levels = new Map<string, string>();
  for (const result of results) {
    for (const level of levelsOf(result)) if (!levels.has(nameKey(level))) levels.set(nameKey(level), level);
  }
  return [...levels.values()];
}

function levelsOf({ planned, planLevel, otherPlans = {} }: Result): string[] {
  const others = Object.keys(otherPlans).filter((level) => otherPlans[level] !== null);
  return planned === null ? others : [planLevel ?? UNNAMED_LEVEL, ...others];
}

/** What counts when no level is chosen: the plan of each sheet. */
export function describeOwnPlans(results: readonly Result[], levels: readonly string[]): PlanInUse {
  const own = listPlanLevels(results.map(({ otherPlans: _, ...result }) => result));
  const level = own.length === 1 ? (own[0] ?? null) : null;
  return { level, others: levels.filter((other) => other !== level), lacking: 0, unknown: null };
}

/** The results with the plan of that level as theirs, and in how many it is not known. `columnsOf` are those of an import. */
export function takePlans(
  results: readonly Result[],
  level: string,
  columnsOf: (importId: number) => CellColumns,
): { results: Result[]; lacking: number } {
  const key = nameKey(level);
  let lacking = 0;
  const taken = results.map((result) => {
    if (levelsOf(result).length === 0 || nameKey(result.planLevel ?? UNNAMED_LEVEL) === key) return result;
    const name = Object.keys(result.otherPlans ?? {}).find((other) => nameKey(other) === key) ?? level;
    const taken = takePlan(result, name, columnsOf);
    if (taken.planned === null && taken.assigned) lacking++;
    return taken;
  });
  return { results: taken, lacking };
}

/** What a sheet states of its figures (%, Đạt) is of its own plan and falls away with it. */
function takePlan(result: Result, level: string, columnsOf: (importId: number) => CellColumns): Result {
  const field = planField(level);
  const { planned: own, typed: before, ...rest } = result;
  const { planned: _own, ...typed } = before ?? {};
  const cell = result.cells?.[field] ?? columnsOf(result.source.importId)[field];
  const planned = result.otherPlans?.[level] ?? null;
  const isRefused = planned === null && typed[field] !== undefined;
  return {
    ...rest,
    planned,
    // The sheet's own plan is now one of the others.
    ...(own === null ? {} : { otherPlans: { ...result.otherPlans, [result.planLevel ?? UNNAMED_LEVEL]: own } }),
    // A task that one level did not give may be given by another.
    assigned: planned !== null || (result.assigned && !isRefused),
    stated: { attainmentPercent: null, evaluation: null },
    isOtherPlan: true,
    ...describeTyped(typed, typed[field]),
    ...(cell === undefined ? {} : { cells: { ...result.cells, planned: cell } }),
  };
}

/** Absent when every cell was only its number. */
function describeTyped(typed: TypedCells, planned: string | undefined): Pick<Result, "typed"> {
  const all = planned === undefined ? typed : { ...typed, planned };
  return Object.keys(all).length === 0 ? {} : { typed: all };
}

/** "Tỉnh giao", or that each sheet has its own. */
export function namePlan({ level, others }: PlanInUse): string {
  return level ?? `theo từng bảng (${others.join(", ")})`;
}

/** "Kế hoạch: Tỉnh giao (còn có: Huyện giao)." */
export function describePlan(plan: PlanInUse): string {
  if (plan.level === null) return `Kế hoạch: ${namePlan(plan)}; chọn một cấp bằng --plan CẤP.`;
  const others = plan.others.length === 0 ? "" : ` (còn có: ${plan.others.join(", ")})`;
  return `Kế hoạch: ${plan.level}${others}.`;
}

/** What a person should know of the choice. */
export function listPlanNotes(plan: PlanInUse | null): string[] {
  if (plan === null) return [];
  return [
    ...(plan.lacking === 0
      ? []
      : [
          `${plan.lacking} kết quả không có kế hoạch “${plan.level}” nên coi là chưa có kế hoạch, không lấy kế hoạch cấp khác thay vào.`,
        ]),
    ...(plan.unknown === null
      ? []
      : [`Năm này không có kế hoạch “${plan.unknown}” (cài đặt plan.level); đã tính theo kế hoạch ${namePlan(plan)}.`]),
  ];
}

/** For JSON; null where there is only one plan. */
export function toJsonPlan(plan: PlanInUse | null): { level: string | null; others: string[]; lacking: number } | null {
  return plan === null ? null : { level: plan.level, others: plan.others, lacking: plan.lacking };
}
