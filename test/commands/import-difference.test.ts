import { expect, test } from "vitest";
import { makeOffice } from "../fake-office.js";

const HEADER = "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\n";
const FIRST = `${HEADER}Xã Đông;Trồng rừng;ha;10;12\nXã Tây;Trồng rừng;ha;20;18,5\n`;
const SECOND = `${HEADER}Xã Đông;Trồng rừng;ha;10;12\nXã Tây;Trồng rừng;ha;21;19\nXã Nam;Trồng rừng;ha;5;5\n`;
const CHANGES = [
  { row: 3, key: { unit: "Xã Tây", indicator: "Trồng rừng" }, field: "planned", old: "20", new: "21" },
  { row: 3, key: { unit: "Xã Tây", indicator: "Trồng rừng" }, field: "actual", old: "18.5", new: "19" },
];

async function officeWithFirst() {
  const office = makeOffice();
  office.write("a.csv", FIRST);
  office.write("b.csv", SECOND);
  await office.run("import", "a.csv", "--year", "2020");
  return office;
}

test("a dry run and the real run tell the same: what is new, what changes from what to what", async () => {
  const office = await officeWithFirst();
  const dry = await office.run("import", "b.csv", "--create", "--dry-run", "--json");
  const [planned] = dry.json<{ imports: (object & { rows?: { change: string }[] })[] }>().imports;
  expect(planned).toMatchObject({ id: null, inserted: 1, updated: 1, unchanged: 1, refused: 0, changes: CHANGES });
  expect(planned?.rows?.map(({ change }) => change)).toEqual(["same", "changed", "new"]);
  const real = await office.run("import", "b.csv", "--create", "--json");
  const [done] = real.json<{ imports: object[] }>().imports;
  const { rows: _rows, ...same } = planned ?? {};
  expect(done).toEqual({ ...same, id: 2 });
});

test("people read the changes in Vietnamese", async () => {
  const office = await officeWithFirst();
  expect((await office.run("import", "b.csv", "--create", "--dry-run")).out).toBe(
    "b.csv: ket-qua, 3 dòng: 1 mới, 1 sửa, 1 giữ nguyên\n" +
      "  dòng 3: Xã Tây · Trồng rừng: Kế hoạch 20 → 21\n" +
      "  dòng 3: Xã Tây · Trồng rừng: Thực hiện 18,5 → 19\n",
  );
});

test("a long list of changes is cut on the screen and whole in JSON", async () => {
  const office = makeOffice();
  const rows = (actual: number) =>
    Array.from({ length: 30 }, (_, index) => `Xã số ${index + 1};Trồng rừng;ha;10;${actual}\n`).join("");
  office.write("a.csv", HEADER + rows(1));
  office.write("b.csv", HEADER + rows(2));
  await office.run("import", "a.csv", "--year", "2020");
  const { out } = await office.run("import", "b.csv", "--dry-run");
  expect(out.match(/→/g)).toHaveLength(20);
  expect(out).toContain("… và 10 chỗ sửa khác (xem hết bằng --json)");
  const { imports } = (await office.run("import", "b.csv", "--dry-run", "--json")).json<{
    imports: { changes: object[] }[];
  }>();
  expect(imports[0]?.changes).toHaveLength(30);
});

test("rows with an error are counted as refused", async () => {
  const office = await officeWithFirst();
  office.write("c.csv", `${HEADER}Xã Đông;Trồng rừng;ha;10;mười\nXã Tây;Trồng rừng;ha;20;19\n`);
  const ran = await office.run("import", "c.csv", "--dry-run", "--json");
  expect(ran.code).toBe(1);
  expect(ran.json()).toMatchObject({ imports: [{ refused: 1, updated: 1, changes: [{ row: 3, old: "18.5" }] }] });
});

