import { nameKey, nearestName, unitKey } from "../../domain/name.js";
import { exact, formatNumber, ZERO } from "../../domain/number.js";
import type { Problem } from "../../domain/problem.js";
import type { CriterionRecord, ScoreRecord } from "../../domain/rubric.js";
import { UserError } from "../../errors.js";
import type { StoreCounts } from "../../store/import.js";
import type { Db } from "../../store/open.js";
import { listRubrics } from "../../store/rubric.js";
import { type ResolvedScore, storeScores } from "../../store/score.js";
import { listUnitNames, listUnits } from "../../store/unit.js";
import { type IncomingSheet, problemAt } from "./sheet.js";

/** Stores a `cham-diem` sheet: each score goes to the rubric in force for the unit's cluster that has the criterion. */
export function takeScores(
  db: Db,
  sheet: IncomingSheet,
  records: readonly ScoreRecord[],
  importId: number,
  problems: Problem[],
): StoreCounts {
  const rubrics = listRubrics(db, sheet.year);
  if (rubrics.length === 0) {
    throw new UserError(
      `${sheet.reading.file}: chưa có thang điểm năm ${sheet.year} nên không biết điểm chấm cho tiêu chí nào.`,
      "Nạp bảng thang-diem trước, hoặc nạp cùng một lần.",
    );
  }
  const units = new Map(listUnitNames(db).map(({ key, id }) => [key, id]));
  const clusterOf = new Map(listUnits(db, sheet.year).map(({ id, cluster }) => [id, cluster]));
  const names = listUnitNames(db).map(({ name }) => name);

  const resolved = records.flatMap((record): ResolvedScore[] => {
    const unitId = units.get(unitKey(record.unit));
    if (unitId === undefined) {
      const near = nearestName(record.unit, names);
      const hint = near === null ? "Sửa lại tên đơn vị." : `Có phải là "${near}"? Sửa lại tên đơn vị.`;
      const problem = { code: "unknown-unit", message: "Không có đơn vị này.", hint };
      problems.push(problemAt(sheet, record.row, "unit", record.unit, problem));
      return [];
    }
    const cluster = clusterOf.get(unitId) ?? null;
    const usable = rubrics.filter((rubric) => rubric.cluster === null || rubric.cluster === cluster);
    const key = nameKey(record.criterion);
    for (const rubric of usable) {
      const found = rubric.criteria.find(({ code, name }) => nameKey(code) === key || nameKey(name) === key);
      if (found !== undefined) {
        problems.push(...checkPoints(sheet, record, found));
        return [{ record, unitId, rubricId: rubric.id, code: found.code }];
      }
    }
    const near = nearestName(
      record.criterion,
      usable.flatMap(({ criteria }) => criteria.map(({ name }) => name)),
    );
    const hint = near === null ? "Ghi mã hoặc tên tiêu chí như trong thang điểm." : `Có phải là "${near}"?`;
    const problem = { code: "unknown-criterion", message: "Thang điểm không có tiêu chí này.", hint };
    problems.push(problemAt(sheet, record.row, "criterion", record.criterion, problem));
    return [];
  });
  return storeScores(db, resolved, { importId });
}

/** A score below 0 is an error; one above the criterion's maximum is told, since only the maximum will count. */
function checkPoints(sheet: IncomingSheet, record: ScoreRecord, criterion: CriterionRecord): Problem[] {
  const max = criterion.max === null ? null : exact(criterion.max);
  return (["selfScore", "crossScore", "verifiedScore"] as const).flatMap((round) => {
    const points = record[round];
    if (points === null) return [];
    if (exact(points).compare(ZERO) < 0) {
      const problem = { code: "negative-score", message: "Điểm chấm là số âm.", hint: "Ghi điểm từ 0 trở lên." };
      return [problemAt(sheet, record.row, round, points, problem)];
    }
    if (max === null || exact(points).compare(max) <= 0) return [];
    const message = `Điểm chấm cao hơn điểm tối đa ${formatNumber(max)} của tiêu chí ${criterion.code}.`;
    const hint = `Sửa lại nếu ghi nhầm; khi xếp hạng chỉ tính ${formatNumber(max)}.`;
    return [problemAt(sheet, record.row, round, points, { code: "over-maximum", message, hint, severity: "warning" })];
  });
}
