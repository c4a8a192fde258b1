import { measureKey } from "../../domain/measure.js";
import { cleanText } from "../../domain/name.js";
import { levelOfField } from "../../domain/plan-level.js";
import { measureInName } from "../cell/measure.js";
import { isLeftOut, specOf } from "../table/columns.js";
import type { ClaimContext, Column, ColumnClaim, FormatSpec } from "../table/format.js";
import { isOrdinalHeader, readHeader } from "../table/header-key.js";
import {
  type Double,
  describeBeside,
  describeDoubles,
  describeMeasures,
  describeMissing,
  describeOtherPlans,
  describePartOfYear,
  describePassedOver,
  describeUnread,
  type HeaderProblem,
} from "./column-trouble.js";

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
    claimed.has(index) || cleanText(cell) === "" || isLeftOut(cell, format) ? [] : [{ index, header: cleanText(cell) }],
  );
  const context: ClaimContext = { ...sheet, unclaimed };
  const settled = format.settleClaims?.(claims, context) ?? { claims, year: null, passedOver: [], partOfYear: null };
  problems.push(...describePassedOver(settled.passedOver, format));
  if (settled.partOfYear !== null) problems.push(describePartOfYear(settled.partOfYear));
  const columns = new Map<string, Column>();
  const doubles: Double[] = [];
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
  else problems.push(...describeDoubles(doubles));
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
  const unclear = unknown.filter((header) => !ofOtherYear(header) && !isLeftOut(header, format));
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
