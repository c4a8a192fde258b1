import fc from "fast-check";
import { expect, test } from "vitest";
import {
  exact,
  formatFixed,
  formatNumber,
  roundHalfUp,
  toFixed,
  toJsonNumber,
  toPlain,
} from "../../src/domain/number.js";

test.each([
  ["1.005", 2, "1.01"],
  ["-1.005", 2, "-1.01"],
  ["2.5", 0, "3"],
  ["-2.5", 0, "-3"],
  ["0.004", 2, "0.00"],
  ["-0.004", 2, "0.00"],
  ["279.1", 2, "279.10"],
  ["99.995", 2, "100.00"],
])("%s rounds half-up to %i decimals as %s", (value, places, shown) => {
  expect(toFixed(exact(value), places)).toBe(shown);
});

test("a third is rounded from its exact value, not from a binary approximation", () => {
  expect(toPlain(exact(800).div(600).mul(100), 2)).toBe("133.33");
  expect(roundHalfUp(exact(1).div(3).mul(3), 2).equals(1)).toBe(true);
});

test("people read dots for thousands and a comma for decimals", () => {
  expect(formatNumber(exact("1454"))).toBe("1.454");
  expect(formatNumber(exact("-1234567.5"))).toBe("-1.234.567,5");
  expect(formatNumber(exact("107.40"))).toBe("107,4");
  expect(formatFixed(exact("279.1"), 2)).toBe("279,10");
});

test("unknown stays null in JSON", () => {
  expect(toJsonNumber(null)).toBeNull();
  expect(toJsonNumber(exact("107.404"))).toBe(107.4);
});

test("rounding moves a value by at most half a unit, and half goes away from zero", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 1, max: 10 ** 6 }), (n, d) => {
      const value = exact(n).div(d);
      const error = roundHalfUp(value, 2).sub(value).abs();
      expect(error.compare(exact("0.005")) <= 0).toBe(true);
      expect(toFixed(value.neg(), 2)).toBe(toFixed(value, 2) === "0.00" ? "0.00" : negate(toFixed(value, 2)));
    }),
    { numRuns: 500 },
  );
});

function negate(text: string): string {
  return text.startsWith("-") ? text.slice(1) : `-${text}`;
}
