import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeDocx, p } from "../documents/make-docx.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { textOf } from "../read-docx.js";

const OFFICE = ["--issuer", "Ủy ban nhân dân huyện Lâm Bình", "--level", "huyen", "--place", "Lâm Bình"];
const SIGNER = ["--position", "Chủ tịch", "--signatory", "Nguyễn Văn An", "--year", "2020", "--yes"];
const SAMPLE = "bao-cao-tong-ket-cum-thi-dua-cac-huyen-thanh-pho-2020.docx";

interface ReportJson {
  documents: { path: string; kind: string; cluster: string | null; recipients: number }[];
  warnings: string[];
}

async function sampleOffice(...files: string[]): Promise<FakeOffice> {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  expect(await office.run("init", ...OFFICE, ...SIGNER)).toMatchObject({ code: 0 });
  const sheets = files.length > 0 ? files : ["don-vi.csv", "chi-tieu.csv", "ket-qua.csv", "thang-diem-P.csv"];
  expect(await office.run("import", ...sheets, "--year", "2020")).toMatchObject({ code: 0 });
  return office;
}

test("the sample cluster's report says what was said at its conference", async () => {
  const office = await sampleOffice();
  const ran = await office.run("report", "--json");
  expect(ran.code).toBe(0);
  expect(ran.json<ReportJson>().documents).toEqual([
    {
      path: office.path(SAMPLE),
      kind: "bao-cao-tong-ket",
      award: null,
      unit: null,
      cluster: "Cụm thi đua các huyện, thành phố",
      recipients: 0,
      scope: "cluster",
      period: "nam",
      form: "full",
      missing: expect.arrayContaining([{ what: "số của báo cáo", remedy: "Ghi bằng --number SỐ." }]),
    },
  ]);
  const text = textOf(office, SAMPLE);
  for (const sentence of [
    "gồm 07 đơn vị: huyện Lâm Bình (Cụm trưởng), huyện Sơn Dương,",
    "- Trồng rừng: các đơn vị trong Cụm đều đạt và vượt kế hoạch, trong đó đạt cao nhất là huyện Lâm Bình (116% KH), tiếp theo là huyện Sơn Dương (107,4% KH), huyện Na Hang (105% KH).",
    "- Thu ngân sách nhà nước trên địa bàn: các đơn vị trong Cụm đều vượt kế hoạch, trong đó thành phố Tuyên Quang và huyện Lâm Bình đạt trên 120% kế hoạch.",
    "- Giải quyết việc làm mới: 06/07 đơn vị đạt và vượt kế hoạch, trong đó huyện Lâm Bình đạt trên 133%, thành phố Tuyên Quang đạt trên 131% kế hoạch; riêng huyện Yên Sơn đạt 99% kế hoạch.",
    "- Tổng đàn lợn: không đơn vị nào đạt kế hoạch (83%–92% KH).",
    "huyện Lâm Bình 279,10 điểm, xếp thứ Nhất; huyện Sơn Dương 276,00 điểm, xếp thứ Nhì; huyện Na Hang 274,65 điểm, xếp thứ Ba.",
    "thấp nhất là thành phố Tuyên Quang và huyện Yên Sơn (cùng 83% KH).",
  ]) {
    expect(text).toContain(sentence);
  }
});

test("the head, the signature and the number follow the cluster, its head's unit and the settings", async () => {
  const office = await sampleOffice();
  expect(await office.run("report", "--number", "5", "--date", "27/01/2021")).toMatchObject({ code: 0 });
  const text = textOf(office, SAMPLE);
  for (const line of [
    "ỦY BAN NHÂN DÂN\nHUYỆN LÂM BÌNH",
    "CỤM THI ĐUA\nCÁC HUYỆN, THÀNH PHỐ",
    "Số: 05/BC-CTĐ",
    "Lâm Bình, ngày 27 tháng 01 năm 2021",
    "CỤM TRƯỞNG",
    "Nguyễn Văn An",
    "phương hướng, nhiệm vụ năm 2021",
  ]) {
    expect(text).toContain(line);
  }
  expect(text).not.toContain("Chưa có: địa danh");
});

