import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeOds, makeXlsx, makeZip, type SheetSpec } from "../../fixtures/workbook/make-workbook.mjs";
import { readSheets } from "../../src/readers/index.js";
import { FIXTURES } from "../fake-office.js";

const HEADER = ["Đơn vị", "Chỉ tiêu", "Kế hoạch", "Thực hiện"];
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

async function readSheet(bytes: Uint8Array, sheet?: string) {
  const [reading] = await readSheets({ file: "a.xlsx", bytes, ...(sheet === undefined ? {} : { sheet }) });
  if (reading === undefined) throw new Error("no reading");
  return reading;
}

const codesOf = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

function sheetXml(rows: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

function headerXml(row: number): string {
  return `<row r="${row}">${HEADER.map((text, index) => `<c r="${"ABCD"[index]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;
}

describe("sheets of a workbook", () => {
  const two: SheetSpec[] = [
    { name: "Quý 1", rows: [HEADER, ["Xã A Mẫu", "Trồng rừng", 10, 12]] },
    { name: "Quý 2", state: "hidden", rows: [HEADER, ["Xã B Mẫu", "Trồng rừng", 20, 22]] },
  ];

  test("--sheet reads that one alone, a hidden one too", async () => {
    const readings = await readSheets({ file: "a.xlsx", bytes: makeXlsx(two), sheet: "Quý 2" });
    expect(readings.map(({ sheet, content }) => [sheet, content?.records.length])).toEqual([["Quý 2", 1]]);
    expect(readings[0]?.problems).toEqual([]);
  });

  test("a name no sheet has is asked about", async () => {
    await expect(readSheet(makeXlsx(two), "Qúy 1")).rejects.toMatchObject({
      message: 'Tệp a.xlsx không có trang tính "Qúy 1".',
      hint: 'Có phải là "Quý 1"? Các trang tính của tệp: "Quý 1", "Quý 2".',
    });
  });

  test("when no sheet has a table that is an error, at each of them", async () => {
    const readings = await readSheets({ file: "a.xlsx", bytes: makeXlsx([{ name: "Ghi chú", rows: [["abc"]] }]) });
    expect(readings).toHaveLength(1);
    expect(readings[0]?.problems).toMatchObject([{ code: "unknown-header", severity: "error", sheet: "Ghi chú" }]);
  });

  test("a workbook with nothing in it is an empty file, and its hidden sheets are named", async () => {
    const { problems } = await readSheet(makeXlsx([{ name: "Sheet1" }, { name: "Cũ", state: "veryHidden" }]));
    expect(codesOf(problems)).toEqual(["hidden-sheet", "empty-file"]);
  });

  test("a sheet that is almost a table is an error, not a note", async () => {
    const almost = {
      name: "Quý 3",
      rows: [
        ["Đơn vị", "Chi tiêu", "Kế hoạch", "Thực hiện"],
        ["Xã A Mẫu", "x", 1, 2],
      ],
    };
    const readings = await readSheets({ file: "a.xlsx", bytes: makeXlsx([...two, almost]) });
    expect(readings.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "error"))).toMatchObject([
      { code: "missing-column", sheet: "Quý 3", column: "Chỉ tiêu" },
    ]);
  });
});

