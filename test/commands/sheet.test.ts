import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { FORMATS } from "../../src/readers/index.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { readSheet } from "../readers/read-sheet.js";
import { dumpDatabase } from "./dump-database.js";

async function sampleOffice(): Promise<FakeOffice> {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  const files = ["don-vi.csv", "chi-tieu.csv", "thang-diem-P.csv", "ket-qua.csv"];
  expect((await office.run("import", ...files, "--year", "2020")).code).toBe(0);
  return office;
}

const IDS = FORMATS.map(({ id }) => id);

interface ImportJson {
  imports: { format: string; unchanged: number; problems: { code: string; severity: string }[] }[];
}

test.each(IDS)("a %s form sent back untouched is recognised and changes nothing", async (id) => {
  const office = await sampleOffice();
  await office.run("sheet", id, "-o", "mau.csv");
  const before = dumpDatabase(office);
  const ran = await office.run("import", "mau.csv", "--json");
  expect(ran.code).toBe(0);
  expect(ran.json<ImportJson>().imports[0]?.format).toBe(id);
  const problems = ran.json<ImportJson>().imports.flatMap((entry) => entry.problems.map(({ code }) => code));
  // A list nobody has begun has nothing to hand out; that it came back empty is worth a warning.
  const empty = ["thang-diem", "cham-diem", "khen-thuong", "phong-trao", "noi-dung"];
  expect(problems).toEqual(empty.includes(id) ? ["no-rows"] : []);
  expect(dumpDatabase(office)).toBe(before);
});

test("a results form has a line for each unit and indicator, and blank lines are no data", async () => {
  const office = makeOffice();
  office.write("don-vi.csv", "Tên đơn vị;Cụm/Khối\nXã Đông;Cụm 1\nXã Tây;Cụm 1\n");
  office.write("chi-tieu.csv", "Chỉ tiêu;ĐVT;Chiều\nTrồng rừng;ha;cao hơn tốt\nHộ nghèo;%;thấp hơn tốt\n");
  office.write("ket-qua.csv", "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã Đông;Trồng rừng;ha;1,454;Không giao\n");
  await office.run("import", "don-vi.csv", "chi-tieu.csv", "ket-qua.csv", "--year", "2020");
  const shown = await office.run("sheet", "ket-qua", "-o", "mau.csv", "--json");
  expect(shown.json()).toMatchObject({ format: "ket-qua", year: 2020, rows: 4 });
  const text = office.read("mau.csv").toString("utf8");
  expect(text.startsWith("\uFEFFHướng dẫn: bảng kết quả năm 2020.")).toBe(true);
  expect(text.split("\r\n").slice(1, 6)).toEqual([
    "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Năm trước;Nguyên nhân;Ghi chú",
    "Xã Đông;Trồng rừng;ha;1454;Không giao;;;",
    "Xã Đông;Hộ nghèo;%;;;;;",
    "Xã Tây;Trồng rừng;ha;;;;;",
    "Xã Tây;Hộ nghèo;%;;;;;",
  ]);
  const before = dumpDatabase(office);
  const untouched = await office.run("import", "mau.csv", "--json");
  expect(untouched.json<ImportJson>().imports[0]).toMatchObject({ unchanged: 4, problems: [] });
  expect(dumpDatabase(office)).toBe(before);
  office.write("dien.csv", text.replace("Xã Tây;Trồng rừng;ha;;", "Xã Tây;Trồng rừng;ha;20;18,5"));
  const filled = await office.run("import", "dien.csv", "--json");
  expect(filled.json<ImportJson>().imports[0]).toMatchObject({ inserted: 3, unchanged: 1, problems: [] });
});

