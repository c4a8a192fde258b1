import fc from "fast-check";
import { expect, test } from "vitest";
import { wholeInWords } from "../../src/domain/money-words.js";
import { readNumberWords } from "../../src/readers/cell/number-words.js";

test("what decisions write in words is read as the number it was", () => {
  const billions = { min: 0, max: 999_999_999_999 };
  fc.assert(
    fc.property(fc.integer(billions), (whole) => {
      expect(readNumberWords(wholeInWords(whole))).toBe(BigInt(whole));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["mười lăm", 15n],
  ["hai mươi tư", 24n],
  ["hai mươi bốn", 24n],
  ["một trăm lẻ bảy nghìn", 107_000n],
  ["Một tỉ hai trăm ngàn", 1_000_200_000n],
])("%s is %s", (text, whole) => {
  expect(readNumberWords(text)).toBe(whole);
});

test.each(["", "trăm", "một hai", "hai mươi mười", "triệu", "hai triệu ba tỷ", "năm học", "một tỷ rưỡi", "linh"])(
  "“%s” is no number",
  (text) => {
    expect(readNumberWords(text)).toBeNull();
  },
);
