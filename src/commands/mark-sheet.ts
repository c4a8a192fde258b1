import { existsSync } from "node:fs";
import { parse } from "node:path";
import type { Problem } from "../domain/problem.js";
import { UserError } from "../errors.js";
import { rowsOf } from "../readers/sheet-rows.js";
import { absolutePath, type Context, shownPath } from "./context.js";
import type { ImportedSheet, ReadSheet } from "./import.js";
import { type OutputFile, writeFiles } from "./output.js";

/** The header of the column that says what is wrong in each row. */
export const MARK_HEADER = "Lỗi";

/** Throws UserError when the copy could not be written anyway: not one file, or a name that is taken. */
export function checkMark(context: Context, path: string, files: readonly string[]): void {
  if (files.length !== 1) {
    throw new UserError("--mark chỉ đánh dấu được một tệp mỗi lần.", "Nạp từng tệp một khi dùng --mark.");
  }
  if (!existsSync(absolutePath(context, path))) return;
  throw new UserError(
    `Tệp ${path} đã có, nên không ghi đè.`,
    "Chọn tên khác sau --mark, hoặc xóa tệp đánh dấu lần trước.",
  );
}

/**
 * Writes a copy of each sheet that has problems, as CSV with one more column that says what is wrong in each row.
 * Returns a sentence for the notes.
 */
export async function markSheets(
  context: Context,
  path: string,
  sheets: readonly ReadSheet[],
  imports: readonly ImportedSheet[],
): Promise<string> {
  const marked = sheets.flatMap(({ reading }) => {
    const problems =
      imports.find(({ file, sheet }) => file === reading.file && sheet === reading.sheet)?.problems ?? [];
    const rows = rowsOf(reading);
    return problems.length === 0 || rows.length === 0 ? [] : [{ rows, problems, headerRow: reading.headerRow }];
  });
  if (marked.length === 0) return "Không có dòng nào để đánh dấu, nên không ghi tệp đánh dấu.";
  const { formatSheet } = await import("../terminal/csv.js");
  const files = marked.map(
    ({ rows, problems, headerRow }, index): OutputFile => ({
      path: absolutePath(context, marked.length === 1 ? path : numbered(path, index + 1)),
      bytes: Buffer.from(formatSheet(addMarks(rows, problems, headerRow)), "utf8"),
    }),
  );
  await writeFiles(context, files, false);
  return `Đã ghi bảng có cột ${MARK_HEADER}: ${files.map((file) => shownPath(context, file.path)).join(", ")}.`;
}

function numbered(path: string, number: number): string {
  const { dir, name, ext } = parse(path);
  return `${dir === "" ? "" : `${dir}/`}${name}-${number}${ext}`;
}

/** The rows with what is wrong in each behind its last cell; what concerns the whole sheet stands at its header. */
function addMarks(
  rows: readonly string[][],
  problems: readonly Problem[],
  headerRow: number | null,
): (readonly string[])[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const marks = new Map<number, string[]>([[headerRow ?? 1, headerRow === null ? [] : [MARK_HEADER]]]);
  for (const problem of problems) {
    const row = problem.row === null || problem.row > rows.length ? (headerRow ?? 1) : problem.row;
    marks.set(row, [...(marks.get(row) ?? []), describeMark(problem)]);
  }
  return rows.map((cells, index) => {
    const mark = marks.get(index + 1);
    if (mark === undefined) return cells;
    return [...cells, ...Array<string>(width - cells.length).fill(""), mark.join(" • ")];
  });
}

function describeMark({ column, value, severity, message, hint }: Problem): string {
  const kind = severity === "error" ? "" : "Lưu ý: ";
  const place = column === null ? "" : `[${column}] `;
  const cell = value === null ? "" : `“${value}”: `;
  return `${kind}${place}${cell}${message} ${hint}`.trim();
}
