import { existsSync, readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

interface ImportJson {
  dryRun?: true;
  error?: { message: string; hint: string };
  imports: {
    id: number | null;
    file: string;
    format: string | null;
    layout: string | null;
    encoding: string;
    delimiter: string | null;
    headerRow: number | null;
    year: number;
    records: number;
    inserted: number;
    updated: number;
    unchanged: number;
    skipped: { row: number; reason: string }[];
    problems: { row: number | null; column: string | null; value: string | null; code: string; severity: string }[];
    rows?: Record<string, unknown>[];
  }[];
}

const UNITS = "Tên đơn vị;Tên khác;Cụm/Khối\nXã Đông;Đông;Cụm số 1\nXã Tây;;Cụm số 1\n";
const RESULTS = "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã Đông;Trồng rừng;ha;10;12\nXã Tây;Trồng rừng;ha;20;18,5\n";

function officeWith(files: Record<string, string>): FakeOffice {
  const office = makeOffice();
  for (const [name, text] of Object.entries(files)) office.write(name, text);
  return office;
}

/** Every row of every table, for comparing what a database holds. */
function dump(office: FakeOffice): string {
  const db = new Sqlite(office.path("thidua.db"), { readonly: true });
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  const text = JSON.stringify(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]));
  db.close();
  return text;
}

test("several files in one call are read in the order that makes sense", async () => {
  const office = officeWith({ "a.csv": RESULTS, "b.csv": UNITS });
  const { imports } = (await office.run("import", "a.csv", "b.csv", "--json", "--year", "2020")).json<ImportJson>();
  expect(imports.map(({ id, file, format, records, inserted }) => [id, file, format, records, inserted])).toEqual([
    [1, "b.csv", "don-vi", 2, 2],
    [2, "a.csv", "ket-qua", 2, 2],
  ]);
  expect(imports[1]).toMatchObject({
    layout: "long",
    encoding: "utf-8",
    delimiter: ";",
    headerRow: 1,
    year: 2020,
    problems: [],
  });
});

test("importing twice changes nothing, in no table", async () => {
  const office = officeWith({ "units.csv": UNITS, "results.csv": RESULTS });
  await office.run("import", "units.csv", "results.csv", "--year", "2020");
  const before = dump(office);
  const { imports } = (await office.run("import", "units.csv", "results.csv", "--json")).json<ImportJson>();
  expect(imports.map(({ id, inserted, updated, unchanged }) => [id, inserted, updated, unchanged])).toEqual([
    [1, 0, 0, 2],
    [2, 0, 0, 2],
  ]);
  expect(dump(office)).toBe(before);
});

test("a corrected file replaces by unit and indicator, and its rows are the source from then on", async () => {
  const office = officeWith({ "units.csv": UNITS, "results.csv": RESULTS });
  await office.run("import", "units.csv", "results.csv", "--year", "2020");
  office.write("new.csv", RESULTS.replace("18,5", "21").replace("Đơn vị;", "\nBẢNG SỬA LẦN 2;;;;\n\nĐơn vị;"));
  const { imports } = (await office.run("import", "new.csv", "--json")).json<ImportJson>();
  expect(imports[0]).toMatchObject({ id: 3, inserted: 0, updated: 1, unchanged: 1 });
  const { rows } = (await office.run("progress", "--unit", "Xã Tây", "--json")).json<{ rows: object[] }>();
  expect(rows[0]).toMatchObject({ actual: 21, attainmentPercent: 105, source: { file: "new.csv", row: 6 } });
});

test("one bad cell in one file keeps everything out, and the database is not even made", async () => {
  const office = officeWith({ "units.csv": UNITS, "results.csv": RESULTS.replace("18,5", "mười tám") });
  const ran = await office.run("import", "units.csv", "results.csv", "--json", "--year", "2020");
  expect(ran.code).toBe(1);
  const { error, imports } = ran.json<ImportJson>();
  expect(error?.message).toBe("1 lỗi; chưa ghi gì vào cơ sở dữ liệu.");
  expect(imports[1]?.problems).toMatchObject([
    { row: 3, column: "Thực hiện", value: "mười tám", code: "not-a-number", severity: "error" },
  ]);
  expect(imports.every(({ id }) => id === null)).toBe(true);
  expect(existsSync(office.path("thidua.db"))).toBe(false);
});

