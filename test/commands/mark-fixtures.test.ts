import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAsText, copyAsWorkbook, copySheet, type SheetCopy } from "../../src/commands/import/copy-sheet.js";
import { FORMATS, readSheets, type SheetReading } from "../../src/readers/index.js";
import { readCells } from "../../src/readers/sheet-cells.js";
import { blankReading } from "../../src/readers/table/reading.js";
import { FIXTURES } from "../fake-office.js";

const SHEETS = [...FORMATS.map(({ id }) => id as string), "workbook"].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => /\.(csv|tsv|txt|xls|xlsx|ods)$/.test(name))
    .map((name) => join(folder, name)),
);

async function copyFixture(file: string): Promise<{ readings: SheetReading[]; copies: SheetCopy[] }> {
  const bytes = readFileSync(join(FIXTURES, file));
  const readings = await readSheets({ file, bytes });
  const cells = await readCells({ bytes, repair: false }, readings);
  const copies = readings.flatMap((reading, index) => {
    const own = cells[index];
    return own == null ? [] : copySheet(reading, reading.problems, own);
  });
  return { readings: readings.filter((_, index) => cells[index] != null), copies };
}

/** A copy shows what was hidden, leaves out sheets without a table and has letters of old fonts as they were read. */
const NOT_COPIED = new Set(["hidden-sheet", "no-table", "hidden-rows", "hidden-columns", "legacy-text"]);

/** A CSV joins no cells and has no formulas: the first cannot be wrong there, the second is a text that is no number. */
const IN_CSV: Readonly<Record<string, string | null>> = {
  "merged-number": null,
  "formula-without-value": "not-a-number",
};

/** What a sheet says and where what is wrong with it, wherever its file lies. */
function gist({ content, problems }: SheetReading) {
  const copied = problems.filter(({ code }) => !NOT_COPIED.has(code));
  return { content, problems: copied.map(({ row, cell, value, code }) => ({ row, cell, value, code })) };
}

test.each(SHEETS)("a marked workbook of %s says what the sheet said, its problems where they were", async (file) => {
  const { readings, copies } = await copyFixture(file);
  if (copies.length === 0) return;
  const again = await readSheets({ file, bytes: await copyAsWorkbook(copies) });
  expect(again.map(gist)).toEqual(readings.map(gist));
});

test.each(SHEETS)("a marked CSV of %s says what the sheet said, its problems where they were", async (file) => {
  const { readings, copies } = await copyFixture(file);
  for (const [index, copy] of copies.entries()) {
    const again = await readSheets({ file, bytes: Buffer.from(await copyAsText(copy), "utf8") });
    const { content, problems } = gist(readings[index] ?? blankReading(file, ""));
    const expected = problems.flatMap(({ code, ...problem }) => {
      const known = code in IN_CSV ? IN_CSV[code] : code;
      return known == null ? [] : { ...problem, code: known };
    });
    expect(again.map(gist)).toEqual([{ content, problems: expected }]);
  }
});
