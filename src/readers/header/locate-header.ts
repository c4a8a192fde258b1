import { claimColumns } from "../table/columns.js";
import type { FormatSpec } from "../table/format.js";
import type { TableProblem } from "../table/table.js";
import { findHeader, type HeaderSearch, hasRows } from "./find-header.js";
import { findFlatHeader } from "./flat-wide.js";
import { findHeaderBlock, flattenHeader, type HeaderBlock } from "./header-block.js";
import { findUnitColumns } from "./unit-columns.js";
import { groupColumns, type WideHeader } from "./wide-header.js";
import { findWideScores } from "./wide-scores.js";

/** Where the header is: a group of columns per unit or indicator, or one row (perhaps written over several). */
export type LocatedHeader =
  | { wide: WideHeader; block: HeaderBlock; format: FormatSpec }
  /** Why columns that may be units cannot be read. */
  | { wide: null; unclear: TableProblem }
  | FlatHeader;

export interface FlatHeader {
  wide: null;
  search: HeaderSearch;
  /** The rows, a header of several of them written as its last one. */
  rows: readonly string[][];
  /** The header's rows; null when it is one row. */
  block: HeaderBlock | null;
}

/** Below a whole header of one row, a header over several is that of the next table, or no header at all. */
function belongsToNext({ first, texts }: HeaderBlock, search: HeaderSearch, rows: readonly string[][]): boolean {
  if (!("found" in search) || search.found.rowIndex >= first) return false;
  const { rowIndex, claims, format } = search.found;
  const topTexts = texts.map(([top = ""]) => top);
  return hasRows(rows.slice(rowIndex + 1, first)) || claims.length > claimColumns(topTexts, format).length;
}

/** Finds the header of a sheet. Only results and scores are laid out wide; with `only` another format, its one-row header is sought. */
export function locateHeader(
  rows: readonly string[][],
  formats: readonly FormatSpec[],
  only: FormatSpec | null,
  clean: (raw: string) => string,
  knownUnits: readonly string[],
): LocatedHeader {
  const scores = formats.find(({ id }) => id === "cham-diem" && (only === null || only.id === id));
  const wideScores = scores === undefined ? null : findWideScores(rows, scores, clean, knownUnits);
  if (scores !== undefined && wideScores !== null) return { ...wideScores, format: scores };
  const results = formats.find(({ id }) => id === "ket-qua" && (only === null || only.id === id));
  const search = findHeader(rows, formats, only);
  const found = results === undefined ? null : findHeaderBlock(rows, results, clean);
  const isNext = found !== null && belongsToNext(found, search, rows);
  const block = isNext ? null : found;
  const wide = results === undefined || block === null ? null : groupColumns(block.texts, results);
  if (results !== undefined && block !== null && wide !== null) return { wide, block, format: results };
  const flattened = block === null ? null : flattenBlock(rows, block, results, { search, formats, only });
  if (flattened !== null) return flattened;
  const scoreBlock = scores === undefined ? null : findHeaderBlock(rows, scores, clean);
  const scored = scoreBlock === null ? null : flattenBlock(rows, scoreBlock, scores, { search, formats, only });
  if (scored !== null) return scored;
  if (results !== undefined && !isNext && mayHaveUnitColumns(search)) {
    const units = findUnitColumns(rows, formats, results, clean, knownUnits);
    if (units !== null)
      return "problem" in units ? { wide: null, unclear: units.problem } : { ...units, format: results };
  }
  const flat = results === undefined || "found" in search ? null : findFlatHeader(rows, results, clean);
  if (results !== undefined && flat !== null) return { ...flat, format: results };
  return { wide: null, search, rows, block: null };
}

/** A header of several rows read as one of `format`, when together they are one; null when its first row is a header by itself. */
function flattenBlock(
  rows: readonly string[][],
  block: HeaderBlock,
  format: FormatSpec | undefined,
  { search, formats, only }: { search: HeaderSearch; formats: readonly FormatSpec[]; only: FormatSpec | null },
): FlatHeader | null {
  if (format === undefined) return null;
  const flat = flattenHeader(block, format);
  const flattened = rows.map((row, index) => (index === block.last ? flat : row));
  const hidden = flattened.map((row, index) => (index >= block.first && index < block.last ? [] : row));
  const joined = findHeader(hidden, formats, only);
  // A row that is a whole header of another format is one, though the data below it uses the words of headers too.
  const isOther = "found" in search && search.found.rowIndex === block.first && search.found.format !== format;
  const isRead =
    "found" in joined && joined.found.rowIndex === block.last && (joined.found.format === format || !isOther);
  return isRead ? { wide: null, search: joined, rows: flattened, block } : null;
}

/** A list of indicators, or results of one unit, is what a header with units in its columns looks like at first. */
function mayHaveUnitColumns(search: HeaderSearch): boolean {
  return !("found" in search) || search.found.format.id === "chi-tieu" || search.found.format.id === "ket-qua";
}
