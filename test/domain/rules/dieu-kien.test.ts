import { expect, test } from "vitest";
import { describeEffect } from "../../../src/domain/gate.js";
import { CONDITION_SHAPES } from "../../../src/domain/rules/condition.js";
import { ParameterError } from "../../../src/domain/rules/parameters.js";
import type { AssessedResult } from "../../../src/domain/rules/rule.js";
import { listProblems } from "../make-rubric.js";
import { type Around, assess, NOT_ASSIGNED, readLeaf, scoreLeaf, shownPoints } from "./make-leaf.js";

/** The effect when the condition holds, false when it does not, null when nobody knows. */
function judge(parameters: string, around: Around = {}, own: AssessedResult | null = null): string | false | null {
  const { gate, problems } = scoreLeaf(["dieu-kien", parameters, 0], own, around);
  if (gate !== undefined) return describeEffect(gate.effect);
  return problems.length > 0 ? null : false;
}

const results = (others: Record<string, AssessedResult>): Around => ({ others });
const count = (actual: string) => results({ "Vi phạm kỷ luật": assess([null, actual], "lower", "vụ") });

test.each([
  ['nếu=chỉ tiêu "Vi phạm kỷ luật" > 0, thì=không xếp loại'],
  ['Nếu chỉ tiêu "Vi phạm kỷ luật" > 0 thì không xếp loại'],
  ["chỉ tiêu “Vi phạm kỷ luật” trên 0 → không xếp loại"],
  ["NEU=chi tieu Vi phạm kỷ luật >= 1; THI=khong xep hang"],
  ['kết quả "Vi phạm kỷ luật" >0, thì: Không được xếp loại.'],
])("%s", (parameters) => {
  expect(judge(parameters, count("2"))).toBe("không xếp loại");
  expect(judge(parameters, count("0"))).toBe(false);
  expect(judge(parameters)).toBeNull();
  expect(judge(parameters, results({ "Vi phạm kỷ luật": NOT_ASSIGNED }))).toBe(false);
});

test("the three effects", () => {
  const effect = (text: string) => judge(`nếu=chỉ tiêu "Vi phạm kỷ luật" > 0, thì=${text}`, count("1"));
  expect(effect("không xét Cờ")).toBe("không xét Cờ");
  expect(effect("không xét tặng cờ thi đua")).toBe("không xét Cờ");
  expect([effect("trừ 8"), effect("trừ 8 điểm"), effect("-8"), effect("−8 điểm")]).toEqual(Array(4).fill("trừ 8 điểm"));
  // practice §1.4 C: not signing the covenant = −8
  const outcome = scoreLeaf(["dieu-kien", "nếu=chưa ký giao ước, thì=trừ 8", 0], null, {
    others: { "ký giao ước": assess([null, false], "pass") },
  });
  expect(shownPoints(outcome)).toEqual(["0", "0", "8"]);
  expect(outcome.gate?.reason).toBe("ký giao ước: không đạt");
});

test("a sheet of scores that never came", () => {
  const parameters = "nếu=thiếu bảng tự chấm, thì=không xếp loại";
  expect(judge(parameters)).toBe("không xếp loại");
  expect(judge(parameters, { rounds: ["self"] })).toBe(false);
  expect(judge("nếu=chưa có điểm chấm chéo, thì=không xét Cờ", { rounds: ["self"] })).toBe("không xét Cờ");
  expect(judge("nếu=không nộp phiếu tự chấm, thì=không xét Cờ", { rounds: ["self"] })).toBe(false);
});

test("an indicator passed or not", () => {
  const pass = (actual: boolean | null) => results({ "Ký giao ước": assess([null, actual], "pass") });
  const parameters = 'nếu=chỉ tiêu "Ký giao ước" không đạt, thì=không xét Cờ';
  expect([true, false, null].map((actual) => judge(parameters, pass(actual)))).toEqual([false, "không xét Cờ", null]);
  expect(judge('nếu="Ký giao ước" đạt, thì=trừ 1', pass(true))).toBe("trừ 1 điểm");
  expect(judge('nếu=chưa "Ký giao ước", thì=không xét Cờ', pass(false))).toBe("không xét Cờ");
});

test("the percentage of plan, or the criterion's own result", () => {
  const budget = results({ "Thu ngân sách": assess(["100", "69.99"]) });
  expect(judge('nếu=% kế hoạch "Thu ngân sách" < 70%, thì=không xét Cờ', budget)).toBe("không xét Cờ");
  expect(judge('nếu=% kế hoạch "Thu ngân sách" < 69,9, thì=không xét Cờ', budget)).toBe(false);
  const own = assess(["100", "60"]);
  expect(judge("nếu=% kế hoạch < 70, thì=không xét Cờ", {}, own)).toBe("không xét Cờ");
  expect(judge("nếu=thực hiện < 70, thì=không xét Cờ", {}, own)).toBe("không xét Cờ");
  expect(judge("nếu=không đạt, thì=không xét Cờ", {}, own)).toBe("không xét Cờ");
  expect(readLeaf(["dieu-kien", "nếu=thực hiện < 70, thì=không xét Cờ", 0]).source).toBe("indicator");
});

