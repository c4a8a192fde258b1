import { existsSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../errors.js";
import { absolutePath, type Context, shownPath } from "./context.js";

/** A file as the person named it; "-" is the standard input. */
export interface GivenFile {
  file: string;
  /** Nothing when the file is over the limit. */
  bytes: Uint8Array;
  /** Bytes of the whole file. */
  size: number;
}

/**
 * The files of the command line, patterns expanded. One of more than `limit` bytes is not read. Throws UserError when a file
 * is not there or cannot be read.
 */
export async function readFiles(context: Context, names: readonly string[], limit: number): Promise<GivenFile[]> {
  const paths = names.flatMap((name) => (name === "-" ? ["-"] : expandPattern(context, name)));
  const files: GivenFile[] = [];
  for (const path of paths) {
    const bytes = path === "-" ? await context.io.readStdin() : await readOne(context, path, limit);
    const size = path === "-" ? bytes.length : statSync(path).size;
    files.push({ file: path === "-" ? "-" : shownPath(context, path), bytes, size });
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

async function readOne(context: Context, path: string, limit: number): Promise<Uint8Array> {
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
  try {
    // A file over the limit is refused whatever is in it, so it need not fill the memory.
    return statSync(path).size > limit ? Buffer.alloc(0) : await readFile(path);
  } catch (cause) {
    throw new UserError(
      `Không đọc được tệp ${shown}.`,
      "Kiểm tra quyền đọc, hoặc đóng tệp đang mở trong chương trình khác.",
      { cause },
    );
  }
}
