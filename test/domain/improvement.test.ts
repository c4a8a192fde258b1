import { expect, test } from "vitest";
import { improveByGrowth, improveByTotals, type Total } from "../../src/domain/improvement.js";
import { exact, toPlain } from "../../src/domain/number.js";
import { rankOverall } from "../../src/domain/overall-ranking.js";
import { makeProgress } from "../documents/make-progress.js";

const total = (score: string, max = "100"): Total => ({ score: exact(score), max: exact(max) });

test("totals under one maximum are compared in points, equal progress shares a rank", () => {
  const { basis, units, leftOut } = improveByTotals(
    [
      { unit: "A", now: total("95"), before: total("90") },
      { unit: "B", now: total("60"), before: total("50") },
      { unit: "C", now: total("85"), before: total("80") },
      { unit: "D", now: total("70"), before: total("75") },
    ],
    2021,
  );
  expect(basis).toBe("points");
  expect(units.map(({ rank, unit, change }) => [rank, unit, toPlain(change, 2)])).toEqual([
    [1, "B", "10"],
    [2, "A", "5"],
    [2, "C", "5"],
    [4, "D", "-5"],
  ]);
  expect(leftOut).toEqual([]);
});

test("under two maxima they are compared by share", () => {
  const { basis, units } = improveByTotals([{ unit: "A", now: total("900", "1000"), before: total("80") }], 2021);
  expect(basis).toBe("percent-of-max");
  expect(units[0]).toMatchObject({ unit: "A", rank: 1 });
  expect([units[0]?.before, units[0]?.now, units[0]?.change].map((value) => value && toPlain(value, 2))).toEqual([
    "80",
    "90",
    "10",
  ]);
});

test("units without a whole total in either year are left out with the reason", () => {
  const { units, leftOut } = improveByTotals(
    [
      { unit: "A", now: total("95"), before: undefined },
      { unit: "B", now: total("60"), before: null },
      { unit: "C", now: null, before: total("80") },
    ],
    2021,
  );
  expect(units).toEqual([]);
  expect(leftOut).toEqual([
    { unit: "A", reason: "năm 2020 không có tổng điểm" },
    { unit: "B", reason: "năm 2020 có tiêu chí không có điểm" },
    { unit: "C", reason: "năm 2021 còn tiêu chí chưa có điểm" },
  ]);
});

test("growth is the mean of relative changes, less being progress where less is better", () => {
  const progress = makeProgress(
    {
      name: "X",
      results: { A: { actual: "110", previous: "100" }, B: { actual: "90", previous: "100" }, C: { actual: "5" } },
    },
    {
      name: "Y",
      direction: "lower",
      measure: "%",
      results: { A: { actual: "4", previous: "5" }, B: { actual: "5", previous: "5" }, C: null },
    },
    { name: "Z", direction: "pass", results: { A: { actual: true, previous: false }, B: { actual: true }, C: null } },
    { name: "W", results: { A: { actual: "3", previous: "0" }, B: null, C: null } },
  );
  const { basis, units, leftOut } = improveByGrowth(["A", "B", "C"], progress, () => null);
  expect(basis).toBe("growth");
  expect(units.map(({ unit, change, better, compared }) => [unit, toPlain(change, 2), better, compared])).toEqual([
    ["A", "15", 2, 2],
    ["B", "-5", 0, 2],
  ]);
  expect(leftOut).toEqual([{ unit: "C", reason: "không có số liệu năm trước để so" }]);
});

test("last year's result stands in for a missing column", () => {
  const progress = makeProgress({ results: { A: { actual: "12" } } });
  const earlier = progress[0]?.result ?? null;
  const { units } = improveByGrowth(["A"], progress, () => earlier && { ...earlier, actual: "10" });
  expect(units.map(({ change }) => toPlain(change, 2))).toEqual(["20"]);
});

test("units of all clusters are ranked by share of the maximum, clusters by the mean of theirs", () => {
  const { units, clusters } = rankOverall([
    {
      cluster: "Cụm 1",
      units: [
        { unit: "A", rank: 1, ...total("90") },
        { unit: "B", rank: 2, ...total("70") },
      ],
    },
    { cluster: "Cụm 2", units: [{ unit: "C", rank: 1, ...total("850", "1000") }] },
    { cluster: "Cụm 3", units: [] },
    { cluster: null, units: [{ unit: "D", rank: 1, ...total("45", "50") }] },
  ]);
  expect(units.map(({ rank, unit, percentOfMax }) => [rank, unit, toPlain(percentOfMax, 2)])).toEqual([
    [1, "A", "90"],
    [1, "D", "90"],
    [3, "C", "85"],
    [4, "B", "70"],
  ]);
  expect(
    clusters.map(({ rank, cluster, units: count, meanPercent }) => [rank, cluster, count, toPlain(meanPercent, 2)]),
  ).toEqual([
    [1, null, 1, "90"],
    [2, "Cụm 2", 1, "85"],
    [3, "Cụm 1", 2, "80"],
  ]);
});
