import { formatWhole } from "../../domain/number.js";
import type { Problem } from "../../domain/problem.js";
import type { SheetReading } from "./reading.js";

/** Nobody mends so many cells one by one, and a hostile file may have millions. */
const MAX_ERRORS = 10_000;
/** The first rows of a large sheet: enough for too many errors, one in each. */
export const HEAD_ROWS = 12_000;
/** Rows that are not data: each is listed with its reason. */
export const MAX_SKIPPED = 50_000;
/** Units, or indicators, of one sheet: the country has some 3.300 communes, the largest plan some hundred indicators. */
export const MAX_NAMES = 50_000;
/** Figures of a sheet with a column per indicator or unit, which is read whole. */
export const MAX_WIDE_FIGURES = 200_000;

interface Limit {
  message: string;
  hint: string;
}

const LIMITS = {
  "too-many-errors": {
    message: `Bảng có từ ${formatWhole(MAX_ERRORS)} lỗi trở lên nên chương trình dừng đọc ở đây.`,
    hint: "Có lẽ một cột nằm sai chỗ hoặc tệp không phải bảng như tiêu đề ghi: sửa các lỗi đã báo rồi nạp lại.",
  },
  "too-many-skipped": {
    message: `Bảng có hơn ${formatWhole(MAX_SKIPPED)} dòng trống hoặc không phải số liệu (tiêu đề lặp lại, dòng nhóm, ghi chú …) nên chương trình dừng đọc ở đây.`,
    hint: "Xóa các dòng thừa rồi nạp lại; nếu các dòng ấy là số liệu thì kiểm tra xem có bị lệch cột không.",
  },
  "too-many-units": {
    message: `Bảng nêu hơn ${formatWhole(MAX_NAMES)} đơn vị.`,
    hint: "Kiểm tra xem cột tên đơn vị có bị lệch không; nếu đúng là nhiều như vậy thì tách bảng thành nhiều tệp.",
  },
  "too-many-indicators": {
    message: `Bảng nêu hơn ${formatWhole(MAX_NAMES)} chỉ tiêu.`,
    hint: "Kiểm tra xem cột tên chỉ tiêu có bị lệch không; nếu đúng là nhiều như vậy thì tách bảng thành nhiều tệp.",
  },
  "too-many-figures": {
    message: `Bảng rộng có hơn ${formatWhole(MAX_WIDE_FIGURES)} ô số liệu.`,
    hint: "Tách bảng thành nhiều tệp, mỗi tệp một số dòng hoặc một số cột, rồi nạp từng tệp.",
  },
} as const satisfies Record<string, Limit>;

type LimitCode = keyof typeof LIMITS;

/** A sheet is over a limit: what was found until then is told, and that it was not read on. */
export class ReadingStopped extends Error {
  constructor(
    readonly code: LimitCode,
    /** As Excel shows it; null for the sheet as a whole. */
    readonly row: number | null = null,
  ) {
    super(code);
  }
}

/** Throws when the problems of a sheet have reached the limit; warnings may be as many as they like. */
export function stopAtTooMany(problems: readonly Problem[]): void {
  if (problems.length < MAX_ERRORS) return;
  if (problems.filter(({ severity }) => severity === "error").length < MAX_ERRORS) return;
  const row = problems.reduce((last, problem) => Math.max(last, problem.row ?? 0), 0);
  throw new ReadingStopped("too-many-errors", row);
}

/** Reads a sheet; one over a limit is left without records, which is told. */
export function readWithinLimits(reading: SheetReading, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
    reading.problems.push(describeStop(reading, error));
  }
}

/** Whether the sheet was left because of a limit. */
export function wasStopped({ problems }: Pick<SheetReading, "problems">): boolean {
  return problems.some(({ code }) => Object.hasOwn(LIMITS, code));
}

/** What is told of a sheet that was not read to its end. */
export function describeStop({ file, sheet }: Pick<SheetReading, "file" | "sheet">, stop: ReadingStopped): Problem {
  const { code, row } = stop;
  return { file, sheet, row, column: null, value: null, code, severity: "error", ...LIMITS[code] };
}
