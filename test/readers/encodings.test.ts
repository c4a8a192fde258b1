import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSyllable } from "../../src/readers/encoding/syllable.js";
import { readSheets, type SheetReading } from "../../src/readers/index.js";
import { encodeTcvn3, encodeUtf16, encodeVni, encodeWindows1258 } from "./encoders.js";

const MANUAL = readFileSync(join(import.meta.dirname, "../../docs/formats.md"), "utf8");
const WORDS = [...new Set(MANUAL.match(/[\p{L}\p{M}]+/gu))].filter((word) => word.length > 1 && isSyllable(word));

const HEADERS = ["Đơn vị", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Ghi chú"];

const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
const row = fc.tuple(name, name, fc.constantFrom("ha", "tỷ đồng", "%", "m²"), fc.nat(9999), fc.nat(9999), name);

const sheet = fc
  .tuple(
    fc.array(row, { minLength: 1, maxLength: 12 }),
    fc.constantFrom(";", ",", "\t", "|"),
    fc.constantFrom("\n", "\r\n", "\r"),
    fc.boolean(),
  )
  .map(([rows, delimiter, lineBreak, ends]) => {
    const lines = [HEADERS, ...rows.map(([unit, ...rest], index) => [`Xã ${unit} ${index}`, ...rest])];
    return lines.map((cells) => cells.join(delimiter)).join(lineBreak) + (ends ? lineBreak : "");
  });

async function readBytes(bytes: Uint8Array, repair = false): Promise<SheetReading> {
  const [reading] = await readSheets({ file: "a.csv", bytes, repair });
  if (reading === undefined) throw new Error("a CSV is one sheet");
  return reading;
}

/** Everything in a reading but how its letters were encoded. */
function meaning({ content, columns, problems, skipped }: SheetReading, fold: (text: string) => string): string {
  const said = problems.filter(({ code }) => code !== "repaired-text");
  return fold(JSON.stringify({ content, columns, problems: said, skipped }));
}

const same = (text: string): string => text;
const shown = (bytes: Uint8Array): Uint8Array => Buffer.from(new TextDecoder("windows-1252").decode(bytes));
const shown1258 = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(new TextDecoder("windows-1258").decode(bytes).normalize("NFC"));

describe("any Vietnamese sheet is read from any encoding as from UTF-8", () => {
  test.each<[string, string, (text: string) => Uint8Array, (text: string) => string]>([
    ["UTF-8 with a BOM", "utf-8", (text) => Buffer.from(`\uFEFF${text}`), same],
    ["UTF-8, decomposed", "utf-8", (text) => Buffer.from(text.normalize("NFD")), same],
    ["UTF-16LE", "utf-16le", (text) => encodeUtf16(text, "le", true), same],
    ["UTF-16BE", "utf-16be", (text) => encodeUtf16(text, "be", true), same],
    ["UTF-16LE without a BOM", "utf-16le", (text) => encodeUtf16(text, "le", false), same],
    ["UTF-16BE without a BOM", "utf-16be", (text) => encodeUtf16(text, "be", false), same],
    ["windows-1258", "windows-1258", encodeWindows1258, same],
    ["VNI", "vni", encodeVni, same],
    ["VNI text in UTF-8", "vni", (text) => shown(encodeVni(text)), same],
    [
      "VNI text in UTF-16",
      "vni",
      (text) => encodeUtf16(Buffer.from(shown(encodeVni(text))).toString(), "le", true),
      same,
    ],
    // TCVN3 does not know capitals with a tone.
    ["TCVN3", "tcvn3", encodeTcvn3, (text) => text.toLowerCase()],
    ["TCVN3 text in UTF-8", "tcvn3", (text) => shown(encodeTcvn3(text)), (text) => text.toLowerCase()],
  ])("%s", async (_, encoding, encode, fold) => {
    await fc.assert(
      fc.asyncProperty(sheet, async (text) => {
        const reading = await readBytes(encode(text));
        expect(reading.encoding).toBe(encoding);
        expect(meaning(reading, fold)).toBe(meaning(await readBytes(Buffer.from(text)), fold));
      }),
      { numRuns: 25 },
    );
  });
});

describe("garbled text is refused with its header as it was meant, and put right when asked", () => {
  test.each<[string, string, (text: string) => Uint8Array]>([
    ["UTF-8 read as windows-1252", "windows-1252", (text) => shown(Buffer.from(text))],
    ["UTF-8 read as windows-1258", "windows-1258", (text) => shown1258(Buffer.from(text))],
    ["UTF-8 read as windows-1252 twice", "windows-1252", (text) => shown(shown(Buffer.from(text)))],
    ["UTF-8 read as ISO 8859-1", "windows-1252", (text) => Buffer.from(Buffer.from(text).toString("latin1"))],
    ["windows-1258 read as windows-1252", "windows-1258", (text) => shown(encodeWindows1258(text))],
  ])("%s", async (_, encoding, garble) => {
    await fc.assert(
      fc.asyncProperty(sheet, async (text) => {
        const refused = await readBytes(garble(text));
        expect(refused.content).toBeNull();
        expect(refused.problems).toMatchObject([{ code: "garbled-text", severity: "error", row: 1 }]);
        expect(refused.problems[0]?.message).toContain(
          HEADERS.slice(0, 4)
            .join(text[HEADERS[0]?.length ?? 0])
            .replace(/\t/g, " "),
        );
        const repaired = await readBytes(garble(text), true);
        expect(repaired.encoding).toBe(encoding);
        expect(meaning(repaired, same)).toBe(meaning(await readBytes(Buffer.from(text)), same));
      }),
      { numRuns: 15 },
    );
  });
});

test("sound UTF-8 is never changed, whatever words of other languages stand in it", async () => {
  const foreign = [
    "Nestlé",
    "Citroën",
    "Müller",
    "São Paulo",
    "Đắk Lắk",
    "Krông Nô",
    "Ea H'leo",
    "m²",
    "°C",
    "½",
    "Señor",
    "naïve",
    "Łódź",
    "×",
  ];
  const word = fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...foreign));
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 8 }), async (words) => {
      const text = `Tên đơn vị;Tên khác\nXã ${words.join(" ")};A\n`;
      const reading = await readBytes(Buffer.from(text));
      expect(reading.encoding).toBe("utf-8");
      expect(reading.problems).toEqual([]);
      expect([...(reading.content?.records ?? [])][0]).toMatchObject({
        name: `Xã ${words.join(" ")}`.normalize("NFC"),
      });
    }),
    { numRuns: 300 },
  );
});

test("files in two encodings joined to one are never read as if they were in one", async () => {
  await fc.assert(
    fc.asyncProperty(
      sheet,
      fc.constantFrom(encodeWindows1258, encodeTcvn3, encodeVni),
      fc.boolean(),
      async (text, encode, last) => {
        const parts = [encode(`${text}\n`), Buffer.from(`${text}\n`)];
        const reading = await readBytes(Buffer.concat(last ? parts.reverse() : parts));
        const codes = reading.problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
        expect(["mixed-encodings", "lost-letters", "not-utf-8"]).toContain(codes[0]);
      },
    ),
    { numRuns: 25 },
  );
});
