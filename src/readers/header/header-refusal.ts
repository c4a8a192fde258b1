import type { Problem } from "../../domain/problem.js";
import { looksLost } from "../cell/text.js";
import type { FormatSpec } from "../table/format.js";
import type { NearestHeader } from "./find-header.js";

type HeaderlessProblem = Pick<Problem, "row" | "column" | "value" | "code" | "message" | "hint">;

/** A header row that two formats fit equally. */
export function describeAmbiguous({
  rowIndex,
  formats,
}: {
  rowIndex: number;
  formats: FormatSpec[];
}): HeaderlessProblem {
  const names = formats.map((format) => `${format.id} (${format.title})`).join(" và ");
  return {
    row: rowIndex + 1,
    column: null,
    value: null,
    code: "ambiguous-format",
    message: `Dòng tiêu đề hợp với nhiều loại bảng: ${names}.`,
    hint: `Thêm tùy chọn --as để chọn, ví dụ --as ${formats[0]?.id}.`,
  };
}

const SEARCHED_ROWS = 300;

/** Why no header was found: letters lost, nothing near, or the columns the nearest one lacks. */
export function describeNoHeader(nearest: NearestHeader | null, rows: readonly string[][]): HeaderlessProblem {
  const base = { row: nearest === null ? null : nearest.rowIndex + 1, column: null, value: null };
  if (rows.slice(0, SEARCHED_ROWS).some((cells) => cells.some(looksLost))) {
    return {
      ...base,
      code: "lost-letters",
      message: "Chữ có dấu trong tệp đã bị mất khi lưu (thành dấu ?).",
      hint: "Mở tệp gốc, chọn Lưu thành CSV UTF-8 rồi nhập lại; tệp này không khôi phục được chữ đã mất.",
    };
  }
  if (nearest === null) {
    return {
      ...base,
      code: "unknown-header",
      message: "Không tìm thấy dòng tiêu đề cột nào nhận ra được trong 30 dòng đầu.",
      hint: "Kiểm tra tên các cột (xem docs/formats.md), hoặc thêm tùy chọn --as để nói rõ loại bảng.",
    };
  }
  const wanted = nearest.missing.map(({ header }) => `“${header}”`).join(", ");
  const meant = nearest.missing.find((one) => one.meant !== null);
  return {
    ...base,
    column: nearest.missing[0]?.header ?? null,
    code: "missing-column",
    message: `Dòng tiêu đề giống bảng ${nearest.format.title} nhưng thiếu cột ${wanted}.`,
    hint:
      meant === undefined
        ? `Thêm cột ${wanted} và ghi ở từng dòng (tên ở dòng nhóm hay ở tên bảng thì chép vào đó), hoặc dùng --as nếu đây là loại bảng khác.`
        : `Nếu cột “${meant.meant}” chính là cột “${meant.header}”, hãy sửa tên cột.`,
  };
}
