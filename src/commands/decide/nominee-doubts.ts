import { ELIGIBILITY_CHECKS } from "../../domain/eligibility/index.js";
import type { Law } from "../../domain/law/law.js";
import { formatWhole } from "../../domain/number.js";
import { listAwards } from "../../store/award.js";
import type { Db } from "../../store/open.js";
import { readCheckedYear } from "../year/checked-year.js";
import { readPlannedYear } from "../year/plan-choice.js";

const MOST_NAMED = 3;

/**
 * What speaks against signing for these nominees by the law of that day: a sentence for each check of the highest severity
 * that finds something, with whom it is about.
 */
export function listDoubts(db: Db, year: number, ids: readonly number[], day: string, law: Law): string[] {
  const checked = readCheckedYear(db, year, day, readPlannedYear(db, year, null), law);
  const chosen = new Set(ids);
  const awards = listAwards(db, year).flatMap((award) =>
    chosen.has(award.id) ? { ...award, decisionDate: award.decisionDate ?? day } : [],
  );
  return ELIGIBILITY_CHECKS.filter(({ severity }) => severity === "high").flatMap(({ title, find }) => {
    const found = find({ ...checked, awards });
    const names = [...new Set(found.flatMap(({ nominee }) => nominee ?? []))];
    if (names.length === 0) return [];
    const rest = names.length - MOST_NAMED;
    const who = `${names.slice(0, MOST_NAMED).join(", ")}${rest > 0 ? ` và ${formatWhole(rest)} trường hợp khác` : ""}`;
    const source = found[0]?.law?.text;
    return [`${title}: ${who}${source === undefined ? "" : ` (${source})`}. Xem cách xử lý: thidua check`];
  });
}
