import fc from "fast-check";
import { expect, test } from "vitest";
import { PairRows } from "../../src/domain/pair-rows.js";

test("a pair keeps the row it stands in first, whatever other pairs are there", () => {
  const pair = fc.tuple(fc.nat({ max: 20 }), fc.oneof(fc.nat({ max: 70 }), fc.nat({ max: 100_000 })));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 200 }), (pairs) => {
      const rows = new PairRows();
      const plain = new Map<string, number>();
      for (const [index, [first, second]] of pairs.entries()) {
        const before = plain.get(`${first} ${second}`) ?? null;
        expect(rows.get(first, second)).toBe(before);
        expect(rows.add(first, second, index + 1)).toBe(before);
        if (before === null) plain.set(`${first} ${second}`, index + 1);
      }
      for (const [first, second] of pairs) expect(rows.get(first, second)).toBe(plain.get(`${first} ${second}`));
    }),
  );
});

test("it grows to any number of pairs", () => {
  const rows = new PairRows();
  for (let index = 0; index < 20_000; index++) expect(rows.add(index, index * 3, index + 1)).toBeNull();
  for (let index = 0; index < 20_000; index++) expect(rows.get(index, index * 3)).toBe(index + 1);
});
