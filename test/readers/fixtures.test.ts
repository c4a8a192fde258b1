import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FORMATS, type SheetReading } from "../../src/readers/index.js";
import { readSheet } from "./read-sheet.js";

const ROOT = join(import.meta.dirname, "../../fixtures");

for (const format of FORMATS) {
  describe(`fixtures/${format.id}`, () => {
    const folder = join(ROOT, format.id);
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".csv"))) {
      test(`${file} reads as the file beside it says`, async () => {
        const reading = await readSheet({ file, bytes: readFileSync(join(folder, file)) });
        await expect(printReading(reading)).toMatchFileSnapshot(join(folder, file.replace(/\.csv$/, ".expected.json")));
      });
    }
  });
}

describe("fixtures/tuyen-quang-2020", () => {
  const folder = join(ROOT, "tuyen-quang-2020");
  test.each([
    ["chi-tieu.csv", "chi-tieu", 5],
    ["don-vi.csv", "don-vi", 7],
    ["ket-qua.csv", "ket-qua", 35],
    ["thang-diem-B.csv", "thang-diem", 6],
    ["thang-diem-P.csv", "thang-diem", 6],
  ])("%s is read as %s without a problem", async (file, format, count) => {
    const reading = await readSheet({ file, bytes: readFileSync(join(folder, file)) });
    expect(reading.problems).toEqual([]);
    expect(reading.skipped).toEqual([]);
    expect(reading.content?.format).toBe(format);
    expect(reading.content?.records).toHaveLength(count);
  });
});

/** JSON with a record, problem or skipped row to the line; what is null or empty is left out of records. */
function printReading(reading: SheetReading): string {
  const { content, problems, skipped, file, sheet, ...head } = reading;
  expect(file).toMatch(/\.csv$/);
  expect(sheet).toBeNull();
  const fields = [
    "row",
    ...(FORMATS.find(({ id }) => id === content?.format)?.columns ?? []).map(({ field }) => field),
  ];
  const records = (content?.records ?? []).map((record) => inOrder(record, fields));
  const lines = (items: readonly object[]): string => items.map((item) => `\n    ${JSON.stringify(item)}`).join(",");
  return `{
  "format": ${JSON.stringify(content?.format ?? null)},
${Object.entries(head)
  .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`)
  .join("")}  "skipped": [${lines(skipped)}],
  "problems": [${lines(problems.map((problem) => pick(problem, PROBLEM_KEYS)))}],
  "records": [${lines(records)}]
}
`;
}

const PROBLEM_KEYS = ["row", "column", "value", "severity", "code", "message", "hint"];

function inOrder(record: object, fields: readonly string[]): object {
  return pick(record, [...fields, ...Object.keys(record)], (value) => value !== null);
}

function pick(object: object, keys: readonly string[], wanted: (value: unknown) => boolean = () => true): object {
  const values = new Map<string, unknown>(Object.entries(object));
  const present = keys.filter((key) => values.has(key) && wanted(values.get(key)));
  return Object.fromEntries(present.map((key) => [key, values.get(key)]));
}
