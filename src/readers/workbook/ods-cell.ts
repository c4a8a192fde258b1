import { booleanText, dateText, numberText } from "../cell/cell-text.js";
import { markFault } from "../cell/typed-cell.js";

/**
 * Text of an .ods cell from its attributes (local names) and the text of its paragraphs. The value is taken, not what
 * is shown of it; a percentage is told by its type, however its style came about.
 */
export function odsCellText(attributes: ReadonlyMap<string, string>, shown: string): string {
  if (attributes.get("formula") !== undefined) {
    if (ERROR.test(shown)) return markFault(shown);
    if (!attributes.has("value-type") && shown === "") return markFault(formulaText(attributes.get("formula") ?? ""));
  }
  const value = attributes.get("value") ?? "";
  switch (attributes.get("value-type")) {
    case "float":
    case "currency":
    case "percentage":
      if (value === "" || Number.isNaN(Number(value))) return shown;
      return numberText(Number(value), attributes.get("value-type") === "percentage");
    case "boolean":
      return booleanText(attributes.get("boolean-value") === "true");
    case "date":
      return dateText(readMoment(attributes.get("date-value") ?? "")) || shown;
    default:
      return shown === "" ? (attributes.get("string-value") ?? "") : shown;
  }
}

/** #DIV/0!, #N/A, and what LibreOffice writes for errors of its own: Err:502. */
const ERROR = /^(#(N\/A|DIV\/0!|[\p{L}]+[!?])|Err:\d+)$/u;

/** "of:=[.D5]/[.E5]" → "=D5/E5". */
function formulaText(formula: string): string {
  return formula.replace(/^[a-z]+:(?==)/, "").replace(/\[\.?([^\]]*)\]/g, "$1");
}

/** "2021-03-05" or "2021-03-05T08:30:00", without a time zone, as the fields of a UTC date. */
function readMoment(text: string): Date {
  return new Date(text.includes("T") ? `${text.replace(/(\.\d{3})\d+$/, "$1")}Z` : text);
}
