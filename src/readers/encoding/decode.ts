import { isUtf8 } from "node:buffer";
import { formatWhole } from "../../domain/number.js";
import { findUtf8Line } from "./foreign-line.js";
import { guessEncoding, readBytes } from "./guess-encoding.js";
import { findMisreading, type Misread, rereadText } from "./misread-text.js";
import { type FileTrouble, type Refusal, refuseEmpty, refuseJoined, refuseUnknown, refuseZero } from "./refusal.js";

/** `note` says that letters were read otherwise than the file shows them. */
export type Decoded = { text: string; encoding: string; note: FileTrouble | null } | { refusal: Refusal };

export interface DecodeWishes {
  /** Whether garbled text may be put right; otherwise it is refused. */
  repair: boolean;
  /** Whether a text is a column header of some format. */
  knowsHeader(cell: string): boolean;
}

/** Bytes that are not refused → text, whatever encoding they are in, found by their content. A BOM is dropped, wherever it stands. */
export function decodeText(bytes: Uint8Array, wishes: DecodeWishes): Decoded {
  const unicode = findUnicode(bytes);
  if (unicode !== null && typeof unicode === "object") return { refusal: unicode };
  const encoding = unicode ?? guessEncoding(bytes, wishes.knowsHeader);
  if (encoding === null) return { refusal: refuseUnknown(bytes) };
  const joined = unicode !== null || encoding === "utf-8" ? null : findUtf8Line(bytes);
  if (joined !== null) return { refusal: refuseJoined(encoding, joined) };
  const text = dropMarks(
    encoding === "utf-16le" || encoding === "utf-16be"
      ? new TextDecoder(encoding).decode(bytes)
      : readBytes(bytes, encoding),
  );
  if (!/\S/.test(text)) return { refusal: refuseEmpty(encoding) };
  const misread = unicode === null ? null : findMisreading(text, wishes.knowsHeader);
  if (misread === null) return { text, encoding, note: null };
  return putRight(text, misread, wishes);
}

/** Unicode by its BOM, its zeros or because it is sound UTF-8; null when it is none, a refusal when it is no text. */
function findUnicode(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | Refusal | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zero = bytes.indexOf(0);
  if (zero >= 0) return findUtf16(bytes) ?? refuseZero(bytes, zero);
  return isUtf8(bytes) ? "utf-8" : null;
}

/** UTF-16 without a BOM has zeros on every other place: those beside its ASCII letters. */
function findUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const isUtf16 = even + odd > sample.length / 10 && Math.min(even, odd) < (even + odd) / 10;
  if (!isUtf16) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** BOMs of joined files stand in the middle, and "ï»¿" is one that a program took for letters. */
function dropMarks(text: string): string {
  const start = text.replace(/^(\uFEFF|ï»¿)+/, "");
  return start.includes("\uFEFF") ? start.replace(/([\r\n])\uFEFF+/g, "$1") : start;
}

function putRight(text: string, misread: Misread, wishes: DecodeWishes): Decoded {
  const { encoding, garbled } = misread.misreading;
  const reread = rereadText(text, misread);
  const { shown, meant } = reread.example;
  if (garbled && !wishes.repair) {
    const line = findHeaderLine(reread.text, wishes.knowsHeader);
    const was = line === null ? shown : (text.split(LINE_BREAK, line + 1)[line] ?? "");
    const is = line === null ? meant : (reread.text.split(LINE_BREAK, line + 1)[line] ?? "");
    const what = line === null ? "" : "dòng tiêu đề ";
    return {
      refusal: {
        code: "garbled-text",
        encoding,
        row: line === null ? null : line + 1,
        message: `Chữ trong tệp bị đọc nhầm bảng mã: ${what}“${shorten(was)}” lẽ ra là “${shorten(is)}”.`,
        hint: "Thêm tùy chọn --repair để chương trình sửa lại khi nạp, hoặc mở tệp gốc và lưu lại kiểu CSV UTF-8.",
      },
    };
  }
  const example = `ví dụ “${shorten(shown)}” là “${shorten(meant)}”`;
  if (garbled) {
    const message = `Đã sửa chữ bị đọc nhầm bảng mã ở ${formatWhole(reread.count)} ô, ${example}.`;
    const hint = "Xem lại tên đơn vị và chỉ tiêu trước khi dùng số liệu.";
    return { text: reread.text, encoding, note: { code: "repaired-text", row: null, message, hint } };
  }
  if (reread.whole) return { text: reread.text, encoding, note: null };
  const font = encoding === "tcvn3" ? "TCVN3 (ABC)" : "VNI";
  const message = `${formatWhole(reread.count)} ô gõ bằng phông ${font} giữa các ô Unicode đã được đọc sang Unicode, ${example}.`;
  const hint = "Xem lại các ô đó; nên đổi phông chữ của cả bảng gốc sang Unicode.";
  return { text: reread.text, encoding: "utf-8", note: { code: "legacy-text", row: null, message, hint } };
}

const LINE_BREAK = /\r\n|\n|\r/;
const HEADER_LINES = 30;

/** 0-based line with the most known headers, two at least; null when there is none. */
function findHeaderLine(text: string, knowsHeader: (cell: string) => boolean): number | null {
  const counts = text
    .split(LINE_BREAK, HEADER_LINES)
    .map((line) => line.split(/[;,\t|"]/).filter((cell) => cell !== "" && knowsHeader(cell)).length);
  const most = Math.max(...counts);
  return most < 2 ? null : counts.indexOf(most);
}

/** Garbled text has control characters, which a terminal obeys. */
function shorten(text: string): string {
  const flat = text
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return flat.length > 80 ? `${flat.slice(0, 79)}…` : flat;
}
