import { buildRubric } from "../../domain/build-rubric.js";
import { askWhichName, nameKey, nearestName, unitKey } from "../../domain/name.js";
import { exact, formatDecimal, formatNumber, ZERO } from "../../domain/number.js";
import type { Problem } from "../../domain/problem.js";
import { NOT_ASSIGNED, ROUNDS, type ScoreRecord } from "../../domain/rubric.js";
import type { Criterion, Leaf } from "../../domain/rubric-tree.js";
import { boundsOf, describeViolation, withinBounds } from "../../domain/rules/given.js";
import { capitalize } from "../../domain/upper-case.js";
import { UserError } from "../../errors.js";
import type { Stored } from "../../store/import.js";
import type { Db } from "../../store/open.js";
import { listRubrics } from "../../store/rubric.js";
import { type ResolvedScore, storeScores } from "../../store/score.js";
import { listUnits } from "../../store/unit.js";
import { knowUnits } from "./known-names.js";
import { type IncomingSheet, problemAt } from "./sheet.js";

/** Stores a `cham-diem` sheet: each score goes to the rubric in force for the unit's cluster that has the criterion. */
export function takeScores(
  db: Db,
  sheet: IncomingSheet,
  records: readonly ScoreRecord[],
  importId: number,
  problems: Problem[],
): Stored {
  const rubrics = listRubrics(db, sheet.year);
  if (rubrics.length === 0) {
    throw new UserError(
      `${sheet.reading.file}: chưa có thang điểm năm ${sheet.year} nên không biết điểm chấm cho tiêu chí nào.`,
      "Nạp bảng thang-diem trước, hoặc nạp cùng một lần.",
    );
  }
  const trees = new Map(
    rubrics.map(({ id, criteria, name }) => [id, buildRubric(criteria, name, sheet.findAward).rubric]),
  );
  const units = knowUnits(db, sheet, importId);
  const clusterOf = new Map(listUnits(db, sheet.year).map(({ id, cluster }) => [id, cluster]));

  const resolved = records.flatMap((record): ResolvedScore[] => {
    const unitId = units.find(record.unit, unitKey(record.unit));
    if (unitId === undefined) {
      const meant = askWhichName(record.unit, units.names);
      const hint =
        units.names.length === 0
          ? `Năm ${sheet.year} chưa có đơn vị nào: nạp danh sách đơn vị (don-vi) hoặc bảng kết quả trước, hoặc nạp cùng một lần.`
          : `${meant === null ? "" : `${meant} `}Sửa lại tên đơn vị, hoặc nạp bảng don-vi có tên ấy trước.`;
      const problem = { code: "unknown-unit", message: "Không có đơn vị này.", hint };
      problems.push(problemAt(sheet, record.row, "unit", record.unit, problem));
      return [];
    }
    const cluster = clusterOf.get(unitId) ?? null;
    const usable = rubrics.filter((rubric) => rubric.cluster === null || rubric.cluster === cluster);
    const key = nameKey(record.criterion);
    for (const rubric of usable) {
      const found = findCriterion(trees.get(rubric.id)?.criteria ?? [], key);
      if (found === undefined) continue;
      if (found.leaf === null) {
        problems.push(warnOfParent(sheet, record, found));
        return [];
      }
      problems.push(...checkPoints(sheet, record, found, found.leaf));
      return [{ record, unitId, rubricId: rubric.id, code: found.code }];
    }
    const near = nearestName(
      record.criterion,
      usable.flatMap(({ criteria }) => criteria.flatMap(({ code, name }) => (code === "" ? [] : name))),
    );
    const hint = near === null ? "Ghi mã hoặc tên tiêu chí như trong thang điểm." : `Có phải là "${near}"?`;
    const problem = { code: "unknown-criterion", message: "Thang điểm không có tiêu chí này.", hint };
    problems.push(problemAt(sheet, record.row, "criterion", record.criterion, problem));
    return [];
  });
  return storeScores(db, resolved, { importId });
}

/** By its code, else by its name; of several with that name a leaf, since only leaves are scored. */
function findCriterion(criteria: readonly Criterion[], key: string): Criterion | undefined {
  const named = criteria.filter(({ name }) => nameKey(name) === key);
  return criteria.find(({ code }) => nameKey(code) === key) ?? named.find(({ leaf }) => leaf !== null) ?? named[0];
}

/** What is written on the line of a node is a sum at best: only leaves are scored. */
function warnOfParent(sheet: IncomingSheet, record: ScoreRecord, { code }: Criterion): Problem {
  const message = `Tiêu chí ${code} có tiêu chí con nên điểm ghi ở dòng này không được tính.`;
  const hint = "Ghi điểm ở các tiêu chí con; xóa dòng này nếu chỉ là điểm cộng.";
  return problemAt(sheet, record.row, "criterion", record.criterion, {
    ...{ code: "score-on-parent", message, hint, severity: "warning" },
  });
}

/** A score below 0 where nothing can be taken is an error; one beyond what the rubric allows is told, since only that will count. */
function checkPoints(
  sheet: IncomingSheet,
  record: ScoreRecord,
  { code, max }: Criterion,
  { room, rule }: Leaf,
): Problem[] {
  const points = ROUNDS.flatMap(([round, name]) => {
    const field = `${round}Score` as const;
    const points = record[field];
    if (points === null || points === NOT_ASSIGNED) return [];
    const score = exact(points);
    if (score.compare(ZERO) < 0 && room.deduction === null) {
      const problem = { code: "negative-score", message: "Điểm chấm là số âm.", hint: "Ghi điểm từ 0 trở lên." };
      return [problemAt(sheet, record.row, field, formatDecimal(points), problem)];
    }
    const violation = describeViolation(name, score, max, room);
    if (violation === null) return [];
    const message = `${capitalize(violation)}, tiêu chí ${code}.`;
    const counted = formatNumber(withinBounds(score, boundsOf(max, room)));
    const hint = `Sửa lại nếu ghi nhầm; khi xếp hạng chỉ tính ${counted}.`;
    const problem = { code: "over-maximum", message, hint, severity: "warning" } as const;
    return [problemAt(sheet, record.row, field, formatDecimal(points), problem)];
  });
  if (record.cases === null || rule.countsCases === true) return points;
  const message = `Tiêu chí ${code} không tính theo số vụ nên số này không dùng đến.`;
  const hint = "Ghi điểm vào cột Tự chấm, Chấm chéo hoặc Thẩm định.";
  const problem = { code: "cases-not-counted", message, hint, severity: "warning" } as const;
  return [...points, problemAt(sheet, record.row, "cases", record.cases, problem)];
}
