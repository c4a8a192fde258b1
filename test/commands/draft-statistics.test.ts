import { expect, test } from "vitest";
import { makeOffice } from "../fake-office.js";
import { textOf } from "../word-text.js";

const HEADER =
  "Họ và tên/Tên tập thể;Đối tượng;Đơn vị;Danh hiệu/Hình thức;Lao động trực tiếp;Số quyết định;Ngày quyết định";

test("statistics count what has a decision by award, level and recipient, beside the year before; what is not known is said", async () => {
  const office = makeOffice();
  const body = ["--issuer", "Ủy ban nhân dân xã Bình Minh", "--level", "xa", "--place", "Bình Minh"];
  await office.run("init", "--year", "2025", ...body);
  const given = "12/QĐ-UBND;16/5/2025";
  const list = [
    `Trường Tiểu học Hoa Sen;Tập thể;;Giấy khen;;${given}`,
    `Trần Thị Bưởi;Cá nhân;Trường Tiểu học Hoa Sen;Giấy khen;có;${given}`,
    `Lê Văn Cam;Cá nhân;Phòng Kinh tế;Giấy khen;không;${given}`,
    `Lê Văn Cam;Cá nhân;Phòng Kinh tế;Bằng khen;không;5/QĐ-UBND;20/6/2025`,
    "Phạm Văn Đào;Cá nhân;Phòng Kinh tế;Lao động tiên tiến;;;",
  ];
  office.write("khen.csv", [HEADER, ...list].join("\n"));
  expect(await office.run("import", "khen.csv")).toMatchObject({ code: 0 });
  const alone = await office.run("draft", "thong-ke-khen-thuong", "-o", "a.docx");
  expect(alone.err).toContain("Năm 2024 chưa có danh sách khen thưởng");
  expect(textOf(office.read("a.docx"))).not.toContain("So với năm 2024");
  office.write("truoc.csv", [HEADER, "Lê Văn Cam;Cá nhân;Phòng Kinh tế;Giấy khen;;3;16/5/2024"].join("\n"));
  expect(await office.run("import", "truoc.csv", "--year", "2024")).toMatchObject({ code: 0 });
  const ran = await office.run("draft", "thong-ke-khen-thuong", "-o", "b.docx", "--json", "--year", "2025");
  const { documents, warnings } = ran.json<{ documents: object[]; warnings: string[] }>();
  expect(documents).toMatchObject([{ recipients: 4 }]);
  expect(warnings.join("\n")).toContain("Không kể 1 trường hợp chưa có số quyết định");
  const text = textOf(office.read("b.docx"));
  expect(text).not.toContain("Lao động tiên tiến");
  // Giấy khen: 1 collective, 2 people of whom 1 works directly, 50,0 %, 3 in all; 1 the year before.
  expect(text).toMatch(/Giấy khen\n1\n2\n1\n50,0\n3\n/);
  expect(text).toMatch(/Giấy khen\n1\n3\n\+2\n/);
  expect(text).toMatch(/Tổng cộng\n1\n4\n\+3\n/);
});
