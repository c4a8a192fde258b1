import { describe, expect, test } from "vitest";
import { lintDocument } from "../../../src/documents/lint/index.js";
import { openDocument, type UnreadableDocument } from "../../../src/documents/lint/seen/open.js";
import { readPackage, writePackage } from "../../../src/documents/word/package.js";
import { MODELS } from "./models.js";
import { line, officerFile, run } from "./officer.js";

/** The first paragraph of a document with this body, with styles or numbering of its own. */
function seen(body: string, { styles = "", numbering = "" } = {}) {
  const bytes = officerFile(body, (part, xml) =>
    part === "word/styles.xml" ? xml.replace("</w:styles>", `${styles}</w:styles>`) : xml,
  );
  if (numbering === "") return openDocument(bytes).paragraphs;
  const parts = new Map(Object.entries({ numbering }));
  return openDocument(withPart(bytes, "word/numbering.xml", parts.get("numbering") ?? "")).paragraphs;
}

function withPart(bytes: Uint8Array, name: string, xml: string): Uint8Array {
  const all = readAll(bytes);
  return writePackage(new Map([...all, [name, xml]]));
}

function readAll(bytes: Uint8Array): Map<string, Uint8Array | string> {
  return new Map(readPackage(bytes));
}

const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const styled = (paragraph: string, character: string, own = "") =>
  `<w:p><w:pPr><w:pStyle w:val="${paragraph}"/></w:pPr><w:r><w:rPr><w:rStyle w:val="${character}"/>${own}</w:rPr><w:t>a</w:t></w:r></w:p>`;
const STYLES =
  '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="C"><w:rPr><w:b/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>';

describe("formatting as it is shown", () => {
  test("comes down the chain of styles, the nearest last", () => {
    const [paragraph] = seen(styled("B", "none"), { styles: STYLES });
    expect(paragraph?.format.align).toBe("both");
    expect(paragraph?.runs[0]?.format).toMatchObject({ bold: true, italic: true, size: 13, ascii: "Times New Roman" });
  });

  test("bold of the paragraph's and of the character style cancel out, bold of the run itself does not", () => {
    expect(seen(styled("A", "C"), { styles: STYLES })[0]?.runs[0]?.format.bold).toBe(false);
    expect(seen(styled("A", "C", "<w:b/>"), { styles: STYLES })[0]?.runs[0]?.format.bold).toBe(true);
  });

  test("a style based on itself ends", () => {
    expect(seen(styled("Loop", "C"), { styles: STYLES })[0]?.text).toBe("a");
  });

  test("a font of the theme is the theme's", () => {
    const [paragraph] = seen('<w:p><w:r><w:rPr><w:rFonts w:asciiTheme="majorHAnsi"/></w:rPr><w:t>a</w:t></w:r></w:p>');
    expect(paragraph?.runs[0]?.format.ascii).toBe("Calibri Light");
  });

  test("w:caps shows capitals, hidden text is not shown", () => {
    const [paragraph] = seen(
      "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>điều</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>",
    );
    expect(paragraph?.text).toBe("ĐIỀU");
  });

  test("lengths in centimetres, as strict files write them, are lengths", () => {
    const [paragraph] = seen('<w:p><w:pPr><w:ind w:firstLine="1.27cm"/></w:pPr></w:p>');
    expect(paragraph?.format.firstLine).toBeCloseTo(720, 0);
  });
});

