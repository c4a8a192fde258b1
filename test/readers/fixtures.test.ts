import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FORMATS, readSheets } from "../../src/readers/index.js";
import { printReading } from "./print-reading.js";
import { readSheet } from "./read-sheet.js";

const ROOT = join(import.meta.dirname, "../../fixtures");

const SHEET = /\.(csv|tsv|txt|xls)$/;

for (const format of FORMATS) {
  describe(`fixtures/${format.id}`, () => {
    const folder = join(ROOT, format.id);
    for (const file of readdirSync(folder).filter((name) => SHEET.test(name))) {
      test(`${file} reads as the file beside it says`, async () => {
        const reading = await readSheet({ file, bytes: readFileSync(join(folder, file)) });
        await expect(printReading(reading)).toMatchFileSnapshot(join(folder, file.replace(SHEET, ".expected.json")));
      });
    }
  });
}

describe("fixtures/workbook", () => {
  const folder = join(ROOT, "workbook");
  for (const file of readdirSync(folder).filter((name) => /\.(xlsx|ods|xls)$/.test(name))) {
    test(`${file} reads as the file beside it says, sheet by sheet`, async () => {
      const readings = await readSheets({ file, bytes: readFileSync(join(folder, file)) });
      await expect(readings.map(printReading).join("")).toMatchFileSnapshot(join(folder, `${file}.expected.json`));
    });
  }
});

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
