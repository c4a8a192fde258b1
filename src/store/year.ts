import type { YearResults } from "../domain/progress.js";
import { listIndicators } from "./indicator.js";
import type { Db } from "./open.js";
import { listResults } from "./result.js";
import { listUnits } from "./unit.js";

/** All that a year holds about indicators, in one reading. */
export function readYearResults(db: Db, year: number): YearResults {
  return { year, units: listUnits(db, year), indicators: listIndicators(db), results: listResults(db, year) };
}
