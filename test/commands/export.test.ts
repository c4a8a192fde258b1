import { rmSync } from "node:fs";
import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import type { AwardRecord } from "../../src/domain/award.js";
import type { Measurement, ResultRecord } from "../../src/domain/indicator.js";
import type { UnitRecord } from "../../src/domain/unit.js";
import { storeAwards } from "../../src/store/award.js";
import { recordImport, startStored } from "../../src/store/import.js";
import { createIndicator, storeIndicators } from "../../src/store/indicator.js";
import { type Db, withDatabase } from "../../src/store/open.js";
import { storeResults } from "../../src/store/result.js";
import { findUnitId, storeUnits } from "../../src/store/unit.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { UNTOLD } from "../untold-award.js";

const ENTRY = {
  kind: "sheet" as const,
  file: "goc.csv",
  sha256: "0".repeat(64),
  sheet: null,
  format: "ket-qua",
  layout: null,
  encoding: "utf-8",
  delimiter: ";",
  year: 2020,
  headerRow: 1,
  columns: {},
  importedAt: "2020-12-31T00:00:00Z",
};

/** Writes to a new database of the office as an import would. */
async function fillDatabase(office: FakeOffice, store: (db: Db, importId: number) => void): Promise<void> {
  await withDatabase(office.path("goc.db"), "write", (db) => {
    recordImport(db, ENTRY, (importId) => {
      store(db, importId);
      return { ...startStored(), records: 1, inserted: 1 };
    });
  });
}

/** The rows of a table without what an import adds: ids of imports and rows of sheets. */
function readTable(office: FakeOffice, database: string, sql: string): unknown[] {
  const db = new Sqlite(office.path(database), { readonly: true });
  const rows = db.prepare(sql).all();
  db.close();
  return rows;
}

/** Exports the listings from goc.db and imports the files into an empty database. */
async function sendOnce(office: FakeOffice, ...listings: string[]): Promise<void> {
  for (const what of listings) {
    const ran = await office.run("export", what, "-o", `${what}.csv`, "--force", "--db", "goc.db", "--year", "2020");
    expect(ran.err).not.toContain("Lỗi");
  }
  const files = listings.map((what) => `${what}.csv`);
  const ran = await office.run("import", ...files, "--json", "--db", "moi.db", "--year", "2020");
  const { imports } = ran.json<{ imports: { problems: { severity: string }[] }[] }>();
  // What the figures claim of themselves may be doubted (a stated % that is not theirs); nothing may be unreadable.
  expect(imports.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "error"))).toEqual([]);
}

const word = fc.constantFrom(
  ..."Trồng rừng;Thủy sản;=1+1;+84 912;-nhà;@ban;'=a;''=b;'x';Xã \"Hoa\";a,b;1.454;Chỉ tiêu số 5;=HYPERLINK(\"x\")".split(
    ";",
  ),
);
const text = fc.option(
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")),
  { nil: null },
);
const decimal = fc
  .tuple(fc.boolean(), fc.nat(2_000_000), fc.option(fc.stringMatching(/^\d{0,4}[1-9]$/), { nil: null }))
  .map(
    ([negative, whole, decimals]) =>
      `${negative && whole > 0 ? "-" : ""}${whole}${decimals === null ? "" : `.${decimals}`}`,
  );
const measurement: fc.Arbitrary<Measurement> = fc.oneof(decimal, fc.boolean(), fc.constant(null));

const result = fc
  .record({
    measure: fc.constantFrom("ha", "người", "đạt/không đạt", null),
    assigned: fc.boolean(),
    planned: measurement,
    actual: measurement,
    previous: measurement,
    stated: fc.record({ attainmentPercent: fc.option(decimal, { nil: null }), evaluation: text }),
    reason: text,
    note: text,
  })
  // "Không giao" stands in the cell of a figure, so one of them is missing.
  .map((one) => (one.assigned || one.planned === null ? one : { ...one, actual: null }))
  // Where the measure is met or not, 1 and 0 are ticks.
  .filter(({ measure, planned, actual, previous }) => {
    return measure !== "đạt/không đạt" || ![planned, actual, previous].some((value) => value === "0" || value === "1");
  });

