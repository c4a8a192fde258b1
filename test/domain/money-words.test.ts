import fc from "fast-check";
import { expect, test } from "vitest";
import { moneyInWords, wholeInWords } from "../../src/domain/money-words.js";

test.each([
  [0, "không"],
  [5, "năm"],
  [10, "mười"],
  [11, "mười một"],
  [14, "mười bốn"],
  [15, "mười lăm"],
  [20, "hai mươi"],
  [21, "hai mươi mốt"],
  [24, "hai mươi tư"],
  [25, "hai mươi lăm"],
  [44, "bốn mươi tư"],
  [55, "năm mươi lăm"],
  [101, "một trăm linh một"],
  [104, "một trăm linh bốn"],
  [105, "một trăm linh năm"],
  [110, "một trăm mười"],
  [1000, "một nghìn"],
  [1001, "một nghìn không trăm linh một"],
  [1050, "một nghìn không trăm năm mươi"],
  [10_000, "mười nghìn"],
  [450_000, "bốn trăm năm mươi nghìn"],
  [2_980_000, "hai triệu chín trăm tám mươi nghìn"],
  [5_060_000, "năm triệu không trăm sáu mươi nghìn"],
  [21_000_000, "hai mươi mốt triệu"],
  [100_000_005, "một trăm triệu không trăm linh năm"],
  [1_000_000_000, "một tỷ"],
  [1_250_000_000, "một tỷ hai trăm năm mươi triệu"],
  [2_000_050_000, "hai tỷ không trăm năm mươi nghìn"],
  [12_345_678_901, "mười hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm linh một"],
  [1_500_000_000_000, "một nghìn năm trăm tỷ"],
])("%d is %s", (whole, words) => {
  expect(wholeInWords(whole)).toBe(words);
});

test("an amount begins with a capital and ends with đồng", () => {
  expect(moneyInWords(2_980_000)).toBe("Hai triệu chín trăm tám mươi nghìn đồng");
});

test("an amount below nothing, or not whole, is a mistake of the caller", () => {
  expect(() => wholeInWords(-1)).toThrow("-1");
  expect(() => wholeInWords(0.5)).toThrow("0.5");
});

const VALUES: Readonly<Record<string, number>> = {
  ...{ không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9 },
};

/** Reads words back as a person would: digits, "mười", "mươi", "trăm" within a group, then the group's unit. */
function readBack(words: string): number {
  let [total, group, digit] = [0, 0, 0];
  for (const word of words.split(" ")) {
    if (word === "linh") continue;
    if (word === "mười") group += 10;
    else if (word === "mươi") [group, digit] = [group + digit * 10, 0];
    else if (word === "trăm") [group, digit] = [group + digit * 100, 0];
    else if (word in UNITS) [total, group, digit] = [total + (group + digit) * (UNITS[word] ?? 0), 0, 0];
    else digit = VALUES[word] ?? Number.NaN;
  }
  return total + group + digit;
}
const UNITS: Readonly<Record<string, number>> = { nghìn: 1000, triệu: 1_000_000, tỷ: 1_000_000_000 };

test("whatever the amount, its words read back as it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (whole) => {
      expect(readBack(wholeInWords(whole))).toBe(whole);
    }),
    { numRuns: 3000 },
  );
  for (let whole = 0; whole < 1000; whole++) expect(readBack(wholeInWords(whole * 1000 + 5))).toBe(whole * 1000 + 5);
});
