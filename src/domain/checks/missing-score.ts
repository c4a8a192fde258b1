import { nameKey } from "../name.js";
import { ZERO } from "../number.js";
import type { Criterion } from "../rubric-tree.js";
import type { Check, CheckedRubric, CheckedScore, CheckedYear, Found } from "./check.js";

export const missingScore: Check = {
  code: "missing-score",
  severity: "high",
  title: "Chưa có điểm chấm",
  hint: "Nạp bảng chấm điểm (thidua sheet cham-diem tạo bảng để điền). Chưa có điểm thì không được điểm nào.",
  limit: null,
  find: (year) =>
    eachUnit(year, (unit, criteria, scoreOf) => {
      const missing = criteria.filter((criterion) => !isScored(scoreOf(criterion)));
      if (missing.length === criteria.length && criteria.length > 1) {
        const message = `Chưa có điểm nào của ${criteria.length} tiêu chí do người chấm.`;
        return [{ unit, message, place: null }];
      }
      return missing.map((criterion) => ({
        unit,
        criterion,
        message: "Chưa có điểm tự chấm, chấm chéo hay thẩm định.",
        place: null,
      }));
    }),
};

export const missingSelfScore: Check = {
  code: "missing-self-score",
  severity: "medium",
  title: "Thiếu điểm tự chấm",
  hint: "Đề nghị đơn vị gửi bảng tự chấm, để đối chiếu với điểm thẩm định.",
  limit: null,
  find: (year) =>
    eachUnit(year, (unit, criteria, scoreOf) =>
      criteria.flatMap((criterion) => {
        const score = scoreOf(criterion);
        if (score === null || score.self !== null || (score.cross === null && score.verified === null)) return [];
        return [
          {
            unit,
            criterion,
            message: "Đã có điểm chấm chéo hoặc thẩm định nhưng đơn vị chưa tự chấm.",
            place:
              score.verified === null
                ? { source: score.sourceOf("cross"), field: "crossScore" }
                : { source: score.sourceOf("verified"), field: "verifiedScore" },
          },
        ];
      }),
    ),
};

function isScored(score: CheckedScore | null): boolean {
  return score !== null && [score.self, score.cross, score.verified, score.cases].some((given) => given !== null);
}

/** What `find` says of each unit and the criteria that people score it by. */
function eachUnit(
  { rubrics }: CheckedYear,
  find: (
    unit: CheckedRubric["units"][number],
    criteria: Criterion[],
    scoreOf: (criterion: Criterion) => CheckedScore | null,
  ) => Found[],
): Found[] {
  return rubrics.flatMap(({ rubric, scores, units }) => {
    const criteria = rubric.criteria.filter(isScoredByPeople);
    if (criteria.length === 0) return [];
    const byPlace = new Map(scores.map((score) => [`${score.unitId}|${score.codeKey}`, score]));
    return units.flatMap((unit) =>
      find(unit, criteria, ({ code }) => byPlace.get(`${unit.id}|${nameKey(code)}`) ?? null),
    );
  });
}

/** A row of nothing but additions or deductions is 0 until somebody writes one. */
function isScoredByPeople({ leaf, max }: Criterion): boolean {
  return leaf !== null && leaf.indicator === null && leaf.rule.source !== "facts" && !max.equals(ZERO);
}
