import type { Paragraph } from "docx";
import { subsectionHeading } from "../decree30/body.js";
import { type Block, body, text } from "../decree30/decree30.js";
import type { Column, TableLine, TableStyle } from "../decree30/table.js";
import { dataTable } from "../decree30/table.js";
import type { Sentence } from "../prose/sentence.js";
import { MISSING_CLOSE, MISSING_OPEN } from "../template/finish.js";
import { cleanTemplateText } from "../template/value.js";

/** Blocks of a section with the sentences in them, in their order. */
export interface Prose {
  blocks: Block[];
  told: Sentence[];
}

/** A section in which nothing is said. */
export const NOTHING_TOLD: Prose = { blocks: [], told: [] };

/** One body paragraph for each list of sentences that has any. */
export function paragraphsOf(paragraphs: readonly (readonly Sentence[])[], lead = ""): Prose {
  const filled = paragraphs.filter((sentences) => sentences.length > 0);
  return { blocks: filled.map((sentences) => paragraphOf(sentences, lead)), told: filled.flat() };
}

/** One after the other. */
export function joinProse(...parts: readonly Prose[]): Prose {
  return { blocks: parts.flatMap(({ blocks }) => blocks), told: parts.flatMap(({ told }) => told) };
}

/** Sentences as one body paragraph; data in them is cleaned. */
function paragraphOf(sentences: readonly Sentence[], lead: string): Paragraph {
  return body(cleanTemplateText(lead + sentences.map((sentence) => sentence.text).join(" ")));
}

/** A heading inside a section, in bold: "1. Kinh tế". */
export function headed(title: string): Prose {
  return { blocks: [subsectionHeading(cleanTemplateText(title))], told: [] };
}

/** A line ending in a colon, on the page of what it introduces. */
export function introParagraph(content: string): Paragraph {
  return body(cleanTemplateText(content), { keepNext: true });
}

/** A place left for a person to fill: `[Chưa có: …]`, highlighted. */
export function markedParagraph(what: string): Paragraph {
  return body([text(`${MISSING_OPEN}[Chưa có: ${cleanTemplateText(what)}]${MISSING_CLOSE}`)]);
}

/** `dataTable` of texts that come from data. */
export function cleanTable(columns: readonly Column[], lines: readonly TableLine[], style: TableStyle = {}): Block {
  return dataTable(
    columns.map((column) => ({ ...column, title: cleanTemplateText(column.title) })),
    lines.map((line) => ({ ...line, cells: line.cells.map(cleanTemplateText) })),
    style,
  );
}
