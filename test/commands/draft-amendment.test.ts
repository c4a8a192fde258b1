import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { textOf } from "../read-docx.js";

const HEADER =
  "Danh xưng;Họ và tên;Đối tượng;Chức vụ;Đơn vị;Danh hiệu/Hình thức;Thành tích;Số quyết định;Ngày quyết định";
const GIVEN = [
  HEADER,
  "Bà;Đỗ Thị Ổi;Cá nhân;Chuyên viên;Phòng Nội vụ;Giấy khen;Hoàn thành tốt nhiệm vụ;08/QĐ-UBND;16/4/2021",
  "Ông;Lý Văn Sung;Cá nhân;Kế toán;Phòng Tài chính;Giấy khen;Hoàn thành tốt nhiệm vụ;08/QĐ-UBND;16/4/2021",
  "Ông;Ngô Văn Mít;Cá nhân;Chuyên viên;Phòng Tư pháp;Giấy khen;Hoàn thành tốt nhiệm vụ;09/QĐ-UBND;16/4/2021",
];

async function makeDistrict(): Promise<FakeOffice> {
  const office = makeOffice();
  office.write("khen.csv", GIVEN.join("\n"));
  const body = ["--issuer", "Ủy ban nhân dân huyện Bình Minh", "--level", "huyen", "--place", "Bình Minh"];
  await office.run("init", "--year", "2020", ...body, "--position", "Chủ tịch", "--signatory", "Nguyễn Văn An");
  expect(await office.run("import", "khen.csv")).toMatchObject({ code: 0 });
  return office;
}

async function amend(office: FakeOffice, kind: string, ...options: string[]) {
  const ran = await office.run("draft", kind, "--date", "20/5/2021", "-o", "a.docx", "--force", "--json", ...options);
  expect(ran.code, ran.err).toBe(0);
  return { text: textOf(office, "a.docx"), ...ran.json<{ warnings: string[] }>() };
}

const CONTENT = "sai sót về nội dung: sửa bằng văn bản cùng hình thức (NĐ 30/2020/NĐ-CP, Điều 18 khoản 3)";
const FORM = "sai sót về thể thức, kỹ thuật trình bày: đính chính bằng công văn (NĐ 30/2020/NĐ-CP, Điều 18 khoản 3)";

test("a name is mended by a decision that names the one it amends as the register has it", async () => {
  const office = await makeDistrict();
  const { text, warnings } = await amend(office, "quyet-dinh-sua-doi", "--wrong", "Đỗ Thị Ổi", "--right", "Đỗ Thị Ối");
  expect(text).toMatch(
    /Về việc sửa đổi một số nội dung của Quyết định số 08\/QĐ-UBND ngày 16 tháng 4 năm 2021\n+CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH MINH\n/,
  );
  expect(text).toContain("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003");
  expect(text).toContain("Theo đề nghị của Trưởng phòng Nội vụ.");
  expect(text).toContain(
    "Điều 1. Sửa đổi Quyết định số 08/QĐ-UBND ngày 16 tháng 4 năm 2021 của Chủ tịch Ủy ban nhân dân huyện Bình Minh như sau:",
  );
  expect(text).toContain("- Họ và tên (Chuyên viên, Phòng Nội vụ): “Đỗ Thị Ổi” sửa thành “Đỗ Thị Ối”.");
  expect(text).not.toContain("Đưa ra khỏi danh sách");
  expect(text).toContain("Các nội dung khác của Quyết định số 08/QĐ-UBND không thay đổi.");
  expect(text).toContain("chịu trách nhiệm thi hành Quyết định này./.");
  expect(text).toMatch(/Nơi nhận:\n- Như Điều 3;\n- Lưu: VT\.\n+CHỦ TỊCH\n+Nguyễn Văn An/);
  expect(warnings.join("\n")).not.toContain("Điều 18");
});

