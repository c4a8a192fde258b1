/** Something wrong in an input (spreadsheet or template), with its place. Returned, never thrown: a person wants them all. */
export interface Problem {
  /** File name as the person gave it. */
  file: string;
  sheet: string | null;
  /** Where in a Word file: "thân văn bản, bảng 2, dòng 3"; absent for sheets and when the whole file is meant. */
  place?: string;
  /** Row as Excel shows it (first row 1); null when the whole file is meant. */
  row: number | null;
  /** The column's header as written in the sheet, or its letter; null when the whole row is meant. */
  column: string | null;
  /** The one cell that is wrong, as Excel names it ("F3"), for a header may stand twice; absent when no cell is known. */
  cell?: string;
  /** The cell's text as read; null when there is no cell. */
  value: string | null;
  code: string;
  /** An error stops the import; a warning is listed and nothing more. */
  severity: "error" | "warning";
  /** Vietnamese: what is wrong. */
  message: string;
  /** Vietnamese: what to do about it. */
  hint: string;
}

/** `tep.csv:12 [Kế hoạch] "mười": không phải là số. Sửa …` */
export function formatProblem(problem: Problem): string {
  const part = problem.sheet ?? problem.place ?? null;
  const sheet = part === null ? "" : `(${part})`;
  const row = problem.row === null ? "" : `:${problem.row}`;
  const column = problem.column === null ? "" : ` [${problem.column}]`;
  const value = problem.value === null ? "" : ` "${shorten(problem.value)}"`;
  return `${problem.file}${sheet}${row}${column}${value}: ${problem.message} ${problem.hint}`.trimEnd();
}

function shorten(value: string): string {
  const flat = value.replace(/\s+/g, " ");
  return flat.length > 60 ? `${flat.slice(0, 57)}…` : flat;
}