test("what the data does not hold is marked in the document and told", async () => {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  await office.run("import", "ket-qua.csv", "--year", "2020");
  const ran = await office.run("report", "--json");
  expect(ran.code).toBe(0);
  const { documents, warnings } = ran.json<ReportJson>();
  expect(documents[0]).toMatchObject({ path: office.path("bao-cao-tong-ket-2020.docx"), cluster: null });
  for (const setting of ["issuer.name", "issuer.place"]) {
    expect(warnings.some((warning) => warning.includes(`thidua config ${setting}`))).toBe(true);
  }
  const text = textOf(office, "bao-cao-tong-ket-2020.docx");
  for (const mark of [
    "[Chưa có: địa danh]",
    "[Chưa có: kết quả chấm điểm, xếp hạng năm 2020]",
    "[Chưa có: số liệu khen thưởng năm 2020]",
    "[Chưa có: phương hướng, nhiệm vụ năm 2021]",
  ]) {
    expect(text).toContain(mark);
  }
  expect(warnings).toContain(
    "Chưa có: phương hướng, nhiệm vụ năm 2021. Ghi ở mục “Phương hướng, nhiệm vụ” của bảng nội dung rồi nạp (lấy mẫu bằng thidua sheet noi-dung), hoặc điền vào chỗ tô vàng.",
  );
});

test("a signatory who does not head the cluster's leading unit does not sign for it", async () => {
  const office = await sampleOffice();
  await office.run("config", "issuer.name", "Ủy ban nhân dân huyện Bình Minh");
  const { warnings } = (await office.run("report", "--json")).json<ReportJson>();
  expect(warnings).toContain(
    "Báo cáo do Cụm trưởng (huyện Lâm Bình) ký; người ký trong cài đặt không phải người đứng đầu đơn vị này nên họ tên để trống.",
  );
  const text = textOf(office, SAMPLE);
  expect(text).toContain("HUYỆN LÂM BÌNH");
  expect(text).not.toContain("Nguyễn Văn An");
});

test("two units told to head the cluster: none is chosen, and the warning names both", async () => {
  const office = makeOffice();
  office.write(
    "don-vi.csv",
    "Tên đơn vị;Cụm/Khối;Vai trò\nXã An;Cụm 1;Cụm trưởng\nXã Bình;Cụm 1;Cụm trưởng\nXã Cường;Cụm 1;Cụm phó\n",
  );
  office.write("ket-qua.csv", "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã An;Trồng cây;cây;10;12\n");
  await office.run("init", "--issuer", "Ủy ban nhân dân xã Cường", "--level", "xa", "--year", "2021", "--yes");
  expect(await office.run("import", "don-vi.csv", "ket-qua.csv", "--year", "2021")).toMatchObject({ code: 0 });
  const { warnings } = (await office.run("report", "--json")).json<ReportJson>();
  expect(warnings).toContain(
    "Cụm có 2 đơn vị cùng ghi Cụm trưởng: xã An; xã Bình. Phần đầu và chỗ ký của báo cáo theo cài đặt; giữ một đơn vị ở cột Vai trò của bảng đơn vị rồi nạp lại.",
  );
  const text = textOf(office, "bao-cao-tong-ket-cum-1-2021.docx");
  expect(text).toContain("03 đơn vị: xã An, xã Bình và xã Cường (Cụm phó).");
  expect(text).toContain("XÃ CƯỜNG");
  expect(text).not.toContain("XÃ AN");
});

describe("several clusters", () => {
  async function twoClusters(): Promise<FakeOffice> {
    const office = makeOffice();
    office.write(
      "don-vi.csv",
      "Tên đơn vị;Cụm/Khối;Vai trò\nXã An;Cụm 1;Cụm trưởng\nXã Bình;Cụm 1;\nTrường Hoa;Khối các trường;\nXã Lẻ;;\n",
    );
    office.write(
      "ket-qua.csv",
      "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã An;Trồng cây;cây;10;12\nXã Bình;Trồng cây;cây;10;10\nTrường Hoa;Sáng kiến;;5;6\n",
    );
    expect(await office.run("import", "don-vi.csv", "ket-qua.csv", "--year", "2021")).toMatchObject({ code: 0 });
    return office;
  }

  test("each gets its report, and units in no cluster are named", async () => {
    const office = await twoClusters();
    const ran = await office.run("report", "-o", "ra");
    expect(ran.code).toBe(0);
    expect(ran.out).toBe(
      `Đã soạn báo cáo tổng kết: ${join("ra", "bao-cao-tong-ket-cum-1-2021.docx")}\n` +
        `Đã soạn báo cáo tổng kết: ${join("ra", "bao-cao-tong-ket-khoi-cac-truong-2021.docx")}\n`,
    );
    expect(ran.err).toContain("Đơn vị chưa xếp vào cụm/khối nào nên không có trong báo cáo: Xã Lẻ.");
    expect(textOf(office, "ra/bao-cao-tong-ket-cum-1-2021.docx")).not.toContain("Trường Hoa");
    expect(textOf(office, "ra/bao-cao-tong-ket-khoi-cac-truong-2021.docx")).toContain("BC-KTĐ");
  });

  test("cannot share one file or one number; --cluster chooses", async () => {
    const office = await twoClusters();
    expect(await office.run("report", "-o", "mot.docx")).toMatchObject({ code: 2 });
    expect((await office.run("report", "--number", "5")).err).toMatch(/không thể cùng mang số 5.*--cluster/);
    expect(await office.run("report", "--cluster", "cụm 1", "-o", "mot.docx")).toMatchObject({ code: 0 });
    expect(existsSync(office.path("mot.docx"))).toBe(true);
    const near = await office.run("report", "--cluster", "Cụm 7");
    expect(near).toMatchObject({ code: 2 });
    expect(near.err).toContain('Có phải là "Cụm 1"?');
  });
});

