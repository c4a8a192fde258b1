import { expect, test } from "vitest";
import { computeAttainment } from "../../src/domain/attainment.js";
import { buildRubric } from "../../src/domain/build-rubric.js";
import { PROGRAM_LAW } from "../../src/domain/law/law.js";
import { exact, toPlain } from "../../src/domain/number.js";
import { type CriterionRecord, NOTHING_GIVEN } from "../../src/domain/rubric.js";
import { scoreUnits } from "../../src/domain/scoring.js";

function criterion(code: string, max: string, extra: Partial<CriterionRecord>): CriterionRecord {
  const blank = { rule: null, indicator: null, parameters: null, bonusCap: null, deductionCap: null };
  return { row: 2, code, name: code, max, ...blank, ...extra };
}

const RUBRIC = buildRubric(
  [
    criterion("1", "60", { rule: "ty-le", indicator: "A", parameters: "thưởng=1 mỗi 1%", bonusCap: "2" }),
    criterion("2", "40", { rule: "ty-le", indicator: "B" }),
  ],
  "f",
  PROGRAM_LAW.findAward,
).rubric;

/** Results by unit then indicator: [plan, actual], "none" for not assigned. */
function scoreAll(results: Record<string, Record<string, [string, string | null] | "none">>) {
  return scoreUnits({
    rubric: RUBRIC,
    units: Object.keys(results),
    decimals: 2,
    directionOf: () => "higher",
    givenOf: () => NOTHING_GIVEN,
    awardsOf: () => [],
    resultOf: (unit, indicator) => {
      const figures = results[unit]?.[indicator];
      if (figures === undefined) return null;
      const [planned, actual] = figures === "none" ? [null, null] : figures;
      const result = { assigned: figures !== "none", planned, actual };
      return { ...result, ...computeAttainment(result, "higher") };
    },
  });
}

test("leaves are rounded before they are added up", () => {
  const [unit] = scoreAll({ X: { A: ["3", "1"], B: ["3", "1"] } });
  // 20 + 13.333… → 20.00 + 13.33
  expect(toPlain(unit?.score ?? exact(0), 4)).toBe("33.33");
});

test("the bonus cap of the sheet holds, and is said", () => {
  const [unit] = scoreAll({ X: { A: ["100", "110"], B: ["10", "10"] } });
  expect(toPlain(unit?.bonus ?? exact(0), 2)).toBe("2");
  expect(unit?.items[0]?.problems).toEqual(["điểm thưởng 10 vượt trần 2, chỉ tính 2"]);
});

test("a missing figure adds nothing and is said on the item and the total", () => {
  const [unit] = scoreAll({ X: { A: ["100", null], B: ["10", "10"] } });
  expect(toPlain(unit?.score ?? exact(0), 2)).toBe("40");
  expect(unit?.items[0]).toMatchObject({ score: null, problems: ["chưa có số liệu"] });
  expect(unit?.problems).toEqual(["1 tiêu chí chưa có điểm, đang tính là chưa được điểm nào"]);
});

test("a unit that was not given a task is scored on the total it was given", () => {
  const [some, all] = scoreAll({ X: { A: "none", B: ["10", "9"] }, Y: { A: ["10", "9"], B: ["10", "9"] } });
  expect(toPlain(some?.score ?? exact(0), 2)).toBe("90");
  expect(toPlain(all?.score ?? exact(0), 2)).toBe("90");
  expect(some?.problems).toEqual(["chỉ được giao 40/100 điểm, điểm chấm quy về thang 100"]);
});

test("the scale of a unit not given every task is rounded once, and its bonus keeps its own cap", () => {
  const [unit] = scoreAll({ X: { A: ["100", "110"], B: "none" } });
  expect([unit?.base, unit?.bonus, unit?.score].map((points) => toPlain(points ?? exact(0), 2))).toEqual([
    "100",
    "2",
    "102",
  ]);
});

test("a cap on a parent limits the bonuses of all its leaves together", () => {
  const leaf = (code: string) =>
    criterion(code, "10", { rule: "ty-le", indicator: code, parameters: "thưởng=1 mỗi 1%" });
  const rubric = buildRubric(
    [criterion("I", "20", { bonusCap: "3" }), leaf("I.1"), leaf("I.2")],
    "f",
    PROGRAM_LAW.findAward,
  );
  expect(rubric.problems).toEqual([]);
  const [unit] = scoreUnits({
    rubric: rubric.rubric,
    units: ["X"],
    decimals: 2,
    directionOf: () => "higher",
    givenOf: () => NOTHING_GIVEN,
    awardsOf: () => [],
    resultOf: () => {
      const result = { assigned: true, planned: "100", actual: "102" };
      return { ...result, ...computeAttainment(result, "higher") };
    },
  });
  expect(toPlain(unit?.bonus ?? exact(0), 2)).toBe("3");
  expect(unit?.problems).toEqual(["I: điểm thưởng 4 vượt trần 3, chỉ tính 3"]);
});
