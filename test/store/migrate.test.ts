import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { withDatabase } from "../../src/store/open.js";
import { APPLICATION_ID, MIGRATIONS } from "../../src/store/schema.js";
import { listScores } from "../../src/store/score.js";
import { undoImport } from "../../src/store/undo.js";

const ENTRY = `INSERT INTO import (kind, file, sha256, format, encoding, year, header_row, columns, records, inserted,
  updated, unchanged, imported_at)
  VALUES ('sheet', 'a.csv', '${"0".repeat(64)}', 'cham-diem', 'utf-8', 2020, 1, '{}', 1, 1, 0, 0, '2020-12-31T00:00:00Z')`;

/** A database as the first version of the schema left it: self scores, then verified ones for the same criterion. */
function makeFirstVersion(): string {
  const folder = mkdtempSync(join(tmpdir(), "thidua-migrate-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "thidua.db");
  const db = new Sqlite(path);
  db.exec(MIGRATIONS[0] ?? "");
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma("user_version = 1");
  for (let id = 1; id <= 3; id++) db.exec(ENTRY);
  db.exec("INSERT INTO unit (id, name, key) VALUES (7, 'Xã Đông', 'xã đông')");
  db.exec("INSERT INTO rubric (id, year, name, key) VALUES (5, 2020, 'P', 'p')");
  db.exec(`INSERT INTO given_score VALUES (5, 7, 'i.1', '9', NULL, '8.5', 'thiếu hồ sơ', NULL, 2, 4),
    (5, 7, 'i.2', NULL, NULL, NULL, NULL, 'Báo cáo số 5', 3, 9)`);
  const image = { rubric_id: 5, unit_id: 7, code_key: "i.1", self_score: "9", cross_score: null, verified_score: null };
  const before = { ...image, reason: null, evidence: "Báo cáo số 1", import_id: 1, row: 2 };
  db.prepare("INSERT INTO before_image VALUES (2, 'given_score', ?, ?)").run(
    JSON.stringify([5, 7, "i.1"]),
    JSON.stringify(before),
  );
  db.close();
  return path;
}

test("scores given under the first schema are kept, each round by itself, and an old import can still be undone", async () => {
  const path = makeFirstVersion();
  const read = () => withDatabase(path, "write", (db) => listScores(db, 5));
  expect(await read()).toMatchObject([
    {
      ...{ unitId: 7, codeKey: "i.1", selfScore: "9", crossScore: null, verifiedScore: "8.5", reason: "thiếu hồ sơ" },
      parts: [
        { part: "self", value: "9", importId: 2, row: 4 },
        { part: "verified", value: "8.5", importId: 2, row: 4 },
      ],
    },
    { codeKey: "i.2", selfScore: null, evidence: "Báo cáo số 5", parts: [{ part: "note", importId: 3, row: 9 }] },
  ]);
  await withDatabase(path, "write", (db) => undoImport(db, 2, new Date(0)));
  expect((await read())[0]).toEqual({
    ...{ unitId: 7, codeKey: "i.1", selfScore: "9", crossScore: null, verifiedScore: null, cases: null },
    ...{ reason: null, evidence: "Báo cáo số 1" },
    parts: [{ part: "self", value: "9", reason: null, evidence: "Báo cáo số 1", importId: 1, row: 2 }],
  });
});

test("reading a database of an older schema leaves the file as it is", async () => {
  const path = makeFirstVersion();
  const before = readFileSync(path);
  const scores = await withDatabase(path, "read", (db) => listScores(db, 5));
  expect(scores).toHaveLength(2);
  expect(readFileSync(path).equals(before)).toBe(true);
});
