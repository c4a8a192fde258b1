import type { ColumnClaim } from "./columns.js";
import type { HeaderKey } from "./header-key.js";
import type { FormatId, SheetContent } from "./reading.js";
import type { Table } from "./table.js";

/** How a column's cells are read; docs/formats.md says what each kind accepts. */
export type CellKind =
  | "text"
  | "prose"
  | "measurement"
  | "number"
  | "stated-number"
  | "whole"
  | "year"
  | "date"
  | "yes-no"
  | "choice"
  | "votes";

export interface ColumnSpec {
  field: string;
  /** The header we write ourselves. */
  header: string;
  /** Other headers accepted, compared by `headerKey`. */
  aliases: readonly string[];
  /** Wordings that no list holds, asked of a header that is no alias of any column. */
  matches?(header: HeaderKey): boolean;
  /** A data row must fill it. */
  required: boolean;
  kind: CellKind;
  /** Value in a record → the word we write for it, one of those the format reads. */
  words?: Readonly<Record<string, string>>;
  /** Whether the header may carry a year or a part of one ("KH 2019", "TH 6 tháng đầu năm"). */
  takesYear?: boolean;
  /** Another field this column is read for when no column has that header. */
  standsFor?: string;
  /** May be said once for the whole sheet: by a title line, the sheet's name, the file's name or --unit. */
  wholeSheet?: boolean;
  /** A heading, or the title, may say it for the rows below; the format itself tells when nothing does. */
  fromHeading?: boolean;
  /** Known to stand in such sheets and not read; it is listed with the unknown columns. */
  ignored?: boolean;
}

/** A format of sheet: its columns, declared, and the few lines that make records of its rows. */
export interface FormatSpec {
  id: FormatId;
  /** Vietnamese, for people: "kết quả thực hiện chỉ tiêu". */
  title: string;
  columns: readonly ColumnSpec[];
  /** By `headerKey`, the fields of headers as a person says; null = not read. Comes before all else. */
  given?: ReadonlyMap<string, string | null>;
  /** A header row is of this format when each inner list has a field with a column. */
  recognisedBy: readonly (readonly string[])[];
  /** What else must be true of such a row, when fields alone do not tell. */
  isHeader?(claims: readonly ColumnClaim[]): boolean;
  /** Likewise, for a sheet that may as well be of another format: where both fit, the other one is taken. */
  weaklyRecognisedBy?: readonly (readonly string[])[];
  /** Field of a header that is but a year ("Năm 2025"), in a row with two such and no figures named otherwise. */
  yearsAre?: string;
  /** Field whose roman numeral or capital letter marks a heading, besides STT. */
  headingField?: string;
  /** A row numbered 1, 2, 3 … with only its name filled is a record with holes, not a heading. */
  numberedRowsAreData?: boolean;
  /** Whether a text that stands alone in its row is a heading, numbered or not. */
  isHeadingText?(text: string): boolean;
  /** Field of sentences: a row that fills it says something, whatever its words look like. */
  proseField?: string;
  /** Decides between claims where a header alone does not ("Đơn vị"); returns the claims that stand. */
  settleClaims?(claims: readonly ColumnClaim[], sheet: ClaimContext): SettledClaims;
  read(table: Table): SheetContent;
}

/** The year figures are wanted for. */
export interface WorkYear {
  year: number;
  /** Said for this call, so that it comes before what a title says; else it is the office's setting. */
  given: boolean;
}

/** What a format may look at to settle which column is which. */
export interface ClaimContext {
  /** Years the title block states. */
  titleYears: readonly number[];
  workYear: WorkYear | null;
  /** Headers that are no column of the format, with their places. */
  unclaimed: readonly { index: number; header: string }[];
  /** Non-blank texts of a column below the header, the first few hundred. */
  sampleColumn(index: number): string[];
}

export interface SettledClaims {
  claims: readonly ColumnClaim[];
  /** Year the headers state; null when they state none. */
  year: number | null;
  /** Columns left out although they would fit, each with the header that was taken instead. */
  passedOver: readonly { claim: ColumnClaim; taken: ColumnClaim }[];
  /** A column that holds the figures of a part of the year only; null when none is taken. */
  partOfYear: ColumnClaim | null;
}
