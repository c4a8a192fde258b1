import { nameKey } from "../../domain/name.js";
import type { ScoreRecord } from "../../domain/rubric.js";
import { readScore, reportDoubleScores } from "../formats/cham-diem.js";
import { ROUND_FIELDS } from "../header/wide-scores.js";
import { classifyRows } from "../table/classify-rows.js";
import { checkWidth } from "../table/read-records.js";
import { Row } from "../table/row.js";
import { cellText, reportProblem, skipRow } from "../table/table.js";
import { findFilledGroups, type WideTables } from "./read-wide.js";

/** The scores of all groups, row by row; a blank group of a row gives none. */
export function readWideScores({ whole, groups }: WideTables): ScoreRecord[] {
  if (!groups.some(({ table }) => [...table.columns.keys()].some((field) => ROUND_FIELDS.has(field)))) {
    reportProblem(whole, {
      row: whole.headerIndex + 1,
      column: null,
      value: null,
      code: "unclear-round",
      severity: "error",
      message: "Bảng điểm không nói là điểm tự chấm, chấm chéo hay thẩm định.",
      hint: "Ghi vào tên bảng ở trên tiêu đề (ví dụ “BẢNG ĐIỂM THẨM ĐỊNH NĂM 2020”), hoặc dưới tên mỗi cột.",
    });
    return [];
  }
  const records: ScoreRecord[] = [];
  const rows = classifyRows(whole);
  const filledBy = findFilledGroups(groups, rows);
  for (const { index, cells, kind } of rows) {
    if (kind !== "data") continue;
    if (MAXIMUM.test(nameKey(cellText(whole, cells, "unit")))) {
      skipRow(whole, cells, index, "header");
      continue;
    }
    if (RANK.test(nameKey(cellText(whole, cells, "criterion")))) {
      skipRow(whole, cells, index, "total");
      continue;
    }
    const entire = new Row(whole, cells, index + 1);
    checkWidth(whole, entire);
    for (const group of entire.failed ? [] : (filledBy.get(cells) ?? [])) {
      const row = new Row(group.table, cells, index + 1);
      const record = readScore(row);
      if (record !== null && !row.failed) records.push(record);
    }
  }
  reportDoubleScores(whole, records);
  return records;
}

/** The line under the names of criteria that says how many points each has. */
const MAXIMUM = /^(điểm (tối đa|chuẩn|quy định)|thang điểm)$/;

/** The line under all criteria that says how the units stand. */
const RANK = /^(xếp (hạng|thứ|loại|thứ hạng)|thứ hạng|hạng)$/;
