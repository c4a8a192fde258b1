import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../../errors.js";
import { absolutePath, type Context, shownPath } from "../context/context.js";

/** A file as the person named it; "-" is the standard input. */
export interface GivenFile {
  file: string;
  /** Bytes of the whole file. */
  size: number;
  /** All its bytes; nothing when the file is over the limit. */
  readBytes(): Promise<Uint8Array>;
  /** Its bytes from the beginning; each piece is gone when the next one comes. */
  readPieces(): Iterable<Uint8Array>;
}

/**
 * The files of the command line, patterns expanded. One of more than `limit` bytes is not read. Throws UserError when a file
 * is not there or cannot be read.
 */
export async function readFiles(context: Context, names: readonly string[], limit: number): Promise<GivenFile[]> {
  const paths = names.flatMap((name) => (name === "-" ? ["-"] : expandPattern(context, name)));
  const files: GivenFile[] = [];
  for (const path of paths) {
    files.push(path === "-" ? holdBytes("-", await context.io.readStdin()) : openGiven(context, path, limit));
  }
  return files;
}

/** "*.csv" as typed where the shell does not expand it (Windows); any other name is itself. */
function expandPattern(context: Context, name: string): string[] {
  const path = absolutePath(context, name);
  const pattern = basename(path);
  if (!/[*?]/.test(pattern) || existsSync(path) || !existsSync(dirname(path))) return [path];
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  const shape = new RegExp(`^${escaped}$`, "iu");
  const found = readdirSync(dirname(path))
    .filter((entry) => shape.test(entry))
    .sort();
  if (found.length > 0) return found.map((entry) => join(dirname(path), entry));
  throw new UserError(`Không có tệp nào khớp với ${name}.`, "Kiểm tra lại tên thư mục và phần mở rộng.");
}

function holdBytes(file: string, bytes: Uint8Array): GivenFile {
  return { file, size: bytes.length, readBytes: async () => bytes, readPieces: () => [bytes] };
}

function openGiven(context: Context, path: string, limit: number): GivenFile {
  const shown = shownPath(context, path);
  if (!existsSync(path)) {
    throw new UserError(
      `Không tìm thấy tệp ${shown}.`,
      "Kiểm tra lại tên và đường dẫn; tên có dấu cách thì đặt trong dấu nháy kép.",
    );
  }
  if (statSync(path).isDirectory()) {
    throw new UserError(
      `${shown} là một thư mục.`,
      `Chỉ các tệp trong đó, ví dụ: thidua import ${join(shown, "*.csv")}.`,
    );
  }
  const { size, mtimeMs } = statSync(path);
  return {
    file: shown,
    size,
    // A file over the limit is refused whatever is in it, so it need not fill the memory.
    readBytes: () => orUnreadable(shown, async () => (size > limit ? Buffer.alloc(0) : await readFile(path))),
    readPieces: () => readPieces(path, shown, { size, mtimeMs }),
  };
}

async function orUnreadable<T>(shown: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw unreadable(shown, cause);
  }
}

function unreadable(shown: string, cause: unknown): UserError {
  const hint = "Kiểm tra quyền đọc, hoặc đóng tệp đang mở trong chương trình khác.";
  return new UserError(`Không đọc được tệp ${shown}.`, hint, { cause });
}

const PIECE_BYTES = 64 * 1024;

/** Throws UserError when the file is no longer the one that was named. */
function* readPieces(path: string, shown: string, known: { size: number; mtimeMs: number }): Generator<Uint8Array> {
  const file = openFile(path, shown);
  try {
    const now = fstatSync(file);
    if (now.size !== known.size || now.mtimeMs !== known.mtimeMs) {
      throw new UserError(`Tệp ${shown} vừa bị sửa trong khi đang nạp.`, "Lưu và đóng tệp rồi nạp lại.");
    }
    const piece = Buffer.alloc(PIECE_BYTES);
    for (;;) {
      const count = readSync(file, piece, 0, PIECE_BYTES, null);
      if (count === 0) return;
      yield piece.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

function openFile(path: string, shown: string): number {
  try {
    return openSync(path, "r");
  } catch (cause) {
    throw unreadable(shown, cause);
  }
}
