import { nameKey, unitKey } from "../../domain/name.js";
import { isMeasure, measureInName } from "../cell/measure.js";
import { claimColumns } from "../table/columns.js";
import type { FormatSpec } from "../table/format.js";
import { isOrdinalHeader, isTimeOnly, readHeader } from "../table/header-key.js";
import { isOrdinal } from "../table/row-kind.js";
import type { HeaderProblem } from "./column-trouble.js";
import { isComparisonHeader } from "./result-header.js";
import { measureOfTitle } from "./title.js";

/** Columns that belong together: one unit's or one indicator's KH, TH, %. */
export interface ColumnGroup {
  /** As written: the unit or the indicator. */
  name: string;
  /** ĐVT named in the header; null when none is. */
  measure: string | null;
  /** By column index, what its values are (planned, actual …) and the header that says so. */
  roles: Map<number, { header: string; text: string }>;
  /** Column of the total of which the results are part ("Tổng số hộ"); left out when there is none. */
  total?: number;
}

/** A header with a group of columns for each unit or each indicator. */
export interface WideHeader {
  layout: "units-in-columns" | "units-in-rows";
  /** Columns read for every group: the indicator or unit of the row, its measure, running numbers. */
  shared: Map<number, string>;
  groups: ColumnGroup[];
  /** The year that stands over all groups ("Năm 2020"); null when none does. */
  year: number | null;
  /** Headers of columns left unread. */
  unread: string[];
  /** What the person should know of how the columns were taken. */
  notes?: readonly HeaderProblem[];
}

const ROLES = new Set(["planned", "actual", "previous", "attainmentPercent", "evaluation"]);
const SHARED = new Set(["indicator", "unit", "measure", "year"]);

/**
 * The groups of a header of several rows; null when its columns form none (then it is a usual header, written over
 * several rows). A text that stands over all groups ("Năm 2020") names none of them.
 */
export function groupColumns(texts: readonly string[][], format: FormatSpec): WideHeader | null {
  const shared = new Map<number, string>();
  const columns: { index: number; texts: readonly string[] }[] = [];
  texts.forEach((stack, index) => {
    const [only] = stack;
    if (only === undefined) return;
    if (stack.length === 1 && (isOrdinalHeader(only) || claimsOneOf(only, SHARED, format))) shared.set(index, only);
    else
      columns.push({
        index,
        texts: stack.length > 1 ? [...stack.slice(0, -1), sayPlan(only, stack.at(-1) ?? "")] : stack,
      });
  });
  const fields = [...shared.values()].flatMap((text) => claimColumns([text], format).flatMap((claim) => claim.fields));
  const isByIndicator = fields.includes("indicator");
  const isMeasured = texts.some(([text = ""]) => claimsOnly(text, "measure", format));
  const hasUnit = fields.includes("unit") && (!isByIndicator || isMeasured || [...shared.values()].some(isUnitHeader));
  if (isByIndicator === hasUnit) return null;
  const groups = new Map<string, ColumnGroup>();
  const unread: string[] = [];
  const common = columns[0]?.texts.filter((text) =>
    columns.filter((each) => each.texts.length > 1).every((each) => each.texts.includes(text)),
  );
  for (const column of columns) {
    const role = findRole(column.texts, format, common ?? []) ?? findBareYear(column.texts, common ?? []);
    const rest = column.texts.filter((text) => role?.includes(text) !== true && !isGeneric(text, common ?? []));
    const measure = rest.find(isMeasure) ?? measureOfTitle([rest]);
    // "Kế hoạch năm 2020" over "Tỉnh giao", "ĐVT: tỷ đồng" over KH and TH, a lone letter or number are the names of nobody.
    const name = rest.findLast(
      (text) =>
        !isMeasure(text) && !isOrdinal(text) && measureOfTitle([[text]]) === null && !claimsOneOf(text, ROLES, format),
    );
    if (role === undefined || name === undefined) {
      unread.push(column.texts.join(" – "));
      continue;
    }
    const key = isByIndicator ? unitKey(name) : nameKey(name);
    const group = groups.get(key) ?? { name, measure: measure ?? measureInName(name), roles: new Map() };
    group.roles.set(column.index, { header: role, text: `${name} – ${role}` });
    groups.set(key, group);
  }
  const found = [...groups.values()].filter((group) => hasAmount(group, format));
  if (found.length === 0) return null;
  return {
    layout: isByIndicator ? "units-in-columns" : "units-in-rows",
    shared,
    groups: found,
    year: yearOf(common ?? []),
    unread,
  };
}

/** "Chỉ tiêu" lowest under a name, beside "Kết quả", is the plan; its own words would be those of a column of indicators. */
function sayPlan(top: string, lowest: string): string {
  return nameKey(lowest) === "chỉ tiêu" && nameKey(top) !== "chỉ tiêu" ? "Chỉ tiêu giao" : lowest;
}

/** What the column holds, as its header says: "KH"; "So sánh (%) TH/KH", "2025 KH" over two rows. */
function findRole(texts: readonly string[], format: FormatSpec, common: readonly string[]): string | undefined {
  const compared = texts.findIndex((text) => isComparisonHeader(readHeader(text)));
  if (compared < 0) {
    const role = texts.findLast((text) => claimsOneOf(text, ROLES, format));
    const times = texts.filter((text) => isTimeOnly(text) && text !== role && !common.includes(text));
    return role === undefined ? undefined : [...times, role].join(" ");
  }
  const text = texts.slice(compared).join(" ");
  return claimsOneOf(text, ROLES, format) ? text : undefined;
}

/** "Năm 2025" lowest over a column and not over all of them: the figure of that year. */
function findBareYear(texts: readonly string[], common: readonly string[]): string | undefined {
  const lowest = texts.at(-1) ?? "";
  return BARE_YEAR.test(lowest) && !common.includes(lowest) ? lowest : undefined;
}

const BARE_YEAR = /^(năm\s*)?(19|20)\d{2}$/i;

function yearOf(common: readonly string[]): number | null {
  const years = new Set(common.flatMap((text) => readHeader(text).year ?? []));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

function claimsOneOf(text: string, fields: ReadonlySet<string>, format: FormatSpec): boolean {
  return claimColumns([text], format).some((claim) => claim.fields.some((field) => fields.has(field)));
}

function claimsOnly(text: string, field: string, format: FormatSpec): boolean {
  const [claim] = claimColumns([text], format);
  return claim?.fields.length === 1 && claim.fields[0] === field;
}

/** "Đơn vị" beside "Chỉ tiêu" is the measure there; "Huyện" or "Tên đơn vị" is not. */
function isUnitHeader(text: string): boolean {
  return (
    nameKey(text) !== "đơn vị" &&
    /đơn vị|huyện|xã|phường|địa phương|cơ quan|sở/.test(nameKey(text)) &&
    !/tính/.test(nameKey(text))
  );
}

function isGeneric(text: string, common: readonly string[]): boolean {
  return common.includes(text) || isTimeOnly(text);
}

function hasAmount(group: ColumnGroup, format: FormatSpec): boolean {
  return [...group.roles.values()].some(({ header }) => claimsOneOf(header, new Set(["planned", "actual"]), format));
}
