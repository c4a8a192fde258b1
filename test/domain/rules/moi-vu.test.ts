import { expect, test } from "vitest";
import { ParameterError } from "../../../src/domain/rules/parameters.js";
import { type Leaf, readLeaf, scoreLeaf, shownPoints } from "./make-leaf.js";

/** practice §1.2, C3: xã not collecting −0,2 each, at most 2, of 3 points. */
const PER_COMMUNE: Leaf = ["moi-vu", "trừ=0,2 mỗi xã, trần trừ=2", 3];

test.each<[string, string, string]>([
  ["0", "0", "trừ 0 xã × 0,2 điểm = 0 điểm"],
  // 4 × 0,2 = 0,8
  ["4", "0.8", "trừ 4 xã × 0,2 điểm = 0,8 điểm"],
  // 10 × 0,2 = 2, the cap itself
  ["10", "2", "trừ 10 xã × 0,2 điểm = 2 điểm"],
  // 11 × 0,2 = 2,2 > 2
  ["11", "2", "trừ 11 xã × 0,2 điểm = 2,2 điểm, vượt trần nên chỉ tính 2 điểm"],
])("%s cases counted by people take %s points", (cases, deduction, explanation) => {
  const outcome = scoreLeaf(PER_COMMUNE, null, { given: { cases } });
  expect(shownPoints(outcome)).toEqual(["3", "0", deduction]);
  expect(outcome.explanation).toBe(explanation);
});

test("the indicator's result counts before the score sheet's", () => {
  // 3 × 0,2 = 0,6
  const outcome = scoreLeaf(PER_COMMUNE, [null, "3"], { given: { cases: "9" } });
  expect(shownPoints(outcome)).toEqual(["3", "0", "0.6"]);
});

test("a bonus for each case, without a cap or with one in % of the maximum", () => {
  const open: Leaf = ["moi-vu", "thưởng=1 mỗi giải pháp", 0];
  expect(shownPoints(scoreLeaf(open, null, { given: { cases: "8" } }))).toEqual(["0", "8", "0"]);
  expect(readLeaf(open)).toMatchObject({ bonus: { cap: null }, deduction: null });
  // 10 % of 3 = 0,3; 4 × 0,1 = 0,4 > 0,3
  const capped: Leaf = ["moi-vu", "thưởng=0,1, trần thưởng=10%", 3];
  expect(shownPoints(scoreLeaf(capped, null, { given: { cases: "4" } }))).toEqual(["3", "0.3", "0"]);
});

test("no count and no score is unknown, never no cases", () => {
  const outcome = scoreLeaf(PER_COMMUNE, null);
  expect([outcome.base, outcome.problems]).toEqual([null, ["chưa ghi số vụ"]]);
  expect(scoreLeaf(PER_COMMUNE, [null, null]).problems).toEqual(["chưa có số liệu về số vụ"]);
});

test("without a count the score people gave is full points less a deduction, within the cap", () => {
  // 3 − 1,4 = 1,6
  expect(shownPoints(scoreLeaf(PER_COMMUNE, null, { given: { self: "3", verified: "1.4" } }))).toEqual([
    "3",
    "0",
    "1.6",
  ]);
  // at most 2 can be taken: not less than 1
  expect(shownPoints(scoreLeaf(PER_COMMUNE, null, { given: { self: "0.5" } }))).toEqual(["3", "0", "2"]);
});

test.each(["-1", "2.5"])("%s is no count of cases", (actual) => {
  expect(scoreLeaf(PER_COMMUNE, [null, actual]).problems[0]).toContain("không phải là số đếm");
});

test.each(["TRU = -0,2 moi xa; tran tru = 2 điểm", "trừ=0,2 điểm/xã, trần trừ=2", "trừ: 0.2 cho mỗi xã, trần trừ: 2"])(
  "%s says the same",
  (parameters) => {
    expect(shownPoints(scoreLeaf(["moi-vu", parameters, 3], null, { given: { cases: "4" } }))).toEqual([
      "3",
      "0",
      "0.8",
    ]);
  },
);

test.each([
  [null, "đúng một trong hai"],
  ["trừ=0,5, thưởng=1", "hai loại vụ thì ghi hai dòng"],
  ["trừ=nhiều", "không có dạng"],
  ["trừ=0,5, trần thưởng=1", 'không có "thưởng"'],
  ["trừ=0,5, tối đa=1", 'Không có tham số "tối đa"'],
])("%s is refused", (parameters, message) => {
  expect(() => readLeaf(["moi-vu", parameters, 3])).toThrow(ParameterError);
  expect(() => readLeaf(["moi-vu", parameters, 3])).toThrow(message);
});
