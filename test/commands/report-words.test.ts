import { expect, test } from "vitest";
import type { ReportText } from "../../src/domain/report-text.js";
import { withDatabase } from "../../src/store/open.js";
import { listReportTexts } from "../../src/store/report-text.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const UNITS = "Tên đơn vị;Tên khác;Cụm/Khối\nXã Đông;Đông;Cụm số 1\nXã Tây;;Cụm số 1\n";
const HEADER = "Đơn vị;Mục;Nội dung\n";

function listAll(office: FakeOffice): Promise<ReportText[]> {
  return withDatabase(office.path("thidua.db"), "read", (db) => listReportTexts(db, 2020));
}

/** "Xã Đông|Cụm|section: content" of each paragraph, in their order. */
async function tell(office: FakeOffice): Promise<string[]> {
  return (await listAll(office)).map(
    ({ unit, cluster, section, content }) => `${unit ?? ""}|${cluster ?? ""}|${section}: ${content}`,
  );
}

async function officeWith(words: string, units = UNITS): Promise<FakeOffice> {
  const office = makeOffice();
  office.write("don-vi.csv", units);
  office.write("a.csv", words);
  await office.run("import", "don-vi.csv", "--year", "2020");
  return office;
}

test("words go to the unit or the cluster a row names, else to the only cluster; paragraphs keep their order and their lines", async () => {
  const office = await officeWith(
    `${HEADER};Khó khăn;"Một:\n- hai;\n\n  + ba."\n;;Bốn\nĐông;I. Thuận lợi;Năm\nCụm số 1;Kiến nghị;Sáu\nCụm;Kiến nghị;Bảy\nChung;Bài học;Tám\n`,
  );
  expect((await office.run("import", "a.csv")).code).toBe(0);
  expect(await tell(office)).toEqual([
    "|Cụm số 1|kho-khan: Một:\n- hai;\n\n  + ba.",
    "|Cụm số 1|kho-khan: Bốn",
    "Xã Đông||thuan-loi: Năm",
    "|Cụm số 1|kien-nghi: Sáu",
    "|Cụm số 1|kien-nghi: Bảy",
    "||bai-hoc: Tám",
  ]);
  expect((await listAll(office))[1]?.source).toEqual({ importId: 2, row: 3 });
  expect((await office.run("status", "--json")).json()).toMatchObject({ reportTexts: 6 });
});

test("where there are several clusters, --cluster says whose words they are; without it they are for any report, with a warning", async () => {
  const office = await officeWith(`${HEADER};Khó khăn;Một\n`, `${UNITS}Xã Nam;;Cụm số 2\n`);
  const open = await office.run("import", "a.csv");
  expect([open.code, open.err]).toEqual([0, expect.stringContaining("Năm 2020 có 2 cụm, khối")]);
  expect(await tell(office)).toEqual(["||kho-khan: Một"]);
  expect((await office.run("import", "a.csv", "--cluster", "Cụm số 2")).code).toBe(0);
  expect(await tell(office)).toEqual(["||kho-khan: Một", "|Cụm số 2|kho-khan: Một"]);
  const wrong = await office.run("import", "a.csv", "--cluster", "Cụm số 3");
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('Không có cụm/khối "Cụm số 3"')]);
});

test("a sheet replaces the sections it holds, whole, and leaves the others", async () => {
  const office = await officeWith(`${HEADER};Khó khăn;Một\n;;Hai\n;Kiến nghị;Ba\nXã Tây;Khó khăn;Bốn\n`);
  await office.run("import", "a.csv");
  office.write("b.csv", `${HEADER};Những khó khăn;Một\n;;Hai sửa\n;;Thêm\n`);
  expect((await office.run("import", "b.csv", "--dry-run")).out).toBe(
    "b.csv: noi-dung, 3 dòng: 1 mới, 1 sửa, 1 giữ nguyên\n  dòng 3: Cụm số 1 · Khó khăn: Nội dung “Hai” → “Hai sửa”\n",
  );
  await office.run("import", "b.csv");
  expect(await tell(office)).toEqual([
    ...["Một", "Hai sửa", "Thêm"].map((text) => `|Cụm số 1|kho-khan: ${text}`),
    "|Cụm số 1|kien-nghi: Ba",
    "Xã Tây||kho-khan: Bốn",
  ]);
  office.write("c.csv", `${HEADER};Khó khăn;Một\n`);
  expect((await office.run("import", "c.csv", "--json")).json<{ imports: object[] }>().imports).toMatchObject([
    {
      id: 4,
      unchanged: 1,
      changes: [
        { row: 3, key: { cluster: "Cụm số 1", section: "Khó khăn" }, field: "content", old: "Hai sửa", new: null },
        { row: 4, field: "content", old: "Thêm", new: null },
      ],
    },
  ]);
  const again = await office.run("import", "c.csv", "--json");
  expect(again.json<{ imports: object[] }>().imports).toMatchObject([{ id: 4, unchanged: 1, changes: [] }]);
  expect((await office.run("history", "--json")).json<{ imports: object[] }>().imports).toHaveLength(4);
});

