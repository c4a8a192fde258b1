import type { Problem } from "../domain/problem.js";
import { splitCells } from "./csv.js";
import { decodeText } from "./decode.js";
import { rankDelimiters, readSepLine } from "./delimiter.js";
import { findHeader } from "./find-header.js";
import type { FormatSpec } from "./format.js";
import { readRows } from "./read-rows.js";
import type { SheetReading } from "./reading.js";
import { NO_HINTS, type UnitHints } from "./sheet-unit.js";

/** Bytes of a CSV → what is in it. */
export function readCsv(
  file: string,
  bytes: Uint8Array,
  formats: readonly FormatSpec[],
  only: FormatSpec | null,
  hints: UnitHints = NO_HINTS,
): SheetReading {
  const reading = blankReading(file);
  const decoded = decodeText(bytes);
  if ("refusal" in decoded) {
    const { code, encoding, row, message, hint } = decoded.refusal;
    reading.encoding = encoding;
    reading.problems.push(fileProblem(file, { row, code, message, hint }));
    return reading;
  }
  const { text } = decoded;
  reading.encoding = decoded.encoding;
  const named = readSepLine(text);
  const delimiter = named ?? chooseDelimiter(text, formats, only);
  const { rows, trouble } = splitCells(text, delimiter ?? NO_DELIMITER);
  reading.delimiter = delimiter;
  if (trouble !== null) reading.problems.push(fileProblem(file, trouble));
  if (rows.length > 0 && (trouble === null || rows.length > 1)) {
    readRows(reading, rows, formats, only, named === null ? 0 : 1, hints);
  }
  reading.problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  reading.skipped.sort((a, b) => a.row - b.row);
  return reading;
}

function blankReading(file: string): SheetReading {
  return {
    file,
    sheet: null,
    encoding: "unknown",
    delimiter: null,
    layout: null,
    headerRow: null,
    title: [],
    year: null,
    columns: {},
    unknownColumns: [],
    skipped: [],
    problems: [],
    content: null,
  };
}

function fileProblem(file: string, trouble: Pick<Problem, "row" | "code" | "message" | "hint">): Problem {
  return { file, sheet: null, column: null, value: null, severity: "error", ...trouble };
}

/** The most regular delimiter under which a header is recognised; failing that the most regular; null for one column. */
function chooseDelimiter(text: string, formats: readonly FormatSpec[], only: FormatSpec | null): string | null {
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
const NO_DELIMITER = "\u001F";
