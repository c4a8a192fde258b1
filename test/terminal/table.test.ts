import { Chalk } from "chalk";
import { expect, test } from "vitest";
import { cellWidth, formatTable, printable, wrapWords } from "../../src/terminal/table.js";

const PLAIN = new Chalk({ level: 0 });
const COLUMNS = [{ header: "Đơn vị" }, { header: "Điểm", align: "right" as const }];

test("columns line up, whether the letters are composed or not", () => {
  const rows = [
    ["Huyện Lâm Bình".normalize("NFD"), "279,10"],
    ["Xã Y", "9,5"],
  ];
  const lines = formatTable(COLUMNS, rows, null, PLAIN).trimEnd().split("\n");
  expect(lines.map((line) => cellWidth(line))).toEqual([22, 22, 22, 22]);
  expect(lines[3]).toBe(`Xã Y${" ".repeat(15)}9,5`);
});

test("a narrow window wraps by words and loses no letter", () => {
  const table = formatTable(COLUMNS, [["Ban Quản lý dự án đầu tư xây dựng", "100"]], 24, PLAIN);
  for (const line of table.split("\n")) expect(cellWidth(line)).toBeLessThanOrEqual(24);
  expect(table.replace(/100/, "").split("\n").slice(2).join(" ").replace(/\s+/g, " ").trim()).toBe(
    "Ban Quản lý dự án đầu tư xây dựng",
  );
});

test("when no table fits, each row is a block", () => {
  const columns = [...COLUMNS, { header: "Ghi chú dài lắm", align: "right" as const }];
  expect(formatTable(columns, [["Xã Đông", "9", "x"]], 20, PLAIN)).toBe(
    "Đơn vị: Xã Đông\nĐiểm: 9\nGhi chú dài lắm: x\n",
  );
});

test("a word longer than the column is broken, not cut", () => {
  expect(wrapWords("abcdefghij kl", 4).join("")).toBe("abcdefghijkl");
});

test("nothing in the data can move the cursor or turn the line round", () => {
  expect(printable("A\u001B[2JB\u202Ec\r\nd")).toBe("A [2JB c d");
});
