import { expect, test } from "vitest";
import { toPlain } from "../../../src/domain/number.js";
import { ParameterError } from "../../../src/domain/rules/parameters.js";
import type { LeafScore } from "../../../src/domain/rules/rule.js";
import { type Leaf, type Pair, readLeaf, scoreLeaf as score } from "./make-leaf.js";

const shown = ({ base, bonus }: LeafScore) => [base === null ? null : toPlain(base, 4), toPlain(bonus, 4)];

const P: [string, string, number] = ["ty-le", "sàn=70, thưởng=1 mỗi 1% tròn, trần thưởng=5%", 60];

test.each<[string, Pair, string | null, string]>([
  ["over the cap", ["500", "580"], "60", "3"],
  ["one whole percent and a bit", ["1000", "1019"], "60", "1"],
  ["less than one whole percent over", ["1000", "1009"], "60", "0"],
  ["exactly the plan", ["900", "900"], "60", "0"],
  ["under plan", ["1000", "920"], "55.2", "0"],
  ["exactly the floor", ["100", "70"], "42", "0"],
  ["under the floor", ["100", "69.9"], "0", "0"],
  ["no actual", ["100", null], null, "0"],
  ["zero plan", ["0", "5"], null, "0"],
])("ty-le: %s", (_title, own, base, bonus) => {
  expect(shown(score(P, own))).toEqual([base, bonus]);
});

test("ty-le: nothing of something unwanted gets all points and the whole bonus", () => {
  expect(shown(score(P, ["5", "0"], { direction: "lower" }))).toEqual(["60", "3"]);
});

test("ty-le: a bonus per % that is not of whole percents is in proportion, up to a cap in points", () => {
  expect(shown(score(["ty-le", "thưởng=0,5 mỗi 1%, trần thưởng=4 điểm", 40], ["1000", "1015"]))).toEqual([
    "40",
    "0.75",
  ]);
  expect(shown(score(["ty-le", "thưởng=0,5 mỗi 1%, trần thưởng=4 điểm", 40], ["1000", "1200"]))).toEqual(["40", "4"]);
});

test("ty-le: names of parameters may lack diacritics, blanks and case", () => {
  expect(shown(score(["ty-le", "SAN = 70;Thuong=1 moi 1% tron ,tran thuong= 5%", 60], ["500", "580"]))).toEqual([
    "60",
    "3",
  ]);
});

test("ty-le: what room it leaves above the points is known from its parameters", () => {
  expect(readLeaf(["ty-le", "thưởng=1 mỗi 1%", 10]).bonus).toEqual({ cap: null });
  expect(readLeaf(P).bonus?.cap?.toString()).toBe("3");
  expect(readLeaf(["ty-le", "sàn=70", 10]).bonus).toBeNull();
});

// The worked examples of the source of this rule, max 10.
test.each<[string, Pair, Pair[], string | null]>([
  [
    "the best excess gets all",
    ["100", "120"],
    [
      ["50", "60"],
      ["80", "80"],
    ],
    "10",
  ],
  [
    "a joint leader too",
    ["50", "60"],
    [
      ["100", "120"],
      ["80", "80"],
    ],
    "10",
  ],
  ["at plan gets the base share", ["80", "80"], [["100", "120"]], "5"],
  ["under plan in proportion", ["100", "80"], [["100", "120"]], "4"],
  ["half the best excess", ["100", "110"], [["100", "120"]], "7.5"],
  ["nobody over plan", ["100", "92"], [["100", "85"]], "4.6"],
  [
    "no target: the best of those without one",
    [null, "150"],
    [
      [null, "100"],
      [null, "75"],
    ],
    "10",
  ],
  [
    "no target: in proportion",
    [null, "100"],
    [
      [null, "150"],
      [null, "75"],
      ["10", "900"],
    ],
    "6.6667",
  ],
  ["no target, nothing done by anyone", [null, "0"], [[null, "0"]], null],
])("so-voi-tot-nhat: %s", (_title, own, peers, base) => {
  expect(shown(score(["so-voi-tot-nhat", "phần cơ bản=0,5", 10], own, { peers }))[0]).toBe(base);
});

test("so-voi-tot-nhat: lower is better turns the excess round", () => {
  const peers: Pair[] = [["1.0", "0.9"]];
  const own = (pair: Pair) => shown(score(["so-voi-tot-nhat", null, 50], pair, { direction: "lower", peers }))[0];
  expect(own(["20.0", "19.6"])).toBe("30");
  expect(own(["18.0", "18.5"])).toBe("24.3243");
  expect(own(["10", "0"])).toBe("50");
});

const BANDS: [string, string, number] = ["bac", "từ 98=5, từ 97 đến dưới 98=4, từ 96 đến dưới 97=3, dưới 96=0", 5];

