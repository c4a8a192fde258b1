import type { Paragraph } from "docx";
import { type Block, body, text } from "./decree30.js";
import type { Column, TableLine, TableStyle } from "./decree30-table.js";
import { dataTable } from "./decree30-table.js";
import type { Sentence } from "./prose/sentence.js";
import { MISSING_CLOSE, MISSING_OPEN } from "./template-finish.js";
import { cleanTemplateText } from "./template-value.js";

/** Sentences as one body paragraph. */
export function paragraphOf(sentences: readonly Sentence[], lead = ""): Paragraph {
  return body(cleanTemplateText(lead + sentences.map((sentence) => sentence.text).join(" ")));
}

/** A sentence on its own; data in it is cleaned. */
export function plainParagraph(content: string): Paragraph {
  return body(cleanTemplateText(content));
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
