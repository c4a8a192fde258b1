import { nameKey } from "../name.js";
import { ROUNDS } from "../rubric.js";
import { describeViolation } from "../rules/given.js";
import { capitalize } from "../upper-case.js";
import type { Check } from "./check.js";

export const unboundedBonus: Check = {
  code: "unbounded-bonus",
  severity: "medium",
  title: "Điểm thưởng của thang điểm không có trần",
  hint: "Ghi “trần thưởng=…” trong Tham số hoặc cột Thưởng tối đa, nếu cụm, khối có quy định.",
  limit: null,
  find: ({ rubrics }) =>
    rubrics.flatMap(({ rubric, problems, importId }) =>
      problems
        .filter(({ code }) => code === "unbounded-bonus")
        .flatMap(({ row }) => {
          const criterion = rubric.criteria.find((one) => one.row === row);
          if (row === null || criterion === undefined) return [];
          const message = "Vượt kế hoạch bao nhiêu thì thưởng bấy nhiêu, một số liệu ghi nhầm có thể đổi cả thứ hạng.";
          return [{ unit: null, criterion, message, place: { source: { importId, row }, field: "parameters" } }];
        }),
    ),
};

export const scoreWithoutCriterion: Check = {
  code: "score-without-criterion",
  severity: "medium",
  title: "Điểm chấm cho tiêu chí không còn trong thang điểm",
  hint: "Sửa mã tiêu chí trong bảng chấm điểm cho đúng thang điểm đang dùng, rồi nạp lại.",
  limit: null,
  find: ({ rubrics }) =>
    rubrics.flatMap(({ rubric, scores, units }) => {
      const known = new Set(rubric.criteria.filter(({ leaf }) => leaf !== null).map(({ code }) => nameKey(code)));
      return scores
        .filter(({ codeKey }) => !known.has(codeKey))
        .map(({ unitId, codeKey, sourceOf }) => ({
          unit: units.find(({ id }) => id === unitId) ?? null,
          message: `Điểm ghi cho mã “${codeKey}”, thang điểm không chấm theo mã này.`,
          place: { source: sourceOf("self"), field: "criterionCode" },
        }));
    }),
};

export const overMaximum: Check = {
  code: "over-maximum",
  severity: "high",
  title: "Điểm chấm cao hơn điểm tối đa",
  hint: "Sửa lại điểm chấm; khi xếp hạng chỉ tính đến điểm tối đa.",
  limit: null,
  find: ({ rubrics }) =>
    rubrics.flatMap(({ rubric, scores, units }) => {
      const byCode = new Map(rubric.criteria.map((criterion) => [nameKey(criterion.code), criterion]));
      return scores.flatMap((score) => {
        const criterion = byCode.get(score.codeKey);
        if (criterion?.leaf == null) return [];
        const { max, leaf } = criterion;
        return ROUNDS.flatMap(([round, name]) => {
          const points = score[round];
          const violation = points === null ? null : describeViolation(name, points, max, leaf.room);
          if (violation === null) return [];
          const unit = units.find(({ id }) => id === score.unitId) ?? null;
          const place = { source: score.sourceOf(round), field: `${round}Score` };
          return [{ unit, criterion, message: `${capitalize(violation)}.`, place }];
        });
      });
    }),
};
