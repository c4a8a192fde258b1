import fc from "fast-check";
import { expect, test } from "vitest";
import { PairSet } from "../../src/domain/pair-set.js";

test("a pair is new once, whatever other pairs are there", () => {
  const pair = fc.tuple(fc.nat({ max: 20 }), fc.oneof(fc.nat({ max: 70 }), fc.nat({ max: 100_000 })));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 200 }), (pairs) => {
      const set = new PairSet();
      const plain = new Set<string>();
      for (const [first, second] of pairs) {
        expect(set.has(first, second)).toBe(plain.has(`${first} ${second}`));
        expect(set.add(first, second)).toBe(!plain.has(`${first} ${second}`));
        plain.add(`${first} ${second}`);
      }
      for (const [first, second] of pairs) expect(set.has(first, second)).toBe(true);
    }),
  );
});