test("a bad file leaves a database that is there byte for byte as it was", async () => {
  const office = officeWith({
    "units.csv": UNITS,
    "results.csv": RESULTS,
    "bad.csv": RESULTS.replace("Xã Tây", "Xã Tâi"),
  });
  await office.run("import", "units.csv", "results.csv", "--year", "2020");
  const before = readFileSync(office.path("thidua.db"));
  expect((await office.run("import", "bad.csv")).code).toBe(1);
  expect(readFileSync(office.path("thidua.db")).equals(before)).toBe(true);
});

test("a dry run answers as a real one, with the rows, and writes nothing", async () => {
  const office = officeWith({ "units.csv": UNITS, "results.csv": RESULTS });
  const { dryRun, imports } = (
    await office.run("import", "units.csv", "results.csv", "--dry-run", "--json")
  ).json<ImportJson>();
  expect(dryRun).toBe(true);
  expect(imports[1]).toMatchObject({ id: null, records: 2, inserted: 2 });
  expect(imports[1]?.rows?.[1]).toMatchObject({
    row: 3,
    unit: "Xã Tây",
    indicator: "Trồng rừng",
    measure: "ha",
    planned: 20,
    actual: 18.5,
    previous: null,
  });
  expect(existsSync(office.path("thidua.db"))).toBe(false);
});

test("a dry run with errors still gives the rows that were read well", async () => {
  const office = officeWith({ "results.csv": RESULTS.replace("12", "x1") });
  const ran = await office.run("import", "results.csv", "--dry-run", "--json");
  expect(ran.code).toBe(1);
  expect(ran.json<ImportJson>().imports[0]?.rows).toHaveLength(1);
});

test("an empty database takes its units and indicators from the first file; afterwards a new name must be meant", async () => {
  const office = officeWith({ "results.csv": RESULTS, "more.csv": RESULTS.replaceAll("Xã Tây", "Xã Nam") });
  expect((await office.run("import", "results.csv", "--year", "2020", "--cluster", "Cụm số 2")).code).toBe(0);
  const refused = await office.run("import", "more.csv");
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('more.csv:3 [Đơn vị] "Xã Nam": Không có đơn vị này.');
  expect((await office.run("import", "more.csv", "--create", "--cluster", "Cụm số 2")).code).toBe(0);
  const { rows } = (await office.run("progress", "--json")).json<{ rows: { unit: string; cluster: string }[] }>();
  expect(rows.map(({ unit, cluster }) => [unit, cluster])).toEqual([
    ["Xã Đông", "Cụm số 2"],
    ["Xã Tây", "Cụm số 2"],
    ["Xã Nam", "Cụm số 2"],
  ]);
});

test("--strict makes nothing from a name alone, not even in an empty database", async () => {
  const office = officeWith({ "results.csv": RESULTS });
  const ran = await office.run("import", "results.csv", "--strict");
  expect(ran.code).toBe(1);
  expect(ran.err).toContain("nạp bảng don-vi có đơn vị này trước");
});

test("a unit is found by its other name, its abbreviation and either Unicode form", async () => {
  const results = RESULTS.replace("Xã Đông", "X. Đông").replace("Xã Tây", "xã tây".normalize("NFD"));
  const office = officeWith({
    "units.csv": UNITS,
    "results.csv": results,
    "again.csv": RESULTS.replace("Xã Đông", "Đông"),
  });
  expect((await office.run("import", "units.csv", "results.csv", "--year", "2020")).code).toBe(0);
  const { imports } = (await office.run("import", "again.csv", "--json")).json<ImportJson>();
  expect(imports[0]).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
});

