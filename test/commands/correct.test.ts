import { expect, test } from "vitest";
import { dumpTables, IMPORT_LOG } from "../dump.js";
import { makeOffice } from "../fake-office.js";

const HEADER = "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Ghi chú\n";
const RESULTS = `${HEADER}Xã Đông;Trồng rừng;ha;10;12;\nXã Tây;Trồng rừng;ha;20;18,5;\n`;

async function officeWithResults() {
  const office = makeOffice();
  office.write("r.csv", RESULTS);
  await office.run("import", "r.csv", "--year", "2020");
  const state = () => dumpTables(office.path("thidua.db"), IMPORT_LOG);
  const row = async (unit: string) =>
    (await office.run("progress", "--unit", unit, "--json")).json<{ rows: Record<string, unknown>[] }>().rows[0];
  return { office, state, row };
}

test("a value is set by hand: progress computes with it and says so, explain tells when, why and what the sheet had", async () => {
  const { office, row } = await officeWithResults();
  const ran = await office.run("correct", "Xã Đông", "trồng rừng", "thực hiện=12,5", "--reason", "Số sau thẩm định");
  expect([ran.code, ran.out]).toEqual([0, "Đã sửa tay (lần 2):\n  Xã Đông · Trồng rừng: Thực hiện 12 → 12,5\n"]);
  expect(await row("Xã Đông")).toMatchObject({
    actual: 12.5,
    attainmentPercent: 125,
    source: { file: "r.csv", row: 2, byHand: [{ field: "actual", reason: "Số sau thẩm định", import: 2 }] },
  });
  expect((await row("Xã Tây"))?.source).toEqual({ file: "r.csv", row: 3 });
  expect((await office.run("progress")).err).toBe("Có số sửa tay: Xã Đông · Trồng rừng (thực hiện).\n");
  const { out } = await office.run("explain", "Xã Đông", "Trồng rừng");
  expect(out).toContain("10 ← r.csv, dòng 2, cột D (Kế hoạch)");
  expect(out).toContain("12,5 ← sửa tay 2026-11-22 10:00, lý do: Số sau thẩm định");
  expect(out).toContain("trước khi sửa tay: 12 ← r.csv, dòng 2, cột E (Thực hiện)");
  expect((await office.run("history")).out).toContain("sửa tay Xã Đông · Trồng rừng");
});

test("importing again keeps the value set by hand and says so; --force takes the sheet's", async () => {
  const { office, row, state } = await officeWithResults();
  await office.run("correct", "Xã Đông", "Trồng rừng", "actual=12,5");
  office.write("s.csv", `${HEADER}Xã Đông;Trồng rừng;ha;10;13;xem lại\n`);
  const kept = await office.run("import", "s.csv", "--json");
  expect(kept.json()).toMatchObject({
    imports: [
      {
        updated: 1,
        changes: [{ field: "note", old: null, new: "xem lại" }],
        problems: [{ row: 2, column: "Thực hiện", value: "13", code: "kept-by-hand", severity: "warning" }],
      },
    ],
  });
  expect(await row("Xã Đông")).toMatchObject({ actual: 12.5, source: { file: "s.csv" } });
  const before = state();
  const forced = await office.run("import", "s.csv", "--force", "--json");
  expect(forced.json()).toMatchObject({
    imports: [{ updated: 1, problems: [], changes: [{ old: "12.5", new: "13" }] }],
  });
  expect((await row("Xã Đông"))?.source).toEqual({ file: "s.csv", row: 2 });
  expect((await office.run("import", "r.csv")).err).not.toContain("sửa tay");
  await office.run("undo");
  await office.run("undo");
  expect(state()).toEqual(before);
});

test("a correction is undone like an import; one that later imports built on is not", async () => {
  const { office, state } = await officeWithResults();
  const before = state();
  await office.run("correct", "Xã Đông", "Trồng rừng", "actual=12,5", "planned=11", "previous=8");
  await office.run("correct", "Xã Đông", "Trồng rừng", "actual=12,5", "planned=11");
  const first = state();
  await office.run("correct", "Xã Đông", "Trồng rừng", "actual=");
  expect((await office.run("undo", "1")).err).toContain("lần 3 (sửa tay Xã Đông · Trồng rừng), 2 (sửa tay");
  expect((await office.run("undo", "2")).err).toContain("thidua undo 3");
  expect((await office.run("undo", "3")).out).toContain("Đã hoàn tác lần 3 (sửa tay Xã Đông · Trồng rừng)");
  expect(state()).toEqual(first);
  expect((await office.run("undo")).code).toBe(0);
  expect(state()).toEqual(before);
});

test("a result no sheet gave can be set by hand, and goes when that is undone", async () => {
  const { office, row, state } = await officeWithResults();
  office.write("s.csv", `${HEADER}Xã Đông;An toàn giao thông;%;100;100;\n`);
  await office.run("import", "s.csv", "--create");
  const before = state();
  await office.run("correct", "Xã Tây", "An toàn giao thông", "kế hoạch=100", "thực hiện=90");
  const ran = await office.run("progress", "--unit", "Xã Tây", "--indicator", "An toàn giao thông", "--json");
  expect(ran.json()).toMatchObject({
    rows: [{ attainmentPercent: 90, source: { file: "(sửa tay)", row: null, byHand: [{}, {}] } }],
  });
  expect((await office.run("explain", "Xã Tây", "An toàn giao thông")).out).toContain("90 ← sửa tay 2026-11-22 10:00");
  await office.run("undo");
  expect(state()).toEqual(before);
  expect(await row("Xã Tây")).toMatchObject({ indicator: "Trồng rừng" });
});

test("pass or fail indicators take words", async () => {
  const { office } = await officeWithResults();
  office.write("p.csv", `${HEADER}Xã Đông;Đạt chuẩn;;Đạt;Không đạt;\n`);
  await office.run("import", "p.csv", "--create");
  expect((await office.run("correct", "Xã Đông", "Đạt chuẩn", "thực hiện=đạt")).out).toContain("Không đạt → Đạt");
  expect((await office.run("correct", "Xã Đông", "Đạt chuẩn", "thực hiện=tốt")).err).toBe(
    'Lỗi: "tốt" không phải là Đạt hay Không đạt. Chỉ tiêu này ghi Đạt hoặc Không đạt.\n',
  );
});

test.each([
  [["Xã Đôg", "Trồng rừng", "actual=1"], 'Không có đơn vị "Xã Đôg". Có phải là "Xã Đông"?'],
  [["Xã Đông", "Trồng rung", "actual=1"], 'Không có chỉ tiêu "Trồng rung". Có phải là "Trồng rừng"?'],
  [["Xã Đông", "Trồng rừng", "kết quả=1"], 'Không rõ "kết quả=1" là sửa mục nào.'],
  [["Xã Đông", "Trồng rừng", "actual=mười hai"], '"mười hai" không phải là con số đọc được.'],
  [["Xã Đông", "Trồng rừng"], "Thiếu đối số <mục=giá-trị>. Xem thidua correct --help."],
])("%j is refused with the way to write it, and nothing changes", async (args, message) => {
  const { office, state } = await officeWithResults();
  const before = state();
  const ran = await office.run("correct", ...args);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(message);
  expect(state()).toEqual(before);
});

test("setting what is there already changes nothing and leaves no entry", async () => {
  const { office } = await officeWithResults();
  expect((await office.run("correct", "Xã Đông", "Trồng rừng", "actual=12")).out).toBe(
    "Số liệu đã đúng như vậy, không sửa gì.\n",
  );
  expect((await office.run("history", "--json")).json<{ imports: object[] }>().imports).toHaveLength(1);
});
