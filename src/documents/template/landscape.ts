import { type Block, line } from "../decree30/decree30.js";
import { listParagraphs, type ParagraphPlace } from "../word/word-xml.js";
import { SECTION, sectionParagraph, TINY } from "./section.js";

/** Marks round blocks that need a lying page; noncharacters, so no value can hold them. */
const OPEN = "\uFDD9";
const CLOSE = "\uFDDA";

/** Blocks too wide for an upright page: wherever an officer puts their placeholder, the page lies there. */
export function lyingBlocks(blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [line(OPEN), ...blocks, line(CLOSE)];
}

/** Text of a section before such blocks, up to which it is their heading (an appendix) and lies with them. */
const LONGEST_HEADING = 1000;

/**
 * Gives marked blocks a lying section. A section that is theirs but for a heading lies whole; otherwise they are cut out of it, and
 * page numbers go on. In a cell, where no section can begin, only the marks go.
 */
export function turnSections(xml: string): string {
  if (!xml.includes(OPEN)) return xml;
  let result = xml;
  const marks = listParagraphs(xml).filter(({ text }) => text === OPEN || text === CLOSE);
  // From the end, so that the places before stay right.
  for (let index = marks.length - 2; index >= 0; index -= 2) {
    const [open, close] = [marks[index], marks[index + 1]];
    if (open !== undefined && close !== undefined) result = turnOne(result, open, close);
  }
  return result;
}

function turnOne(xml: string, open: ParagraphPlace, close: ParagraphPlace): string {
  const blocks = xml.slice(open.end, close.start);
  const after = xml.slice(close.end);
  const own = SECTION.exec(after);
  if (own === null || open.cell !== null) return xml.slice(0, open.start) + TINY + blocks + TINY + after;
  const [section] = own;
  const before = xml.slice(sectionStart(xml, open.start), open.start);
  const hasHeading = !before.includes("<w:tbl>") && textOf(before).length <= LONGEST_HEADING;
  const isLast = textOf(after.slice(0, own.index)) === "" && !after.slice(0, own.index).includes("<w:tbl>");
  const start = hasHeading ? "" : sectionParagraph(section);
  const lying = turn(hasHeading ? section : goOn(section));
  const end = isLast ? TINY : sectionParagraph(lying);
  const rest = isLast ? lying : goOn(section);
  return (
    xml.slice(0, open.start) +
    (start === "" ? TINY : start) +
    blocks +
    end +
    after.slice(0, own.index) +
    rest +
    after.slice(own.index + section.length)
  );
}

/** Where the section begins that holds a place: after the paragraph of the section before it. */
function sectionStart(xml: string, at: number): number {
  const before = Math.max(xml.lastIndexOf("</w:sectPr>", at), xml.lastIndexOf("<w:sectPr/>", at));
  return before < 0 ? Math.max(0, xml.indexOf("<w:body>")) : xml.indexOf("</w:p>", before);
}

function textOf(xml: string): string {
  return listParagraphs(xml)
    .map(({ text }) => text.trim())
    .join("");
}

/** The same section with the page on its side, its margins turned with it (as `pageDocument` turns them). */
function turn(section: string): string {
  const read = (name: string) => new RegExp(`\\bw:${name}="(\\d+)"`).exec(section)?.[1];
  const [width, height] = [read("w"), read("h")];
  if (width === undefined || height === undefined || Number(width) > Number(height)) return section;
  const margins = { top: read("left"), bottom: read("right"), left: read("top"), right: read("bottom") };
  const sized = section
    .replace(/(<w:pgSz\b[^>]*?)\s+w:orient="\w+"/, "$1")
    .replace(/<w:pgSz\b/, '<w:pgSz w:orient="landscape"')
    .replace(/(<w:pgSz\b[^>]*\bw:w=")\d+/, `$1${height}`)
    .replace(/(<w:pgSz\b[^>]*\bw:h=")\d+/, `$1${width}`);
  return Object.entries(margins).reduce(
    (done, [side, value]) =>
      value === undefined ? done : done.replace(new RegExp(`(<w:pgMar\\b[^>]*\\bw:${side}=")\\d+`), `$1${value}`),
    sized,
  );
}

/** A section that continues another: a new page, numbered on, with its number shown. */
function goOn(section: string): string {
  return section
    .replace(/<w:titlePg\b[^>]*\/>/, "")
    .replace(/(<w:pgNumType\b[^>]*?)\s+w:start="\d+"/, "$1")
    .replace(/(<w:type\b[^>]*\bw:val=")\w+/, "$1nextPage");
}
