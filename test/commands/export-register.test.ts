import { expect, test } from "vitest";
import { makeOffice } from "../fake-office.js";

const LIST = `Họ và tên;Đối tượng;Danh hiệu;Năm thành tích;Số quyết định;Ngày quyết định
Dũng;Cá nhân;Giấy khen;2020;12/QĐ-UBND;16/4/2021
Cúc;Cá nhân;Bằng khen của Chủ tịch UBND tỉnh;;300/QĐ-UBND;2/3/2021
Bình;Cá nhân;Giấy khen;;;
An;Cá nhân;Giấy khen;2020;7/QĐ-UBND;16/4/2021
Em;Cá nhân;Huân chương Lao động hạng Ba;;5;
`;

interface RegisterJson {
  rows: { name: string; decisionNumber: string; level: string; decidedBy: string }[];
}

test("the register holds who has a decision, by its day and number, with its level and who decided", async () => {
  const office = makeOffice();
  const issuer = ["--issuer", "Ủy ban nhân dân huyện Bình Minh", "--level", "huyen"];
  await office.run("init", "--year", "2020", ...issuer);
  office.write("khen-thuong.csv", LIST);
  expect(await office.run("import", "khen-thuong.csv")).toMatchObject({ code: 0 });
  const { rows } = (await office.run("export", "register", "--format", "json")).json<RegisterJson>();
  expect(rows.map(({ name, decisionNumber, level, decidedBy }) => [name, decisionNumber, level, decidedBy])).toEqual([
    ["Cúc", "300/QĐ-UBND", "Bộ, ngành, tỉnh", "Chủ tịch UBND tỉnh"],
    ["An", "7/QĐ-UBND", "Cơ sở", "Chủ tịch Ủy ban nhân dân huyện Bình Minh"],
    ["Dũng", "12/QĐ-UBND", "Cơ sở", "Chủ tịch Ủy ban nhân dân huyện Bình Minh"],
    ["Em", "5", "Nhà nước", "Chủ tịch nước"],
  ]);
});

test.each(["so.csv", "so.xlsx"])("%s is read back as a list, and makes the same register", async (file) => {
  const office = makeOffice();
  office.write("khen-thuong.csv", LIST);
  await office.run("import", "khen-thuong.csv", "--year", "2020");
  expect(await office.run("export", "register", "-o", file)).toMatchObject({ code: 0 });
  const again = await office.run("import", file, "--db", "moi.db", "--year", "2020");
  expect(again).toMatchObject({ code: 0 });
  expect(again.out).toContain("cột không dùng: Cấp khen; Người quyết định");
  const first = await office.run("export", "register");
  const second = await office.run("export", "register", "--db", "moi.db");
  expect(second.out).toBe(first.out);
});
