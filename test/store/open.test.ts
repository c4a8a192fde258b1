import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { UserError } from "../../src/errors.js";
import { Rollback, withDatabase } from "../../src/store/open.js";
import { APPLICATION_ID, MIGRATIONS } from "../../src/store/schema.js";
import { readSettings, writeSetting } from "../../src/store/setting.js";

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "thidua-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "thidua.db");
}

async function madeDatabase(): Promise<string> {
  const path = newPath();
  await withDatabase(path, "write", (db) => writeSetting(db, "year", "2020"));
  return path;
}

/** The message of the UserError an attempt ends in. */
async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(UserError);
  const { message, hint } = error as UserError;
  return `${message} ${hint}`;
}

test("a new database carries our mark, the version of its schema and the pragmas that keep it whole", async () => {
  const path = await madeDatabase();
  await withDatabase(path, "read", (db) => {
    expect(db.pragma("application_id", { simple: true })).toBe(APPLICATION_ID);
    expect(db.pragma("user_version", { simple: true })).toBe(MIGRATIONS.length);
    expect(db.pragma("journal_mode", { simple: true })).toBe("delete");
    expect(db.pragma("synchronous", { simple: true })).toBe(3);
    expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
  });
});

test("every table is STRICT and refuses a number that is not a decimal", async () => {
  const path = await madeDatabase();
  await withDatabase(path, "try", (db) => {
    const sql = db
      .prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all() as string[];
    expect(sql.length).toBeGreaterThan(10);
    for (const statement of sql) expect(statement).toContain("STRICT");
    expect(() =>
      db.exec(
        "INSERT INTO result (year, unit_id, indicator_id, assigned, planned, import_id, row) VALUES (2020, 1, 1, 1, '1,5', 1, 1)",
      ),
    ).toThrow(/CHECK/);
    expect(() => db.exec("INSERT INTO unit_year (year, unit_id, import_id, row) VALUES (2020, 99, 99, 1)")).toThrow(
      /FOREIGN KEY/,
    );
  });
});

test("what is thrown undoes everything, and a file made for it is gone again", async () => {
  const path = newPath();
  await expect(
    withDatabase(path, "write", (db) => {
      writeSetting(db, "year", "2021");
      throw new Error("stop");
    }),
  ).rejects.toThrow("stop");
  expect(existsSync(path)).toBe(false);
  const made = await madeDatabase();
  await withDatabase(made, "write", (db) => {
    writeSetting(db, "year", "2021");
    throw new Rollback("value");
  }).catch(() => undefined);
  expect((await withDatabase(made, "read", readSettings)).get("year")).toBe("2020");
});

test("a trial without a file works in memory and leaves nothing", async () => {
  const path = newPath();
  await withDatabase(path, "try", (db) => writeSetting(db, "year", "2021"));
  expect(existsSync(path)).toBe(false);
});

test("reading never writes", async () => {
  const path = await madeDatabase();
  await expect(withDatabase(path, "read", (db) => writeSetting(db, "year", "2021"))).rejects.toThrow();
  expect((await withDatabase(path, "read", readSettings)).get("year")).toBe("2020");
});

test("a database that is not there is not made by reading", async () => {
  const path = newPath();
  expect(await refusal(withDatabase(path, "read", readSettings))).toContain("Chưa có cơ sở dữ liệu");
  expect(existsSync(path)).toBe(false);
});

test.each([
  ["a text file", Buffer.from("Đơn vị;Chỉ tiêu\n".repeat(100))],
  ["random bytes", Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251))],
  ["a short file", Buffer.from("x")],
])("%s is refused and left as it is", async (_what, bytes) => {
  const path = newPath();
  writeFileSync(path, bytes);
  for (const mode of ["read", "write"] as const) {
    expect(await refusal(withDatabase(path, mode, readSettings))).toContain("không phải là cơ sở dữ liệu của thidua");
  }
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test("another program's SQLite database is refused", async () => {
  const path = newPath();
  const other = new Sqlite(path);
  other.exec("CREATE TABLE notes (text)");
  other.close();
  const before = readFileSync(path);
  expect(await refusal(withDatabase(path, "write", readSettings))).toContain("không phải là cơ sở dữ liệu của thidua");
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("a database of a newer program is refused", async () => {
  const path = await madeDatabase();
  const db = new Sqlite(path);
  db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
  db.close();
  expect(await refusal(withDatabase(path, "read", readSettings))).toContain("phiên bản thidua mới hơn");
});

test("a folder, and a file in a folder that is not there, are said as such", async () => {
  const path = newPath();
  expect(await refusal(withDatabase(join(path, ".."), "read", readSettings))).toContain("là một thư mục");
  expect(await refusal(withDatabase(join(path, "x.db"), "write", readSettings))).toContain("Không có thư mục");
});

test("a damaged database is not written to", async () => {
  const path = await madeDatabase();
  await withDatabase(path, "write", (db) => {
    for (let index = 0; index < 500; index++) writeSetting(db, `key.${index}`, "x".repeat(200));
  });
  const bytes = readFileSync(path);
  bytes.fill(0xff, 8192, 16384);
  writeFileSync(path, bytes);
  expect(await refusal(withDatabase(path, "write", (db) => writeSetting(db, "year", "2021")))).toContain("bị hỏng");
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test("an empty file is a database still to be made", async () => {
  const path = newPath();
  writeFileSync(path, "");
  expect(await refusal(withDatabase(path, "read", readSettings))).toContain("Chưa có cơ sở dữ liệu");
  await withDatabase(path, "write", (db) => writeSetting(db, "year", "2020"));
  expect(statSync(path).size).toBeGreaterThan(4096);
});

/** Another process that holds the database for writing, says so, and commits after a while. */
const HOLDER = `
const db = new (require("better-sqlite3"))(process.argv[1]);
db.exec("BEGIN IMMEDIATE; INSERT INTO setting VALUES ('other', 'written')");
process.stdout.write("holding");
setTimeout(() => db.exec("COMMIT"), 700);
`;

test("a database another command is writing to is waited for, and both writes are there", async () => {
  const path = await madeDatabase();
  const holder = spawn(process.execPath, ["-e", HOLDER, path], { cwd: join(import.meta.dirname, "..", "..") });
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  await withDatabase(path, "write", (db) => writeSetting(db, "year", "2021"));
  const settings = await withDatabase(path, "read", readSettings);
  expect([settings.get("other"), settings.get("year")]).toEqual(["written", "2021"]);
});

test("many commands at once lose nothing", async () => {
  const path = await madeDatabase();
  const writer = `
    const db = new (require("better-sqlite3"))(process.argv[1], { timeout: 20000 });
    for (let i = 0; i < 25; i++) db.transaction(() => db.prepare("INSERT INTO setting VALUES (?, 'x')").run(process.argv[2] + i)).immediate();
  `;
  const cwd = join(import.meta.dirname, "..", "..");
  const others = ["a", "b"].map((name) => spawn(process.execPath, ["-e", writer, path, name], { cwd }));
  for (let index = 0; index < 25; index++)
    await withDatabase(path, "write", (db) => writeSetting(db, `c${index}`, "x"));
  await Promise.all(others.map((other) => other.exitCode ?? new Promise((resolve) => other.once("exit", resolve))));
  expect((await withDatabase(path, "read", readSettings)).size).toBe(76);
});
