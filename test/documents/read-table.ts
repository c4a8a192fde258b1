import type { Block } from "../../src/documents/decree30/decree30.js";
import { blocksToXml } from "../../src/documents/template/block-xml.js";
import { listParagraphs } from "../../src/documents/word/word-xml.js";

/** The tables among blocks as rows of cell texts. */
export async function readTables(blocks: readonly Block[]): Promise<string[][][]> {
  const xml = await blocksToXml(blocks);
  return (xml.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? []).map((table) =>
    (table.match(/<w:tr[ >][\s\S]*?<\/w:tr>/g) ?? []).map((row) =>
      (row.match(/<w:tc>[\s\S]*?<\/w:tc>/g) ?? []).map((cell) =>
        listParagraphs(cell)
          .map(({ text }) => text)
          .join("\n"),
      ),
    ),
  );
}

/** The paragraphs outside tables: captions and notes. */
export async function readLines(blocks: readonly Block[]): Promise<string[]> {
  const xml = (await blocksToXml(blocks)).replace(/<w:tbl>[\s\S]*?<\/w:tbl>/g, "");
  return listParagraphs(xml)
    .map(({ text }) => text)
    .filter((text) => text !== "");
}
