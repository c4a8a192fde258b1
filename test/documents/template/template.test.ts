import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { body } from "../../../src/documents/decree30/decree30.js";
import type { Placeholder } from "../../../src/documents/template/kind.js";
import { renderTemplate } from "../../../src/documents/template/template.js";
import { cleanTemplateText, findForbidden, type TemplateValues } from "../../../src/documents/template/value.js";
import { documentXml, makeDocx, p, paragraphs, table } from "../make-docx.js";

const PEOPLE = [
  { ho_ten: "Trần Thị Bưởi", chuc_vu: "Giáo viên" },
  { ho_ten: "Lê Văn Cam", chuc_vu: "" },
];

async function fill(xml: string, values: TemplateValues): Promise<string[]> {
  return paragraphs((await renderTemplate(makeDocx(xml), values)).bytes);
}

describe("what repeats", () => {
  test("a table row with columns of a list repeats for each item and {{stt}} counts", async () => {
    const xml = table(["STT", "Họ và tên"], ["{{stt}}", "{{ds.ho_ten}}"]);
    expect(await fill(xml, { ds: PEOPLE })).toEqual(["STT", "Họ và tên", "1", "Trần Thị Bưởi", "2", "Lê Văn Cam"]);
  });

  test.each([
    [
      "a column added at the end",
      ["{{stt}}", "{{ds.ho_ten}}", "{{ds.chuc_vu}}"],
      ["1", "Trần Thị Bưởi", "Giáo viên", "2", "Lê Văn Cam"],
    ],
    [
      "a column put first",
      ["{{ds.chuc_vu}}", "{{stt}}", "{{ds.ho_ten}}"],
      ["Giáo viên", "1", "Trần Thị Bưởi", "2", "Lê Văn Cam"],
    ],
    ["all but one column deleted", ["{{ds.ho_ten}}"], ["Trần Thị Bưởi", "Lê Văn Cam"]],
    ["a column of fixed text", ["{{ds.ho_ten}}", "Đạt"], ["Trần Thị Bưởi", "Đạt", "Lê Văn Cam", "Đạt"]],
  ])("%s needs no other change", async (_title, row, expected) => {
    expect(await fill(table(row), { ds: PEOPLE })).toEqual(expected);
  });

  test("a paragraph outside tables repeats", async () => {
    expect(await fill(p("- {{ds.ho_ten}};") + p("Hết"), { ds: PEOPLE })).toEqual([
      "- Trần Thị Bưởi;",
      "- Lê Văn Cam;",
      "Hết",
    ]);
  });

  test("in a cell with other text (Nơi nhận beside the signature) only the paragraph repeats", async () => {
    const foot = table([p("Nơi nhận:") + p("- {{ds.ho_ten}}"), p("{{ky.dong}}") + p("{{nguoi_ky}}")]);
    const values = { ds: PEOPLE, ky: [{ dong: "KT. CHỦ TỊCH" }, { dong: "PHÓ CHỦ TỊCH" }], nguoi_ky: "Nguyễn Văn An" };
    expect(await fill(foot, values)).toEqual([
      "Nơi nhận:",
      "- Trần Thị Bưởi",
      "- Lê Văn Cam",
      "KT. CHỦ TỊCH",
      "PHÓ CHỦ TỊCH",
      "Nguyễn Văn An",
    ]);
  });

  test("a list without items takes its rows away and leaves no table without rows", async () => {
    const { bytes } = await renderTemplate(makeDocx(table(["{{ds.ho_ten}}"]) + p("Hết")), { ds: [] });
    expect(documentXml(bytes)).not.toContain("<w:tbl>");
    expect(paragraphs(bytes)).toEqual(["Hết"]);
  });

  test.each([0, 1, 2, 2000])("a list of %d makes as many rows, numbered for itself", async (count) => {
    const list = (what: string) => Array.from({ length: count }, (_, index) => ({ ho_ten: `${what} ${index}` }));
    const xml = table(["STT", "Tên"], ["{{stt}}", "{{ds.ho_ten}}"]) + table(["{{stt}}", "{{tap_the.ho_ten}}"]);
    const shown = await fill(xml, { ds: list("Người"), tap_the: list("Tổ") });
    const rows = (what: string) => list(what).flatMap(({ ho_ten }, index) => [String(index + 1), ho_ten]);
    expect(shown).toEqual(["STT", "Tên", ...rows("Người"), ...rows("Tổ")]);
  });

  test("a table inside a cell of a repeating row repeats with it", async () => {
    const inner = `${table(["Chức vụ", "{{ds.chuc_vu}}"])}${p("")}`;
    const xml = `<w:tbl><w:tr><w:tc>${p("{{ds.ho_ten}}")}</w:tc><w:tc>${inner}</w:tc></w:tr></w:tbl>`;
    const shown = await fill(xml, { ds: PEOPLE });
    expect(shown.filter((text) => text !== "")).toEqual([
      "Trần Thị Bưởi",
      "Chức vụ",
      "Giáo viên",
      "Lê Văn Cam",
      "Chức vụ",
    ]);
  });

  describe("a column nobody in the list fills", () => {
    const grid = '<w:tblGrid><w:gridCol w:w="600"/><w:gridCol w:w="3000"/><w:gridCol w:w="1500"/></w:tblGrid>';
    const withGrid = (xml: string) => xml.replace("<w:tbl>", `<w:tbl>${grid}`);
    const nobody = PEOPLE.map((person) => ({ ...person, chuc_vu: "" }));

    test("goes with its header, and the others take its room", async () => {
      const xml = withGrid(table(["STT", "Họ và tên", "Chức vụ"], ["{{stt}}", "{{ds.ho_ten}}", "{{ds.chuc_vu}}"]));
      const { bytes } = await renderTemplate(makeDocx(xml), { ds: nobody });
      expect(paragraphs(bytes)).toEqual(["STT", "Họ và tên", "1", "Trần Thị Bưởi", "2", "Lê Văn Cam"]);
      expect(documentXml(bytes)).toContain('<w:gridCol w:w="600"/><w:gridCol w:w="4500"/></w:tblGrid>');
      expect(await fill(xml, { ds: PEOPLE })).toContain("Chức vụ");
    });

    test("stays when it holds words of its own or the officer left it blank to write in", async () => {
      const xml = withGrid(table(["Họ và tên", "Chức vụ", "Ký nhận"], ["{{ds.ho_ten}}", "Là: {{ds.chuc_vu}}", ""]));
      expect(await fill(xml, { ds: nobody })).toEqual([
        "Họ và tên",
        "Chức vụ",
        "Ký nhận",
        "Trần Thị Bưởi",
        "Là: ",
        "Lê Văn Cam",
        "Là: ",
      ]);
    });

    test("stays in a table with merged cells", async () => {
      const xml = withGrid(
        table(["STT", "Họ và tên", "Chức vụ"], ["{{stt}}", "{{ds.ho_ten}}", "{{ds.chuc_vu}}"]),
      ).replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr>');
      expect(await fill(xml, { ds: nobody })).toContain("Chức vụ");
    });
  });

  test("loops written by hand still work", async () => {
    const inline = p("Gồm: {{#ds}}{{ho_ten}}; {{/ds}}");
    expect(await fill(inline, { ds: PEOPLE })).toEqual(["Gồm: Trần Thị Bưởi; Lê Văn Cam; "]);
    const apart = p("{{#ds}}") + p("{{ds.ho_ten}}") + p("{{/ds}}");
    expect(await fill(apart, { ds: PEOPLE })).toEqual(["Trần Thị Bưởi", "Lê Văn Cam"]);
  });
});

