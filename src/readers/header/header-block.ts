import { nameKey } from "../../domain/name.js";
import { isMissingMark } from "../cell/marks.js";
import { readNumber } from "../cell/number.js";
import { claimColumns, isLeftOut } from "../table/columns.js";
import type { FormatSpec } from "../table/format.js";
import { isOrdinalHeader, readHeader } from "../table/header-key.js";
import { isColumnNumbers } from "../table/row-kind.js";
import { isComparisonHeader } from "./result-header.js";

/** A header over several rows: what stands over each column, from top to bottom, merged cells given to all they span. */
export interface HeaderBlock {
  /** 0-based. */
  first: number;
  last: number;
  /** By column; a header repeated under itself is there once. */
  texts: string[][];
}

const SEARCH_ROWS = 30;
const MOST_ROWS = 3;

/**
 * The header that begins at a row naming indicators or units and goes on below it, null when no header has more than
 * one row. A lower row of a header has nothing under the columns that name things, and no figure; a row above it names the
 * groups where the row itself repeats KH and TH.
 */
export function findHeaderBlock(
  rows: readonly string[][],
  format: FormatSpec,
  clean: (raw: string) => string,
): HeaderBlock | null {
  for (let first = 0; first < Math.min(rows.length, SEARCH_ROWS); first++) {
    const top = (rows[first] ?? []).map(clean);
    const keys = keyColumns(top, (rows[first + 1] ?? []).map(clean), format);
    if (keys.length === 0) continue;
    let last = first;
    while (last - first + 1 < MOST_ROWS && continuesHeader((rows[last + 1] ?? []).map(clean), top, keys)) last++;
    const isNamedAbove =
      last === first && repeatsRole(top, format) && standsOver((rows[first - 1] ?? []).map(clean), top, keys);
    const start = isNamedAbove ? first - 1 : first;
    if (last > start) return { first: start, last, texts: stackHeaders(rows.slice(start, last + 1), clean) };
  }
  return null;
}

const KEYS = new Set(["indicator", "unit", "criterion", "criterionCode", "max"]);
const ROLES = new Set(["planned", "actual", "selfScore", "crossScore", "verifiedScore"]);

/** Columns of the indicator, the unit and running numbers: merged downwards, so blank in the lower rows. */
function keyColumns(top: readonly string[], below: readonly string[], format: FormatSpec): number[] {
  // "Chỉ tiêu" over the names of several indicators heads them together.
  const isOverSeveral = (index: number) => (below[index] ?? "") !== "" && (top[index + 1] ?? "") === "";
  const named = claimColumns(top, format).filter(({ fields }) => fields.some((field) => KEYS.has(field)));
  const claims = named.filter(({ index }) => !isOverSeveral(index));
  if (claims.length === 0) return [];
  return [...claims.map(({ index }) => index), ...top.flatMap((cell, index) => (isOrdinalHeader(cell) ? [index] : []))];
}

function continuesHeader(cells: readonly string[], top: readonly string[], keys: readonly number[]): boolean {
  const texts = cells.filter((cell) => cell !== "");
  if (texts.length < 2 || isColumnNumbers(texts) || texts.some(isFigure)) return false;
  return keys.every(
    (index) => (cells[index] ?? "") === "" || nameKey(cells[index] ?? "") === nameKey(top[index] ?? ""),
  );
}

/** "KH | TH | KH | TH": the names of the groups can only stand above. */
function repeatsRole(top: readonly string[], format: FormatSpec): boolean {
  const roles = claimColumns(top, format).filter(({ fields }) => fields.some((field) => ROLES.has(field)));
  return new Set(roles.map(({ header }) => nameKey(header))).size < roles.length;
}

/** The row above names groups: texts over other columns than the keys, two at least. */
function standsOver(above: readonly string[], top: readonly string[], keys: readonly number[]): boolean {
  const places = above.flatMap((text, index) => (text === "" ? [] : [index]));
  return places.length >= 2 && places.every((index) => !keys.includes(index) && (top[index] ?? "") !== "");
}

function isFigure(text: string): boolean {
  return isMissingMark(text) || (readNumber(text, "undecided") !== null && !/^(19|20)\d{2}$/.test(text));
}

/**
 * The block as one header row: what is known of each column's texts together, else its lowest, else its topmost. Under
 * "So sánh (%)" a lone "Cùng kỳ" is not last year's figure.
 */
export function flattenHeader({ texts }: HeaderBlock, format: FormatSpec): string[] {
  return texts.map((stack) => {
    const isCompared = stack.some((text) => isComparisonHeader(readHeader(text)));
    const choices = isCompared ? [stack.join(" ")] : [stack.join(" "), stack.at(-1) ?? "", stack[0] ?? ""];
    const isKnown = (text: string) => claimColumns([text], format).length > 0 || isLeftOut(text, format);
    return choices.find((text) => text !== "" && isKnown(text)) ?? choices[0] ?? "";
  });
}

function stackHeaders(rows: readonly string[][], clean: (raw: string) => string): string[][] {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, index) => clean(row[index] ?? "")));
  const isUnder = (row: number, column: number) => cells.slice(row + 1).some((below) => below[column] !== "");
  cells.forEach((row, depth) => {
    for (let column = 1; column < width; column++) {
      const before = column - 1;
      const sameGroup = depth === 0 || cells[depth - 1]?.[column] === cells[depth - 1]?.[before];
      if (row[column] === "" && row[before] !== "" && isUnder(depth, column) && isUnder(depth, before) && sameGroup)
        row[column] = row[before] ?? "";
    }
  });
  return Array.from({ length: width }, (_, column) => {
    const stack = cells.map((row) => row[column] ?? "").filter((text) => text !== "");
    return stack.filter((text, depth) => text !== stack[depth - 1]);
  });
}
