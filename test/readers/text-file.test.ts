import { describe, expect, test } from "vitest";
import { findTextTrouble } from "../../src/readers/cell/text.js";
import { readHtmlTable } from "../../src/readers/csv/html-table.js";
import { sniffFile } from "../../src/readers/encoding/sniff.js";
import { isSyllable } from "../../src/readers/encoding/syllable.js";
import { readTcvn3 } from "../../src/readers/encoding/tcvn3.js";
import { readVni } from "../../src/readers/encoding/vni.js";
import { MAX_FILE_BYTES, readSheets, type SheetReading } from "../../src/readers/index.js";

const HEADER = "Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\n";
const MEGABYTE = 1024 * 1024;

async function read(bytes: Uint8Array | string): Promise<SheetReading> {
  const [reading] = await readSheets({ file: "a.csv", bytes: Buffer.from(bytes) });
  if (reading === undefined) throw new Error("a CSV is one sheet");
  return reading;
}

describe("what a file is, by its first bytes", () => {
  test.each<[string, Uint8Array | string, string]>([
    ["an .xlsx", "PK\u0003\u0004aaaa", "zip"],
    ["an empty zip", "PK\u0005\u0006", "zip"],
    ["an .xls", Buffer.from("D0CF11E0A1B11AE1", "hex"), "ole"],
    ["a page", "\uFEFF  <!DOCTYPE html><html>", "html"],
    ["a page in UTF-16", Buffer.from("\uFEFF<html>", "utf16le"), "html"],
    ["a page that begins with a comment", "<!-- xuất từ phần mềm --><TABLE border=1>", "html"],
    ["an XML sheet", '<?xml version="1.0"?><Workbook>', "html"],
    ["a bound in the first cell", "<4;Chỉ tiêu", "text"],
    ["a sheet whose first unit is called PK", "PK 12;Chỉ tiêu", "text"],
    ["nothing", "", "text"],
  ])("%s", (_, bytes, kind) => {
    expect(sniffFile(Buffer.from(bytes))).toBe(kind);
  });
});

