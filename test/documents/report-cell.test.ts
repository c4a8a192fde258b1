import { expect, test } from "vitest";
import { growthCell, percentColumn } from "../../src/documents/report-cell.js";
import { makeProgress, percents } from "./make-progress.js";

function cells(figures: Record<string, string>): string[] {
  const rows = makeProgress({ results: percents(figures) });
  return rows.map(percentColumn(rows));
}

test("a column of percentages lines up, with as many decimals as keep a missed plan under 100", () => {
  expect(cells({ "Xã An": "100", "Xã Bình": "104.04" })).toEqual(["100,0", "104,0"]);
  expect(cells({ "Xã An": "100", "Xã Bình": "99.999" })).toEqual(["100,000", "99,999"]);
  expect(cells({ "Xã An": "99.96", "Xã Bình": "120.04" })).toEqual(["99,96", "120,04"]);
});

test("a change is signed; from gain to loss has no percentage; a rate changes by points", () => {
  const change = (measure: string, actual: string, previous: string) => {
    const [row] = makeProgress({ measure, results: { "Xã An": { actual, previous } } });
    return row === undefined ? "" : growthCell(row);
  };
  expect(change("tỷ đồng", "5.5", "5")).toBe("+10,00");
  expect(change("tỷ đồng", "-2", "5")).toBe("-");
  expect(change("%", "-2", "5")).toBe("-7,00 điểm");
});
