import { LATER_CLOSE, LATER_OPEN, TEMPLATE_FILTERS } from "../template/filter.js";
import { MISSING_OPEN } from "../template/finish.js";
import { fitLine, type LineAbove, type RuleFitter } from "../template/rule.js";
import type { TemplateValues } from "../template/value.js";

/** Values as `cleanValues` makes them. */
export type CleanValues = Readonly<Record<string, unknown>>;

/** A document's values: those that all documents of one shape share, and the texts in which they differ. */
export interface Shaped {
  /** The same for documents that are made alike: which values are there, how many of each list, and whatever is not plain text. */
  key: string;
  /** What the engine is given to see where the texts go: each stands as a mark. */
  standIns: Record<string, unknown>;
  /** The texts, by the number in their mark. */
  texts: string[];
}

/** Splits into shape and texts what is a document's own; what all of the batch share needs no mark. */
export function shapeValues(own: CleanValues): Shaped {
  const key: unknown[] = [];
  const texts: string[] = [];
  const replace = (value: unknown): unknown => {
    if (typeof value !== "string" || !isPlain(value)) {
      key.push(value);
      return value;
    }
    key.push(0);
    return LATER_OPEN + (texts.push(value) - 1) + LATER_CLOSE;
  };
  const replaceAll = (values: CleanValues): Record<string, unknown> => {
    const replaced: Record<string, unknown> = Object.create(null);
    for (const [name, value] of Object.entries(values)) {
      key.push(name);
      if (Array.isArray(value)) key.push(value.length);
      replaced[name] = Array.isArray(value) ? value.map((item: CleanValues) => replaceAll(item)) : replace(value);
    }
    return replaced;
  };
  const standIns = replaceAll(own);
  return { key: JSON.stringify(key), standIns, texts };
}

/** Names whose value is the same in every document, with the conditions that rest on them. */
export function findShared(documents: readonly TemplateValues[]): Set<string> {
  const [first = {}, ...others] = documents;
  const names = new Set(
    Object.keys(first).filter((name) => others.every((values) => isSame(first[name], values[name]))),
  );
  for (const name of Object.keys(first)) {
    if (`co_${name}` in first && names.has(name) !== names.has(`co_${name}`)) {
      names.delete(name);
      names.delete(`co_${name}`);
    }
  }
  return names;
}

function isSame(one: TemplateValues[string], other: TemplateValues[string]): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((item, index) => Object.keys(item).every((name) => item[name] === other[index]?.[name]));
}

/** Nothing of what the engine and the finishing do depends on the letters of such a text: no line breaks, no gap to highlight, not blank. */
function isPlain(text: string): boolean {
  return text.trim() !== "" && !text.includes("\n") && !text.includes(MISSING_OPEN);
}

/** What goes into a mark: a text, through filters, or the indent a rule needs when the texts are known. */
export type Slot = { text: number; filters: readonly string[] } | { rule: number; of: "above" | "rule" };

const MARK = new RegExp(`${LATER_OPEN}(?:(\\d+)((?:\\|\\w+)*)|(above|rule)(\\d+))${LATER_CLOSE}`, "gu");

/** Cuts a text at its marks: fixed texts and slots in turn, beginning and ending with a fixed one. */
export function splitMarks(text: string): (string | Slot)[] {
  const pieces: (string | Slot)[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const [mark, number, filters = "", of, rule] = match;
    pieces.push(text.slice(from, match.index));
    pieces.push(
      of === undefined
        ? { text: Number(number), filters: filters.split("|").filter(Boolean) }
        : { rule: Number(rule), of: of === "above" ? "above" : "rule" },
    );
    from = match.index + mark.length;
  }
  return [...pieces, text.slice(from)];
}

/** Fits what can be measured at once, and leaves a mark where the text above a rule is not known yet. */
export function createRuleKeeper(): { rules: LineAbove[]; fit: RuleFitter } {
  const rules: LineAbove[] = [];
  return {
    rules,
    fit(line) {
      if (!line.text.includes(LATER_OPEN)) return fitLine(line);
      const number = rules.push(line) - 1;
      return { above: `${LATER_OPEN}above${number}${LATER_CLOSE}`, rule: `${LATER_OPEN}rule${number}${LATER_CLOSE}` };
    },
  };
}

/** The text with each mark replaced by its value, as people read it. */
export function fillMarks(pieces: readonly (string | Slot)[], texts: readonly string[]): string {
  return pieces
    .map((piece) => (typeof piece === "string" ? piece : "text" in piece ? fillText(piece, texts) : ""))
    .join("");
}

export function fillText(slot: Extract<Slot, { text: number }>, texts: readonly string[]): string {
  return slot.filters.reduce(
    (text, name) => TEMPLATE_FILTERS.find((filter) => filter.name === name)?.apply(text) ?? text,
    texts[slot.text] ?? "",
  );
}
