import { measureKey } from "../domain/measure.js";
import { cleanText } from "../domain/name.js";
import { levelOfField } from "../domain/plan-level.js";
import { type Column, type ColumnClaim, specOf } from "./columns.js";
import { meantFor } from "./find-header.js";
import type { ClaimContext, FormatSpec } from "./format.js";
import { columnLetter, isOrdinalHeader, readHeader } from "./header-key.js";
import { measureInName } from "./measure.js";
import { readNumber } from "./number.js";
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
  /** What the headers of the figures say they are measured in ("KH (tr.đ)"); null when they say nothing. */
  measure: string | null;
  problems: HeaderProblem[];
}

/** Which column is read for which field; doubles, missing and passed-over columns become problems. */
export function settleColumns(
  cells: readonly string[],
  claims: readonly ColumnClaim[],
  format: FormatSpec,
  sheet: Omit<ClaimContext, "unclaimed">,
): ColumnMap {
  const problems: HeaderProblem[] = [];
  const claimed = new Set(claims.map(({ index }) => index));
  const unclaimed = cells.flatMap((cell, index) =>
    claimed.has(index) || cleanText(cell) === "" ? [] : [{ index, header: cleanText(cell) }],
  );
  const context: ClaimContext = { ...sheet, unclaimed };
  const settled = format.settleClaims?.(claims, context) ?? { claims, year: null, passedOver: [], partOfYear: null };
  for (const { claim, taken } of settled.passedOver)
    if (claim.header !== taken.header) problems.push(describePassedOver(claim, taken, format));
  if (settled.partOfYear !== null) problems.push(describePartOfYear(settled.partOfYear));
  const columns = new Map<string, Column>();
  const doubles: { first: Column; second: ColumnClaim; wanted: string }[] = [];
  const standIns: { field: string; column: Column }[] = [];
  for (const claim of settled.claims) {
    const [field = ""] = claim.fields;
    const isOtherPlan = levelOfField(field) !== null;
    const spec = specOf(format, isOtherPlan ? "planned" : field);
    if (spec === undefined) continue;
    const level = claim.level === undefined ? {} : { level: claim.level };
    const column: Column = { index: claim.index, header: claim.header, kind: spec.kind, ...level };
    if (isOtherPlan) {
      columns.set(field, column);
      continue;
    }
    if (spec.standsFor !== undefined) standIns.push({ field: spec.standsFor, column });
    if (spec.ignored === true) continue;
    const earlier = columns.get(spec.field);
    if (earlier !== undefined) doubles.push({ first: earlier, second: claim, wanted: spec.header });
    else columns.set(spec.field, column);
  }
  problems.push(...describeOtherPlans(columns));
  const isBeside = doubles.length > 1 && doubles.every(({ first, second }) => first.header === second.header);
  if (isBeside) problems.push(describeBeside(doubles[0]?.second.index ?? 0));
  else for (const { first, second, wanted } of doubles) problems.push(describeDouble(first.header, second, wanted));
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
  const measures = listMeasures(columns);
  if (measures.length > 1) problems.push(describeMeasures(measures));
  const ofOtherYear = (header: string) =>
    settled.year !== null && (readHeader(header).year ?? settled.year) !== settled.year;
  const unclear = unknown.filter((header) => !ofOtherYear(header));
  problems.push(...describeUnread(cells, unclear, columns, format, context));
  const missing = format.columns.filter((spec) => spec.required && !columns.has(spec.field));
  for (const spec of missing) problems.push(describeMissing(spec.header, format, unknown));
  return {
    columns,
    missing: missing.map((spec) => spec.field),
    unknown,
    ordinals,
    year: settled.year,
    measure: measures[0]?.measure ?? null,
    problems,
  };
}

/** The different measures in the headers of figures, each with its first header. */
function listMeasures(columns: ReadonlyMap<string, Column>): { header: string; measure: string }[] {
  const found = new Map<string, { header: string; measure: string }>();
  for (const { header, kind } of columns.values()) {
    const measure = kind === "measurement" ? measureInName(header) : null;
    // "Kế hoạch (năm)" is of a year, not in years.
    if (measure === null || /^(năm|quý|tháng|ngày)$/i.test(measure)) continue;
    if (!found.has(measureKey(measure))) found.set(measureKey(measure), { header, measure });
  }
  return [...found.values()];
}

function describeMeasures([first, second]: readonly { header: string; measure: string }[]): HeaderProblem {
  return {
    column: second?.header ?? null,
    value: null,
    code: "measure-mismatch",
    severity: "error",
    message: `Cột “${first?.header}” và cột “${second?.header}” ghi hai đơn vị tính khác nhau.`,
    hint: "Đổi số liệu của các cột về cùng một đơn vị tính rồi nạp lại.",
  };
}

