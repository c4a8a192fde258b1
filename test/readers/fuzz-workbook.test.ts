import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import PizZip from "pizzip";
import { expect, test } from "vitest";
import { makeZip } from "../../fixtures/workbook/make-workbook.mjs";
import { readSheets } from "../../src/readers/index.js";

const FOLDER = join(import.meta.dirname, "../../fixtures/workbook");

/** Pieces of XML and of cells that a changed part may gain. */
const PIECES = [
  "<",
  ">",
  "</row>",
  "<c>",
  '<c r="A1">',
  "<v>",
  "&",
  "&#x0;",
  '"',
  "]]>",
  "<!--",
  "<f/>",
  "9e999",
  "1,5",
  "-",
  "\u0000",
  ' r="ZZ99"',
  ' s="99"',
];

test.each(["cac-kieu-o.xlsx", "o-co-loi.xlsx", "o-gop.xlsx", "nhieu-trang-tinh.xlsx", "libreoffice.ods"])(
  "%s with a part changed anywhere is read or refused, without throwing or hanging",
  async (file) => {
    const zip = new PizZip(readFileSync(join(FOLDER, file)));
    const parts = Object.keys(zip.files).map((name) => ({ name, content: zip.files[name]?.asText() ?? "" }));
    const change = fc.record({
      part: fc.nat({ max: parts.length - 1 }),
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat({ max: 30 }),
      piece: fc.constantFrom("", ...PIECES),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ part, place, removed, piece }) => {
        const changed = parts.map(({ name, content }, index) => {
          if (index !== part) return { name, content };
          const at = Math.floor(place * content.length);
          return { name, content: content.slice(0, at) + piece + content.slice(at + removed) };
        });
        const start = process.cpuUsage();
        const readings = await readSheets({ file, bytes: makeZip(changed) });
        const { user, system } = process.cpuUsage(start);
        expect((user + system) / 1e6).toBeLessThan(1);
        expect(readings.length).toBeGreaterThan(0);
        for (const { content, problems } of readings) {
          if (content === null) expect(problems.some(({ severity }) => severity === "error")).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  },
);
