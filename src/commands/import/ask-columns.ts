import { cleanText } from "../../domain/name.js";
import { UserError } from "../../errors.js";
import { FORMATS, type FormatId, type SheetReading } from "../../readers/index.js";
import { claimColumns } from "../../readers/table/columns.js";
import { headerKey, isOrdinalHeader } from "../../readers/table/header-key.js";
import { rowsOf } from "../../readers/table/sheet-rows.js";
import type { Context } from "../context/context.js";

/** Problems of a header row that a person can settle by saying what its columns are. */
const UNREAD = new Set(["unknown-header", "missing-column"]);

/**
 * Asks, on a terminal, what the columns of a sheet are whose headers nobody has seen. Returns header key → field (null =
 * not read); empty when there is nothing to ask or nobody to answer. Throws UserError when the person stops.
 */
export async function askColumns(
  { io, yes }: Context,
  reading: SheetReading,
  as: FormatId | null,
): Promise<Map<string, string | null>> {
  const fields = new Map<string, string | null>();
  const trouble = reading.problems.find(({ code, severity }) => severity === "error" && UNREAD.has(code));
  const rows = rowsOf(reading);
  if (trouble === undefined || rows.length === 0 || !io.interactive || yes) return fields;
  const cells = rows[(trouble.row ?? guessHeaderRow(rows)) - 1] ?? [];
  const formatId = as ?? reading.content?.format ?? (await askFormat(io, reading.file, cells));
  const format = FORMATS.find(({ id }) => id === formatId);
  if (format === undefined) throw new UserError("Đã dừng, chưa nạp gì.", "Sửa tên các cột, hoặc dùng --map.");
  const claims = claimColumns(cells, format);
  const taken = new Set(claims.flatMap((claim) => claim.fields));
  for (const [index, cell] of cells.entries()) {
    if (cleanText(cell) === "" || isOrdinalHeader(cell) || claims.some((claim) => claim.index === index)) continue;
    const free = format.columns.filter(({ field, ignored }) => !taken.has(field) && ignored !== true);
    const field = await io.ask.select({
      message: `Cột “${cleanText(cell)}” trong ${reading.file} là cột nào?`,
      choices: [
        { value: "-", name: "(không đọc cột này)" },
        ...free.map((column) => ({
          value: column.field,
          name: column.required ? `${column.header} (phải có)` : column.header,
        })),
      ],
    });
    fields.set(headerKey(cell), field === "-" ? null : field);
    taken.add(field);
  }
  return fields;
}

function askFormat(io: Context["io"], file: string, cells: readonly string[]): Promise<string> {
  const headers = cells.map(cleanText).filter((cell) => cell !== "");
  return io.ask.select({
    message: `Chưa nhận ra các cột của ${file} (${headers.join(", ")}). Đây là bảng gì?`,
    choices: [
      ...FORMATS.map(({ id, title }) => ({ value: id as string, name: title })),
      { value: "-", name: "(dừng lại)" },
    ],
  });
}

/** The row, as Excel counts, that looks most like a header: of the first 30 the one with the most words. */
function guessHeaderRow(rows: readonly string[][]): number {
  const words = rows.slice(0, 30).map((cells) => cells.filter((cell) => /\p{L}/u.test(cell)).length);
  return words.indexOf(Math.max(...words)) + 1;
}