test("a scores form names the criteria people score and keeps the scores they gave", async () => {
  const office = makeOffice();
  office.write("don-vi.csv", "Tên đơn vị;Cụm/Khối\nXã Đông;Cụm 1\n");
  office.write(
    "thang-diem.csv",
    "Mã;Tiêu chí;Điểm tối đa;Cách chấm\nI;Phong trào;20;\nI.1;Chấp hành chủ trương;12;truc-tiep\nI.2;Sáng kiến;8;truc-tiep\n",
  );
  office.write("cham.csv", "Đơn vị;Mã tiêu chí;Tự chấm\nXã Đông;I.2;7,5\n");
  await office.run("import", "don-vi.csv", "thang-diem.csv", "cham.csv", "--year", "2020");
  await office.run("sheet", "cham-diem", "-o", "mau.csv");
  expect(office.read("mau.csv").toString("utf8").split("\r\n").slice(2, 4)).toEqual([
    "Xã Đông;Chấp hành chủ trương;I.1;;;;;;",
    "Xã Đông;Sáng kiến;I.2;7,5;;;;;",
  ]);
  const before = dumpDatabase(office);
  const ran = await office.run("import", "mau.csv", "--json");
  expect(ran.json<ImportJson>().imports[0]).toMatchObject({ format: "cham-diem", unchanged: 2, problems: [] });
  expect(dumpDatabase(office)).toBe(before);
});

test("the workbook has the form's cells, numbers as numbers, lists to choose from and a frozen header", async () => {
  const office = await sampleOffice();
  await office.run("sheet", "don-vi", "-o", "mau.xlsx");
  await office.run("sheet", "ket-qua");
  const units = (await readXlsx(office.read("mau.xlsx"))).sheets[0];
  expect(units?.name).toBe("don-vi");
  expect(units?.rows[1]).toEqual(["Mã", "Tên đơn vị", "Tên khác", "Loại", "Cấp", "Cụm/Khối", "Vai trò", "Số lao động"]);
  expect(units?.rows[2]?.[6]).toBe("Cụm trưởng");
  expect(units?.dataValidations?.[0]).toMatchObject({
    type: "list",
    range: "G3:G209",
    values: ["Cụm trưởng", "Cụm phó", "Thành viên"],
  });
  const results = (await readXlsx(office.read("ket-qua-2020.xlsx"))).sheets[0];
  expect(results?.rows[2]?.slice(0, 5)).toEqual(["Huyện Lâm Bình", "Trồng rừng", "ha", 500, 580]);
  expect(results?.rows).toHaveLength(37);
  expect(results?.freezePane).toMatchObject({ rows: 2 });
});

const CHOICES = FORMATS.flatMap((format) =>
  format.columns.flatMap(({ field, header, words }) =>
    words === undefined ? [] : [{ id: format.id, field, header, words }],
  ),
);

test.each(CHOICES)("each word a form offers under $header of $id is read as what it stands for", async (choice) => {
  const { id, field, header, words } = choice;
  const format = FORMATS.find((one) => one.id === id);
  const others = (format?.columns ?? []).filter((column) => column.required && column.field !== field);
  const required = others.map((column) => column.header);
  const rows = Object.values(words).map((word, index) => [...required.map((name) => `${name} số ${index}`), word]);
  const bytes = Buffer.from([[...required, header], ...rows].map((row) => row.join(";")).join("\n"));
  const { content } = await readSheet({ file: "chon.csv", bytes, as: id });
  const values = [...(content?.records ?? [])].map((record) => (record as unknown as Record<string, unknown>)[field]);
  expect(values).toEqual(Object.keys(words));
});

test("the same data gives the same bytes", async () => {
  const [one, other] = [await sampleOffice(), await sampleOffice()];
  for (const office of [one, other]) await office.run("sheet", "ket-qua", "-o", "a.xlsx");
  expect(one.read("a.xlsx").equals(other.read("a.xlsx"))).toBe(true);
});

test("without a database the form is blank; a file that is there is not overwritten", async () => {
  const office = makeOffice();
  expect((await office.run("sheet", "khen-thuong", "--year", "2021")).code).toBe(0);
  const again = await office.run("sheet", "khen-thuong", "--year", "2021");
  expect([again.code, again.err]).toEqual([2, expect.stringContaining("khen-thuong-2021.xlsx đã có")]);
  expect((await office.run("sheet", "khen-thuong", "--year", "2021", "--force")).code).toBe(0);
});

test.each([
  [["sheet", "bang-diem"], 'Không có loại bảng "bang-diem".'],
  [["sheet", "ket-qua", "-o", "a.pdf"], "Không ghi được tệp đuôi .pdf."],
  [["sheet", "ket-qua", "--layout", "wide"], 'Không có kiểu bảng "wide".'],
])("%j is refused with a sentence", async (argv, message) => {
  const ran = await makeOffice().run(...argv);
  expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(message)]);
});
