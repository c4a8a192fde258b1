import { expect, test } from "vitest";
import { dumpTables, IMPORT_LOG } from "../dump.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const HEADER = "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\n";
const FIRST = `${HEADER}Xã Đông;Trồng rừng;ha;10;12\nXã Tây;Trồng rừng;ha;20;18,5\n`;

async function officeWithFirst(answers?: string[]): Promise<FakeOffice> {
  const office = answers === undefined ? makeOffice() : makeOffice({ answers });
  office.write("a.csv", FIRST);
  expect((await office.run("import", "a.csv", "--year", "2020")).code).toBe(0);
  return office;
}

const units = (office: FakeOffice) =>
  dumpTables(office.path("thidua.db")).unit?.map((unit) => (unit as { name: string }).name);

test("on a terminal an unknown unit or indicator is asked about; the answer is remembered for the next file", async () => {
  const office = await officeWithFirst(["=Xã Đông", "=Trồng rừng"]);
  office.write("b.csv", `${HEADER}X. Đông mới;Trồng rừng tập trung;ha;11;12\n`);
  const ran = await office.run("import", "b.csv");
  expect([ran.code, ran.err]).toEqual([0, "Bước tiếp theo: thidua status\n"]);
  expect(units(office)).toEqual(["Xã Đông", "Xã Tây"]);
  office.write("c.csv", `${HEADER}X. Đông mới;Trồng rừng tập trung;ha;11;13\n`);
  const again = await office.run("import", "c.csv", "--yes", "--json");
  expect(again.json()).toMatchObject({ imports: [{ updated: 1, problems: [] }] });
  const shown = await office.run("progress", "--unit", "X. Đông mới", "--indicator", "trồng rừng tập trung", "--json");
  expect(shown.json()).toMatchObject({ rows: [{ unit: "Xã Đông", indicator: "Trồng rừng", actual: 13 }] });
});

test("the answer may be that it is new", async () => {
  const office = await officeWithFirst(["new", "new"]);
  office.write("b.csv", `${HEADER}Xã Nam;Làm đường;km;5;5\n`);
  expect((await office.run("import", "b.csv")).code).toBe(0);
  expect(units(office)).toEqual(["Xã Đông", "Xã Tây", "Xã Nam"]);
});

test("the answer may be to stop: then nothing is stored", async () => {
  const office = await officeWithFirst(["stop"]);
  const before = dumpTables(office.path("thidua.db"));
  office.write("c.csv", `${HEADER}Xã Bắc;Trồng rừng;ha;5;5\n`);
  const stopped = await office.run("import", "c.csv");
  expect(stopped.code).toBe(1);
  expect(stopped.err).toContain('"Xã Bắc": Không có đơn vị này.');
  expect(dumpTables(office.path("thidua.db"))).toEqual(before);
});

test("nothing is asked when something else is wrong too, or with --yes", async () => {
  const office = await officeWithFirst([]);
  office.write("b.csv", `${HEADER}Xã Nam;Trồng rừng;ha;5;5\nXã Tây;Trồng rừng;ha;mười;5\n`);
  expect((await office.run("import", "b.csv")).code).toBe(1);
  office.write("c.csv", `${HEADER}Xã Nam;Trồng rừng;ha;5;5\n`);
  expect((await office.run("import", "c.csv", "--yes")).code).toBe(1);
});

test("a dry run asks too and forgets; undo forgets what an import remembered", async () => {
  const office = await officeWithFirst(["=Xã Tây", "=Xã Tây"]);
  office.write("b.csv", `${HEADER}Tây Xã;Trồng rừng;ha;20;19\n`);
  const before = dumpTables(office.path("thidua.db"));
  expect((await office.run("import", "b.csv", "--dry-run")).out).toContain("Thực hiện 18,5 → 19");
  expect(dumpTables(office.path("thidua.db"))).toEqual(before);
  const state = dumpTables(office.path("thidua.db"), IMPORT_LOG);
  await office.run("import", "b.csv");
  await office.run("undo", "--yes");
  expect(dumpTables(office.path("thidua.db"), IMPORT_LOG)).toEqual(state);
});

test("scores ask for units, which cannot be new there", async () => {
  const office = await officeWithFirst(["=Xã Đông"]);
  office.write("r.csv", "Mã;Tiêu chí;Điểm tối đa;Cách chấm\nI;Nề nếp;10;truc-tiep\n");
  office.write("s.csv", "Đơn vị;Tiêu chí;Tự chấm\nĐông Xã;I;9\n");
  const ran = await office.run("import", "r.csv", "s.csv", "--json");
  expect(ran.json()).toMatchObject({ imports: [{ format: "thang-diem" }, { format: "cham-diem", inserted: 1 }] });
});

