import type { ReportSectionId } from "./report-section.js";
import type { Source } from "./source.js";

/** One row of a `noi-dung` sheet: a paragraph an officer wrote for a section of the report. */
export interface ReportTextRecord {
  /** Row as Excel shows it. */
  row: number;
  /** Đơn vị as typed; it may name a cluster. null = the cluster the sheet is for. */
  unit: string | null;
  section: ReportSectionId;
  /** As typed, its line breaks and bullets kept. */
  content: string;
}

/** A paragraph of a section, of one unit, of one cluster, or (both null) of any report of the year. */
export interface ReportText {
  unit: string | null;
  cluster: string | null;
  section: ReportSectionId;
  content: string;
  source: Source;
}
