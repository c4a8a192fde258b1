import type { ParagraphFormat, RunFormat } from "./format.js";

/** Text in one format, as it is shown: capitals are capitals, hidden and deleted text is left out. */
export interface SeenRun {
  text: string;
  format: RunFormat;
}

/** A line drawn as a shape. */
export interface DrawnLine {
  /** Twips; null when the shape does not tell. */
  length: number | null;
}

export interface SeenTable {
  /** Counted over the document from 1. */
  number: number;
  /** Whether lines are drawn between its cells: tables without are layout. */
  isRuled: boolean;
  /** Twips of each column. */
  grid: number[];
  rows: number;
  /** Rows that stand again on each page. */
  headerRows: number;
  /** The table it stands in. */
  outer: SeenCell | null;
}

export interface SeenCell {
  table: SeenTable;
  /** From 0. */
  row: number;
  column: number;
  /** Twips inside the padding; null when not told. */
  width: number | null;
  /** Whether its row may break across pages. */
  mayBreak: boolean;
}

export interface SeenParagraph {
  /** Counted over the part from 1. */
  number: number;
  runs: SeenRun[];
  /** The runs' text with the number of an automatic list before it; NFC is left as it is. */
  text: string;
  /** The number or bullet Word puts before it; "" when none. */
  label: string;
  format: ParagraphFormat;
  /** Size of the paragraph mark in points: what an empty paragraph is high. */
  markSize: number;
  cell: SeenCell | null;
  /** From 0. */
  section: number;
  /** Begins a page because of a break before it. */
  startsPage: boolean;
  lines: DrawnLine[];
  hasPictures: boolean;
  /** Whether it shows the number of its page. */
  showsPageNumber: boolean;
  /** Stands in a text box. */
  isBoxed: boolean;
}
