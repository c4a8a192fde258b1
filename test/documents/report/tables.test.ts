import { describe, expect, test } from "vitest";
import { line } from "../../../src/documents/decree30/decree30.js";
import { attainmentTable, indicatorAppendix } from "../../../src/documents/report/indicator-tables.js";
import { movementTables } from "../../../src/documents/report/movement-table.js";
import { blocksToXml } from "../../../src/documents/template/block-xml.js";
import { lyingBlocks } from "../../../src/documents/template/landscape.js";
import { renderTemplate } from "../../../src/documents/template/template.js";
import { readPackage } from "../../../src/documents/word/package.js";
import type { Movement } from "../../../src/domain/movement.js";
import { makeDocx, p, partText } from "../make-docx.js";
import { type MadeIndicator, makeProgress } from "../make-progress.js";
import { readLines, readTables } from "../read-table.js";

/** So many units and indicators, every plan met to 90 % and a bit. */
function makeYear(units: number, indicators: number) {
  const names = Array.from({ length: units }, (_, index) => `Xã Bình Minh ${index + 1}`);
  return makeProgress(
    ...Array.from({ length: indicators }, (_, index): MadeIndicator => {
      const results = names.map(
        (name, unit) => [name, { planned: "100", actual: `${90 + unit}.${index % 10}` }] as const,
      );
      return { name: `Thu ngân sách nhà nước ${index + 1}`, results: Object.fromEntries(results) };
    }),
  );
}

/** Every number of the matrix, whichever way it lies. */
function countFigures(tables: readonly string[][][]): number {
  return tables.flat(2).filter((cell) => /^\d+,\d$/.test(cell)).length;
}

describe("percentages of plan", () => {
  test("few indicators stand beside each other, the units below each other", async () => {
    const [table] = await readTables(attainmentTable(makeYear(40, 5), null));
    expect(table?.[0]?.slice(0, 3)).toEqual(["TT", "Đơn vị", "Thu ngân sách nhà nước 1"]);
    expect(table).toHaveLength(41);
  });

  test("many indicators stand below each other when the units fit beside each other", async () => {
    const [table] = await readTables(attainmentTable(makeYear(4, 40), null));
    expect(table?.[0]).toEqual(["TT", "Chỉ tiêu", ...[1, 2, 3, 4].map((each) => `Xã Bình Minh ${each}`)]);
    expect(table).toHaveLength(41);
  });

  test("many of both stand lying in the appendix, in tables of like width that each name the indicators", async () => {
    const rows = makeYear(15, 40);
    expect(await readTables(attainmentTable(rows, null))).toEqual([]);
    expect(await readLines(attainmentTable(rows, null))).toEqual([
      "(Tỷ lệ thực hiện kế hoạch của từng đơn vị: xem Phụ lục kèm theo.)",
    ]);
    const tables = (await readTables(indicatorAppendix(rows, null))).slice(0, -1);
    expect(tables.map(([header]) => header?.length)).toEqual([10, 9]);
    for (const table of tables) expect(table[1]?.[1]).toBe("Thu ngân sách nhà nước 1");
    expect(countFigures(tables)).toBe(15 * 40);
  });

  test("header rows are repeated on each page and no row is cut", async () => {
    const xml = await blocksToXml(attainmentTable(makeYear(40, 5), null));
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(41);
  });
});

describe("every figure", () => {
  test("of one unit: indicators under their groups with measure, plan, result and the year before", async () => {
    const results = { "Xã An": { planned: "100", actual: "107.4", previous: "100" } };
    const rows = makeProgress(
      { name: "Trồng rừng", group: "Kinh tế", results },
      { name: "Việc làm", measure: "người", group: "Xã hội", results: { "Xã An": { actual: "5" } } },
    );
    expect(await readTables(attainmentTable(rows, null))).toEqual([
      [
        ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "% kế hoạch", "Năm trước", "So năm trước (%)"],
        ["Kinh tế"],
        ["1", "Trồng rừng", "ha", "100,0", "107,4", "107,4", "100,0", "+7,40"],
        ["Xã hội"],
        ["2", "Việc làm", "người", "", "5", "-", "", ""],
      ],
    ]);
    expect(await readLines(attainmentTable(rows, null))).toEqual([
      "Kết quả thực hiện các chỉ tiêu",
      "Ghi chú: “-”: không tính được.",
    ]);
    expect(indicatorAppendix(rows, null)).toEqual([]);
  });

  test("against two plans side by side, each with its percentage; columns nobody fills are left out", async () => {
    const rows = makeProgress({
      results: { "Xã An": { planned: "100", actual: "110" }, "Xã Bình": { planned: "80", actual: "88" } },
    });
    const both = rows.map((row) => ({
      ...row,
      result:
        row.result === null ? null : { ...row.result, planLevel: "Tỉnh giao", otherPlans: { "Huyện giao": "125" } },
    }));
    const [table] = await readTables(indicatorAppendix(both, "Tỉnh giao"));
    expect(table?.[0]).toEqual([
      "TT",
      "Đơn vị",
      "Kế hoạch (Tỉnh giao)",
      "Kế hoạch (Huyện giao)",
      "Thực hiện",
      "% kế hoạch (Tỉnh giao)",
      "% kế hoạch (Huyện giao)",
      "Đánh giá",
    ]);
    expect(table?.[2]).toEqual(["1", "Xã An", "100", "125", "110", "110,0", "88,0", "Vượt"]);
  });
});

