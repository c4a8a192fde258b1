import type { ReadDocument } from "./frame/frame.js";
import type { Piece } from "./frame/piece.js";
import type { SeenParagraph } from "./seen/seen.js";

/** error: against the decree; warning: worth a look, or a matter of use. */
export type LintSeverity = "error" | "warning";

export interface LintPlace {
  /** "Quốc hiệu", "Lời văn", "Lề trang". */
  part: string;
  /** Counted over the document's paragraphs from 1, those of tables too; null: the document as a whole. */
  paragraph: number | null;
  /** The beginning of the paragraph; "" for the document as a whole. */
  text: string;
}

export interface Found {
  place: LintPlace;
  /** Both as short Vietnamese phrases. */
  found: string;
  wanted: string;
}

/** One rule of the decree. */
export interface LintRule {
  /** Kebab-case without diacritics, for --rule, --ignore and JSON. */
  id: string;
  what: string;
  /** Where it is written: "NĐ 30/2020, Phụ lục I, Phần I, Mục II.5b". */
  source: string;
  severity: LintSeverity;
  /** For docs/lint.md. */
  example: { wrong: string; right: string };
  find(document: ReadDocument): Found[];
}

/** Phụ lục I, Phần I, the section named. */
export function layoutRule(section: string): string {
  return `NĐ 30/2020, Phụ lục I, Phần I, Mục ${section}`;
}

/** Phụ lục III, a model. */
export function model(number: string): string {
  return `NĐ 30/2020, Phụ lục III, Phần II, Mẫu ${number}`;
}

const EXCERPT = 60;

export function placeOf(part: string, where: Piece | SeenParagraph): LintPlace {
  const paragraph = "paragraph" in where ? where.paragraph : where;
  const text = where.text.normalize("NFC").replace(/\s+/g, " ").trim();
  return { part, paragraph: paragraph.number, text: text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text };
}

/** The document as a whole: what is missing stands nowhere. */
export function wholeDocument(part: string): LintPlace {
  return { part, paragraph: null, text: "" };
}

/** "13", "13,5". */
export function decimal(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits))).replace(".", ",");
}
