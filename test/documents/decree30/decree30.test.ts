import { Packer } from "docx";
import { describe, expect, test } from "vitest";
import { appendixStart } from "../../../src/documents/decree30/appendix.js";
import { article } from "../../../src/documents/decree30/body.js";
import { type Block, body, LANDSCAPE_TEXT_WIDTH, TEXT_WIDTH } from "../../../src/documents/decree30/decree30.js";
import { distributionLine, documentFoot, signatureLine } from "../../../src/documents/decree30/foot.js";
import {
  documentHead,
  documentTitle,
  MOTTO,
  NATION,
  parentLine,
  ruleIndent,
} from "../../../src/documents/decree30/head.js";
import { type PageSection, pageDocument } from "../../../src/documents/decree30/page.js";
import { dataTable, fitColumns } from "../../../src/documents/decree30/table.js";
import { type Package, readPackage } from "../../../src/documents/word/package.js";
import { measureText, wrapText } from "../../../src/documents/word/text-width.js";
import { partText } from "../make-docx.js";

async function build(sections: PageSection[]): Promise<Package> {
  return readPackage(await Packer.toBuffer(pageDocument("Thử", sections)));
}

async function xmlOf(...children: Block[]): Promise<string> {
  return partText(await build([{ children }]));
}

describe("the page (Phụ lục I, Mục I)", () => {
  test("is A4 with margins 20/20/30/20 mm, and turns whole", async () => {
    const xml = partText(await build([{ children: [body("a")] }, { children: [body("b")], landscape: true }]));
    const pages = xml.match(/<w:pgSz[^>]*>|<w:pgMar[^>]*>/g) ?? [];
    expect(pages[0]).toContain('w:w="11906" w:h="16838" w:orient="portrait"');
    expect(pages[1]).toContain('w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"');
    expect(pages[2]).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
    expect(LANDSCAPE_TEXT_WIDTH).toBe(14570);
  });

  test("counts from 1 in each section and shows the number, with a cached result, from page 2", async () => {
    const parts = await build([
      { children: [body("a")] },
      {
        children: appendixStart({
          label: "Phụ lục I",
          title: "DANH SÁCH",
          subtitle: null,
          accompanies: "(Kèm theo …)",
        }),
      },
    ]);
    const xml = partText(parts);
    expect(xml.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(2);
    const headers = [...parts.keys()]
      .filter((name) => /header\d+\.xml$/.test(name))
      .map((name) => partText(parts, name));
    expect(headers.filter((header) => /<w:fldSimple w:instr="PAGE"[^>]*><w:r><w:t[^>]*>2</.test(header))).toHaveLength(
      2,
    );
    expect(partText(parts, "word/styles.xml")).toMatch(/w:styleId="Header".*?<w:sz w:val="28"\/>/);
  });

  test("names Times New Roman for every script, and Vietnamese", async () => {
    const styles = partText(await build([{ children: [body("a")] }]), "word/styles.xml");
    for (const script of ["ascii", "hAnsi", "cs", "eastAsia"])
      expect(styles).toContain(`w:${script}="Times New Roman"`);
    expect(styles).toMatch(/<w:lang [^>]*w:val="vi-VN"/);
  });

  test("every line spacing states its rule", async () => {
    const xml = await xmlOf(body("a"), article("Điều 1.", "b"), ...documentTitle("BÁO CÁO", "c"));
    for (const spacing of xml.match(/<w:spacing[^>]*>/g) ?? [])
      expect(spacing).toMatch(/w:line="\d+" w:lineRule="(auto|exact)"/);
  });
});

describe("the head", () => {
  const head = {
    parent: [parentLine("ỦY BAN NHÂN DÂN TỈNH AN BÌNH")],
    issuer: "SỞ NỘI VỤ",
    number: "Số: 05/QĐ-SNV",
    placeAndDate: "An Bình, ngày 05 tháng 01 năm 2026",
  };

  test("fits the Quốc hiệu on one line and keeps its rows whole", async () => {
    const xml = await xmlOf(documentHead(head));
    const [left = 0, right = 0] = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
    expect(left + right).toBe(TEXT_WIDTH);
    expect(measureText(NATION, 13, true)).toBeLessThan(right);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(2);
  });

  test("has a rule exactly as long as the motto", () => {
    const width = 5560;
    const rule = width - 2 * ruleIndent(MOTTO, { size: 14, bold: true, width, kind: "full" });
    expect(Math.abs(rule - measureText(MOTTO, 14, true))).toBeLessThanOrEqual(1);
  });

  test.each(["SỞ NỘI VỤ", "ỦY BAN NHÂN DÂN\nHUYỆN BÌNH MINH", "ỦY BAN NHÂN DÂN PHƯỜNG NGUYỄN THỊ MINH KHAI"])(
    "has a rule of a third to a half of the line under %j",
    (issuer) => {
      const width = 3511;
      const rule = width - 2 * ruleIndent(issuer, { size: 13, bold: true, width, kind: "short" });
      const longest = Math.max(...wrapText(issuer, width, 13, true).map((line) => measureText(line, 13, true)));
      expect(rule / longest).toBeGreaterThanOrEqual(1 / 3);
      expect(rule / longest).toBeLessThanOrEqual(1 / 2);
    },
  );
});

test("the foot is one row that never breaks, with room for signature and seal", async () => {
  const foot = documentFoot({
    distribution: [distributionLine("- Lưu: VT.")],
    signature: [signatureLine("CHỦ TỊCH")],
    signatory: "Nguyễn Văn An",
  });
  const xml = await xmlOf(article("Điều 3.", "…./.", { keepNext: true }), foot);
  expect(xml.match(/<w:tr>/g)).toHaveLength(1);
  expect(xml).toContain("<w:cantSplit/>");
  expect(xml).toMatch(/<w:keepNext\/>.*?Điều 3\./);
  expect(xml).toMatch(/<w:spacing [^>]*w:before="1440"/);
});

describe("a data table", () => {
  test("repeats its header and never splits a row", async () => {
    const xml = await xmlOf(
      dataTable(
        [{ title: "Đơn vị" }, { title: "Điểm", align: "right" }],
        [{ cells: ["Bình Minh", "279,10"] }, { cells: ["Cộng"], spanning: true }],
      ),
    );
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    expect(xml).toContain('<w:gridSpan w:val="2"/>');
    expect(xml).toMatch(/<w:jc w:val="right"\/>.*?279,10/);
  });

  test("columns fill the page, and the longest word of each fits", () => {
    const columns = [
      { title: "STT" },
      { title: "Đơn vị" },
      { title: "Tỷ lệ hoàn thành (%)" },
      { title: "Ghi chú", width: 1200 },
    ];
    const lines = [{ cells: ["1", "Thành phố Tuyên Quang", "1.107,42", ""] }];
    const widths = fitColumns(columns, lines, TEXT_WIDTH, 12);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(TEXT_WIDTH);
    expect(widths[2]).toBeGreaterThan(measureText("1.107,42", 12));
    expect(widths[1]).toBeGreaterThan(measureText("Tuyên", 12));
    expect(Math.abs((widths[3] ?? 0) - 1200)).toBeLessThan(4);
  });

  test("given widths alone are stretched to the page", () => {
    expect(
      fitColumns(
        [
          { title: "a", width: 100 },
          { title: "b", width: 300 },
        ],
        [],
        8000,
        12,
      ),
    ).toEqual([2000, 6000]);
  });
});

test("a letter is as wide with its hat and tone as without, and horned letters have their own width", () => {
  expect(measureText("ẤỆễ", 14)).toBe(measureText("AEe", 14));
  expect(measureText("Ứ", 14)).toBeGreaterThan(measureText("U", 14));
  expect(measureText("Hạnh phúc".normalize("NFD"), 14)).toBe(measureText("Hạnh phúc", 14));
});
