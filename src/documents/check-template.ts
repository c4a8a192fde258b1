import type { Problem } from "../domain/problem.js";
import type { Placeholder } from "./kind.js";
import { type Package, PackageError, readPackage } from "./package.js";
import { findTags, type Tag } from "./tag.js";
import { TEMPLATE_COUNTERS } from "./template-counter.js";
import { openEngine } from "./template-engine.js";
import { TEMPLATE_FILTERS } from "./template-filter.js";
import {
  BLOCK_NOT_ALONE,
  BRACES,
  blockAsText,
  closeWithoutOpen,
  conditionAsText,
  crossed,
  FILE_FAULT,
  type Finding,
  listAsText,
  MISPLACED,
  NO_PLACEHOLDER,
  openWithoutClose,
  STT_OUTSIDE,
  textAsBlock,
  twoLists,
  unknownFilter,
  unknownName,
} from "./template-finding.js";
import { repeatedRowList, trackSections } from "./template-prepare.js";
import { isContentPart, listParagraphs, type ParagraphPlace } from "./word-xml.js";
import { isWellFormed } from "./xml-check.js";

/**
 * Everything wrong with a template, before anything is made from it: the file itself, then each placeholder that is unknown,
 * broken, unclosed or misplaced. `column` is the placeholder as written, `value` the sentence it stands in.
 */
export function checkTemplate(file: string, bytes: Uint8Array, placeholders: readonly Placeholder[]): Problem[] {
  const place = (column: string | null, value: string | null, finding: Finding): Problem => {
    return { file, sheet: null, row: null, column, value, ...finding };
  };
  let parts: Package;
  try {
    parts = readPackage(bytes);
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    return [place(null, null, FILE_FAULT[error.fault])];
  }
  const isDamaged = [...parts].some(
    ([name, data]) => /\.(xml|rels)$/.test(name) && !isWellFormed(new TextDecoder().decode(data)),
  );
  if (isDamaged) return [place(null, null, FILE_FAULT.damaged)];
  const problems: Problem[] = [];
  let tagCount = 0;
  for (const [name, data] of parts) {
    if (!isContentPart(name)) continue;
    const paragraphs = listParagraphs(new TextDecoder().decode(data));
    tagCount += paragraphs.reduce((sum, { text }) => sum + findTags(text).tags.length, 0);
    for (const { column, text, finding } of checkPart(paragraphs, placeholders)) {
      problems.push(place(column, text.replace(/\s+/g, " ").trim(), finding));
    }
  }
  if (problems.some(({ severity }) => severity === "error")) return problems;
  if (tagCount === 0) problems.push(place(null, null, NO_PLACEHOLDER));
  return [...problems, ...engineFindings(parts).map(({ column, finding }) => place(column, null, finding))];
}

interface PlacedFinding {
  column: string;
  text: string;
  finding: Finding;
}

function checkPart(paragraphs: readonly ParagraphPlace[], placeholders: readonly Placeholder[]): PlacedFinding[] {
  const found: PlacedFinding[] = [];
  const open: string[] = [];
  const opened: { tag: Tag; text: string }[] = [];
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    const { tags, faults } = findTags(text);
    for (const { fault, written } of faults) found.push({ column: written, text, finding: BRACES[fault] });
    for (const { written, finding } of singleBraces(text, placeholders)) found.push({ column: written, text, finding });
    const rowList = paragraph.row === null ? null : repeatedRowList(paragraph.row, open);
    for (const tag of tags) {
      const report = (finding: Finding | null) => {
        if (finding !== null) found.push({ column: tag.written, text, finding });
      };
      report(judgeName(tag, placeholders, { rowList, open }));
      report(judgeFilter(tag));
      if (tag.kind === "block" && text.trim() !== tag.written) report(BLOCK_NOT_ALONE);
      if (tag.kind === "open" || tag.kind === "inverted") opened.push({ tag, text });
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
  for (const { tag, text } of opened) found.push({ column: tag.written, text, finding: openWithoutClose(tag) });
  return found;
}

interface Surroundings {
  /** The list the row repeats for; null when it does not. */
  rowList: string | null;
  open: readonly string[];
}

function judgeName(tag: Tag, placeholders: readonly Placeholder[], { rowList, open }: Surroundings): Finding | null {
  const { name, list, kind } = tag;
  if (kind === "close") return null;
  const names = placeholders.map((placeholder) => placeholder.name);
  const lists = new Set(
    placeholders.flatMap((each) => (each.form === "column" ? [each.name.split(".")[0] ?? ""] : [])),
  );
  const repeating = [...open, rowList].filter((each) => each !== null && lists.has(each));
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
  if (list !== null && rowList !== null && rowList !== list && !open.includes(list)) return twoLists(rowList, list);
  if (lists.has(name)) return listAsText(name);
  if (!isKnown(name)) return unknownName(name, names);
  const form = placeholders.find((placeholder) => placeholder.name === name)?.form ?? "column";
  if (form === "block") return kind === "block" ? null : blockAsText(name);
  if (kind === "block") return textAsBlock(name);
  return form === "condition" ? conditionAsText(name) : null;
}

function judgeFilter(tag: Tag): Finding | null {
  const wrong = tag.filters.find((name) => TEMPLATE_FILTERS.every((filter) => filter.name !== name));
  return wrong === undefined ? null : unknownFilter(wrong);
}

/** `{ho_ten}` with a known name: most likely one brace too few on each side. */
function singleBraces(text: string, placeholders: readonly Placeholder[]): { written: string; finding: Finding }[] {
  return [...text.matchAll(/(?<!\{)\{[#/@^]?([\p{L}\d_.]+)\}(?!\})/gu)]
    .filter((match) => placeholders.some(({ name }) => name === match[1]))
    .map((match) => ({
      written: match[0],
      finding: {
        code: "single-braces",
        severity: "warning",
        message: "chỉ có một dấu ngoặc nhọn mỗi bên nên sẽ để nguyên như chữ thường.",
        hint: `Viết {{${match[1]}}} nếu muốn điền giá trị vào đây.`,
      },
    }));
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