describe("cells", () => {
  test("typed numbers are exact beside texts in either style", async () => {
    const rows = [HEADER, ["Xã A Mẫu", "a", 1.454, "1,234.5"], ["Xã A Mẫu", "b", "2,345.75", 1234.5]];
    const { content, problems } = await readSheet(makeXlsx([{ name: "S", rows }]));
    expect(problems).toEqual([]);
    expect(content?.records).toMatchObject([
      { planned: "1.454", actual: "1234.5" },
      { planned: "2345.75", actual: "1234.5" },
    ]);
  });

  test("typed numbers say nothing of how ambiguous texts are meant", async () => {
    const rows = [HEADER, ["Xã A Mẫu", "a", 12.5, "1.454"]];
    const { content, problems } = await readSheet(makeXlsx([{ name: "S", rows }]));
    expect(problems).toEqual([]);
    expect(content?.records).toMatchObject([{ planned: "12.5", actual: "1454" }]);
  });

  test("the row is the one Excel shows, though rows and cells in front are left out", async () => {
    const xml = sheetXml(`${headerXml(7)}<row r="11"><c r="A11" t="inlineStr"><is><t>Xã A Mẫu</t></is></c>
      <c r="B11" t="inlineStr"><is><t>Trồng rừng</t></is></c><c r="D11"><v>5</v></c></row>`);
    const { content, headerRow } = await readSheet(makeXlsx([{ name: "S", xml }]));
    expect(headerRow).toBe(7);
    expect(content?.records).toMatchObject([{ row: 11, planned: null, actual: "5" }]);
  });

  test("rows and cells without addresses, and a prefix before every name, are read", async () => {
    const cells = (texts: string[]) =>
      texts.map((text) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`).join("");
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row>${cells(HEADER)}</x:row><x:row>${cells(["Xã A Mẫu", "Trồng rừng"])}<x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const { content } = await readSheet(makeXlsx([{ name: "S", xml }]));
    expect(content?.records).toMatchObject([{ row: 2, planned: "5" }]);
  });

  test("a title merged over the list names the cluster of the units below it", async () => {
    const rows = [["Tên đơn vị", "Loại"], ["Cụm thi đua số 1"], ["Xã A Mẫu", "xã"], ["Xã B Mẫu", "xã"]];
    const { content, skipped } = await readSheet(makeXlsx([{ name: "S", rows, merges: ["A2:B2"] }]));
    expect(content?.records).toMatchObject([{ name: "Xã A Mẫu", cluster: "Cụm thi đua số 1" }, { name: "Xã B Mẫu" }]);
    expect(skipped).toMatchObject([{ row: 2, reason: "group" }]);
  });

  test("a merged unit is filled into its rows even where the list names a unit on each row", async () => {
    const rows = [
      HEADER,
      ["Xã A Mẫu", "Trồng rừng", 1, 1],
      [null, "Trồng chè", 2, 2],
      ["Xã B Mẫu", "Trồng rừng", 3, 3],
      ["Xã B Mẫu", "Trồng chè", 4, 4],
    ];
    const { content, problems } = await readSheet(makeXlsx([{ name: "S", rows, merges: ["A2:A3"] }]));
    expect(problems).toEqual([]);
    expect([...(content?.records ?? [])].map((record) => "unit" in record && record.unit)).toEqual([
      "Xã A Mẫu",
      "Xã A Mẫu",
      "Xã B Mẫu",
      "Xã B Mẫu",
    ]);
  });
});

test("one sheet saved by LibreOffice Calc as .xlsx and as .ods reads the same", async () => {
  const [xlsx, ods] = await Promise.all(
    ["xlsx", "ods"].map((kind) => {
      const bytes = readFileSync(join(FIXTURES, "workbook", `luu-bang-calc.${kind}`));
      return readSheets({ file: "luu-bang-calc", bytes });
    }),
  );
  expect(xlsx).toHaveLength(2);
  expect(ods?.map((reading) => ({ ...reading, encoding: "xlsx" }))).toEqual(xlsx);
});

describe("an .ods", () => {
  const text = (value: string) =>
    `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  const header = `<table:table-row>${HEADER.map(text).join("")}</table:table-row>`;

  test("that repeats a cell and a row has them all", async () => {
    const row = `<table:table-row table:number-rows-repeated="2">${text("Xã A Mẫu")}${text("Trồng rừng")}<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/></table:table-row>`;
    const { content, problems } = await readSheet(makeOds(`<table:table table:name="S">${header}${row}</table:table>`));
    expect(content?.records).toMatchObject([
      { row: 2, planned: "7", actual: "7" },
      { row: 3, planned: "7", actual: "7" },
    ]);
    expect(codesOf(problems)).toEqual(["duplicate-row"]);
  });

  test("with a password says so", async () => {
    const manifest = { name: "META-INF/manifest.xml", content: '<manifest:encryption-data manifest:checksum="x"/>' };
    expect(codesOf((await readSheet(makeOds("", "", [manifest]))).problems)).toEqual(["password-file"]);
  });
});

describe("what is no workbook we read", () => {
  const ole = (text: string) => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from(text, "utf16le")]);
  test.each([
    ["an old .xls", ole("Workbook"), "excel-file", ".xls"],
    ["an .xlsx with a password", ole("EncryptedPackage"), "password-file", "mật khẩu"],
    ["an .xlsb", makeZip([{ name: "xl/workbook.bin", content: "x" }]), "excel-file", ".xlsb"],
    ["a Word document", makeZip([{ name: "word/document.xml", content: "x" }]), "not-a-sheet", "không phải bảng tính"],
    ["a zip of other files", makeZip([{ name: "anh.jpg", content: "x" }]), "not-a-sheet", "tệp nén"],
  ])("%s is named", async (_what, bytes, code, words) => {
    const { problems, content } = await readSheet(bytes);
    expect(content).toBeNull();
    expect(problems).toMatchObject([{ code, severity: "error", message: expect.stringContaining(words) }]);
  });

  test("a workbook called .csv is read as what it is, and a CSV called .xlsx too", async () => {
    const rows = [HEADER, ["Xã A Mẫu", "Trồng rừng", 10, 12]];
    const [workbook] = await readSheets({ file: "a.csv", bytes: makeXlsx([{ name: "S", rows }]) });
    const text = `${HEADER.join(";")}\nXã A Mẫu;Trồng rừng;10;12\n`;
    const [csv] = await readSheets({ file: "a.xlsx", bytes: Buffer.from(text) });
    expect(workbook).toMatchObject({ encoding: "xlsx", sheet: "S" });
    expect(csv).toMatchObject({ encoding: "utf-8", sheet: null });
    expect(workbook?.content).toEqual(csv?.content);
  });
});
