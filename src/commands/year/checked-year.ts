import { deciderOf } from "../../domain/authority.js";
import { buildRubric } from "../../domain/build-rubric.js";
import type { CheckedRubric, CheckedScore, CheckedYear } from "../../domain/checks/check.js";
import type { Law } from "../../domain/law/law.js";
import { assessProgress } from "../../domain/progress.js";
import { readGiven } from "../../domain/rubric.js";
import type { UnitOfYear } from "../../domain/unit.js";
import { subjectOfName } from "../../readers/formats/subject.js";
import { listAwardHistory, listAwards } from "../../store/award.js";
import type { Db } from "../../store/open.js";
import { listResults } from "../../store/result.js";
import { listRubrics, type StoredRubric } from "../../store/rubric.js";
import { listScores } from "../../store/score.js";
import { readSettings } from "../../store/setting.js";
import { readOffice } from "../context/office.js";
import { indexHandValues } from "./hand-values.js";
import type { PlannedYear } from "./plan-choice.js";

/** All that the checks look at; `today` is YYYY-MM-DD, `data` the year by the plans that count. */
export function readCheckedYear(db: Db, year: number, today: string, data: PlannedYear, law: Law): CheckedYear {
  const before = new Map(listResults(db, year - 1).map((result) => [`${result.unitId}|${result.indicatorId}`, result]));
  const { issuer } = readOffice(readSettings(db));
  const byHand = indexHandValues(db, year);
  return {
    year,
    units: data.units,
    progress: assessProgress(data),
    isCorrected: (unitId, indicatorId) => byHand.has(`${unitId}|${indicatorId}`),
    resultLastYear: (unitId, indicatorId) => before.get(`${unitId}|${indicatorId}`) ?? null,
    rubrics: readRubricsInForce(db, year, data.units, law),
    awards: listAwards(db, year),
    history: listAwardHistory(db),
    decider: issuer === null ? null : deciderOf(issuer),
    law,
    subjectOfName,
    today,
  };
}

/** The rubrics that `rank` uses when none is named, each with the units of its clusters. */
function readRubricsInForce(db: Db, year: number, units: readonly UnitOfYear[], law: Law): CheckedRubric[] {
  const rubrics = listRubrics(db, year);
  const inForce = (unit: UnitOfYear) => rubrics.find(({ cluster }) => cluster === null || cluster === unit.cluster);
  return rubrics.flatMap((stored) => {
    const ranked = units.filter((unit) => inForce(unit) === stored);
    return ranked.length === 0 ? [] : [readRubric(db, stored, ranked, law)];
  });
}

function readRubric(db: Db, stored: StoredRubric, units: readonly UnitOfYear[], { findAward }: Law): CheckedRubric {
  const { rubric, problems } = buildRubric(stored.criteria, stored.name, findAward);
  const scores = listScores(db, stored.id).map(
    ({ unitId, codeKey, selfScore: self, crossScore: cross, verifiedScore: verified, cases, parts }): CheckedScore => ({
      unitId,
      codeKey,
      ...readGiven({ self, cross, verified, cases }),
      sourceOf: (part) => {
        const { importId = 0, row = 1 } = parts.find((one) => one.part === part) ?? parts[0] ?? {};
        return { importId, row };
      },
    }),
  );
  return { rubric, problems, importId: stored.importId, units, scores };
}
