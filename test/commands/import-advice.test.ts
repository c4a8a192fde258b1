import { expect, test } from "vitest";
import type { Problem } from "../../src/domain/problem.js";
import { makeOffice } from "../fake-office.js";

async function problemsOf(text: string, ...listed: string[]): Promise<Problem[]> {
  const office = makeOffice();
  if (listed.length > 0) {
    office.write("don-vi.csv", `Tên đơn vị\n${listed.join("\n")}\n`);
    await office.run("import", "don-vi.csv", "--year", "2020");
  }
  office.write("bang.csv", text);
  const { imports } = (await office.run("import", "bang.csv", "--year", "2020", "--dry-run", "--json")).json<{
    imports: { problems: Problem[] }[];
  }>();
  return imports.flatMap(({ problems }) => problems);
}

test("a unit without its type, or with UBND before it, is the one so called; of two it is asked which", async () => {
  const text = "Đơn vị;Chỉ tiêu;KH;TH\nSông Mẫu;Trồng rừng;5;6\nUBND xã Đông Mẫu;Trồng rừng;5;6\n";
  expect(await problemsOf(text, "Huyện Sông Mẫu", "Xã Đông Mẫu")).toEqual([]);
  const doubtful = await problemsOf(text, "Huyện Sông Mẫu", "Thị trấn Sông Mẫu", "Xã Đông Mẫu");
  expect(doubtful).toMatchObject([{ row: 2, code: "unknown-unit", value: "Sông Mẫu" }]);
});

test("a result far from its plan is told with its cell, and a fraction for a percentage is noticed", async () => {
  const text = "Đơn vị;Chỉ tiêu;ĐVT;KH;TH\nXã Đông;Thu;tỷ đồng;2;3.000\nXã Đông;Bảo hiểm y tế;%;95;0,952\n";
  expect(await problemsOf(text)).toMatchObject([
    { row: 2, column: "TH", value: "3.000", code: "far-from-plan", severity: "warning" },
    { row: 3, column: "TH", value: "0,952", code: "maybe-fraction", severity: "warning" },
  ]);
});

test("the share that a part of a total makes may stand in the column of percentages", async () => {
  const text = "Đơn vị;Chỉ tiêu;ĐVT;KH;TH;Tỷ lệ %\nPhường 1;Thu gom rác;%;98;2069/2110;98,06\n";
  expect(await problemsOf(text)).toEqual([]);
});

test("several awards in one cell are to be written on rows of their own", async () => {
  const text = "Họ và tên;Đối tượng;Danh hiệu\nLò Thị Mẫu;cá nhân;Giấy khen, Chiến sĩ thi đua cơ sở\n";
  expect(await problemsOf(text)).toMatchObject([
    { code: "several-awards", hint: expect.stringContaining("dòng riêng") },
  ]);
});
