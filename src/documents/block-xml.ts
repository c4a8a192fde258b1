import { Document, Packer, Paragraph } from "docx";
import PizZip from "pizzip";
import type { Block } from "./decree30.js";

/** WordprocessingML of blocks, ready to stand in a template's body. Pictures and links would need parts of their own: not supported. */
export async function blocksToXml(blocks: readonly Block[]): Promise<string> {
  if (blocks.length === 0) return "";
  // A table at the very end would make the library add a paragraph; our own end mark keeps the cut simple.
  const end = new Paragraph({ children: [] });
  const packed = await Packer.toBuffer(new Document({ sections: [{ children: [...blocks, end] }] }));
  const xml = new PizZip(packed).file("word/document.xml")?.asText() ?? "";
  const bodyStart = xml.indexOf("<w:body>") + "<w:body>".length;
  return xml.slice(bodyStart, xml.lastIndexOf("<w:p", xml.lastIndexOf("<w:sectPr")));
}
