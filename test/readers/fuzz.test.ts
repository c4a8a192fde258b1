import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "../../src/domain/name.js";
import { NOT_ASSIGNED } from "../../src/domain/rubric.js";
import { createCleaner } from "../../src/readers/cell/text.js";
import { FORMATS } from "../../src/readers/index.js";
import { readSheet } from "./read-sheet.js";

test("no bytes make the reader throw, and what it does not read it explains", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const reading = await readSheet({ file: "a.csv", bytes });
      if (reading.content === null) expect(reading.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

const CELLS = [
  "",
  " ",
  "-",
  "x",
  "0",
  "12",
  "1,5",
  "1.454",
  "1,234.5",
  "mười",
  "#N/A",
  "I",
  "Trong đó:",
  "Tổng cộng",
  "Ghi chú: thử",
  "NGƯỜI LẬP BIỂU",
  "Xã A Mẫu",
  "Xã B Mẫu",
  "Trồng rừng",
  "Thu ngân sách",
  "ha",
  "Đạt",
  "Không giao",
  "Giấy khen",
  "31/02/2020",
  "2020",
  '"',
  '"a',
  '"a;b"',
  "a\u0007",
  "…, ngày 5 tháng 3 năm 2021",
];

const sheet = fc
  .tuple(
    fc.constantFrom(...FORMATS),
    fc.constantFrom(";", ",", "\t", "|"),
    fc.constantFrom("\n", "\r\n", "\r"),
    fc.array(fc.array(fc.oneof(fc.constantFrom(...CELLS), fc.string({ maxLength: 6 })), { maxLength: 9 }), {
      maxLength: 12,
    }),
    fc.nat({ max: 3 }),
  )
  .map(([format, delimiter, lineBreak, rows, place]) => {
    const header = format.columns.map((column) => column.header);
    const all = [...rows.slice(0, place), header, ...rows.slice(place)];
    return { format, text: all.map((row) => row.join(delimiter)).join(lineBreak) };
  });

/** Fields whose words are ours ("collective", "2021-03-05", "từ 2020" of a year under Từ ngày), not the sheet's. */
const CODED = new Set(["subject", "direction", "role", "gender", "birthDate", "decisionDate", "from", "to", "period"]);

test("any sheet is read without throwing, and no text or figure comes out that did not go in", async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async ({ format, text }) => {
      const reading = await readSheet({ file: "a.csv", bytes: Buffer.from(text), as: format.id });
      const flat = cleanText(text).replaceAll('"', "");
      const digits = text.replace(/\D/g, "");
      for (const record of reading.content?.records ?? []) {
        expect(record.row).toBeGreaterThan(reading.headerRow ?? 0);
        for (const [field, value] of Object.entries(record)) {
          if (typeof value !== "string" || CODED.has(field) || value === NOT_ASSIGNED) continue;
          const found = /^-?[\d.]+$/.test(value)
            ? digits.includes(value.replace(/\D/g, ""))
            : flat.includes(value.replaceAll('"', ""));
          expect(found, `${field}: ${value}`).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("every row below the header of a readable sheet becomes a record, a skipped row or a problem", async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async ({ format, text }) => {
      fc.pre(!text.includes('"'));
      const reading = await readSheet({ file: "a.csv", bytes: Buffer.from(text), as: format.id });
      if (reading.content === null || reading.headerRow === null) return;
      const seen = new Set<number | null>([
        ...[...reading.content.records].map(({ row }) => row),
        ...reading.skipped.map(({ row }) => row),
        ...reading.problems.map(({ row }) => row),
      ]);
      const last = text.split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(text) ? 1 : 0);
      const missingColumn = reading.problems.some(({ code }) => code === "missing-column");
      for (let row = reading.headerRow + 1; row <= last && !missingColumn; row++) {
        expect(seen.has(row), `row ${row}`).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("the fast cleaner gives what cleanText gives", () => {
  const clean = createCleaner();
  const unit = fc.oneof(
    fc.constantFrom(..."aĐệ\u0301\u00a0 \u200b\u00ad\ufeff\tế"),
    fc.string({ maxLength: 1, unit: "binary" }),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
      expect(clean(text)).toBe(cleanText(text));
    }),
    { numRuns: 3000 },
  );
});
