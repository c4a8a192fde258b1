import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDecimal } from "../../src/domain/number.js";
import { type NumberStyle, readNumber, readUsualNumber, StyleEvidence } from "../../src/readers/cell/number.js";
import { describeNumberTrouble } from "../../src/readers/cell/number-trouble.js";

describe("a number that can be read one way only", () => {
  test.each([
    ["580", "580"],
    ["05", "5"],
    ["000", "0"],
    ["-0", "0"],
    ["+20", "20"],
    ["+ 1", "1"],
    ["1234,5", "1234.5"],
    ["20,0", "20"],
    ["7,50", "7.5"],
    ["0,125", "0.125"],
    ["0.952", "0.952"],
    ["654.1", "654.1"],
    ["1234.567", "1234.567"],
    ["1.234,5", "1234.5"],
    ["1.234.567", "1234567"],
    ["78.783,51", "78783.51"],
    ["1 234,5", "1234.5"],
    ["1\u00a0234\u00a0567", "1234567"],
    ["1\u202f234,5", "1234.5"],
    ["1\u2009234", "1234"],
    ["- 934,11", "-934.11"],
    ["−4,13", "-4.13"],
    ["–4,13", "-4.13"],
    ["(0,5)", "-0.5"],
    ["( 1.200 )", "-1200"],
    ["107,4 %", "107.4"],
    ["95,2%", "95.2"],
    ["12,5‰", "12.5"],
    [" 36,6 ", "36.6"],
    ["'36,6", "36.6"],
    ["99999999999999999999,99", "99999999999999999999.99"],
  ])("%j is %s", (text, value) => {
    expect(readNumber(text, "undecided")).toEqual({ value, other: null });
  });
});

describe("a single separator with three digits behind it follows the file", () => {
  test.each<[string, NumberStyle, string, string | null]>([
    ["1.454", "vietnamese", "1454", null],
    ["1.454", "undecided", "1454", null],
    ["1.454", "english", "1.454", null],
    ["1.454", "dot-decimal", "1.454", "1454"],
    ["1,454", "vietnamese", "1.454", null],
    ["1,454", "undecided", "1454", "1.454"],
    ["1,454", "english", "1454", null],
    ["1,454", "dot-decimal", "1454", null],
    ["(1,454)", "undecided", "-1454", "-1.454"],
  ])("%s in a %s file is %s (or %s)", (text, style, value, other) => {
    expect(readNumber(text, style)).toEqual({ value, other });
  });

  test.each<[string[], NumberStyle]>([
    [["580", "1.454", "1,454"], "undecided"],
    [["12,5", "1,454"], "vietnamese"],
    [["1.234.567"], "vietnamese"],
    [["1,234.5", "1,454"], "english"],
    [["1,234,567", "654.1"], "english"],
    [["654.1", "1.454"], "dot-decimal"],
    [["12,5", "654.1"], "vietnamese"],
    [["12,5", "13,5", "1,234.5"], "vietnamese"],
    [["12,5", "1,234.5", "1,300.5"], "english"],
    [["mười", "12/5"], "undecided"],
  ])("%j makes a file %s", (texts, style) => {
    const evidence = new StyleEvidence();
    for (const text of texts) evidence.add(text);
    expect(evidence.style).toBe(style);
  });

  test("a number of the other style is refused, not bent", () => {
    expect(readNumber("1,234.5", "vietnamese")).toEqual({ wrongStyle: "vietnamese" });
    expect(readNumber("12,5", "english")).toEqual({ wrongStyle: "english" });
  });
});

