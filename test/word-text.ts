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

/** The sheet and what stands in frames on it, in twips; `size` in points. */
export function layoutOf(bytes: Buffer) {
  const xml = documentOf(bytes);
  const read = (source: string, element: string, attribute: string) =>
    new RegExp(`<w:${element}\\b[^>]*\\bw:${attribute}="([^"]+)"`).exec(source)?.[1] ?? "";
  const frames = xml.split("<w:p>").filter((paragraph) => paragraph.includes("<w:framePr"));
  return {
    page: { width: Number(read(xml, "pgSz", "w")), height: Number(read(xml, "pgSz", "h")) },
    frames: frames.map((paragraph) => ({
      x: Number(read(paragraph, "framePr", "x")),
      y: Number(read(paragraph, "framePr", "y")),
      width: Number(read(paragraph, "framePr", "w")),
      align: read(paragraph, "jc", "val"),
      size: Number(read(paragraph, "sz", "val")) / 2,
    })),
  };
}

function documentOf(bytes: Buffer): string {
  return new PizZip(bytes).file("word/document.xml")?.asText() ?? "";
}
