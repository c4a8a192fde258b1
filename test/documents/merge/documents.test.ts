import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  ImageRun,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import { expect, test } from "vitest";
import { startMerge } from "../../../src/documents/merge/documents.js";
import { readPackage, writePackage } from "../../../src/documents/word/package.js";
import { documentXml, makeDocx, p, paragraphs, partText } from "../make-docx.js";

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A document with all that could meet its like in another: a list, a bookmark, a picture, headers, a lying page. */
async function makeLetter(name: string): Promise<Uint8Array> {
  const document = new Document({
    creator: "Văn phòng",
    numbering: {
      config: [
        {
          reference: "dieu",
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "Điều %1.", alignment: AlignmentType.LEFT }],
        },
      ],
    },
    sections: [
      {
        properties: { titlePage: true },
        headers: {
          default: new Header({
            children: [new Paragraph({ children: [PageNumber.CURRENT].map((of) => new TextRun({ children: [of] })) })],
          }),
        },
        footers: { default: new Footer({ children: [new Paragraph(`Gửi ${name}`)] }) },
        children: [
          new Paragraph({ text: `Tặng ${name}`, numbering: { reference: "dieu", level: 0 } }),
          new Paragraph({ text: "Thi hành", numbering: { reference: "dieu", level: 0 } }),
          new Paragraph({ children: [new Bookmark({ id: "danh_sach", children: [new TextRun("Danh sách")] })] }),
          new Paragraph({ children: [new InternalHyperlink({ anchor: "danh_sach", children: [new TextRun("xem")] })] }),
          new Paragraph({
            children: [new ImageRun({ type: "png", data: PIXEL, transformation: { width: 9, height: 9 } })],
          }),
        ],
      },
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        headers: { first: new Header({ children: [new Paragraph("Phụ lục")] }) },
        children: [new Paragraph(`Bảng của ${name}`)],
      },
    ],
  });
  // The moment it was made and random ids are not the template's.
  const parts = readPackage(await Packer.toBuffer(document));
  parts.delete("docProps/core.xml");
  for (const name of ["_rels/.rels", "[Content_Types].xml"]) {
    const xml = partText(parts, name).replace(/<(Relationship|Override)\b[^>]*docProps\/core\.xml"[^>]*>/, "");
    parts.set(name, Buffer.from(xml));
  }
  return writePackage(parts);
}

function merge(...documents: Uint8Array[]): Uint8Array {
  const merging = startMerge();
  for (const document of documents) merging.add(document);
  return merging.end();
}

const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found = ""]) => found);

test("each document keeps its sections: a new page that is page 1, the lying page, its own footer and none of another's headers", async () => {
  const merged = merge(await makeLetter("An"), await makeLetter("Bình"), await makeLetter("An"));
  const xml = documentXml(merged);
  expect(paragraphs(merged).filter((text) => /Tặng|Bảng/.test(text))).toEqual(
    ["An", "Bình", "An"].flatMap((name) => [`Tặng ${name}`, `Bảng của ${name}`]),
  );
  const sections = all(xml, /(<w:sectPr\b[\s\S]*?<\/w:sectPr>)/g);
  expect(sections).toHaveLength(6);
  expect(xml).toMatch(/<\/w:sectPr><\/w:body>/);
  for (const first of [sections[0], sections[2], sections[4]]) {
    expect(first).toContain('<w:type w:val="nextPage"/>');
    expect(first).toContain('w:start="1"');
    expect(first).toContain("<w:titlePg/>");
  }
  expect(sections.map((section) => section.includes("landscape"))).toEqual([false, true, false, true, false, true]);
  const parts = readPackage(merged);
  const links = new Map(
    [
      ...partText(parts, "word/_rels/document.xml.rels").matchAll(
        /Target="([^"]*)"[^>]*Id="([^"]*)"|Id="([^"]*)"[^>]*Target="([^"]*)"/g,
      ),
    ].map(([, target, id, otherId, otherTarget]) => [id ?? otherId ?? "", target ?? otherTarget ?? ""]),
  );
  const said = (section: string | undefined, place: string) => {
    const id = new RegExp(`<w:${place}"[^>]*r:id="([^"]*)"`).exec(section ?? "")?.[1] ?? "";
    return all(partText(parts, `word/${links.get(id)}`), /<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g).join("");
  };
  const footer = 'footerReference w:type="default';
  expect([0, 2, 4].map((index) => said(sections[index], footer))).toEqual(["Gửi An", "Gửi Bình", "Gửi An"]);
  const first = 'headerReference w:type="first';
  expect(sections[2]).toContain(first);
  expect([1, 2, 3].map((index) => said(sections[index], first))).toEqual(["Phụ lục", "", "Phụ lục"]);
  for (const target of links.values()) expect([...parts.keys()]).toContain(`word/${target}`);
});

test("lists begin anew in each document; drawings, bookmarks and the links to them are its own", async () => {
  const merged = merge(await makeLetter("An"), await makeLetter("Bình"));
  const xml = documentXml(merged);
  const lists = all(xml, /<w:numId w:val="(\d+)"/g);
  expect(lists).toHaveLength(4);
  expect(new Set(lists).size).toBe(2);
  const numbering = partText(readPackage(merged), "word/numbering.xml");
  const added = new RegExp(`<w:num w:numId="${lists[2]}">.*?</w:num>`, "s").exec(numbering)?.[0];
  expect(added).toContain('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
  const drawings = all(xml, /<wp:docPr\b[^>]*?\bid="(\d+)"/g);
  expect(new Set(drawings).size).toBe(2);
  expect(new Set(all(xml, /<w:bookmarkStart\b[^>]*w:id="(\d+)"/g)).size).toBe(2);
  expect(all(xml, /<w:bookmarkStart\b[^>]*w:name="([^"]*)"/g)).toEqual(["danh_sach", "danh_sach_2"]);
  expect(all(xml, /w:anchor="([^"]*)"/g)).toEqual(["danh_sach", "danh_sach_2"]);
});

test("the same documents give the same bytes", async () => {
  const documents = [await makeLetter("An"), await makeLetter("Bình")];
  expect(Buffer.from(merge(...documents)).equals(merge(...documents))).toBe(true);
});

test("a document that ends in a table or in a paragraph with properties ends its section all the same", () => {
  const table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>";
  const styled = '<w:p><w:pPr><w:jc w:val="right"/></w:pPr></w:p>';
  for (const end of [table, styled, "<w:p><w:pPr/></w:p>", p("Hết"), "<w:p/>"]) {
    const xml = documentXml(merge(makeDocx(end), makeDocx(end)));
    expect(all(xml, /(<w:sectPr\b)/g)).toHaveLength(2);
    expect(xml).toMatch(/<w:p\b[^>]*><w:pPr>(?:(?!<w:p\b)[\s\S])*<w:pgNumType w:start="1"\/><\/w:sectPr><\/w:pPr>/);
  }
});

test("what does not make one document is refused with the reason", async () => {
  const [one, other] = [makeDocx(p("An")), readPackage(makeDocx(p("Bình")))];
  other.set("word/styles.xml", Buffer.from("<w:styles/>"));
  expect(() => merge(one, writePackage(other))).toThrow("phần word/styles.xml của các văn bản không giống nhau");
  const notes = makeDocx('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>');
  expect(() => merge(notes, notes)).toThrow("mẫu có chú thích cuối trang");
  const pages = makeDocx('<w:p><w:fldSimple w:instr=" NUMPAGES "/></w:p>');
  expect(() => merge(pages)).toThrow("trường tổng số trang");
});