test("results of a unit that others reported and it did not are said to be missing", async () => {
  const office = officeWith({ "units.csv": `${UNITS}Xã Nam;;Cụm số 1\n`, "results.csv": RESULTS });
  await office.run("import", "units.csv", "results.csv", "--year", "2020");
  const { rows } = (await office.run("progress", "--unit", "Xã Nam", "--json")).json<{ rows: object[] }>();
  expect(rows).toMatchObject([
    { planned: null, actual: null, attainmentPercent: null, status: "unknown", source: null },
  ]);
  expect((await office.run("progress", "--status", "unknown")).out).toContain("Chưa có số liệu");
  expect((await office.run("status")).out).toContain("- Xã Nam: Trồng rừng");
});

test("the year is --year, else the setting, else what the sheet says, else this year, and it is said", async () => {
  const dated = `KẾT QUẢ NĂM 2019;;;;\n${RESULTS}`;
  const first = officeWith({ "dated.csv": dated });
  const ran = await first.run("import", "dated.csv", "--json");
  expect(ran.json<ImportJson>().imports[0]?.year).toBe(2019);
  expect(ran.err).toContain("Nạp vào năm 2019 (năm ghi trong bảng)");
  const second = officeWith({ "dated.csv": dated });
  await second.run("init", "--year", "2020");
  const other = (await second.run("import", "dated.csv", "--json")).json<ImportJson>();
  expect(other.imports[0]).toMatchObject({ year: 2020, problems: [{ code: "other-year", severity: "warning" }] });
  const headed = "Đơn vị;Chỉ tiêu;KH 2019;TH 2019\nXã Đông;Trồng rừng;5;6\n";
  second.write("headed.csv", headed);
  const refused = await second.run("import", "headed.csv");
  expect([refused.code, refused.err]).toMatchObject([1, expect.stringContaining("thêm --year 2020")]);
  expect((await second.run("import", "headed.csv", "--year", "2020")).code).toBe(0);
  const third = officeWith({ "results.csv": RESULTS });
  expect((await third.run("import", "results.csv")).err).toContain("Nạp vào năm 2026 (năm hiện tại)");
});

test("in an empty database every sheet of the first call names its unit, but a list of units in the call stands", async () => {
  const ofUnit = "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nTrồng rừng;ha;5;6\n";
  const files = { "Xã Đông.csv": ofUnit, "Xã Tây.csv": ofUnit, "don-vi.csv": "Tên đơn vị\nXã Đông\n" };
  const first = officeWith(files);
  const ran = await first.run("import", "Xã Đông.csv", "Xã Tây.csv", "--json");
  expect(ran.code).toBe(0);
  expect(ran.json<ImportJson>().imports).toMatchObject([{ inserted: 1 }, { inserted: 1 }]);
  const listed = officeWith(files);
  const refused = await listed.run("import", "don-vi.csv", "Xã Đông.csv", "Xã Tây.csv");
  expect([refused.code, refused.err]).toMatchObject([1, expect.stringContaining("Không có đơn vị này.")]);
});

test("the same indicator in another unit of money is refused, another name of the same one is not", async () => {
  const money = (measure: string) => `Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã Đông;Thu ngân sách;${measure};10;12\n`;
  const office = officeWith({ "a.csv": money("triệu đồng"), "b.csv": money("tỷ đồng"), "c.csv": money("Tr.đ") });
  await office.run("import", "a.csv", "--year", "2020");
  const refused = await office.run("import", "b.csv");
  expect(refused.code).toBe(1);
  expect(refused.err).toContain(
    '[ĐVT] "tỷ đồng": Đơn vị tính khác với chỉ tiêu đã khai ("triệu đồng"). Đổi số liệu ra triệu đồng',
  );
  expect((await office.run("import", "c.csv")).code).toBe(0);
});

test("an indicator whose results are all Đạt or Không đạt is a pass/fail one", async () => {
  const office = officeWith({
    "a.csv": "Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\nXã Đông;Đạt chuẩn;;Đạt\nXã Tây;Đạt chuẩn;;Không đạt\n",
  });
  await office.run("import", "a.csv", "--year", "2020");
  const { rows } = (await office.run("progress", "--json")).json<{ rows: object[] }>();
  expect(rows).toMatchObject([
    { direction: "pass", actual: true, attainmentPercent: 100, status: "met" },
    { direction: "pass", actual: false, attainmentPercent: 0, status: "missed" },
  ]);
});

