import { cleanText, foldKey } from "../../domain/name.js";
import { ownText } from "../cell/text.js";
import type { ColumnClaim, ColumnSpec, FormatSpec } from "./format.js";
import { type HeaderKey, headerKey, isOrdinalHeader, LONGEST_HEADER, readHeader, unaccentedKey } from "./header-key.js";

/** The columns of `format` that this row, taken as a header, would have; none where an amount ("1.234,5") stands in it. */
export function claimColumns(cells: readonly string[], format: FormatSpec): ColumnClaim[] {
  if (cells.some((cell) => AMOUNT.test(cell))) return [];
  const claims = cells.flatMap((cell, index): ColumnClaim[] => {
    const meant = readClaim(cell, format);
    return meant === null ? [] : [{ index, header: cleanText(cell), ...meant }];
  });
  return [...claims, ...claimYears(cells, format, claims)].sort((one, other) => one.index - other.index);
}

/** What a header is of `format`, by a person's word or its own; null when it is nothing of it. */
function readClaim(cell: string, format: FormatSpec): Pick<ColumnClaim, "fields" | "year" | "period"> | null {
  if (cell === "" || cell.length > LONGEST_HEADER) return null;
  const given = format.given?.get(headerKey(cell));
  // What a person says of it is the year's, whatever time the header names.
  if (given !== undefined) return given === null ? null : { fields: [given], year: null, period: null };
  const header = readHeader(cell);
  const fields = listFields(aliasIndex(format), format, header);
  return fields.length === 0 ? null : { fields, year: header.year, period: header.period };
}

const AMOUNT = /^\d+(?:[.,]\d+)+$/;

/** "Chỉ tiêu | ĐVT | Năm 2026 | Năm 2025": years alone, two or more beside what is required, are figures of those years. */
function claimYears(cells: readonly string[], format: FormatSpec, claims: readonly ColumnClaim[]): ColumnClaim[] {
  const { yearsAre, columns } = format;
  const claimed = new Set(claims.flatMap(({ fields }) => fields));
  const isLacking = columns.some(
    ({ field, required, wholeSheet }) => required && wholeSheet !== true && !claimed.has(field),
  );
  const hasFigures = columns.some(
    ({ field, kind }) => (kind === "measurement" || kind === "stated-number") && claimed.has(field),
  );
  if (yearsAre === undefined || isLacking || hasFigures) return [];
  const years = cells.flatMap((cell, index): ColumnClaim[] => {
    if (cell === "" || cell.length > LONGEST_HEADER) return [];
    const { key, year } = readHeader(cell);
    return key === "" && year !== null && !isLeftOut(cell, format)
      ? [{ index, header: cleanText(cell), fields: [yearsAre], year, period: null }]
      : [];
  });
  return years.length < 2 ? [] : years;
}

/** Whether a person says that this header is not to be read. */
export function isLeftOut(text: string, { given }: FormatSpec): boolean {
  return given?.get(headerKey(text)) === null;
}

/** Whether a text is the header of a column of any format. */
export function knowsHeader(text: string, formats: readonly FormatSpec[]): boolean {
  return formats.some((format) => readClaim(text, format) !== null);
}

/** `knowsHeader`, or STT, each text looked up once: it is asked of every row. */
export function createHeaderTest(formats: readonly FormatSpec[]): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = isOrdinalHeader(text) || knowsHeader(text, formats);
    if (known.size < CACHE_LIMIT) known.set(ownText(text), answer);
    return answer;
  };
}

const CACHE_LIMIT = 20_000;

