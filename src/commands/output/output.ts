import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { copyFile, link, mkdir, open, rename, rm, rmdir, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../../errors.js";
import { type Context, shownPath } from "../context/context.js";
import { explainWriteError, isOpenError, sayOpen } from "./error.js";
import { findClash, isReadOnly, judgePath, openIn } from "./path.js";

export interface OutputFile {
  /** Absolute. */
  path: string;
  /** What it is to hold, or the path of a finished file on the same volume that is moved there. */
  bytes: Uint8Array | string;
}

/**
 * Writes all files or none: each to a temporary name beside its place, then all are put there; what was there before is kept
 * until the last is, and comes back when one cannot be. Folders are made.
 * Throws UserError when a file is there already and `force` is not set, is read only, is open in Word, or cannot be written.
 */
export async function writeFiles(context: Context, files: readonly OutputFile[], force: boolean): Promise<void> {
  refuseFiles(context, files, force);
  const undo: (() => Promise<unknown>)[] = [];
  const finish: (() => Promise<unknown>)[] = [];
  try {
    const ready: { temporary: string; path: string }[] = [];
    for (const { path, bytes } of files) {
      const made = await mkdir(dirname(path), { recursive: true });
      if (made !== undefined) undo.push(() => removeEmpty(dirname(path), made));
      if (typeof bytes === "string") {
        ready.push({ temporary: bytes, path });
        continue;
      }
      const temporary = beside(path, "tam");
      await rm(temporary, { force: true });
      undo.push(() => rm(temporary, { force: true }));
      await writeThrough(temporary, bytes);
      ready.push({ temporary, path });
    }
    for (const { temporary, path } of ready) {
      if (force && existsSync(path)) {
        const kept = beside(path, "cu");
        await keepCopy(path, kept);
        // A rename of two names of one file does nothing, and leaves the other.
        undo.push(() => rename(kept, path).then(() => rm(kept, { force: true })));
        finish.push(() => rm(kept, { force: true }));
        await rename(temporary, path);
      } else {
        await placeNew(temporary, path);
        undo.push(() => rm(path, { force: true }));
      }
    }
    await syncFolders(files);
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    throw explainWriteError(error, context);
  }
  for (const step of finish) await step().catch(() => undefined);
}

/** Everything that can be told before a byte is written. Throws as `writeFiles` does. */
export function refuseFiles(context: Context, files: readonly Pick<OutputFile, "path">[], force: boolean): void {
  const shown = (path: string) => shownPath(context, path);
  for (const { path } of files) {
    const reason = judgePath(path);
    if (reason !== null) throw new UserError(reason.message, reason.hint);
  }
  const clash = findClash(files.map(({ path }) => path));
  if (clash !== null) {
    const [first, second] = clash;
    const names =
      first === second
        ? `Hai văn bản cùng mang tên ${shown(first)}`
        : `${shown(first)} và ${shown(second)} chỉ khác chữ hoa, chữ thường`;
    throw new UserError(`${names}, nên tệp sau sẽ đè tệp trước.`, "Ghi từng văn bản với tên riêng bằng -o.");
  }
  const taken = files.map(({ path }) => path).filter((path) => existsSync(path));
  const folder = taken.find((path) => statSync(path).isDirectory());
  if (folder !== undefined) {
    throw new UserError(`${shown(folder)} là một thư mục, không ghi đè được.`, "Chọn tên khác bằng -o.");
  }
  const [first] = taken;
  if (first === undefined) return;
  const opened = taken.map((path) => ({ path, by: openIn(path) })).find(({ by }) => by !== null);
  if (!force) {
    const others = taken.length === 1 ? "" : ` (và ${taken.length - 1} tệp khác)`;
    const also =
      opened === undefined ? "" : `; ${shown(opened.path)} còn đang mở trong ${opened.by?.program ?? "Word"}`;
    throw new UserError(
      `Tệp ${shown(first)}${others} đã có, nên không ghi đè${also}.`,
      "Chọn tên khác bằng -o, hoặc thêm --force để ghi đè.",
    );
  }
  if (opened?.by) throw sayOpen(context, opened.path, opened.by);
  const locked = taken.find(isReadOnly);
  if (locked !== undefined) {
    throw new UserError(
      `Tệp ${shown(locked)} đang đặt chỉ đọc (Read-only), nên không ghi đè.`,
      "Bỏ dấu chỉ đọc trong thuộc tính của tệp rồi chạy lại, hoặc chọn tên khác bằng -o.",
    );
  }
}

/** A name beside a file for what is being written: short, and the same each time, so that one left behind is found again. */
function beside(path: string, ending: string): string {
  return join(dirname(path), hiddenName(path, ending));
}

/** A short name that is the same each time for one path, so that what a killed run left behind is found again. */
export function hiddenName(path: string, ending: string): string {
  const digest = createHash("sha256").update(path).digest("hex");
  return `.${digest.slice(0, 16)}.${ending}`;
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
  } finally {
    await file.close();
  }
}

/** Puts a finished file at a name that must still be free: unlike rename, a link never replaces what is there. */
async function placeNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!hasNoLinks(error) || existsSync(path)) throw error;
    await rename(temporary, path);
    return;
  }
  await unlink(temporary);
}

/** A second name for what is to be replaced, without moving it: there is no moment at which the file is gone. */
async function keepCopy(path: string, kept: string): Promise<void> {
  await rm(kept, { force: true });
  try {
    await link(path, kept);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    await copyFile(path, kept);
  }
}

/** Some file systems (FAT, some network shares) have no links. */
function hasNoLinks(error: unknown): boolean {
  return isOpenError(error) || ["ENOTSUP", "ENOSYS", "EMLINK"].includes(codeOf(error));
}

/** Takes away folders this run has made, from the innermost out, as far as nobody else has used them. */
async function removeEmpty(innermost: string, outermost: string): Promise<void> {
  for (let folder = innermost; folder.startsWith(outermost); folder = dirname(folder)) await rmdir(folder);
}

/** Makes the new names themselves survive a power cut, where the system lets a folder be synced. */
async function syncFolders(files: readonly Pick<OutputFile, "path">[]): Promise<void> {
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    const handle = await open(folder, "r").catch(() => null);
    await handle?.sync().catch(() => undefined);
    await handle?.close();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
