import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { textOf } from "../word-text.js";

interface DraftJson {
  documents: { path: string; kind: string; recipients: number }[];
  warnings: string[];
}

const HEADER =
  "Danh xưng;Họ và tên/Tên tập thể;Đối tượng;Đơn vị;Danh hiệu/Hình thức;Thành tích;Số quyết định;Ngày quyết định";

async function makeCommune(...rows: string[]): Promise<FakeOffice> {
  const office = makeOffice();
  office.write("khen.csv", [HEADER, ...rows].join("\n"));
  const body = [
    "--issuer",
    "Ủy ban nhân dân xã Bình Minh",
    "--parent",
    "Ủy ban nhân dân tỉnh An Bình",
    "--level",
    "xa",
  ];
  await office.run("init", "--year", "2025", ...body, "--place", "Bình Minh", "--position", "Chủ tịch");
  expect(await office.run("import", "khen.csv")).toMatchObject({ code: 0 });
  return office;
}

async function draftMoney(office: FakeOffice, ...options: string[]) {
  const ran = await office.run("draft", "bang-tien-thuong", "-o", "tien.docx", "--force", "--json", ...options);
  expect(ran.code, ran.err + ran.out).toBe(0);
  return { text: textOf(office.read("tien.docx")), ...ran.json<DraftJson>() };
}

const BUOI = "Bà;Trần Thị Bưởi;Cá nhân;Trường Tiểu học Hoa Sen";
const SCHOOL = ";Trường Tiểu học Hoa Sen;Tập thể;;Giấy khen;Dẫn đầu phong trào;;";

test("each is paid the multiplier times the base salary of the day of the decision, rounded up, and all add up in figures and words", async () => {
  const office = await makeCommune(SCHOOL, `${BUOI};Giấy khen;Dạy giỏi;;`);
  // A commune's certificate: 0,3 and 0,6 base salaries since 01/7/2025.
  const today = await draftMoney(office, "--date", "20/12/2025", "--number", "125");
  expect(today.text).toMatch(/Giấy khen\n2\.340\.000\n0,6\n1\.410\.000/);
  expect(today.text).toMatch(/Giấy khen\n2\.340\.000\n0,3\n710\.000/);
  expect(today.text).toContain("Tổng cộng: 2.120.000 đồng.");
  expect(today.text).toContain("(Bằng chữ: Hai triệu một trăm hai mươi nghìn đồng.)");
  expect(today.text).toContain("Nguồn chi: Quỹ thi đua, khen thưởng xã Bình Minh.");
  expect(today.text).toContain(
    "(Kèm theo Quyết định số 125/QĐ-UBND ngày 20 tháng 12 năm 2025 của Chủ tịch Ủy ban nhân dân xã Bình Minh)",
  );
  expect(today.text).toContain("Mức lương cơ sở 2.340.000 đồng/tháng theo Nghị định số 73/2024/NĐ-CP");
  expect(today.text).toContain("theo Điều 49 Nghị định số 152/2025/NĐ-CP");
  // Half as much before, of a lower base salary.
  const before = await draftMoney(office, "--date", "10/6/2024");
  expect(before.text).toMatch(/1\.800\.000\n0,15\n270\.000/);
  expect(before.text).toContain("Tổng cộng: 810.000 đồng.");
  await office.run("config", "bonus.rounding", "none");
  const exact = await draftMoney(office, "--date", "20/12/2025");
  expect(exact.text).toContain("Tổng cộng: 2.106.000 đồng.");
  expect(exact.text).not.toContain("làm tròn");
});

test("of titles for one time only the highest is paid, a title and a form both; what is not paid stands in the table with the reason", async () => {
  const office = await makeCommune(
    `${BUOI};Lao động tiên tiến;;;`,
    `${BUOI};Chiến sĩ thi đua cơ sở;;;`,
    `${BUOI};Giấy khen;Dạy giỏi;;`,
  );
  const { text, documents } = await draftMoney(office, "--date", "20/12/2025");
  expect(documents).toMatchObject([{ recipients: 3 }]);
  expect(text).toMatch(/Lao động tiên tiến\n2\.340\.000\n0,3\n-\n\nChỉ nhận tiền thưởng của danh hiệu cao nhất/);
  expect(text).toContain("Tổng cộng: 3.050.000 đồng.");
});

test("a bonus nobody laid down is marked and named, never 0, and said to be left out of the total; recalled multipliers are told", async () => {
  const office = await makeCommune(SCHOOL, ";Hộ ông Đào;Hộ gia đình;Thôn Đông;Gia đình văn hóa;;;");
  office.write(
    "phap-ly.csv",
    [
      "Loại quy định;Danh hiệu, hình thức;Cấp;Đối tượng;Nội dung;Từ ngày;Đến ngày;Nguồn",
      "danh hiệu;Hạt nhân thi đua;xa;cá nhân;;01/01/2024;;Quy chế số 1",
      "thẩm quyền;Hạt nhân thi đua;xa;;;01/01/2024;;Quy chế số 1",
    ].join("\n"),
  );
  office.write("them.csv", [HEADER, `${BUOI};Hạt nhân thi đua;;;`].join("\n"));
  expect(await office.run("import", "them.csv")).toMatchObject({ code: 0 });
  const { text, warnings } = await draftMoney(office, "--date", "20/12/2025");
  expect(text).toContain("[Chưa có: tiền thưởng]");
  expect(text).toContain("Chưa kể 01 trường hợp chưa xác định được tiền thưởng.");
  expect(text).not.toMatch(/\n0\n/);
  expect(warnings.join("\n")).toMatch(/Chưa tính được tiền thưởng của Trần Thị Bưởi: .*Hạt nhân thi đua/);
  expect(warnings.join("\n")).toMatch(/hệ số Gia đình văn hóa \(hộ gia đình\) 0,1 .*nhớ lại/);
});

test("who decides pays: awards of another level are left out; one decision of the year can be asked for", async () => {
  const office = await makeCommune(
    `${BUOI};Bằng khen;;;`,
    `${BUOI};Lao động tiên tiến;;;`,
    "Ông;Lê Văn Cam;Cá nhân;Phòng Kinh tế;Giấy khen;;12;16/4/2024",
  );
  const open = await draftMoney(office, "--date", "20/12/2025");
  expect(open.text).not.toContain("Bằng khen");
  expect(open.text).not.toContain("Lê Văn Cam");
  expect(open.warnings.join("\n")).toContain("do cấp khác quyết định (Bằng khen)");
  const decided = await draftMoney(office, "--decision", "12");
  expect(decided.text).toContain("Quyết định số 12/QĐ-UBND ngày 16 tháng 4 năm 2024");
  // By the law of its own day: 0,15 of 1.800.000.
  expect(decided.text).toContain("Tổng cộng: 270.000 đồng.");
  expect((await office.run("draft", "bang-tien-thuong", "--decision", "99")).err).toContain("Quyết định số 99");
});
