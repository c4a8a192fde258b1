import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findQuoteTrouble } from "../../src/readers/csv/quote-trouble.js";
import { MAX_RECORD_CHARACTERS, scanCells } from "../../src/readers/csv/scan-cells.js";

/** What another parser makes of a sheet; quotes inside unquoted cells are kept. */
function parseCells(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
  });
}

const piece = fc.constantFrom('"', '""', ";", ",", "\r\n", "\n", "\r", " ", "a", "Đạt", "1.454,5", "");
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));

test("what the scanner reads, another parser reads alike; what it does not read has a quote in the wrong place", () => {
  fc.assert(
    fc.property(text, fc.constantFrom(";", ","), (sheet, delimiter) => {
      const scanned = scanCells(sheet, delimiter);
      const trouble = findQuoteTrouble(sheet, delimiter, MAX_RECORD_CHARACTERS);
      if (scanned === null) expect(trouble).not.toBeNull();
      else expect([scanned, trouble]).toEqual([parseCells(sheet, delimiter), null]);
    }),
    { numRuns: 5000 },
  );
});

test("a sheet in which every quote is in its place is always read", () => {
  const cell = fc.oneof(
    fc.constantFrom("", "Trồng rừng", "1.454,5", " x "),
    fc.stringMatching(/^[ab;,"\r\n]{0,6}$/).map((inner) => `"${inner.replaceAll('"', '""')}"`),
  );
  const sheet = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(sheet, fc.constantFrom("\r\n", "\n", "\r"), (rows, end) => {
      const written = rows.map((cells) => cells.map((one) => one.replace(/^([^"]*[;,][^"]*)$/, '"$1"')).join(";"));
      expect(scanCells(written.join(end), ";")).toEqual(parseCells(written.join(end), ";"));
    }),
    { numRuns: 2000 },
  );
});

test("as many rows as asked for", () => {
  expect(scanCells("a;b\nc\nd", ";", 2)).toEqual([["a", "b"], ["c"]]);
});

test("a quote inside an unquoted cell is kept", () => {
  expect(scanCells('Trường "Kim Đồng";"Trường ""Hoa"""', ";")).toEqual([['Trường "Kim Đồng"', 'Trường "Hoa"']]);
});

test.each([
  ["letters behind a closing quote", '"a"b;c'],
  ["an open quote", '"a;b'],
  ["a long record", `${"a".repeat(MAX_RECORD_CHARACTERS)};b`],
])("%s: not read", (_, odd) => {
  expect(scanCells(odd, ";")).toBeNull();
});
