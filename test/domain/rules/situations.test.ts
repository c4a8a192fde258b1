import { expect, test } from "vitest";
import type { Direction, Measurement, TypedAmount } from "../../../src/domain/indicator.js";
import { makeRubric, scoreAll } from "../make-rubric.js";
import { assess, type Leaf, scoreLeaf, shownPoints } from "./make-leaf.js";

/** Six ways to score 10 points by an indicator. */
const RULES: Leaf[] = [
  ["ty-le", "sàn=50, thưởng=1 mỗi 1% tròn, trần thưởng=10%", 10],
  ["bac", "từ 100=10, từ 80 đến dưới 100=6, dưới 80=2", 10],
  ["bac", "theo=thực hiện, từ 5=10, dưới 5=2", 10],
  ["dat", null, 10],
  ["so-voi-tot-nhat", "phần cơ bản=0,5", 10],
  ["moi-vu", "trừ=1 mỗi vụ, trần trừ=10", 10],
  ["ma-tran", 'lớp theo="Quy mô", lớp=dưới 10 / từ 10, theo=thực hiện, từ 5=4/8, dưới 5=1/2', 10],
];

const typed = (text: string, low: string | null, high: string | null, operator: TypedAmount["operator"]) => ({
  text,
  low,
  high,
  operator,
});
const RANGE = typed("6,6-6,8", "6.6", "6.8", "range");
const UNDER_4 = typed("<4", null, "4", "<");
const ABOUT_4 = typed("khoảng 4", "4", "4", "~");
const SHARE = typed("2069/2110", "2069", "2110", "of");
const WORDS = typed("Xuất siêu", null, null, null);

type Situation = [what: string, pair: [Measurement, Measurement], direction: Direction, points: (string | null)[]];

// Points with bonus and less deduction, in the order of RULES; null: cannot be told.
test.each<Situation>([
  ["no plan", [null, "7"], "higher", [null, null, "10", null, "10", "3", "8"]],
  ["a plan of 0", ["0", "7"], "higher", [null, null, "10", null, "10", "3", "8"]],
  ["a plan of 0 and nothing of something unwanted", ["0", "0"], "lower", [null, null, "2", null, "10", "10", "2"]],
  ["no result", ["7", null], "higher", [null, null, null, null, null, null, null]],
  ["less is better, nothing happened", ["5", "0"], "lower", ["11", "10", "2", "10", "10", "10", "2"]],
  // 4/5 = 80 %; e = −25 %: 5 × 80 %
  ["less is better, more happened", ["4", "5"], "lower", ["8", "6", "10", "0", "4", "5", "8"]],
  ["within the range", [RANGE, "6.7"], "higher", ["10", "10", "10", "10", "5", null, "8"]],
  // 7,02 / 6,8 = 103,2 %
  ["over the range", [RANGE, "7.02"], "higher", ["11", "10", "10", "10", "10", null, "8"]],
  // 3,3 / 6,6 = 50 %
  ["under the range", [RANGE, "3.3"], "higher", ["5", "2", "2", "0", "2.5", null, "2"]],
  ["below a ceiling", [UNDER_4, "3"], "lower", ["10", "10", "2", "10", "5", "7", "2"]],
  // 4 / 5 = 80 %
  ["above a ceiling", [UNDER_4, "5"], "lower", ["8", "6", "10", "0", "4", "5", "8"]],
  // 5 / 4 = 125 %
  ["about so much", [ABOUT_4, "5"], "higher", ["11", "10", "10", "10", "10", "5", "8"]],
  // 98,06 of a plan of 99 = 99,05 %; 5 × 99,05 %
  ["a part of a total", ["99", SHARE], "higher", ["9.9047", "6", "10", "0", "4.9524", null, "8"]],
  ["words", ["5", WORDS], "higher", [null, null, null, null, null, null, null]],
  ["passed", [null, true], "pass", ["10", "10", null, "10", "5", null, null]],
  ["not passed", [null, false], "pass", ["0", "2", null, "0", "0", null, null]],
])("%s: each rule has its answer", (_what, pair, direction, expected) => {
  const found = RULES.map((leaf) => {
    const others = { "Quy mô": assess([null, "12"]) };
    const [base, bonus, deduction] = shownPoints(scoreLeaf(leaf, pair, { direction, measure: "%", others }));
    return base === null ? null : String(Number(base) + Number(bonus) - Number(deduction));
  });
  expect(found).toEqual(expected);
});

test("a task not given leaves the unit's total and its maximum; nothing sent is unknown and told", () => {
  const [row, ...rest] = RULES.map(([rule, parameters, max], index) => ({
    ...{ code: String(index + 1), max: String(max), rule, parameters, indicator: `Chỉ tiêu ${index}` },
  }));
  const rubric = makeRubric(row ?? { code: "" }, ...rest);
  const results = Object.fromEntries(RULES.map((_, index) => [`Chỉ tiêu ${index}`, "none"])) as Record<string, "none">;
  const [none, nothing] = scoreAll(rubric, { A: { results }, B: {} });
  expect(
    none?.items.every(({ assigned, score, problems }) => !assigned && score === null && problems.length === 0),
  ).toBe(true);
  expect(none?.problems).toEqual(["không được giao nhiệm vụ nào có điểm"]);
  expect(
    nothing?.items.every(({ assigned, score, problems }) => assigned && score === null && problems.length === 1),
  ).toBe(true);
  expect(nothing?.problems).toEqual(["7 tiêu chí chưa có điểm, đang tính là chưa được điểm nào"]);
});

test("people may say that a task was not given; the last round that says anything counts", () => {
  const rubric = makeRubric(
    { code: "1", max: "60", rule: "truc-tiep" },
    { code: "2", max: "40", rule: "truc-tiep" },
    { code: "3", rule: "moi-vu", parameters: "trừ=1, trần trừ=5" },
  );
  const given = { "2": { self: "30" }, "3": { cases: "2" } };
  const [out, back] = scoreAll(rubric, {
    A: { given: { ...given, "1": { self: "50", verified: "khong-giao" } } },
    B: { given: { ...given, "1": { self: "khong-giao", verified: "45" } } },
  });
  // 30 of 40 is 75 of 100, less 2; 45 + 30 − 2
  expect([out, back].map((unit) => unit?.score.toString())).toEqual(["73", "73"]);
  expect(out?.items[0]).toMatchObject({ assigned: false, score: null, problems: [] });
  expect(back?.problems).toEqual([]);
});
