import { ruleIndent } from "../decree30/head.js";
import { FULL_RULE, SHORT_RULE } from "../decree30/page.js";
import { createLineCounter } from "../word/text-width.js";
import { listParagraphs, type ParagraphPlace } from "../word/word-xml.js";

/**
 * Makes each rule as long as the text that has come above it asks for (see `SHORT_RULE`), and breaks a centred title above a
 * rule into lines of like length, so that no word is left alone on the last.
 */
export function fitRules(xml: string, fitRule: RuleFitter = fitLine): string {
  if (!xml.includes(SHORT_RULE) && !xml.includes(FULL_RULE)) return xml;
  let result = "";
  let from = 0;
  const replaceHead = (place: ParagraphPlace, indent: number | string) => {
    const head = xml.slice(place.start, place.contentStart);
    const indented = head.replace(
      /<w:ind\b[^>]*\/>/,
      `<w:ind w:left="${indent}" w:right="${indent}" w:firstLine="0"/>`,
    );
    result += xml.slice(from, place.start) + indented;
    from = place.contentStart;
  };
  let above: ParagraphPlace | null = null;
  for (const paragraph of listParagraphs(xml)) {
    const style = /<w:pStyle\s+w:val="(\w+)"/.exec(xml.slice(paragraph.start, paragraph.contentStart))?.[1];
    if ((style === SHORT_RULE || style === FULL_RULE) && above !== null && above.cell === paragraph.cell) {
      const line = measureAbove(xml, above);
      const indents = fitRule({ ...line, kind: style === SHORT_RULE ? "short" : "full" });
      if (line.outer > 0) replaceHead(above, indents.above);
      replaceHead(paragraph, indents.rule);
      above = null;
    } else if (paragraph.text.trim() !== "") above = paragraph;
  }
  return result + xml.slice(from);
}

/** The text above a rule, and what its lines and the rule's length depend on. */
export interface LineAbove {
  text: string;
  size: number;
  bold: boolean;
  /** Twips the text may fill, and its indent on either side. */
  width: number;
  outer: number;
  kind: "short" | "full";
}

/** Indents on either side, of the text above a rule and of the rule: twips, or what stands for them. */
export type RuleFitter = (line: LineAbove) => { above: number | string; rule: number | string };

export function fitLine(line: LineAbove): { above: number; rule: number } {
  const more = line.outer > 0 ? balance(line) : 0;
  // The rule is measured against the lines as they break now.
  const shown = { ...line, width: line.width - 2 * more, outer: line.outer + more };
  return { above: line.outer + more, rule: ruleIndent(line.text, shown) };
}

function measureAbove(xml: string, above: ParagraphPlace): Omit<LineAbove, "kind"> {
  const source = xml.slice(above.start, above.end);
  const run = source.slice(above.contentStart - above.start);
  const size = Number(/<w:sz\s+w:val="(\d+)"/.exec(run)?.[1] ?? /<w:sz\s+w:val="(\d+)"/.exec(source)?.[1] ?? 28) / 2;
  const bold = /<w:b(\s+w:val="(true|1|on)")?\s*\/>/.test(run);
  const outer = Number(/<w:ind\b[^>]*\bw:(?:left|start)="(\d+)"/.exec(source)?.[1] ?? 0);
  const width = (above.cellWidth ?? pageTextWidth(xml, above.end)) - 2 * outer;
  return { text: above.text.replaceAll(/[\uFDD0-\uFDD2]/g, ""), size, bold, width, outer };
}

/** Twips more on either side that break the text into the same number of lines, of like length. */
function balance({ text, width, size, bold }: LineAbove): number {
  const countLines = createLineCounter(text, size, bold);
  const lines = countLines(width);
  let more = 0;
  while (more < width / 4 && countLines(width - 2 * (more + STEP) - SLACK) === lines) more += STEP;
  return lines === 1 ? 0 : more;
}
const STEP = 40;
/** Kept back, so that another renderer's rounding does not break a line more. */
const SLACK = 60;

/** Width of the text in the section a place belongs to: that of the next `w:sectPr`. */
function pageTextWidth(xml: string, at: number): number {
  const start = xml.indexOf("<w:sectPr", at);
  const section = start < 0 ? "" : xml.slice(start, xml.indexOf("</w:sectPr>", start));
  const read = (element: string, attribute: string, otherwise: number) =>
    Number(new RegExp(`<w:${element}\\b[^>]*\\bw:${attribute}="(\\d+)"`).exec(section)?.[1] ?? otherwise);
  return read("pgSz", "w", 11906) - read("pgMar", "left", 1701) - read("pgMar", "right", 1134);
}
