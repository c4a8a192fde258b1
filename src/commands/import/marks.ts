import type { Problem } from "../../domain/problem.js";
import { MARK_BULLET, MARK_HEADER } from "../../readers/sheet/mark-column.js";

/** What is wrong at one place of a sheet; one error among it makes it an error. */
export interface Mark {
  severity: Problem["severity"];
  lines: string[];
}

/** What is wrong with a sheet, by row as Excel counts and by the address of the cell ("F3"). */
export interface SheetMarks {
  rows: ReadonlyMap<number, Mark>;
  cells: ReadonlyMap<string, Mark>;
}

/** Sorts the problems of a sheet by their places; what concerns the sheet as a whole is put at row `topRow`. */
export function collectMarks(problems: readonly Problem[], sheet: string | null, topRow: number): SheetMarks {
  const rows = new Map<number, Mark>();
  const cells = new Map<string, Mark>();
  for (const problem of problems) {
    addMark(rows, problem.row ?? topRow, problem, describeInRow(problem, sheet));
    if (problem.cell !== undefined) addMark(cells, problem.cell, problem, describe(problem));
  }
  return { rows, cells };
}

function addMark<K>(marks: Map<K, Mark>, place: K, { severity }: Problem, line: string): void {
  const mark = marks.get(place) ?? { severity, lines: [] };
  if (severity === "error") mark.severity = severity;
  mark.lines.push(line);
  marks.set(place, mark);
}

/** Excel takes no more than 32.767 characters in a cell, and nobody reads as many. */
const MAX_CHARACTERS = 8000;

/** What stands in the column Lỗi at a row; at the header it begins with the name of the column. */
export function markText(lines: readonly string[], isHeader: boolean, lineBreak: " " | "\n"): string {
  const text = (isHeader ? [MARK_HEADER, ...lines] : lines).join(`${lineBreak}${MARK_BULLET} `);
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}

function describeInRow(problem: Problem, sheet: string | null): string {
  const { column, value } = problem;
  const other = problem.sheet === null || problem.sheet === sheet ? "" : `Trang tính “${problem.sheet}”: `;
  const place = column === null ? "" : `[${column}] `;
  const cell = value === null ? "" : `“${value}”: `;
  return describe(problem, `${other}${place}${cell}`);
}

function describe({ severity, message, hint }: Problem, place = ""): string {
  const kind = severity === "error" ? "" : "Lưu ý: ";
  // A broken letter quoted here would be one more broken letter of the copy.
  return `${kind}${place}${message} ${hint}`.trim().replaceAll("\uFFFD", "?");
}
