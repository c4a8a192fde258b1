import { expect, test } from "vitest";
import { makeOffice } from "../fake-office.js";

const BAD =
  "BIỂU KẾT QUẢ\nĐơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã Đông;Trồng rừng;ha;-10;mười\nXã Tây;Trồng rừng;ha;20;18,5;thừa\nXã Nam;Trồng rừng;ha;20;19\n";

test("a copy of the sheet says in a column of its own what is wrong in each row", async () => {
  const office = makeOffice();
  office.write("a.csv", BAD);
  const ran = await office.run("import", "a.csv", "--year", "2020", "--mark", "sua.csv");
  expect(ran.code).toBe(1);
  expect(ran.err).toContain("Đã ghi bảng có cột Lỗi: sua.csv.\n");
  const lines = office.read("sua.csv").toString("utf8").split("\r\n");
  expect(lines[0]).toBe("\uFEFFBIỂU KẾT QUẢ");
  expect(lines[1]).toBe("Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;;Lỗi");
  expect(lines[2]).toMatch(/^Xã Đông;Trồng rừng;ha;-10;mười;;.*\[Thực hiện\] “mười”: /);
  expect(lines[3]).toMatch(/^Xã Tây;Trồng rừng;ha;20;18,5;thừa;.*\[F\] “thừa”: Dòng này có nhiều ô hơn/);
  expect(lines[4]).toBe("Xã Nam;Trồng rừng;ha;20;19");
});

test("once mended, the marked copy is imported as it is", async () => {
  const office = makeOffice();
  office.write("a.csv", BAD.replace(";thừa", ""));
  await office.run("import", "a.csv", "--year", "2020", "--mark", "sua.csv");
  office.write("sua.csv", office.read("sua.csv").toString("utf8").replace(";-10;mười;", ";10;12;"));
  const ran = await office.run("import", "sua.csv", "--year", "2020", "--json");
  expect(ran.code, ran.out).toBe(0);
  expect(ran.json()).toMatchObject({ imports: [{ inserted: 3, unknownColumns: ["Lỗi"] }] });
});

test("a dry run marks too; with nothing to mark no file is written", async () => {
  const office = makeOffice();
  office.write("a.csv", BAD);
  await office.run("import", "a.csv", "--dry-run", "--mark", "sua.csv");
  expect(office.read("sua.csv").length).toBeGreaterThan(0);
  office.write("b.csv", "Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\nXã Đông;Trồng rừng;10;12\n");
  const ran = await office.run("import", "b.csv", "--year", "2020", "--mark", "khong.csv");
  expect([ran.code, ran.err.includes("không ghi tệp đánh dấu")]).toEqual([0, true]);
  expect(() => office.read("khong.csv")).toThrow();
});

test("an existing file is not overwritten, and one file is marked at a time", async () => {
  const office = makeOffice();
  office.write("a.csv", BAD);
  office.write("sua.csv", "cũ");
  const taken = await office.run("import", "a.csv", "--mark", "sua.csv", "--force");
  expect([taken.code, taken.err]).toEqual([
    2,
    "Lỗi: Tệp sua.csv đã có, nên không ghi đè. Chọn tên khác sau --mark, hoặc xóa tệp đánh dấu lần trước.\n",
  ]);
  expect(office.read("sua.csv").toString()).toBe("cũ");
  expect((await office.run("import", "a.csv", "a.csv", "--mark", "x.csv")).err).toContain("một tệp mỗi lần");
});

test("the same error in many rows is one line on the screen and whole in JSON", async () => {
  const office = makeOffice();
  const rows = Array.from({ length: 12 }, (_, index) => `Xã số ${index + 1};Trồng rừng;10;mười\n`).join("");
  office.write("a.csv", `Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\n${rows}`);
  const ran = await office.run("import", "a.csv", "--json");
  expect(ran.json<{ problems: object[] }>().problems).toHaveLength(12);
  expect(ran.err).toContain('Lỗi: 12 chỗ như nhau, chỗ đầu là a.csv:2 [Thực hiện] "mười"');
  expect(ran.err).toContain("Các dòng: 2-13.");
});
