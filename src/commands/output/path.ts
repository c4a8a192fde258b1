import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, parse, sep } from "node:path";
import { isReservedName } from "../../documents/safe-file-name.js";

/** Word opens no file whose whole path is longer. */
const LONGEST_ON_WINDOWS = 259;

/** Why a path cannot be written, or not opened where the office works: a sentence, and what to do; null: it can. */
export function judgePath(path: string): { message: string; hint: string } | null {
  if (/^([A-Za-z]:|\\\\)/.test(path) && path.length > LONGEST_ON_WINDOWS) {
    return {
      message: `Đường dẫn dài ${path.length} ký tự, Word trên Windows chỉ mở được đến ${LONGEST_ON_WINDOWS}.`,
      hint: "Ghi vào thư mục có đường dẫn ngắn hơn bằng -o.",
    };
  }
  const hint = "Chọn tên khác bằng -o.";
  // Folders that are there already have names that work.
  for (let at = path; at !== parse(at).root && !existsSync(at); at = dirname(at)) {
    const name = basename(at);
    if (/[. ]$/.test(name)) {
      return { message: `Tên “${name}” kết thúc bằng dấu chấm hoặc dấu cách, Windows không giữ được.`, hint };
    }
    if (isReservedName(name)) return { message: `Tên “${name}” là tên Windows dành riêng.`, hint };
    if (/[<>:"|?*\p{Cc}]/u.test(name) || (sep === "/" && name.includes("\\"))) {
      return { message: `Tên “${name}” có ký tự Windows không nhận (< > : " | ? * \\).`, hint };
    }
  }
  return null;
}

/** Two of these that are one file where names are compared without case (Windows, macOS); null: none. */
export function findClash(paths: readonly string[]): [string, string] | null {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const key = path.normalize("NFC").toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) return [other, path];
    seen.set(key, path);
  }
  return null;
}

export interface OpenIn {
  program: "Word" | "LibreOffice";
  /** The file the program keeps beside an open document. */
  lock: string;
}

/** The program that says, by a file beside it, that it has this document open; null: none does. */
export function openIn(path: string): OpenIn | null {
  const folder = dirname(path);
  const name = basename(path);
  // Word puts "~$" before a short name and in place of the first two letters of a longer one.
  const locks: OpenIn[] = [
    { program: "Word", lock: `~$${name}` },
    { program: "Word", lock: `~$${name.slice(1)}` },
    { program: "Word", lock: `~$${name.slice(2)}` },
    { program: "LibreOffice", lock: `.~lock.${name}#` },
  ];
  const there = existsSync(folder) ? new Set(readdirSync(folder)) : new Set<string>();
  return locks.find(({ lock }) => there.has(lock)) ?? null;
}

/** Whether somebody has set the file to be read only. */
export function isReadOnly(path: string): boolean {
  return (statSync(path).mode & 0o222) === 0;
}