test("a rubric imported again with other points becomes its next version; the same one changes nothing", async () => {
  const rubric = "Mã;Tiêu chí;Điểm tối đa;Cách chấm\n1;Báo cáo đúng hạn;10;truc-tiep\n";
  const office = officeWith({ "units.csv": UNITS, "thang.csv": rubric });
  await office.run("import", "units.csv", "thang.csv", "--year", "2020");
  await office.run("import", "thang.csv");
  office.write("thang.csv", rubric.replace(";10;", ";15;"));
  await office.run("import", "thang.csv");
  const { clusters } = (await office.run("rank", "--json")).json<{ clusters: { rubric: object }[] }>();
  expect(clusters[0]?.rubric).toEqual({ name: "thang", version: "2", maxScore: 15 });
});

test("scores by people: the last round present counts, a later sheet adds its round", async () => {
  const rubric = "Mã;Tiêu chí;Điểm tối đa;Cách chấm\n1;Báo cáo đúng hạn;10;truc-tiep\n";
  const office = officeWith({
    "units.csv": UNITS,
    "thang.csv": rubric,
    "tu-cham.csv": "Đơn vị;Tiêu chí;Tự chấm\nXã Đông;1;10\nXã Tây;Báo cáo đúng hạn;9,5\n",
    "tham-dinh.csv": "Đơn vị;Tiêu chí;Thẩm định;Lý do\nXã Đông;1;8;Nộp chậm\n",
  });
  await office.run("import", "units.csv", "thang.csv", "tu-cham.csv", "--year", "2020");
  await office.run("import", "tham-dinh.csv");
  const { clusters } = (await office.run("rank", "--json")).json<{
    clusters: { units: { unit: string; rank: number; score: number; items: object[] }[] }[];
  }>();
  expect(clusters[0]?.units.map(({ unit, rank, score }) => [unit, rank, score])).toEqual([
    ["Xã Tây", 1, 9.5],
    ["Xã Đông", 2, 8],
  ]);
  expect(clusters[0]?.units[1]?.items).toMatchObject([{ self: 10, cross: null, verified: 8, score: 8 }]);
  expect((await office.run("explain", "Xã Đông", "1")).out).toContain("8 ← tham-dinh.csv, dòng 2, cột C (Thẩm định)");
});

test("equal scores share a rank and the tie is said", async () => {
  const rubric = "Mã;Tiêu chí;Điểm tối đa;Cách chấm\n1;Báo cáo;10;truc-tiep\n";
  const scores = "Đơn vị;Tiêu chí;Tự chấm\nXã Đông;1;9\nXã Tây;1;9\nXã Nam;1;8\n";
  const office = officeWith({ "units.csv": `${UNITS}Xã Nam;;Cụm số 1\n`, "thang.csv": rubric, "diem.csv": scores });
  await office.run("import", "units.csv", "thang.csv", "diem.csv", "--year", "2020");
  const ran = await office.run("rank");
  expect(ran.out).toMatch(/1 {2}Xã Đông.*bằng điểm Xã Tây\n\s+1 {2}Xã Tây.*bằng điểm Xã Đông\n\s+3 {2}Xã Nam/);
  expect((await office.run("explain", "Xã Tây")).out).toContain("0,00 điểm trừ. Bằng điểm Xã Đông.");
});

test("stdin is read for -, and a pattern the shell left alone is expanded", async () => {
  const piped = makeOffice({ stdin: RESULTS });
  expect((await piped.run("import", "-", "--json", "--year", "2020")).json<ImportJson>().imports[0]).toMatchObject({
    file: "-",
    inserted: 2,
  });
  const office = officeWith({ "so-lieu-1.csv": UNITS, "so-lieu-2.csv": RESULTS, "khac.txt": "x" });
  const { imports } = (await office.run("import", "so-lieu-*.csv", "--json", "--year", "2020")).json<ImportJson>();
  expect(imports.map(({ file }) => file)).toEqual(["so-lieu-1.csv", "so-lieu-2.csv"]);
});

