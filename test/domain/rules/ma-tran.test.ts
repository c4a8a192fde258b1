import { expect, test } from "vitest";
import { ParameterError } from "../../../src/domain/rules/parameters.js";
import { assess, type Leaf, readLeaf, scoreLeaf, shownPoints } from "./make-leaf.js";

const FILES = "Hồ sơ tiếp nhận trong năm";
const LATE = "Tỷ lệ hồ sơ trễ hạn";
const CLASSES = `lớp theo="${FILES}", lớp=dưới 1000 / từ 1000 đến dưới 2000 / từ 2000, theo=thực hiện`;

/** practice §1.2, item 3.3: 6 points when nothing is late, less by the late share; rows of the source are columns here. */
const LATE_SHARE: Leaf = [
  "ma-tran",
  `${CLASSES}, trên 0 đến dưới 1=-1/-0,5/-0,2, từ 1 đến dưới 7=-1,5/-1/-0,7, từ 7 đến dưới 10=-2/-1,5/-1,2, từ 10=-2,5/-2/-1,7`,
  6,
];
/** The bonus by the early share, only when nothing is late. */
const EARLY_SHARE: Leaf = [
  "ma-tran",
  `${CLASSES}, từ 1 đến dưới 5=+0,5/+1/+1,2, từ 5 đến dưới 7=+1/+1,5/+1,7, từ 7 đến dưới 10=+1,5/+2/+2,2, từ 10=+2/+2,5/+2,7, ` +
    `nếu=chỉ tiêu "${LATE}" = 0`,
  0,
];

const files = (count: string) => ({ [FILES]: assess([null, count], "higher", "hồ sơ") });

// Every cell of the printed matrix: files a year, then shares at both ends of each band.
test.each<[string, [string, string][]]>([
  [
    "999",
    [
      ["0", "0"],
      ["0.01", "1"],
      ["0.99", "1"],
      ["1", "1.5"],
      ["6.99", "1.5"],
      ["7", "2"],
      ["9.99", "2"],
      ["10", "2.5"],
    ],
  ],
  [
    "1000",
    [
      ["0", "0"],
      ["0.5", "0.5"],
      ["1", "1"],
      ["7", "1.5"],
      ["100", "2"],
    ],
  ],
  [
    "1999",
    [
      ["0.5", "0.5"],
      ["6.9", "1"],
      ["9", "1.5"],
      ["10", "2"],
    ],
  ],
  [
    "2000",
    [
      ["0", "0"],
      ["0.5", "0.2"],
      ["1", "0.7"],
      ["7", "1.2"],
      ["10", "1.7"],
    ],
  ],
])("%s files a year: the late share takes what the matrix says", (count, cells) => {
  for (const [share, deduction] of cells) {
    const outcome = scoreLeaf(LATE_SHARE, [null, share], { measure: "%", others: files(count) });
    expect([share, ...shownPoints(outcome)]).toEqual([share, "6", "0", deduction]);
  }
});

test.each<[string, [string, string][]]>([
  [
    "500",
    [
      ["0.99", "0"],
      ["1", "0.5"],
      ["5", "1"],
      ["7", "1.5"],
      ["10", "2"],
    ],
  ],
  [
    "1500",
    [
      ["1", "1"],
      ["5", "1.5"],
      ["7", "2"],
      ["10", "2.5"],
    ],
  ],
  [
    "5000",
    [
      ["1", "1.2"],
      ["5", "1.7"],
      ["7", "2.2"],
      ["10", "2.7"],
    ],
  ],
])("%s files a year, nothing late: the early share adds what the matrix says", (count, cells) => {
  for (const [share, bonus] of cells) {
    const others = { ...files(count), [LATE]: assess([null, "0"], "lower", "%") };
    const outcome = scoreLeaf(EARLY_SHARE, [null, share], { measure: "%", others });
    expect([share, ...shownPoints(outcome)]).toEqual([share, "0", bonus, "0"]);
  }
});

test("one late file and the early share adds nothing, and says why", () => {
  const others = { ...files("500"), [LATE]: assess([null, "0.2"], "lower", "%") };
  const outcome = scoreLeaf(EARLY_SHARE, [null, "12"], { measure: "%", others });
  expect(shownPoints(outcome)).toEqual(["0", "0", "0"]);
  expect(outcome.explanation).toContain('không xét vì điều kiện “chỉ tiêu "Tỷ lệ hồ sơ trễ hạn" = 0” không có');
  expect(outcome.problems).toEqual([]);
});

test("a late share nobody reported leaves the bonus out and is a problem, since it might have been earned", () => {
  const outcome = scoreLeaf(EARLY_SHARE, [null, "12"], { measure: "%", others: files("500") });
  expect(shownPoints(outcome)).toEqual(["0", "0", "0"]);
  expect(outcome.problems).toEqual(["chưa cộng, trừ điểm: Tỷ lệ hồ sơ trễ hạn: chưa có số liệu"]);
});

test("the bands may be part of a total, and points without a sign are what is earned", () => {
  const earned: Leaf = ["ma-tran", `${CLASSES}, từ 95=5/4/3, dưới 95=2/1/0`, 5];
  // 96/100 = 96 %
  const share = { text: "96/100", low: "96", high: "100", operator: "of" } as const;
  const outcome = scoreLeaf(earned, [null, share], { measure: "%", others: files("1200") });
  expect(shownPoints(outcome)).toEqual(["4", "0", "0"]);
  expect(outcome.explanation).toBe(
    'thực hiện 96, Hồ sơ tiếp nhận trong năm 1.200 (lớp "từ 1000 đến dưới 2000"), bậc "từ 95": 4 điểm',
  );
});

test("what is missing is said: the class, or the indicator itself", () => {
  expect(scoreLeaf(LATE_SHARE, [null, "0"], { measure: "%" }).problems).toEqual([`${FILES}: chưa có số liệu`]);
  expect(scoreLeaf(LATE_SHARE, null, { others: files("10") }).problems).toEqual(["chưa có số liệu"]);
});

test("its room above and below the points is the greatest of each sign", () => {
  expect(readLeaf(LATE_SHARE).deduction?.cap?.toString()).toBe("2.5");
  expect(readLeaf(EARLY_SHARE).bonus?.cap?.toString()).toBe("2.7");
  expect(readLeaf(EARLY_SHARE).indicators).toEqual([FILES, LATE]);
});

test.each([
  [`${CLASSES}, từ 1=+1/+2`, "có 2 điểm, cần đủ 3 điểm cho 3 lớp"],
  [`${CLASSES}, từ 1=+1/+2/3`, "cùng kiểu"],
  [`${CLASSES}, từ 1=9/1/1`, "nhiều hơn điểm tối đa 6"],
  ["lớp=dưới 1 / từ 1, từ 1=1/1", 'thiếu "lớp theo=…"'],
  ['lớp theo="X", từ 1=1', 'thiếu "lớp=…"'],
  ['lớp theo="X", lớp=dưới 5 / từ 4, từ 1=1/1', "chồng lên nhau"],
  [CLASSES, "ít nhất một bậc"],
])("%s is refused", (parameters, message) => {
  expect(() => readLeaf(["ma-tran", parameters, 6])).toThrow(ParameterError);
  expect(() => readLeaf(["ma-tran", parameters, 6])).toThrow(message);
});