test("an existing report is kept unless --force", async () => {
  const office = await sampleOffice();
  await office.run("report", "-o", "bc.docx");
  const before = office.read("bc.docx");
  const again = await office.run("report", "-o", "bc.docx");
  expect(again.code).toBe(2);
  expect(again.err).toMatch(/bc\.docx đã có.*--force/);
  expect(await office.run("report", "-o", "bc.docx", "--force")).toMatchObject({ code: 0 });
  expect(office.read("bc.docx").equals(before)).toBe(true);
});

test.each([
  [["--date", "31/02/2021"], /không phải là ngày/],
  [["--number", "năm"], /không phải là số/],
  [["-o", "bc.pdf"], /tệp Word \.docx/],
  [["--year", "1999"], /Năm 1999 chưa có đơn vị/],
  [["--rubric", "Q"], /Không có thang điểm "Q"/],
])("report %j is refused with a reason", async (options, reason) => {
  const office = await sampleOffice();
  const before = readdirSync(office.folder);
  const ran = await office.run("report", ...options);
  expect(ran.code).toBe(2);
  expect(ran.err).toMatch(reason);
  expect(readdirSync(office.folder)).toEqual(before);
});

test("a template with faults: all are listed and nothing is written", async () => {
  const office = await sampleOffice();
  writeFileSync(office.path("mau.docx"), makeDocx(p("{{trich_yue}}") + p("{{@bang_diem}} và chữ")));
  const before = readdirSync(office.folder);
  const ran = await office.run("report", "--template", "mau.docx", "--json");
  expect(ran.code).toBe(1);
  const { problems } = ran.json<{ problems: { severity: string; column: string }[] }>();
  expect(problems.filter(({ severity }) => severity === "error").map(({ column }) => column)).toEqual([
    "{{trich_yue}}",
    "{{@bang_diem}}",
  ]);
  expect(readdirSync(office.folder)).toEqual(before);
});

test("a chosen rubric is the one reported, and ranks are computed by it", async () => {
  const office = await sampleOffice(
    ...["don-vi.csv", "chi-tieu.csv", "ket-qua.csv", "thang-diem-P.csv", "thang-diem-B.csv"],
  );
  await office.run("report", "--rubric", "B");
  expect(textOf(office, SAMPLE)).toContain(
    "huyện Lâm Bình 232,91 điểm, xếp thứ Nhất; thành phố Tuyên Quang 221,08 điểm, xếp thứ Nhì; huyện Sơn Dương 162,80 điểm, xếp thứ Ba.",
  );
});

test("awards of other clusters do not count, those of no known unit do", async () => {
  const office = await sampleOffice();
  office.write("them.csv", "Tên đơn vị;Cụm/Khối\nXã Xa;Cụm khác\n");
  office.write(
    "khen-thuong.csv",
    "Họ và tên;Đối tượng;Đơn vị;Danh hiệu/Hình thức\nTrần Thị Bưởi;Cá nhân;Huyện Lâm Bình;Giấy khen\nLê Văn Cam;Cá nhân;Xã Xa;Giấy khen\nPhạm Thị Đào;Cá nhân;Nơi khác;Giấy khen\n",
  );
  expect(await office.run("import", "them.csv", "khen-thuong.csv", "--year", "2020")).toMatchObject({ code: 0 });
  const { warnings } = (await office.run("report", "--cluster", "Cụm thi đua các", "--json")).json<ReportJson>();
  expect(textOf(office, SAMPLE)).toContain("trong Cụm có 02 cá nhân được tặng Giấy khen.");
  expect(warnings.some((warning) => warning.startsWith("1 lượt khen thưởng chưa rõ thuộc đơn vị nào"))).toBe(true);
  expect(warnings.some((warning) => warning.startsWith("2/2 lượt khen thưởng chưa ghi số quyết định"))).toBe(true);
});
