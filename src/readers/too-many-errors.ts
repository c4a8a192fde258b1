import { formatWhole } from "../domain/number.js";
import type { Problem } from "../domain/problem.js";
import type { SheetReading } from "./reading.js";

/** Nobody mends so many cells one by one, and a hostile file may have millions. */
const MAX_ERRORS = 10_000;

/** A sheet has MAX_ERRORS errors; those are told, and that it was not read on. */
export class TooManyErrors extends Error {
  constructor() {
    super("a sheet has too many errors");
  }
}

/** Throws TooManyErrors when the problems of a sheet have reached the limit; warnings may be as many as they like. */
export function stopAtTooMany(problems: readonly Problem[]): void {
  if (problems.length < MAX_ERRORS) return;
  if (problems.filter(({ severity }) => severity === "error").length >= MAX_ERRORS) throw new TooManyErrors();
}

/** Reads a sheet; one with too many errors is left where they are, without records, which is told. */
export function readWithinErrors(reading: SheetReading, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    reading.problems.push(describeTooMany(reading));
  }
}

/** Whether the sheet was left because of its errors. */
export function hasTooManyErrors({ problems }: Pick<SheetReading, "problems">): boolean {
  return problems.some(({ code }) => code === CODE);
}

const CODE = "too-many-errors";

/** What is told behind the errors of a sheet that was not read to its end. */
export function describeTooMany({ file, sheet, problems }: Pick<SheetReading, "file" | "sheet" | "problems">): Problem {
  const row = problems.reduce((last, problem) => Math.max(last, problem.row ?? 0), 0);
  return {
    file,
    sheet,
    row,
    column: null,
    value: null,
    code: CODE,
    severity: "error",
    message: `Bảng có từ ${formatWhole(MAX_ERRORS)} lỗi trở lên nên chương trình dừng đọc ở đây.`,
    hint: "Có lẽ một cột nằm sai chỗ hoặc tệp không phải bảng như tiêu đề ghi: sửa các lỗi đã báo rồi nạp lại.",
  };
}