test("units, indicators, rubrics and awards tell their changes by their own names", async () => {
  const office = makeOffice();
  office.write("u.csv", "Tên đơn vị;Cụm/Khối;Số lao động\nXã Đông;Cụm số 1;10\n");
  office.write("i.csv", "Chỉ tiêu;ĐVT;Chiều\nTai nạn;vụ;cao hơn tốt\n");
  office.write("r.csv", "Mã;Tiêu chí;Điểm tối đa;Cách chấm\nI;Kinh tế;10;truc-tiep\n");
  await office.run("import", "u.csv", "i.csv", "r.csv", "--year", "2020");
  office.write("u.csv", "Tên đơn vị;Tên khác;Cụm/Khối;Số lao động\nXã Đông;Đông;Cụm số 2;12\n");
  office.write("i.csv", "Chỉ tiêu;ĐVT;Chiều\nTai nạn;vụ;thấp hơn tốt\n");
  office.write("r.csv", "Mã;Tiêu chí;Điểm tối đa;Cách chấm\nI;Kinh tế;12;truc-tiep\n");
  expect((await office.run("import", "u.csv", "i.csv", "r.csv")).out).toBe(
    "u.csv: don-vi, 1 dòng: 1 sửa\n" +
      "  dòng 2: Xã Đông: Số lao động 10 → 12\n" +
      "  dòng 2: Xã Đông: Cụm/Khối “Cụm số 1” → “Cụm số 2”\n" +
      "  dòng 2: Xã Đông: Tên khác (trống) → “Đông”\n" +
      "i.csv: chi-tieu, 1 dòng: 1 sửa\n" +
      "  dòng 2: Tai nạn: Chiều cao hơn tốt → thấp hơn tốt\n" +
      "r.csv: thang-diem, 1 dòng: 1 sửa\n" +
      "  dòng 2: I: Điểm tối đa 10 → 12\n",
  );
});

test("a sheet without a column for the plan keeps the plan that is known, and where it came from", async () => {
  const office = await officeWithFirst();
  office.write("q4.csv", "Đơn vị;Chỉ tiêu;Thực hiện\nXã Đông;Trồng rừng;13\nXã Tây;Trồng rừng;18,5\n");
  const [entry] = (await office.run("import", "q4.csv", "--json")).json<{ imports: { changes: object[] }[] }>().imports;
  expect(entry).toMatchObject({ updated: 1, unchanged: 1 });
  expect(entry?.changes).toMatchObject([{ field: "actual", old: "12", new: "13" }]);
  const progress = await office.run("progress", "--json");
  expect(progress.json<{ rows: object[] }>().rows).toMatchObject([
    { unit: "Xã Đông", planned: 10, actual: 13, attainmentPercent: 130 },
    { unit: "Xã Tây", planned: 20, actual: 18.5, attainmentPercent: 92.5 },
  ]);
  const { steps } = (await office.run("explain", "Xã Đông", "Trồng rừng", "--json")).json<{
    steps: { cells: object[] }[];
  }>();
  expect(steps[0]?.cells).toMatchObject([
    { value: "10", file: "a.csv", row: 2, column: "D", header: "Kế hoạch" },
    { value: "13", file: "q4.csv", row: 2, column: "C", header: "Thực hiện" },
  ]);
});

test("a plan kept from an earlier sheet keeps its source over several sheets, and an undo brings the row back", async () => {
  const office = await officeWithFirst();
  office.write("q3.csv", "Đơn vị;Chỉ tiêu;Thực hiện\nXã Đông;Trồng rừng;13\n");
  office.write("q4.csv", "Đơn vị;Chỉ tiêu;Thực hiện\nXã Đông;Trồng rừng;14\n");
  await office.run("import", "q3.csv");
  await office.run("import", "q4.csv");
  const explain = async () =>
    (await office.run("explain", "Xã Đông", "Trồng rừng", "--json")).json<{ steps: { cells: object[] }[] }>().steps[0]
      ?.cells;
  expect(await explain()).toMatchObject([{ file: "a.csv" }, { file: "q4.csv", value: "14" }]);
  await office.run("undo", "--yes");
  expect(await explain()).toMatchObject([{ file: "a.csv" }, { file: "q3.csv", value: "13" }]);
});

test("a plan left blank in its column is cleared, and said", async () => {
  const office = await officeWithFirst();
  office.write("c.csv", `${HEADER}Xã Đông;Trồng rừng;ha;;12\n`);
  const [entry] = (await office.run("import", "c.csv", "--json")).json<{ imports: { changes: object[] }[] }>().imports;
  expect(entry?.changes).toMatchObject([{ field: "planned", old: "10", new: null }]);
});
