import { nameKey } from "../../domain/name.js";
import type { Table } from "./format.js";
import type { SkipReason } from "./reading.js";
import { isNoteLabel, isOrdinal, isPlaceAndDate, isPosition, isSignature } from "./row-kind.js";
import { cellText } from "./table.js";

/** Signatures are short; a sentence may name a day as well. */
const SIGNATURE_LENGTH = 80;

/**
 * What a row of a table of sentences (`FormatSpec.proseField`) is, header and blank rows apart: whatever fills their column is
 * data, though it begin with "Tổng số" or "Ghi chú"; a row without one is a form's empty line, or heads the rows below.
 */
export function judgeProseRow(table: Table, cells: readonly string[], below: readonly string[][]): "data" | SkipReason {
  const { proseField = "", columns } = table.format;
  const naming = columns.filter(({ required, field }) => required && field !== proseField);
  const isNamed = (row: readonly string[]) => naming.some(({ field }) => cellText(table, row, field) !== "");
  const texts = cells.map(table.clean).filter((text) => text !== "" && !isOrdinal(text));
  const [first = ""] = texts;
  if (cellText(table, cells, proseField) !== "") {
    const isLone = texts.length === 1 && !isNamed(cells) && first.length < SIGNATURE_LENGTH;
    return isLone && (isSignature(first) || isLastLine(first)) ? "footer" : "data";
  }
  if (texts.length === 0) return "blank";
  if (texts.some((text) => isSignature(text) || isLastLine(text)) || texts.every(isPosition)) return "footer";
  if (texts.length === 1 && isNoteLabel(first)) return "note";
  const isFormLine = naming.every(({ field, words = {} }) => {
    const key = nameKey(cellText(table, cells, field));
    return Object.values(words).some((word) => nameKey(word) === key);
  });
  const next = below.find((row) => row.some((cell) => table.clean(cell) !== ""));
  const isContinued = next !== undefined && !isNamed(next) && judgeProseRow(table, next, []) === "data";
  return isFormLine && !isContinued ? "blank" : "group";
}

/** "Lâm Bình, ngày 20 tháng 11 năm 2020", not a sentence about that day. */
function isLastLine(text: string): boolean {
  return text.length < SIGNATURE_LENGTH && isPlaceAndDate(text) && /năm[\s\d.…]*$/u.test(text);
}
