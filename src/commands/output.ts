import { existsSync } from "node:fs";
import { link, mkdir, open, rename, rm, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../errors.js";
import { type Context, shownPath } from "./context.js";

export interface OutputFile {
  /** Absolute. */
  path: string;
  bytes: Uint8Array;
}

/**
 * Writes all files or none: each to a temporary name beside its place, then all are renamed. Folders are made.
 * Throws UserError when a file is there already and `force` is not set, is open in Word, or cannot be written.
 */
export async function writeFiles(context: Context, files: readonly OutputFile[], force: boolean): Promise<void> {
  const taken = files.filter(({ path }) => existsSync(path));
  if (taken.length > 0 && !force) {
    const first = shownPath(context, taken[0]?.path ?? "");
    const others = taken.length === 1 ? "" : ` (và ${taken.length - 1} tệp khác)`;
    throw new UserError(
      `Tệp ${first}${others} đã có, nên không ghi đè.`,
      "Chọn tên khác bằng -o, hoặc thêm --force để ghi đè.",
    );
  }
  const temporary: string[] = [];
  const placed: string[] = [];
  try {
    for (const { path, bytes } of files) {
      await mkdir(dirname(path), { recursive: true });
      const name = join(dirname(path), `.${basename(path)}.tam`);
      await rm(name, { force: true });
      temporary.push(name);
      const file = await open(name, "wx");
      try {
        await file.writeFile(bytes);
      } finally {
        await file.close();
      }
    }
    for (const [index, { path }] of files.entries()) {
      const name = temporary[index] ?? "";
      if (force) await rename(name, path);
      else await placeNew(name, path);
      placed.push(path);
    }
    await syncFolders(files);
  } catch (error) {
    await Promise.all(temporary.map((name) => rm(name, { force: true })));
    if (!force) await Promise.all(placed.map((path) => rm(path, { force: true })));
    throw explain(error, context);
  }
}

/** Puts a finished file at a name that must still be free: unlike rename, a link never replaces what is there. */
async function placeNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    // Some file systems (FAT, some network shares) have no links.
    if (!["EPERM", "ENOTSUP", "ENOSYS", "EMLINK"].includes(codeOf(error)) || existsSync(path)) throw error;
    await rename(temporary, path);
    return;
  }
  await unlink(temporary);
}

/** Makes the new names themselves survive a power cut, where the system lets a folder be synced. */
async function syncFolders(files: readonly OutputFile[]): Promise<void> {
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    const handle = await open(folder, "r").catch(() => null);
    await handle?.sync().catch(() => undefined);
    await handle?.close();
  }
}

function explain(error: unknown, context: Context): unknown {
  const code = codeOf(error);
  const path =
    error instanceof Error && "dest" in error
      ? String(error.dest)
      : error instanceof Error && "path" in error
        ? String(error.path)
        : "";
  const shown = shownPath(context, path);
  const cause = { cause: error };
  if (code === "EEXIST" && syscallOf(error) === "mkdir") {
    return new UserError(`${shown} là một tệp, không phải thư mục.`, "Chọn một thư mục khác bằng -o.", cause);
  }
  if (code === "EEXIST") {
    return new UserError(
      `Tệp ${shown} vừa có người tạo, nên không ghi đè.`,
      "Chạy lại lệnh, hoặc thêm --force để ghi đè.",
      cause,
    );
  }
  if (code === "EBUSY" || (code === "EPERM" && path !== "")) {
    return new UserError(
      `Không ghi được ${shown}: tệp có thể đang mở trong Word.`,
      "Đóng tệp trong Word rồi chạy lại.",
      cause,
    );
  }
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new UserError(`Ổ đĩa đã đầy, chưa ghi được ${shown}.`, "Giải phóng dung lượng rồi chạy lại.", cause);
  }
  if (["EACCES", "EROFS", "ENOTDIR", "ENOENT", "ENAMETOOLONG", "EISDIR"].includes(code)) {
    return new UserError(
      `Không ghi được ${shown}.`,
      "Kiểm tra đường dẫn và quyền ghi của thư mục, hoặc chọn nơi khác bằng -o.",
      cause,
    );
  }
  return error;
}

function syscallOf(error: unknown): string {
  return error instanceof Error && "syscall" in error ? String(error.syscall) : "";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