test("results sent out as CSV and imported elsewhere are the same results", async () => {
  const office = makeOffice();
  await fc.assert(
    fc.asyncProperty(fc.array(result, { minLength: 1, maxLength: 12 }), async (results) => {
      for (const name of ["goc.db", "moi.db"]) rmSync(office.path(name), { force: true });
      await fillDatabase(office, (db, importId) => {
        const units = ["=Xã Đông", "Xã Tây, phường Bắc", 'Trường "Hoa Mai"'];
        storeUnits(db, units.map(toUnit), { year: 2020, importId });
        const records = results.map((record, index) => {
          const place = { row: index + 2, unit: units[index % 3] ?? "", indicator: `Chỉ tiêu ${index}` };
          return { ...record, ...place } as ResultRecord;
        });
        const makePlace = ({ unit, indicator: name, actual }: ResultRecord) => {
          const direction = typeof actual === "boolean" ? "pass" : "higher";
          const indicatorId = createIndicator(db, { name, measure: null, direction, importId, row: 2 });
          return { unitId: findUnitId(db, unit) ?? 0, indicatorId };
        };
        const wishes = { absentIn: () => [], force: false, onKept: () => {}, onFigures: () => {} };
        storeResults(db, records, makePlace, { year: 2020, importId }, wishes);
      });
      if (results.every((one) => isBlank(one))) return;
      await sendOnce(office, "units", "indicators", "results");
      const sql = `SELECT unit.name AS unit, indicator.name AS indicator, result.measure, assigned, planned, actual,
        previous, stated_percent, stated_evaluation, reason, note
        FROM result JOIN unit ON unit.id = unit_id JOIN indicator ON indicator.id = indicator_id ORDER BY 1, 2`;
      expect(readTable(office, "moi.db", sql)).toEqual(readTable(office, "goc.db", sql));
    }),
    { numRuns: 25 },
  );
});

function isBlank(one: { measure: unknown; assigned: boolean; stated: object }): boolean {
  const { measure: _, assigned, stated, ...figures } = one;
  return assigned && [...Object.values(figures), ...Object.values(stated)].every((value) => value === null);
}

function toUnit(name: string, index: number): UnitRecord {
  const role = (["head", "deputy", "member"] as const)[index % 3] ?? null;
  return {
    row: index + 2,
    code: index === 1 ? null : `X0${index}`,
    name,
    aliases: index === 2 ? [] : [`Tên khác ${index}`, `=Tên ${index}`],
    kind: index === 0 ? "xã" : null,
    level: null,
    cluster: index === 2 ? null : "Cụm thi đua số 1",
    role,
    headcount: index === 1 ? null : 1200 + index,
    year: null,
  };
}

test("units with their other names and clusters, and indicators, come back as they were", async () => {
  const office = makeOffice();
  const indicators = ["higher", "lower", "pass"].map((direction, index) => ({
    row: index + 2,
    code: index === 0 ? "CT1" : null,
    name: `Chỉ tiêu thứ ${index}`,
    group: index === 1 ? null : "Kinh tế",
    measure: index === 2 ? null : "ha",
    direction: direction as "higher",
    additive: [true, false, null][index] ?? null,
  }));
  await fillDatabase(office, (db, importId) => {
    storeUnits(db, ["Xã Đông", "Xã Tây", "=Phường Bắc"].map(toUnit), { year: 2020, importId });
    storeIndicators(db, indicators, { importId });
  });
  await sendOnce(office, "units", "indicators");
  for (const sql of [
    "SELECT key, name, code FROM unit ORDER BY id",
    "SELECT key, alias FROM unit_alias ORDER BY key",
    "SELECT unit_id, cluster.name, role, unit_year.kind, level, headcount FROM unit_year LEFT JOIN cluster ON cluster.id = cluster_id",
    "SELECT name, code, group_name, measure, direction, additive FROM indicator ORDER BY id",
  ]) {
    expect(readTable(office, "moi.db", sql)).toEqual(readTable(office, "goc.db", sql));
  }
});

