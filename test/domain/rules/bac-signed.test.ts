import { expect, test } from "vitest";
import { ParameterError } from "../../../src/domain/rules/parameters.js";
import { assess, type Leaf, readLeaf, scoreLeaf, shownPoints } from "./make-leaf.js";

/** practice §1.2, d1: inspections over plan <20 % +1, ≥20 % +2; 95–<100 % −1, <95 % −2; at plan neither. */
const INSPECTIONS: Leaf = ["bac", "từ 120=+2, trên 100 đến dưới 120=+1, từ 95 đến dưới 100=-1, dưới 95=-2", 3];

test.each<[string, string, string]>([
  ["94.99", "0", "2"],
  ["95", "0", "1"],
  ["99.99", "0", "1"],
  ["100", "0", "0"],
  ["100.01", "1", "0"],
  ["119.99", "1", "0"],
  ["120", "2", "0"],
])("%s %% of plan adds %s and takes %s, beside the full points", (actual, bonus, deduction) => {
  expect(shownPoints(scoreLeaf(INSPECTIONS, ["100", actual]))).toEqual(["3", bonus, deduction]);
});

test("a figure between two bands is in neither", () => {
  expect(scoreLeaf(INSPECTIONS, ["100", "100"]).explanation).toBe("đạt 100% kế hoạch, không thuộc bậc cộng, trừ nào");
});

test("a percentage just under a band is not shown as its end", () => {
  expect(scoreLeaf(INSPECTIONS, ["100000", "99999"]).explanation).toContain("đạt 99,999% kế hoạch");
});

test("a band may depend on another indicator", () => {
  // practice §1.2, a4.2: ≥99 % and all kinds of land ≥95 % → +2
  const leaf: Leaf = ["bac", 'theo=thực hiện, từ 99=+2, nếu=chỉ tiêu "Các loại đất" >= 95', 0];
  const bonus = (all: string) =>
    shownPoints(
      scoreLeaf(leaf, [null, "99,2".replace(",", ".")], { others: { "Các loại đất": assess([null, all]) } }),
    )[1];
  expect([bonus("94.9"), bonus("95")]).toEqual(["0", "2"]);
});

test("bands may include their upper end, or be a single figure", () => {
  const leaf: Leaf = ["bac", "theo=thực hiện, đúng 0=5, trên 0 đến hết 2=3, trên 2=0", 5];
  const points = (actual: string) => shownPoints(scoreLeaf(leaf, [null, actual]))[0];
  expect([points("0"), points("0.1"), points("2"), points("2.1")]).toEqual(["5", "3", "3", "0"]);
});

test("0 needs no sign among bands that have one", () => {
  const leaf: Leaf = ["bac", "từ 110=+1, từ 100=0, dưới 100=-1", 2];
  expect(shownPoints(scoreLeaf(leaf, ["100", "105"]))).toEqual(["2", "0", "0"]);
});

test.each([
  ["từ 100=+1, từ 90=2", "cùng kiểu"],
  ["từ 100=+1, thưởng=1 mỗi 1%", 'không ghi thêm "thưởng"'],
  ["từ 95 đến 99=1", 'Không hiểu "từ 95 đến 99"'],
  ["đến hết 5=1, từ 5=2", "chồng lên nhau"],
  ["đúng 5=1, từ 5=2", "chồng lên nhau"],
  ["từ 98=5, nếu=trời đẹp", 'Không hiểu điều kiện "trời đẹp"'],
])("%s is refused", (parameters, message) => {
  expect(() => readLeaf(["bac", parameters, 5])).toThrow(ParameterError);
  expect(() => readLeaf(["bac", parameters, 5])).toThrow(message);
});
