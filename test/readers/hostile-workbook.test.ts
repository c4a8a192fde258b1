import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { makeOds, makeXlsx, makeZip } from "../../fixtures/workbook/make-workbook.mjs";
import { readSheets } from "../../src/readers/index.js";
import { changeParts, excelParts } from "./excel-parts.js";

const HEADER = ["Đơn vị", "Chỉ tiêu", "Kế hoạch", "Thực hiện"];
const SMALL = makeXlsx([{ name: "Kết quả", rows: [HEADER, ["Xã A Mẫu", "Trồng rừng", 10, 12]] }]);

async function readProblems(bytes: Uint8Array) {
  const start = process.cpuUsage();
  const readings = await readSheets({ file: "a.xlsx", bytes });
  const { user, system } = process.cpuUsage(start);
  return {
    readings,
    problems: readings.flatMap(({ problems }) => problems),
    // Of the processor: a clock would measure what else the machine does.
    seconds: (user + system) / 1e6,
  };
}

function sheetXml(rows: string, before = ""): string {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return `<?xml version="1.0"?>${before}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
}

const workbookOf = (rows: string, before = "") => makeXlsx([{ name: "S", xml: sheetXml(rows, before) }]);
const cell = (address: string) => `<row r="${/\d+/.exec(address)?.[0]}"><c r="${address}"><v>1</v></c></row>`;

/** Sets the fields of a part in the central directory. */
function forge(bytes: Uint8Array, part: string, change: (directory: Buffer, entry: number) => void): Uint8Array {
  const copy = Buffer.from(bytes);
  let entry = copy.indexOf("PK\u0001\u0002");
  while (copy.toString("latin1", entry + 46, entry + 46 + copy.readUInt16LE(entry + 28)) !== part) {
    entry = copy.indexOf("PK\u0001\u0002", entry + 4);
  }
  change(copy, entry);
  return copy;
}

const SHEET = "xl/worksheets/sheet1.xml";
const END = (bytes: Buffer) => bytes.lastIndexOf("PK\u0005\u0006");

/** Words no program can pack 200 times. */
function manyWords(count: number): string {
  return Array.from({ length: count }, (_, index) => ((index * 7919) % 10_007).toString(36)).join(" ");
}

/** Enough letters that differ to be packed less than 200 times. */
function manyRuns(count: number): string {
  return Array.from({ length: count }, (_, index) => `<r><t>${index}</t></r>`).join("");
}

/** A workbook with a text that so many cells refer to. */
function sharedText(text: string, cells: number): Uint8Array {
  const row = (index: number) => `<row r="${index}"><c r="A${index}" t="s"><v>7</v></c></row>`;
  const rows = Array.from({ length: cells }, (_, index) => row(index + 7)).join("");
  return zipParts((xml) =>
    xml.replace("<t>Trồng rừng</t>", `<t>${text}</t>`).replace("</row></sheetData>", `</row>${rows}</sheetData>`),
  );
}

/** A workbook as Excel writes it, changed. */
function zipParts(change: (xml: string) => string): Uint8Array {
  return makeZip([...changeParts(excelParts(), change)].map(([name, content]) => ({ name, content })));
}

function nest(depth: number): string {
  return Array.from({ length: depth }, (_, index) => `<text:span text:style-name="T${index}">`).join("");
}

function manyColumns(count: number): string {
  const columns = Array.from({ length: count }, (_, index) => `<col min="1" max="16384" width="${index}" hidden="1"/>`);
  return `<cols>${columns.join("")}</cols>`;
}

const OVER: [what: string, bytes: () => Uint8Array, code: string, limit: string][] = [
  ["99 MB of blanks in one part", () => workbookOf(" ".repeat(99 * 1024 * 1024)), "unpacks-too-large", "200 lần"],
  [
    "a part that claims 150 MB",
    () => forge(SMALL, SHEET, (zip, at) => zip.writeUInt32LE(150 * 1024 * 1024, at + 24)),
    "unpacks-too-large",
    "100 MB",
  ],
  ["a file of 65 MB", () => Buffer.concat([SMALL, Buffer.alloc(65 * 1024 * 1024)]), "file-too-large", "64 MB"],
  [
    "2,500 parts",
    () => makeZip(Array.from({ length: 2500 }, (_, index) => ({ name: `p${index}`, content: "" }))),
    "unsafe-zip",
    "2.000 phần",
  ],
  ["a cell at XFD1048576", () => workbookOf(cell("XFD1048576")), "too-wide", "1.000 cột"],
  ["a cell in column 1,001", () => workbookOf(cell("ALM1")), "too-wide", "ALM1"],
  ["a cell at A1048576", () => workbookOf(cell("A1") + cell("A1048576")), "far-cell", "10.000 dòng"],
  [
    "2,500 rows of 999 columns and more",
    () => workbookOf(Array.from({ length: 11_000 }, (_, row) => cell(`ALK${row + 1}`)).join("")),
    "too-many-cells",
    "10 triệu",
  ],
  [
    "an .ods row repeated a million times",
    () =>
      makeOds(
        '<table:table table:name="S"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="900" office:value-type="float" office:value="1"/></table:table-row></table:table>',
      ),
    "too-many-cells",
    "2 triệu",
  ],
  [
    "an .ods cell at XFD1",
    () =>
      makeOds(
        '<table:table table:name="S"><table:table-row><table:table-cell table:number-columns-repeated="16383"/><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>',
      ),
    "too-wide",
    "XFD1",
  ],
  [
    "entities that grow",
    () => workbookOf(cell("A1"), '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>'),
    "unsafe-zip",
    "DOCTYPE",
  ],
  [
    "a text of 3 MB in one cell",
    () => workbookOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>${manyWords(800_000)}</t></is></c></row>`),
    "long-cell",
    "1 MB",
  ],
  [
    "40,000 columns that each claim all others",
    () =>
      makeXlsx([{ name: "S", xml: sheetXml(cell("A1")).replace("<sheetData>", `${manyColumns(40_000)}<sheetData>`) }]),
    "unpacks-too-large",
    "1 MB",
  ],
  ["a part named out of the file", () => forgeName("../x"), "unsafe-zip", "ra ngoài"],
  ["an absolute part name", () => forgeName("/etc"), "unsafe-zip", "ra ngoài"],
  ["two parts of one name", () => twice(), "unsafe-zip", "trùng tên"],
  ["a locked part", () => forge(SMALL, SHEET, (zip, at) => zip.writeUInt16LE(1, at + 8)), "password-file", "mật khẩu"],
  [
    "64-bit sizes that are nowhere",
    () => forge(SMALL, SHEET, (zip, at) => zip.writeUInt32LE(0xffffffff, at + 24)),
    "damaged-file",
    "hỏng",
  ],
  [
    "a 64-bit directory that is nowhere",
    () => changed(SMALL, (zip) => zip.writeUInt32LE(0xffffffff, END(zip) + 16)),
    "damaged-file",
    "hỏng",
  ],
  [
    "a part packed in an odd way",
    () => forge(SMALL, SHEET, (zip, at) => zip.writeUInt16LE(14, at + 10)),
    "unsafe-zip",
    "cách lạ",
  ],
  [
    "301 sheets",
    () => makeXlsx(Array.from({ length: 301 }, (_, index) => ({ name: `S${index}`, rows: [["a"]] }))),
    "too-many-sheets",
    "300 trang tính",
  ],
  [
    "301 tables of an .ods",
    () => makeOds('<table:table table:name="S"/>'.repeat(301)),
    "too-many-sheets",
    "300 trang tính",
  ],
  [
    "200,001 pieces of text in letter styles of their own",
    () => workbookOf(`<row r="1"><c r="A1" t="inlineStr"><is>${manyRuns(200_001)}</is></c></row>`),
    "too-many-runs",
    "200.000 đoạn",
  ],
  [
    "one text that is the text of thousands of cells",
    () => sharedText(manyWords(100_000), 100),
    "too-many-characters",
    "32 triệu ký tự",
  ],
  [
    "200,001 rows",
    () => workbookOf(Array.from({ length: 200_001 }, (_, row) => cell(`A${row + 1}`)).join("")),
    "too-many-rows",
    "200.000 dòng",
  ],
  [
    "elements inside one another a hundred thousand times",
    () => makeOds(`<table:table table:name="S"><table:table-row><table:table-cell>${nest(100_000)}`),
    "unsafe-zip",
    "100 lớp",
  ],
  [
    "a sheet in UTF-16",
    () => makeXlsx([{ name: "S", xml: Buffer.from(`\uFEFF${sheetXml(cell("A1"))}`, "utf16le") }]),
    "utf-16-file",
    "UTF-16",
  ],
];

