import { expect, test } from "vitest";
import { makeXlsx } from "../../fixtures/workbook/make-workbook.mjs";
import { makeOffice } from "../fake-office.js";

interface ImportJson {
  imports: { file: string; sheet: string | null; format: string; id: number | null; inserted: number }[];
}

const CSVS = ["ket-qua.csv", "thang-diem-B.csv", "thang-diem-P.csv", "chi-tieu.csv", "don-vi.csv"];

test("the sample as one workbook of five sheets gives what the five CSVs give", async () => {
  const [fromCsv, fromWorkbook] = [makeOffice(), makeOffice()];
  fromCsv.bring("tuyen-quang-2020");
  fromWorkbook.bring("workbook");
  await fromCsv.run("import", ...CSVS, "--year", "2020");
  const ran = await fromWorkbook.run("import", "tuyen-quang-2020.xlsx", "--year", "2020", "--json");
  expect(ran.code).toBe(0);
  expect(
    ran.json<ImportJson>().imports.map(({ file, sheet, format, inserted }) => [file, sheet, format, inserted]),
  ).toEqual([
    ["tuyen-quang-2020.xlsx", "don-vi", "don-vi", 7],
    ["tuyen-quang-2020.xlsx", "chi-tieu", "chi-tieu", 5],
    ["tuyen-quang-2020.xlsx", "ket-qua", "ket-qua", 35],
    ["tuyen-quang-2020.xlsx", "thang-diem-B", "thang-diem", 6],
    ["tuyen-quang-2020.xlsx", "thang-diem-P", "thang-diem", 6],
  ]);
  for (const command of [
    ["rank", "--rubric", "thang-diem-P"],
    ["rank", "--rubric", "B"],
  ]) {
    expect((await fromWorkbook.run(...command, "--json")).json()).toEqual(
      (await fromCsv.run(...command, "--json")).json(),
    );
  }
  const rows = async (office: typeof fromCsv) =>
    (await office.run("progress", "--json"))
      .json<{ rows: Record<string, unknown>[] }>()
      .rows.map(({ source, ...row }) => row);
  expect(await rows(fromWorkbook)).toEqual(await rows(fromCsv));
});

test("the same workbook again changes nothing and names the imports of each of its sheets", async () => {
  const office = makeOffice();
  office.bring("workbook");
  const first = (await office.run("import", "tuyen-quang-2020.xlsx", "--year", "2020", "--json")).json<ImportJson>();
  const again = (await office.run("import", "tuyen-quang-2020.xlsx", "--year", "2020", "--json")).json<ImportJson>();
  expect(again.imports.map(({ inserted }) => inserted)).toEqual([0, 0, 0, 0, 0]);
  expect(again.imports.map(({ id }) => id)).toEqual(first.imports.map(({ id }) => id));
});

test("explain and the answer of import name the sheet", async () => {
  const office = makeOffice();
  office.bring("workbook");
  const ran = await office.run("import", "tuyen-quang-2020.xlsx", "--year", "2020");
  expect(ran.out).toContain("tuyen-quang-2020.xlsx (ket-qua): ket-qua, 35 dòng: 35 mới");
  const explained = await office.run("explain", "lâm bình", "--rubric", "P");
  expect(explained.out).toContain("580 ← tuyen-quang-2020.xlsx, trang tính “ket-qua”, dòng 2, cột E (Thực hiện)");
});

test("--sheet takes one sheet; a name that is none is asked about, with the names there are", async () => {
  const office = makeOffice();
  office.bring("workbook");
  const one = await office.run("import", "nhieu-trang-tinh.xlsx", "--sheet", "Đơn vị", "--json");
  expect(one.json<ImportJson>().imports.map(({ sheet }) => sheet)).toEqual(["Đơn vị"]);
  const none = await office.run("import", "nhieu-trang-tinh.xlsx", "--sheet", "don vi");
  expect(none.code).toBe(2);
  expect(none.err).toContain('không có trang tính "don vi"');
  expect(none.err).toContain('Có phải là "Đơn vị"?');
});

test("hidden sheets, hidden rows and sheets without a table are told with their names", async () => {
  const office = makeOffice();
  office.bring("workbook");
  const { err, code } = await office.run("import", "nhieu-trang-tinh.xlsx");
  expect(code).toBe(0);
  for (const text of [
    "nhieu-trang-tinh.xlsx(Nháp): Trang tính này đang bị ẩn nên không được đọc.",
    "nhieu-trang-tinh.xlsx(Hướng dẫn): Trang tính này không có bảng nào nhận ra được",
    "nhieu-trang-tinh.xlsx(Biểu đồ): Trang tính này là biểu đồ",
    "nhieu-trang-tinh.xlsx(Đơn vị): Dòng 3 đang bị ẩn; số liệu ở đó vẫn được đọc.",
  ]) {
    expect(err).toContain(text);
  }
});

test("a sheet with an error keeps the whole workbook out", async () => {
  const office = makeOffice();
  const header = ["Đơn vị", "Chỉ tiêu", "Kế hoạch", "Thực hiện"];
  office.write(
    "a.xlsx",
    makeXlsx([
      { name: "Tốt", rows: [header, ["Xã A Mẫu", "Trồng rừng", 1, 1]] },
      { name: "Lỗi", rows: [header, ["Xã B Mẫu", "Trồng rừng", 1, { formula: "C2*2" }]] },
    ]),
  );
  const ran = await office.run("import", "a.xlsx");
  expect(ran.code).toBe(1);
  expect(ran.err).toContain("a.xlsx(Lỗi):2 [Thực hiện]");
  expect(ran.err).toContain("Công thức ở ô D2 chưa có kết quả lưu trong tệp. Mở tệp bằng Excel, bấm Lưu rồi nạp lại.");
  expect((await office.run("status")).code).toBe(2);
});

test("--sheet for a CSV is explained", async () => {
  const office = makeOffice();
  office.write("a.csv", "Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\nXã A Mẫu;Trồng rừng;1;1\n");
  const ran = await office.run("import", "a.csv", "--sheet", "Kết quả");
  expect(ran.code).toBe(2);
  expect(ran.err).toContain("Tệp CSV không có trang tính.");
});
