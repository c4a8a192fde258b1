import { existsSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../errors.js";
import { absolutePath, type Context, shownPath } from "./context.js";

/** The files a person named, "-" being stdin and "*.csv" a pattern. Throws UserError for one that cannot be read. */
export async function readFiles(
  context: Context,
  names: readonly string[],
): Promise<{ file: string; bytes: Uint8Array }[]> {
  const paths = names.flatMap((name) => (name === "-" ? ["-"] : expandPattern(context, name)));
  const files = [];
  for (const path of paths) {
    if (path === "-") files.push({ file: "-", bytes: await context.io.readStdin() });
    else files.push({ file: shownPath(context, path), bytes: await readOne(context, path) });
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

async function readOne(context: Context, path: string): Promise<Uint8Array> {
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
    return await readFile(path);
  } catch (cause) {
    throw new UserError(
      `Không đọc được tệp ${shown}.`,
      "Kiểm tra quyền đọc, hoặc đóng tệp đang mở trong chương trình khác.",
      { cause },
    );
  }
}
