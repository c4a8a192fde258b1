import { basename } from "node:path";
import { buildRubric } from "../../domain/build-rubric.js";
import { cleanText, nameKey, nearestName } from "../../domain/name.js";
import { exact, formatDecimal, formatNumber } from "../../domain/number.js";
import type { Problem } from "../../domain/problem.js";
import type { CriterionRecord } from "../../domain/rubric.js";
import { RUBRIC_COLUMNS, type Rubric } from "../../domain/rubric-tree.js";
import type { SheetContent, StatedTotal } from "../../readers/table/reading.js";
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
  { records, totals }: Extract<SheetContent, { format: "thang-diem" }>,
  importId: number,
  problems: Problem[],
): Stored {
  const { rubric: tree, problems: found } = buildRubric(records, sheet.reading.file, sheet.findAward);
  const atSheet = found.map((problem) => placeInSheet(sheet, problem));
  problems.push(...atSheet, ...checkTotals(sheet, tree, totals), ...checkIndicators(db, sheet, records, tree));
  // An empty form is no rubric.
  if (records.length === 0) return startStored();
  const clusterId = sheet.cluster === null ? null : ensureCluster(db, sheet.cluster, importId);
  const rubric = { name: rubricName(sheet), clusterId, criteria: records, decimals: tree.decimals };
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

/** A total row that states another sum than the roots make. */
function checkTotals(sheet: IncomingSheet, { maxScore }: Rubric, totals: readonly StatedTotal[]): Problem[] {
  return totals.flatMap(({ row, max }) => {
    if (exact(max).equals(maxScore)) return [];
    const message = `Dòng tổng ghi ${formatDecimal(max)}, các mục cộng lại là ${formatNumber(maxScore)}.`;
    const hint = "Xem lại điểm tối đa của các mục; chương trình lấy tổng các mục.";
    return [problemAt(sheet, row, "max", max, { code: "total-differs", message, hint, severity: "warning" })];
  });
}

/** Once indicators are known, a rubric may only name those, in its column and in its parameters. */
function checkIndicators(
  db: Db,
  sheet: IncomingSheet,
  records: readonly CriterionRecord[],
  { criteria }: Rubric,
): Problem[] {
  const indicators = listIndicators(db);
  if (indicators.length === 0) return [];
  const keys = new Set(
    indicators.flatMap(({ name, code, aliases = [] }) =>
      [name, ...(code === null ? [] : [code]), ...aliases].map(nameKey),
    ),
  );
  const check = (row: number, column: string, name: string): Problem[] => {
    if (keys.has(nameKey(name))) return [];
    const near = nearestName(
      name,
      indicators.map((indicator) => indicator.name),
    );
    const add = "nạp bảng chi-tieu có chỉ tiêu này trước";
    const hint = near === null ? `Sửa lại tên, hoặc ${add}.` : `Có phải là "${near}"? Sửa lại tên, hoặc ${add}.`;
    const message = column === "indicator" ? "Không có chỉ tiêu này." : `Không có chỉ tiêu "${name}".`;
    return [problemAt(sheet, row, column, name, { code: "unknown-indicator", message, hint })];
  };
  return [
    ...records.flatMap(({ row, indicator }) => (indicator === null ? [] : check(row, "indicator", indicator))),
    ...criteria.flatMap(({ row, leaf }) =>
      (leaf?.rule.indicators ?? []).flatMap((name) => check(row, "parameters", name)),
    ),
  ];
}
