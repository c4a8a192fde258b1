import type { Problem } from "../../domain/problem.js";
import { type Package, PackageError, readPackage } from "../word/package.js";
import { isContentPart, listParagraphs, type ParagraphPlace, unescapeXml } from "../word/word-xml.js";
import { isWellFormed } from "../word/xml-check.js";
import { TEMPLATE_COUNTERS } from "./counter.js";
import { openEngine } from "./engine.js";
import { FILE_FAULT } from "./file.js";
import { TEMPLATE_FILTERS } from "./filter.js";
import {
  BLOCK_NOT_ALONE,
  blockAsText,
  brokenTag,
  closeWithoutOpen,
  conditionAsText,
  crossed,
  type Finding,
  idleFilter,
  listAsText,
  MISPLACED,
  missingRequired,
  NO_PLACEHOLDER,
  NOT_FILLED,
  openWithoutClose,
  otherMarks,
  STT_OUTSIDE,
  textAsBlock,
  twoLists,
  unknownFilter,
  unknownName,
  unsettled,
} from "./finding.js";
import type { Placeholder } from "./kind.js";
import { findOtherMarks } from "./near-tag.js";
import { settleParts } from "./open.js";
import { describePlace } from "./place.js";
import { listsAround, repeatedList, repeatedRowList, trackSections } from "./prepare.js";
import { countUnsettled, type Unsettled } from "./settle.js";
import { findTags, type Tag } from "./tag.js";

/** What a template was found to be. */
export interface CheckedTemplate {
  problems: Problem[];
  /** Names of the placeholders and lists it places. Empty when the file cannot be read. */
  placed: ReadonlySet<string>;
}

/** As `readTemplate`, when only the faults are asked for. */
export function checkTemplate(file: string, bytes: Uint8Array, placeholders: readonly Placeholder[]): Problem[] {
  return readTemplate(file, bytes, placeholders).problems;
}

/**
 * Everything wrong with a template, before anything is made from it: the file itself, then each placeholder that is unknown,
 * broken, unclosed, misplaced or missing. `column` is the placeholder as written, `value` the sentence it stands in.
 */
export function readTemplate(file: string, bytes: Uint8Array, placeholders: readonly Placeholder[]): CheckedTemplate {
  const problems: Problem[] = [];
  const placed = new Set<string>();
  const report = (finding: Finding, at: Partial<Pick<Problem, "column" | "value" | "place">> = {}) => {
    problems.push({ file, sheet: null, row: null, column: null, value: null, ...at, ...finding });
  };
  let read: Package;
  try {
    read = readPackage(bytes);
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    report(FILE_FAULT[error.fault]);
    return { problems, placed };
  }
  const isDamaged = [...read].some(([name, data]) => /\.(xml|rels)$/.test(name) && !isWellFormed(decode(data)));
  if (isDamaged) {
    report(FILE_FAULT.damaged);
    return { problems, placed };
  }
  const left: Unsettled = { revisions: 0, comments: 0 };
  const parts = settleParts(read);
  let tagCount = 0;
  for (const [name, data] of parts) {
    const xml = decode(data);
    for (const { written, text } of tagsOutsideText(name, xml)) {
      report(NOT_FILLED, { column: written, value: text, place: describePlace(name) });
    }
    if (!isContentPart(name)) continue;
    const { revisions, comments } = countUnsettled(decode(read.get(name) ?? data));
    left.revisions += revisions;
    left.comments += comments;
    const paragraphs = listParagraphs(xml);
    const open: string[] = [];
    for (const tag of paragraphs.flatMap(({ text }) => findTags(text).tags)) {
      tagCount++;
      if (tag.kind !== "close") placed.add(tag.name).add(tag.list ?? tag.name);
      for (const section of open) placed.add(`${section}.${tag.name}`);
      trackSections([tag], open);
    }
    for (const { column, paragraph, finding } of checkPart(paragraphs, placeholders)) {
      const value = paragraph.text.replace(/\s+/g, " ").trim();
      report(finding, { column, value, place: describePlace(name, paragraph) });
    }
  }
  const hasErrors = problems.some(({ severity }) => severity === "error");
  if (tagCount === 0 && !hasErrors) report(NO_PLACEHOLDER);
  if (tagCount > 0) {
    for (const each of placeholders) if (each.required && !placed.has(each.name)) report(missingRequired(each));
  }
  for (const finding of unsettled(left)) report(finding);
  if (!hasErrors) for (const { column, finding } of engineFindings(parts)) report(finding, { column });
  return { problems, placed };
}

function decode(data: Uint8Array): string {
  return new TextDecoder().decode(data);
}

