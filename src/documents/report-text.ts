import type { Paragraph } from "docx";
import { type Block, body, SIZE, TEXT_WIDTH, text } from "./decree30.js";
import { subsectionHeading } from "./decree30-body.js";
import type { Column, TableLine, TableStyle } from "./decree30-table.js";
import { dataTable, PADDING } from "./decree30-table.js";
import type { Sentence } from "./prose/sentence.js";
import { MISSING_CLOSE, MISSING_OPEN } from "./template-finish.js";
import { cleanTemplateText } from "./template-value.js";
import { measureText } from "./text-width.js";

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

/**
 * Number columns of one width, so that headings wrap alike: first no number of `lines` (which begin with an ordinal and a name) breaks,
 * then no name does, then the numbers share what is left.
 */
export function evenColumns(titles: readonly string[], lines: readonly TableLine[]): Column[] {
  const widest = (texts: readonly string[]) =>
    texts.reduce((most, each) => Math.max(most, measureText(each, SIZE.table)), 0) + 2 * PADDING + 20;
  const name = Math.max(LEAST_NAME, widest(lines.map(({ cells }) => cells[1] ?? "")));
  const number = Math.max(LEAST_NUMBER, widest(lines.flatMap(({ cells }) => cells.slice(2).flatMap(splitWords))));
  const share = (names: number) => (TEXT_WIDTH - ORDINAL - names) / Math.max(titles.length, 1);
  const width = Math.floor(Math.min(share(LEAST_NAME), Math.max(number, Math.min(share(name), MOST_NUMBER))));
  return titles.map((title) => ({ title, align: "right", width }));
}

function splitWords(content: string): string[] {
  return content.split(/\s+/);
}

/** Twips: an ordinal or "Hạng"; "Xã Cẩm Sơn"; "1.107,4"; a number column wider than this looks empty. */
const ORDINAL = 820;
const LEAST_NAME = 1600;
const LEAST_NUMBER = 940;
const MOST_NUMBER = 1700;
