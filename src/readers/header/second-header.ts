import { nameKey } from "../../domain/name.js";
import { readNumber } from "../cell/number.js";
import { claimColumns } from "../table/columns.js";
import type { FormatSpec, Table } from "../table/format.js";
import { reportProblem } from "../table/table.js";

/** A header over two rows (KH and TH under a unit's name) is another layout; reading it as this one would mislead. */
export function hasSecondHeaderRow(table: Table, formats: readonly FormatSpec[]): boolean {
  const below = table.rows[table.headerIndex + 1] ?? [];
  const header = table.rows[table.headerIndex] ?? [];
  const required = table.format.columns
    .filter((spec) => spec.required)
    .map((spec) => table.columns.get(spec.field)?.index);
  const isFilled = (index: number | undefined) => index !== undefined && table.clean(below[index] ?? "") !== "";
  if (required.every(isFilled)) return false;
  if (!required.some(isFilled) && splitsHeader(below.map(table.clean), header.map(table.clean))) return true;
  return formats.some(
    (format) => claimColumns(below, format).filter(({ index }) => header[index] !== below[index]).length >= 2,
  );
}

/** Words below the header, one of them where it is blank: "Đồng ý | Tổng số" under "Kết quả bỏ phiếu". */
function splitsHeader(below: readonly string[], header: readonly string[]): boolean {
  const texts = below.filter((text) => text !== "");
  const isUnderBlank = below.some((text, index) => text !== "" && (header[index] ?? "") === "");
  return isUnderBlank && texts.length >= 2 && texts.every((text) => readNumber(text, "undecided") === null);
}

/** What becomes of the columns: results go into long rows, births of men and of women under one header each. */
function adviceFor({ format, rows, headerIndex, clean }: Table): string {
  if (format.id === "ket-qua") return ", mỗi dòng là một đơn vị và một chỉ tiêu";
  const below = (rows[headerIndex + 1] ?? []).map((cell) => nameKey(clean(cell)));
  if (format.id !== "khen-thuong" || !below.includes("nam") || !below.includes("nữ")) return "";
  return "; hai cột Nam, Nữ thay bằng một cột “Năm sinh” và một cột “Giới tính” ghi Nam hoặc Nữ";
}

/** Says that the header takes two rows and how to write it as one. */
export function reportSecondHeaderRow(table: Table): void {
  reportProblem(table, {
    row: table.headerIndex + 2,
    column: null,
    value: null,
    code: "two-row-header",
    severity: "error",
    message: `Tiêu đề cột chiếm hai dòng (dòng ${table.headerIndex + 1} và ${table.headerIndex + 2}).`,
    hint: `Gộp thành một dòng tiêu đề, mỗi cột một ô${adviceFor(table)}.`,
  });
}
