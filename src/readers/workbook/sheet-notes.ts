import type { Problem } from "../../domain/problem.js";
import type { WorkbookSheet } from "./workbook.js";

/** Enough to see what is meant; a filter may hide thousands of rows. */
const SHOWN = 12;

/** Warnings of hidden rows and columns with content: they are read, since hiding is not deleting. */
export function describeHiddenParts(file: string, sheet: WorkbookSheet): Problem[] {
  const { name, hiddenRows, hiddenColumns } = sheet;
  const problems: Problem[] = [];
  if (hiddenRows.length > 0) {
    const what = hiddenRows.length === 1 ? "Dòng" : "Các dòng";
    problems.push(
      note(file, name, {
        code: "hidden-rows",
        message: `${what} ${listNumbers(hiddenRows)} đang bị ẩn; số liệu ở đó vẫn được đọc.`,
        hint: "Nếu không muốn nạp các dòng ẩn, hãy xóa chúng rồi lưu lại.",
      }),
    );
  }
  if (hiddenColumns.length > 0) {
    const what = hiddenColumns.length === 1 ? "Cột" : "Các cột";
    problems.push(
      note(file, name, {
        code: "hidden-columns",
        message: `${what} ${hiddenColumns.slice(0, SHOWN).join(", ")} đang bị ẩn; số liệu ở đó vẫn được đọc.`,
        hint: "Nếu không muốn nạp các cột ẩn, hãy xóa chúng rồi lưu lại.",
      }),
    );
  }
  return problems;
}

/** A hidden sheet is not read: what people hide is mostly lists for drop-down cells and last year's figures. */
export function describeHiddenSheet(file: string, name: string): Problem {
  return note(file, name, {
    code: "hidden-sheet",
    message: "Trang tính này đang bị ẩn nên không được đọc.",
    hint: `Nếu cần số liệu ở đó, bỏ ẩn rồi lưu lại, hoặc nạp riêng bằng --sheet "${name}".`,
  });
}

export function describeChartSheet(file: string, name: string): Problem {
  return note(file, name, {
    code: "no-table",
    message: "Trang tính này là biểu đồ, không có ô nào để đọc.",
    hint: "Không phải làm gì nếu số liệu nằm ở trang tính khác.",
  });
}

/** A sheet of notes beside the sheets with tables. */
export function describeNoTable(file: string, name: string): Problem {
  return note(file, name, {
    code: "no-table",
    message: "Trang tính này không có bảng nào nhận ra được nên không được đọc.",
    hint: "Nếu ở đó có bảng, kiểm tra tên các cột (xem docs/formats.md).",
  });
}

function note(file: string, sheet: string, trouble: Pick<Problem, "code" | "message" | "hint">): Problem {
  return { file, sheet, row: null, column: null, value: null, severity: "warning", ...trouble };
}

/** 3, 4, 5, 9 → "3–5, 9"; a long list ends in "…". */
function listNumbers(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs[runs.length - 1];
    if (run !== undefined && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  const shown = runs.slice(0, SHOWN).map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  return shown.join(", ") + (runs.length > SHOWN ? "…" : "");
}
