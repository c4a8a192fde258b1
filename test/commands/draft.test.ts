import { expect, test } from "vitest";
import { DRAFT_KINDS } from "../../src/documents/index.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { textOf } from "../word-text.js";

interface DraftJson {
  documents: { path: string; kind: string; recipients: number }[];
  warnings: string[];
}

const LIST = [
  "Danh xưng;Họ và tên/Tên tập thể;Đối tượng;Chức vụ;Đơn vị;Danh hiệu/Hình thức;Thành tích;Số phiếu đồng ý;Tổng số phiếu",
  ";Trường Tiểu học Hoa Sen;Tập thể;;;Bằng khen;Dẫn đầu phong trào dạy tốt;14;15",
  "Bà;Trần Thị Bưởi;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Bằng khen;Có sáng kiến trong giảng dạy;15;15",
  "Ông;Lê Văn Cam;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Chiến sĩ thi đua cơ sở;Hoàn thành xuất sắc nhiệm vụ;11;15",
  "Ông;Phạm Văn Đào;Cá nhân;Chuyên viên;Phòng Nội vụ;Giấy khen;Hoàn thành tốt nhiệm vụ;13;15",
];

async function makeDistrict(): Promise<FakeOffice> {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  office.write("khen.csv", LIST.join("\n"));
  const body = ["--issuer", "Ủy ban nhân dân huyện Bình Minh", "--parent", "Ủy ban nhân dân tỉnh An Bình"];
  await office.run("init", "--year", "2020", ...body, "--level", "huyen", "--place", "Bình Minh");
  const files = ["don-vi.csv", "chi-tieu.csv", "ket-qua.csv", "thang-diem-P.csv", "khen.csv"];
  expect(await office.run("import", ...files)).toMatchObject({ code: 0 });
  return office;
}

async function draft(office: FakeOffice, kind: string, ...options: string[]) {
  const ran = await office.run("draft", kind, "-o", `${kind}.docx`, "--json", ...options);
  expect(ran.code, ran.err).toBe(0);
  return { text: textOf(office.read(`${kind}.docx`)), ...ran.json<DraftJson>() };
}

// A district gives no bằng khen: draft-certificate.test.ts.
const KINDS = DRAFT_KINDS.map(({ id }) => id).filter((id) => id !== "bang-khen");

test.each(KINDS)("%s: every place of the template is filled or marked", async (kind) => {
  const office = await makeDistrict();
  const { text, documents } = await draft(office, kind, "--date", "16/4/2021");
  expect(documents).toMatchObject([{ kind, path: office.path(`${kind}.docx`) }]);
  expect(text).not.toMatch(/\{\{|\}\}|undefined|null|\[object/);
});

test("the submission names what the office may not decide itself, and to whom it goes", async () => {
  const office = await makeDistrict();
  const { text, documents } = await draft(office, "to-trinh", "--date", "16/4/2021", "--number", "7");
  expect(documents).toMatchObject([{ recipients: 2 }]);
  expect(text).toContain("Số: 07/TTr-UBND");
  expect(text).toContain("Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh An Bình");
  expect(text).toContain("- Bằng khen: 01 tập thể và 01 cá nhân.");
  expect(text).toContain("Bà Trần Thị Bưởi");
  expect(text).not.toContain("Phạm Văn Đào");
});

test("the list holds every nominee with the share of votes, and says what it lacks with the option that fills it", async () => {
  const office = await makeDistrict();
  const { text, documents, warnings } = await draft(office, "danh-sach");
  expect(documents).toMatchObject([{ recipients: 4 }]);
  expect(text).toContain("93,3%");
  expect(text).toContain("73,3%");
  expect(warnings).toContain('Chưa có: văn bản mà danh sách kèm theo. Ghi bằng --refers-to "…".');
});

test("a kind mistyped is asked back; one with its own command is sent there; --list names each", async () => {
  const office = await makeDistrict();
  expect((await office.run("draft", "to-trin")).err).toContain('Có phải là "to-trinh"?');
  expect((await office.run("draft", "bao-cao")).err).toContain("thidua report");
  const { kinds } = (await office.run("draft", "--list", "--json")).json<{ kinds: { kind: string }[] }>();
  expect(kinds.map(({ kind }) => kind)).toEqual(DRAFT_KINDS.map(({ id }) => id));
});

test("the minutes hold votes against the share of all members the law asks for on that day", async () => {
  const office = await makeDistrict();
  const people = ["--start", "8 giờ 00", "--chair", "Ông Nguyễn Văn An, Chủ tịch Hội đồng", "--members", "15"];
  const { text, warnings } = await draft(office, "bien-ban-binh-xet", "--date", "10/12/2024", ...people);
  expect(text).toContain("Thời gian bắt đầu: 8 giờ 00, ngày 10 tháng 12 năm 2024.");
  // Chiến sĩ thi đua cơ sở: 11/15 is less than 80 %; Bằng khen needs no vote.
  expect(text).toMatch(/11\/15\n73,3%\nKhông đạt/);
  expect(text).not.toMatch(/\nĐạt\n/);
  expect(text).toContain("KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG");
  expect(text).toMatch(/CHỦ TỌA\n+Nguyễn Văn An/);
  expect(warnings.join("\n")).toContain('--secretary "…"');
});

test("a review of the office's own council bears the office's name, of a cluster that of its head", async () => {
  const office = await makeDistrict();
  const ofCluster = await draft(office, "bien-ban-binh-xet");
  expect(ofCluster.text).toContain("HUYỆN LÂM BÌNH");
  const ofCouncil = await draft(office, "bien-ban-binh-xet", "--council", "--force");
  expect(ofCouncil.text).toContain("HUYỆN BÌNH MINH");
  expect(ofCouncil.text.split("BIÊN BẢN")[0]).not.toMatch(/LÂM BÌNH|CỤM THI ĐUA/);
  expect(ofCouncil.text).toContain("Hội đồng Thi đua - Khen thưởng huyện Bình Minh");
});

test("the count of votes tells for and all others; the ballot leaves both to be marked and has no number", async () => {
  const office = await makeDistrict();
  const count = await draft(office, "bien-ban-kiem-phieu");
  expect(count.text).toMatch(/Chiến sĩ thi đua cơ sở\n11\n4\n73,3%/);
  expect(count.text).toContain("[Chưa có: số phiếu phát ra]");
  const ballot = await draft(office, "phieu-bau");
  expect(ballot.text).toContain("Bà Trần Thị Bưởi");
  expect(ballot.text).not.toContain("Số:");
});
