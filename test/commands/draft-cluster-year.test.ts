import { describe, expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { textOf } from "../read-docx.js";

interface DraftJson {
  documents: { path: string; kind: string; recipients: number }[];
  warnings: string[];
}

const UNITS = [
  "Tên đơn vị;Loại;Cụm/Khối;Vai trò",
  "Huyện An Lạc;huyện;Cụm thi đua số 1;Cụm trưởng",
  "Huyện Bình Sơn;huyện;Cụm thi đua số 1;Cụm phó",
  "Thành phố Cẩm Giang;thành phố;Cụm thi đua số 1;Thành viên",
];

const RESULTS = [
  "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện",
  "Huyện An Lạc;Trồng rừng;ha;500;580",
  "Huyện Bình Sơn;Trồng rừng;ha;400;420",
  "Thành phố Cẩm Giang;Trồng rừng;ha;50;45",
];

const WORDS = [
  "Mục;Nội dung",
  "Phương hướng, nhiệm vụ;Hoàn thành các chỉ tiêu được giao",
  "Phương hướng, nhiệm vụ;Nhân rộng điển hình tiên tiến",
];

const OFFICE = ["--issuer", "Ủy ban nhân dân huyện An Lạc", "--parent", "Ủy ban nhân dân tỉnh An Bình"];

/** The head of a cluster of three, with a year of figures and words. */
async function makeCluster(): Promise<FakeOffice> {
  const office = makeOffice();
  await office.run("init", "--year", "2020", ...OFFICE, "--place", "An Lạc", "--signatory", "Nguyễn Văn An");
  await bring(office, "2020", { "don-vi.csv": UNITS, "ket-qua.csv": RESULTS, "noi-dung.csv": WORDS });
  return office;
}

async function bring(office: FakeOffice, year: string, sheets: Readonly<Record<string, readonly string[]>>) {
  for (const [name, lines] of Object.entries(sheets)) office.write(name, lines.join("\n"));
  const ran = await office.run("import", "--year", year, ...Object.keys(sheets));
  expect(ran.code, ran.err).toBe(0);
}

async function draft(office: FakeOffice, kind: string, ...options: string[]) {
  const ran = await office.run("draft", kind, "-o", `${kind}.docx`, "--force", "--json", ...options);
  expect(ran.code, ran.err).toBe(0);
  return { text: textOf(office, `${kind}.docx`), ...ran.json<DraftJson>() };
}

describe("giao-uoc: the covenant of the year after", () => {
  const NEXT_UNITS = [
    "Tên đơn vị;Loại;Cụm/Khối;Vai trò",
    "Huyện An Lạc;huyện;Cụm thi đua số 1;Thành viên",
    "Huyện Bình Sơn;huyện;Cụm thi đua số 1;Cụm trưởng",
    "Thành phố Cẩm Giang;thành phố;Cụm thi đua số 1;Cụm phó",
  ];
  const NEXT_PLANS = [
    "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện",
    "Huyện An Lạc;Trồng rừng;ha;610;",
    "Huyện Bình Sơn;Trồng rừng;ha;425,5;",
  ];
  const NEXT_MOVEMENTS = ["Tên phong trào;Cơ quan phát động;Từ ngày", "Xây dựng nông thôn mới;Cụm trưởng;05/01/2021"];

  test("names the units by the bodies that sign, with what they agree on and who heads them that year", async () => {
    const office = await makeCluster();
    const sheets = { "dv-2021.csv": NEXT_UNITS, "kh-2021.csv": NEXT_PLANS, "pt-2021.csv": NEXT_MOVEMENTS };
    await bring(office, "2021", sheets);
    const when = ["--date", "27/01/2021", "--meeting-place", "Hội trường huyện Bình Sơn"];
    const { text, documents, warnings } = await draft(office, "giao-uoc", ...when);
    expect(documents).toMatchObject([{ kind: "giao-uoc", recipients: 3 }]);
    expect(text).toContain("GIAO ƯỚC THI ĐUA\nNăm 2021");
    expect(text).toContain(
      "Hôm nay, ngày 27 tháng 01 năm 2021, tại Hội trường huyện Bình Sơn, đại diện 03 đơn vị thuộc Cụm thi đua số 1",
    );
    expect(text).toContain("1. Ủy ban nhân dân huyện An Lạc;\n2. Ủy ban nhân dân huyện Bình Sơn (Cụm trưởng);");
    expect(text).toContain("1. Hoàn thành các chỉ tiêu được giao;\n2. Nhân rộng điển hình tiên tiến.");
    expect(text).toContain("- Phong trào “Xây dựng nông thôn mới” do Cụm trưởng phát động, từ ngày 05/01/2021.");
    expect(text).toMatch(/Trồng rừng\nha\n610\n425,5\n…\n/);
    expect(text).not.toContain("Số:");
    expect(text).not.toContain("Chưa có");
    expect(warnings.join("\n")).not.toContain("Chưa có:");
  });

  test("leaves a place to sign to every unit and to the head of the cluster", async () => {
    const { text } = await draft(await makeCluster(), "giao-uoc");
    const [, signatures = ""] = text.split("Giao ước này được các đơn vị thống nhất ký kết./.");
    expect(signatures).toContain("TM. CỤM THI ĐUA\nCỤM TRƯỞNG");
    expect(signatures).toContain("Nguyễn Văn An");
    for (const place of ["AN LẠC", "BÌNH SƠN", "CẨM GIANG"]) expect(signatures).toContain(place);
  });

  test("marks what nobody has sent of that year, and says which sheet brings it", async () => {
    const { text, warnings } = await draft(await makeCluster(), "giao-uoc");
    expect(text).toContain("[Chưa có: các phong trào thi đua của năm]");
    expect(text).toContain("[Chưa có: kế hoạch năm 2021 của các chỉ tiêu]");
    expect(text).toMatch(/Trồng rừng\nha\n\n/);
    expect(warnings).toEqual(
      expect.arrayContaining([
        expect.stringContaining("Đơn vị, vai trò lấy theo năm 2020 vì năm 2021 chưa có bảng đơn vị."),
        expect.stringContaining("thidua sheet phong-trao"),
        expect.stringContaining("thidua import TỆP --year 2021"),
        "Chưa có: ngày ký giao ước. Ghi bằng --date NGÀY.",
      ]),
    );
  });

  test("of several clusters each gets its own file; --cluster chooses one; a name mistyped is asked back", async () => {
    const office = await makeCluster();
    const other = ["Tên đơn vị;Cụm/Khối;Vai trò", "Sở Xây dựng;Khối thi đua số 5;Khối trưởng"];
    await bring(office, "2020", { "khoi.csv": [...other, "Sở Y tế;Khối thi đua số 5;Thành viên"] });
    const all = await office.run("draft", "giao-uoc", "--json");
    expect(all.json<DraftJson>().documents.map(({ path }) => path.replace(office.folder, "").slice(1))).toEqual([
      "Giao ước thi đua năm 2021 - Cụm thi đua số 1.docx",
      "Giao ước thi đua năm 2021 - Khối thi đua số 5.docx",
    ]);
    const { text } = await draft(office, "giao-uoc", "--cluster", "Khối thi đua số 5");
    expect(text).toContain("1. Sở Xây dựng (Khối trưởng);\n2. Sở Y tế.");
    expect(text).not.toContain("An Lạc (");
    const mistyped = await office.run("draft", "giao-uoc", "--cluster", "Khối thi đua số 6");
    expect(mistyped).toMatchObject({ code: 2 });
    expect(mistyped.err).toContain('Có phải là "Khối thi đua số 5"?');
  });

  test("a year without units is refused with what to do", async () => {
    const office = makeOffice();
    await office.run("init", "--year", "2020", ...OFFICE);
    const ran = await office.run("draft", "giao-uoc");
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.err).toContain("Năm 2020 chưa có đơn vị nào.");
  });
});
