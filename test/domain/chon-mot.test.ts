import { expect, test } from "vitest";
import { toPlain } from "../../src/domain/number.js";
import { listProblems, type MadeUnit, makeRubric, scoreAll, totals } from "./make-rubric.js";

/** practice §1.2, a4: 3,5 points, and one of two bonuses: ≥99 % → +1; ≥99 % and all kinds ≥95 % → +2. */
const CERTIFICATES = makeRubric(
  { code: "a4", max: "3.5", deductionCap: "2" },
  { code: "a4.1", max: "3.5", rule: "dat" },
  { code: "a4.2", max: "0", rule: "chon-mot" },
  { code: "a4.2.a", rule: "bac", indicator: "Cấp lần đầu", parameters: "theo=thực hiện, từ 99=+1" },
  {
    code: "a4.2.b",
    rule: "bac",
    indicator: "Cấp lần đầu",
    parameters: 'theo=thực hiện, từ 99=+2, nếu=chỉ tiêu "Các loại đất" >= 95',
  },
  { code: "a4.3", rule: "moi-vu", parameters: "trừ=1" },
);

function certificates(first: string, all: string): MadeUnit {
  const results = { "Cấp lần đầu": [null, first], "Các loại đất": [null, all] } as const;
  return { results, given: { "a4.1": { self: "3.5" } } };
}

test("the best of the alternatives counts, and which one is said", () => {
  const [both, one, none] = scoreAll(CERTIFICATES, {
    A: certificates("99", "95"),
    B: certificates("99.5", "90"),
    C: certificates("98", "96"),
  });
  // 3,5 + 2; 3,5 + 1; 3,5
  expect([both, one, none].map((unit) => unit && toPlain(unit.score, 2))).toEqual(["5.5", "4.5", "3.5"]);
  const told = both?.items.map(({ criterion, counted, score, explanation }) => [
    criterion.code,
    counted,
    score === null ? null : toPlain(score, 2),
    explanation.slice(0, 60),
  ]);
  expect(told?.slice(1, 3)).toEqual([
    ["a4.2.a", false, null, "không tính vì a4.2 chỉ lấy một phương án khác; thực hiện 99,"],
    ["a4.2.b", true, "2", "được chọn ở a4.2 (phương án cao điểm nhất); thực hiện 99, bậ"],
  ]);
  expect(both?.problems).toEqual([]);
});

const ALTERNATIVES = (parameters: string | null) =>
  makeRubric(
    { code: "1", max: "10", rule: "chon-mot", parameters },
    { code: "1.1", max: "10", rule: "truc-tiep" },
    { code: "1.2", max: "6", rule: "truc-tiep" },
    { code: "1.3", max: "0", rule: "moi-vu", parameters: "thưởng=4, trần thưởng=8" },
  );

const score = (parameters: string | null, given: MadeUnit["given"]) => {
  const [unit] = scoreAll(ALTERNATIVES(parameters), { A: { given: given ?? {} } });
  const chosen = unit?.items.filter(({ counted }) => counted).map(({ criterion }) => criterion.code);
  return [unit === undefined ? null : toPlain(unit.score, 2), chosen];
};

test("by the unit's choice only what it put forward is looked at", () => {
  const given = { "1.2": { self: "5" } };
  expect(score("lấy=đơn vị chọn", given)).toEqual(["5", ["1.2"]]);
  expect(score("lấy = DON VI CHON", { ...given, "1.1": { self: "4" } })).toEqual(["5", ["1.2"]]);
  // 2 × 4 = 8
  expect(score("lấy=đơn vị chọn", { ...given, "1.3": { cases: "2" } })).toEqual(["8", ["1.3"]]);
  expect(score(null, { ...given, "1.1": { self: "9" } })).toEqual(["9", ["1.1"]]);
});

test("an alternative may have criteria of its own, and its caps", () => {
  const rubric = makeRubric(
    { code: "1", max: "6", rule: "chon-mot", bonusCap: "1" },
    { code: "1.1", max: "5", rule: "truc-tiep", bonusCap: "3" },
    { code: "1.2", max: "6" },
    { code: "1.2.a", max: "4", rule: "truc-tiep" },
    { code: "1.2.b", max: "2", rule: "truc-tiep" },
  );
  // 1.1: 5 + 3 = 8, of which the parent allows a bonus of 1: 6; 1.2: 4 + 1 = 5
  const given = { "1.1": { self: "8" }, "1.2.a": { self: "4" }, "1.2.b": { self: "1" } };
  const [unit] = scoreAll(rubric, { A: { given } });
  expect(unit && totals(unit)).toEqual(["6", "5", "1", "0"]);
  expect(unit?.problems).toEqual(["1: điểm thưởng 3 vượt trần 1, chỉ tính 1"]);
});

test("a unit not given an alternative is measured by the best of the others", () => {
  const rubric = makeRubric(
    { code: "1", max: "10", rule: "chon-mot" },
    { code: "1.1", max: "10", rule: "ty-le", indicator: "Rừng" },
    { code: "1.2", max: "8", rule: "ty-le", indicator: "Biển" },
    { code: "2", max: "10", rule: "truc-tiep" },
  );
  const given = { "2": { self: "10" } };
  // 8 of 8 and 10 of 10, of 18 given: 18 × 20/18 = 20
  const [unit] = scoreAll(rubric, { A: { given, results: { Rừng: "none", Biển: ["100", "100"] } } });
  expect(unit && totals(unit)).toEqual(["20", "20", "0", "0"]);
  expect(unit?.problems).toEqual(["chỉ được giao 18/20 điểm, điểm chấm quy về thang 20"]);
});

test("where nothing is known of any alternative, one criterion is missing and not all of them", () => {
  const rubric = makeRubric(
    { code: "1", max: "10", rule: "chon-mot" },
    { code: "1.1", max: "10", rule: "ty-le", indicator: "Rừng" },
    { code: "1.2", max: "8", rule: "truc-tiep" },
  );
  const [unit] = scoreAll(rubric, { A: {} });
  expect(unit?.problems).toEqual(["1 tiêu chí chưa có điểm, đang tính là chưa được điểm nào"]);
});

test("its maximum is the greatest of its children, which it must have", () => {
  const children = [
    { code: "1.1", max: "10", rule: "truc-tiep" },
    { code: "1.2", max: "6", rule: "truc-tiep" },
  ];
  expect(listProblems({ code: "1", max: "16", rule: "chon-mot" }, ...children)).toEqual(["2 Điểm tối đa sum-mismatch"]);
  expect(listProblems({ code: "1", max: "10", rule: "chon-mot" })).toEqual(["2 Cách chấm choice-without-children"]);
  expect(listProblems({ code: "1", max: "10", rule: "chon-mot", parameters: "lấy=hai" }, ...children)).toEqual([
    "2 Tham số bad-parameter",
    "2 Điểm tối đa sum-mismatch",
  ]);
});
