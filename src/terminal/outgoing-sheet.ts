/** A cell on its way out: text, a plain decimal kept to its last digit, or nothing. */
export type OutgoingCell = { text: string } | { decimal: string } | null;

export interface OutgoingColumn {
  header: string;
  /** "prose": sentences, perhaps of several lines. */
  kind: "text" | "prose" | "number" | "date";
  /** What a spreadsheet program offers to choose from; empty = anything. */
  choices: readonly string[];
}

/** A spreadsheet to be written as CSV or workbook. */
export interface OutgoingSheet {
  /** Name of the sheet in a workbook. */
  name: string;
  /** A line above the header that says how to fill it in; null for plain data. */
  help: string | null;
  columns: readonly OutgoingColumn[];
  rows: readonly (readonly OutgoingCell[])[];
  /** Empty lines made ready for typing below the rows (workbooks only). */
  blankRows: number;
}

/**
 * A plain decimal as it is safe to read back: "1.454" could be taken for 1454, "1.4540" cannot. `mark` is the decimal
 * mark.
 */
export function writeDecimal(plain: string, mark: "." | ","): string {
  const safe = /^-?[1-9]\d{0,2}\.\d{3}$/.test(plain) ? `${plain}0` : plain;
  return mark === "." ? safe : safe.replace(".", mark);
}
