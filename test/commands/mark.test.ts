import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { makeXlsx } from "../../fixtures/workbook/make-workbook.mjs";
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
  expect(ran.json()).toMatchObject({ imports: [{ inserted: 3, unknownColumns: [] }] });
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

const WIDE =
  "KẾT QUẢ NĂM 2020\nSTT;Chỉ tiêu;ĐVT;Lâm Bình;;Na Hang;\n;;;KH;TH;KH;TH\n1;Trồng rừng;ha;500;580;400;mười\n2;Thu ngân sách;tỷ đồng;25;25;10;12;\n";

async function openCopy(bytes: Uint8Array) {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return sheets.map(({ name, rows, cells, merges }) => ({
    name,
    rows,
    merges,
    /** Fill of a cell, by place as hucre has it. */
    fill: (place: string) => {
      const fill = cells?.get(place)?.style?.fill;
      return fill?.type === "pattern" ? fill.fgColor?.rgb : undefined;
    },
    format: (place: string) => cells?.get(place)?.style?.numFmt,
    comment: (place: string) => cells?.get(place)?.comment?.text,
  }));
}

const RED = "FFC7CE";
const YELLOW = "FFEB9C";

test("a workbook copy of a wide CSV marks the very cell, though its header stands twice", async () => {
  const office = makeOffice();
  office.write("lam-binh-na-hang.csv", WIDE);
  const ran = await office.run("import", "lam-binh-na-hang.csv", "--year", "2020", "--mark", "sua.xlsx");
  expect([ran.code, ran.err.includes("Đã ghi bảng có cột Lỗi: sua.xlsx.")]).toEqual([1, true]);
  const [copy, ...others] = await openCopy(office.read("sua.xlsx"));
  expect([copy?.name, others]).toEqual(["lam-binh-na-hang", []]);
  expect(copy?.rows[3]?.slice(0, 7)).toEqual(["1", "Trồng rừng", "ha", "500", "580", "400", "mười"]);
  expect(copy?.rows[1]?.[8]).toBe("Lỗi");
  expect(copy?.rows[3]?.[8]).toMatch(/^\[Na Hang – TH\] “mười”: Không phải là số/);
  expect([copy?.fill("3,6"), copy?.comment("3,6")]).toEqual([RED, expect.stringContaining("Không phải là số")]);
  expect([copy?.fill("3,4"), copy?.fill("4,6")]).toEqual([undefined, undefined]);
});

test("an unknown unit of a wide sheet is marked where its name stands: in the header", async () => {
  const office = makeOffice();
  office.write("don-vi.csv", "Tên đơn vị\nLâm Bình\nNa Hang\n");
  await office.run("import", "don-vi.csv", "--year", "2020");
  office.write("a.csv", WIDE.replace("mười", "410").replace("Na Hang", "Nà Hàng"));
  const ran = await office.run("import", "a.csv", "--json", "--mark", "sua.xlsx");
  expect(ran.json()).toMatchObject({ problems: [{ code: "unknown-unit", cell: "F2", value: "Nà Hàng" }] });
  const [copy] = await openCopy(office.read("sua.xlsx"));
  expect(copy?.fill("1,5")).toBe(RED);
});

const HEADER = ["STT", "Đơn vị", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "% TH/KH", "Ghi chú"];
const WARNED = makeXlsx([
  {
    name: "Kết quả",
    merges: ["B2:B3"],
    rows: [
      HEADER,
      [1, "Xã An Mẫu", "Trồng rừng", "ha", 1.454, 2, { value: 1.3755, style: "percent" }, null],
      [2, null, "Thu ngân sách", "triệu đồng", 1234567, "1.300.000", { value: 1.2, style: "percent" }, "ước"],
      [3, "Xã Bình Mẫu", "Trồng rừng", "ha", 20, 20, null, { value: 43895, style: "date" }],
    ],
  },
  { name: "Đơn vị", rows: [["Tên đơn vị"], ["Xã An Mẫu"], ["Xã Bình Mẫu"]] },
]);

