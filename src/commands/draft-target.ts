import type { DraftMember, DraftTarget } from "../documents/draft.js";
import { splitArea, unitInProse } from "../documents/prose/words.js";
import { taskLines } from "../documents/report-words.js";
import { assessProgress } from "../domain/progress.js";
import type { UnitOfYear } from "../domain/unit.js";
import { listMovements } from "../store/movement.js";
import type { Db } from "../store/open.js";
import { listReportTexts } from "../store/report-text.js";
import { readYearResults } from "../store/year.js";
import { readPlannedYear } from "./plan-choice.js";
import { bodyOf } from "./report-issuer.js";
import { concerns } from "./report-year.js";

/** What is known of the year a document looks at, for its units; `cluster` null: for the whole year. */
export function readTarget(
  db: Db,
  year: number,
  { cluster, units }: { cluster: string | null; units: readonly UnitOfYear[] },
): DraftTarget {
  const ids = new Set(units.map(({ id }) => id));
  const planned = readPlannedYear(db, year, null);
  const last = readYearResults(db, year - 1);
  const reported = [planned, last]
    .map(({ results }) => new Set(results.filter(({ unitId }) => ids.has(unitId)).map((result) => result.indicatorId)))
    .find(({ size }) => size > 0);
  return {
    year,
    tasks: taskLines(
      listReportTexts(db, year - 1).filter((text) => concerns(text, { kind: "cluster", name: cluster })),
      "phuong-huong",
    ),
    movements: listMovements(db, year),
    indicators: planned.indicators.filter(({ id }) => reported?.has(id) === true),
    progress: assessProgress(planned).filter(({ unit }) => ids.has(unit.id)),
  };
}

/** The units as documents name them, in their order. */
export function toMembers(units: readonly UnitOfYear[]): DraftMember[] {
  return units.map((unit) => {
    const name = unitInProse(unit);
    return { name, body: bodyOf({ prose: name, isArea: splitArea(name).type !== null }), role: unit.role };
  });
}
