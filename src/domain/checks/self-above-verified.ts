import { groupBy } from "../group-by.js";
import { nameKey } from "../name.js";
import { type Exact, formatNumber, HUNDRED, ZERO } from "../number.js";
import type { Criterion } from "../rubric-tree.js";
import type { Source } from "../source.js";
import type { UnitOfYear } from "../unit.js";
import type { Check, CheckedYear, Found } from "./check.js";

/** A fifth of a criterion is more than two people reading the same evidence usually differ by. */
const CRITERION_PERCENT = 20;

/** A little on every criterion adds up: a tenth of the whole is what often lies between neighbouring grades. */
const TOTAL_PERCENT = 10;
const FEWEST_CRITERIA = 3;

export const selfAboveVerified: Check = {
  code: "self-above-verified",
  severity: "medium",
  title: "Điểm tự chấm cao hơn nhiều so với điểm thẩm định",
  hint: "Xem lại minh chứng cùng đơn vị và ghi lý do chênh lệch; khi xếp hạng tính điểm thẩm định.",
  limit: `chênh từ ${CRITERION_PERCENT}% điểm tối đa của tiêu chí trở lên: hai người cùng xem một minh chứng thường không chênh đến thế`,
  find: (year) =>
    listPairs(year).flatMap(({ unit, criterion, self, checked, round, source }) => {
      if (!isFar(self.sub(checked), criterion.max, CRITERION_PERCENT)) return [];
      const message = `Tự chấm ${formatNumber(self)}, ${round} ${formatNumber(checked)} trên tối đa ${formatNumber(criterion.max)} điểm.`;
      return [{ unit, criterion, message, place: { source, field: "selfScore" } }];
    }),
};

export const selfTotalAboveVerified: Check = {
  code: "self-total-above-verified",
  severity: "medium",
  title: "Tổng điểm tự chấm cao hơn nhiều so với tổng điểm thẩm định",
  hint: "Trao đổi với đơn vị về cách tự chấm; khi xếp hạng tính điểm thẩm định.",
  limit: `chênh từ ${TOTAL_PERCENT}% tổng điểm tối đa trở lên, của ít nhất ${FEWEST_CRITERIA} tiêu chí có cả hai điểm: mỗi tiêu chí chênh một ít, cộng lại đủ để đổi hạng`,
  find: (year) =>
    [...groupBy(listPairs(year), ({ unit }) => unit.id).values()].flatMap((pairs): Found[] => {
      const [first] = pairs;
      const self = addUp(pairs, (pair) => pair.self);
      const checked = addUp(pairs, (pair) => pair.checked);
      const max = addUp(pairs, (pair) => pair.criterion.max);
      if (first === undefined || pairs.length < FEWEST_CRITERIA || !isFar(self.sub(checked), max, TOTAL_PERCENT))
        return [];
      const message = `Tự chấm ${formatNumber(self)}, thẩm định ${formatNumber(checked)} trên tối đa ${formatNumber(max)} điểm của ${pairs.length} tiêu chí.`;
      return [{ unit: first.unit, message, place: { source: first.source, field: "selfScore" } }];
    }),
};

/** A criterion that the unit scored itself and others scored after it. */
interface ScorePair {
  unit: UnitOfYear;
  criterion: Criterion;
  self: Exact;
  /** Thẩm định, else chấm chéo. */
  checked: Exact;
  round: string;
  source: Source;
}

function listPairs({ rubrics }: CheckedYear): ScorePair[] {
  return rubrics.flatMap(({ rubric, scores, units }) => {
    const criteria = new Map(rubric.criteria.map((criterion) => [nameKey(criterion.code), criterion]));
    const members = new Map(units.map((unit) => [unit.id, unit]));
    return scores.flatMap(({ unitId, codeKey, self, cross, verified, sourceOf }): ScorePair[] => {
      const [unit, criterion, checked] = [members.get(unitId), criteria.get(codeKey), verified ?? cross];
      if (unit === undefined || criterion === undefined || self === null || checked === null) return [];
      return [
        {
          unit,
          criterion,
          self,
          checked,
          round: verified === null ? "chấm chéo" : "thẩm định",
          source: sourceOf("self"),
        },
      ];
    });
  });
}

function isFar(gap: Exact, max: Exact, percent: number): boolean {
  return !max.equals(ZERO) && gap.mul(HUNDRED).div(max).compare(percent) >= 0;
}

function addUp(pairs: readonly ScorePair[], points: (pair: ScorePair) => Exact): Exact {
  return pairs.reduce((sum, pair) => sum.add(points(pair)), ZERO);
}