test("somebody is struck off by name", async () => {
  const office = await makeDistrict();
  const { text } = await amend(office, "quyet-dinh-sua-doi", "--strike", "Lý Văn Sung");
  expect(text).toContain("- Đưa ra khỏi danh sách được khen thưởng: ông Lý Văn Sung, Kế toán, Phòng Tài chính.");
  const letter = await office.run("draft", "cong-van", "--strike", "Lý Văn Sung");
  expect(letter.code).toBe(2);
  expect(letter.err).toContain("thidua draft quyet-dinh-sua-doi");
});

test("a position that two people have is mended of the one who is named", async () => {
  const office = await makeDistrict();
  const change = ["--wrong", "Chuyên viên", "--right", "Chuyên viên chính"];
  const asked = await office.run("draft", "quyet-dinh-sua-doi", ...change);
  expect(asked.code).toBe(2);
  expect(asked.err).toContain("“Chuyên viên” là của 2 trường hợp: bà Đỗ Thị Ổi (Phòng Nội vụ, Giấy khen, 08/QĐ-UBND)");
  const { text } = await amend(office, "quyet-dinh-sua-doi", ...change, "--of", "Ngô Văn Mít");
  expect(text).toContain("- Chức vụ của ông Ngô Văn Mít: “Chuyên viên” sửa thành “Chuyên viên chính”.");
  expect(text).toContain("Sửa đổi Quyết định số 09/QĐ-UBND ngày 16 tháng 4 năm 2021");
  const numbered = await amend(office, "quyet-dinh-sua-doi", ...change, "--refers-to", "số 8");
  expect(numbered.text).toContain("- Chức vụ của bà Đỗ Thị Ổi:");
});

test("a công văn has its abstract below the number and no named type", async () => {
  const office = await makeDistrict();
  const change = ["--wrong", "ngày 16 tháng 4 năm 2021", "--right", "ngày 17 tháng 4 năm 2021"];
  const { text, warnings } = await amend(office, "cong-van", "--refers-to", "08/QĐ-UBND", "--number", "9", ...change);
  expect(text).toMatch(/Số: 09\/UBND\nV\/v đính chính Quyết định số 08\/QĐ-UBND\n/);
  expect(text).toContain("Kính gửi: Các cơ quan, đơn vị có liên quan");
  expect(text).toContain("- Đã ghi: “ngày 16 tháng 4 năm 2021” đính chính thành “ngày 17 tháng 4 năm 2021”.");
  expect(text).toMatch(/- Như trên;\n- Lưu: VT\.\n+TM\. ỦY BAN NHÂN DÂN\nCHỦ TỊCH/);
  expect(text).not.toContain("QUYẾT ĐỊNH");
  expect(warnings.join("\n")).not.toContain("Điều 18");
});

test("the program says when the other of the two documents fits, or that it cannot tell", async () => {
  const office = await makeDistrict();
  const name = ["--wrong", "Đỗ Thị Ổi", "--right", "Đỗ Thị Ối"];
  expect((await amend(office, "cong-van", ...name)).warnings.join("\n")).toContain(CONTENT);
  const date = ["--wrong", "ngày 16 tháng 4 năm 2021", "--right", "ngày 17 tháng 4 năm 2021"];
  expect((await amend(office, "quyet-dinh-sua-doi", ...date)).warnings.join("\n")).toContain(FORM);
  const { warnings } = await amend(office, "quyet-dinh-sua-doi", "--wrong", "xuất xắc", "--right", "xuất sắc");
  expect(warnings.join("\n")).toContain("Không thấy “xuất xắc” trong danh sách đã có quyết định");
  expect(warnings.join("\n")).toContain("Chưa rõ “xuất xắc” sai về gì.");
});

test("without a mistake there is nothing to write; half of one is asked for", async () => {
  const office = await makeDistrict();
  expect((await office.run("draft", "quyet-dinh-sua-doi")).err).toContain('--wrong "chữ sai" --right "chữ đúng"');
  expect((await office.run("draft", "cong-van", "--wrong", "a")).err).toContain('Ghi thêm --right "…"');
});