test("how many indicators were missed; those nobody reported may still go either way", () => {
  const parameters = "nếu=số chỉ tiêu không đạt > 2, thì=không xét Cờ";
  expect(judge(parameters, { standing: { missed: 3, unknown: 4 } })).toBe("không xét Cờ");
  expect(judge(parameters, { standing: { missed: 2 } })).toBe(false);
  expect(judge(parameters, { standing: { missed: 2, unknown: 1 } })).toBeNull();
  expect(judge("nếu=số chỉ tiêu đạt dưới 5, thì=trừ 2", { standing: { met: 4 } })).toBe("trừ 2 điểm");
});

test("và needs all, hoặc any; one that settles it is enough, whatever nobody knows", () => {
  const a = assess([null, "1"]);
  const zero = assess([null, "0"]);
  const both = 'nếu=chỉ tiêu "A" > 0 và chỉ tiêu "B" > 0, thì=không xét Cờ';
  const any = 'nếu=chỉ tiêu "A" > 0 hoặc chỉ tiêu "B" > 0, thì=không xét Cờ';
  expect(judge(both, results({ A: a, B: a }))).toBe("không xét Cờ");
  expect(judge(both, results({ A: zero }))).toBe(false);
  expect(judge(both, results({ A: a }))).toBeNull();
  expect(judge(any, results({ A: a }))).toBe("không xét Cờ");
  expect(judge(any, results({ A: zero, B: zero }))).toBe(false);
  expect(judge(any, results({ A: zero }))).toBeNull();
  expect(judge('nếu=chỉ tiêu "Thu và chi" > 0, thì=trừ 1', results({ "Thu và chi": a }))).toBe("trừ 1 điểm");
});

test("“thi đua” is not the word between a condition and its effect", () => {
  const signed = results({ "ký giao ước thi đua": assess([null, false], "pass") });
  expect(judge("nếu=chưa ký giao ước thi đua, thì=không xét Cờ thi đua", signed)).toBe("không xét Cờ");
  expect(judge("neu chua ký giao ước thi đua; thi: khong xet co thi dua", signed)).toBe("không xét Cờ");
});

test("the indicators it names are known, to be checked on import", () => {
  const leaf = readLeaf(["dieu-kien", 'nếu=chỉ tiêu "A" > 0 và chưa ký giao ước, thì=trừ 1', 0]);
  expect(leaf.indicators).toEqual(["A", "ký giao ước"]);
});

test.each([
  ['nếu=chỉ tiêu "A" > 0', 'đủ hai phần "nếu=<điều kiện>, thì=<hậu quả>"'],
  ["nếu=trời mưa, thì=không xếp loại", 'Không hiểu điều kiện "trời mưa"'],
  ["nếu=Vi phạm > 0, thì=không xếp loại", 'Không hiểu điều kiện "Vi phạm > 0"'],
  ['nếu=chỉ tiêu "A" > nhiều, thì=không xếp loại', "Không hiểu điều kiện"],
  ['nếu=chỉ tiêu "A" > 0 và chỉ tiêu "B" > 0 hoặc chỉ tiêu "C" > 0, thì=trừ 1', "cả “và” lẫn “hoặc”"],
  ['nếu=chỉ tiêu "A" > 0, thì=phê bình', 'Không có hậu quả "phê bình"'],
  [null, "Cần đủ hai phần"],
])("%s is refused", (parameters, message) => {
  expect(() => readLeaf(["dieu-kien", parameters, 0])).toThrow(ParameterError);
  expect(() => readLeaf(["dieu-kien", parameters, 0])).toThrow(message);
});

test("a condition has no points of its own", () => {
  const row = { code: "1", rule: "dieu-kien", parameters: "nếu=thiếu bảng tự chấm, thì=trừ 8" };
  expect(listProblems({ ...row, max: "5" })).toEqual(["2 Điểm tối đa needless-max"]);
  expect([listProblems(row), listProblems({ ...row, max: "0" })]).toEqual([[], []]);
});

test("each way of writing a condition that messages name is one it takes", () => {
  const shapes = [
    'chỉ tiêu "TÊN" > 0',
    '% kế hoạch "TÊN" < 70',
    'chỉ tiêu "TÊN" đạt',
    "thiếu bảng tự chấm",
    "số chỉ tiêu không đạt > 0",
  ];
  for (const shape of shapes) {
    expect(CONDITION_SHAPES).toContain(shape);
    expect(() => readLeaf(["dieu-kien", `nếu=${shape}, thì=trừ 1`, 0])).not.toThrow();
  }
});
