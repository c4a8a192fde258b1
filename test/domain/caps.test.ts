import { expect, test } from "vitest";
import { listProblems, type MadeRow, makeRubric, scoreAll, totals } from "./make-rubric.js";

const bonus = (code: string, more: Partial<MadeRow> = {}): MadeRow => ({
  ...{ code, max: "5", rule: "moi-vu", parameters: "thưởng=1 mỗi việc" },
  ...more,
});
const deduction = (code: string, more: Partial<MadeRow> = {}): MadeRow => ({
  ...{ code, max: "5", rule: "moi-vu", parameters: "trừ=1 mỗi vụ" },
  ...more,
});

test("bonuses and deductions have caps of their own at each level, and one does not spend the other", () => {
  const rubric = makeRubric(
    { code: "1", max: "20", bonusCap: "5", deductionCap: "4" },
    bonus("1.1", { bonusCap: "4" }),
    bonus("1.2"),
    deduction("1.3", { deductionCap: "3" }),
    deduction("1.4"),
    { code: "2", max: "5", rule: "moi-vu", parameters: "thưởng=2" },
    { code: "", name: "Tổng điểm", max: "25", bonusCap: "6", deductionCap: "10" },
  );
  const given = {
    "1.1": { cases: "9" },
    "1.2": { cases: "3" },
    "1.3": { cases: "2" },
    "1.4": { cases: "7" },
    "2": { cases: "1" },
  };
  const [unit] = scoreAll(rubric, { A: { given } });
  // bonus: 1.1 9→4, 1.2 3, node 7→5; with 2's 2: 7→6. deduction: 1.3 2, 1.4 7, node 9→4. 25 + 6 − 4 = 27
  expect(unit && totals(unit)).toEqual(["27", "25", "6", "4"]);
  expect(unit?.items[0]?.problems).toEqual(["điểm thưởng 9 vượt trần 4, chỉ tính 4"]);
  expect(unit?.problems).toEqual([
    "1: điểm thưởng 7 vượt trần 5, chỉ tính 5",
    "1: điểm trừ 9 vượt trần 4, chỉ tính 4",
    "cả thang điểm: điểm thưởng 7 vượt trần 6, chỉ tính 6",
  ]);
});

test("what is taken may be written with a minus", () => {
  const rubric = makeRubric(deduction("1", { deductionCap: "-1.5" }));
  const [unit] = scoreAll(rubric, { A: { given: { "1": { cases: "3" } } } });
  expect(unit && totals(unit)).toEqual(["3.5", "5", "0", "1.5"]);
  expect(listProblems(bonus("1", { bonusCap: "-2" }))).toEqual(["2 Thưởng tối đa negative-cap"]);
});

test("a bonus without a cap is a warning, wherever the cap might have been", () => {
  const warning = "2 Tham số unbounded-bonus (lưu ý)";
  expect(listProblems(bonus("1"))).toEqual([warning]);
  expect(listProblems(bonus("1", { bonusCap: "3" }))).toEqual([]);
  expect(listProblems(bonus("1", { parameters: "thưởng=1, trần thưởng=3" }))).toEqual([]);
  expect(listProblems({ code: "1", max: "5", bonusCap: "3" }, bonus("1.1"))).toEqual([]);
  expect(listProblems(bonus("1"), { code: "", max: "5", bonusCap: "3" })).toEqual([]);
  expect(listProblems({ code: "1", max: "0", rule: "bac", indicator: "A", parameters: "từ 100=+1" })).toEqual([]);
  expect(listProblems({ code: "1", max: "0", rule: "thuong-danh-hieu", parameters: "Bằng khen=5" })).toEqual([warning]);
});

test("points earned above all bounds are looked at again when they are earned", () => {
  const [unit] = scoreAll(makeRubric(bonus("1")), { A: { given: { "1": { cases: "8" } } } });
  expect(unit?.items[0]?.warnings).toEqual(["thưởng 8 điểm mà thang điểm không quy định trần"]);
  expect(unit?.items[0]?.problems).toEqual([]);
});

test("the row of the total must say what the parts add up to, and only once", () => {
  expect(listProblems(deduction("1"), { code: "", max: "6", deductionCap: "2" })).toEqual([
    "3 Điểm tối đa sum-mismatch",
  ]);
  expect(
    listProblems(deduction("1"), { code: "", max: "5", deductionCap: "2" }, { code: "", max: "5", bonusCap: "2" }),
  ).toEqual(["4 Tiêu chí duplicate-total"]);
});

test("a rubric may have its own number of decimals", () => {
  const rubric = makeRubric(
    { code: "1", max: "10", rule: "ty-le", indicator: "A" },
    { code: "", max: "10", parameters: "số lẻ=1" },
  );
  expect(rubric.decimals).toBe(1);
  const [unit] = scoreAll(rubric, { X: { results: { A: ["3", "1"] } } }, {}, 1);
  // 10 × 33,33… % = 3,333… → 3,3
  expect(unit && totals(unit)[0]).toBe("3.3");
});
