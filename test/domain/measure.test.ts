import { expect, test } from "vitest";
import { measureKey, moneyPower } from "../../src/domain/measure.js";

test.each([
  ["tỉ đồng", "tỷ đồng"],
  ["Tr.đ", "triệu đồng"],
  ["triệu VNĐ", "triệu đồng"],
  ["1.000 đồng", "nghìn đồng"],
  ["ngàn đồng", "nghìn đồng"],
  ["m³", "m3"],
  ["Phần trăm", "%"],
])("%s is %s", (one, other) => expect(measureKey(one)).toBe(measureKey(other)));

test.each([
  ["tỷ đồng", "triệu đồng"],
  ["triệu USD", "triệu đồng"],
  ["nghìn người", "nghìn đồng"],
  ["điểm %", "%"],
  ["ha", "m2"],
])("%s is not %s", (one, other) => expect(measureKey(one)).not.toBe(measureKey(other)));

test("money is counted in powers of ten of đồng", () => {
  expect(["đồng", "nghìn đồng", "tr.đ", "tỉ đồng", "triệu USD"].map(moneyPower)).toEqual([0, 3, 6, 9, null]);
});