test("a unit nobody knows is an error that tells the nearest unit or cluster, and nothing is stored", async () => {
  const office = await officeWith(`${HEADER}Xã Đôngg;Khó khăn;Một\nCụm sô 1;Khó khăn;Hai\nXã Tây;Khó khăn;Ba\n`);
  const ran = await office.run("import", "a.csv");
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('a.csv:2 [Đơn vị] "Xã Đôngg": Không có đơn vị, cụm, khối này. Có phải là "Xã Đông"?');
  expect(ran.err).toContain('Có phải là "Cụm số 1"?');
  expect(await tell(office)).toEqual([]);
  office.write("map.csv", "Loại;Tên trong bảng;Nghĩa là\nđơn vị;Xã Đôngg;Xã Đông\nđơn vị;Cụm sô 1;Xã Tây\n");
  expect((await office.run("import", "a.csv", "--map", "map.csv")).code).toBe(0);
  expect(await tell(office)).toEqual(["Xã Đông||kho-khan: Một", "Xã Tây||kho-khan: Hai", "Xã Tây||kho-khan: Ba"]);
});

test("the words of one unit may name it above the table, by --unit, or not at all", async () => {
  const office = await officeWith("Nội dung báo cáo của Xã Đông\nMục;Nội dung\nKhó khăn;Một\n");
  const titled = await office.run("import", "a.csv");
  expect(titled.out).toContain("đơn vị: Xã Đông (theo tên bảng)");
  office.write("b.csv", "Mục;Nội dung\nThuận lợi;Hai\n");
  await office.run("import", "b.csv", "--unit", "Xã Tây");
  office.write("c.csv", "Nội dung báo cáo của Cụm (Cụm trưởng: Xã Đông)\nMục;Nội dung\nBài học;Ba\n");
  await office.run("import", "c.csv");
  expect(await tell(office)).toEqual(["Xã Đông||kho-khan: Một", "Xã Tây||thuan-loi: Hai", "|Cụm số 1|bai-hoc: Ba"]);
});

test("an import of units is not undone while words are about them", async () => {
  const office = await officeWith(`${HEADER}Xã Đông;Khó khăn;Một\n`);
  await office.run("import", "a.csv");
  const ran = await office.run("undo", "1", "--yes");
  expect([ran.code, ran.err]).toEqual([2, expect.stringContaining("lần 2 (a.csv)")]);
});

test("the form lists every section of the report for the cluster, with what is written already", async () => {
  const office = await officeWith(`${HEADER};Khó khăn;Một\n;;"Hai\n- ba"\nXã Tây;Bài học;Bốn\nChung;Quỹ;Năm\n`);
  await office.run("import", "a.csv");
  await office.run("sheet", "noi-dung", "-o", "mau.csv");
  const lines = office.read("mau.csv").toString("utf8").split("\r\n");
  expect(lines.slice(1, 7)).toEqual([
    "Đơn vị;Cụm/Khối;Mục;Nội dung",
    ";Cụm số 1;Tình hình;",
    ";Cụm số 1;Thuận lợi;",
    ";Cụm số 1;Khó khăn;Một",
    ';Cụm số 1;Khó khăn;"Hai\n- ba"',
    ";Cụm số 1;Chỉ đạo;",
  ]);
  expect(lines.slice(-3)).toEqual(["Chung;;Quỹ;Năm", "Xã Tây;;Bài học;Bốn", ""]);
  office.write("dien.csv", lines.join("\r\n").replace("Thuận lợi;", "Thuận lợi;Được quan tâm"));
  const filled = await office.run("import", "dien.csv", "--json");
  expect(filled.json<{ imports: object[] }>().imports).toMatchObject([{ inserted: 1, unchanged: 4, problems: [] }]);
});

test.each(["csv", "xlsx"])("words exported as .%s say the same when they come back", async (ending) => {
  const long = "Đoạn dài. ".repeat(3000).trim();
  const office = await officeWith(
    `${HEADER};Khó khăn;"- Một\n\n\t* hai"\nXã Tây;Bài học;"'=1+1"\nChung;Quỹ;${long}\nCụm số 2;Quỹ;Ba\n`,
    `${UNITS}Xã Nam;;Cụm số 2\n`,
  );
  expect((await office.run("import", "a.csv")).code).toBe(0);
  expect((await office.run("export", "report-texts", "-o", `ra.${ending}`)).code).toBe(0);
  const back = await office.run("import", `ra.${ending}`, "--json");
  expect(back.json<{ imports: object[] }>().imports).toMatchObject([{ unchanged: 4, changes: [], problems: [] }]);
});

test("a paragraph longer than a cell of Excel is refused, for no workbook could hold it", async () => {
  const office = await officeWith(`${HEADER};Khó khăn;${"a".repeat(32_768)}\n`);
  const ran = await office.run("import", "a.csv");
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining("dài hơn 32.767 ký tự")]);
});
