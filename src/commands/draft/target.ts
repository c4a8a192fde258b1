import type { DraftMember, DraftTarget } from "../../documents/draft/draft.js";
import { splitArea, unitInProse } from "../../documents/prose/words.js";
import { taskLines } from "../../documents/report/words.js";
import { buildRubric } from "../../domain/build-rubric.js";
import type { Law } from "../../domain/law/law.js";
import { formatNumber } from "../../domain/number.js";
import { assessProgress } from "../../domain/progress.js";
import { rulesFor } from "../../domain/proposal-rule.js";
import type { UnitOfYear } from "../../domain/unit.js";
import { capitalize } from "../../domain/upper-case.js";
import { listMovements } from "../../store/movement.js";
import type { Db } from "../../store/open.js";
import { listReportTexts } from "../../store/report-text.js";
import { listRubrics } from "../../store/rubric.js";
import { readYearResults } from "../../store/year.js";
import { bodyOf } from "../report/issuer.js";
import { readRules } from "../report/propose-year.js";
import { concerns } from "../report/year.js";
import { readPlannedYear } from "../year/plan-choice.js";

/** What is known of the year a document looks at, for its units. */
export function readTarget(db: Db, year: number, units: readonly UnitOfYear[], law: Law): DraftTarget {
  const clusters = [...new Set(units.map((unit) => unit.cluster))];
  const [cluster = null] = clusters.length === 1 ? clusters : [];
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
    scale: readScale(db, year, cluster, law),
    rewards: readRewards(db, law, cluster),
  };
}

function readScale(db: Db, year: number, cluster: string | null, { findAward }: Law): DraftTarget["scale"] {
  const stored = listRubrics(db, year).find((rubric) => rubric.cluster === null || rubric.cluster === cluster);
  if (stored === undefined) return null;
  const { criteria, maxScore } = buildRubric(stored.criteria, stored.name, findAward).rubric;
  const groups = criteria.filter(({ parent }) => parent === null);
  return {
    maxScore: formatNumber(maxScore),
    groups: groups.map(({ name, max }) => ({ name, max: formatNumber(max) })),
  };
}

/** The rules of the setting, their arrow as a colon; the program's default ones are a habit, not the cluster's word. */
function readRewards(db: Db, law: Law, cluster: string | null): string[] {
  const { rules, origin } = readRules(db, law, []);
  if (origin === "default") return [];
  return rulesFor(cluster, rules).map(({ text }) =>
    capitalize(text.replace(/^[^|]*\|\s*/u, "").replace(/\s*(?:→|->|=>|:)\s*/u, ": ")),
  );
}

/** The units as documents name them, in their order. */
export function toMembers(units: readonly UnitOfYear[]): DraftMember[] {
  return units.map((unit) => {
    const described = describeUnit(unit);
    return { unitId: unit.id, name: described.prose, body: bodyOf(described), role: unit.role };
  });
}

/** As prose writes it, and whether it is an area, which its committee acts for. */
export function describeUnit(unit: UnitOfYear): { prose: string; isArea: boolean } {
  const prose = unitInProse(unit);
  return { prose, isArea: splitArea(prose).type !== null };
}