describe("how a placeholder is read", () => {
  test("runs may split it anywhere", async () => {
    expect(await fill(p("Ông {", "{ho", "_ten", "}", "} được khen"), { ho_ten: "Lê Văn Cam" })).toEqual([
      "Ông Lê Văn Cam được khen",
    ]);
    expect(await fill(table([p("{{d", "s.ho_", "ten}}")]), { ds: PEOPLE })).toEqual(["Trần Thị Bưởi", "Lê Văn Cam"]);
  });

  test("filters write numbers and dates the Vietnamese way", async () => {
    const values = { tien: 2980000, ngay: "2020-03-05", so_nguoi: "5" };
    expect(await fill(p("{{tien | so}} {{ngay|ngay}} {{ngay | ngay_ngan}} {{ so_nguoi | hai_so }}"), values)).toEqual([
      "2.980.000 ngày 05 tháng 3 năm 2020 05/03/2020 05",
    ]);
  });

  test("only the values given can be named", async () => {
    const { missing } = await renderTemplate(makeDocx(p("{{constructor}}{{__proto__}}{{toString}}")), {});
    expect(missing.map(({ name }) => name)).toEqual(["constructor", "__proto__", "toString"]);
  });
});

describe("conditions", () => {
  const xml = p("{{#co_thuong}}Có thưởng{{/co_thuong}}") + p("{{^co_thuong}}Không thưởng{{/co_thuong}}");

  test("a paragraph that held nothing but a condition that fails goes", async () => {
    const { bytes } = await renderTemplate(makeDocx(xml), { co_thuong: false });
    expect(documentXml(bytes).match(/<w:p>/g)).toHaveLength(1);
    expect(paragraphs(bytes)).toEqual(["Không thưởng"]);
  });

  test("a cell keeps a paragraph even when its condition fails", async () => {
    const { bytes } = await renderTemplate(makeDocx(table(["{{#co_x}}x{{/co_x}}", "y"])), { co_x: false });
    expect(documentXml(bytes).match(/<w:p>/g)).toHaveLength(2);
  });

  test("co_<name> says whether there is something in it", async () => {
    const optional = p("{{#co_ly_do}}Lý do: {{ly_do}}{{/co_ly_do}}") + p("{{#co_ds}}Có danh sách{{/co_ds}}");
    expect(await fill(optional, { ly_do: "", ds: [] })).toEqual([]);
    expect(await fill(optional, { ly_do: "giỏi", ds: PEOPLE })).toEqual(["Lý do: giỏi", "Có danh sách"]);
  });
});