test.each<[string, string]>([
  ["98", "5"],
  ["97.99", "4"],
  ["97", "4"],
  ["96", "3"],
  ["95.99", "0"],
  ["150", "5"],
])("bac: %s %% of plan gets %s points", (actual, points) => {
  expect(shown(score(BANDS, ["100", actual]))[0]).toBe(points);
});

test("bac: bands may be by the result itself, with a bonus from a start up to a cap", () => {
  const rule: [string, string, number] = [
    "bac",
    "theo=thực hiện, >=90=5, 80-<90=4, 70-<80=3, <70=0, thưởng=0,1 mỗi 1% từ 92, trần thưởng=0,5",
    5,
  ];
  expect(shown(score(rule, ["80", "97.7"]))).toEqual(["5", "0.5"]);
  expect(shown(score(rule, ["80", "94"]))).toEqual(["5", "0.2"]);
  expect(shown(score(rule, ["80", "81"]))).toEqual(["4", "0"]);
});

test("bac: nothing of something unwanted is in the highest band", () => {
  expect(shown(score(["bac", "từ 100=20, dưới 100=5", 20], ["5", "0"], { direction: "lower" }))).toEqual(["20", "0"]);
});

test("so-voi-tot-nhat: without a plan and lower is better, the lowest gets all, even 0", () => {
  const peers: Pair[] = [
    ["0", "0"],
    ["0", "3"],
  ];
  const own = (actual: string) =>
    shown(score(["so-voi-tot-nhat", null, 10], ["0", actual], { direction: "lower", peers }))[0];
  expect(own("0")).toBe("10");
  expect(own("3")).toBe("0");
});

test("ty-le: a percentage just under the floor is not shown as the floor", () => {
  const outcome = score(P, ["200000", "139990"]);
  expect(outcome.explanation).toBe("đạt 69,995% kế hoạch, dưới sàn 70% nên được 0 điểm");
});

test("bac: a result outside every band has no score, and says so", () => {
  const outcome = score(["bac", "từ 98=5, từ 97 đến dưới 98=4", 5], ["100", "50"]);
  expect(outcome.base).toBeNull();
  expect(outcome.problems[0]).toContain("không thuộc bậc nào");
});

test("dat: all points or none, by the indicator or by people", () => {
  expect(shown(score(["dat", null, 10], [null, true], { direction: "pass" }))[0]).toBe("10");
  expect(shown(score(["dat", null, 10], ["100", "99"]))[0]).toBe("0");
  expect(shown(score(["dat", "điểm=8", 10], ["100", "101"]))[0]).toBe("8");
  expect(shown(score(["dat", null, 10], null, { given: { self: "10", verified: "0" } }))[0]).toBe("0");
  expect(score(["dat", null, 10], null, { given: { self: "7" } }).problems[0]).toContain("không phải 0 hoặc 10");
});

test("truc-tiep: the last round present counts, never more than the maximum", () => {
  expect(shown(score(["truc-tiep", null, 10], null, { given: { self: "9", cross: "8,5".replace(",", ".") } }))[0]).toBe(
    "8.5",
  );
  expect(shown(score(["truc-tiep", null, 10], null, { given: { self: "9", verified: "7" } }))[0]).toBe("7");
  const over = score(["truc-tiep", null, 10], null, { given: { self: "12" } });
  expect(shown(over)[0]).toBe("10");
  expect(over.explanation).toBe("điểm tự chấm 12, chỉ tính 10");
  expect(score(["truc-tiep", null, 10], null).base).toBeNull();
});

test.each<[string, string, string]>([
  ["ty-le", "san=170", "nằm ngoài khoảng"],
  ["ty-le", "thuởng thêm=1", "Không có tham số"],
  ["ty-le", "sàn", "không có dạng"],
  ["ty-le", "sàn=bảy mươi", "không phải là số"],
  ["ty-le", "sàn=70, sàn=80", "ghi hai lần"],
  ["ty-le", "trần thưởng=5%", 'không có "thưởng"'],
  ["ty-le", "thưởng=nhiều", "không có dạng"],
  ["so-voi-tot-nhat", "phần cơ bản=1,5", "nằm ngoài khoảng"],
  ["bac", "từ 98=50", "nhiều hơn điểm tối đa"],
  ["bac", "từ 98=5, ≥98=4", "chồng lên nhau"],
  ["bac", "từ 95 đến dưới 99=5, từ 97=4", "chồng lên nhau"],
  ["bac", "từ 98 đến dưới 97=5", "nhỏ hơn mức cuối"],
  ["bac", "", "ít nhất một bậc"],
  ["dat", "điểm=11", "lớn hơn điểm tối đa"],
  ["truc-tiep", "sàn=1", "Không có tham số"],
])("%s refuses %s", (rule, parameters, message) => {
  const leaf: Leaf = [rule, parameters, 10];
  expect(() => readLeaf(leaf)).toThrow(ParameterError);
  expect(() => readLeaf(leaf)).toThrow(message);
});
