import type { Direction } from "../../domain/indicator.js";
import { UserError } from "../../errors.js";
import { isMissingMark, readPassMark } from "../../readers/cell/marks.js";
import { readNumber } from "../../readers/cell/number.js";

/** A value of a result typed on the command line, as it is stored; null = no value. Throws UserError for what is no value. */
export function readTypedValue(typed: string, direction: Direction): string | null {
  const text = typed.normalize("NFC").trim();
  if (text === "" || isMissingMark(text)) return null;
  const pass = readPassMark(text);
  if (pass !== null && direction === "pass") return pass ? "dat" : "khong-dat";
  const reading = readNumber(text, "vietnamese");
  if (reading !== null && "value" in reading) return reading.value;
  if (direction === "pass") {
    throw new UserError(`"${text}" không phải là Đạt hay Không đạt.`, "Chỉ tiêu này ghi Đạt hoặc Không đạt.");
  }
  throw new UserError(
    `"${text}" không phải là con số đọc được.`,
    "Ghi số như 1.234,5, hoặc để trống khi không có số liệu.",
  );
}
