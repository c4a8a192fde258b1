import type { ColumnClaim } from "./columns.js";
import type { ClaimContext, SettledClaims } from "./format.js";
import { headerKey, readHeader } from "./header-key.js";
import { areMeasures } from "./measure.js";

/** Settles what the words of a results header leave open: Đơn vị, years, several plan columns. */
export function settleResultClaims(claims: readonly ColumnClaim[], context: ClaimContext): SettledClaims {
  const named = settleUnitOrMeasure(claims, context);
  const { claims: dated, year } = settleYears(named, context.titleYears);
  const { claims: settled, passedOver } = choosePlan(dated);
  return { claims: settled, year, passedOver };
}

function isField(claim: ColumnClaim, field: string): boolean {
  return claim.fields[0] === field;
}

/**
 * "Đơn vị" is the reporting unit beside an ĐVT column, the measure beside a "Huyện" or "Tên đơn vị" column; with
 * neither, its values tell (ha, %, tỷ đồng are no units).
 */
function settleUnitOrMeasure(claims: readonly ColumnClaim[], context: ClaimContext): ColumnClaim[] {
  const hasUnit = claims.some((claim) => isField(claim, "unit") && claim.fields.length === 1);
  const hasMeasure = claims.some((claim) => isField(claim, "measure"));
  return claims.map((claim) => {
    if (claim.fields.length === 1) return claim;
    const isMeasure = hasMeasure ? false : hasUnit || areMeasures(context.sampleColumn(claim.index));
    return { ...claim, fields: [isMeasure ? "measure" : "unit"] };
  });
}

/**
 * The sheet's year is the one with both plan and result, else the plan's, else what the title says, else the latest
 * result. A result of the year before is "previous"; columns of other years are left unread.
 */
function settleYears(
  claims: readonly ColumnClaim[],
  titleYears: readonly number[],
): { claims: ColumnClaim[]; year: number | null } {
  const yearsOf = (field: string): number[] =>
    claims.filter((claim) => isField(claim, field)).flatMap((claim) => claim.year ?? []);
  const planned = yearsOf("planned");
  const actual = yearsOf("actual");
  const hasUndatedActual = claims.some((claim) => isField(claim, "actual") && claim.year === null);
  const latest = (years: readonly number[]): number | null => (years.length === 0 ? null : Math.max(...years));
  const title = titleYears.length === 1 ? (titleYears[0] ?? null) : null;
  const stated =
    latest(planned.filter((year) => actual.includes(year))) ??
    latest(planned) ??
    (hasUndatedActual ? null : (titleIfNear(title, actual) ?? latest(actual)));
  const year = stated ?? title;
  const settled = claims.flatMap((claim): ColumnClaim[] => {
    if (claim.year === null) return [claim];
    if (isField(claim, "actual")) {
      if (claim.year === year && !hasUndatedActual) return [claim];
      const isPrevious = year === null ? hasUndatedActual : claim.year === year - 1;
      return isPrevious ? [{ ...claim, fields: ["previous"] }] : [];
    }
    if (isField(claim, "previous")) return year === null || claim.year === year - 1 ? [claim] : [];
    return claim.year === year || year === null ? [claim] : [];
  });
  return { claims: settled, year: stated };
}

/** The title's year decides only when a result column is of it or of the year before. */
function titleIfNear(title: number | null, actual: readonly number[]): number | null {
  return title !== null && actual.some((year) => year === title || year === title - 1) ? title : null;
}

/** Of several plan columns the one simply called Kế hoạch (KH) is taken, else the first. */
function choosePlan(claims: readonly ColumnClaim[]): Pick<SettledClaims, "claims" | "passedOver"> {
  const plans = claims.filter((claim) => isField(claim, "planned"));
  const taken = plans.find((claim) => PLAIN_PLAN.has(readHeader(claim.header).key)) ?? plans[0];
  const others = plans.filter((claim) => claim !== taken);
  if (taken === undefined || others.length === 0) return { claims, passedOver: [] };
  return {
    claims: claims.filter((claim) => !others.includes(claim)),
    passedOver: others.map((claim) => ({ claim, taken })),
  };
}

const PLAIN_PLAN = new Set(["Kế hoạch", "KH", "Kế hoạch năm", "KH năm"].map(headerKey));
