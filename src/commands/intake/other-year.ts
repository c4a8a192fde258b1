import type { Problem } from "../../domain/problem.js";
import { readHeader } from "../../readers/table/header-key.js";
import type { SheetReading } from "../../readers/table/reading.js";

/** Figures headed by another year belong to it, unless --year says otherwise; a title may speak of another year by chance. */
export function otherYear(reading: SheetReading, year: number, givenYear: boolean): Problem {
  const { file, sheet, columns, content } = reading;
  const isSure =
    (content?.format === "ket-qua" && columns.year !== undefined) ||
    Object.values(columns).some(({ header }) => readHeader(header).year === reading.year);
  const severity = isSure && !givenYear ? "error" : "warning";
  const message = `Bảng ghi năm ${reading.year} nhưng đang nạp vào năm ${year}.`;
  const own = `Nếu đúng là số liệu năm ${reading.year}, nạp lại với --year ${reading.year}`;
  const hint = severity === "error" ? `${own}; nếu vẫn nạp vào năm ${year} thì thêm --year ${year}.` : `${own}.`;
  return { file, sheet, row: null, column: null, value: null, code: "other-year", severity, message, hint };
}
