import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { LARGE_BYTES } from "../../src/readers/index.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const HEADER = "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Ghi chú;Năm";
const UNITS = 180;
const INDICATORS = 50;
const PADDING = "ghi chú dài cho tệp đủ lớn để được đọc từng đoạn";

/** A sheet just large enough to be read in pieces, and its rows. */
function makeRows(units = UNITS): string[] {
  const rows: string[] = [];
  for (let row = 0; row < units * INDICATORS; row++) {
    const [unit, indicator] = [Math.floor(row / INDICATORS) + 1, (row % INDICATORS) + 1];
    const actual = indicator === 3 ? "Đạt" : `${1 + (row % 7)}.${String(row % 1000).padStart(3, "0")},5`;
    rows.push(`Xã số ${unit};Chỉ tiêu số ${indicator};ha;<2.000;${actual};${PADDING};2020`);
  }
  return rows;
}

function largeSheet(rows: readonly string[]): string {
  const text = [HEADER, ...rows, ""].join("\r\n");
  expect(Buffer.byteLength(text)).toBeGreaterThan(LARGE_BYTES);
  return text;
}

/** All that the database holds, but for when and from which file it came. */
function dump(office: FakeOffice, database: string): object {
  const db = new Sqlite(office.path(database), { readonly: true });
  try {
    const all = (sql: string) => db.prepare(sql).all();
    return {
      results: all("SELECT * FROM result ORDER BY year, unit_id, indicator_id"),
      units: all("SELECT * FROM unit ORDER BY id"),
      indicators: all("SELECT * FROM indicator ORDER BY id"),
      imports: all("SELECT id, format, layout, encoding, delimiter, records, inserted, updated, unchanged FROM import"),
    };
  } finally {
    db.close();
  }
}

/** Cuts rows into files small enough to be read whole, so that both ways can be compared. */
async function importInParts(office: FakeOffice, rows: readonly string[]): Promise<void> {
  const half = Math.ceil(rows.length / 2);
  office.write("1.csv", [HEADER, ...rows.slice(0, half), ""].join("\r\n"));
  office.write("2.csv", [HEADER, ...rows.slice(half), ""].join("\r\n"));
  await office.run("import", "1.csv", "--db", "nho.db");
  await office.run("import", "2.csv", "--db", "nho.db", "--create");
}

test("a large sheet is stored as the same rows in small sheets are, and once more changes nothing", async () => {
  const office = makeOffice();
  const rows = makeRows();
  office.write("lon.csv", largeSheet(rows));
  const ran = await office.run("import", "lon.csv", "--json");
  expect(ran.code).toBe(0);
  const [entry] = ran.json<{ imports: object[] }>().imports;
  expect(entry).toMatchObject({ id: 1, records: rows.length, inserted: rows.length, layout: "long", year: 2020 });
  expect((await office.run("import", "lon.csv", "--json")).json()).toMatchObject({
    imports: [{ id: 1, inserted: 0, updated: 0, unchanged: rows.length }],
  });
  await importInParts(office, rows);
  const [large, small] = [dump(office, "thidua.db"), dump(office, "nho.db")] as Record<string, { row?: number }[]>[];
  const known = (results: { row?: number }[] = []) => results.map((one) => ({ ...one, row: 0, import_id: 0 }));
  expect(known(large?.results)).toEqual(known(small?.results));
  expect(large?.indicators?.map((one) => ({ ...one, import_id: 0 }))).toEqual(
    small?.indicators?.map((one) => ({ ...one, import_id: 0 })),
  );
  expect(large?.units).toEqual(small?.units);
});

test("what only a late row of a large sheet shows is told as in a small one, and nothing is stored", async () => {
  const office = makeOffice();
  const rows = makeRows();
  office.write("lon.csv", largeSheet([...rows, "Xã cuối;Chỉ tiêu số 1;ha;10;mười hai;;2020"]));
  const ran = await office.run("import", "lon.csv", "--json");
  expect(ran.code).toBe(1);
  expect(ran.json<{ problems: object[] }>().problems).toMatchObject([
    { row: rows.length + 2, column: "Thực hiện", value: "mười hai", severity: "error" },
  ]);
  expect((await office.run("status")).code).toBe(2);
});

test("a total at the end of a large sheet is checked against its rows", async () => {
  const office = makeOffice();
  const rows = makeRows();
  office.write("lon.csv", largeSheet([...rows, "Tổng cộng;Chỉ tiêu số 1;ha;;1;;"]));
  const ran = await office.run("import", "lon.csv", "--json");
  expect(ran.code).toBe(0);
  expect(ran.json<{ imports: { records: number; problems: { code: string }[] }[] }>().imports[0]).toMatchObject({
    records: rows.length,
    skipped: [{ reason: "total", row: rows.length + 2 }],
  });
});

test("a large sheet with units nobody knows is refused by name, and the database stays as it was", async () => {
  const office = makeOffice();
  office.write("don-vi.csv", "Tên đơn vị;Cụm\nXã số 1;Cụm 1\n");
  await office.run("import", "don-vi.csv", "--year", "2020");
  const before = dump(office, "thidua.db");
  office.write("lon.csv", largeSheet(makeRows()));
  const ran = await office.run("import", "lon.csv", "--json");
  expect(ran.code).toBe(1);
  expect(
    ran.json<{ problems: { code: string }[] }>().problems.filter(({ code }) => code === "unknown-unit"),
  ).toHaveLength(UNITS - 1);
  expect(dump(office, "thidua.db")).toEqual(before);
});
