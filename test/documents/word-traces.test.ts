import { describe, expect, test } from "vitest";
import { checkTemplate } from "../../src/documents/template/check-template.js";
import type { Placeholder } from "../../src/documents/template/kind.js";
import { renderTemplate } from "../../src/documents/template/template.js";
import { readPackage, writePackage } from "../../src/documents/word/package.js";
import { documentXml, makeDocx, p, paragraphs, partText, table } from "./make-docx.js";

const KNOWN: Placeholder[] = [
  { name: "ho_ten", meaning: "họ và tên", example: "Lê Văn Cam", form: "text" },
  { name: "ds.ho_ten", meaning: "họ và tên", example: "Lê Văn Cam", form: "column" },
];
const VALUES = { ho_ten: "Lê Văn Cam", ds: [{ ho_ten: "Trần Thị Bưởi" }, { ho_ten: "Hà Văn Đào" }] };

const run = (text: string, properties = "") =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const by = (id: number) => `w:id="${id}" w:author="Hương" w:date="2020-11-02T08:00:00Z"`;
const inserted = (runs: string) => `<w:ins ${by(1)}>${runs}</w:ins>`;
const deleted = (text: string) => `<w:del ${by(2)}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const paragraph = (content: string, properties = "") =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

/** What Word leaves between the letters of a text that has been typed, checked, commented and revised. */
const TRACES: readonly [string, string][] = [
  ["runs cut anywhere", run("Ông {") + run("{ho") + run("_ten}") + run("}.")],
  [
    "marks of spelling",
    `${run("Ông {{")}<w:proofErr w:type="spellStart"/>${run("ho_ten")}<w:proofErr w:type="spellEnd"/>${run("}}.")}`,
  ],
  [
    "a bookmark",
    `${run("Ông {{ho_")}<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>${run("ten}}.")}`,
  ],
  ["a page break of the last layout", `${run("Ông {{ho_")}<w:r><w:lastRenderedPageBreak/><w:t>ten}}.</w:t></w:r>`],
  ["an insertion", run("Ông {{ho") + inserted(run("_ten")) + run("}}.")],
  ["a deletion", run("Ông {{ho_") + deleted("va_") + run("ten}}.")],
  ["an insertion taken back by somebody else", run("Ông {{ho_ten}}") + inserted(deleted(" và bà")) + run(".")],
  [
    "a move",
    `<w:moveFromRangeStart ${by(3)} w:name="a"/><w:moveFrom ${by(4)}>${run("{{ho_ten}} ")}</w:moveFrom><w:moveFromRangeEnd w:id="3"/>${run("Ông ")}<w:moveTo ${by(5)}>${run("{{ho_ten}}")}</w:moveTo>${run(".")}`,
  ],
  [
    "a change of format",
    `${run("Ông {{ho", `<w:b/><w:rPrChange ${by(6)}><w:rPr><w:i/></w:rPr></w:rPrChange>`)}${run("_ten}}.")}`,
  ],
  [
    "a comment",
    `${run("Ông {{")}<w:commentRangeStart w:id="7"/>${run("ho_ten")}<w:commentRangeEnd w:id="7"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="7"/></w:r>${run("}}.")}`,
  ],
  [
    "a content control bound to data",
    `${run("Ông ")}<w:sdt><w:sdtPr><w:id w:val="9"/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>${run("{{ho_ten}}")}</w:sdtContent></w:sdt>${run(".")}`,
  ],
  ["soft hyphens and widthless blanks", run("Ông {\u200B{ho\u00AD_\u2060ten}\uFEFF}.")],
  ["a blank that does not break", run("Ông {{\u00A0ho_ten\u00A0}}.")],
  ["a hyperlink", `${run("Ông ")}<w:hyperlink w:anchor="a">${run("{{ho_")}${run("ten}}")}</w:hyperlink>${run(".")}`],
  ["a smart tag", `${run("Ông ")}<w:smartTag w:uri="a" w:element="b">${run("{{ho_ten}}")}</w:smartTag>${run(".")}`],
  ["another language and font half way", run("Ông {{ho", '<w:lang w:val="en-US"/>') + run("_ten}}.", "<w:noProof/>")],
];

describe("what Word keeps between the letters of a placeholder does no harm", () => {
  test.each(TRACES)("%s", async (_what, content) => {
    const template = makeDocx(paragraph(content));
    const errors = checkTemplate("mau.docx", template, KNOWN).filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
    const { bytes, missing } = await renderTemplate(template, VALUES);
    expect(missing).toEqual([]);
    expect(paragraphs(bytes)).toEqual(["Ông Lê Văn Cam."]);
    expect(documentXml(bytes)).not.toMatch(
      /w:(ins|del|moveFrom|moveTo|rPrChange|comment\w+|sdt\w*|proofErr|delText)\b/,
    );
  });

  test("the value takes the look of the place where the placeholder begins, the text round it keeps its own", async () => {
    const content = run("Ông ", "<w:i/>") + run("{{ho", "<w:b/>") + run("_ten}} được", "<w:u/>");
    const { bytes } = await renderTemplate(makeDocx(paragraph(content)), VALUES);
    const runs = [...documentXml(bytes).matchAll(/<w:rPr>(.*?)<\/w:rPr><w:t[^>]*>(.*?)<\/w:t>/g)].map((match) => [
      match[1],
      match[2],
    ]);
    expect(runs).toEqual([
      ["<w:i/>", "Ông "],
      ["<w:b/>", "Lê Văn Cam"],
      ["<w:u/>", " được"],
    ]);
  });

  test("a row that repeats may be cut, marked and inserted as well", async () => {
    const cell = paragraph(run("{{ds.") + inserted(run("ho_")) + run("ten}}"));
    const xml = table([cell]).replace("<w:tr>", `<w:tr><w:trPr><w:ins ${by(8)}/></w:trPr>`);
    expect(paragraphs((await renderTemplate(makeDocx(xml), VALUES)).bytes)).toEqual(["Trần Thị Bưởi", "Hà Văn Đào"]);
  });

  test("a deleted row, and a paragraph whose end was deleted, are as their author left them", async () => {
    const row = table(["còn"], ["đã xóa"]).replace(
      /<w:tr>(?=<w:tc><w:p><w:r><w:t[^>]*>đã xóa)/,
      `<w:tr><w:trPr><w:del ${by(9)}/></w:trPr>`,
    );
    const joined = paragraph(run("Ông "), `<w:rPr><w:del ${by(10)}/></w:rPr>`) + paragraph(run("{{ho_ten}}"));
    const { bytes } = await renderTemplate(makeDocx(row + joined), VALUES);
    expect(paragraphs(bytes)).toEqual(["còn", "Ông Lê Văn Cam"]);
  });
});

test("comments, and the order to track changes, do not go along; the check says both", async () => {
  const parts = readPackage(
    makeDocx(paragraph(TRACES.find(([what]) => what === "a comment")?.[1] ?? "") + paragraph(inserted(run("a")))),
  );
  const types = partText(parts, "[Content_Types].xml").replace(
    "</Types>",
    '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
  );
  parts.set("[Content_Types].xml", Buffer.from(types));
  parts.set("word/comments.xml", Buffer.from("<w:comments xmlns:w='a'/>"));
  parts.set("word/settings.xml", Buffer.from("<w:settings xmlns:w='a'><w:trackRevisions/><w:zoom/></w:settings>"));
  parts.set(
    "word/_rels/document.xml.rels",
    Buffer.from('<Relationships><Relationship Id="rId9" Type="a/comments" Target="comments.xml"/></Relationships>'),
  );
  const template = writePackage(parts);
  expect(checkTemplate("mau.docx", template, KNOWN).map(({ code, severity }) => [code, severity])).toEqual([
    ["tracked-changes", "warning"],
    ["comments", "warning"],
  ]);
  const filled = readPackage((await renderTemplate(template, VALUES)).bytes);
  expect([...filled.keys()]).not.toContain("word/comments.xml");
  for (const name of ["[Content_Types].xml", "word/_rels/document.xml.rels"]) {
    expect(partText(filled, name)).not.toContain("comments");
  }
  expect(partText(filled, "word/settings.xml")).toBe("<w:settings xmlns:w='a'><w:zoom/></w:settings>");
});

test("text that holds no placeholder is left as Word wrote it", async () => {
  const content = `${run("Quyết ")}<w:r><w:softHyphen/></w:r>${run("định\u00AD số")}`;
  const { bytes } = await renderTemplate(makeDocx(paragraph(content) + p("{{ho_ten}}")), VALUES);
  expect(documentXml(bytes)).toContain(content);
});
