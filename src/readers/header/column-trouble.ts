import { cleanText } from "../../domain/name.js";
import { levelOfField } from "../../domain/plan-level.js";
import { readNumber } from "../cell/number.js";
import { specOf } from "../table/columns.js";
import type { ClaimContext, Column, ColumnClaim, FormatSpec, SettledClaims } from "../table/format.js";
import { columnLetter, readHeader } from "../table/header-key.js";
import type { TableProblem } from "../table/table.js";
import { meantFor } from "./find-header.js";
import { isComparisonHeader } from "./result-header.js";

/** A problem of the header row; the caller adds file, sheet and row. */
export type HeaderProblem = Omit<TableProblem, "row">;

export function describeMeasures([first, second]: readonly { header: string; measure: string }[]): HeaderProblem {
  return {
    column: second?.header ?? null,
    value: null,
    code: "measure-mismatch",
    severity: "error",
    message: `Cột “${first?.header}” và cột “${second?.header}” ghi hai đơn vị tính khác nhau.`,
    hint: "Đổi số liệu của các cột về cùng một đơn vị tính rồi nạp lại.",
  };
}

/** Two columns for one field. */
export interface Double {
  first: Column;
  second: ColumnClaim;
  wanted: string;
}

/** Each column too many; those of parts of the year ("Quý I", "Quý II") are one matter. */
export function describeDoubles(doubles: readonly Double[]): HeaderProblem[] {
  const parts = doubles.filter(({ second }) => second.period !== null);
  const [part] = parts;
  const others = doubles.filter(({ second }) => second.period === null).map(describeDouble);
  if (part === undefined) return others;
  const names = [part.first.header, ...parts.map(({ second }) => second.header)].map((header) => `“${header}”`);
  return [
    ...others,
    {
      ...describeDouble(part),
      message: `Các cột ${names.join(", ")} là số của từng phần năm, không có cột “${part.wanted}” của cả năm; chương trình không tự cộng.`,
      hint: `Thêm một cột số cả năm (“${part.wanted} cả năm”), hoặc chỉ giữ cột cần nạp, hoặc dùng --map để bỏ các cột kia.`,
    },
  ];
}

function describeDouble({ first, second, wanted }: Double): HeaderProblem {
  return {
    column: second.header,
    index: second.index,
    value: null,
    code: "duplicate-column",
    severity: "error",
    message: `Hai cột “${first.header}” và “${second.header}” cùng được hiểu là “${wanted}”.`,
    hint: "Giữ một cột, đổi tên hoặc xóa cột còn lại; hoặc dùng --map để nói cột nào không đọc.",
  };
}

/** Two tables side by side: the headers begin again. */
export function describeBeside(index: number): HeaderProblem {
  return {
    column: columnLetter(index),
    value: null,
    code: "duplicate-column",
    severity: "error",
    message: `Hai bảng đặt cạnh nhau: từ cột ${columnLetter(index)} các tiêu đề lặp lại.`,
    hint: "Chuyển bảng bên phải xuống dưới bảng bên trái, hoặc sang một tệp, một trang tính khác.",
  };
}

export function describeMissing(header: string, format: FormatSpec, unknown: readonly string[]): HeaderProblem {
  const meant = meantFor(header, unknown);
  return {
    column: header,
    value: null,
    code: "missing-column",
    severity: "error",
    message: `Bảng ${format.title} thiếu cột “${header}”.`,
    hint:
      meant === null
        ? `Thêm cột “${header}” và ghi vào từng dòng.`
        : `Nếu cột “${meant}” chính là cột đó, hãy sửa tên cột.`,
  };
}

