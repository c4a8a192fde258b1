import { expect, test } from "vitest";
import { computeAttainment, computeGrowth } from "../../src/domain/attainment.js";
import type { Direction, Measurement } from "../../src/domain/indicator.js";
import { toPlain } from "../../src/domain/number.js";

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
  ["higher", "-10", "-5", null, "exceeded", "not-comparable"],
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