test("one name for two units is refused, near names of clusters are pointed out", async () => {
  const office = officeWith({
    "units.csv": "Tên đơn vị;Tên khác;Cụm/Khối\nXã Đông;Đông;Cụm thi đua số 1\nXã Đông B;Đông;Cụm thi dua số 1\n",
  });
  const ran = await office.run("import", "units.csv", "--year", "2020");
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('units.csv:3 [Tên khác] "Đông": Tên này đã là tên của "Xã Đông" ở dòng 2.');
  expect(ran.err).toContain('[Cụm/Khối] "Cụm thi dua số 1": Gần giống cụm/khối "Cụm thi đua số 1"');
});

test("an unknown --as is refused with the list", async () => {
  const office = officeWith({ "a.csv": RESULTS });
  const ran = await office.run("import", "a.csv", "--as", "ketqua");
  expect(ran.code).toBe(2);
  expect(ran.err).toContain("don-vi");
});

test("a score below zero is refused, one above the maximum is told", async () => {
  const rubric = "Mã;Tiêu chí;Điểm tối đa;Cách chấm\n1;Báo cáo;10;truc-tiep\n";
  const office = officeWith({
    "units.csv": UNITS,
    "thang.csv": rubric,
    "cao.csv": "Đơn vị;Tiêu chí;Tự chấm\nXã Đông;1;12\n",
    "am.csv": "Đơn vị;Tiêu chí;Tự chấm\nXã Đông;1;-5\n",
  });
  await office.run("import", "units.csv", "thang.csv", "--year", "2020");
  const high = await office.run("import", "cao.csv");
  expect(high.code).toBe(0);
  expect(high.err).toContain('cao.csv:2 [Tự chấm] "12": Điểm tự chấm 12 vượt điểm tối đa 10, tiêu chí 1.');
  const negative = await office.run("import", "am.csv");
  expect(negative.code).toBe(1);
  expect(negative.err).toContain("Điểm chấm là số âm.");
});

test("a misspelt --cluster is asked about, a new one must be meant", async () => {
  const rubric = "Mã;Tiêu chí;Điểm tối đa;Cách chấm\n1;Báo cáo;10;truc-tiep\n";
  const office = officeWith({ "units.csv": UNITS, "thang.csv": rubric });
  await office.run("import", "units.csv", "--year", "2020");
  const ran = await office.run("import", "thang.csv", "--cluster", "Cum số 1");
  expect(ran.code).toBe(2);
  expect(ran.err).toContain('Không có cụm/khối "Cum số 1". Có phải là "Cụm số 1"?');
  expect((await office.run("import", "thang.csv", "--cluster", "Cụm số 1")).code).toBe(0);
  expect((await office.run("import", "thang.csv", "--cluster", "Khối số 2", "--create")).code).toBe(0);
});

test("a cluster without a rubric of its own is said to be unranked, not left out in silence", async () => {
  const rubric = "Mã;Tiêu chí;Điểm tối đa;Cách chấm\n1;Báo cáo;10;truc-tiep\n";
  const office = officeWith({ "units.csv": `${UNITS}Sở Y tế;;Khối số 2\n`, "thang.csv": rubric });
  await office.run("import", "units.csv", "--year", "2020");
  await office.run("import", "thang.csv", "--cluster", "Cụm số 1");
  const ran = await office.run("rank", "--json");
  expect(ran.json<{ unranked: string[] }>().unranked).toEqual(["Khối số 2"]);
  expect(ran.err).toContain("Khối số 2: chưa có thang điểm nên chưa xếp hạng.");
  const other = await office.run("rank", "--cluster", "Khối số 2");
  expect(other.code).toBe(2);
  expect(other.err).toContain('Các thang điểm hiện có: "thang" (Cụm số 1).');
});

test("with --create a rubric may name an indicator that the results of the same call bring", async () => {
  const office = officeWith({
    "units.csv": UNITS,
    "ct.csv": "Chỉ tiêu;ĐVT\nThu ngân sách;tỷ đồng\n",
    "results.csv": RESULTS,
    "thang.csv": "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu\n1;Rừng;10;ty-le;Trồng rừng\n",
  });
  expect(
    (await office.run("import", "units.csv", "ct.csv", "thang.csv", "results.csv", "--create", "--year", "2020")).code,
  ).toBe(0);
});