const MAPS: [string, string][] = [
  [
    "map.json",
    JSON.stringify({
      columns: { "KQ 12T": "Thực hiện", "Cột lạ": null },
      units: { "Đông mới": "Xã Đông", "Xã Nam": null },
      indicators: { "Rừng trồng": "Trồng rừng" },
    }),
  ],
  [
    "map.csv",
    "Loại;Tên trong bảng;Nghĩa là\nCột;KQ 12T;Thực hiện\ncột;Cột lạ;\nĐơn vị;Đông mới;Xã Đông\nđơn vị;Xã Nam;\nChỉ tiêu;Rừng trồng;Trồng rừng\n",
  ],
];

test.each([
  ["Thực hiện;Lũy kế", "cột;Thực hiện;\ncột;Lũy kế;Thực hiện\n", 90],
  ["Quý I;Quý II", "cột;Quý I;\n", 90],
  ["TH 2026;KQ 2025", "cột;TH 2026;\ncột;KQ 2025;Thực hiện\n", 90],
])("a column that would be read is left out as --map says: %s", async (headers, answers, actual) => {
  const office = makeOffice();
  office.write("a.csv", `Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;${headers}\nXã Đông;Trồng rừng;ha;100;9;90\n`);
  office.write("map.csv", `Loại;Tên trong bảng;Nghĩa là\n${answers}`);
  expect((await office.run("import", "a.csv", "--year", "2026", "--map", "map.csv")).code).toBe(0);
  expect((await office.run("progress", "--json")).json()).toMatchObject({ rows: [{ actual }] });
});

test.each(MAPS)("--map %s answers for headers, units and indicators, and is remembered", async (name, text) => {
  const office = await officeWithFirst();
  office.write(name, text);
  const header = "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;KQ 12T;Cột lạ\n";
  office.write("b.csv", `${header}Đông mới;Rừng trồng;ha;10;14;x\nXã Nam;Rừng trồng;ha;10;9;x\n`);
  const ran = await office.run("import", "b.csv", "--map", name, "--json");
  expect(ran.code, ran.out).toBe(0);
  expect(ran.json()).toMatchObject({
    imports: [{ inserted: 1, updated: 1, unknownColumns: ["Cột lạ"], changes: [{ field: "actual", new: "14" }] }],
  });
  office.write("c.csv", `${header}Đông mới;Rừng trồng;ha;10;15;x\n`);
  expect((await office.run("import", "c.csv", "--json")).json()).toMatchObject({
    imports: [{ updated: 1, changes: [{ field: "actual", new: "15" }] }],
  });
  await office.run("undo");
  await office.run("undo");
  expect((await office.run("import", "c.csv")).code).toBe(1);
});

test.each([
  ["không có.csv", null, "Không đọc được tệp không có.csv."],
  ["m.json", "{", "không phải là bảng ánh xạ đọc được"],
  ["m.json", '{"cột": {}}', "không phải là bảng ánh xạ đọc được"],
  ["m.csv", "a;b;c\n", "không phải là bảng ánh xạ đọc được"],
])("a map that cannot be read is said: %s %s", async (name, text, message) => {
  const office = await officeWithFirst();
  if (text !== null) office.write(name, text);
  const ran = await office.run("import", "a.csv", "--map", name);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(message);
});

test("headers nobody has seen are asked about column by column, and not again for a file of that shape", async () => {
  const office = makeOffice({ answers: ["ket-qua", "unit", "indicator", "-", "actual"] });
  const header = "BIỂU TỔNG HỢP\nSTT;Nơi làm;Việc làm;Màu;Con số\n";
  office.write("a.csv", `${header}1;Xã Đông;Trồng rừng;xanh;12\n`);
  const ran = await office.run("import", "a.csv", "--year", "2020", "--json");
  expect(ran.code, ran.out).toBe(0);
  expect(ran.json()).toMatchObject({ imports: [{ headerRow: 2, inserted: 1, unknownColumns: ["Màu"] }] });
  office.write("b.csv", `${header}1;Xã Đông;Trồng rừng;đỏ;13\n`);
  expect((await office.run("import", "b.csv", "--json")).json()).toMatchObject({
    imports: [{ updated: 1, problems: [] }],
  });
});

