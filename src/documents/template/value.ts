import { MISSING_CLOSE, MISSING_OPEN } from "./finish.js";

/** What a placeholder may be filled with. "" is deliberately blank; null or absent is missing and gets marked in the document. */
export type TemplateValue = string | number | boolean | null | undefined;

/** One row of a list; `stt` is counted when it is not given. */
export type TemplateItem = Record<string, TemplateValue>;

export type TemplateValues = Record<string, TemplateValue | readonly TemplateItem[]>;

/**
 * A copy the engine can be given: texts in NFC without characters XML forbids, items counted by `stt`, and for every name a
 * condition `co_<name>` that says whether there is something in it.
 */
export function cleanValues(values: TemplateValues): Record<string, unknown> {
  const clean: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    clean[name] = isList(value) ? value.map((item, index) => cleanItem(item, index)) : cleanValue(value);
  }
  for (const [name, value] of Object.entries(clean)) {
    clean[`co_${name}`] ??= Array.isArray(value) ? value.length > 0 : isFilled(value);
  }
  return clean;
}

function isList(value: TemplateValues[string]): value is readonly TemplateItem[] {
  return Array.isArray(value);
}

function cleanItem(item: TemplateItem, index: number): Record<string, unknown> {
  const clean: Record<string, unknown> = Object.create(null);
  clean.stt = String(index + 1);
  for (const [name, value] of Object.entries(item)) clean[name] = cleanValue(value);
  for (const [name, value] of Object.entries(clean)) clean[`co_${name}`] ??= isFilled(value);
  return clean;
}

function cleanValue(value: TemplateValue): string | boolean | null {
  if (value === null || value === undefined) return null;
  return typeof value === "boolean" ? value : markGaps(cleanTemplateText(String(value)));
}

/** A gap said inside a text ("Căn cứ [Chưa có: quyết định …]") is highlighted like a missing value. */
function markGaps(text: string): string {
  return text.replace(/\[Chưa có: [^\][]*\]/giu, `${MISSING_OPEN}$&${MISSING_CLOSE}`);
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== "" && value !== false;
}

/** Control characters, halves of surrogate pairs and noncharacters: XML forbids them, or they show as nothing. */
const FORBIDDEN = /[^\P{Cc}\n]|\p{Cs}|[\uFDD0-\uFDEF]|\p{Noncharacter_Code_Point}/gu;

/** NFC; every kind of line end to \n; tabs to blanks; what no document can hold removed. */
export function cleanTemplateText(text: string): string {
  return settleLines(text).replace(FORBIDDEN, "");
}

function settleLines(text: string): string {
  // Most texts have nothing to settle, and a batch has tens of thousands of them.
  if (!/[\p{Cc}\u2028\u2029]/u.test(text)) return text.normalize("NFC");
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ");
}

/** A text with a character no document can hold: somebody's name would come out other than it was given. */
export interface ForbiddenText {
  /** Placeholder: `nguoi_ky`, `ca_nhan.ho_ten`. */
  name: string;
  /** Without the characters. */
  text: string;
  /** "U+FFFE", each once. */
  characters: string[];
}

export function findForbidden(values: TemplateValues): ForbiddenText[] {
  const judge = (name: string, value: TemplateValue): ForbiddenText[] => {
    const found = typeof value === "string" ? settleLines(value).match(FORBIDDEN) : null;
    if (found === null) return [];
    const characters = found.map((each) => {
      const code = each.codePointAt(0) ?? 0;
      return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    });
    return [{ name, text: cleanTemplateText(String(value)), characters: [...new Set(characters)] }];
  };
  return Object.entries(values).flatMap(([name, value]) =>
    isList(value)
      ? value.flatMap((item) => Object.entries(item).flatMap(([column, each]) => judge(`${name}.${column}`, each)))
      : judge(name, value),
  );
}