function changed(bytes: Uint8Array, change: (copy: Buffer) => void): Uint8Array {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

function forgeName(name: string): Uint8Array {
  const bytes = makeZip([
    { name: "abcd", content: "x" },
    { name: "_rels/.rels", content: "x" },
  ]);
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll("abcd", name.slice(0, 4)), "latin1");
}

function oneForBoth(): Uint8Array {
  return zipParts((xml) =>
    xml.replace("worksheets/sheet2.xml", "worksheets/sheet1.xml").replace(' state="veryHidden"', ""),
  );
}

function twice(): Uint8Array {
  const bytes = makeZip([
    { name: "_rels/.rels", content: "x" },
    { name: "_rels/.relz", content: "x" },
  ]);
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(".relz", ".RELS"), "latin1");
}

describe("a workbook over a limit is refused in 2 seconds with a sentence that names the limit", () => {
  test.each(OVER)("%s", async (_what, bytes, code, limit) => {
    const { problems, seconds } = await readProblems(bytes());
    expect(problems).toMatchObject([{ code, severity: "error", message: expect.stringContaining(limit) }]);
    expect(seconds).toBeLessThan(2);
  });
});

test("of a large workbook with too many errors among its first rows, the rest and the other sheets are not read", async () => {
  const note = manyWords(60);
  const row = (index: number) =>
    `<row r="${index}">${["Xã A", `Chỉ tiêu ${index}`, "mười", "hai", `${index} ${note}`]
      .map((text, place) => `<c r="${"ABCDE"[place]}${index}" t="inlineStr"><is><t>${text}</t></is></c>`)
      .join("")}</row>`;
  const header = `<row r="1">${[...HEADER, "Ghi chú"]
    .map((text, place) => `<c r="${"ABCDE"[place]}1" t="inlineStr"><is><t>${text}</t></is></c>`)
    .join("")}</row>`;
  const wrong = sheetXml(header + Array.from({ length: 20_000 }, (_, index) => row(index + 2)).join(""));
  const bytes = makeXlsx([
    { name: "Sai", xml: wrong },
    { name: "Đúng", rows: [HEADER, ["Xã A Mẫu", "Trồng rừng", 10, 12]] },
  ]);
  const { readings } = await readProblems(bytes);
  expect(readings.map(({ sheet, content }) => ({ sheet, content }))).toEqual([{ sheet: "Sai", content: null }]);
  expect(readings[0]?.problems.at(-1)).toMatchObject({ code: "too-many-errors", sheet: "Sai" });
});