test("awards come back with every detail", async () => {
  const office = makeOffice();
  const blank: AwardRecord = {
    ...UNTOLD,
    row: 2,
    name: "Tổ dân phố số 1",
    subject: "collective",
    award: "Bằng khen",
  };
  const full: AwardRecord = {
    row: 3,
    salutation: "Bà",
    name: "Lò Thị Mẫu",
    subject: "individual",
    position: "Tổ trưởng",
    workplace: "Xã Đông",
    award: "Giấy khen",
    achievement: "=Có thành tích, sáng kiến",
    achievementYear: 2019,
    directWorker: true,
    leader: false,
    gender: "female",
    birthDate: "1980-02-29",
    occasion: "chuyên đề",
    discipline: null,
    votesFor: 9,
    votesTotal: 11,
    decisionNumber: "12/QĐ-UBND",
    decisionDate: "2021-03-05",
  };
  const written = ["Bằng khen", "Giấy khen"];
  office.write("mau.csv", `Họ và tên;Đối tượng;Danh hiệu\nA Mẫu;cá nhân;${written[0]}\nB Mẫu;cá nhân;${written[1]}\n`);
  await office.run("import", "mau.csv", "--db", "ma.db", "--year", "2020");
  const ids = readTable(office, "ma.db", "SELECT award_id AS id FROM award ORDER BY id") as { id: string }[];
  expect(ids).toHaveLength(2);
  await fillDatabase(office, (db, importId) => {
    const awards = [blank, full].map((record, index) => ({
      record,
      awardId: ids[index]?.id ?? "",
      subject: record.subject ?? "individual",
      unitId: null,
    }));
    storeAwards(db, awards, { year: 2020, importId }, (row) => {
      throw new Error(`nothing is there to be kept at row ${row}`);
    });
  });
  await sendOnce(office, "awards");
  const columns =
    "key, award_id, award_text, subject, salutation, name, position, workplace, achievement, achievement_year, direct_worker, leader, gender, birth_date, occasion, votes_for, votes_total, decision_number, decision_date";
  const sql = `SELECT ${columns} FROM award ORDER BY id`;
  expect(readTable(office, "moi.db", sql)).toEqual(readTable(office, "goc.db", sql));
});

test("a rubric and the scores given under it come back, the rubric called by its file", async () => {
  const office = makeOffice();
  office.write("don-vi.csv", "Tên đơn vị;Cụm/Khối\nXã Đông;Cụm 1\n");
  office.write(
    "Thang điểm 2020.csv",
    "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Tham số\nI;Phong trào;20,5;;\nI.1;Chủ trương;12,125;truc-tiep;\nI.10;Sáng kiến;8,375;truc-tiep;\n",
  );
  office.write(
    "cham.csv",
    "Đơn vị;Mã tiêu chí;Tự chấm;Thẩm định;Số vụ;Lý do\nXã Đông;I.1;7,125;6,5;2;=bớt\nXã Đông;I.10;Không giao;;;chờ hồ sơ\n",
  );
  await office.run("import", "don-vi.csv", "Thang điểm 2020.csv", "cham.csv", "--db", "goc.db", "--year", "2020");
  const rubric = await office.run("export", "rubric", "-o", "Thang điểm 2020.csv", "--force", "--db", "goc.db");
  expect(rubric.err).toContain('Để nạp lại đúng tên, đặt tên tệp là "Thang điểm 2020".');
  for (const what of ["units", "scores"]) await office.run("export", what, "-o", `${what}.csv`, "--db", "goc.db");
  const ran = await office.run(
    "import",
    ...["units.csv", "Thang điểm 2020.csv", "scores.csv", "--db", "moi.db", "--year", "2020", "--json"],
  );
  const { imports } = ran.json<{ imports: { problems: { severity: string }[] }[] }>();
  // What the figures claim of themselves may be doubted (a stated % that is not theirs); nothing may be unreadable.
  expect(imports.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "error"))).toEqual([]);
  for (const sql of [
    "SELECT name, key, cluster_id FROM rubric",
    "SELECT code, name, max, rule, indicator, parameters, bonus_cap, deduction_cap FROM criterion ORDER BY position",
    "SELECT code_key, part, value, reason, evidence FROM given_score",
  ]) {
    expect(readTable(office, "moi.db", sql)).toEqual(readTable(office, "goc.db", sql));
  }
});

