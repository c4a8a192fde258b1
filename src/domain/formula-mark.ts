/** Excel runs a text that begins so as a formula; behind Excel's mark for "keep as text" (') it does not. */
const MARKABLE = /^'*[=+\-@＝＋－＠]/;
const MARKED = /^'+[=+\-@＝＋－＠]/;

/** A text for a cell of a CSV: what Excel would run is marked with '. `dropFormulaMark` gives the text back. */
export function markFormula(text: string): string {
  return MARKABLE.test(text) ? `'${text}` : text;
}

/** The text of a cell without the mark that keeps it from being a formula: "'=1+1" → "=1+1". */
export function dropFormulaMark(text: string): string {
  return MARKED.test(text) ? text.slice(1) : text;
}
