import { mkdirSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { layoutOf, sizeOf, textOf } from "../word-text.js";

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

const POSITIONS = [
  "Mục in;Cách mép trái (mm);Dòng kẻ cách mép trên (mm);Rộng (mm);Cỡ chữ;Số dòng;Căn;Đậm;Nghiêng",
  "khổ giấy A3 ngang;;;;;;;;",
  "tên người, tập thể;60;150;300;30;1;giữa;x;",
  "số quyết định;100,5;250;80;14;;trái;;",
].join("\n");

/** Twips of so many millimetres. */
const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

test("on a printed blank only what differs is printed, each text where the office's table of positions puts it", async () => {
  const office = await makeCommune(BUOI, `;${"Ban Chỉ huy Quân sự xã ".repeat(5)};Tập thể;;;Giấy khen;;125;16/5/2025`);
  mkdirSync(office.path("mau"));
  office.write("mau/phoi-giay-khen.csv", POSITIONS);
  const ran = await office.run("draft", "giay-khen", "--blank", "-o", "phoi");
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.err).toContain("phoi-giay-khen.csv");
  const [first = "", second = ""] = readdirSync(office.path("phoi")).map((name) => `phoi/${name}`);
  expect(textOf(office.read(first)).split("\n").filter(Boolean)).toEqual(["Bà Trần Thị Bưởi", "125/QĐ-UBND"]);
  const { page, frames } = layoutOf(office.read(first));
  expect(page).toEqual({ width: twips(420), height: twips(297) });
  // The frame begins as much above the line as letters of that size stand over it.
  expect(frames).toMatchObject([
    { x: twips(60), y: twips(150) - Math.round(30 * 20 * 0.891), width: twips(300), align: "center", size: 30 },
    { x: twips(100.5), y: twips(250) - Math.round(14 * 20 * 0.891), width: twips(80), align: "left", size: 14 },
  ]);
  // What does not fit its line is printed smaller, on the same line of the blank.
  const [name] = layoutOf(office.read(second)).frames;
  const size = name?.size ?? 0;
  expect(size).toBeLessThan(30);
  expect(size).toBeGreaterThanOrEqual(18);
  expect(name?.y).toBe(twips(150) - Math.round(size * 20 * 0.891));
});

test("without a table the usual places are used and said to be not measured; the table to edit prints the same", async () => {
  const office = await makeCommune(BUOI);
  const usual = await office.run("draft", "giay-khen", "--blank", "-o", "a.docx");
  expect(usual.err).toContain("chưa đo theo phôi của cơ quan");
  expect(await office.run("sheet", "phoi")).toMatchObject({ code: 0 });
  const own = await office.run("draft", "giay-khen", "--blank", "-o", "b.docx");
  expect(own.err).toContain("phoi.xlsx");
  expect(office.read("b.docx").equals(office.read("a.docx"))).toBe(true);
});

test("a place off the paper is refused with its row; only certificates are printed on blanks", async () => {
  const office = await makeCommune(BUOI);
  office.write("phoi.csv", POSITIONS.replace("60;150;300", "160;150;300"));
  const ran = await office.run("draft", "giay-khen", "--blank", "phoi.csv");
  expect(ran).toMatchObject({ code: 1 });
  expect(ran.err).toContain("ra ngoài khổ giấy A3");
  expect((await office.run("draft", "danh-sach", "--blank")).err).toContain("không in trên phôi");
});
