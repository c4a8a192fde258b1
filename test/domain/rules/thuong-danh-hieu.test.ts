import { expect, test } from "vitest";
import { ParameterError } from "../../../src/domain/rules/parameters.js";
import { type Leaf, readLeaf, scoreLeaf, shownPoints } from "./make-leaf.js";

/** practice §1.4 D: +10 for a Cờ of the province or of a ministry, +15 for one of the Government (97 + 10 = 107). */
const FLAGS: Leaf = ["thuong-danh-hieu", "Cờ thi đua của Chính phủ=15, Cờ thi đua cấp tỉnh=10, Cờ thi đua bộ=10", 0];

const given = (...ids: string[]) => ({ awards: ids.map((awardId) => ({ awardId, decided: true })) });

test("a unit earns the points of what it was given", () => {
  expect(shownPoints(scoreLeaf(FLAGS, null, given("co-thi-dua-tinh")))).toEqual(["0", "10", "0"]);
  expect(shownPoints(scoreLeaf(FLAGS, null, given("co-thi-dua-chinh-phu")))).toEqual(["0", "15", "0"]);
  expect(shownPoints(scoreLeaf(FLAGS, null, given("bang-khen")))).toEqual(["0", "0", "0"]);
  expect(scoreLeaf(FLAGS, null).problems).toEqual([]);
});

test("several awards add up, or only the highest counts", () => {
  // 15 + 10 = 25
  const both = given("co-thi-dua-tinh", "co-thi-dua-chinh-phu");
  const outcome = scoreLeaf(FLAGS, null, both);
  expect(shownPoints(outcome)[1]).toBe("25");
  expect(outcome.explanation).toBe("Cờ thi đua của Chính phủ 15 điểm, Cờ thi đua của Ủy ban nhân dân tỉnh 10 điểm");
  const highest: Leaf = [FLAGS[0], `${FLAGS[1]}, tính=cao nhất`, 0];
  expect(shownPoints(scoreLeaf(highest, null, both))[1]).toBe("15");
  expect(readLeaf(highest).bonus?.cap?.toString()).toBe("15");
  expect(readLeaf(FLAGS).bonus).toEqual({ cap: null });
});

test("a cap holds, and of a criterion with a maximum they are its points", () => {
  const capped: Leaf = [FLAGS[0], `${FLAGS[1]}, trần thưởng=20`, 0];
  const both = given("co-thi-dua-tinh", "co-thi-dua-chinh-phu");
  expect(shownPoints(scoreLeaf(capped, null, both))).toEqual(["0", "20", "0"]);
  const worth: Leaf = ["thuong-danh-hieu", "Bằng khen=6, Giấy khen=3", 10];
  // 6 + 6 = 12 > 10
  expect(shownPoints(scoreLeaf(worth, null, given("bang-khen", "bang-khen")))).toEqual(["10", "0", "0"]);
  expect(shownPoints(scoreLeaf(worth, null, given("giay-khen")))).toEqual(["3", "0", "0"]);
});

test("an award without a decision counts, and is a problem", () => {
  const outcome = scoreLeaf(FLAGS, null, { awards: [{ awardId: "co-thi-dua-tinh", decided: false }] });
  expect(shownPoints(outcome)[1]).toBe("10");
  expect(outcome.problems[0]).toContain("chưa ghi số quyết định");
});

test("a name with commas stands in quotes", () => {
  const leaf: Leaf = ["thuong-danh-hieu", '"Cờ thi đua của bộ, ban, ngành"=10', 0];
  expect(shownPoints(scoreLeaf(leaf, null, given("co-thi-dua-bo")))[1]).toBe("10");
});

test.each([
  [null, "ít nhất một danh hiệu"],
  ["Cờ thi đua Chín phủ=15", 'Không có danh hiệu, hình thức khen thưởng "Cờ thi đua Chín phủ". Có phải là'],
  ["Bằng khen=nhiều", "không phải là số"],
  ["Bằng khen=5, tính=trung bình", '"tính=trung bình" không có'],
])("%s is refused", (parameters, message) => {
  expect(() => readLeaf(["thuong-danh-hieu", parameters, 0])).toThrow(ParameterError);
  expect(() => readLeaf(["thuong-danh-hieu", parameters, 0])).toThrow(message);
});