test("one sheet of a workbook of more sheets than are read at once is read by its name", async () => {
  const sheets = Array.from({ length: 301 }, (_, index) => ({
    name: `S${index}`,
    rows: [HEADER, ["Xã A Mẫu", "Lúa", 1, 2]],
  }));
  const [reading] = await readSheets({ file: "a.xlsx", bytes: makeXlsx(sheets), sheet: "S300" });
  expect(reading?.content?.records).toHaveLength(1);
});

test("cells joined again and again are filled once", async () => {
  const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const header = `<row r="1">${HEADER.map((value, index) => text(`${"ABCD"[index]}1`, value)).join("")}</row>`;
  const row = (index: number) =>
    `<row r="${index}">${index === 2 ? text("A2", "Xã A Mẫu") : ""}${text(`B${index}`, `Chỉ tiêu ${index}`)}<c r="C${index}"><v>1</v></c></row>`;
  const rows = Array.from({ length: 2000 }, (_, index) => row(index + 2)).join("");
  const merges = `<mergeCells>${'<mergeCell ref="A2:A2001"/>'.repeat(20_000)}</mergeCells>`;
  const xml = sheetXml(header + rows).replace("</sheetData>", `</sheetData>${merges}`);
  const { readings, seconds } = await readProblems(makeXlsx([{ name: "S", xml }]));
  expect(readings[0]?.content?.records).toHaveLength(2000);
  expect(seconds).toBeLessThan(2);
});

