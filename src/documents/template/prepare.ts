import { insertAll, listParagraphs, type ParagraphPlace, type RowPlace } from "../word/word-xml.js";
import { findTags, type Tag } from "./tag.js";

/** Marks a paragraph that held a whole condition: when nothing else is left of it, it goes. A noncharacter: cleaned out of values. */
export const CONDITIONAL = "\uFDD2";
export const CONDITIONAL_RUN = `<w:r><w:t>${CONDITIONAL}</w:t></w:r>`;

/**
 * Officers write no loop markers: what holds `{{ds.x}}` is put between the engine's own markers here, so that it repeats for
 * each item of `ds`: the table row when a cell of it is all about `ds`, else the paragraph alone (Nơi nhận in the foot).
 */
export function markRepeats(xml: string): { xml: string; lists: Set<string> } {
  const lists = new Set<string>();
  const insertions: { at: number; text: string }[] = [];
  const marked = new Set<RowPlace>();
  const sections: string[] = [];
  for (const paragraph of listParagraphs(xml)) {
    const { tags } = findTags(paragraph.text);
    if (tags.length === 0) continue;
    const { row } = paragraph;
    const repeating = [...sections, ...listsAround(row)];
    const rowList = row === null ? null : repeatedRowList(row, repeating);
    if (row === null || rowList === null) {
      const list = repeatedList(tags, repeating);
      if (list !== null) {
        lists.add(list);
        insertions.push(...wrap("w:p", list, paragraph, paragraph));
      }
    } else if (!marked.has(row)) {
      marked.add(row);
      lists.add(rowList);
      insertions.push(...wrap("w:tr", rowList, row.paragraphs[0] ?? paragraph, row.paragraphs.at(-1) ?? paragraph));
    }
    if (hasWholeCondition(tags)) insertions.push({ at: paragraph.contentEnd, text: CONDITIONAL_RUN });
    trackSections(tags, sections);
  }
  return { xml: insertAll(xml, insertions), lists };
}

/** The lists for whose items the rows round this one repeat: what stands in a table inside a cell repeats with that cell. */
export function listsAround(row: RowPlace | null): string[] {
  const lists: string[] = [];
  for (let outer = row?.parent ?? null; outer !== null; outer = outer.parent) {
    const list = repeatedRowList(outer, []);
    if (list !== null) lists.push(list);
  }
  return lists;
}

/** The list for whose items a row repeats: some cell holds nothing but columns of it. Null: the row stays single. */
export function repeatedRowList(row: RowPlace, openSections: readonly string[]): string | null {
  const cells = new Map<number | null, (string | null)[]>();
  for (const place of row.paragraphs) {
    if (place.text.trim() === "") continue;
    const list = repeatedList(findTags(place.text).tags, openSections);
    cells.set(place.cell, [...(cells.get(place.cell) ?? []), list]);
  }
  for (const [first = null, ...others] of cells.values()) {
    if (first !== null && others.every((list) => list === first)) return first;
  }
  return null;
}

/** The list whose columns these placeholders of one paragraph name; null when none, or when a written `{{#ds}}` already repeats it. */
export function repeatedList(tags: readonly Tag[], openSections: readonly string[]): string | null {
  const written = new Set([...openSections, ...tags.filter((tag) => tag.kind === "open").map((tag) => tag.name)]);
  return tags.find((tag) => tag.list !== null && !written.has(tag.list))?.list ?? null;
}

/** Keeps the names of the sections `{{#x}}` still open after these tags. */
export function trackSections(tags: readonly Tag[], open: string[]): void {
  for (const tag of tags) {
    if (tag.kind === "open" || tag.kind === "inverted") open.push(tag.name);
    if (tag.kind === "close") {
      const index = tag.name === "" ? open.length - 1 : open.lastIndexOf(tag.name);
      if (index >= 0) open.splice(index, 1);
    }
  }
}

function wrap(element: string, list: string, first: ParagraphPlace, last: ParagraphPlace) {
  return [
    { at: first.contentStart, text: `<w:r><w:t>{{-${element} ${list}}}</w:t></w:r>` },
    { at: last.contentEnd, text: `<w:r><w:t>{{/${list}}}</w:t></w:r>` },
  ];
}

function hasWholeCondition(tags: readonly Tag[]): boolean {
  const closed = new Set(tags.filter((tag) => tag.kind === "close").map((tag) => tag.name));
  return tags.some(
    (tag) => (tag.kind === "open" || tag.kind === "inverted") && (closed.has(tag.name) || closed.has("")),
  );
}
