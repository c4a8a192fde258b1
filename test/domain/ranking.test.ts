import fc from "fast-check";
import { expect, test } from "vitest";
import { exact } from "../../src/domain/number.js";
import { rankByScore } from "../../src/domain/ranking.js";

const ranks = (...scores: string[]) =>
  rankByScore(scores.map((score) => ({ score: exact(score) }))).map(({ rank }) => rank);

test("equal scores share a rank and the next one is skipped", () => {
  expect(ranks("9", "10", "9", "8")).toEqual([1, 2, 2, 4]);
  expect(ranks("5", "5", "5")).toEqual([1, 1, 1]);
});

test("no units, one unit", () => {
  expect(ranks()).toEqual([]);
  expect(ranks("0")).toEqual([1]);
});

test("a rank is one more than the number of better units", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 }), (points) => {
      for (const { score, rank } of rankByScore(points.map((point) => ({ score: exact(point) })))) {
        expect(rank).toBe(1 + points.filter((point) => score.compare(point) < 0).length);
      }
    }),
  );
});
