import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Database } from "better-sqlite3";
import { UserError } from "../errors.js";
import { APPLICATION_ID, MIGRATIONS } from "./schema.js";

/** The open database. Only `store/` writes SQL. */
export type Db = Database;

/** "read" never writes and wants the file to be there; "write" makes it when it is not; "try" works on a copy in memory when it is not. */
export type OpenMode = "read" | "write" | "try";

/**
 * Opens the database at `path`, runs `work` and closes it. In "write" mode everything `work` does is one immediate
 * transaction: committed when it returns, undone when it throws, and a file made for it is removed again.
 * Throws UserError when the file is missing, not ours, damaged, newer than this program, or busy.
 */
export async function withDatabase<T>(path: string, mode: OpenMode, work: (db: Db) => T): Promise<T> {
  const absent = !existsSync(path) || (statSync(path).isFile() && statSync(path).size === 0);
  if (absent && mode === "read") throw missingDatabase(path);
  if (absent && !existsSync(dirname(path))) throw missingFolder(path);
  if (!absent) checkHeader(path);
  const db = await openFile(absent && mode === "try" ? ":memory:" : path, path);
  let done = false;
  try {
    if (!absent) checkIdentity(db, path);
    if (mode === "read") return await readOnly(db, work);
    if (!absent) checkDamage(db, path);
    const result = immediately(db, () => {
      migrate(db);
      return work(db);
    });
    done = true;
    return result;
  } catch (error) {
    throw translateError(error, path);
  } finally {
    db.close();
    if (absent && mode === "write" && !done) rmSync(path, { force: true });
  }
}

/** Runs `work` on the file as it is; one of an older program on a copy in memory, brought up to date. */
async function readOnly<T>(db: Db, work: (db: Db) => T): Promise<T> {
  if (db.pragma("user_version", { simple: true }) === MIGRATIONS.length) {
    db.pragma("query_only = ON");
    return work(db);
  }
  const { default: Sqlite } = await import("better-sqlite3");
  const copy = new Sqlite(db.serialize());
  try {
    migrate(copy);
    copy.pragma("query_only = ON");
    return work(copy);
  } finally {
    copy.close();
  }
}

/** Thrown by `work` to undo everything and hand back a value all the same (a dry run, an input with errors). */
export class Rollback<T> extends Error {
  constructor(readonly value: T) {
    super("rollback");
  }
}

async function openFile(path: string, shown: string): Promise<Db> {
  const { default: Sqlite } = await import("better-sqlite3").catch((cause: unknown) => {
    throw new UserError(
      "Không nạp được thành phần SQLite (better-sqlite3).",
      "Cài lại bằng `npm ci`, hoặc dùng Node.js 22 trở lên.",
      { cause },
    );
  });
  try {
    const db = new Sqlite(path, { timeout: 5000 });
    db.pragma("journal_mode = DELETE");
    // EXTRA also makes the removal of the journal durable: exit 0 means it survives a power cut.
    db.pragma("synchronous = EXTRA");
    db.pragma("foreign_keys = ON");
    db.pragma("trusted_schema = OFF");
    db.pragma("cell_size_check = ON");
    return db;
  } catch (error) {
    throw translateError(error, shown);
  }
}

function missingDatabase(path: string): UserError {
  return new UserError(
    `Chưa có cơ sở dữ liệu ${path}.`,
    "Chạy `thidua import TỆP` để nạp số liệu (lệnh này tự tạo cơ sở dữ liệu), hoặc chỉ đúng tệp bằng --db.",
  );
}

function missingFolder(path: string): UserError {
  return new UserError(`Không có thư mục ${dirname(path)}.`, "Tạo thư mục đó trước, hoặc chọn nơi khác bằng --db.");
}

function notOurs(path: string): UserError {
  return new UserError(
    `${path} không phải là cơ sở dữ liệu của thidua, nên không đụng đến.`,
    "Chỉ đúng tệp bằng --db, hoặc chọn một tên tệp mới.",
  );
}

function checkHeader(path: string): void {
  if (statSync(path).isDirectory()) {
    throw new UserError(`${path} là một thư mục.`, "Chỉ tên tệp cơ sở dữ liệu bằng --db, ví dụ --db thidua.db.");
  }
  const head = Buffer.alloc(16);
  const file = openSync(path, "r");
  try {
    readSync(file, head, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  if (head.toString("latin1") !== "SQLite format 3\u0000") throw notOurs(path);
}

function checkIdentity(db: Db, path: string): void {
  if (db.pragma("application_id", { simple: true }) !== APPLICATION_ID) throw notOurs(path);
  const version = db.pragma("user_version", { simple: true }) as number;
  if (version > MIGRATIONS.length) {
    throw new UserError(
      `${path} do một phiên bản thidua mới hơn tạo ra (lược đồ ${version}, bản này hiểu đến ${MIGRATIONS.length}).`,
      "Cập nhật thidua rồi chạy lại.",
    );
  }
}

function checkDamage(db: Db, path: string): void {
  if (db.pragma("quick_check(1)", { simple: true }) !== "ok") throw damaged(path);
}

function damaged(path: string, cause?: unknown): UserError {
  return new UserError(
    `Cơ sở dữ liệu ${path} bị hỏng, nên không ghi thêm gì vào đó.`,
    "Lấy lại bản sao lưu gần nhất, hoặc nạp lại các bảng tính gốc vào một tệp mới bằng --db.",
    { cause },
  );
}

function migrate(db: Db): void {
  const from = db.pragma("user_version", { simple: true }) as number;
  for (const sql of MIGRATIONS.slice(from)) db.exec(sql);
  if (from === MIGRATIONS.length) return;
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${MIGRATIONS.length}`);
}

/** BEGIN IMMEDIATE, tried again for a while: SQLite's own waiting is not fair to a late writer. */
function immediately<T>(db: Db, work: () => T): T {
  const transaction = db.transaction(work);
  for (let attempt = 1; ; attempt++) {
    try {
      return transaction.immediate();
    } catch (error) {
      if (errorCode(error) !== "SQLITE_BUSY" || attempt === 3) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100 * attempt);
    }
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function translateError(error: unknown, path: string): unknown {
  const code = errorCode(error);
  const name = basename(path);
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
    const hint = "Đợi lệnh kia xong rồi chạy lại.";
    return new UserError(`Cơ sở dữ liệu ${name} đang được một lệnh khác ghi.`, hint, { cause: error });
  }
  if (code.startsWith("SQLITE_NOTADB")) return notOurs(path);
  if (code.startsWith("SQLITE_CORRUPT")) return damaged(path, error);
  if (code.startsWith("SQLITE_FULL")) {
    const hint = "Giải phóng dung lượng ổ đĩa rồi chạy lại; dữ liệu cũ còn nguyên.";
    return new UserError(`Ổ đĩa chứa ${path} đã đầy.`, hint, { cause: error });
  }
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN") || code.startsWith("SQLITE_PERM")) {
    const hint = "Kiểm tra thư mục có tồn tại và quyền ghi, hoặc chọn nơi khác bằng --db.";
    return new UserError(`Không mở hoặc không ghi được ${path}.`, hint, { cause: error });
  }
  return error;
}
