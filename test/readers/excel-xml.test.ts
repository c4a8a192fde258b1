import { crc32, deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { makeZip } from "../../fixtures/workbook/make-workbook.mjs";
import { readSheets } from "../../src/readers/index.js";
import { changeParts, excelParts, type Parts } from "./excel-parts.js";

const zip = (parts: Parts) => makeZip([...parts].map(([name, content]) => ({ name, content })));

async function readAll(bytes: Uint8Array) {
  const readings = await readSheets({ file: "a.xlsx", bytes });
  return readings.map(({ sheet, title, year, problems, content }) => ({
    sheet,
    title,
    year,
    problems: problems.map(({ code, severity }) => `${severity} ${code}`),
    records: [...(content?.records ?? [])],
  }));
}

const EXPECTED = [
  {
    sheet: "Biểu 1 & 2",
    title: ["BIỂU KẾT QUẢ THỰC HIỆN NĂM 2020"],
    year: 2020,
    problems: ["warning hidden-sheet"],
    records: [
      { row: 4, unit: "Xã Đông & Tây", indicator: "Trồng rừng", planned: "1000.5", actual: "1019.5095" },
      { row: 5, unit: "Xã Đông & Tây", indicator: "Tỷ lệ hộ nghèo", planned: "5", actual: "4.5" },
      { row: 6, unit: "Xã Đông & Tây", indicator: "Thu ngân sách", planned: "10", actual: "12.3" },
    ],
  },
];

test("a workbook as Excel writes it is read to the last digit", async () => {
  expect(await readAll(zip(excelParts()))).toMatchObject(EXPECTED);
});

const STRICT: [string, string][] = [
  ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"],
  [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ],
];

const VARIANTS: [string, (parts: Parts) => Parts][] = [
  [
    "of the strict kind",
    (parts) => changeParts(parts, (xml) => STRICT.reduce((to, [a, b]) => to.replaceAll(a, b), xml)),
  ],
  [
    "whose parts name each other from the root",
    (parts) =>
      changeParts(parts, (xml, name) =>
        name.endsWith(".rels") ? xml.replace(/Target="(?:xl\/)?(\w[^"]*)"/g, 'Target="/xl/$1"') : xml,
      ),
  ],
  ["without a dimension", (parts) => changeParts(parts, (xml) => xml.replace(/<dimension[^>]*>/, ""))],
  ["with a byte order mark in each part", (parts) => changeParts(parts, (xml) => `\uFEFF${xml}`)],
  [
    "whose names differ in case",
    (parts) => new Map([...parts].map(([name, xml]) => [name.replace("sharedStrings", "SharedStrings"), xml])),
  ],
  [
    "whose names have backslashes",
    (parts) => new Map([...parts].map(([name, xml]) => [name.replaceAll("/", "\\"), xml])),
  ],
  [
    "with macros (.xlsm)",
    (parts) =>
      new Map([
        ...changeParts(parts, (xml) =>
          xml.replace(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
          ),
        ),
        ["xl/vbaProject.bin", "\u0001\u0002"] as const,
      ]),
  ],
  [
    "laid out over many lines",
    (parts) => changeParts(parts, (xml) => xml.replace(/(<(?:row|c|si|sheet|Relationship)[ >])/g, "\n  $1")),
  ],
  ["with a prefix before its names", (parts) => changeParts(parts, addPrefix)],
];

function addPrefix(xml: string, name: string): string {
  if (!/sheet\d|sharedStrings|workbook\.xml$/.test(name)) return xml;
  return xml.replace(/<(\/?)([a-zA-Z]+)(?=[\s/>])/g, "<$1x:$2").replace(' xmlns="', ' xmlns:x="');
}

describe("the same workbook", () => {
  test.each(VARIANTS)("%s", async (_, change) => {
    expect(await readAll(zip(change(excelParts())))).toMatchObject(EXPECTED);
  });

  test("without addresses of rows and cells", async () => {
    const bare = changeParts(excelParts(), (xml, name) =>
      name.includes("sheet1") ? xml.replace('<row r="3"', "<row/><row").replace(/<(row|c) r="\w+"/g, "<$1") : xml,
    );
    expect(await readAll(zip(bare))).toMatchObject(EXPECTED);
  });

  test("zipped as a stream, sizes behind the parts", async () => {
    expect(await readAll(streamZip(excelParts(), false))).toMatchObject(EXPECTED);
  });

  test("zipped with 64-bit sizes", async () => {
    expect(await readAll(streamZip(excelParts(), true))).toMatchObject(EXPECTED);
  });
});

/** A zip whose local headers have no sizes; with `is64`, the directory has them in zip64 fields. */
function streamZip(parts: Parts, is64: boolean): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const put = (chunk: Buffer) => {
    chunks.push(chunk);
    at += chunk.length;
  };
  for (const [name, content] of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const label = Buffer.from(name);
    const offset = at;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(is64 ? 45 : 20, 4);
    local.writeUInt16LE(0x0808, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(label.length, 26);
    put(Buffer.concat([local, label, packed]));
    const behind = Buffer.alloc(is64 ? 24 : 16);
    behind.writeUInt32LE(0x08074b50, 0);
    behind.writeUInt32LE(crc32(plain), 4);
    behind.writeUInt32LE(packed.length, 8);
    behind.writeUInt32LE(plain.length, is64 ? 16 : 12);
    put(behind);
    const extra = Buffer.alloc(is64 ? 28 : 0);
    if (is64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(plain.length), 4);
      extra.writeBigUInt64LE(BigInt(packed.length), 12);
      extra.writeBigUInt64LE(BigInt(offset), 20);
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(0x0808, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(plain), 16);
    entry.writeUInt32LE(is64 ? 0xffffffff : packed.length, 20);
    entry.writeUInt32LE(is64 ? 0xffffffff : plain.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(is64 ? 0xffffffff : offset, 42);
    directory.push(Buffer.concat([entry, label, extra]));
  }
  const start = at;
  const list = Buffer.concat(directory);
  put(list);
  if (is64) {
    const end = Buffer.alloc(76);
    end.writeUInt32LE(0x06064b50, 0);
    end.writeBigUInt64LE(44n, 4);
    end.writeBigUInt64LE(BigInt(parts.size), 24);
    end.writeBigUInt64LE(BigInt(parts.size), 32);
    end.writeBigUInt64LE(BigInt(list.length), 40);
    end.writeBigUInt64LE(BigInt(start), 48);
    end.writeUInt32LE(0x07064b50, 56);
    end.writeBigUInt64LE(BigInt(at), 64);
    end.writeUInt32LE(1, 72);
    put(end);
  }
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(is64 ? 0xffff : parts.size, 8);
  last.writeUInt16LE(is64 ? 0xffff : parts.size, 10);
  last.writeUInt32LE(is64 ? 0xffffffff : list.length, 12);
  last.writeUInt32LE(is64 ? 0xffffffff : start, 16);
  put(last);
  return Buffer.concat(chunks);
}
