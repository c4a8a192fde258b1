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
  const mended = ["--refers-to", "08/QĐ-UBND", "--wrong", "Lê Văn Ôi", "--right", "Lê Văn Ổi"];
  const { text, documents } = await draft(office, kind, "--date", "16/4/2021", ...mended);
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

test("awards of two deciders are two submissions, each saying who is to submit it further", async () => {
  const office = await makeDistrict();
  office.write("them.csv", `${LIST[0]}\n;Xã Đông;Tập thể;;;Cờ thi đua của Chính phủ;Dẫn đầu;15;15`);
  expect(await office.run("import", "them.csv")).toMatchObject({ code: 0 });
  const ran = await office.run("draft", "to-trinh", "--number", "7", "--date", "16/4/2021", "-o", "tt", "--json");
  const { documents } = ran.json<DraftJson>();
  expect(documents.map(({ recipients }) => recipients)).toEqual([1, 2]);
  const [further = "", own = ""] = documents.map(({ path }) =>
    textOf(office.read(path.slice(office.folder.length + 1))),
  );
  expect(further).toContain("Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh An Bình");
  expect(further).toContain("xem xét, trình Thủ tướng Chính phủ khen thưởng cho 01 tập thể");
  expect(further).toContain("xem xét, trình Thủ tướng Chính phủ quyết định./.");
  expect(further).not.toContain("Bà Trần Thị Bưởi");
  expect(own).toContain("xem xét, khen thưởng cho 01 tập thể và 01 cá nhân");
  expect([further, own].map((text) => /Số: (\d+)/.exec(text)?.[1])).toEqual(["07", "08"]);
});

test("a province submits to the Prime Minister", async () => {
  const office = makeOffice();
  office.write("khen.csv", `${LIST[0]}\n;Xã Đông;Tập thể;;;Cờ thi đua của Chính phủ;Dẫn đầu;15;15`);
  const body = ["--issuer", "Ủy ban nhân dân tỉnh An Bình", "--level", "tinh", "--place", "An Bình"];
  await office.run("init", "--year", "2020", ...body);
  expect(await office.run("import", "khen.csv")).toMatchObject({ code: 0 });
  const { text } = await draft(office, "to-trinh", "--date", "16/4/2021");
  expect(text).toContain("Kính gửi: Thủ tướng Chính phủ");
  expect(text).toContain("kính trình Thủ tướng Chính phủ xem xét, quyết định./.");
});

test("more votes than members are refused with the name; a list that counts otherwise is told", async () => {
  const office = await makeDistrict();
  const refused = await office.run("draft", "bien-ban-kiem-phieu", "--members", "14");
  expect(refused.code).toBe(2);
  expect(refused.err).toContain(
    "Số phiếu đồng ý nhiều hơn 14 thành viên ghi ở --members: Bà Trần Thị Bưởi (15 phiếu).",
  );
  const { warnings } = await draft(office, "bien-ban-kiem-phieu", "--members", "16");
  expect(warnings.join("\n")).toContain("khác 16 thành viên ghi ở --members");
  const absent = await office.run("draft", "bien-ban-kiem-phieu", "--members", "15", "--present", "16");
  expect(absent.err).toContain("Có 16 thành viên có mặt mà hội đồng chỉ có 15 thành viên.");
});

test("where the list does not say of how many, the members typed are what votes are counted of", async () => {
  const office = makeOffice();
  office.write("khen.csv", "Họ và tên;Đối tượng;Danh hiệu/Hình thức;Số phiếu đồng ý\nLê Văn Cam;Cá nhân;Giấy khen;12");
  await office.run("init", "--year", "2020", "--issuer", "Ủy ban nhân dân xã Đông", "--level", "xa");
  expect(await office.run("import", "khen.csv")).toMatchObject({ code: 0 });
  const { text } = await draft(office, "bien-ban-kiem-phieu", "--members", "15");
  expect(text).toMatch(/Giấy khen\n12\n3\n80%/);
});

test("--council says so where it has no meaning", async () => {
  const office = await makeDistrict();
  const { warnings, text } = await draft(office, "to-trinh", "--council");
  expect(warnings.join("\n")).toContain("--council không có tác dụng với tờ trình");
  expect(text).toContain("Ủy ban nhân dân huyện Bình Minh kính trình");
  expect((await draft(office, "phieu-bau", "--council")).warnings.join("\n")).not.toContain("--council");
});