/** Whether the claims make this row a header of `format`: each of `recognisedBy` is there, and it is no lone word of a title. */
export function recognisesHeader(
  format: FormatSpec,
  claims: readonly ColumnClaim[],
  cells: readonly string[],
): boolean {
  const fields = new Set(claims.flatMap((claim) => claim.fields));
  for (const claim of claims) {
    const standsFor = claim.fields
      .map((field) => specOf(format, field)?.standsFor)
      .find((field) => field !== undefined);
    if (standsFor !== undefined) fields.add(standsFor);
  }
  const fits = (groups: readonly (readonly string[])[]) =>
    groups.every((group) => group.some((field) => fields.has(field)));
  if (!fits(format.recognisedBy) && !fits(format.weaklyRecognisedBy ?? [[]])) return false;
  if (format.isHeader?.(claims) === false) return false;
  const named = cells.filter((cell) => cleanText(cell) !== "" && !isOrdinalHeader(cell)).length;
  return claims.length >= 2 || named === 1;
}

/** Columns of the claims that make `format` what it is. */
export function signatureColumns(format: FormatSpec, claims: readonly ColumnClaim[]): number[] {
  const signature = new Set(format.recognisedBy.flat());
  return claims.filter((claim) => claim.fields.some((field) => signature.has(field))).map((claim) => claim.index);
}

export function specOf(format: FormatSpec, field: string): ColumnSpec | undefined {
  return format.columns.find((column) => column.field === field);
}

interface AliasIndex {
  exact: Map<string, ColumnSpec[]>;
  /** Without diacritics; null until a header typed without them is met. */
  unaccented: Map<string, ColumnSpec[]> | null;
  /** Headers looked up before: each row near the top of a sheet is held against every format, more than once. */
  found: WeakMap<HeaderKey, string[]>;
}

const indexes = new WeakMap<FormatSpec, AliasIndex>();

function aliasIndex(format: FormatSpec): AliasIndex {
  const known = indexes.get(format);
  if (known !== undefined) return known;
  const index: AliasIndex = { exact: indexBy(format, headerKey), unaccented: null, found: new WeakMap() };
  indexes.set(format, index);
  return index;
}

function indexBy({ columns }: FormatSpec, keyOf: (alias: string) => string): Map<string, ColumnSpec[]> {
  const index = new Map<string, ColumnSpec[]>();
  for (const column of columns) {
    for (const alias of [column.header, ...column.aliases]) {
      const key = keyOf(alias);
      const before = index.get(key) ?? [];
      if (!before.includes(column)) index.set(key, [...before, column]);
    }
  }
  return index;
}

function listFields(known: AliasIndex, format: FormatSpec, header: HeaderKey): string[] {
  const before = known.found.get(header);
  if (before !== undefined) return before;
  const fields = findFields(known, format, header);
  known.found.set(header, fields);
  return fields;
}

/** An alias as it stands, without its brackets or without its time, else a wording of a column's own. */
function findFields(known: AliasIndex, format: FormatSpec, header: HeaderKey): string[] {
  const keys = [header.key, ...(header.bare === null ? [] : [header.bare])];
  const { timeless } = header;
  const found =
    keys.map((key) => fieldsOf(known, format, key, header.year !== null)).find((fields) => fields.length > 0) ??
    timeless.map((key) => fieldsOf(known, format, key, true)).find((fields) => fields.length > 0);
  if (found !== undefined) return found;
  for (const key of [...keys, ...timeless]) {
    const fields = format.columns.filter((column) => column.matches?.({ ...header, key }) === true);
    if (fields.length > 0) return fields.map(({ field }) => field);
  }
  return [];
}

function fieldsOf(known: AliasIndex, format: FormatSpec, key: string, isDated: boolean): string[] {
  const columns = known.exact.get(key) ?? findUnaccented(known, format, key);
  return columns.filter((column) => !isDated || column.takesYear === true).map((column) => column.field);
}

function findUnaccented(known: AliasIndex, format: FormatSpec, key: string): readonly ColumnSpec[] {
  const unaccented = unaccentedKey(key);
  if (unaccented === null) return [];
  known.unaccented ??= indexBy(format, (alias) => foldKey(headerKey(alias)));
  return known.unaccented.get(unaccented) ?? [];
}