describe("Vietnamese syllables", () => {
  test.each("nghiêng Quyết huỳnh giếng gì quốc khuya ƯỚC thuở Đắk Krông xoong hòa hoà thuý".split(" "))(
    "%s is one",
    (word) => {
      expect(isSyllable(word)).toBe(true);
    },
  );

  test.each("huyÖn hoaïch Ñôn Káº viò têst hoăch tác̀ côc thùc ắn̉ ng".split(" "))("%s is none", (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});

describe("old fonts", () => {
  test.each([
    ["KÕ ho¹ch", "Kế hoạch"],
    ["Thùc hiÖn", "Thực hiện"],
    ["§¬n vÞ", "Đơn vị"],
    ["ChØ tiªu", "Chỉ tiêu"],
    ["d\u00AD¬ng", "dương"],
    ["KÕ HO¹CH", "KẾ HOẠCH"],
    ["HUYÖN S¬N D\u00AD¬NG;Hµ", "HUYỆN SƠN DƯƠNG;Hà"],
    ["UBND X· §«ng", "UBND Xã Đông"],
    ["Lß A Pã", "Lò A Pó"],
    ["3 × 4 m²", "3 × 4 m²"],
    ["b×nh", "bình"],
  ])("TCVN3 %j is %j", (shown, meant) => {
    expect(readTcvn3(shown)).toBe(meant);
  });

  test.each([
    ["Keá hoaïch", "Kế hoạch"],
    ["Thöïc hieän", "Thực hiện"],
    ["Ñôn vò", "Đơn vị"],
    ["KEÁ HOAÏCH", "KẾ HOẠCH"],
    ["Aán YÙ kyõ", "Ấn Ý kỹ"],
  ])("VNI %j is %j", (shown, meant) => {
    expect(readVni(shown)).toBe(meant);
  });
});

describe("lost letters", () => {
  test.each(["B?c K?n", "?ơn vị", "Th? xã", "Đơn v?", "h? tr? vốn"])("%j has some", (text) => {
    expect(findTextTrouble(text)?.code).toBe("lost-letters");
  });

  test.each([
    "Đạt hay không?",
    "Vì sao? Do mưa",
    "https://mau.example/tra?cuu=1",
    "500 kg?",
    "KH?",
    "Kết quả thế nào? chưa rõ",
  ])("%j has none", (text) => {
    expect(findTextTrouble(text)).toBeNull();
  });
});

describe("hostile files are refused by the limit they break", () => {
  const block = Buffer.alloc(MEGABYTE, "Xã A;Trồng rừng;10;12\n");
  test.each<[string, () => Uint8Array, { code: string; row: number | null }]>([
    ["a line of megabytes", () => Buffer.alloc(8 * MEGABYTE, "a"), { code: "long-record", row: 1 }],
    ["quotes without end", () => Buffer.alloc(8 * MEGABYTE, '"'), { code: "long-record", row: 1 }],
    [
      "a quote that swallows megabytes of lines",
      () => Buffer.concat([Buffer.from(`${HEADER}"Xã `), ...Array.from({ length: 8 }, () => block)]),
      { code: "unclosed-quote", row: 2 },
    ],
    ["millions of lines", () => Buffer.alloc(5 * MEGABYTE, "\n"), { code: "too-many-rows", row: 2_000_001 }],
    [
      "millions of cells",
      () => Buffer.alloc(24 * MEGABYTE, `${";".repeat(999)}\n`),
      { code: "too-many-cells", row: null },
    ],
    ["thousands of columns", () => Buffer.from(`${HEADER}${";".repeat(2000)}\n`), { code: "too-many-columns", row: 2 }],
    [
      "thousands of columns in UTF-16",
      () => Buffer.from(`\uFEFF${"a\t".repeat(2000)}\n`, "utf16le"),
      { code: "too-many-columns", row: 1 },
    ],
    ["zeros", () => Buffer.alloc(1000), { code: "binary-file", row: 1 }],
    [
      "a page whose cells claim more cells than it has letters",
      () => Buffer.from(`<table>${"<tr><td colspan=900>\n".repeat(3000)}`),
      { code: "html-file", row: null },
    ],
    [
      "a page of more rows than are held at once",
      () => Buffer.from(`<table>${"<tr><td>x".repeat(200_002)}`),
      { code: "html-file", row: null },
    ],
    [
      "a page of one cell of megabytes",
      () => Buffer.from(`<table><tr><td>${"&amp;".repeat(2 * MEGABYTE)}`),
      { code: "html-file", row: null },
    ],
    ["a page of open tags", () => Buffer.from(`<table>\n${'<td "'.repeat(200_000)}`), { code: "html-file", row: null }],
  ])("%s", async (_, make, { code, row }) => {
    const reading = await read(make());
    expect(reading.content).toBeNull();
    expect(reading.problems).toMatchObject([{ code, row, severity: "error" }]);
    expect(reading.problems[0]?.message).not.toBe("");
  });

  test("a file over the limit is refused by its size alone", async () => {
    const [reading] = await readSheets({ file: "a.csv", bytes: new Uint8Array(), size: MAX_FILE_BYTES + 1 });
    expect(reading?.problems).toMatchObject([{ code: "file-too-large", message: "Tệp lớn quá 160 MB." }]);
  });
});

describe("HTML tables", () => {
  function rowsOf(html: string): string[][] {
    const page = readHtmlTable(html);
    if ("trouble" in page) throw new Error(page.trouble.message);
    return page.rows;
  }

  test("spans give their value to the first cell, entities are letters, end tags may be missing", () => {
    expect(
      rowsOf(
        "<p>K&#7871;t qu&#x1EA3;</p><table><tr><td rowspan=2>A&ocirc;<td colspan='2'>B<br>C<tr><td>D<td>E &lt; 5</table>",
      ),
    ).toEqual([["Kết quả"], ["Aô", "B\nC", ""], ["", "D", "E < 5"]]);
  });

  test("several tables stand below each other; scripts, styles and comments are not text", () => {
    expect(
      rowsOf(
        "<style>td{}</style><table><tr><th>A</tr></table><script>x<y</script><!-- <b> --><table><tr><td>B</table>",
      ),
    ).toEqual([["A"], ["B"]]);
  });

  test.each([
    ["<div>Không có bảng</div>", "không có bảng"],
    ["<table><tr><td><table></table></td></tr></table>", "bảng nằm trong ô của bảng khác"],
    [`<table><tr>${"<td>".repeat(1001)}`, "nhiều hơn 1.000 cột"],
    ["<table></table>", "không có dòng nào"],
  ])("%j is refused", (html, why) => {
    expect(readHtmlTable(html)).toMatchObject({
      trouble: { code: "html-file", message: expect.stringContaining(why) },
    });
  });
});