/** Once for each column taken: which others would fit and are not read. */
export function describePassedOver(passedOver: SettledClaims["passedOver"], format: FormatSpec): HeaderProblem[] {
  const others = passedOver.filter(({ claim, taken }) => claim.header !== taken.header);
  return [...new Set(others.map(({ taken }) => taken))].map((taken): HeaderProblem => {
    const claims = others.filter((other) => other.taken === taken).map(({ claim }) => claim);
    const names = claims.map(({ header }) => `“${header}”`).join(", ");
    return {
      column: claims[0]?.header ?? null,
      index: claims[0]?.index,
      value: null,
      code: "other-column",
      severity: "warning",
      message: `Có nhiều cột “${specOf(format, taken.fields[0] ?? "")?.header ?? ""}”: đã lấy cột “${taken.header}”, không đọc cột ${names}.`,
      hint: `Nếu muốn lấy cột ${claims.length > 1 ? "khác" : names}, hãy xóa hoặc đổi tên cột “${taken.header}”.`,
    };
  });
}

/** Several plan columns: which one counts, and how another is chosen. */
export function describeOtherPlans(columns: ReadonlyMap<string, Column>): HeaderProblem[] {
  const others = [...columns].flatMap(([field, column]) => {
    const level = levelOfField(field);
    return level === null ? [] : [{ level, ...column }];
  });
  const [first] = others;
  if (first === undefined) return [];
  const names = others.map(({ header }) => `“${header}”`).join(", ");
  return [
    {
      column: first.header,
      index: first.index,
      value: null,
      code: "other-plan-column",
      severity: "warning",
      message: `Có nhiều cột kế hoạch: tỷ lệ và điểm tính theo cột “${columns.get("planned")?.header}”; cột ${names} cũng được lưu.`,
      hint: `Muốn tính theo cột khác thì thêm --plan "${first.level}" khi xem, hoặc đặt mặc định: thidua config plan.level "${first.level}".`,
    },
  ];
}

export function describePartOfYear({ header, period }: ColumnClaim): HeaderProblem {
  return {
    column: header,
    value: null,
    code: "part-of-year",
    severity: "warning",
    message: `Cột “${header}” là số của một phần năm (${period}), được nạp làm số thực hiện và so với kế hoạch cả năm.`,
    hint: "Khi có số cả năm thì nạp lại; đến lúc đó tỷ lệ và xếp hạng chưa phải kết quả cuối cùng.",
  };
}

/** Without a plan or a result, a column of figures that nobody knows is likely the one. */
export function describeUnread(
  cells: readonly string[],
  unknown: readonly string[],
  columns: ReadonlyMap<string, Column>,
  format: FormatSpec,
  { sampleColumn }: ClaimContext,
): HeaderProblem[] {
  const figures = format.recognisedBy.flat().filter((field) => specOf(format, field)?.kind === "measurement");
  const lacking = figures.filter((field) => !columns.has(field));
  if (lacking.length === 0 || unknown.length === 0) return [];
  const filled = cells.flatMap((cell, index) => {
    const header = cleanText(cell);
    if (!unknown.includes(header)) return [];
    return sampleColumn(index).some((text) => readNumber(text, "undecided") !== null) ? [header] : [];
  });
  const wanted = lacking.map((field) => `“${specOf(format, field)?.header ?? ""}”`).join(", ");
  const unread = filled.filter((header) => !isComparisonHeader(readHeader(header)));
  const compared = filled.filter((header) => !unread.includes(header));
  return [
    ...describeColumns(unread, (names) => ({
      code: "unread-figures",
      message: `Bảng không có cột ${wanted}, trong khi có số liệu ở cột không rõ nghĩa nên không được đọc: ${names}.`,
      hint: `Nếu đó là cột ${wanted}, hãy đổi tên cột như vậy (hoặc dùng --map) rồi nạp lại.`,
    })),
    ...describeColumns(compared, (names) => ({
      code: "comparison-column",
      message: `Cột so sánh ${names} không được đọc: tăng, giảm được tính từ số thực hiện và số năm trước.`,
      hint: "Muốn có mức tăng, giảm thì bảng cần cột Thực hiện và cột Năm trước.",
    })),
  ];
}

function describeColumns(
  headers: readonly string[],
  describe: (names: string) => Pick<HeaderProblem, "code" | "message" | "hint">,
): HeaderProblem[] {
  const [column] = headers;
  if (column === undefined) return [];
  const names = headers.map((header) => `“${header}”`).join(", ");
  return [{ column, value: null, severity: "warning", ...describe(names) }];
}
