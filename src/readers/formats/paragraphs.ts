import { cleanText } from "../../domain/name.js";
import { REPORT_SECTIONS, type ReportSectionId } from "../../domain/report-section.js";
import { findReportSection } from "../../domain/report-section-match.js";
import type { ReportTextRecord } from "../../domain/report-text.js";
import type { Table } from "../table/format.js";
import type { RecordReader } from "../table/read-records.js";
import type { Row } from "../table/row.js";
import { headingText, isHeadingLabel, isOrdinal } from "../table/row-kind.js";
import { namesUnit } from "../table/sheet-unit.js";
import { cellText } from "../table/table.js";

/** Where the rows below go on: `failed` when their section could not be read. */
interface Place {
  unit: string | null;
  section: ReportSectionId | "failed" | null;
}

/**
 * Reads a sheet of sentences. A row without Mục and Đơn vị is one more paragraph of what stands above it; one with a Mục and
 * no Đơn vị is of the unit that heads it, or of the one above where the sheet names each unit once; else of the cluster.
 */
export function createParagraphReader(table: Table): RecordReader<ReportTextRecord> {
  let above: Place = { unit: null, section: null };
  let heading: string | null = null;
  let isWarned = false;
  return {
    ditto: [{ field: "unit", item: "section" }],
    read(row) {
      const typed = row.text("section");
      const named = row.text("unit") ?? row.text("cluster");
      const content = row.prose("content");
      if (typed !== null && named === null && heading === null && above.unit !== null && !isWarned) {
        isWarned = true;
        warnOfBlankUnit(row, above.unit);
      }
      if (typed === null && above.section === "failed") reportFailedSection(row);
      const goesOn = typed === null && named === null;
      above = {
        unit: goesOn ? above.unit : (named ?? heading),
        section: typed === null ? (above.section ?? reportNoSection(row)) : (readSection(row, typed) ?? "failed"),
      };
      const { unit, section } = above;
      if (section === null || section === "failed" || content === null) return null;
      return { row: row.row, unit, section, content };
    },
    atHeading(texts, cells) {
      const text = cleanText(texts.filter((one) => !isOrdinal(one)).join(" "));
      const { section } = findReportSection(text);
      const name = headingText(text);
      const isUnit =
        namesUnit(name) || (section === null && cellText(table, cells, "unit") !== "" && !isHeadingLabel(text));
      if (isUnit) heading = name;
      above = { unit: heading, section: isUnit ? null : section };
    },
  };
}

function readSection(row: Row, text: string): ReportSectionId | null {
  const { section, nearest } = findReportSection(text);
  if (section !== null) return section;
  const meant = nearest === null ? "" : `Có phải là “${nearest}”? `;
  const labels = REPORT_SECTIONS.map(({ label }) => label).join(", ");
  return row.report("section", {
    code: "unknown-section",
    message: "Báo cáo không có mục này.",
    hint: `${meant}Các mục: ${labels}.`,
  });
}

function reportNoSection(row: Row): null {
  return row.report("section", {
    code: "missing-section",
    message: "Không rõ đoạn này thuộc mục nào của báo cáo.",
    hint: "Ghi tên mục vào ô; các đoạn tiếp theo của cùng một mục thì để trống được.",
  });
}

function reportFailedSection(row: Row): void {
  row.report("section", {
    code: "unknown-section",
    message: "Đoạn này thuộc mục ghi ở trên, mà báo cáo không có mục ấy.",
    hint: "Sửa tên mục ở trên, hoặc ghi tên mục của đoạn này vào ô.",
  });
}

function warnOfBlankUnit(row: Row, above: string): void {
  const trouble = {
    code: "blank-unit",
    message: `Ô Đơn vị để trống dưới “${above}” được hiểu là nội dung của cả cụm, khối.`,
    hint: `Nếu vẫn là của “${above}” thì ghi tên vào từng dòng có tên mục rồi nạp lại.`,
  };
  row.report("unit", trouble, "warning");
}
