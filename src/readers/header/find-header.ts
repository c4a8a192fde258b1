import { cleanText, nameKey, nearestName } from "../../domain/name.js";
import { claimColumns, recognisesHeader, signatureColumns } from "../table/columns.js";
import type { ColumnClaim, FormatSpec } from "../table/format.js";
import { isOrdinalHeader } from "../table/header-key.js";

/** Title blocks of official tables take up to a dozen lines; 30 leaves room. */
const HEADER_SEARCH_ROWS = 30;

export interface FoundHeader {
  /** 0-based index of the header row. */
  rowIndex: number;
  format: FormatSpec;
  claims: readonly ColumnClaim[];
}

export type HeaderSearch =
  | { found: FoundHeader }
  /** Two formats fit the same row and neither is the narrower one. */
  | { ambiguous: { rowIndex: number; formats: FormatSpec[] } }
  | { nearest: NearestHeader | null };

/** A row that is almost a header: of which format, what is missing, and a header that may have been meant for it. */
export interface NearestHeader {
  rowIndex: number;
  format: FormatSpec;
  missing: { header: string; meant: string | null }[];
}

interface Candidate extends FoundHeader {
  cells: readonly string[];
}

/**
 * The header row by its words, in the first rows: the row with the most known headers wins, the upper one of equals; but
 * a header with rows of its own above it begins another table, which must not be passed over.
 * With `only`, that format is taken even when the row lacks some of what would make it recognisable.
 */
export function findHeader(
  rows: readonly string[][],
  formats: readonly FormatSpec[],
  only: FormatSpec | null,
): HeaderSearch {
  const candidates: Candidate[] = [];
  rows.slice(0, HEADER_SEARCH_ROWS).forEach((cells, rowIndex) => {
    for (const format of only === null ? formats : [only]) {
      const claims = claimColumns(cells, format);
      if (claims.length > 0) candidates.push({ rowIndex, format, claims, cells });
    }
  });
  const headers = candidates.filter(({ format, claims, cells }) => recognisesHeader(format, claims, cells));
  const fullest = mostClaims(headers);
  const best = firstTable(headers, fullest, rows) ?? (only === null ? null : mostClaims(candidates));
  if (best === null) return { nearest: describeNearest(mostClaims(candidates)) };
  const rivals = headers.filter((other) => other.rowIndex === best.rowIndex);
  const standing = rivals.filter((one) => !rivals.some((other) => other !== one && isNarrower(other, one)));
  if (standing.length > 1) {
    return { ambiguous: { rowIndex: best.rowIndex, formats: standing.map(({ format }) => format) } };
  }
  const found = standing[0] ?? best;
  const overlooked = only === null ? findOverlooked(found, candidates) : undefined;
  return overlooked === undefined ? { found } : { nearest: describeNearest(overlooked) };
}

function mostClaims(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (best === null || candidate.claims.length > best.claims.length) best = candidate;
  }
  return best;
}

/** Of the headers the uppermost that has rows of its own before the fullest. */
function firstTable(
  headers: readonly Candidate[],
  fullest: Candidate | null,
  rows: readonly string[][],
): Candidate | null {
  if (fullest === null) return null;
  const upper = headers.filter(
    (header) => isWhole(header) && hasRows(rows.slice(header.rowIndex + 1, fullest.rowIndex)),
  );
  const [first] = upper;
  return first === undefined ? fullest : mostClaims(upper.filter(({ rowIndex }) => rowIndex === first.rowIndex));
}

/** Nearly nothing but headers, unlike the labels of a form: "Đơn vị: | Xã A | Năm | 2020". */
function isWhole({ claims, cells }: Candidate): boolean {
  const others = cells.filter((cell) => cleanText(cell) !== "" && !isOrdinalHeader(cell)).length - claims.length;
  return claims.length >= 2 && claims.length > others * 2;
}

/** Rows with something in two cells or more: no lone line of a title. */
export function hasRows(rows: readonly string[][]): boolean {
  return rows.some((cells) => cells.filter((cell) => cleanText(cell) !== "").length >= 2);
}

/**
 * A format that would read two or more columns the found one knows nothing of: a table of plans and results that names
 * no indicator is no list of units, even if it has a column Loại.
 */
function findOverlooked(found: FoundHeader, candidates: readonly Candidate[]): Candidate | undefined {
  const known = new Set(found.claims.map((claim) => claim.index));
  return candidates.find(
    ({ rowIndex, format, claims }) =>
      rowIndex === found.rowIndex && signatureColumns(format, claims).filter((index) => !known.has(index)).length >= 2,
  );
}

/** `one` is narrower than `other`: it knows all that makes `other` what it is, and `other` lacks what makes `one`. */
function isNarrower(one: Candidate, other: Candidate): boolean {
  return knows(one, other) && !knows(other, one);
}

function knows(one: Candidate, other: Candidate): boolean {
  const known = new Set(one.claims.map((claim) => claim.index));
  return signatureColumns(other.format, other.claims).every((index) => known.has(index));
}

function describeNearest(candidate: Candidate | null): NearestHeader | null {
  if (candidate === null || candidate.claims.length < 2) return null;
  const { format, claims, cells, rowIndex } = candidate;
  const present = new Set(claims.flatMap((claim) => claim.fields));
  const unclaimed = cells.filter((cell, index) => cell !== "" && !claims.some((claim) => claim.index === index));
  const missing = format.recognisedBy
    .filter((group) => !group.some((field) => present.has(field)))
    .map((group) => {
      const column = format.columns.find((spec) => spec.field === group[0]);
      const header = column?.header ?? "";
      return { header, meant: meantFor(header, unclaimed) };
    });
  return missing.length === 0 ? null : { rowIndex, format, missing };
}

/** Of the headers nobody claimed, the one that was perhaps meant as `header`. */
export function meantFor(header: string, unclaimed: readonly string[]): string | null {
  const near = nearestName(header, unclaimed);
  return near === null || nameKey(near) === nameKey(header) ? null : near;
}
