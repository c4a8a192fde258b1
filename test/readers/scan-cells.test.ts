import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scanCells } from "../../src/readers/scan-cells.js";

function parseStrictly(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true });
  } catch {
    return null;
  }
}

const piece = fc.constantFrom('"', '""', ";", ",", "\r\n", "\n", "\r", " ", "a", "Đạt", "1.454,5", "");
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));

test("what the scanner reads, the strict parser reads alike", () => {
  fc.assert(
    fc.property(text, fc.constantFrom(";", ","), (sheet, delimiter) => {
      const scanned = scanCells(sheet, delimiter);
      if (scanned !== null) expect(scanned).toEqual(parseStrictly(sheet, delimiter));
    }),
    { numRuns: 5000 },
  );
});

test("a sheet in which every quote is in its place is never handed on", () => {
  const cell = fc.oneof(
    fc.constantFrom("", "Trồng rừng", "1.454,5", " x "),
    fc.stringMatching(/^[ab;,"\r\n]{0,6}$/).map((inner) => `"${inner.replaceAll('"', '""')}"`),
  );
  const sheet = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(sheet, fc.constantFrom("\r\n", "\n", "\r"), (rows, end) => {
      const written = rows.map((cells) => cells.map((one) => one.replace(/^([^"]*[;,][^"]*)$/, '"$1"')).join(";"));
      expect(scanCells(written.join(end), ";")).toEqual(parseStrictly(written.join(end), ";"));
    }),
    { numRuns: 2000 },
  );
});

test("as many rows as asked for", () => {
  expect(scanCells("a;b\nc\nd", ";", 2)).toEqual([["a", "b"], ["c"]]);
});

test.each([['a"b;c'], ['"a"b;c'], ['"a;b'], [`${"a".repeat(70_000)};b`]])(
  "%.20s is left to the strict parser",
  (odd) => {
    expect(scanCells(odd, ";")).toBeNull();
  },
);
