import { type Package, readPackage, writePackage } from "../../src/documents/word/package.js";
import { listParagraphs } from "../../src/documents/word/word-xml.js";

const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The smallest Word document with this body. */
export function makeDocx(body: string): Uint8Array {
  return writePackage(
    new Map([
      [
        "[Content_Types].xml",
        '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ],
      [
        "_rels/.rels",
        '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ],
      [
        "word/document.xml",
        `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${NAMESPACE}"><w:body>${body}</w:body></w:document>`,
      ],
    ]),
  );
}

/** A paragraph; each text is a run of its own, as Word cuts them. */
export function p(...runs: string[]): string {
  return `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join("")}</w:p>`;
}

/** A table of cells holding the given paragraphs. */
export function table(...rows: string[][]): string {
  const cells = (row: string[]) =>
    row.map((cell) => `<w:tc>${cell.startsWith("<w:p>") ? cell : p(cell)}</w:tc>`).join("");
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join("")}</w:tbl>`;
}

export function partText(parts: Package, name = "word/document.xml"): string {
  return new TextDecoder().decode(parts.get(name));
}

export function documentXml(bytes: Uint8Array): string {
  return partText(readPackage(bytes));
}

/** The texts of the document's paragraphs, empty ones left out. */
export function paragraphs(bytes: Uint8Array): string[] {
  return listParagraphs(documentXml(bytes))
    .map(({ text }) => text)
    .filter((text) => text !== "");
}
