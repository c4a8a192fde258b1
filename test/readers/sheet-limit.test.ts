import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MAX_LINES } from "../../src/readers/csv/shape.js";
import { readSheet } from "./read-sheet.js";

const DOCUMENT = readFileSync(join(import.meta.dirname, "../../docs/formats.md"), "utf8");
const RESULTS = "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện";

const read = (lines: readonly string[]) => readSheet({ file: "a.csv", bytes: Buffer.from(`${lines.join("\n")}\n`) });

function sheet(header: string, count: number, row: (index: number) => string): string[] {
  return [header, ...Array.from({ length: count }, (_, index) => row(index))];
}

/** A unit a row, a figure a column. */
function wide(rows: number, columns: number): string[] {
  const names = Array.from({ length: columns }, (_, index) => `Chỉ tiêu ${index}`).join(";");
  return sheet(`Đơn vị;${names}`, rows, (index) => `Xã ${index}${";7".repeat(columns)}`);
}

describe("a sheet over a limit is left there, and the limit is told", () => {
  test.each<[what: string, lines: () => string[], code: string, limit: string]>([
    ["units in a list", () => sheet("Tên đơn vị", 50_001, (index) => `Xã ${index}`), "too-many-units", "50.000 đơn vị"],
    [
      "units among results",
      () => sheet(RESULTS, 50_001, (index) => `Xã ${index};Trồng rừng;ha;5;6`),
      "too-many-units",
      "50.000 đơn vị",
    ],
    [
      "indicators among results",
      () => sheet(RESULTS, 50_001, (index) => `Xã Đông;Chỉ tiêu ${index};ha;5;6`),
      "too-many-indicators",
      "50.000 chỉ tiêu",
    ],
    ["figures of a wide sheet", () => wide(223, 900), "too-many-figures", "200.000 ô số liệu"],
    [
      "rows that are no data",
      () => sheet(RESULTS, 50_001, (index) => (index === 0 ? "Xã Đông;Trồng rừng;ha;5;6" : "NGƯỜI LẬP BIỂU;;;;")),
      "too-many-skipped",
      "50.000 dòng",
    ],
  ])("%s", async (_what, lines, code, limit) => {
    const reading = await read(code === "too-many-skipped" ? [...lines(), "NGƯỜI LẬP BIỂU;;;;"] : lines());
    expect(reading.content).toBeNull();
    expect(reading.problems).toMatchObject([{ code, severity: "error", message: expect.stringContaining(limit) }]);
    expect(DOCUMENT).toContain(`\`${code}\``);
    expect(DOCUMENT).toContain(limit);
  });
});

describe("what an office has is within the limits", () => {
  test.each([
    ["every commune of the country in one list", sheet("Tên đơn vị", 3321, (index) => `Xã ${index}`), 3321],
    ["300 columns of figures for 200 units", wide(200, 300), 60_000],
  ])("%s", async (_what, lines, records) => {
    const { content, problems } = await read(lines);
    expect(problems).toEqual([]);
    expect(content?.records).toHaveLength(records);
  });
});

test("blank rows below a table, as far as a sheet goes, are no reason to refuse it", async () => {
  const { content, problems, skipped } = await read([
    RESULTS,
    "Xã Đông;Trồng rừng;ha;5;6",
    ...Array(150_000).fill(";;;;"),
  ]);
  expect(problems).toEqual([]);
  expect(content?.records).toHaveLength(1);
  expect(skipped.length).toBeLessThanOrEqual(50_000);
});

test("lines that are to be held at once are fewer than those read in pieces", async () => {
  const bytes = Buffer.from(`${RESULTS}\n${"\n".repeat(1_000_000)}`);
  const { content, problems } = await readSheet({ file: "a.csv", bytes });
  expect(content).toBeNull();
  expect(problems).toMatchObject([
    { code: "too-many-rows", row: 200_001, message: expect.stringContaining("200.000 dòng") },
  ]);
  const shown = await readSheet({ file: "a.csv", bytes, maxLines: MAX_LINES });
  expect(shown.content).not.toBeNull();
});

test("a name of more than a thousand letters is none", async () => {
  const { problems } = await read([RESULTS, `Xã Đông;${"Trồng rừng ".repeat(100)};ha;5;6`]);
  expect(problems).toMatchObject([
    { code: "text-too-long", column: "Chỉ tiêu", message: expect.stringContaining("1.000 ký tự") },
  ]);
});

test("a page may be written in one line", async () => {
  const rows = "<tr><td>Xã Đông</td><td>Trồng rừng</td><td>ha</td><td>5</td><td>6</td></tr>";
  const cells = RESULTS.split(";")
    .map((text) => `<td>${text}</td>`)
    .join("");
  const page = `<table><tr>${cells}</tr>${rows}<!--${" ".repeat(1024 * 1024)}--></table>`;
  expect((await readSheet({ file: "a.xls", bytes: Buffer.from(page) })).content?.records).toHaveLength(1);
});
