import { afterEach, describe, expect, test } from "vitest";
import type { Block } from "../../../src/documents/decree30/decree30.js";
import { attainmentChart } from "../../../src/documents/report/chart-attainment.js";
import { growthChart } from "../../../src/documents/report/chart-growth.js";
import { renderTemplate } from "../../../src/documents/template/template.js";
import { type Package, readPackage, readParts } from "../../../src/documents/word/package.js";
import { makeDocx, p, partText } from "../make-docx.js";
import { type MadeIndicator, makeProgress, percents } from "../make-progress.js";
import { readLines } from "../read-table.js";

const THREE = { "Xã An": "116", "Xã Bình": "104.04", "Xã Cường": "74.6" };
const YEARS = { now: "năm 2021", before: "năm 2020" };

async function render(body: string, blocks: Record<string, Block[]>): Promise<Package> {
  return readPackage((await renderTemplate(makeDocx(body), {}, { blocks })).bytes);
}

function attainment(...made: MadeIndicator[]): Block[] {
  return attainmentChart(makeProgress(...made), null);
}

/** The series of a chart: its name and what it keeps of its figures, by category. */
function seriesOf(chart: string): { name: string; values: Record<string, string> }[] {
  const texts = (xml: string | undefined) =>
    new Map([...(xml ?? "").matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)/g)].map(([, at = "", text = ""]) => [at, text]));
  return (chart.match(/<c:ser>[\s\S]*?<\/c:ser>/g) ?? []).map((series) => {
    const categories = texts(/<c:cat>[\s\S]*?<\/c:cat>/.exec(series)?.[0]);
    const values = texts(/<c:val>[\s\S]*?<\/c:val>/.exec(series)?.[0]);
    return {
      name: texts(/<c:tx>[\s\S]*?<\/c:tx>/.exec(series)?.[0]).get("0") ?? "",
      values: Object.fromEntries([...values].map(([at, value]) => [categories.get(at) ?? "", value])),
    };
  });
}

/** The same of the workbook that Word opens to edit the chart. */
function sheetSeries(workbook: Uint8Array): { name: string; values: Record<string, string> }[] {
  const parts = readParts(workbook);
  const shared = [...partText(parts, "xl/sharedStrings.xml").matchAll(/<t[^>]*>([^<]*)/g)].map(
    (match) => match[1] ?? "",
  );
  const cells = new Map(
    [...partText(parts, "xl/worksheets/sheet1.xml").matchAll(/<c r="([A-Z]+\d+)"( t="s")?[^>]*><v>([^<]*)/g)].map(
      ([, at = "", isText, value = ""]) => [at, isText === undefined ? value : (shared[Number(value)] ?? "")],
    ),
  );
  const rows = [...cells.keys()].filter((at) => /^A\d+$/.test(at)).map((at) => at.slice(1));
  return ["B", "C", "D", "E"]
    .filter((column) => cells.has(`${column}1`))
    .map((column) => ({
      name: cells.get(`${column}1`) ?? "",
      values: Object.fromEntries(
        rows.flatMap((row) => {
          const value = cells.get(column + row);
          return value === undefined ? [] : [[cells.get(`A${row}`) ?? "", value]];
        }),
      ),
    }));
}

function relationshipsOf(parts: Package, name: string): Map<string, string> {
  const found = partText(parts, name).matchAll(/Id="([^"]+)"[^>]*Target="([^"]+)"/g);
  return new Map([...found].map(([, id = "", target = ""]) => [id, target]));
}

