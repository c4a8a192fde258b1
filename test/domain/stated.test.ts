import { expect, test } from "vitest";
import { computeAttainment } from "../../src/domain/attainment.js";
import type { Direction, Measurement } from "../../src/domain/indicator.js";
import { exact } from "../../src/domain/number.js";
import { compareStatedPercent, contradictsLabel, type StatedDifference } from "../../src/domain/stated.js";

test.each<[string, string, string, Direction, StatedDifference | null]>([
  ["102.9", "53.5", "52", "higher", null],
  ["98.06", "2069", "2110", "higher", null],
  ["98.15", "1172", "1194", "higher", null],
  ["98.06", "1675", "1709", "higher", "error"],
  ["99.43", "12504.08", "12574.82", "higher", null],
  ["2413", "1809.5", "75", "higher", "rounding"],
  ["98.1", "1172", "1194", "higher", "truncation"],
  ["0.65", "508", "779", "higher", "fraction"],
  ["89.2", "5613.7", "6300", "higher", "error"],
  ["98", "20", "19.6", "lower", "inverse"],
  ["100", "93", "93", "higher", null],
])("%s beside %s/%s (%s): %s", (stated, part, whole, direction, difference) => {
  const computed = exact(part).div(exact(whole)).mul(100);
  expect(compareStatedPercent(stated, computed, direction)).toBe(difference);
});

const range: Measurement = { text: "1-1,5", low: "1", high: "1.5", operator: "range" };
const ceiling: Measurement = { text: "dưới 4", low: null, high: "4", operator: "<" };

test.each<[string, Measurement, Measurement, boolean]>([
  ["Đạt", "1915", "2007", false],
  ["Đạt", "1055", "950", true],
  ["Không đạt", "1055", "950", false],
  ["Không đạt", "1055", "1055", true],
  ["Vượt", "7213.5", "7787", false],
  ["Vượt", "100", "100", true],
  ["Vượt", range, "1.1", true],
  ["Vượt", ceiling, "2.79", false],
  ["Đạt", ceiling, "3.1", false],
  ["Đạt", ceiling, "4", true],
  ["Vượt KH", "10", "9", true],
  ["Đạt và vượt", "10", "9", true],
  ["Không đạt chỉ tiêu", "10", "11", true],
  ["Khá", "100", "50", false],
  ["Vượt", ceiling, { text: "Xuất siêu", low: null, high: null, operator: null }, false],
])("%s said of a plan %j and a result %j contradicts: %s", (label, planned, actual, contradicts) => {
  const attainment = computeAttainment({ assigned: true, planned, actual }, "higher");
  expect(contradictsLabel(label, attainment, planned)).toBe(contradicts);
});