async function sampleOffice(): Promise<FakeOffice> {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  const files = ["don-vi.csv", "chi-tieu.csv", "thang-diem-P.csv", "ket-qua.csv"];
  await office.run("import", ...files, "--year", "2020");
  return office;
}

test("results and ranks as JSON are plain numbers, on stdout or in a file", async () => {
  const office = await sampleOffice();
  const shown = await office.run("export", "results", "--format", "json");
  expect(shown.json<{ rows: object[] }>()).toMatchObject({ what: "results", year: 2020 });
  expect(shown.json<{ rows: object[] }>().rows[1]).toMatchObject({
    unit: "Huyện Lâm Bình",
    measure: "tỷ đồng",
    planned: 30,
    actual: 36.6,
    previous: null,
    assigned: true,
  });
  expect((await office.run("export", "results", "--json")).out).toBe(shown.out);
  const ranks = await office.run("export", "ranks", "-o", "hang.json", "--json");
  expect(ranks.json()).toMatchObject({ what: "ranks", format: "json", file: "hang.json", records: 7 });
  expect(JSON.parse(office.read("hang.json").toString("utf8")).rows[0]).toMatchObject({
    rank: 1,
    unit: "Huyện Lâm Bình",
    score: 279.1,
    bonus: 11.5,
  });
});

test("a workbook holds numbers as numbers and a text that looks like a formula as text", async () => {
  const office = makeOffice();
  office.write("ket-qua.csv", "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Ghi chú\nXã Đông;Trồng rừng;ha;10,5;12;=1+1\n");
  await office.run("import", "ket-qua.csv", "--year", "2020");
  await office.run("export", "results", "-o", "ra.xlsx");
  const sheet = (await readXlsx(office.read("ra.xlsx"), { readStyles: true })).sheets[0];
  expect(sheet?.rows[1]).toEqual(["Xã Đông", "Trồng rừng", "ha", 10.5, 12, null, null, null, null, "=1+1", 2020]);
  expect([...(sheet?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
  await office.run("export", "results", "-o", "ra.csv");
  expect(office.read("ra.csv").toString("utf8")).toContain("Xã Đông,Trồng rừng,ha,10.5,12,,,,,'=1+1,2020\r\n");
});

test.each([
  [["export", "points"], 'Không có loại "points" để xuất.'],
  [["export", "results", "--format", "xlsx"], "Tệp Excel không in ra màn hình được."],
  [["export", "results", "--format", "pdf"], 'Không ghi được dạng "pdf".'],
  [["export", "results", "-o", "a.csv", "--format", "json"], "Tên tệp có đuôi .csv nhưng --format là json."],
  [["export", "rubric"], "Chưa có cơ sở dữ liệu"],
])("%j is refused with a sentence", async (argv, message) => {
  const ran = await makeOffice().run(...argv);
  expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(message)]);
});

test("a range, a bound and words go out as they were typed, and come back the same", async () => {
  const office = makeOffice();
  office.write(
    "kq.csv",
    "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã A;GDP;%;6,6-6,8;7,02\nXã A;Nhập siêu;%;Dưới 3;Xuất siêu\n",
  );
  expect((await office.run("import", "kq.csv", "--year", "2020")).code).toBe(0);
  const first = await office.run("export", "results", "--format", "csv");
  expect(first.out).toContain("6,6-6,8");
  expect(first.out).toContain("Xuất siêu");
  office.write("ra.csv", first.out);
  const again = await office.run("import", "ra.csv", "--json");
  expect(
    again.json<{ imports: { inserted: number; updated: number; unchanged: number }[] }>().imports[0],
  ).toMatchObject({
    inserted: 0,
    updated: 0,
    unchanged: 2,
  });
});