describe("a chart in a template", () => {
  test("comes as a part of its own with the workbook Word edits, each named where Word looks for it", async () => {
    const parts = await render(p("{{@bieu_do}}"), { bieu_do: attainment({ results: percents(THREE) }) });
    const id = /<c:chart [^>]*r:id="([^"]+)"/.exec(partText(parts))?.[1] ?? "";
    expect(relationshipsOf(parts, "word/_rels/document.xml.rels").get(id)).toBe("charts/chart1.xml");
    const chart = partText(parts, "word/charts/chart1.xml");
    const data = /<c:externalData r:id="([^"]+)"/.exec(chart)?.[1] ?? "";
    const workbook = relationshipsOf(parts, "word/charts/_rels/chart1.xml.rels").get(data);
    expect(workbook).toBe("../embeddings/Microsoft_Excel_Worksheet1.xlsx");
    const types = partText(parts, "[Content_Types].xml");
    for (const name of ["/word/charts/chart1.xml", "/word/embeddings/Microsoft_Excel_Worksheet1.xlsx"])
      expect(types).toContain(`<Override PartName="${name}"`);
  });

  test("shows what its workbook holds, to the figure", async () => {
    const parts = await render(p("{{@bieu_do}}"), {
      bieu_do: attainment(
        { results: { ...percents(THREE), "Xã Dũng": {} } },
        { name: "Thu ngân sách", results: percents(THREE) },
      ),
    });
    const shown = seriesOf(partText(parts, "word/charts/chart1.xml"));
    const kept = sheetSeries(parts.get("word/embeddings/Microsoft_Excel_Worksheet1.xlsx") ?? new Uint8Array());
    expect(shown).toEqual(kept);
    expect(shown[0]).toEqual({
      name: "Trồng rừng",
      values: { "Xã An": "116", "Xã Bình": "104", "Xã Cường": "74.6" },
    });
  });

  test("is told in words, captioned by its place in the document, and kept with its caption", async () => {
    const block = attainment({ results: percents(THREE) });
    const parts = await render(p("{{@hai}}") + p("Giữa") + p("{{@mot}}"), { mot: block, hai: block });
    const xml = partText(parts);
    expect(xml).toMatch(/Biểu đồ 1\. [\s\S]*Giữa[\s\S]*Biểu đồ 2\. /);
    expect(xml).toContain(
      'descr="Biểu đồ thanh ngang: tỷ lệ thực hiện kế hoạch chỉ tiêu trồng rừng của các đơn vị. Trồng rừng: cao nhất là xã An (116,0%), thấp nhất là xã Cường (74,6%)."',
    );
    expect(/<w:p>(?:(?!<\/w:p>)[\s\S])*<w:drawing>/.exec(xml)?.[0]).toContain("<w:keepNext/>");
  });

  test("put in two places is two charts, and no drawing has the id of another", async () => {
    const picture = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="7" name="Ảnh"/></wp:inline></w:drawing></w:r></w:p>';
    const parts = await render(picture + p("{{@bieu_do}}") + p("{{@bieu_do}}"), {
      bieu_do: attainment({ results: percents(THREE) }),
    });
    const ids = [...partText(parts).matchAll(/<wp:docPr\b[^>]*\bid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toEqual(["7", "8", "9"]);
    expect([...parts.keys()].filter((name) => /chart\d\.xml$/.test(name))).toEqual([
      "word/charts/chart1.xml",
      "word/charts/chart2.xml",
    ]);
    expect(partText(parts)).not.toContain("bieu-do:");
  });

  test("takes the place and size of a picture whose alternative text is its placeholder; with nothing to draw the picture goes", async () => {
    const picture = (name: string) =>
      `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="500" cy="300"/><wp:docPr id="3" name="Ảnh 1" descr="{{${name}}}"/><a:graphic><a:graphicData uri="picture"/></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const blocks = { bieu_do: attainment({ results: percents(THREE) }), khong_co: [] };
    const parts = await render(picture("bieu_do") + p("Giữa") + picture("khong_co"), blocks);
    const xml = partText(parts);
    expect(xml).toMatch(/<wp:extent cx="500" cy="300"\/><wp:docPr id="1" name="Biểu đồ" descr="Biểu đồ thanh ngang/);
    expect(xml).toContain('r:id="rIdBieuDo1"');
    expect(xml).not.toContain('uri="picture"');
    expect(xml.match(/<w:drawing>/g)).toHaveLength(1);
  });

  test("is told apart without colours, in Times New Roman", async () => {
    const parts = await render(p("{{@bieu_do}}"), {
      bieu_do: attainment({ results: percents(THREE) }, { name: "Thu ngân sách", results: percents(THREE) }),
    });
    const chart = partText(parts, "word/charts/chart1.xml");
    const fills = (chart.match(/<c:ser>[\s\S]*?<\/c:ser>/g) ?? []).map(
      (series) => /<c:spPr>(<a:(\w+Fill)[\s\S]*?<\/a:\2>)/.exec(series)?.[1],
    );
    expect(new Set(fills).size).toBe(2);
    expect(chart).not.toContain("accent");
    for (const [, red, green, blue] of chart.matchAll(/srgbClr val="(..)(..)(..)"/g))
      expect([red, red]).toEqual([green, blue]);
    expect(chart).not.toContain('typeface="+mn-lt"');
  });
});

describe("the same data", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test("give the same bytes, in whatever time zone", async () => {
    const make = async (timeZone: string) => {
      process.env.TZ = timeZone;
      const blocks = { bieu_do: attainment({ results: percents(THREE) }) };
      return (await renderTemplate(makeDocx(p("{{@bieu_do}}")), {}, { blocks })).bytes;
    };
    expect(Buffer.compare(await make("Asia/Ho_Chi_Minh"), await make("America/Los_Angeles"))).toBe(0);
  });
});

describe("what is drawn", () => {
  test("two units are told by a line of text, not by a chart", () => {
    expect(attainment({ results: percents({ "Xã An": "116", "Xã Bình": "80" }) })).toEqual([]);
  });

  test("a figure far beyond the others is left out and told beneath", async () => {
    const block = attainment({ results: percents({ ...THREE, "Xã Dũng": "900" }) });
    expect((await readLines(block)).at(-1)).toBe(
      "Ghi chú: Xã Dũng đạt 900,0%, cao hơn hẳn các đơn vị khác nên không vẽ.",
    );
    const parts = await render(p("{{@bieu_do}}"), { bieu_do: block });
    expect(seriesOf(partText(parts, "word/charts/chart1.xml"))[0]?.values).not.toHaveProperty("Xã Dũng");
  });

  test("of more than three indicators it is counted how many each unit exceeded, met and missed", async () => {
    const parts = await render(p("{{@bieu_do}}"), {
      bieu_do: attainment(
        ...["a", "b", "c", "d"].map((name) => ({ name, results: percents({ ...THREE, "Xã Dũng": "100" }) })),
      ),
    });
    expect(seriesOf(partText(parts, "word/charts/chart1.xml"))).toEqual([
      { name: "Vượt kế hoạch", values: { "Xã An": "4", "Xã Bình": "4" } },
      { name: "Đạt kế hoạch", values: { "Xã Dũng": "4" } },
      { name: "Chưa đạt kế hoạch", values: { "Xã Cường": "4" } },
    ]);
  });

  test("this year stands beside the one before, unit by unit, where indicators do not add up", async () => {
    const results = {
      "Xã An": { actual: "12", previous: "10" },
      "Xã Bình": { actual: "8.5", previous: "9" },
      "Xã Cường": { actual: "7", previous: "7" },
      "Xã Dũng": { actual: "7" },
    };
    const parts = await render(p("{{@bieu_do}}"), { bieu_do: growthChart(makeProgress({ results }), YEARS) });
    expect(seriesOf(partText(parts, "word/charts/chart1.xml"))).toEqual([
      { name: "Năm 2020", values: { "Xã An": "10", "Xã Bình": "9", "Xã Cường": "7" } },
      { name: "Năm 2021", values: { "Xã An": "12", "Xã Bình": "8.5", "Xã Cường": "7" } },
    ]);
  });

  test("indicators that add up stand each as a percentage of the year before, over the units with both years", async () => {
    const made = ["Trồng rừng", "Thu ngân sách", "Việc làm mới"].map((name, index) => ({
      name,
      additive: true,
      results: {
        "Xã An": { actual: String(20 + index), previous: "10" },
        "Xã Bình": { actual: "10", previous: "10" },
        "Xã Cường": { actual: "99" },
      },
    }));
    const parts = await render(p("{{@bieu_do}}"), { bieu_do: growthChart(makeProgress(...made), YEARS) });
    expect(seriesOf(partText(parts, "word/charts/chart1.xml"))[0]?.values).toEqual({
      "Trồng rừng": "150",
      "Thu ngân sách": "155",
      "Việc làm mới": "160",
    });
  });
});
