import { areMeasures } from "../cell/measure.js";
import { settlePlans } from "../header/plan-header.js";
import type { ClaimContext, ColumnClaim, SettledClaims } from "../table/format.js";
import { headerKey, isTimeOnly, readHeader } from "../table/header-key.js";
import { namesUnit } from "../table/sheet-unit.js";

/** Settles what the words of a results header leave open: Đơn vị, Chỉ tiêu, years, several columns of one sort. */
export function settleResultClaims(claims: readonly ColumnClaim[], context: ClaimContext): SettledClaims {
  const known = settleIndicatorOrPlan(settleUnitOrMeasure(settleUnitOrIndicator(claims, context), context), context);
  const named = [...known, ...findRevenue(known, context)];
  const { claims: dated, year } = settleYears([...named, ...findBareTimes(named, context)], context);
  const rated = chooseOne(dated, "evaluation", ({ header }) => !isGrade(header), true);
  const isOfYear = dated.some((claim) => isField(claim, "actual") && saysWholeYear(claim)) ? isNoPart : isWholeYear;
  const whole = chooseOne(rated.claims, "actual", isOfYear);
  const result = whole.claims.find((claim) => isField(claim, "actual"));
  const before = chooseOne(whole.claims, "previous", ({ period }) => period === (result?.period ?? null));
  const yearly = chooseOne(before.claims, "planned", isWholeYear);
  const planned = settlePlans(yearly.claims, (claim) => isField(claim, "planned") && claim.period === null);
  const plan = planned.claims.find((claim) => isField(claim, "planned"));
  const percent = chooseOne(planned.claims, "attainmentPercent", (claim) => sharesGiver(claim, plan), true);
  const [actual, ...others] = percent.claims.filter((claim) => isField(claim, "actual"));
  const isPart =
    actual !== undefined && others.length === 0 && actual.period !== null && actual.period !== plan?.period;
  return {
    claims: percent.claims,
    year,
    passedOver: [rated, whole, before, yearly, planned, percent].flatMap(({ passedOver }) => passedOver),
    partOfYear: isPart ? actual : null,
  };
}

function isField(claim: ColumnClaim, field: string): boolean {
  return claim.fields[0] === field;
}

/** "Chỉ tiêu/Đơn vị" holds units under their indicators where most of its texts name units, else indicators under units. */
function settleUnitOrIndicator(claims: readonly ColumnClaim[], context: ClaimContext): ColumnClaim[] {
  return claims.map((claim) => {
    if (!claim.fields.includes("unit") || !claim.fields.includes("indicator")) return claim;
    const texts = context.sampleColumn(claim.index);
    const units = texts.filter(namesUnit).length;
    return { ...claim, fields: [units * 2 > texts.length ? "unit" : "indicator"] };
  });
}

/**
 * "Đơn vị" is the reporting unit beside an ĐVT column, the measure beside a "Huyện" or "Tên đơn vị" column; with
 * neither, its values tell (ha, %, tỷ đồng are no units).
 */
function settleUnitOrMeasure(claims: readonly ColumnClaim[], context: ClaimContext): ColumnClaim[] {
  const hasUnit = claims.some((claim) => isField(claim, "unit") && claim.fields.length === 1);
  const hasMeasure = claims.some((claim) => isField(claim, "measure"));
  return claims.map((claim) => {
    if (!claim.fields.includes("measure") || claim.fields.length === 1) return claim;
    const isMeasure = hasMeasure ? false : hasUnit || areMeasures(context.sampleColumn(claim.index));
    return { ...claim, fields: [isMeasure ? "measure" : "unit"] };
  });
}

/** Beside "Nội dung", a column "Chỉ tiêu" or "Chỉ tiêu năm 2020" that holds figures is the plan. */
function settleIndicatorOrPlan(claims: readonly ColumnClaim[], context: ClaimContext): ColumnClaim[] {
  const named = claims.filter((claim) => isField(claim, "indicator"));
  const hasPlan = claims.some((claim) => isField(claim, "planned"));
  const target = named.find(
    ({ index, header }) => TARGET.test(headerKey(header)) && areFigures(context.sampleColumn(index)),
  );
  return claims.map((claim) => {
    if (!isField(claim, "indicator")) return claim;
    return { ...claim, fields: [claim === target && named.length > 1 && !hasPlan ? "planned" : "indicator"] };
  });
}

/** "Dự toán năm | Thu NSNN": beside indicators and their plan, the revenue is the result and no indicator of its own. */
function findRevenue(claims: readonly ColumnClaim[], { unclaimed }: ClaimContext): ColumnClaim[] {
  const has = (field: string) => claims.some((claim) => isField(claim, field));
  if (!has("indicator") || !has("planned") || has("actual")) return [];
  const revenue = unclaimed.find(({ header }) => /^(số )?thu (nsnn|ngân sách( nhà nước)?)$/.test(headerKey(header)));
  return revenue === undefined ? [] : [{ ...revenue, fields: ["actual"], year: null, period: null }];
}

/** "Năm 2025", "2025", "Quý I", "Cả năm" beside a plan or a result: what was done in that time. */
function findBareTimes(claims: readonly ColumnClaim[], { unclaimed }: ClaimContext): ColumnClaim[] {
  if (!claims.some((claim) => isField(claim, "planned") || isField(claim, "actual"))) return [];
  return unclaimed.flatMap(({ index, header }): ColumnClaim[] => {
    const { year, period } = readHeader(header);
    return isTimeOnly(header) ? [{ index, header, fields: ["actual"], year, period }] : [];
  });
}

