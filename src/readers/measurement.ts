import type { Measurement } from "../domain/indicator.js";
import { isCross, isNotAssigned, readPassMark } from "./marks.js";
import type { Row } from "./row.js";

/**
 * Kế hoạch, Thực hiện, Năm trước: a number, Đạt/Không đạt as true/false, or nothing.
 * `isPass`: the row is about passing or failing, so that a lone x is a tick; elsewhere it could mean "none".
 */
export function readMeasurement(row: Row, field: string, isPass: boolean): Measurement {
  const text = row.raw(field);
  if (text === "" || startsLikeNumber(text)) return row.number(field);
  if (isNotAssigned(text)) return null;
  const pass = readPassMark(text);
  if (pass !== null) return pass;
  if (!isCross(text)) return row.number(field);
  if (isPass) return true;
  return row.report(field, {
    code: "unclear-mark",
    message: "Dấu x ở đây có thể là “đạt” hoặc “không có số liệu”.",
    hint: "Ghi “Đạt” hoặc “Không đạt”, ghi con số, hoặc để trống nếu chưa có số liệu.",
  });
}

/** false when the plan or the result says "Không giao". */
export function readAssigned(row: Row): boolean {
  return !(["planned", "actual"] as const).some((field) => {
    const text = row.raw(field);
    return text !== "" && !startsLikeNumber(text) && isNotAssigned(text);
  });
}

function startsLikeNumber(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}