test("a section break inside a condition goes or stays with it, and adds no page of its own", async () => {
  const section = (id: string) => `<w:sectPr><w:headerReference w:type="default" w:id="${id}"/></w:sectPr>`;
  const main = p("Chính");
  const opens = `<w:p><w:pPr>${section("a")}</w:pPr><w:r><w:t>{{#co_danh_sach}}</w:t></w:r></w:p>`;
  const xml = main + opens + p("Danh sách") + table(["x"]) + p("{{/co_danh_sach}}") + section("b");
  const sections = async (co_danh_sach: boolean) =>
    documentXml((await renderTemplate(makeDocx(xml), { co_danh_sach })).bytes);
  const kept = await sections(true);
  expect(kept.match(/<w:sectPr>.*?<\/w:sectPr>/g)).toEqual([section("a"), section("b")]);
  expect(kept).not.toContain('w:type="page"');
  expect(kept).toMatch(/<\/w:tbl><w:p><w:pPr>.{0,90}<\/w:pPr><\/w:p><w:sectPr>/);
  expect((await sections(false)).match(/<w:sectPr>.*?<\/w:sectPr>/g)).toEqual([section("b")]);
});

describe("a value that is missing", () => {
  const placeholders: Placeholder[] = [
    { name: "dia_danh", meaning: "địa danh", example: "Bình Minh", form: "text", setting: "issuer.place" },
  ];

  test("is highlighted in its sentence and listed with the setting that fills it", async () => {
    const xml = '<w:p><w:r><w:rPr><w:i/><w:u w:val="single"/></w:rPr><w:t>{{dia_danh}}, ngày 05</w:t></w:r></w:p>';
    const { bytes, missing } = await renderTemplate(makeDocx(xml), {}, { placeholders });
    expect(missing).toEqual([
      { name: "dia_danh", meaning: "địa danh", setting: "issuer.place", sentence: "[Chưa có: địa danh], ngày 05" },
    ]);
    expect(documentXml(bytes)).toContain(
      '<w:rPr><w:i/><w:highlight w:val="yellow"/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">[Chưa có: địa danh]</w:t>',
    );
    expect(paragraphs(bytes)).toEqual(["[Chưa có: địa danh], ngày 05"]);
  });

  test("a missing list leaves one row with each column marked", async () => {
    const { bytes, missing } = await renderTemplate(makeDocx(table(["{{ds.ho_ten}}", "{{ds.chuc_vu}}"])), {});
    expect(missing.map(({ name }) => name)).toEqual(["ds.ho_ten", "ds.chuc_vu"]);
    expect(paragraphs(bytes)).toEqual(["[Chưa có: ds.ho_ten]", "[Chưa có: ds.chuc_vu]"]);
  });

  test("two marks in one run and one in the next keep the look of their own run", async () => {
    const run = (properties: string, text: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const xml = `<w:p>${run("<w:b/>", "{{a}}, {{b}}")}${run("<w:i/>", "{{c}}")}</w:p>`;
    const { bytes } = await renderTemplate(makeDocx(xml), {});
    const runs = [...documentXml(bytes).matchAll(/<w:rPr>(.*?)<\/w:rPr><w:t[^>]*>(.*?)<\/w:t>/g)].map(
      ([, ...parts]) => parts,
    );
    const yellow = '<w:highlight w:val="yellow"/>';
    expect(runs).toEqual([
      [`<w:b/>${yellow}`, "[Chưa có: a]"],
      ["<w:b/>", ", "],
      [`<w:b/>${yellow}`, "[Chưa có: b]"],
      [`<w:i/>${yellow}`, "[Chưa có: c]"],
    ]);
  });

  test("a column missing for thousands costs no more than the others", async () => {
    const ds = Array.from({ length: 2000 }, (_, index) => ({ ho_ten: `Người thứ ${index}` }));
    const started = performance.now();
    await renderTemplate(makeDocx(table(["{{ds.ho_ten}}", "{{ds.chuc_vu}}"])), { ds });
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  test("a blank is not missing", async () => {
    const { missing } = await renderTemplate(makeDocx(p("Số: {{so}}")), { so: "" });
    expect(missing).toEqual([]);
  });
});

describe("what stands in values", () => {
  test("tags, formulas and XML stay text", async () => {
    const hostile = "{{ho_ten}} {{#x}} =1+1 <w:p> &amp; <script>";
    expect(await fill(p("{{ten}}"), { ten: hostile })).toEqual([hostile]);
  });

  test("line breaks break the line", async () => {
    const { bytes } = await renderTemplate(makeDocx(p("{{ten}}")), { ten: "ỦY BAN NHÂN DÂN\nHUYỆN BÌNH MINH" });
    expect(documentXml(bytes)).toContain("<w:br/>");
  });

  test("any text comes out as it went in, or is refused by the name of its field", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (text) => {
        const filled = fill(p("{{ten}}"), { ten: text });
        if (findForbidden({ ten: text }).length > 0) await expect(filled).rejects.toThrow("Có ký tự hỏng");
        else expect((await filled)[0] ?? "").toBe(cleanTemplateText(text));
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ["\u0001", "U+0001"],
    ["\uD800", "U+D800"],
    ["\uFFFE", "U+FFFE"],
    ["\uFDD0", "U+FDD0"],
  ])("a name with %j is refused, and the person and the column are named", async (character, code) => {
    const known: Placeholder[] = [{ name: "ds.ho_ten", meaning: "họ và tên", example: "", form: "column" }];
    const ds = [{ ho_ten: "Trần Thị Bưởi" }, { ho_ten: `Lê${character} Văn Cam` }];
    await expect(renderTemplate(makeDocx(table(["{{ds.ho_ten}}"])), { ds }, { placeholders: known })).rejects.toThrow(
      `họ và tên “Lê Văn Cam” (${code})`,
    );
  });

  test("a tab is a blank; Word's own line break and the breaks of other systems break the line", async () => {
    expect(await fill(p("{{ten}}"), { ten: "a\tb\vc\r\nd\u2028e" })).toEqual(["a b\nc\nd\ne"]);
  });
});

describe("blocks", () => {
  test("stand where {{@name}} stood alone; an empty one leaves nothing", async () => {
    const xml = p("Trước") + p("{{@khoi}}") + p("{{@trong}}") + p("Sau");
    const { bytes } = await renderTemplate(
      makeDocx(xml),
      {},
      { blocks: { khoi: [body("Đoạn {{x}} một"), body("Đoạn hai")], trong: [] } },
    );
    expect(paragraphs(bytes)).toEqual(["Trước", "Đoạn {{x}} một", "Đoạn hai", "Sau"]);
  });

  test("one that was not given is marked", async () => {
    const { bytes, missing } = await renderTemplate(makeDocx(p("{{@khoi}}")), {});
    expect(missing.map(({ name }) => name)).toEqual(["khoi"]);
    expect(documentXml(bytes)).toContain('<w:highlight w:val="yellow"/>');
  });
});

test("the same data gives the same bytes", async () => {
  const render = async () =>
    (await renderTemplate(makeDocx(table(["{{ds.ho_ten}}"])), { ds: PEOPLE }, { date: "2021-01-05" })).bytes;
  const first = await render();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(Buffer.compare(first, await render())).toBe(0);
});

test("a template that cannot be filled is refused with what to do", async () => {
  await expect(renderTemplate(makeDocx(p("{{#co_x}}chưa đóng")), {})).rejects.toThrow("chỗ điền viết sai");
});
