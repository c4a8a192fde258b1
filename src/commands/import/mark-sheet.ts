import { existsSync } from "node:fs";
import { parse } from "node:path";
import { formatDecimal } from "../../domain/number.js";
import { UserError } from "../../errors.js";
import { MARK_HEADER } from "../../readers/sheet/mark-column.js";
import { readCells } from "../../readers/sheet-cells.js";
import type { SheetReading } from "../../readers/table/reading.js";
import { MAX_CELLS } from "../../readers/workbook/workbook.js";
import { absolutePath, type Context, shownPath } from "../context/context.js";
import { chooseOutputFormat } from "../outgoing/output-format.js";
import { type OutputFile, writeFiles } from "../output/output.js";
import { copyAsText, copyAsWorkbook, copySheet, type SheetCopy } from "./copy-sheet.js";
import type { GivenFile } from "./given-files.js";
import type { ImportedSheet, ReadSheet } from "./sheets.js";

/** Throws UserError when the copy could not be written anyway: not one file, a wrong ending, or a name that is taken. */
export function checkMark(context: Context, path: string, files: readonly string[]): void {
  if (files.length !== 1) {
    throw new UserError("--mark chỉ đánh dấu được một tệp mỗi lần.", "Nạp từng tệp một khi dùng --mark.");
  }
  chooseOutputFormat(null, path, FORMATS);
  if (!existsSync(absolutePath(context, path))) return;
  throw new UserError(
    `Tệp ${path} đã có, nên không ghi đè.`,
    "Chọn tên khác sau --mark, hoặc xóa tệp đánh dấu lần trước.",
  );
}

const FORMATS = ["csv", "xlsx"] as const;

/** What there is to be marked: the file as given, its sheets as read, and what came of importing them. */
export interface MarkedImport {
  file: GivenFile;
  /** --repair. */
  repair: boolean;
  sheets: readonly ReadSheet[];
  imports: readonly ImportedSheet[];
}

/**
 * Writes a copy that says in one more column what is wrong in each row: a CSV for each sheet with problems, or one
 * workbook of all sheets that were read, with the cells marked too. Returns sentences for the notes.
 */
export async function markSheets(context: Context, path: string, marked: MarkedImport): Promise<string[]> {
  const readings = marked.sheets.map(({ reading }) => reading);
  const cells = await readCells({ bytes: await marked.file.readBytes(), repair: marked.repair }, readings);
  const copies = readings.flatMap((reading, index) => {
    const problems = marked.imports.find(
      ({ file, sheet }) => file === reading.file && sheet === reading.sheet,
    )?.problems;
    const own = cells[index] ?? null;
    return own === null ? [] : copySheet(reading, problems ?? [], own);
  });
  const withProblems = copies.filter(({ marks }) => marks.rows.size > 0);
  if (withProblems.length === 0) return [describeNothing(marked.imports)];
  const isWorkbook = chooseOutputFormat(null, path, FORMATS) === "xlsx";
  const problem = isWorkbook ? findTooLarge(copies) : null;
  if (problem !== null) return [problem];
  const files = isWorkbook
    ? [{ path: absolutePath(context, path), bytes: await copyAsWorkbook(copies) }]
    : await writeTexts(context, path, withProblems);
  await writeFiles(context, files, false);
  const shown = files.map((file) => shownPath(context, file.path)).join(", ");
  return [
    `Đã ghi bảng có cột ${MARK_HEADER}: ${shown}.`,
    ...readings.flatMap((reading) => describeLostUnit(reading, isWorkbook)),
  ];
}

async function writeTexts(context: Context, path: string, copies: readonly SheetCopy[]): Promise<OutputFile[]> {
  const texts = await Promise.all(copies.map(copyAsText));
  return texts.map((text, index) => ({
    path: absolutePath(context, texts.length === 1 ? path : numbered(path, index + 1)),
    bytes: Buffer.from(text, "utf8"),
  }));
}

function numbered(path: string, number: number): string {
  const { dir, name, ext } = parse(path);
  return `${dir === "" ? "" : `${dir}/`}${name}-${number}${ext}`;
}

function describeNothing(imports: readonly ImportedSheet[]): string {
  const isBroken = imports.some(({ problems }) => problems.some(({ severity }) => severity === "error"));
  return isBroken
    ? "Không ghi tệp đánh dấu vì tệp không tách được hết thành dòng và ô; sửa lỗi nêu trên trong tệp gốc trước."
    : "Không có dòng nào để đánh dấu, nên không ghi tệp đánh dấu.";
}

const MAX_EXCEL_ROWS = 1_048_576;

/** What says that a sheet is larger than Excel holds, or than can be read again; null when none is. */
function findTooLarge(copies: readonly SheetCopy[]): string | null {
  const large = copies.find(
    ({ rows }) => rows.length > MAX_EXCEL_ROWS || rows.reduce((sum, row) => sum + row.length, 0) > MAX_CELLS,
  );
  if (large === undefined) return null;
  const rows = formatDecimal(String(large.rows.length));
  return `Không ghi tệp đánh dấu: bảng có ${rows} dòng, quá lớn cho một trang tính Excel. Đặt tên tệp đuôi .csv sau --mark.`;
}

/** A unit known by the name of the file is not known by that of the copy, unless a sheet of a workbook bears it. */
function describeLostUnit({ unit, sheet }: SheetReading, isWorkbook: boolean): string[] {
  const isLost = unit?.from === "file" && !(isWorkbook && sheet === null);
  return isLost ? [`Đơn vị lấy theo tên tệp, nên nạp bản này với --unit "${unit.name}".`] : [];
}
