import { cleanText } from "../domain/name.js";
import { type Column, type ColumnClaim, specOf } from "./columns.js";
import { meantFor } from "./find-header.js";
import type { ClaimContext, FormatSpec } from "./format.js";
import { isOrdinalHeader } from "./header-key.js";
import type { TableProblem } from "./table.js";

/** A problem of the header row; the caller adds file, sheet and row. */
export type HeaderProblem = Omit<TableProblem, "row">;

export interface ColumnMap {
  columns: Map<string, Column>;
  /** Required fields without a column. */
  missing: string[];
  /** Headers nobody reads, as written. */
  unknown: string[];
  /** Columns of running numbers. */
  ordinals: number[];
  year: number | null;
  problems: HeaderProblem[];
}

/** Which column is read for which field; doubles, missing and passed-over columns become problems. */
export function settleColumns(
  cells: readonly string[],
  claims: readonly ColumnClaim[],
  format: FormatSpec,
  context: ClaimContext,
): ColumnMap {
  const problems: HeaderProblem[] = [];
  const settled = format.settleClaims?.(claims, context) ?? { claims, year: null, passedOver: [] };
  for (const { claim, taken } of settled.passedOver) problems.push(describePassedOver(claim, taken));
  const columns = new Map<string, Column>();
  const standIns: { field: string; column: Column }[] = [];
  for (const claim of settled.claims) {
    const spec = specOf(format, claim.fields[0] ?? "");
    if (spec === undefined) continue;
    const column = { index: claim.index, header: claim.header, kind: spec.kind };
    if (spec.standsFor !== undefined) standIns.push({ field: spec.standsFor, column });
    if (spec.ignored === true) continue;
    const earlier = columns.get(spec.field);
    if (earlier !== undefined) problems.push(describeDouble(earlier.header, claim, spec.header));
    else columns.set(spec.field, column);
  }
  for (const { field, column } of standIns) {
    if (!columns.has(field)) columns.set(field, { ...column, kind: specOf(format, field)?.kind ?? column.kind });
  }
  const used = new Set([...columns.values()].map((column) => column.index));
  const unknown: string[] = [];
  const ordinals: number[] = [];
  cells.forEach((cell, index) => {
    if (used.has(index)) return;
    if (isOrdinalHeader(cell)) ordinals.push(index);
    else if (cleanText(cell) !== "") unknown.push(cleanText(cell));
  });
  const missing = format.columns.filter((spec) => spec.required && !columns.has(spec.field));
  for (const spec of missing) problems.push(describeMissing(spec.header, format, unknown));
  return { columns, missing: missing.map((spec) => spec.field), unknown, ordinals, year: settled.year, problems };
}

function describeDouble(first: string, second: ColumnClaim, wanted: string): HeaderProblem {
  return {
    column: second.header,
    index: second.index,
    value: null,
    code: "duplicate-column",
    severity: "error",
    message: `Hai cột “${first}” và “${second.header}” cùng được hiểu là “${wanted}”.`,
    hint: "Giữ một cột, đổi tên hoặc xóa cột còn lại.",
  };
}

function describeMissing(header: string, format: FormatSpec, unknown: readonly string[]): HeaderProblem {
  const meant = meantFor(header, unknown);
  return {
    column: header,
    value: null,
    code: "missing-column",
    severity: "error",
    message: `Bảng ${format.title} thiếu cột “${header}”.`,
    hint:
      meant === null
        ? `Thêm cột “${header}” và ghi vào từng dòng.`
        : `Nếu cột “${meant}” chính là cột đó, hãy sửa tên cột.`,
  };
}

function describePassedOver(claim: ColumnClaim, taken: ColumnClaim): HeaderProblem {
  return {
    column: claim.header,
    index: claim.index,
    value: null,
    code: "other-plan-column",
    severity: "warning",
    message: `Có nhiều cột kế hoạch: đã lấy cột “${taken.header}”, không đọc cột “${claim.header}”.`,
    hint: `Nếu muốn lấy cột “${claim.header}”, hãy xóa hoặc đổi tên cột “${taken.header}”.`,
  };
}
