import { expect, test } from "vitest";
import { rankByScore } from "../../src/domain/ranking.js";
import { describeTieOrder } from "../../src/domain/tie-rule.js";
import { listProblems, type MadeUnit, makeRubric, scoreAll } from "./make-rubric.js";

const ROWS = [
  { code: "I", name: "Kinh tế", max: "60" },
  { code: "I.1", max: "40", rule: "ty-le", indicator: "Rừng" },
  { code: "I.2", max: "20", rule: "truc-tiep" },
  { code: "II", name: "Xây dựng Đảng", max: "40" },
  { code: "II.1", max: "40", rule: "truc-tiep" },
  { code: "II.2", rule: "moi-vu", parameters: "trừ=1" },
];

const rubric = (ties: string) => makeRubric(...ROWS, { code: "", name: "Tổng điểm", max: "100", parameters: ties });

/** Forest in % of plan, I.2, II.1, cases, and chấm chéo of II.1. */
function unit(forest: string, economy: string, party: string, cases: string, cross?: string): MadeUnit {
  return {
    results: { Rừng: ["100", forest] },
    given: {
      "I.2": { self: economy },
      "II.1": { self: party, ...(cross === undefined ? {} : { cross, verified: party }) },
      "II.2": { cases },
    },
  };
}

/** unit:rank:deciding rule */
function places(ties: string, units: Record<string, MadeUnit>): string[] {
  const made = rubric(ties);
  const ranked = rankByScore(scoreAll(made, units), made.ties.rules);
  return ranked.map(({ unit: name, rank, tieBrokenBy }) => `${name} ${rank} ${tieBrokenBy ?? "-"}`);
}

test("a named part decides: its points, not those of the whole", () => {
  // A: 40 + 10 + 30 = 80, part I 50; B: 40 + 20 + 20 = 80, part I 60
  const units = { A: unit("100", "10", "30", "0"), B: unit("100", "20", "20", "0") };
  for (const ties of ["bằng điểm=điểm mục I", "bằng điểm=điểm phần Kinh tế cao hơn", "BANG DIEM = diem I"]) {
    expect(places(ties, units)).toEqual(["B 1 điểm mục I cao hơn", "A 2 điểm mục I cao hơn"]);
  }
  expect(places("bằng điểm=điểm mục II", units)).toEqual(["A 1 điểm mục II cao hơn", "B 2 điểm mục II cao hơn"]);
});

test("fewer deductions, more indicators met, the higher chấm chéo", () => {
  // A: 40 + 10 + 30 = 80; B: 40 + 10 + 32 − 2 = 80
  const fewer = { B: unit("100", "10", "32", "2"), A: unit("100", "10", "30", "0") };
  expect(places("bằng điểm=ít điểm trừ hơn", fewer)).toEqual(["A 1 ít điểm trừ hơn", "B 2 ít điểm trừ hơn"]);
  // A: 40 × 50 % = 20, and 60 by people; B: 40, and 40 by people
  const met = { A: unit("50", "20", "40", "0"), B: unit("100", "20", "20", "0") };
  expect(places("bằng điểm=nhiều chỉ tiêu đạt hơn", met)).toEqual([
    "B 1 nhiều chỉ tiêu đạt hơn",
    "A 2 nhiều chỉ tiêu đạt hơn",
  ]);
  const cross = { A: unit("100", "10", "30", "0", "28"), B: unit("100", "10", "30", "0", "29") };
  expect(places("bằng điểm=điểm chấm chéo", cross)).toEqual([
    "B 1 điểm chấm chéo cao hơn",
    "A 2 điểm chấm chéo cao hơn",
  ]);
});

test("rules are taken in order, each unit with the last one it needed", () => {
  // all 80; part I: A 60, B 50, C 50; deductions: B 2, C 0
  const units = {
    B: unit("100", "10", "32", "2"),
    C: unit("100", "10", "30", "0"),
    A: unit("100", "20", "20", "0"),
  };
  expect(places("bằng điểm=điểm mục I / ít điểm trừ hơn", units)).toEqual([
    "A 1 điểm mục I cao hơn",
    "C 2 ít điểm trừ hơn",
    "B 3 ít điểm trừ hơn",
  ]);
  expect(places("bằng điểm=điểm mục I", units)).toEqual([
    "A 1 điểm mục I cao hơn",
    "B 2 điểm mục I cao hơn",
    "C 2 điểm mục I cao hơn",
  ]);
});

test("what no rule decides stays a tie: 1, 2, 2, 4", () => {
  const same = unit("100", "10", "30", "0");
  const units = { A: same, B: unit("100", "20", "40", "0"), C: same, D: unit("100", "0", "0", "0") };
  expect(places("bằng điểm=điểm mục I / bốc thăm", units)).toEqual(["B 1 -", "A 2 -", "C 2 -", "D 4 -"]);
  expect(describeTieOrder(rubric("bằng điểm=điểm mục I / bốc thăm").ties)).toBe(
    "Bằng điểm thì xét lần lượt: điểm mục I cao hơn; vẫn bằng thì cùng hạng (1, 2, 2, 4) cho đến khi bốc thăm",
  );
  expect(describeTieOrder(makeRubric(...ROWS).ties)).toBe("Bằng điểm thì cùng hạng (1, 2, 2, 4)");
});

test("one unit alone is first, and no rule was needed", () => {
  expect(places("bằng điểm=điểm mục I", { A: unit("100", "10", "30", "0") })).toEqual(["A 1 -"]);
});

test.each([
  ["bằng điểm=điểm mục IX", "bad-parameter"],
  ["bằng điểm=tuổi đời", "bad-parameter"],
  ["bằng điểm=bốc thăm / điểm mục I", "bad-parameter"],
  ["bằng nhau=điểm mục I", "bad-parameter"],
  ["số lẻ=7", "bad-parameter"],
  ["số lẻ=1,5", "bad-parameter"],
])("%s is refused at the row of the total", (parameters, code) => {
  expect(listProblems(...ROWS, { code: "", max: "100", parameters })).toEqual([`8 Tham số ${code}`]);
});
