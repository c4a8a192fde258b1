import type { AwardRecord } from "../../domain/award.js";
import type { BlankRecord } from "../../domain/blank.js";
import type { DirectionGuesses } from "../../domain/direction-guess.js";
import type { IndicatorRecord, ResultRecord } from "../../domain/indicator.js";
import type { LawRecord } from "../../domain/law/law-record.js";
import type { MovementRecord } from "../../domain/movement.js";
import type { Problem } from "../../domain/problem.js";
import type { ReportTextRecord } from "../../domain/report-text.js";
import type { CriterionRecord, ScoreRecord } from "../../domain/rubric.js";
import type { UnitRecord } from "../../domain/unit.js";

export type FormatId =
  | "ket-qua"
  | "don-vi"
  | "chi-tieu"
  | "thang-diem"
  | "cham-diem"
  | "khen-thuong"
  | "phong-trao"
  | "noi-dung"
  | "phap-ly"
  | "phoi";

/** Why a row is not data. `separator` is Excel's `sep=` line; `title` stands above the header. */
export type SkipReason =
  | "separator"
  | "title"
  | "blank"
  | "header"
  | "column-numbers"
  | "group"
  | "total"
  | "footer"
  | "note";

/**
 * How a `ket-qua` sheet lies: one row per unit × indicator, one unit a sheet, or a group of columns per unit or indicator. The
 * last two also of `cham-diem`, by unit or criterion.
 */
export type Layout = "long" | "unit" | "units-in-columns" | "units-in-rows";

export interface SkippedRow {
  /** Row as Excel shows it. */
  row: number;
  reason: SkipReason;
  /** What stood there, its cells joined by " | ". */
  text: string;
}

/** A total that a rubric states and that says nothing else. */
export interface StatedTotal {
  row: number;
  /** Plain decimal. */
  max: string;
}

/** The records of a sheet, by its format. A row with a cell that could not be read is not among them. */
export type SheetContent =
  | ResultContent
  | { format: "don-vi"; records: UnitRecord[] }
  | { format: "chi-tieu"; records: IndicatorRecord[] }
  | { format: "thang-diem"; records: CriterionRecord[]; totals: StatedTotal[] }
  | { format: "cham-diem"; records: ScoreRecord[] }
  | { format: "khen-thuong"; records: AwardRecord[] }
  | { format: "phong-trao"; records: MovementRecord[] }
  | { format: "noi-dung"; records: ReportTextRecord[] }
  | { format: "phap-ly"; records: LawRecord[] }
  | { format: "phoi"; records: BlankRecord[] };

/** Records in memory, or read from the file anew at each walk over a large one. */
export interface Records<R> extends Iterable<R> {
  readonly length: number;
  /** Of a large file much faster than iterating. */
  forEach(visit: (record: R) => void): void;
}

export interface ResultContent {
  format: "ket-qua";
  records: Records<ResultRecord>;
  /** Which way the indicators are better, as the records suggest. */
  directions: DirectionGuesses;
}

/** The one unit a whole sheet is of, and where its name stood. */
export interface SheetUnit {
  name: string;
  from: "option" | "title" | "sheet" | "file";
}

export interface SheetReading {
  /** As the person gave it. */
  file: string;
  /** null for a CSV, which has no sheets. */
  sheet: string | null;
  /**
   * How its letters were read: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni; windows-1252 for a western file and
   * for UTF-8 that was read as windows-1252 and put right. "xlsx" and "ods" for a workbook. What a refused file looks like, or "unknown".
   */
  encoding: string;
  /** null when the file was refused, has a single column, or is a workbook. */
  delimiter: string | null;
  /** For `ket-qua` when its units were found, and for a wide `cham-diem`. */
  layout: Layout | null;
  /** The one unit of layout `unit` and where its name stood; absent in other layouts. */
  unit?: SheetUnit;
  /** Row as Excel shows it; null when no header was recognised. */
  headerRow: number | null;
  /** Lines above the header that are not blank. */
  title: string[];
  /** A year the sheet itself states (title "năm 2020", header "KH 2019", column Năm); null when none or contradictory. */
  year: number | null;
  /** Record field → the column it was read from. */
  columns: Record<string, { letter: string; header: string }>;
  /** Headers nobody claimed, as written; their columns were not read. STT is known and not listed. */
  unknownColumns: string[];
  skipped: SkippedRow[];
  problems: Problem[];
  /** null when the sheet could not be recognised. */
  content: SheetContent | null;
}

/** A reading with nothing in it yet. */
export function blankReading(file: string, encoding: string): SheetReading {
  return {
    file,
    sheet: null,
    encoding,
    delimiter: null,
    layout: null,
    headerRow: null,
    title: [],
    year: null,
    columns: {},
    unknownColumns: [],
    skipped: [],
    problems: [],
    content: null,
  };
}