test("the copy of a workbook has all its tables, cells and merges as they were, a warning in yellow", async () => {
  const office = makeOffice();
  office.write("a.xlsx", WARNED);
  const ran = await office.run("import", "a.xlsx", "--year", "2020", "--mark", "sua.xlsx");
  expect(ran.code, ran.err).toBe(0);
  const [results, units] = await openCopy(office.read("sua.xlsx"));
  expect(results?.rows.slice(1).map((row) => row.slice(0, 8))).toEqual([
    [1, "Xã An Mẫu", "Trồng rừng", "ha", 1.454, 2, 1.3755, null],
    [2, null, "Thu ngân sách", "triệu đồng", 1234567, "1.300.000", 1.2, "ước"],
    [3, "Xã Bình Mẫu", "Trồng rừng", "ha", 20, 20, null, new Date("2020-03-05T00:00:00Z")],
  ]);
  expect([results?.format("1,6"), results?.format("2,6"), results?.format("3,7")]).toEqual([
    "0.00%",
    "0%",
    "dd/mm/yyyy",
  ]);
  expect(results?.merges).toEqual([{ startRow: 1, startCol: 1, endRow: 2, endCol: 1 }]);
  expect(results?.fill("2,6")).toBe(YELLOW);
  expect(results?.rows[2]?.[8]).toMatch(/^Lưu ý: \[% TH\/KH\]/);
  expect(units).toMatchObject({ name: "Đơn vị", rows: [["Tên đơn vị"], ["Xã An Mẫu"], ["Xã Bình Mẫu"]] });
});

test.each(["sua.xlsx", "sua.csv"])("%s of a workbook imports as the workbook itself does", async (copy) => {
  const office = makeOffice();
  office.write("a.xlsx", WARNED);
  await office.run("import", "a.xlsx", "--year", "2020", "--mark", copy);
  const again = await office.run("import", copy, "--json");
  const { imports } = again.json<{ imports: { format: string; unchanged: number; problems: { code: string }[] }[] }>();
  const results = imports.find(({ format }) => format === "ket-qua");
  expect(results).toMatchObject({ inserted: 0, updated: 0, unchanged: 3, unknownColumns: [] });
  expect(results?.problems.map(({ code }) => code)).toEqual(["stated-differs"]);
});

test("a sheet of more rows than a reading keeps is marked to its end", async () => {
  const office = makeOffice();
  const rows = `Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\n${";;;\n".repeat(50_010)}Xã Cuối;Trồng rừng;10;mười\n`;
  office.write("a.csv", rows);
  await office.run("import", "a.csv", "--year", "2020", "--mark", "sua.csv");
  const lines = office.read("sua.csv").toString("utf8").trimEnd().split("\r\n");
  expect(lines).toHaveLength(50_012);
  expect(lines.at(-1)).toMatch(/^Xã Cuối;Trồng rừng;10;mười;\[Thực hiện\]/);
});

test("a file that cannot be split into cells to its end is not copied, which would lose its rows", async () => {
  const office = makeOffice();
  office.write("a.csv", 'Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\nXã A;Trồng rừng;10;12\n"Xã B;Trồng rừng;10;12\n');
  const ran = await office.run("import", "a.csv", "--year", "2020", "--mark", "sua.xlsx");
  expect(ran.err).toContain("Không ghi tệp đánh dấu vì tệp không tách được hết thành dòng và ô");
  expect(() => office.read("sua.xlsx")).toThrow();
});

test("a unit that only the file's name tells is the name of the sheet in a workbook, and to be said of a CSV", async () => {
  const office = makeOffice();
  office.write("Xã Đông Mẫu.csv", "Chỉ tiêu;Kế hoạch;Thực hiện\nTrồng rừng;10;mười\n");
  const told = 'Đơn vị lấy theo tên tệp, nên nạp bản này với --unit "Xã Đông Mẫu".';
  const text = await office.run("import", "Xã Đông Mẫu.csv", "--year", "2020", "--mark", "sua.csv");
  const workbook = await office.run("import", "Xã Đông Mẫu.csv", "--year", "2020", "--mark", "sua.xlsx");
  expect([text.err.includes(told), workbook.err.includes(told)]).toEqual([true, false]);
  const again = await office.run("import", "sua.xlsx", "--year", "2020", "--dry-run", "--json");
  expect(again.json()).toMatchObject({ imports: [{ unit: { name: "Xã Đông Mẫu", from: "sheet" } }] });
});

test("a copy can be a workbook or a CSV and nothing else", async () => {
  const office = makeOffice();
  office.write("a.csv", BAD);
  const ran = await office.run("import", "a.csv", "--mark", "sua.ods");
  expect([ran.code, ran.err]).toEqual([2, "Lỗi: Không ghi được tệp đuôi .ods. Đặt tên tệp có đuôi .csv, .xlsx.\n"]);
});
