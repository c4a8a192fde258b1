import { expect, test } from "vitest";
import type { Movement } from "../../src/domain/movement.js";
import { listMovements } from "../../src/store/movement.js";
import { withDatabase } from "../../src/store/open.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const HEADER = "Tên phong trào;Loại;Cơ quan phát động;Văn bản;Từ ngày;Đến ngày;Số đơn vị hưởng ứng;Kết quả\n";
const FIRST = `${HEADER}Vì người nghèo;Chuyên đề;UBND xã Mẫu;Kế hoạch số 1/KH;01/02/2020;31/12/2020;7;"- 05 nhà;\n- 02 giếng."\n`;

function listAll(office: FakeOffice, year = 2020): Promise<Movement[]> {
  return withDatabase(office.path("thidua.db"), "read", (db) => listMovements(db, year));
}

async function officeWithFirst(): Promise<FakeOffice> {
  const office = makeOffice();
  office.write("a.csv", FIRST);
  expect((await office.run("import", "a.csv", "--year", "2020")).code).toBe(0);
  return office;
}

test("a movement is kept with its dates, its kind, its lines and where it stood", async () => {
  const office = await officeWithFirst();
  expect(await listAll(office)).toEqual([
    {
      id: 1,
      name: "Vì người nghèo",
      kind: "thematic",
      kindText: "Chuyên đề",
      launchedBy: "UBND xã Mẫu",
      document: "Kế hoạch số 1/KH",
      from: "2020-02-01",
      to: "2020-12-31",
      period: null,
      unitCount: 7,
      result: "- 05 nhà;\n- 02 giếng.",
      source: { importId: 1, row: 2 },
    },
  ]);
  expect((await office.run("status", "--json")).json()).toMatchObject({ movements: 1, reportTexts: 0 });
  expect((await office.run("status")).out).toContain("Phong trào thi đua: 1; nội dung báo cáo: 0 đoạn");
});

test("a movement of the same name replaces the one of the year, told old and new; other years keep theirs", async () => {
  const office = await officeWithFirst();
  office.write(
    "b.csv",
    `${HEADER}VÌ NGƯỜI NGHÈO;đợt thi đua đặc biệt;UBND xã Mẫu;Kế hoạch số 1/KH;01/02/2020;;8;06 nhà\n`,
  );
  expect((await office.run("import", "b.csv", "--dry-run")).out).toBe(
    [
      "b.csv: phong-trao, 1 dòng: 1 sửa",
      "  dòng 2: VÌ NGƯỜI NGHÈO: Loại “Chuyên đề” → “đợt thi đua đặc biệt”",
      "  dòng 2: VÌ NGƯỜI NGHÈO: Đến ngày “2020-12-31” → (trống)",
      "  dòng 2: VÌ NGƯỜI NGHÈO: Số đơn vị hưởng ứng 7 → 8",
      "  dòng 2: VÌ NGƯỜI NGHÈO: Kết quả “- 05 nhà; - 02 giếng.” → “06 nhà”",
      "  dòng 2: VÌ NGƯỜI NGHÈO: Tên “Vì người nghèo” → “VÌ NGƯỜI NGHÈO”",
      "",
    ].join("\n"),
  );
  await office.run("import", "a.csv", "--year", "2021");
  await office.run("import", "b.csv", "--year", "2020");
  expect(await listAll(office)).toMatchObject([{ id: 1, kind: "special", source: { importId: 3 } }]);
  expect(await listAll(office, 2021)).toMatchObject([{ kind: "thematic" }]);
  const again = await office.run("import", "b.csv", "--json", "--year", "2020");
  expect(again.json<{ imports: object[] }>().imports).toMatchObject([{ id: 3, unchanged: 1, updated: 0, changes: [] }]);
});

test("a time without days is kept in words, and an export gives it back", async () => {
  const office = makeOffice();
  office.write("a.csv", `${HEADER}Nông thôn mới;;UBND tỉnh;;2016;30/6/2020;;\n`);
  expect((await office.run("import", "a.csv", "--year", "2020")).code).toBe(0);
  const kept = { from: null, to: "2020-06-30", period: "từ 2016 đến 30/06/2020" };
  expect(await listAll(office)).toMatchObject([kept]);
  await office.run("export", "movements", "-o", "ra.csv");
  const again = await office.run("import", "ra.csv", "--json", "--year", "2020");
  expect(again.json<{ imports: object[] }>().imports).toMatchObject([{ unchanged: 1, updated: 0, problems: [] }]);
});

test("a sheet with a wrong cell stores nothing, and a copy marked with the mistakes can be sent back", async () => {
  const office = await officeWithFirst();
  office.write("sai.csv", `${FIRST}Mỗi xã một sản phẩm;;Cụm;;31/02/2020;;bảy;\n`);
  const ran = await office.run("import", "sai.csv", "--mark", "sua.xlsx");
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('[Từ ngày] "31/02/2020"')]);
  expect(await listAll(office)).toHaveLength(1);
  const marked = await office.run("import", "sua.xlsx", "--dry-run", "--json");
  expect(marked.json<{ imports: object[] }>().imports).toMatchObject([
    { format: "phong-trao", refused: 1, unchanged: 1 },
  ]);
});

test("what a header nobody knows means can be said, and is remembered", async () => {
  const office = makeOffice();
  office.write("la.csv", "Tên cuộc thi đua yêu nước;Nơi khởi xướng\nVì người nghèo;UBND xã Mẫu\n");
  office.write(
    "map.json",
    JSON.stringify({
      columns: { "Tên cuộc thi đua yêu nước": "Tên phong trào", "Nơi khởi xướng": "Cơ quan phát động" },
    }),
  );
  expect((await office.run("import", "la.csv", "--year", "2020")).code).toBe(1);
  expect((await office.run("import", "la.csv", "--year", "2020", "--map", "map.json")).code).toBe(0);
  office.write("la2.csv", "Tên cuộc thi đua yêu nước;Nơi khởi xướng\nNụ cười công sở;UBND xã Mẫu\n");
  expect((await office.run("import", "la2.csv")).code).toBe(0);
  expect((await listAll(office)).map(({ name }) => name)).toEqual(["Vì người nghèo", "Nụ cười công sở"]);
});

test.each(["csv", "xlsx"])("movements exported as .%s say the same when they come back", async (ending) => {
  const office = await officeWithFirst();
  office.write("b.csv", `${HEADER}=Tên lạ;Liên tịch;;;;;;"=1+1\n-@x"\n`);
  await office.run("import", "b.csv");
  expect((await office.run("export", "movements", "-o", `ra.${ending}`)).code).toBe(0);
  const back = await office.run("import", `ra.${ending}`, "--json");
  expect(back.json<{ imports: object[] }>().imports).toMatchObject([{ unchanged: 2, changes: [] }]);
});
