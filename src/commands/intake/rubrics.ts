import { basename } from "node:path";
import { buildRubric, RUBRIC_COLUMNS } from "../../domain/build-rubric.js";
import { cleanText, nameKey, nearestName } from "../../domain/name.js";
import type { Problem } from "../../domain/problem.js";
import type { CriterionRecord } from "../../domain/rubric.js";
import { type Stored, startStored } from "../../store/import.js";
import { listIndicators } from "../../store/indicator.js";
import type { Db } from "../../store/open.js";
import { storeRubric } from "../../store/rubric.js";
import { ensureCluster } from "../../store/unit.js";
import { type IncomingSheet, problemAt } from "./sheet.js";

/** Stores a `thang-diem` sheet after checking its tree, its rules and the indicators it names. */
export function takeRubric(
  db: Db,
  sheet: IncomingSheet,
  records: readonly CriterionRecord[],
  importId: number,
  problems: Problem[],
): Stored {
  const { problems: found } = buildRubric(records, sheet.reading.file);
  problems.push(...found.map((problem) => placeInSheet(sheet, problem)), ...checkIndicators(db, sheet, records));
  // An empty form is no rubric.
  if (records.length === 0) return startStored();
  const clusterId = sheet.cluster === null ? null : ensureCluster(db, sheet.cluster, importId);
  const rubric = { name: rubricName(sheet), clusterId, criteria: records };
  return storeRubric(db, rubric, { year: sheet.year, importId });
}

/** A problem of the rubric at its cell, its column named as the sheet writes it. */
function placeInSheet(sheet: IncomingSheet, { row, column, value, ...problem }: Problem): Problem {
  const [field = null] = Object.entries(RUBRIC_COLUMNS).find(([, header]) => header === column) ?? [];
  const { code, severity, message, hint } = problem;
  const placed = problemAt(sheet, row, field, value, { code, severity, message, hint });
  return { ...placed, column: placed.column ?? column };
}

/** The line of the title block that calls itself a rubric, else what its sheet or its file (without ending) is called. */
function rubricName({ reading }: IncomingSheet): string {
  const line = reading.title.find((text) => /^(thang|bảng|khung) (điểm|chấm|tiêu chí)/.test(nameKey(text)));
  const { sheet } = reading;
  const named = sheet === null || UNNAMED_SHEET.test(nameKey(sheet)) ? null : sheet;
  return cleanText(line ?? named ?? basename(reading.file).replace(/\.[^.]+$/, ""));
}

/** What Excel and LibreOffice call a sheet nobody named: Sheet1, Trang tính1, Trang_tính1. */
const UNNAMED_SHEET = /^(sheet|table|trang|trang[ _]?tính|bảng)[ _]?\d*$/;

/** Once indicators are known, a rubric may only name those. */
function checkIndicators(db: Db, sheet: IncomingSheet, records: readonly CriterionRecord[]): Problem[] {
  const indicators = listIndicators(db);
  if (indicators.length === 0) return [];
  const keys = new Set(
    indicators.flatMap(({ name, code, aliases = [] }) =>
      [name, ...(code === null ? [] : [code]), ...aliases].map(nameKey),
    ),
  );
  return records.flatMap((record) => {
    if (record.indicator === null || keys.has(nameKey(record.indicator))) return [];
    const near = nearestName(
      record.indicator,
      indicators.map(({ name }) => name),
    );
    const add = "nạp bảng chi-tieu có chỉ tiêu này trước";
    const hint = near === null ? `Sửa lại tên, hoặc ${add}.` : `Có phải là "${near}"? Sửa lại tên, hoặc ${add}.`;
    const problem = { code: "unknown-indicator", message: "Không có chỉ tiêu này.", hint };
    return [problemAt(sheet, record.row, "indicator", record.indicator, problem)];
  });
}
