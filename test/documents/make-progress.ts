import type { Direction, Measurement } from "../../src/domain/indicator.js";
import { assessProgress, type ProgressRow } from "../../src/domain/progress.js";

/** What one unit reports: planned, actual, previous year; `assigned: false` is "Không giao"; `percent` is what its sheet claims. */
export interface MadeResult {
  planned?: Measurement;
  actual?: Measurement;
  previous?: Measurement;
  assigned?: boolean;
  reason?: string;
  measure?: string;
  percent?: string;
  /** Further plans by level, beside the one of the level "Tỉnh giao". */
  otherPlans?: Record<string, string>;
}

export interface MadeIndicator {
  name?: string;
  measure?: string | null;
  direction?: Direction;
  group?: string | null;
  additive?: boolean;
  /** By unit; null: nothing was sent. */
  results: Record<string, MadeResult | null>;
}

/** Progress rows of one cluster, the units in the order of the first indicator. */
export function makeProgress(...made: MadeIndicator[]): ProgressRow[] {
  const source = { importId: 1, row: 2 };
  const names = [...new Set(made.flatMap(({ results }) => Object.keys(results)))];
  const units = names.map((name, index) => ({
    id: index + 1,
    name,
    code: null,
    kind: null,
    level: null,
    headcount: null,
    cluster: "Cụm thi đua số 1",
    role: null,
    source,
  }));
  const indicators = made.map(({ name, measure, direction, group, additive }, index) => ({
    id: index + 1,
    name: name ?? "Trồng rừng",
    code: null,
    group: group ?? null,
    measure: measure === undefined ? "ha" : measure,
    direction: direction ?? "higher",
    additive: additive ?? null,
    source,
  }));
  const results = made.flatMap(({ results: byUnit }, index) =>
    Object.entries(byUnit).flatMap(([name, result]) =>
      result === null
        ? []
        : [
            {
              unitId: names.indexOf(name) + 1,
              indicatorId: index + 1,
              measure: result.measure ?? null,
              assigned: result.assigned ?? true,
              planned: result.planned ?? null,
              actual: result.actual ?? null,
              previous: result.previous ?? null,
              stated: { attainmentPercent: result.percent ?? null, evaluation: null },
              reason: result.reason ?? null,
              note: null,
              ...(result.otherPlans === undefined ? {} : { planLevel: "Tỉnh giao", otherPlans: result.otherPlans }),
              source,
            },
          ],
    ),
  );
  return assessProgress({ year: 2021, units, indicators, results });
}

/** Results against a plan of 100, so that each figure is its own percentage. */
export function percents(figures: Record<string, string>): Record<string, MadeResult> {
  return Object.fromEntries(Object.entries(figures).map(([unit, actual]) => [unit, { planned: "100", actual }]));
}