function describeDouble(first: string, second: ColumnClaim, wanted: string): HeaderProblem {
  return {
    column: second.header,
    index: second.index,
    value: null,
    code: "duplicate-column",
    severity: "error",
    message: `Hai cột “${first}” và “${second.header}” cùng được hiểu là “${wanted}”.`,
    hint:
      second.period === null
        ? "Giữ một cột, đổi tên hoặc xóa cột còn lại."
        : `Thêm một cột số cả năm (${wanted} năm), hoặc chỉ giữ một cột.`,
  };
}

/** Two tables side by side: the headers begin again. */
function describeBeside(index: number): HeaderProblem {
  return {
    column: columnLetter(index),
    value: null,
    code: "duplicate-column",
    severity: "error",
    message: `Hai bảng đặt cạnh nhau: từ cột ${columnLetter(index)} các tiêu đề lặp lại.`,
    hint: "Chuyển bảng bên phải xuống dưới bảng bên trái, hoặc sang một tệp, một trang tính khác.",
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

function describePassedOver(claim: ColumnClaim, taken: ColumnClaim, format: FormatSpec): HeaderProblem {
  const what = `“${specOf(format, taken.fields[0] ?? "")?.header ?? ""}”`;
  return {
    column: claim.header,
    index: claim.index,
    value: null,
    code: "other-column",
    severity: "warning",
    message: `Có nhiều cột ${what}: đã lấy cột “${taken.header}”, không đọc cột “${claim.header}”.`,
    hint: `Nếu muốn lấy cột “${claim.header}”, hãy xóa hoặc đổi tên cột “${taken.header}”.`,
  };
}

/** Several plan columns: which one counts, and how another is chosen. */
function describeOtherPlans(columns: ReadonlyMap<string, Column>): HeaderProblem[] {
  const others = [...columns].flatMap(([field, column]) => {
    const level = levelOfField(field);
    return level === null ? [] : [{ level, ...column }];
  });
  const [first] = others;
  if (first === undefined) return [];
  const names = others.map(({ header }) => `“${header}”`).join(", ");
  return [
    {
      column: first.header,
      index: first.index,
      value: null,
      code: "other-plan-column",
      severity: "warning",
      message: `Có nhiều cột kế hoạch: tỷ lệ và điểm tính theo cột “${columns.get("planned")?.header}”; cột ${names} cũng được lưu.`,
      hint: `Muốn tính theo cột khác thì thêm --plan "${first.level}" khi xem, hoặc đặt mặc định: thidua config plan.level "${first.level}".`,
    },
  ];
}

function describePartOfYear({ header, period }: ColumnClaim): HeaderProblem {
  return {
    column: header,
    value: null,
    code: "part-of-year",
    severity: "warning",
    message: `Cột “${header}” là số của một phần năm (${period}), được nạp làm số thực hiện và so với kế hoạch cả năm.`,
    hint: "Khi có số cả năm thì nạp lại; đến lúc đó tỷ lệ và xếp hạng chưa phải kết quả cuối cùng.",
  };
}

/** Without a plan or a result, a column of figures that nobody knows is likely the one. */
function describeUnread(
  cells: readonly string[],
  unknown: readonly string[],
  columns: ReadonlyMap<string, Column>,
  format: FormatSpec,
  { sampleColumn }: ClaimContext,
): HeaderProblem[] {
  const figures = format.recognisedBy.flat().filter((field) => specOf(format, field)?.kind === "measurement");
  const lacking = figures.filter((field) => !columns.has(field));
  if (lacking.length === 0 || unknown.length === 0) return [];
  const unread = cells.flatMap((cell, index) => {
    const header = cleanText(cell);
    if (!unknown.includes(header)) return [];
    return sampleColumn(index).some((text) => readNumber(text, "undecided") !== null) ? [header] : [];
  });
  if (unread.length === 0) return [];
  const wanted = lacking.map((field) => `“${specOf(format, field)?.header ?? ""}”`).join(", ");
  const names = unread.map((header) => `“${header}”`).join(", ");
  return [
    {
      column: unread[0] ?? null,
      value: null,
      code: "unread-figures",
      severity: "warning",
      message: `Bảng không có cột ${wanted}, trong khi có số liệu ở cột không rõ nghĩa nên không được đọc: ${names}.`,
      hint: `Nếu đó là cột ${wanted}, hãy đổi tên cột như vậy (hoặc dùng --map) rồi nạp lại.`,
    },
  ];
}
