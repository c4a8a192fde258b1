import { dropFormulaMark } from "../../domain/formula-mark.js";
import { dropMark } from "../cell/typed-cell.js";

/** As many characters as a cell of Excel holds. */
export const MAX_CELL_CHARACTERS = 32_767;

/**
 * A cell of sentences: composed letters and nothing invisible, its line breaks (as "\n"), tabs and blanks inside kept;
 * without blank lines around it.
 */
export function proseText(stored: string): string {
  const text = dropMark(stored)
    .normalize("NFC")
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, "")
    .trim();
  return dropFormulaMark(text);
}
