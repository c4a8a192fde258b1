import PizZip from "pizzip";

/** The text of a Word document's body, one line a paragraph. */
export function textOf(bytes: Buffer): string {
  const xml = documentOf(bytes);
  const paragraphs = xml.split("</w:p>");
  return paragraphs
    .map((each) => [...each.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""))
    .join("\n");
}

/** Points of the letters of a text that stands in one run; null when it does not. */
export function sizeOf(bytes: Buffer, text: string): number | null {
  const runs = documentOf(bytes).split("<w:r>");
  const size = /<w:sz w:val="(\d+)"/.exec(runs.find((run) => run.includes(`>${text}</w:t>`)) ?? "")?.[1];
  return size === undefined ? null : Number(size) / 2;
}

function documentOf(bytes: Buffer): string {
  return new PizZip(bytes).file("word/document.xml")?.asText() ?? "";
}
