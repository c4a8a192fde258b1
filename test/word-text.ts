import PizZip from "pizzip";

/** The text of a Word document's body, one line a paragraph. */
export function textOf(bytes: Buffer): string {
  const xml = new PizZip(bytes).file("word/document.xml")?.asText() ?? "";
  const paragraphs = xml.split("</w:p>");
  return paragraphs
    .map((each) => [...each.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""))
    .join("\n");
}
