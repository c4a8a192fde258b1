import { expect, test } from "vitest";
import { toPlain } from "../../src/domain/number.js";
import { type MadeRow, type MadeUnit, makeRubric, scoreAll } from "./make-rubric.js";

type Given = NonNullable<MadeUnit["given"]>[string];

function scoreOne(row: MadeRow, given: Given, results: MadeUnit["results"] = {}) {
  const [unit] = scoreAll(makeRubric(row), { A: { given: { [row.code]: given }, results } });
  const item = unit?.items[0];
  if (item === undefined) throw new Error("no item");
  const score = item.score === null ? null : toPlain(item.score, 2);
  return { ...item, score };
}

const DIRECT: MadeRow = { code: "1", max: "10", rule: "truc-tiep" };

test("the last round present counts, and each change between rounds is told", () => {
  const item = scoreOne(DIRECT, { self: "9", cross: "9.5", verified: "8" });
  expect([item.score, item.round]).toEqual(["8", "verified"]);
  expect(item.differences.map(({ from, to, text }) => [from, to, text])).toEqual([
    ["self", "cross", "tự chấm 9, chấm chéo 9,5: tăng 0,5 điểm"],
    ["cross", "verified", "chấm chéo 9,5, thẩm định 8: giảm 1,5 điểm"],
  ]);
  expect(scoreOne(DIRECT, { self: "9", verified: "8" }).differences.map(({ text }) => text)).toEqual([
    "tự chấm 9, thẩm định 8: giảm 1 điểm",
  ]);
  expect(scoreOne(DIRECT, { self: "9", cross: "9" }).differences).toEqual([]);
});

test("every round beyond the maximum is a violation, and only the maximum counts", () => {
  const item = scoreOne(DIRECT, { self: "12", verified: "10.5" });
  expect(item.score).toBe("10");
  expect(item.problems).toEqual([
    "điểm tự chấm 12 vượt điểm tối đa 10",
    "điểm thẩm định 10,5 vượt điểm tối đa 10, chỉ tính 10",
  ]);
  expect(scoreOne(DIRECT, { self: "12", verified: "9" }).problems).toEqual(["điểm tự chấm 12 vượt điểm tối đa 10"]);
});

test("a bonus that the row allows may be given on top, told apart from the points", () => {
  const row = { ...DIRECT, bonusCap: "1" };
  expect(scoreOne(row, { self: "10.4" })).toMatchObject({ score: "10.4", problems: [] });
  const over = scoreOne(row, { self: "11.5" });
  expect([over.score, toPlain(over.bonus, 2), over.problems]).toEqual([
    "11",
    "1",
    ["điểm tự chấm 11,5 vượt mức tối đa 11 (điểm tối đa 10, thưởng tối đa 1), chỉ tính 11"],
  ]);
});

test("a score below what may be taken is a violation too", () => {
  const row = { code: "1", max: "3", rule: "moi-vu", parameters: "trừ=0,5 mỗi vụ, trần trừ=1,5" };
  expect(scoreOne(row, { verified: "1" })).toMatchObject({
    score: "1.5",
    problems: ["điểm thẩm định 1 thấp hơn mức thấp nhất 1,5 (điểm tối đa 3, trừ tối đa 1,5), chỉ tính 1,5"],
  });
  const onlyTakes = { ...row, max: "0" };
  expect(scoreOne(onlyTakes, { self: "-1" })).toMatchObject({ score: "-1", problems: [] });
});

const BANDS: MadeRow = {
  ...{ code: "C2", max: "5", rule: "bac", indicator: "Cơ sở đạt chuẩn" },
  parameters:
    "theo=thực hiện, từ 90=5, từ 80 đến dưới 90=4, từ 70 đến dưới 80=3, thưởng=0,1 mỗi 1% từ 92, trần thưởng=0,5",
};

test("where there are data they count; a score given beside them is told when it differs", () => {
  // 97,7 is 5,7 over 92: 0,57, at most 0,5
  const item = scoreOne(BANDS, { self: "5.2" }, { "Cơ sở đạt chuẩn": [null, "97.7"] });
  expect(item).toMatchObject({ score: "5.5", round: null, problems: [] });
  expect(item.warnings).toEqual(["điểm tự chấm 5,2 khác điểm tính theo số liệu 5,5"]);
});

test("where data are missing the score people gave counts, within what the rule could have given", () => {
  const item = scoreOne(BANDS, { self: "5.7" });
  expect(item).toMatchObject({
    score: "5.5",
    round: "self",
    explanation: "chưa có số liệu, lấy điểm tự chấm 5,7, chỉ tính 5,5",
    problems: ["điểm tự chấm 5,7 vượt mức tối đa 5,5 (điểm tối đa 5, thưởng tối đa 0,5), chỉ tính 5,5"],
  });
});

test("all or nothing: more than the maximum is the maximum, a part of it is no answer", () => {
  const row = { code: "C4.2", max: "2", rule: "dat" };
  expect(scoreOne(row, { self: "2.5" })).toMatchObject({
    score: "2",
    problems: ["điểm tự chấm 2,5 vượt điểm tối đa 2, chỉ tính 2"],
  });
  expect(scoreOne(row, { self: "1" })).toMatchObject({ score: null, problems: ["điểm tự chấm 1 không phải 0 hoặc 2"] });
});

test("a criterion of nothing but additions is 0 until somebody adds; with points of its own it is unknown", () => {
  const row = { code: "1", max: "0", rule: "moi-vu", parameters: "thưởng=1, trần thưởng=3" };
  expect(scoreOne(row, {})).toMatchObject({ score: "0", problems: [] });
  expect(scoreOne({ ...row, max: "5" }, {})).toMatchObject({ score: null, problems: ["chưa ghi số vụ"] });
});
