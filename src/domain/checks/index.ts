import { awardBeyondAuthority, decidedBeforeAchievement } from "./awards.js";
import type { Check, CheckedYear, Found, Severity } from "./check.js";
import { directionDoubtful } from "./direction.js";
import { indicatorExactlyMet, unitExactlyMet } from "./exactly-met.js";
import { farOverPlan, farUnderPlan, rateOverWhole } from "./far-from-plan.js";
import { identicalResults } from "./identical.js";
import { mixedMeasures, mixedMoneyMeasures } from "./measures.js";
import {
  clusterWithoutRubric,
  missingPlan,
  missingResult,
  notANumber,
  unitWithoutCluster,
  unitWithoutResults,
  zeroPlan,
} from "./missing.js";
import { missingScore, missingSelfScore } from "./missing-score.js";
import { overMaximum, scoreWithoutCriterion, unboundedBonus } from "./rubric.js";
import { selfAboveVerified, selfTotalAboveVerified } from "./self-above-verified.js";
import { statedDiffers, statedLabel, statedRounding, statedTruncation } from "./stated.js";
import { tenfold } from "./tenfold.js";

/** THE LIST of what `check` looks for; within one severity, findings come in this order. */
export const CHECKS: readonly Check[] = [
  unitWithoutResults,
  missingResult,
  missingScore,
  overMaximum,
  tenfold,
  mixedMoneyMeasures,
  statedDiffers,
  unitWithoutCluster,
  clusterWithoutRubric,
  directionDoubtful,
  missingPlan,
  zeroPlan,
  notANumber,
  scoreWithoutCriterion,
  unboundedBonus,
  rateOverWhole,
  farOverPlan,
  farUnderPlan,
  identicalResults,
  unitExactlyMet,
  selfTotalAboveVerified,
  selfAboveVerified,
  missingSelfScore,
  statedLabel,
  decidedBeforeAchievement,
  indicatorExactlyMet,
  mixedMeasures,
  statedTruncation,
  statedRounding,
  awardBeyondAuthority,
];

export const SEVERITY_TEXT: Readonly<Record<Severity, string>> = {
  high: "Cần xử lý",
  medium: "Cần kiểm tra lại",
  low: "Nên xem lại",
};

/** All that one check found. */
export interface CheckResult {
  check: Check;
  found: Found[];
}

/** What the checks find in a year, worst first; checks that find nothing are left out. */
export function checkYear(year: CheckedYear): CheckResult[] {
  const severities = Object.keys(SEVERITY_TEXT);
  const told = new Set<string>();
  const isNew = ({ family }: Check, { place }: Found): boolean => {
    if (family === undefined || place?.result === undefined) return true;
    const figure = `${family}|${place.result.unitId}|${place.result.indicatorId}|${place.field}`;
    const isFirst = !told.has(figure);
    told.add(figure);
    return isFirst;
  };
  return CHECKS.map((check) => ({ check, found: check.find(year).filter((found) => isNew(check, found)) }))
    .filter(({ found }) => found.length > 0)
    .sort((one, other) => severities.indexOf(one.check.severity) - severities.indexOf(other.check.severity));
}
