import type { Problem } from "../../domain/problem.js";
import type { NumberStyle } from "../cell/number.js";
import type { HeaderKey } from "./header-key.js";
import type { FormatId, SheetContent, SkippedRow } from "./reading.js";

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

/** A column of the sheet, settled. */
export interface Column {
  index: number;
  header: string;
  kind: CellKind;
  /** Of a plan, the level that gave it, as the header names it. */
  level?: string;
}

/** A header that could be one of a format's columns; several fields when the word alone does not decide ("Đơn vị"). */
export interface ColumnClaim {
  /** 0-based place in the row. */
  index: number;
  /** As written, cleaned. */
  header: string;
  fields: readonly string[];
  year: number | null;
  /** The part of a year it is of; null for the whole year. */
  period: string | null;
  /** Of a plan, the level that gave it, as the header names it. */
  level?: string;
}

/** A sheet whose header was found: cells, columns, and where problems and skipped rows are gathered. */
export interface Table {
  file: string;
  format: FormatSpec;
  /** All rows of the sheet, the header among them; row n as Excel counts is `rows[n - 1]`. */
  rows: readonly string[][];
  headerIndex: number;
  /** The rows of the header as written; it may come again on each printed page. */
  headerRows: readonly (readonly string[])[];
  /** Record field → column. */
  columns: ReadonlyMap<string, Column>;
  /** Record field → text that holds for every row: the unit of the whole sheet, the indicator of a group of columns. */
  fixed: ReadonlyMap<string, string>;
  /** Units that head their own rows, by `unitKey`; none in most sheets. */
  unitHeadings: ReadonlyMap<string, string>;
  /** Indicators that head the rows of their units, by the 0-based row; none in most sheets. */
  indicatorHeadings: ReadonlyMap<number, IndicatorHeading>;
  /** Columns of running numbers (STT). */
  ordinals: readonly number[];
  /** How the numbers of the file are written. */
  style: NumberStyle;
  /** null until the title, a header or the records state one. */
  year: number | null;
  skipped: SkippedRow[];
  problems: Problem[];
  /** Cleaned text of a cell; "" when the row is shorter. */
  clean(raw: string): string;
  /** Cells in which nothing was wrong, and what was read of them as the name of something or as another short text. */
  sound: SoundCells;
  /** Whether a text is a header of some format, or STT. */
  isHeaderWord(text: string): boolean;
  /** Joined cells of a workbook; none in a CSV, which cannot say them. */
  merges: readonly MergedRange[];
  /** Rows (0-based) with a cell joined over at least half the columns. */
  mergedAcross: ReadonlySet<number>;
}

/** An indicator that stands above the rows of its units ("I | Trồng rừng | ha | 430 | 448"). */
export interface IndicatorHeading {
  name: string;
  /** ĐVT of the rows below; null when the heading says none. */
  measure: string | null;
}

export interface SoundCells {
  names: Map<string, string>;
  labels: Map<string, string>;
}

/** Cells joined into one; 0-based, ends included. */
export interface MergedRange {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}