describe("text as it is shown", () => {
  test("what was deleted or moved away under tracked changes is gone, what was inserted is there", () => {
    const [paragraph] = seen(
      `<w:p>${run("còn ")}<w:del><w:r><w:delText>đã xóa</w:delText></w:r></w:del><w:moveFrom>${run("chỗ cũ")}</w:moveFrom><w:ins>${run("thêm")}</w:ins></w:p>`,
    );
    expect(paragraph?.text).toBe("còn thêm");
  });

  test("hyperlinks, content controls and results of fields are read, instructions are not", () => {
    const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const [paragraph] = seen(
      `<w:p><w:hyperlink>${run("a")}</w:hyperlink><w:sdt><w:sdtContent>${run("b")}</w:sdtContent></w:sdt>${field("begin")}<w:r><w:instrText> DATE </w:instrText></w:r>${field("separate")}${run("c")}${field("end")}</w:p>`,
    );
    expect(paragraph?.text).toBe("abc");
  });

  test("a text box is read once, though Word writes it twice", () => {
    const box = `<w:txbxContent>${line("KHẨN")}</w:txbxContent>`;
    const paragraphs = seen(
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    );
    expect(paragraphs.filter(({ text }) => text === "KHẨN").map(({ isBoxed }) => isBoxed)).toEqual([true]);
  });

  test("numbers of automatic lists stand before the text and count on", () => {
    const numbering = `<?xml version="1.0"?><w:numbering ${NS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const item = (level: number) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run("x")}</w:p>`;
    const texts = seen([0, 1, 1, 0, 1].map(item).join(""), { numbering }).map(({ text }) => text);
    expect(texts).toEqual(["Điều 1. x", "a) x", "b) x", "Điều 2. x", "a) x"]);
  });
});

test("strict namespaces, other prefixes and UTF-16 are the same document", () => {
  const strict = (xml: string) =>
    xml.replaceAll(
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
  const renamed = (xml: string) =>
    xml.replaceAll("<w:", "<x:").replaceAll("</w:", "</x:").replaceAll(" w:", " x:").replaceAll("xmlns:w=", "xmlns:x=");
  for (const change of [strict, renamed]) {
    const bytes = officerFile(MODELS.DECISION, (part, xml) => (/^word\/.*\.xml$/.test(part) ? change(xml) : xml));
    expect(lintDocument(bytes)).toMatchObject({ kind: "Quyết định", findings: [] });
  }
  const sixteen = withPart(officerFile(MODELS.REPORT), "word/document.xml", "");
  const text = new TextDecoder()
    .decode(readPackage(officerFile(MODELS.REPORT)).get("word/document.xml"))
    .replace("UTF-8", "UTF-16");
  const bytes = writePackage(
    new Map([...readAll(sixteen), ["word/document.xml", Buffer.from(`\uFEFF${text}`, "utf16le")]]),
  );
  expect(lintDocument(bytes).findings).toEqual([]);
});

describe("files that are no Word documents are refused for what they are", () => {
  const fault = (bytes: Uint8Array): string => {
    try {
      openDocument(bytes);
    } catch (error) {
      return (error as UnreadableDocument).fault;
    }
    return "readable";
  };
  const good = officerFile(MODELS.REPORT);
  const withDocument = (xml: string) => withPart(good, "word/document.xml", xml);

  test.each<[string, Uint8Array, string]>([
    ["text", Buffer.from("xin chào"), "not-word"],
    ["an empty file", Buffer.alloc(0), "empty"],
    ["an old .doc or an encrypted file", Buffer.from("d0cf11e0a1b11ae100", "hex"), "old-or-encrypted"],
    ["a workbook", writePackage(new Map([["xl/workbook.xml", "<a/>"]])), "other-office"],
    ["a zip of something", writePackage(new Map([["a.txt", "a"]])), "not-word"],
    ["a cut file", good.subarray(0, good.length - 400), "damaged"],
    ["broken XML", withDocument("<w:document><w:body></w:document>"), "damaged"],
    ["XML without a body", withDocument("<a/>"), "damaged"],
    ["a DTD", withDocument('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document/>'), "declaration"],
    [
      "XML nested without end",
      withDocument(`<w:document xmlns:w="x">${"<w:p>".repeat(5000)}${"</w:p>".repeat(5000)}</w:document>`),
      "damaged",
    ],
    ["a part of 33 MB", withDocument(" ".repeat(33 * 2 ** 20)), "too-big"],
  ])("%s", (_what, bytes, expected) => {
    expect(fault(bytes)).toBe(expected);
  });
});
