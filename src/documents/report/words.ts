import type { ReportSectionId } from "../../domain/report-section.js";
import type { ReportText } from "../../domain/report-text.js";
import { type Block, body } from "../decree30/decree30.js";
import { endLines } from "../prose/count.js";
import { cleanTemplateText } from "../template/value.js";

/** The lines officers wrote for a section, in their order; blank ones are only breaks between paragraphs. */
export function linesOf(texts: readonly ReportText[], section: ReportSectionId): string[] {
  return texts
    .filter((text) => text.section === section)
    .flatMap(({ content }) => cleanTemplateText(content).split("\n"))
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "");
}

/** Each line a paragraph in the layout of the house; not a word is altered. */
export function wordsOf(texts: readonly ReportText[], section: ReportSectionId): Block[] {
  return linesOf(texts, section).map((line) => body(line));
}

/**
 * Tasks as a list: "1. …;" to the last with a full stop (practice §3.4, pattern 26), where each line is one clause. Lines that
 * carry numbers or dashes of their own, or are sentences, stay as written.
 */
export function taskLines(texts: readonly ReportText[], section: ReportSectionId): string[] {
  const lines = linesOf(texts, section);
  const isList = lines.length > 1 && lines.every((line) => !LISTED.test(line) && !SENTENCES.test(line));
  return isList ? endLines(lines).map((line, index) => `${index + 1}. ${line}`) : lines;
}

/** `taskLines`, each a paragraph. */
export function tasksOf(texts: readonly ReportText[], section: ReportSectionId): Block[] {
  return taskLines(texts, section).map((line) => body(line));
}

/** "- ", "+ ", "1. ", "a) ", "I. ": a mark of its own. */
const LISTED = /^(?:[-–—+•*]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\p{L}\)|[IVX]{1,4}\.)\s/u;
/** More than one clause, or an introduction to what follows. */
const SENTENCES = /[.!?…]\s+\p{Lu}|:$/u;
