import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateText, isPercentFormat, numberText } from "../../src/readers/cell/cell-text.js";
import { dropMark, isMarkedDate, isMarkedNumber, markedNumber } from "../../src/readers/cell/typed-cell.js";

describe("numbers of a workbook", () => {
  test.each([
    [1.454, "1.454"],
    [0.28999999999999998, "0.29"],
    [0.1 + 0.2, "0.3"],
    [1e-7, "0.0000001"],
    [-1.5e-8, "-0.000000015"],
    [1234567890123456, "1234567890123456"],
    [0, "0"],
    [-0.5, "-0.5"],
  ])("%s is %s", (value, text) => {
    expect(dropMark(numberText(value, false))).toBe(text);
    expect(markedNumber(numberText(value, false))).toBe(text);
  });

  test.each([
    [1.16, "116%"],
    [0.07, "7%"],
    [1.0745, "107.45%"],
    [-0.005, "-0.5%"],
    [0, "0%"],
    [12, "1200%"],
    [0.00001, "0.001%"],
  ])("%s shown as a percentage is %s", (value, text) => {
    expect(dropMark(numberText(value, true))).toBe(text);
  });

  test("a number too large to write out is left as text and is no marked number", () => {
    expect(isMarkedNumber(numberText(1.5e300, false))).toBe(false);
  });

  test("text pasted with isolate marks of its own is text", () => {
    for (const text of ["\u2068Xã An Mẫu\u2069", "\u2069x", "\u2066 12"]) {
      expect(dropMark(text)).toBe(text);
      expect(markedNumber(text)).toBeNull();
    }
  });

  test("what was typed with up to 15 digits comes back digit for digit", () => {
    const typed = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(typed, ([digits, decimals]) => {
        const value = Number(`${digits}e-${decimals}`);
        const text = markedNumber(numberText(value, false)) ?? "";
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value);
        const hundredfold = markedNumber(numberText(value, true)) ?? "";
        expect(Number(hundredfold)).toBe(Number(`${digits}e${2 - decimals}`));
      }),
    );
  });
});

test.each([
  ["0%", true],
  ["0.0%", true],
  ["0.0%;[Red]-0.0%", true],
  ['0.00"%"', false],
  ["0.00\\%", false],
  ["General", false],
  ["0_%", false],
  ["#,##0", false],
])("the format %s shows a percentage: %s", (format, expected) => {
  expect(isPercentFormat(format)).toBe(expected);
});

test.each([
  ["2020-03-05T00:00:00Z", "05/03/2020"],
  ["2020-03-05T08:30:00Z", "05/03/2020 08:30"],
  ["2020-03-05T08:30:15Z", "05/03/2020 08:30:15"],
  ["1899-12-30T12:00:00Z", "12:00"],
])("%s is written %s", (moment, text) => {
  const raw = dateText(new Date(moment));
  expect([isMarkedDate(raw), dropMark(raw)]).toEqual([true, text]);
});