/** Placeholders where only field codes, formulas, charts and drawings have text. */
function tagsOutsideText(part: string, xml: string): { written: string; text: string }[] {
  if (!/^word\/(charts|diagrams)\//.test(part) && !isContentPart(part)) return [];
  return [...xml.matchAll(/<(?:m:t|a:t|c:v|w:instrText)(?:\s[^>]*)?>([^<]*)</g)].flatMap(([, escaped = ""]) => {
    const text = unescapeXml(escaped);
    return findTags(text).tags.map(({ written }) => ({ written, text }));
  });
}

interface PlacedFinding {
  column: string;
  paragraph: ParagraphPlace;
  finding: Finding;
}

function checkPart(paragraphs: readonly ParagraphPlace[], placeholders: readonly Placeholder[]): PlacedFinding[] {
  const found: PlacedFinding[] = [];
  const open: string[] = [];
  const opened: { tag: Tag; paragraph: ParagraphPlace }[] = [];
  const names = placeholders.map(({ name }) => name);
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    const { tags, faults, rest } = findTags(text);
    for (const each of faults) found.push({ column: each.written, paragraph, finding: brokenTag(each, names) });
    for (const { written, inner } of findOtherMarks(rest, names)) {
      found.push({ column: written, paragraph, finding: otherMarks(inner, names) });
    }
    const around = listsAround(paragraph.row);
    const rowList = paragraph.row === null ? null : repeatedRowList(paragraph.row, [...open, ...around]);
    const repeats = rowList ?? repeatedList(tags, [...open, ...around]);
    for (const tag of tags) {
      const report = (finding: Finding | null) => {
        if (finding !== null) found.push({ column: tag.written, paragraph, finding });
      };
      report(judgeName(tag, placeholders, { repeats, open: [...open, ...around] }));
      report(judgeFilter(tag, placeholders));
      if (tag.kind === "block" && text.trim() !== tag.written) report(BLOCK_NOT_ALONE);
      if (tag.kind === "open" || tag.kind === "inverted") opened.push({ tag, paragraph });
      if (tag.kind === "close") {
        const last = opened.at(-1);
        if (last === undefined || (tag.name !== "" && !opened.some((each) => each.tag.name === tag.name))) {
          report(closeWithoutOpen(tag));
        } else if (tag.name === "" || last.tag.name === tag.name) opened.pop();
        else {
          report(crossed(tag, last.tag));
          opened.splice(
            opened.findLastIndex((each) => each.tag.name === tag.name),
            1,
          );
        }
      }
      trackSections([tag], open);
    }
  }
  for (const { tag, paragraph } of opened) {
    found.push({ column: tag.written, paragraph, finding: openWithoutClose(tag) });
  }
  return found;
}

interface Surroundings {
  /** The list the row or paragraph repeats for; null when it does not. */
  repeats: string | null;
  open: readonly string[];
}

function judgeName(tag: Tag, placeholders: readonly Placeholder[], { repeats, open }: Surroundings): Finding | null {
  const { name, list, kind } = tag;
  if (kind === "close") return null;
  const names = placeholders.map((placeholder) => placeholder.name);
  const lists = new Set(
    placeholders.flatMap((each) => (each.form === "column" ? [each.name.split(".")[0] ?? ""] : [])),
  );
  const repeating = [...open, repeats].filter((each) => each !== null && lists.has(each));
  // Inside {{#ds}} or a row of ds a column may be written without its list.
  const isKnown = (written: string) =>
    names.includes(written) || repeating.some((each) => names.includes(`${each}.${written}`));
  if (kind === "open" || kind === "inverted") {
    const about = name.replace(/^co_/, "");
    const fits = [name, about].some((written) => isKnown(written) || lists.has(written));
    return fits ? null : unknownName(name, [...names, ...lists]);
  }
  if (kind === "value" && TEMPLATE_COUNTERS.some((counter) => counter.name === name)) return null;
  if (name === "stt") return repeating.length === 0 ? STT_OUTSIDE : null;
  if (list !== null && repeats !== null && repeats !== list && !open.includes(list)) return twoLists(repeats, list);
  if (lists.has(name)) return listAsText(name);
  if (!isKnown(name)) return unknownName(name, names);
  const form = placeholders.find((placeholder) => placeholder.name === name)?.form ?? "column";
  if (form === "block") return kind === "block" ? null : blockAsText(name);
  if (kind === "block") return textAsBlock(name);
  return form === "condition" ? conditionAsText(name) : null;
}

function judgeFilter({ name, column, filters }: Tag, placeholders: readonly Placeholder[]): Finding | null {
  const about = placeholders.find((each) => each.name === name || each.name.endsWith(`.${column}`));
  for (const written of filters) {
    const filter = TEMPLATE_FILTERS.find((each) => each.name === written);
    if (filter === undefined) return unknownFilter(written);
    if (about !== undefined && !filter.reads(about.example)) return idleFilter(written, about);
  }
  return null;
}

/** What only the engine sees, such as a condition opened in one cell and closed in another. */
function engineFindings(parts: Package): { column: string | null; finding: Finding }[] {
  try {
    openEngine(parts, (name) => name);
    return [];
  } catch (error) {
    // The engine's own complaints carry properties; anything else it throws comes from parts that make no sense together.
    if (!(error instanceof Error) || !("properties" in error)) return [{ column: null, finding: FILE_FAULT.damaged }];
    const { properties } = error as Error & {
      properties: { errors?: { properties?: { xtag?: string } }[]; xtag?: string };
    };
    const faults = properties.errors ?? [{ properties }];
    return faults.map((fault) => ({
      column: typeof fault.properties?.xtag === "string" ? `{{${fault.properties.xtag}}}` : null,
      finding: MISPLACED,
    }));
  }
}
