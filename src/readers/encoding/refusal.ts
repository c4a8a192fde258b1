import type { FileKind } from "./sniff.js";

/** Something about the file as a whole, or from one of its rows on. */
export interface FileTrouble {
  code: string;
  row: number | null;
  message: string;
  hint: string;
}

/** Why bytes are not read, and what they look like. */
export interface Refusal extends FileTrouble {
  encoding: string;
}

/** Bytes we agree to read; a million rows of results are about 120 MB. */
export const MAX_FILE_BYTES = 160 * 1024 * 1024;

const MAX_HTML_BYTES = 32 * 1024 * 1024;

const SAVE_AS_CSV =
  "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As), kiểu “CSV UTF-8 (Comma delimited)”, rồi nhập tệp .csv vừa lưu.";

/** A file over the limit need not be read to be refused. null when `size` bytes are within it. */
export function refuseTooLarge(size: number): Refusal | null {
  if (size <= MAX_FILE_BYTES) return null;
  const message = "Tệp lớn quá 160 MB.";
  return refuse("file-too-large", "unknown", message, "Tách tệp thành nhiều tệp nhỏ hơn rồi nhập từng tệp.");
}

function refuse(code: string, encoding: string, message: string, hint: string): Refusal {
  return { code, encoding, row: null, message, hint };
}

/** Files that are no text at all, or a page too large. */
export function refuseKind(bytes: Uint8Array, kind: FileKind): Refusal | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString("latin1");
  if (kind === "html" && bytes.length > MAX_HTML_BYTES) {
    const message = "Tệp HTML lớn quá 32 MB.";
    return refuse("file-too-large", "unknown", message, SAVE_AS_CSV);
  }
  if (head.startsWith("%PDF")) {
    return refuse(
      "not-a-sheet",
      "unknown",
      "Tệp này là tệp PDF, không phải bảng tính.",
      "Nhập bảng tính gốc, lưu thành CSV UTF-8.",
    );
  }
  return null;
}

export function refuseEmpty(encoding: string): Refusal {
  return refuse("empty-file", encoding, "Tệp trống, không có dòng nào.", "Kiểm tra lại tệp đã lưu.");
}

/** A zero byte at `offset` in what is no UTF-16. */
export function refuseZero(bytes: Uint8Array, offset: number): Refusal {
  const message = "Tệp có ký tự NUL, không phải tệp văn bản.";
  return { ...refuse("binary-file", "unknown", message, SAVE_AS_CSV), row: lineOf(bytes, offset) };
}

/** A file of which `row` is UTF-8 and what stands before it is not. */
export function refuseJoined(encoding: string, row: number): Refusal {
  const message = "Tệp lẫn nhiều bảng mã: từ dòng này là UTF-8, còn các dòng khác thì không.";
  const hint =
    "Có lẽ tệp được nối từ nhiều tệp: nạp riêng từng tệp gốc, hoặc lưu lại tất cả kiểu CSV UTF-8 rồi mới nối.";
  return { code: "mixed-encodings", encoding, row, message, hint };
}

/** No encoding makes Vietnamese of the bytes. */
export function refuseUnknown(bytes: Uint8Array): Refusal {
  const message =
    "Không nhận ra bảng mã của tệp từ dòng này: không phải UTF-8, UTF-16, Windows-1258, TCVN3 (ABC) hay VNI, hoặc có nhiều ký tự hỏng.";
  const hint = "Mở tệp gốc, đổi phông chữ sang Unicode nếu cần, chọn Lưu thành CSV UTF-8, rồi nhập lại.";
  const offset = bytes.findIndex((byte) => byte >= 0x80);
  return { code: "not-utf-8", encoding: "unknown", row: lineOf(bytes, offset), message, hint };
}

/** Line (from 1) in which the byte at `offset` stands. */
export function lineOf(bytes: Uint8Array, offset: number): number {
  const end = lineEnd(bytes);
  let line = 1;
  for (let index = 0; index < offset; index++) if (bytes[index] === end) line++;
  return line;
}

/** The byte that ends a line: CR where there is no LF. */
export function lineEnd(bytes: Uint8Array): number {
  return bytes.includes(LINE_FEED) ? LINE_FEED : CARRIAGE;
}

const LINE_FEED = 10;
const CARRIAGE = 13;