describe("a damaged workbook is said to be damaged", () => {
  test.each([
    ["cut in half", SMALL.subarray(0, SMALL.length / 2)],
    ["only a beginning", SMALL.subarray(0, 4)],
    ["a part longer than it claims", forge(SMALL, SHEET, (zip, at) => zip.writeUInt32LE(20, at + 24))],
    ["a part with another checksum", forge(SMALL, SHEET, (zip, at) => zip.writeUInt32LE(7, at + 16))],
    ["a directory with more parts than there are", changed(SMALL, (zip) => zip.writeUInt16LE(9, END(zip) + 10))],
    ["no workbook inside", makeZip([{ name: "_rels/.rels", content: "<Relationships/>" }])],
    ["two sheets of one part", oneForBoth()],
    ["a sheet that ends in a tag", makeXlsx([{ name: "S", xml: '<worksheet><sheetData><row r="1"><c r="A1"><v' }])],
  ])("%s", async (_what, bytes) => {
    const { problems } = await readProblems(bytes);
    expect(problems).toMatchObject([{ code: "damaged-file", severity: "error" }]);
  });
});

test("no byte changed in a workbook makes the reader throw, hang or read another value", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: SMALL.length - 1 }), fc.integer({ min: 1, max: 255 }), async (place, difference) => {
      const bytes = changed(SMALL, (copy) => {
        copy[place] = (copy[place] ?? 0) ^ difference;
      });
      const { readings, problems, seconds } = await readProblems(bytes);
      expect(seconds).toBeLessThan(1);
      const records: object[] = readings.flatMap(({ content }): object[] => [...(content?.records ?? [])]);
      for (const record of records) expect(record).toMatchObject({ unit: "Xã A Mẫu", planned: "10", actual: "12" });
      if (records.length === 0) expect(problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test("rows without end that have a style and nothing in them are read as the few there are", () => {
  const rows = Array.from(
    { length: 300_000 },
    (_, index) => `<row r="${index + 10}"><c r="A${index + 10}" s="1"/></row>`,
  );
  const xml = sheetXml(
    `<row r="1">${HEADER.map((text, index) => `<c r="${"ABCD"[index]}1" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>
     <row r="2"><c r="A2" t="inlineStr"><is><t>Xã A Mẫu</t></is></c><c r="B2" t="inlineStr"><is><t>Trồng rừng</t></is></c><c r="C2"><v>10</v></c></row>${rows.join("")}`,
  );
  const folder = mkdtempSync(join(tmpdir(), "thidua-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "a.xlsx");
  writeFileSync(file, makeXlsx([{ name: "S", xml }]));
  const ran = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "../../bin/thidua.js"), "import", file, "--json"],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  expect(JSON.parse(ran.stdout).imports).toMatchObject([{ sheet: "S", records: 1, inserted: 1 }]);
});