describe("a lying page", () => {
  const UPRIGHT =
    '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>';
  const table = () => lyingBlocks([line("Bảng rộng")]);

  async function sectionsOf(body: string) {
    const { bytes } = await renderTemplate(makeDocx(body + UPRIGHT), {}, { blocks: { bang: table() } });
    const xml = partText(readPackage(bytes));
    const texts = xml
      .split(/<w:sectPr[\s\S]*?<\/w:sectPr>/)
      .map((part) => [...part.matchAll(/<w:t[^>]*>([^<]+)/g)].map((match) => match[1]).join(" "));
    return (xml.match(/<w:sectPr[\s\S]*?<\/w:sectPr>/g) ?? []).map((section, index) => ({
      text: texts[index],
      lies: /w:orient="landscape"/.test(section) && /w:w="16838" w:h="11906"/.test(section),
      begins: /w:start="1"/.test(section) && section.includes("titlePg"),
    }));
  }

  test("is the whole section of an appendix", async () => {
    expect(await sectionsOf(p("Phụ lục") + p("{{@bang}}"))).toEqual([
      { text: "Phụ lục Bảng rộng", lies: true, begins: true },
    ]);
  });

  test("is cut out of the text an officer puts it in, and the page numbers go on", async () => {
    const long = p("Báo cáo ".repeat(200).trim());
    const sections = await sectionsOf(long + p("{{@bang}}") + p("Sau bảng"));
    expect(sections.map(({ lies, begins }) => ({ lies, begins }))).toEqual([
      { lies: false, begins: true },
      { lies: true, begins: false },
      { lies: false, begins: false },
    ]);
    expect(sections.map(({ text }) => text?.slice(0, 9))).toEqual(["Báo cáo B", "Bảng rộng", "Sau bảng"]);
  });

  test("has its margins turned with it", async () => {
    const { bytes } = await renderTemplate(makeDocx(p("{{@bang}}") + UPRIGHT), {}, { blocks: { bang: table() } });
    expect(partText(readPackage(bytes))).toContain('w:top="1701" w:right="1134" w:bottom="1134" w:left="1134"');
  });

  test("cannot begin in a cell: the table stays where it was put", async () => {
    const cell = `<w:tbl><w:tr><w:tc>${p("{{@bang}}")}</w:tc></w:tr></w:tbl>`;
    expect(await sectionsOf(cell)).toEqual([{ text: "Bảng rộng", lies: false, begins: true }]);
  });
});

describe("movements", () => {
  const movement = (name: string, launchedBy: string | null, from: string | null, to: string | null): Movement => ({
    id: 1,
    name,
    kind: "thematic",
    kindText: "chuyên đề",
    launchedBy,
    document: null,
    from,
    to,
    unitCount: null,
    result: null,
    period: null,
    source: { importId: 1, row: 2 },
  });

  test("are counted by who launched them and how long they last, in columns that hold something", async () => {
    const [list, counts] = await readTables(
      movementTables([
        movement("Nông thôn mới", "Thủ tướng Chính phủ", "2016-01-01", "2020-12-31"),
        movement("Một năm", "Ủy ban nhân dân tỉnh An Bình", "2020-01-01", "2020-12-31"),
        movement("Một đợt", "Sở Y tế tỉnh An Bình", "2020-02-01", "2020-11-30"),
        movement("Hai năm", "Ủy ban nhân dân xã An", "2020-01-01", "2021-12-31"),
        movement("Bốn năm", null, "2020-01-01", "2023-12-31"),
        movement("Đang làm", null, "2020-01-01", null),
      ]),
    );
    expect(list?.[0]).toEqual(["TT", "Phong trào thi đua", "Cơ quan, văn bản phát động", "Thời gian"]);
    expect(list?.[6]?.[3]).toBe("từ 01/01/2020");
    expect(counts).toEqual([
      [
        "TT",
        "Cấp phát động",
        "Tổng số",
        "Chuyên đề",
        "Dưới 1 năm",
        "1 năm",
        "Trên 1 đến dưới 3 năm",
        "Từ 3 đến dưới 5 năm",
        "Từ 5 năm",
        "Chưa rõ thời gian",
      ],
      ["1", "Trung ương", "1", "1", "-", "-", "-", "-", "1", "-"],
      ["2", "Bộ, ban, ngành, tỉnh", "1", "1", "-", "1", "-", "-", "-", "-"],
      ["3", "Cơ quan, đơn vị, địa phương", "2", "2", "1", "-", "1", "-", "-", "-"],
      ["4", "Chưa ghi cơ quan phát động", "2", "2", "-", "-", "-", "1", "-", "1"],
      ["", "Tổng cộng", "6", "6", "1", "1", "1", "1", "1", "1"],
    ]);
  });
});