const TARGET = /^chỉ tiêu( năm)?( (19|20)\d{2})?$/;

function areFigures(texts: readonly string[]): boolean {
  return texts.filter((text) => /^[<>≥≤~]?\s*\d/.test(text)).length * 2 > texts.length;
}

/**
 * The sheet's year is the one in work where a plan or a result is headed by it, else the one with both plan and result,
 * else the plan's, else what the title says, else the latest result. A result of the year before is "previous"; columns of
 * other years are left unread.
 */
function settleYears(
  claims: readonly ColumnClaim[],
  { titleYears, workYear }: Pick<ClaimContext, "titleYears" | "workYear">,
): { claims: ColumnClaim[]; year: number | null } {
  const yearsOf = (field: string): number[] =>
    claims.filter((claim) => isField(claim, field)).flatMap((claim) => claim.year ?? []);
  const planned = yearsOf("planned");
  const actual = yearsOf("actual");
  const undated = (field: string) => claims.filter((claim) => isField(claim, field) && claim.year === null);
  const hasUndatedPlan = undated("planned").length > 0;
  // "TH 6 tháng" is of the same year as "Ước TH 2026" beside it.
  const hasUndatedActual = undated("actual").some(isNoPart);
  const isOpen = hasUndatedActual || (undated("actual").length > 0 && new Set(actual).size < 2);
  const latest = (years: readonly number[]): number | null => (years.length === 0 ? null : Math.max(...years));
  const title = titleYears.length === 1 ? (titleYears[0] ?? null) : null;
  const inWork = [workYear?.given === true ? workYear.year : null, title, workYear?.year ?? null];
  // A dated column beside an undated one of its sort is of another year.
  const figures = [...(hasUndatedPlan ? [] : planned), ...(hasUndatedActual ? [] : actual)];
  const stated =
    inWork.find((year) => year !== null && figures.includes(year)) ??
    latest(planned.filter((year) => actual.includes(year))) ??
    (hasUndatedPlan ? null : latest(planned)) ??
    (isOpen ? null : (titleIfNear(title, actual) ?? latest(actual)));
  const year = stated ?? inWork.find((one) => one !== null) ?? null;
  const settled = claims.flatMap((claim): ColumnClaim[] => {
    if (claim.year === null) return [claim];
    if (isField(claim, "actual")) {
      if (claim.year === year && !hasUndatedActual) return [claim];
      const isPrevious = year === null ? isOpen : claim.year === year - 1;
      return isPrevious ? [{ ...claim, fields: ["previous"] }] : [];
    }
    if (isField(claim, "planned") && hasUndatedPlan && claim.year !== year) return [];
    if (isField(claim, "previous")) return year === null || claim.year === year - 1 ? [claim] : [];
    return claim.year === year || year === null ? [claim] : [];
  });
  return { claims: settled, year: stated };
}

/** The title's year decides only when a result column is of it or of the year before. */
function titleIfNear(title: number | null, actual: readonly number[]): number | null {
  return title !== null && actual.some((year) => year === title || year === title - 1) ? title : null;
}

/**
 * Of several columns for one field the one that is `wanted` is taken; when none is, the first where `first` says so, else
 * they all stay and are an error.
 */
function chooseOne(
  claims: readonly ColumnClaim[],
  field: string,
  wanted: (claim: ColumnClaim) => boolean,
  first = false,
): Pick<SettledClaims, "claims" | "passedOver"> {
  const rivals = claims.filter((claim) => isField(claim, field));
  const taken = rivals.find(wanted) ?? (first ? rivals[0] : undefined);
  const others = rivals.filter((claim) => claim !== taken && (first || !wanted(claim)));
  if (taken === undefined || others.length === 0) return { claims, passedOver: [] };
  return {
    claims: claims.filter((claim) => !others.includes(claim)),
    passedOver: others.map((claim) => ({ claim, taken })),
  };
}

function isWholeYear({ period }: ColumnClaim): boolean {
  return period === null;
}

/** "Ước TH cả năm", "TH 2026": beside it "Lũy kế" is a sum up to some day. */
function saysWholeYear({ header, year, period }: ColumnClaim): boolean {
  return period === null && (year !== null || /(?<!\p{L})(ước|ưth|uth|năm)(?!\p{L})|31\/12/u.test(headerKey(header)));
}

/** Neither of a part of the year nor, as far as its header tells, a sum up to some day. */
function isNoPart(claim: ColumnClaim): boolean {
  return isWholeYear(claim) && (saysWholeYear(claim) || !/(?<!\p{L})lũy kế(?!\p{L})/u.test(headerKey(claim.header)));
}

/** "Xếp loại": a grade, which stands back where another column tells whether the plan was kept. */
function isGrade(header: string): boolean {
  return headerKey(header).startsWith("xếp loại");
}

/** "So tỉnh giao" is the percentage of the plan "Tỉnh giao". */
function sharesGiver({ header }: ColumnClaim, plan: ColumnClaim | undefined): boolean {
  const giver = GIVER.exec(headerKey(plan?.header ?? ""))?.[0];
  return giver !== undefined && headerKey(header).includes(giver);
}

const GIVER = /(trung ương|tw|tỉnh|thành phố|huyện|thị xã|hđnd|xã|phường)(?= giao)/u;
