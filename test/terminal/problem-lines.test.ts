import { expect, test } from "vitest";
import type { Problem } from "../../src/domain/problem.js";
import { formatProblems } from "../../src/terminal/problem-lines.js";

function problem(row: number | null, over: Partial<Problem> = {}): Problem {
  const where = { file: "a.csv", sheet: null, row, column: "Kế hoạch", value: `x${row}` };
  const what = { code: "not-a-number", severity: "error" as const, message: "Không phải là số.", hint: "Ghi số." };
  return { ...where, ...what, ...over };
}

test("up to five alike are told one by one", () => {
  expect(formatProblems([2, 3, 4, 5, 6].map((row) => problem(row)))).toHaveLength(5);
});

test("more than five alike are one line: how many, the first, the rows", () => {
  const other = problem(4, { code: "missing-value", severity: "warning", column: null, value: null });
  const lines = formatProblems([...[2, 3, 4, 9, 11, 12].map((row) => problem(row)), other]);
  expect(lines).toEqual([
    'Lỗi: 6 chỗ như nhau, chỗ đầu là a.csv:2 [Kế hoạch] "x2": Không phải là số. Ghi số. Các dòng: 2-4, 9, 11-12.',
    "Lưu ý: a.csv:4: Không phải là số. Ghi số.",
  ]);
});

test("other columns, files and severities are other problems", () => {
  const rows = [2, 3, 4];
  const mixed = [...rows.map((row) => problem(row)), ...rows.map((row) => problem(row, { column: "Thực hiện" }))];
  expect(formatProblems(mixed)).toHaveLength(6);
});

test("many scattered rows are cut", () => {
  const line = formatProblems(Array.from({ length: 40 }, (_, index) => problem(2 * index + 2)))[0];
  expect(line).toMatch(/Các dòng: 2, 4, .*, 30 …\.$/);
});
