import { expect, test } from "vitest";
import { evaluationCell, growthCell, percentColumn } from "../../../src/documents/report/cell.js";
import { evenColumns } from "../../../src/documents/report/columns.js";
import { makeProgress, percents } from "../make-progress.js";

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
  expect(change("%", "-2", "5")).toBe("-7,00\u00a0điểm");
});

test("a standing in a word, or why there is none", () => {
  const rows = makeProgress({
    results: {
      "Xã An": { planned: "5", actual: "6" },
      "Xã Bình": { actual: "6" },
      "Xã Cường": { planned: "0", actual: "6" },
      "Xã Dũng": { planned: "5" },
      "Xã Em": { assigned: false },
    },
  });
  expect(rows.map(evaluationCell)).toEqual([
    "Vượt",
    "Chưa có kế hoạch",
    "Kế hoạch bằng 0",
    "Chưa có số liệu",
    "Không giao",
  ]);
});

test("number columns: no number breaks, then no name, then the headings share what is left", () => {
  const line = (name: string, ...cells: string[]) => ({ cells: ["1", name, ...cells] });
  const width = (titles: number, ...lines: ReturnType<typeof line>[]) =>
    evenColumns(
      Array.from({ length: titles }, () => "Tiêu chí"),
      lines,
    )[0]?.width ?? 0;
  expect(width(6, line("Thành phố Tuyên Quang", "84,00"))).toBe(942);
  expect(width(6, line("Sở Văn hóa, Thể thao và Du lịch", "84,00"))).toBe(940);
  expect(width(6, line("Xã An", "84,00"))).toBeGreaterThan(1100);
  expect(width(2, line("Xã An", "84,00"))).toBe(1700);
  expect(width(6, line("Xã An", "99,99999999"))).toBeLessThanOrEqual(1108);
});
