import { isUtf8 } from "node:buffer";

/** Why bytes are not a CSV in UTF-8: what they look like and what to do. */
export interface Refusal {
  code: string;
  encoding: string;
  /** Row (line) of the first bad byte, when that helps. */
  row: number | null;
  message: string;
  hint: string;
}

export type Decoded = { text: string; encoding: "utf-8" } | { refusal: Refusal };

/** Bytes we agree to look at; 100.000 rows of results are about 10 MB. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

const SAVE_AS_CSV =
  "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As), kiểu “CSV UTF-8 (Comma delimited)”, rồi nhập tệp .csv vừa lưu.";

/** UTF-8 (BOM dropped) as text; anything else is named and refused. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_FILE_BYTES) {
    return refuse(
      "file-too-large",
      "unknown",
      "Tệp lớn quá 256 MB.",
      "Tách tệp thành nhiều tệp nhỏ hơn rồi nhập từng tệp.",
    );
  }
  const refusal = refuseByMagic(bytes) ?? refuseByZeros(bytes);
  if (refusal !== null) return { refusal };
  if (!isUtf8(bytes)) return { refusal: refuseLegacy(bytes) };
  // TextDecoder drops the BOM itself.
  const text = new TextDecoder("utf-8").decode(bytes);
  if (!/\S/.test(text))
    return refuse("empty-file", "utf-8", "Tệp trống, không có dòng nào.", "Kiểm tra lại tệp đã lưu.");
  const html = /^\s*<(!doctype html|html|table|head|meta|\?xml)/i.test(text.slice(0, 512));
  if (html) return refuse("html-file", "unknown", "Tệp này là trang HTML hoặc XML, không phải CSV.", SAVE_AS_CSV);
  return { text, encoding: "utf-8" };
}

function refuse(code: string, encoding: string, message: string, hint: string): { refusal: Refusal } {
  return { refusal: { code, encoding, row: null, message, hint } };
}

function refuseByMagic(bytes: Uint8Array): Refusal | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString("latin1");
  if (head.startsWith("%PDF")) {
    return refuse(
      "not-a-sheet",
      "unknown",
      "Tệp này là tệp PDF, không phải bảng tính.",
      "Nhập bảng tính gốc, lưu thành CSV UTF-8.",
    ).refusal;
  }
  if (head.startsWith("\u00FF\u00FE")) return refuseUtf16("utf-16le");
  if (head.startsWith("\u00FE\u00FF")) return refuseUtf16("utf-16be");
  return null;
}

function refuseUtf16(encoding: string): Refusal {
  const message = "Tệp này lưu kiểu “Unicode Text” (UTF-16), chưa đọc được.";
  return refuse("utf-16-file", encoding, message, SAVE_AS_CSV).refusal;
}

/** Zero bytes: UTF-16 without a BOM when they stand on every other place, otherwise no text at all. */
function refuseByZeros(bytes: Uint8Array): Refusal | null {
  const first = bytes.indexOf(0);
  if (first < 0) return null;
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const isUtf16 = even + odd > sample.length / 10 && Math.min(even, odd) < (even + odd) / 10;
  if (isUtf16) return refuseUtf16(odd > even ? "utf-16le" : "utf-16be");
  const message = "Tệp có ký tự NUL, không phải tệp văn bản.";
  return { ...refuse("binary-file", "unknown", message, SAVE_AS_CSV).refusal, row: lineOf(bytes, first) };
}

function refuseLegacy(bytes: Uint8Array): Refusal {
  const text = new TextDecoder("utf-8").decode(bytes);
  const row = text.slice(0, text.indexOf("\uFFFD")).split(/\r\n|\n|\r/).length;
  const message =
    "Tệp không phải UTF-8: có lẽ đã lưu bằng bảng mã cũ (Windows-1258, TCVN3 (ABC) hoặc VNI), hoặc có ký tự hỏng từ dòng này.";
  const hint = "Mở tệp gốc, đổi phông chữ sang Unicode nếu cần, chọn Lưu thành CSV UTF-8, rồi nhập lại.";
  return { code: "not-utf-8", encoding: "unknown", row, message, hint };
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset; index++) if (bytes[index] === 10) line++;
  return line;
}
