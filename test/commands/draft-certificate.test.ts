import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { sizeOf, textOf } from "../word-text.js";

const HEADER =
  "Danh xưng;Họ và tên/Tên tập thể;Đối tượng;Chức vụ;Đơn vị;Danh hiệu/Hình thức;Thành tích;Số quyết định;Ngày quyết định";

async function makeCommune(...rows: string[]): Promise<FakeOffice> {
  const office = makeOffice();
  office.write("khen.csv", [HEADER, ...rows].join("\n"));
  const body = ["--issuer", "Ủy ban nhân dân xã Bình Minh", "--level", "xa", "--place", "Bình Minh"];
  await office.run("init", "--year", "2025", ...body, "--position", "Phó Chủ tịch", "--signatory", "Lê Thị Hoa");
  expect(await office.run("import", "khen.csv")).toMatchObject({ code: 0 });
  return office;
}

const BUOI =
  "Bà;Trần Thị Bưởi;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Giấy khen;Có sáng kiến trong giảng dạy.;125;16/5/2025";

test("a certificate says in the order of the decree who gives it, what, to whom, for what, by whom signed and by which decision", async () => {
  const office = await makeCommune(BUOI);
  const ran = await office.run("draft", "giay-khen", "-o", "giay.docx", "--book-from", "7");
  expect(ran).toMatchObject({ code: 0 });
  expect(sizeOf(office.read("giay.docx"), "Bà Trần Thị Bưởi")).toBe(28);
  expect(textOf(office.read("giay.docx")).split("\n").filter(Boolean)).toEqual([
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH MINH",
    "TẶNG",
    "GIẤY KHEN",
    "Bà Trần Thị Bưởi",
    "Giáo viên, Trường Tiểu học Hoa Sen",
    "Đã có sáng kiến trong giảng dạy",
    "Quyết định số: 125/QĐ-UBND",
    "ngày 16 tháng 5 năm 2025",
    "Số sổ vàng: 07",
    "Bình Minh, ngày 16 tháng 5 năm 2025",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Lê Thị Hoa",
  ]);
});

test("each recipient gets one, in a folder of their own and in the order of the list; who has no decision yet waits", async () => {
  const office = await makeCommune(
    BUOI,
    ";Trường Tiểu học Hoa Sen;Tập thể;;;Giấy khen;;126/QĐ-UBND;20/5/2025",
    "Ông;Lê Văn Cam;Cá nhân;;;Giấy khen;Dạy giỏi;;",
  );
  const ran = await office.run("draft", "giay-khen");
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.err).toContain("Không kể 1 trường hợp chưa có số quyết định");
  const [first = "", second = "", ...others] = readdirSync(office.path("giay-khen-2025")).sort();
  expect([first, second, others]).toEqual([
    "1 Giấy khen - Trần Thị Bưởi.docx",
    "2 Giấy khen - Trường Tiểu học Hoa Sen.docx",
    [],
  ]);
  const text = textOf(office.read(`giay-khen-2025/${second}`));
  expect(text).toContain("Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2025");
  expect(text).toContain("Quyết định số: 126/QĐ-UBND");
  const one = await office.run("draft", "giay-khen", "--decision", "125", "-o", "mot.docx");
  expect(one).toMatchObject({ code: 0 });
});

test("a draft without a decision leaves its number and date to be written, and a certificate the office may not give is refused", async () => {
  const office = await makeCommune(
    "Ông;Lê Văn Cam;Cá nhân;;;Giấy khen;Dạy giỏi;;",
    "Ông;Lê Văn Cam;Cá nhân;;;Bằng khen;;;",
  );
  const ran = await office.run("draft", "giay-khen", "-o", "giay.docx", "--json");
  expect(ran.json<{ warnings: string[] }>().warnings.join("\n")).toContain("thidua decide --record");
  expect(textOf(office.read("giay.docx"))).toMatch(/Quyết định số: +\/QĐ-UBND/);
  const refused = await office.run("draft", "bang-khen");
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.err).toContain("cấp khác quyết định");
  await office.run("config", "issuer.name", "Ủy ban nhân dân tỉnh An Bình");
  await office.run("config", "issuer.level", "tinh");
  expect(await office.run("draft", "bang-khen", "-o", "bang.docx")).toMatchObject({ code: 0 });
  expect(textOf(office.read("bang.docx"))).toMatch(
    /CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nTẶNG\nBẰNG KHEN\n+Ông Lê Văn Cam/,
  );
});

test("long names and achievements are written smaller to stay on their page; what would not is named", async () => {
  const long = "Ban Chỉ huy Quân sự, Công an, Đoàn Thanh niên Cộng sản Hồ Chí Minh, Hội Liên hiệp Phụ nữ xã Bình Minh";
  const office = await makeCommune(
    `;${long};Tập thể;;;Giấy khen;${"Có thành tích xuất sắc trong phòng, chống thiên tai ".repeat(20)};1;16/5/2025`,
  );
  const ran = await office.run("draft", "giay-khen", "-o", "giay.docx");
  expect(ran.err).toContain("có thể sang trang thứ hai");
  expect(sizeOf(office.read("giay.docx"), long)).toBe(20);
});
