import { MISSING_CLOSE, MISSING_OPEN } from "./template-finish.js";

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

/** NFC; control characters, lone surrogates and noncharacters removed; tabs to blanks; line ends to \n. */
export function cleanTemplateText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[^\P{Cc}\n]|\p{Cs}|[\uFDD0-\uFDEF]|\p{Noncharacter_Code_Point}/gu, "");
}
