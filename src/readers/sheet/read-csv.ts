import type { Problem } from "../../domain/problem.js";
import { findWideLine, splitCells } from "../csv/csv.js";
import { rankDelimiters, readSepLine } from "../csv/delimiter.js";
import { readHtmlTable } from "../csv/html-table.js";
import { MAX_WHOLE_LINES, refuseBytes } from "../csv/shape.js";
import { reportBrokenLetters } from "../encoding/broken-letters.js";
import { decodeText } from "../encoding/decode.js";
import { type FileTrouble, type Refusal, refuseTooLarge } from "../encoding/refusal.js";
import { sniffFile } from "../encoding/sniff.js";
import { findHeader } from "../header/find-header.js";
import { knowsHeader } from "../table/columns.js";
import type { FormatSpec, WorkYear } from "../table/format.js";
import { blankReading, type SheetReading } from "../table/reading.js";
import { HEAD_ROWS, readWithinLimits, wasStopped } from "../table/sheet-limit.js";
import { NO_HINTS, type UnitHints } from "../table/sheet-unit.js";
import { readRows } from "./read-rows.js";

/** A file of text: CSV in any encoding, or an HTML table. */
export interface TextFile {
  /** As the person gave it. */
  file: string;
  bytes: Uint8Array;
  /** Bytes of the whole file; `bytes` need not hold them when they are over MAX_FILE_BYTES. */
  size?: number;
  /** Lines that may be held at once. */
  maxLines?: number;
  /** Whether letters that were read in the wrong code page may be put right. */
  repair?: boolean;
  /** Where the unit of a sheet without a unit column may stand. */
  hints?: UnitHints;
  /** The year figures are wanted for. */
  workYear?: WorkYear | null;
}

/** Bytes of a CSV → what is in it. A large one is left where its beginning alone has too many errors. */
export function readCsv(input: TextFile, formats: readonly FormatSpec[], only: FormatSpec | null): SheetReading {
  const { file, bytes, size = bytes.length } = input;
  const refusal = refuseTooLarge(size) ?? refuseBytes(bytes, input.maxLines ?? MAX_WHOLE_LINES);
  if (refusal !== null) return refuseFile(file, refusal);
  const isTried = bytes.length > HEAD_BYTES * 2;
  const head = isTried ? readText({ ...input, bytes: takeHead(bytes) }, formats, only, HEAD_ROWS) : null;
  return head !== null && wasStopped(head) ? head : readText(input, formats, only);
}

/** Of bytes to try first. */
const HEAD_BYTES = 2 * 1024 * 1024;

/** The first lines, whole ones in any encoding. */
function takeHead(bytes: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, HEAD_BYTES);
  const end = Math.max(head.lastIndexOf(LINE_FEED), head.lastIndexOf(CARRIAGE)) + 1;
  // The line break of UTF-16 has a zero after it.
  return head.subarray(0, bytes[end] === 0 ? end + 1 : end);
}

const LINE_FEED = 10;
const CARRIAGE = 13;

function readText(
  input: TextFile,
  formats: readonly FormatSpec[],
  only: FormatSpec | null,
  limit?: number,
): SheetReading {
  const { file, bytes } = input;
  const decoded = decodeText(bytes, {
    repair: input.repair === true,
    knowsHeader: (cell) => knowsHeader(cell, formats),
  });
  if ("refusal" in decoded) return refuseFile(file, decoded.refusal);
  const reading = blankReading(file, decoded.encoding);
  if (decoded.note !== null) reading.problems.push({ ...fileProblem(file, decoded.note), severity: "warning" });
  const { rows, trouble, first } = splitRows(reading, decoded.text, sniffFile(bytes) === "html", {
    formats,
    only,
    limit,
  });
  if (trouble !== null) reading.problems.push(fileProblem(file, trouble));
  if (rows.length > 0 && (trouble === null || rows.length > 1)) {
    readWithinLimits(reading, () =>
      readRows(reading, rows, formats, only, first, {
        hints: input.hints ?? NO_HINTS,
        workYear: input.workYear ?? null,
      }),
    );
    reportBrokenLetters(reading, rows, first);
  }
  reading.problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  reading.skipped.sort((a, b) => a.row - b.row);
  return reading;
}

interface SplitRows {
  rows: string[][];
  trouble: FileTrouble | null;
  /** 0-based row in which to begin: after a `sep=` line. */
  first: number;
}

interface SplitWishes {
  formats: readonly FormatSpec[];
  only: FormatSpec | null;
  /** Rows at most; all when undefined. */
  limit: number | undefined;
}

function splitRows(
  reading: SheetReading,
  text: string,
  isHtml: boolean,
  { formats, only, limit }: SplitWishes,
): SplitRows {
  if (isHtml) {
    const html = readHtmlTable(text);
    if ("trouble" in html) return { rows: [], trouble: html.trouble, first: 0 };
    return { rows: html.rows.slice(0, limit), trouble: null, first: 0 };
  }
  const named = readSepLine(text);
  const delimiter = named ?? chooseDelimiter(text, formats, only);
  reading.delimiter = delimiter;
  const wide = delimiter === null ? null : findWideLine(text, delimiter);
  if (wide !== null) return { rows: [], trouble: wide, first: 0 };
  return { ...splitCells(text, delimiter ?? NO_DELIMITER, limit), first: named === null ? 0 : 1 };
}

function refuseFile(file: string, { encoding, ...trouble }: Refusal): SheetReading {
  return { ...blankReading(file, encoding), problems: [fileProblem(file, trouble)] };
}

function fileProblem(file: string, trouble: Pick<Problem, "row" | "code" | "message" | "hint">): Problem {
  return { file, sheet: null, column: null, value: null, severity: "error", ...trouble };
}

/** The most regular delimiter under which a header is recognised; failing that the most regular; null for one column. */
export function chooseDelimiter(text: string, formats: readonly FormatSpec[], only: FormatSpec | null): string | null {
  // A header search needs no more, and a hostile line may be hundreds of megabytes.
  const start = text.slice(0, DELIMITER_SAMPLE_CHARACTERS);
  const ranked = rankDelimiters(start);
  const recognised = ranked.find((delimiter) => {
    const search = findHeader(splitCells(start, delimiter, DELIMITER_SAMPLE_ROWS).rows, formats, only);
    return "ambiguous" in search || ("found" in search && search.found.claims.length > 1);
  });
  if (recognised !== undefined) return recognised;
  // A list of names has one column and no delimiter; commas inside the names are not one.
  const plain = findHeader(splitCells(start, NO_DELIMITER, DELIMITER_SAMPLE_ROWS).rows, formats, only);
  return "found" in plain ? null : (ranked[0] ?? null);
}

const DELIMITER_SAMPLE_ROWS = 40;
const DELIMITER_SAMPLE_CHARACTERS = 256 * 1024;
/** Stands in no sheet. */
export const NO_DELIMITER = "\u001F";