describe("what is no number", () => {
  test.each([
    ["mười", "not-a-number"],
    ["Xuất siêu", "not-a-number"],
    ["1.23.456", "not-a-number"],
    ["1,23,456", "not-a-number"],
    ["01.234,5", "not-a-number"],
    ["12 5", "not-a-number"],
    ["1,5 2", "not-a-number"],
    ["1 234 5", "not-a-number"],
    [",5", "not-a-number"],
    ["5,", "not-a-number"],
    ["5-", "not-a-number"],
    ["--5", "not-a-number"],
    ["(5", "not-a-number"],
    ["%", "not-a-number"],
    ["5%%", "not-a-number"],
    ["1234567890123456789012345678901", "not-a-number"],
    ["1,23E+05", "lost-digits"],
    ["1E5", "lost-digits"],
    ["2.5e-3", "lost-digits"],
    ["####", "cut-number"],
    ["#N/A", "excel-error"],
    ["#DIV/0!", "excel-error"],
    ["#REF!", "excel-error"],
    ["#NAME?", "excel-error"],
    ["Err:502", "excel-error"],
    ["12/05/2020", "date-in-number"],
    ["12-05-20", "date-in-number"],
    ["12.05.2020", "date-in-number"],
    ["2020-05-12", "date-in-number"],
    ["2020-05-12 00:00:00", "date-in-number"],
    ["15-Jan", "date-in-number"],
    ["Jan-15", "date-in-number"],
    ["15-Thg5", "date-in-number"],
    ["2069/2110", "part-of-total"],
    ["04/17 xã", "part-of-total"],
    ["7,6/10,4", "part-of-total"],
    ["6,6-6,8", "number-range"],
    ["33 – 34", "number-range"],
    ["từ 5 đến 6", "number-range"],
    ["<4", "number-bound"],
    [">2.300", "number-bound"],
    ["≥ 95%", "number-bound"],
    ["dưới 4", "number-bound"],
    ["Khoảng 4", "number-bound"],
    ["25 tỷ 941 triệu", "money-in-words"],
    ["450 tỷ", "money-in-words"],
    ["1.200 người", "unit-in-number"],
    ["500ha", "unit-in-number"],
  ])("%j is %s", (text, code) => {
    expect(readNumber(text, "undecided")).toBeNull();
    const trouble = describeNumberTrouble(text);
    expect(trouble.code).toBe(code);
    expect(trouble.message).toMatch(/\.$/);
    expect(trouble.hint).toMatch(/\.$/);
  });
});

const plainDecimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.stringMatching(/^\d{0,6}$/))
  .map(([negative, whole, decimals]) => {
    const tail = decimals.replace(/0+$/, "");
    const digits = tail === "" ? String(whole) : `${whole}.${tail}`;
    return negative && digits !== "0" ? `-${digits}` : digits;
  });

test("any decimal written as we write it for people is read back exactly in a Vietnamese file", () => {
  fc.assert(
    fc.property(plainDecimal, (plain) => {
      expect(readNumber(formatDecimal(plain), "vietnamese")).toEqual({ value: plain, other: null });
    }),
  );
});

test("a reading has the digits of its text and no others", () => {
  const typed = fc.string({ unit: fc.constantFrom(..."0123456789.,- %()+'\u00a0"), maxLength: 14 });
  fc.assert(
    fc.property(
      typed,
      fc.constantFrom<NumberStyle>("vietnamese", "english", "dot-decimal", "undecided"),
      (text, style) => {
        const reading = readNumber(text, style);
        if (reading === null || "wrongStyle" in reading) return;
        expect(reading.value).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
        const significant = (digits: string): string => digits.replace(/\D/g, "").replace(/^0+|0+$/g, "");
        expect(significant(reading.value)).toBe(significant(text));
      },
    ),
    { numRuns: 2000 },
  );
});

test("the short way to read a usual number reads what the long one does, or leaves it", () => {
  const figure = fc.oneof(
    fc.stringMatching(/^[0-9.,]{0,12}$/),
    fc.stringMatching(/^(0|[1-9][0-9]{0,2}([.][0-9]{3}){0,3})(,[0-9]{1,3})?$/),
    fc.stringMatching(/^[-+ (0-9.,)%]{0,8}$/),
  );
  let read = 0;
  fc.assert(
    fc.property(figure, (text) => {
      const value = readUsualNumber(text);
      if (value === null) return;
      read++;
      expect(readNumber(text, "vietnamese")).toEqual({ value, other: null });
    }),
    { numRuns: 5000 },
  );
  expect(read).toBeGreaterThan(500);
});
