import { readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { APPLICATION_ID, MIGRATIONS } from "../../src/store/schema.js";
import { dumpTables } from "../dump.js";
import { type FakeOffice, type FakeWorld, makeOffice } from "../fake-office.js";

interface RankJson {
  clusters: {
    cluster: string;
    finalized: null | {
      on: string;
      rubric: { name: string; version: string };
      changes: null | Record<string, unknown>[];
    };
  }[];
}

const JANUARY = { now: new Date("2021-01-05T20:00:00Z") };

async function sampleOffice(world: FakeWorld = JANUARY): Promise<FakeOffice> {
  const office = makeOffice(world);
  office.bring("tuyen-quang-2020");
  const files = ["don-vi.csv", "chi-tieu.csv", "thang-diem-P.csv", "ket-qua.csv"];
  expect(await office.run("import", ...files, "--year", "2020")).toMatchObject({ code: 0 });
  return office;
}

const finalizedOf = async (office: FakeOffice, ...argv: string[]) =>
  (await office.run("rank", "--json", ...argv)).json<RankJson>().clusters[0]?.finalized;

const snapshot = (office: FakeOffice) => dumpTables(office.path("thidua.db")).frozen_ranking;

test("a finalised ranking says when, and that nothing differs since", async () => {
  const office = await sampleOffice();
  expect(await finalizedOf(office)).toBeNull();
  const ran = await office.run("rank", "--finalize");
  expect(ran.code).toBe(0);
  expect(ran.out).toBe(
    'Xếp hạng năm 2020\nCụm thi đua các huyện, thành phố: đã chốt ngày 06/01/2021, 7 đơn vị, thang điểm "thang-diem-P", phiên bản 1.\n',
  );
  expect((await office.run("rank")).out).toContain(
    '\n\nĐã chốt ngày 06/01/2021 theo thang điểm "thang-diem-P", phiên bản 1; đến nay không có gì khác.\n',
  );
  expect(await finalizedOf(office)).toEqual({
    on: "2021-01-06",
    rubric: { name: "thang-diem-P", version: "1", maxScore: 270 },
    changes: [],
  });
});

test("a later correction is told against it: who moved, from what to what, by which criterion", async () => {
  const office = await sampleOffice();
  await office.run("rank", "--finalize");
  await office.run("correct", "Lâm Bình", "Trồng rừng", "actual=450");
  const { out } = await office.run("rank");
  expect(out).toContain("đến nay khác ở 6 đơn vị:");
  expect(out).toMatch(/Huyện Lâm Bình +1 +6 +279,10 +270,10 +-9,00 {2}xuống 5 bậc\n/);
  expect(out).toContain("Tiêu chí đổi điểm:\n  Huyện Lâm Bình, I.1 Trồng rừng: 63,00 → 54,00\n");
  const changes = (await finalizedOf(office))?.changes;
  expect(changes).toHaveLength(6);
  expect(changes?.find(({ unit }) => unit === "Huyện Lâm Bình")).toEqual({
    unit: "Huyện Lâm Bình",
    oldRank: 1,
    newRank: 6,
    oldScore: 279.1,
    newScore: 270.1,
    items: [{ criterion: "I.1", name: "Trồng rừng", oldScore: 63, newScore: 54 }],
  });
});

test("undo works as before and leaves the finalised ranking alone", async () => {
  const office = await sampleOffice();
  await office.run("rank", "--finalize");
  const frozen = snapshot(office);
  await office.run("correct", "Lâm Bình", "Trồng rừng", "actual=450");
  expect(await office.run("undo", "--yes")).toMatchObject({ code: 0 });
  expect((await finalizedOf(office))?.changes).toEqual([]);
  for (let left = 4; left > 0; left--) expect(await office.run("undo", "--yes")).toMatchObject({ code: 0 });
  expect(dumpTables(office.path("thidua.db")).unit).toEqual([]);
  expect(snapshot(office)).toEqual(frozen);
});

test("units that came or went since are told", async () => {
  const office = await sampleOffice();
  await office.run("rank", "--finalize");
  office.write(
    "moi.csv",
    "Tên đơn vị;Cụm/Khối\nHuyện Mẫu Mới;Cụm thi đua các huyện, thành phố\nHuyện Yên Sơn;Cụm khác\n",
  );
  await office.run("import", "moi.csv", "--year", "2020");
  const { out } = await office.run("rank", "--cluster", "Cụm thi đua các huyện, thành phố");
  expect(out).toMatch(/Huyện Mẫu Mới +7 +0,00 +mới có\n/);
  expect(out).toMatch(/Huyện Yên Sơn +7 +263,02 +không còn\n/);
});

test("finalising again is refused with the date, unless forced; nothing is asked when nothing differs", async () => {
  const office = await sampleOffice();
  await office.run("rank", "--finalize");
  const same = await office.run("rank", "--finalize");
  expect(same.out).toContain("đã chốt ngày 06/01/2021, đến nay không có gì khác nên giữ nguyên.");
  expect(snapshot(office)).toHaveLength(1);
  await office.run("correct", "Lâm Bình", "Trồng rừng", "actual=450");
  const refused = await office.run("rank", "--finalize");
  expect(refused.code).toBe(2);
  expect(refused.err).toContain("Đã chốt xếp hạng: Cụm thi đua các huyện, thành phố (ngày 06/01/2021).");
  expect(refused.err).toContain("--force");
  expect(snapshot(office)).toHaveLength(1);
  const forced = await office.run("rank", "--finalize", "--force");
  expect(forced.out).toContain("đã chốt lại (lần trước ngày 06/01/2021)");
  expect((await finalizedOf(office))?.changes).toEqual([]);
  expect(snapshot(office)).toHaveLength(2);
});

test.each([
  ["n", 2, 1],
  ["y", 0, 2],
])("at a terminal it asks, and the answer %s counts", async (answer, code, kept) => {
  const office = await sampleOffice({ ...JANUARY, answers: [answer] });
  await office.run("rank", "--finalize");
  await office.run("correct", "Lâm Bình", "Trồng rừng", "actual=450");
  expect((await office.run("rank", "--finalize")).code).toBe(code);
  expect(snapshot(office)).toHaveLength(kept);
});

test("another rubric is not compared, a newer version of the same is, and both are said", async () => {
  const office = await sampleOffice();
  await office.run("rank", "--finalize");
  await office.run("import", "thang-diem-B.csv", "--year", "2020");
  expect((await office.run("rank", "--rubric", "B")).out).toContain(
    "đang xem theo thang điểm khác nên không đối chiếu.",
  );
  expect((await finalizedOf(office, "--rubric", "B"))?.changes).toBeNull();
  office.write(
    "thang-diem-P.csv",
    office
      .read("thang-diem-P.csv")
      .toString()
      .replace("I.1;Trồng rừng;60", "I.1;Trồng rừng;50")
      .replace("I.2;Thu ngân sách nhà nước trên địa bàn;80", "I.2;Thu ngân sách nhà nước trên địa bàn;90"),
  );
  await office.run("import", "thang-diem-P.csv", "--year", "2020");
  expect((await office.run("rank", "--rubric", "P")).out).toContain(
    'theo thang điểm "thang-diem-P", phiên bản 1, thang điểm nay là phiên bản 2; đến nay khác ở 1 đơn vị:',
  );
});

test("two questions at once are refused", async () => {
  const ran = await (await sampleOffice()).run("rank", "--finalize", "--what-if", "Lâm Bình/Trồng rừng=1");
  expect(ran).toMatchObject({ code: 2, err: "Lỗi: Không dùng --finalize cùng với --what-if. Chạy riêng từng lệnh.\n" });
});

test("a database of an earlier version is read without being written, and brought up to date by the first write", async () => {
  const office = makeOffice(JANUARY);
  office.bring("tuyen-quang-2020");
  const db = new Sqlite(office.path("thidua.db"));
  db.exec(MIGRATIONS[0] ?? "");
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma("user_version = 1");
  db.exec("INSERT INTO setting VALUES ('issuer.place', 'Bình Mẫu')");
  db.close();
  const before = readFileSync(office.path("thidua.db"));
  expect((await office.run("config", "issuer.place")).out).toBe("Bình Mẫu\n");
  expect((await office.run("rank", "--year", "2020")).err).toContain("Năm 2020 chưa có đơn vị nào để xếp hạng.");
  expect(readFileSync(office.path("thidua.db")).equals(before)).toBe(true);
  await office.run("import", "don-vi.csv", "chi-tieu.csv", "thang-diem-P.csv", "ket-qua.csv", "--year", "2020");
  expect(await office.run("rank", "--finalize", "--year", "2020")).toMatchObject({ code: 0 });
  expect((await office.run("config", "issuer.place")).out).toBe("Bình Mẫu\n");
});
