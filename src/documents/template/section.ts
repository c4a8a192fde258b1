import { insertAll, listParagraphs } from "../word/word-xml.js";
import { findTags } from "./tag.js";

/** Section properties, with what Word keeps of earlier ones. */
export const SECTION =
  /<w:sectPr\b[^>]*\/>|<w:sectPr\b(?:(?!<w:sectPrChange\b)[\s\S])*?(?:<w:sectPrChange\b[\s\S]*?<\/w:sectPrChange>\s*)?<\/w:sectPr>/;
const EVERY_SECTION = new RegExp(SECTION, "g");
const HIDDEN = /<w:hiddenSection w:n="(\d+)"\/>/g;

/** A paragraph too small to need room on a page. */
export const TINY = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

/**
 * Takes the section properties out of the engine's sight, which would add breaks of its own round a condition that holds one.
 * Those in a paragraph of `{{#x}}` or `{{/x}}`, which goes when it is filled, get a paragraph of their own after it.
 */
export function hideSections(xml: string): { xml: string; sections: string[] } {
  const sections: string[] = [];
  const hidden = moveOut(xml).replace(EVERY_SECTION, (section) => {
    sections.push(section);
    return `<w:hiddenSection w:n="${sections.length - 1}"/>`;
  });
  return { xml: hidden, sections };
}

/**
 * Puts the sections back, and a paragraph where Word needs one: between tables that have met, after one that ends a cell or the
 * body (there so small that it needs no page of its own).
 */
export function restoreSections(xml: string, sections: readonly string[]): string {
  return xml
    .replace(HIDDEN, (_whole, index) => sections[Number(index)] ?? "")
    .replace(/<\/w:tbl>(?:(?=<w:tbl>|<\/w:tc>)|(?:<w:p\/>)?(?=<w:sectPr\b))/g, `</w:tbl>${TINY}`);
}

/** A paragraph that does nothing but end its section. */
export function sectionParagraph(section: string): string {
  return TINY.replace("</w:pPr>", () => `${section}</w:pPr>`);
}

function moveOut(xml: string): string {
  let result = xml;
  const insertions: { at: number; text: string }[] = [];
  for (const paragraph of listParagraphs(xml)) {
    const properties = xml.slice(paragraph.start, paragraph.contentStart);
    const section = SECTION.exec(properties);
    if (section === null || findTags(paragraph.text).tags.every(({ kind }) => kind === "value" || kind === "block"))
      continue;
    // Blanks keep the offsets of what follows.
    const at = paragraph.start + section.index;
    result = result.slice(0, at) + " ".repeat(section[0].length) + result.slice(at + section[0].length);
    insertions.push({ at: paragraph.end, text: sectionParagraph(section[0]) });
  }
  return insertAll(result, insertions);
}
