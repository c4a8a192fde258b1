import { nameKey } from "../../domain/name.js";
import { measureInName } from "../cell/measure.js";
import { readNumber } from "../cell/number.js";
import { claimColumns } from "../table/columns.js";
import type { FormatSpec } from "../table/format.js";
import { isOrdinalHeader, readHeader } from "../table/header-key.js";
import type { HeaderBlock } from "./header-block.js";
import { isBarePercent, splitRole } from "./role-in-header.js";
import type { ColumnGroup, WideHeader } from "./wide-header.js";

const SEARCH_ROWS = 30;
const SAMPLE_ROWS = 50;

/**
 * A header of one row whose columns are indicators, each unit's result below: `Xã; Trồng rừng (ha); Thu ngân sách`.
 * "Số hộ thu gom; Tổng số hộ; Tỷ lệ" is one indicator, part of a total; "Trồng rừng KH; Trồng rừng TH" another. null when no row has figures under such names.
 */
export function findFlatHeader(
  rows: readonly string[][],
  format: FormatSpec,
  clean: (raw: string) => string,
): { wide: WideHeader; block: HeaderBlock } | null {
  for (let index = 0; index < Math.min(rows.length, SEARCH_ROWS); index++) {
    const header = (rows[index] ?? []).map(clean);
    const claims = claimColumns(header, format);
    const has = (field: string) => claims.some(({ fields }) => fields.includes(field));
    if (!has("unit") || ["indicator", "planned", "actual", "previous"].some(has)) continue;
    const wide = groupFigures(header, rows.slice(index + 1, index + 1 + SAMPLE_ROWS), format, clean);
    if (wide !== null) return { wide, block: { first: index, last: index, texts: header.map((text) => [text]) } };
  }
  return null;
}

function groupFigures(
  header: readonly string[],
  below: readonly string[][],
  format: FormatSpec,
  clean: (raw: string) => string,
): WideHeader | null {
  const shared = new Map<number, string>();
  const byName = groupRoles(header, format);
  const named: number[] = [];
  const unread: string[] = [];
  const groups: ColumnGroup[] = [];
  header.forEach((text, index) => {
    if (text === "" || byName.columns.has(index)) return;
    const [claim] = claimColumns([text], format);
    if (isOrdinalHeader(text) || claim?.fields.includes("unit")) shared.set(index, text);
    else if (claim?.fields.includes("attainmentPercent")) {
      const [part, total] = named.slice(-2);
      if (part === undefined || total === undefined || total !== index - 1 || !isTotalOf(header, part, total)) {
        unread.push(text);
        return;
      }
      named.splice(-2);
      groups.push(partOfTotal(header, part, total, index));
    } else if (claim === undefined && readHeader(text).key !== "" && hasFigures(below, index, clean)) named.push(index);
    else unread.push(text);
  });
  for (const index of named) {
    const name = header[index] ?? "";
    const roles = new Map([[index, { header: "Thực hiện", text: name }]]);
    groups.push({ name, measure: measureInName(name), roles });
  }
  groups.push(...byName.groups);
  groups.sort((one, other) => firstColumn(one) - firstColumn(other));
  return groups.length === 0 ? null : { layout: "units-in-rows", shared, groups, year: null, unread };
}

function firstColumn({ roles }: ColumnGroup): number {
  return Math.min(...roles.keys());
}

/**
 * Columns whose header says what its figures are of an indicator: "Trồng rừng KH", "Lương thực % KH". Words in front
 * ("Thực hiện nghĩa vụ quân sự") may be part of the name: only a plan beside its result, or a percentage, is told by them.
 */
function groupRoles(header: readonly string[], format: FormatSpec): { groups: ColumnGroup[]; columns: Set<number> } {
  const found = header.flatMap((text, index) => {
    const isOwn = text !== "" && claimColumns([text], format).length === 0;
    const split = isOwn ? splitRole(text, format) : null;
    return split === null ? [] : [{ index, text, key: nameKey(split.name), ...split }];
  });
  const certain = found.filter(
    ({ leads, key, field, role }) =>
      !leads ||
      (field === "attainmentPercent" && !isBarePercent(role)) ||
      found.some((other) => other.key === key && other.field !== field),
  );
  const groups = new Map<string, ColumnGroup>();
  for (const { index, text, key, name, role } of certain) {
    const group = groups.get(key) ?? { name, measure: measureInName(name), roles: new Map() };
    group.roles.set(index, { header: role, text });
    groups.set(key, group);
  }
  return { groups: [...groups.values()], columns: new Set(certain.map(({ index }) => index)) };
}

/** "Tổng số hộ" behind "Số hộ thu gom". */
function isTotalOf(header: readonly string[], part: number, total: number): boolean {
  return part === total - 1 && /^tổng (số )?/.test(nameKey(header[total] ?? ""));
}

function partOfTotal(header: readonly string[], part: number, total: number, percent: number): ColumnGroup {
  const name = `${header[part]}/${header[total]}`;
  const roles = new Map([
    [part, { header: "Thực hiện", text: header[part] ?? "" }],
    [total, { header: "", text: header[total] ?? "" }],
    [percent, { header: "% TH/KH", text: header[percent] ?? "" }],
  ]);
  return { name, measure: "%", roles, total };
}

/** Whether more than half of what stands in a column are numbers, and at least two. */
export function hasFigures(below: readonly string[][], index: number, clean: (raw: string) => string): boolean {
  const texts = below.map((cells) => clean(cells[index] ?? "")).filter((text) => text !== "");
  const figures = texts.filter((text) => readNumber(text, "undecided") !== null).length;
  return figures >= 2 && figures * 2 > texts.length;
}
