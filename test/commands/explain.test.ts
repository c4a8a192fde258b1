import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const RUBRIC =
  "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu\n1;Lợi nhuận;60;ty-le;Lợi nhuận\n2;Trồng rừng;40;ty-le;Trồng rừng\n";
const RESULTS = [
  "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện",
  "Xã Đông;Lợi nhuận;tỷ đồng;10;-2",
  "Xã Đông;Trồng rừng;ha;Không giao;",
  "Xã Tây;Lợi nhuận;tỷ đồng;10;12",
  "Xã Tây;Trồng rừng;ha;20;20",
].join("\n");

async function officeOfTwo(): Promise<FakeOffice> {
  const office = makeOffice();
  office.write("ket-qua.csv", RESULTS);
  office.write("thang-diem.csv", RUBRIC);
  expect(await office.run("import", "ket-qua.csv", "thang-diem.csv", "--year", "2020")).toMatchObject({ code: 0 });
  return office;
}

test("a loss is said to be a loss, not to be no number, wherever it has no percentage", async () => {
  const office = await officeOfTwo();
  for (const command of [["progress", "--unit", "Xã Đông"], ["explain", "Xã Đông", "Lợi nhuận"], ["rank"]]) {
    const { out, err } = await office.run(...command);
    expect(out + err).toContain("kế hoạch hoặc kết quả là số âm");
    expect(out + err).not.toContain("không phải là số");
  }
});

test("a task that was not assigned is said to be left out of the total, not to lack a score", async () => {
  const office = await officeOfTwo();
  const { out } = await office.run("explain", "Xã Đông", "Trồng rừng");
  expect(out).toContain("Trồng rừng: đơn vị không được giao chỉ tiêu này.");
  expect(out).toContain("Không giao ← ket-qua.csv, dòng 3");
  expect(out).toContain("2 Trồng rừng — không giao, không tính vào tổng điểm");
  expect(out).not.toContain("chưa có điểm");
});
