import { listParagraphs } from "../word/word-xml.js";
import { turnSections } from "./landscape.js";
import { CONDITIONAL, CONDITIONAL_RUN } from "./prepare.js";
import { fitLine, fitRules, type RuleFitter } from "./rule.js";

/** Put round a text that stands for a missing value; noncharacters, so no value can hold them. */
export const MISSING_OPEN = "\uFDD0";
export const MISSING_CLOSE = "\uFDD1";

/** What is left to do when the engine has filled a part: pages turned where a table is wide, rules as long as they must be, emptied paragraphs gone, missing values highlighted. */
export function finishPart(xml: string, fit: RuleFitter = fitLine): string {
  return highlightMissing(fitRules(turnSections(dropEmptied(xml)), fit));
}

/** The sentences in which a missing value is marked, in order: name of the mark → paragraph text. */
export function missingSentences(xml: string): string[] {
  if (!xml.includes(MISSING_OPEN)) return [];
  return listParagraphs(xml)
    .filter((paragraph) => paragraph.text.includes(MISSING_OPEN))
    .map((paragraph) => paragraph.text.replace(/[\uFDD0-\uFDD2]/g, "").trim());
}

function dropEmptied(xml: string): string {
  if (!xml.includes(CONDITIONAL)) return xml;
  const paragraphs = listParagraphs(xml);
  const perCell = new Map<number | null, number>();
  for (const { cell } of paragraphs) perCell.set(cell, (perCell.get(cell) ?? 0) + 1);
  let result = "";
  let from = 0;
  for (const paragraph of paragraphs) {
    const source = xml.slice(paragraph.start, paragraph.end);
    const emptied = paragraph.text.includes(CONDITIONAL) && paragraph.text.replaceAll(CONDITIONAL, "").trim() === "";
    const left = perCell.get(paragraph.cell) ?? 0;
    // A cell must keep a paragraph; a paragraph may carry a section or a picture.
    if (!emptied || left < 2 || /<w:(sectPr|drawing|pict|object)\b/.test(source)) continue;
    perCell.set(paragraph.cell, left - 1);
    result += xml.slice(from, paragraph.start);
    from = paragraph.end;
  }
  return (result + xml.slice(from)).replaceAll(CONDITIONAL_RUN, "").replaceAll(CONDITIONAL, "");
}

const AFTER_HIGHLIGHT = /<w:(u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)\b/;
const EMPTY_RUN = /<w:r(?:\s[^>]*)?>(?:<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?<w:t(?:\s[^>]*)?><\/w:t><\/w:r>/g;

/** Cuts each run with a mark in three. One pass: a list whose column is missing has thousands of marks. */
function highlightMissing(xml: string): string {
  const [before = "", ...marked] = xml.split(MISSING_OPEN);
  if (marked.length === 0) return xml;
  const pieces = [before];
  let properties = lastRunProperties(before) ?? "";
  for (const piece of marked) {
    const close = piece.indexOf(MISSING_CLOSE);
    const after = piece.slice(close + 1);
    const run = `<w:r>${withHighlight(properties)}<w:t xml:space="preserve">${piece.slice(0, close)}</w:t></w:r>`;
    pieces.push(`</w:t></w:r>${run}<w:r>${properties}<w:t xml:space="preserve">${after}`);
    properties = lastRunProperties(after) ?? properties;
  }
  return pieces.join("").replace(EMPTY_RUN, "");
}

/** The `w:rPr` ("" when it has none) of the last run that begins here; null when none begins. */
function lastRunProperties(xml: string): string | null {
  const start = Math.max(xml.lastIndexOf("<w:r>"), xml.lastIndexOf("<w:r "));
  return start < 0 ? null : (/^<w:r(?:\s[^>]*)?>(<w:rPr>[\s\S]*?<\/w:rPr>)?/.exec(xml.slice(start))?.[1] ?? "");
}

/** The run's properties with a yellow highlight, in the place the schema gives it. */
function withHighlight(properties: string): string {
  const highlight = '<w:highlight w:val="yellow"/>';
  const bare = properties.replace(/<w:highlight\b[^>]*\/>/, "");
  if (bare === "") return `<w:rPr>${highlight}</w:rPr>`;
  const next = AFTER_HIGHLIGHT.exec(bare);
  const at = next === null ? bare.length - "</w:rPr>".length : next.index;
  return bare.slice(0, at) + highlight + bare.slice(at);
}
