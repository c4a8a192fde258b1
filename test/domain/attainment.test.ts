import { expect, test } from "vitest";
import { computeAttainment, computeGrowth } from "../../src/domain/attainment.js";
import type { Direction, Measurement, TypedAmount } from "../../src/domain/indicator.js";
import { exact, toPlain } from "../../src/domain/number.js";

type Case = [Direction, Measurement, Measurement, string | null, string, string | null];

test.each<Case>([
  ["higher", "1000", "1074", "107.4", "exceeded", null],
  ["higher", "850", "850", "100", "met", null],
  ["higher", "2600", "2574", "99", "missed", null],
  ["higher", "3", "1", "33.33", "missed", null],
  ["lower", "20.0", "19.6", "102.04", "exceeded", null],
  ["lower", "18", "18.5", "97.3", "missed", null],
  ["lower", "12", "12", "100", "met", null],
  ["lower", "5", "0", null, "exceeded", "zero-actual"],
  ["pass", null, true, "100", "met", null],
  ["pass", null, false, "0", "missed", null],
  ["pass", null, "1", "100", "met", null],
  ["pass", "9", "8", "0", "missed", null],
  ["pass", null, "8", null, "unknown", "not-comparable"],
  ["higher", "0", "5", null, "unknown", "zero-plan"],
  ["lower", "0", "5", null, "unknown", "zero-plan"],
  ["higher", null, "5", null, "unknown", "no-plan"],
  ["higher", "5", null, null, "unknown", "no-actual"],
  ["higher", "5", "0", "0", "missed", null],
  ["higher", "5", true, null, "unknown", "not-comparable"],
  ["higher", "-10", "-5", null, "exceeded", "negative"],
  ["higher", "10", "-5", null, "missed", "negative"],
  ["lower", "-10", "5", null, "missed", "negative"],
])("%s: plan %s, actual %s → %s %%, %s", (direction, planned, actual, percent, status, unknown) => {
  const attainment = computeAttainment({ assigned: true, planned, actual }, direction);
  const shown = attainment.attainmentPercent === null ? null : toPlain(attainment.attainmentPercent, 2);
  expect([shown, attainment.status, attainment.unknown]).toEqual([percent, status, unknown]);
});

test("a unit that was not given the task has no attainment, whatever its figures", () => {
  const attainment = computeAttainment({ assigned: false, planned: "5", actual: "5" }, "higher");
  expect(attainment).toEqual({ attainmentPercent: null, status: "unknown", unknown: "not-assigned" });
});

test.each<[Measurement, Measurement, string | null, string | null]>([
  ["46.32", "42.83", "triệu đồng", "8.15"],
  ["50", "100", "ha", "-50"],
  ["5", "-10", "tỷ đồng", "150"],
  ["4.17", "4.33", "%", "-0.16"],
  ["5", "0", "ha", null],
  ["5", null, "ha", null],
  [null, "5", "ha", null],
  [true, "5", "ha", null],
])("growth from %#", (actual, previous, measure, growth) => {
  const value = computeGrowth(actual, previous, measure);
  expect(value === null ? null : toPlain(value, 2)).toBe(growth);
});

type Written = [operator: TypedAmount["operator"], low: string | null, high: string | null];
const amount = (value: string | Written): Measurement =>
  typeof value === "string" ? value : { text: "", operator: value[0], low: value[1], high: value[2] };

test.each<[Direction, string | Written, string | Written, string | null, string, string | null]>([
  ["higher", ["range", "7.5", "8"], "7.18", "95.73", "missed", null],
  ["higher", ["range", "6.6", "6.8"], "6.6", "100", "met", null],
  ["higher", ["range", "6.6", "6.8"], "6.8", "100", "met", null],
  ["higher", ["range", "6.6", "6.8"], "7.02", "103.24", "exceeded", null],
  ["lower", ["range", "4", "5"], "3.2", "125", "exceeded", null],
  ["lower", ["range", "4", "5"], "0", null, "exceeded", "zero-actual"],
  ["higher", ["range", "-5", "-4"], "3", null, "exceeded", "negative"],
  ["higher", [">", "10", null], "-3", null, "missed", "negative"],
  ["higher", ["range", "-5", "0"], "3", null, "exceeded", "zero-plan"],
  ["lower", ["range", "4", "5"], "5.5", "90.91", "missed", null],
  ["higher", ["<", null, "4"], "3.1", "100", "met", null],
  ["higher", ["<", null, "4"], "4", "100", "missed", null],
  ["lower", ["<=", null, "4"], "5", "80", "missed", null],
  ["higher", [">", "2300", null], "2400", "100", "met", null],
  ["higher", [">=", "2300", null], "2070", "90", "missed", null],
  ["higher", ["~", "4", "4"], "2.79", "69.75", "missed", null],
  ["lower", ["~", "4", "4"], "2.79", "143.37", "exceeded", null],
  ["higher", "4", [">", "4", null], null, "exceeded", "not-one-number"],
  ["higher", "4", ["<", null, "5"], null, "unknown", "not-one-number"],
  ["higher", ["range", "60", "62"], ["range", "61", "62"], "100", "met", null],
  ["higher", ["range", "24", "24.5"], ["~", "24", "24"], "100", "met", null],
  ["higher", ["<", null, "3"], [null, null, null], null, "unknown", "not-comparable"],
  ["higher", "5", ["of", "4", "17"], "80", "missed", null],
  ["pass", [">=", "95", null], "96", "100", "met", null],
  ["pass", ["<", null, "4"], "5", "0", "missed", null],
])("%s: a plan %j against a result %j → %s %%, %s", (direction, planned, actual, percent, status, unknown) => {
  const result = { assigned: true, planned: amount(planned), actual: amount(actual) };
  const attainment = computeAttainment(result, direction);
  const shown = attainment.attainmentPercent === null ? null : toPlain(attainment.attainmentPercent, 2);
  expect([shown, attainment.status, attainment.unknown]).toEqual([percent, status, unknown]);
});

test("part of a total is a percentage where the indicator is measured in %", () => {
  const actual = amount(["of", "2069", "2110"]);
  const attainment = computeAttainment({ assigned: true, planned: "98", actual, measure: "%" }, "higher");
  expect(toPlain(attainment.attainmentPercent ?? exact(0), 3)).toBe("100.058");
});

test("of two measures in one cell each must reach its own plan", () => {
  const pair = (...parts: TypedAmount["parts"] & object): TypedAmount => ({
    text: "",
    low: null,
    high: null,
    operator: "pair",
    parts,
  });
  const under = (high: string): TypedAmount => ({ text: `<${high}`, low: null, high, operator: "<" });
  const planned = pair(under("7.6"), under("10.4"));
  const status = (first: string, second: string) =>
    computeAttainment({ assigned: true, planned, actual: pair(first, second) }, "lower").status;
  expect(status("7.6", "10.4")).toBe("missed");
  expect(status("7.5", "10.4")).toBe("missed");
  expect(status("7.5", "10.3")).toBe("met");
  expect(computeAttainment({ assigned: true, planned: "7", actual: planned }, "lower").unknown).toBe("not-comparable");
});
