import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import type { Package } from "../word/package.js";
import { escapeXml, isContentPart } from "../word/word-xml.js";
import { applyFilter, TEMPLATE_FILTERS } from "./filter.js";
import { markRepeats } from "./prepare.js";
import { hideSections, restoreSections } from "./section.js";
import { parseTag } from "./tag.js";

export interface Engine {
  /** The content parts by name, filled. */
  fill(values: Record<string, unknown>): Map<string, string>;
}

/**
 * The engine with the template compiled; all its faults come as one thrown error with `properties`. `mark` gives the text shown
 * for a name without a value.
 */
export function openEngine(parts: Package, mark: (name: string) => string): Engine {
  const zip = new PizZip();
  const repeated = new Set<string>();
  const sections = new Map<string, string[]>();
  for (const [name, data] of parts) {
    if (name.startsWith("docProps/")) continue;
    if (!isContentPart(name)) {
      zip.file(name, Buffer.from(data));
      continue;
    }
    const hidden = hideSections(new TextDecoder().decode(data));
    const { xml, lists } = markRepeats(hidden.xml);
    sections.set(name, hidden.sections);
    for (const list of lists) repeated.add(list);
    zip.file(name, xml);
  }
  const engine = new Docxtemplater(zip, {
    delimiters: { start: "{{", end: "}}" },
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    errorLogging: false,
    parser: (tag) => {
      const get = lookUp(tag);
      // A list without a value: its row stays once, so that each column can be marked.
      return {
        get: (scope, context) =>
          get(scope, context) ?? (context.num === 0 && repeated.has(tag) ? ONE_EMPTY : undefined),
      };
    },
    nullGetter: (part) => {
      if (part.module === "loop") return false;
      if (part.module === "rawxml") return `<w:p><w:r><w:t>${escapeXml(mark(part.value))}</w:t></w:r></w:p>`;
      return mark(parseTag(part.value)?.name ?? part.value);
    },
  });
  return {
    fill(values) {
      engine.render(values);
      const filled = engine.getZip();
      return new Map(
        [...sections].map(([name, hidden]) => [name, restoreSections(filled.file(name)?.asText() ?? "", hidden)]),
      );
    },
  };
}

const ONE_EMPTY = [{ stt: "" }];

/** Own properties only: a template can name nothing but the values it was given. */
function lookUp(written: string): (scope: unknown, context: { scopePath: string[]; scopeList: unknown[] }) => unknown {
  const tag = parseTag(written);
  if (written.trim() === ".") return (scope) => scope;
  if (tag === null) return () => undefined;
  const filters = tag.filters.map((name) => TEMPLATE_FILTERS.find((filter) => filter.name === name));
  return (scope, context) => {
    let from = scope;
    if (tag.list !== null) {
      const level = context.scopePath.lastIndexOf(tag.list);
      from = level < 0 ? undefined : context.scopeList[level + 1];
    }
    if (typeof from !== "object" || from === null || !Object.hasOwn(from, tag.column)) return undefined;
    const value: unknown = (from as Record<string, unknown>)[tag.column];
    if (typeof value !== "string") return value;
    return filters.reduce((text, filter) => (filter === undefined ? text : applyFilter(filter, text)), value);
  };
}