test("a missing column is asked about with the columns that are left", async () => {
  const office = makeOffice({ answers: ["unit"] });
  office.write("a.csv", "Nơi làm;Chỉ tiêu;Kế hoạch;Thực hiện\nXã Đông;Trồng rừng;10;12\n");
  expect((await office.run("import", "a.csv", "--year", "2020")).code).toBe(0);
});

test("stopping at unknown headers says what else to do", async () => {
  const office = makeOffice({ answers: ["-"] });
  office.write("b.csv", "Nơi;Việc\nXã Đông;Trồng rừng\n");
  const ran = await office.run("import", "b.csv");
  expect([ran.code, ran.err]).toEqual([2, "Lỗi: Đã dừng, chưa nạp gì. Sửa tên các cột, hoặc dùng --map.\n"]);
});

test("letters that only look Vietnamese and names alike but for their marks are told, and stay apart", async () => {
  const office = await officeWithFirst();
  office.write(
    "b.csv",
    `${HEADER}Xã Đồng;Trồng rừng;ha;10;12\nXã Тây;Trồng rừng;ha;20;18\nXã Nam;Trồng  rừng;ha;1;1\n`,
  );
  const ran = await office.run("import", "b.csv", "--create", "--json");
  const [entry] = ran.json<{
    imports: { problems: { row: number; code: string; message: string; hint: string }[] }[];
  }>().imports;
  expect(entry?.problems.map(({ row, code }) => [row, code])).toEqual([
    [2, "near-twin"],
    [3, "lookalike-letter"],
    [3, "near-twin"],
  ]);
  expect(entry?.problems[1]?.message).toContain("“Т” (U+0422)");
  expect(entry?.problems[1]?.hint).toBe("Gõ lại thành “Xã Tây”.");
  expect(entry?.problems[0]?.message).toContain("chỉ khác “Xã Đông” ở dấu");
  expect(units(office)).toEqual(["Xã Đông", "Xã Tây", "Xã Đồng", "Xã Тây", "Xã Nam"]);
  expect((await office.run("import", "b.csv", "--json")).json()).toMatchObject({ imports: [{ problems: [] }] });
});

test("twins within a first list are told as well, for indicators too", async () => {
  const office = makeOffice();
  office.write("u.csv", "Tên đơn vị\nXã Hòa An\nXã Hoà An 2\nXã Hóa An\n");
  office.write("i.csv", "Chỉ tiêu\nChi tiêu công\nChỉ tiêu công\n");
  const { imports } = (await office.run("import", "u.csv", "i.csv", "--json")).json<{
    imports: { problems: { row: number; code: string }[] }[];
  }>();
  expect(imports.map(({ problems }) => problems.map(({ row, code }) => [row, code]))).toEqual([
    [[4, "near-twin"]],
    [[3, "near-twin"]],
  ]);
});

test("a unit in a table of scores may be called without its kind, when one unit alone is called so", async () => {
  const office = makeOffice();
  office.write(
    "kq.csv",
    `${HEADER}Huyện Lâm Mẫu;Trồng rừng;ha;10;12\nHuyện Sơn Mẫu;Trồng rừng;ha;20;18,5\nTT Sơn Mẫu;Trồng rừng;ha;2;2\n`,
  );
  office.write("td.csv", "Mã;Tiêu chí;Điểm tối đa;Cách chấm\n1;Trồng rừng;30;Trực tiếp\n");
  expect((await office.run("import", "kq.csv", "td.csv", "--year", "2020")).code).toBe(0);
  const scores = (name: string) =>
    `BẢNG TỰ CHẤM ĐIỂM\nTT;Tiêu chí;Điểm tối đa;${name};Huyện Sơn Mẫu\n1;Trồng rừng;30;28;27\n;Tổng điểm;30;28;27\n`;
  office.write("cd.csv", scores("Lâm Mẫu"));
  expect((await office.run("import", "cd.csv", "--json")).json()).toMatchObject({
    imports: [{ inserted: 2, problems: [] }],
  });
  for (const unclear of ["Sơn Mẫu", "Thị xã Lâm Mẫu"]) {
    office.write("cd.csv", scores(unclear));
    const refused = await office.run("import", "cd.csv", "--json");
    expect(refused.json()).toMatchObject({ problems: [{ code: "unknown-unit", value: unclear }] });
  }
});
