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
  "Huyện Bình Sơn;Trồng rừng;ha;400;380",
  "Thành phố Cẩm Giang;Trồng rừng;ha;50;45",
];

const WORDS = [
  "Mục;Nội dung",
  "Phương hướng, nhiệm vụ;Hoàn thành các chỉ tiêu được giao",
  "Phương hướng, nhiệm vụ;Nhân rộng điển hình tiên tiến",
];

const RUBRIC = ["Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu", "1;Trồng rừng;100;ty-le;Trồng rừng"];

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

/** The year after: the roles go round. */
const NEXT_UNITS = [
  "Tên đơn vị;Loại;Cụm/Khối;Vai trò",
  "Huyện An Lạc;huyện;Cụm thi đua số 1;Thành viên",
  "Huyện Bình Sơn;huyện;Cụm thi đua số 1;Cụm trưởng",
  "Thành phố Cẩm Giang;thành phố;Cụm thi đua số 1;Cụm phó",
];

describe("giao-uoc: the covenant of the year after", () => {
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

  test("plans that come before the units of the year stand under their own units", async () => {
    const office = await makeCluster();
    await bring(office, "2021", { "kh-2021.csv": [NEXT_PLANS[0] ?? "", "Huyện Bình Sơn;Trồng rừng;ha;425,5;"] });
    const { text, documents } = await draft(office, "giao-uoc");
    expect(documents).toMatchObject([{ recipients: 3 }]);
    expect(text).toContain("1. Ủy ban nhân dân huyện An Lạc (Cụm trưởng);");
    expect(text).toMatch(/Trồng rừng\nha\n…\n425,5\n…\nGhi chú: “…”: chưa có số liệu\./);
  });

  test("of several clusters each gets its own file; --cluster chooses one; a name mistyped is asked back", async () => {
    const office = await makeCluster();
    const other = ["Tên đơn vị;Cụm/Khối;Vai trò", "Sở Xây dựng;Khối thi đua số 5;Khối trưởng"];
    const more = ["Sở Y tế;Khối thi đua số 5;Thành viên", "Trường Chính trị;;"];
    await bring(office, "2020", { "khoi.csv": [...other, ...more] });
    const all = await office.run("draft", "giao-uoc", "--json");
    expect(all.json<DraftJson>().warnings).toContain(
      "Đơn vị chưa xếp vào cụm/khối nào nên không có trong văn bản: Trường Chính trị.",
    );
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

describe("bien-ban-hoi-nghi: the conference that sums up the year", () => {
  const MEETING = ["--date", "27/01/2021", "--start", "8 giờ 00", "--end", "11 giờ 30", "--present", "3"];
  const PEOPLE = ["--chair", "Ông Nguyễn Văn An, Cụm trưởng", "--secretary", "Bà Trần Thị Bưởi, chuyên viên"];

  test("tells who came, who ranks first, whom it elects and when it ended; chair and secretary sign", async () => {
    const office = await makeCluster();
    const proposed = [
      "Họ và tên/Tên tập thể;Đối tượng;Đơn vị;Danh hiệu/Hình thức;Số phiếu đồng ý;Tổng số phiếu",
      "Huyện An Lạc;Tập thể;;Bằng khen;3;3",
      "Trần Thị Bưởi;Cá nhân;Huyện An Lạc;Giấy khen;;",
    ];
    await bring(office, "2020", { "thang-diem.csv": RUBRIC, "khen.csv": proposed });
    await bring(office, "2021", { "dv-2021.csv": NEXT_UNITS });
    const { text } = await draft(office, "bien-ban-hoi-nghi", "--number", "3", ...MEETING, ...PEOPLE);
    expect(text).toContain("Số: 03/BB-CTĐ");
    expect(text).toContain("Thời gian bắt đầu: 8 giờ 00, ngày 27 tháng 01 năm 2021.");
    expect(text).toContain("đại diện lãnh đạo 03/03 đơn vị thuộc Cụm thi đua số 1");
    expect(text).toContain("Hội nghị nghe đại diện Ủy ban nhân dân huyện An Lạc (Cụm trưởng) trình bày báo cáo");
    expect(text).toMatch(/Huyện An Lạc\n[\d,]+\n1\n/);
    expect(text).toContain("đề nghị suy tôn huyện An Lạc");
    // Of the awards proposed, those of the units themselves.
    expect(text).toMatch(/Huyện An Lạc\nBằng khen\n3\/3\n100%/);
    expect(text).not.toContain("Giấy khen");
    expect(text).toContain("Hội nghị bầu huyện Bình Sơn làm Cụm trưởng, thành phố Cẩm Giang làm Cụm phó năm 2021.");
    expect(text).toContain("Hội nghị kết thúc vào 11 giờ 30, ngày 27 tháng 01 năm 2021./.");
    expect(text).toMatch(/THƯ KÝ\n+Trần Thị Bưởi\n+CHỦ TỌA\n+Nguyễn Văn An/);
  });

  test("states the ranking that was finalised, whatever the data say since", async () => {
    const office = await makeCluster();
    await bring(office, "2020", { "thang-diem.csv": RUBRIC });
    const before = await draft(office, "bien-ban-hoi-nghi");
    expect(before.warnings.join("\n")).toContain("Xếp hạng chưa chốt");
    expect(await office.run("rank", "--finalize")).toMatchObject({ code: 0 });
    const changed = RESULTS.map((line) => line.replace("500;580", "500;100"));
    await bring(office, "2020", { "ket-qua.csv": changed });
    const { text, warnings } = await draft(office, "bien-ban-hoi-nghi");
    expect(text).toContain("đề nghị suy tôn huyện An Lạc");
    expect(warnings.join("\n")).toContain("Văn bản nêu xếp hạng đã chốt");
  });

  test("of a year with nothing but units it is an outline, every open place marked with what fills it", async () => {
    const office = makeOffice();
    await office.run("init", "--year", "2020", ...OFFICE);
    await bring(office, "2020", { "don-vi.csv": UNITS });
    const { text, warnings } = await draft(office, "bien-ban-hoi-nghi");
    expect(text).not.toMatch(/\{\{|undefined|null/);
    expect(text).toContain("[Chưa có: đơn vị được đề nghị suy tôn]");
    expect(text).toContain("Hội nghị bầu [Chưa có: đơn vị được bầu làm trưởng, phó] năm 2021.");
    expect(warnings).toEqual(
      expect.arrayContaining([
        expect.stringContaining("thidua sheet thang-diem"),
        expect.stringContaining("Ghi ở cột Vai trò của bảng đơn vị năm sau"),
        'Chưa có: họ tên, chức vụ thư ký. Ghi bằng --secretary "…".',
        "Chưa có: ý kiến thảo luận tại hội nghị. Điền vào chỗ tô vàng trong văn bản.",
      ]),
    );
  });
});

describe("thong-bao: what came of the year", () => {
  const AWARDS = [
    "Họ và tên/Tên tập thể;Đối tượng;Đơn vị;Danh hiệu/Hình thức;Số quyết định;Ngày quyết định",
    "Huyện An Lạc;Tập thể;;Bằng khen;13/QĐ-UBND;16/4/2021",
    "Trần Thị Bưởi;Cá nhân;Huyện An Lạc;Bằng khen;13/QĐ-UBND;16/4/2021",
    "Lê Văn Cam;Cá nhân;Huyện An Lạc;Giấy khen;;",
  ];
  const OTHER = [
    "Tên đơn vị;Loại;Cụm/Khối;Vai trò",
    "Huyện Đông Hà;huyện;Cụm thi đua số 2;Cụm trưởng",
    "Huyện Gia Thủy;huyện;Cụm thi đua số 2;Thành viên",
  ];

  test("announces ranks, and of the awards those that have a decision, in a list of their own", async () => {
    const office = await makeCluster();
    await bring(office, "2020", { "thang-diem.csv": RUBRIC, "khen.csv": AWARDS });
    const { text, documents } = await draft(office, "thong-bao", "--date", "20/4/2021", "--number", "4");
    expect(documents).toMatchObject([{ recipients: 2 }]);
    expect(text).toContain("Số: 04/TB-CTĐ");
    expect(text).toContain("Kết quả chấm điểm, xếp hạng thi đua và kết quả khen thưởng năm 2020");
    expect(text).toMatch(/1\nHuyện An Lạc\n100,00\n1\n2\nHuyện Bình Sơn\n95,00\n2/);
    expect(text).toContain("Đã có 01 tập thể và 01 cá nhân được khen thưởng");
    expect(text).toMatch(/Trần Thị Bưởi\n.*\nBằng khen\nSố 13\/QĐ-UBND ngày 16\/4\/2021/);
    expect(text).not.toContain("Lê Văn Cam");
    expect(text).not.toContain("Kính gửi");
  });

  test("of one thing only it announces only that", async () => {
    const office = await makeCluster();
    await bring(office, "2020", { "khen.csv": AWARDS });
    const { text } = await draft(office, "thong-bao");
    expect(text).toContain("THÔNG BÁO\nKết quả khen thưởng năm 2020");
    expect(text).toContain("I. KẾT QUẢ KHEN THƯỞNG");
    expect(text).not.toContain("XẾP HẠNG");
  });

  test("of several clusters, none chosen, the office announces all, each unit with its cluster", async () => {
    const office = await makeCluster();
    const results = [RESULTS[0] ?? "", "Huyện Đông Hà;Trồng rừng;ha;100;90", "Huyện Gia Thủy;Trồng rừng;ha;100;80"];
    await bring(office, "2020", { "cum-2.csv": OTHER, "kq-2.csv": results, "thang-diem.csv": RUBRIC });
    const { text } = await draft(office, "thong-bao");
    expect(text).toContain("Cụm thi đua số 1\nHuyện An Lạc\n100,00\n1");
    expect(text).toContain("Cụm thi đua số 2\nHuyện Đông Hà\n90,00\n1");
    expect(text).toContain("TB-UBND");
    expect(text).toContain("- Ủy ban nhân dân tỉnh An Bình (để báo cáo);\n- Các đơn vị;\n- Lưu: VT.");
    const one = await draft(office, "thong-bao", "--cluster", "Cụm thi đua số 2");
    expect(one.text).toContain("TB-CTĐ");
    expect(one.text).not.toContain("Huyện An Lạc\n");
  });

  test("with neither ranks nor decisions there is nothing to announce", async () => {
    const ran = await (await makeCluster()).run("draft", "thong-bao");
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.err).toContain("Năm 2020 chưa có xếp hạng và chưa có quyết định khen thưởng nào");
  });
});

describe("giay-moi: the invitation to the conference", () => {
  const MEETING = ["--start", "8 giờ 00, ngày 27 tháng 01 năm 2021", "--meeting-place", "Hội trường huyện An Lạc"];

  test("invites every unit but the head of the cluster, which signs", async () => {
    const office = await makeCluster();
    const options = ["--date", "20/01/2021", "--number", "4", "--chair", "Ông Nguyễn Văn An, Cụm trưởng"];
    const { text, documents, warnings } = await draft(office, "giay-moi", ...options, ...MEETING);
    expect(documents).toMatchObject([{ recipients: 2 }]);
    expect(text).toContain("Số: 04/GM-CTĐ");
    expect(text).toContain("Cụm thi đua số 1 trân trọng kính mời:");
    expect(text).toContain(
      "- Đại diện lãnh đạo Ủy ban nhân dân huyện Bình Sơn;\n- Đại diện lãnh đạo Ủy ban nhân dân thành phố Cẩm Giang.",
    );
    expect(text).toContain("Tới dự Hội nghị tổng kết công tác thi đua, khen thưởng năm 2020");
    // The day of the meeting, not the day of the letter.
    expect(text).toContain("Thời gian: 8 giờ 00, ngày 27 tháng 01 năm 2021.");
    expect(text).toContain("Địa điểm: Hội trường huyện An Lạc.");
    expect(text).toContain("Nơi nhận:\n- Như trên;\n- Lưu: VT.");
    expect(warnings).toEqual([]);
  });

  test("an hour without its day is asked for again, never dated by the letter", async () => {
    const office = await makeCluster();
    const { text, warnings } = await draft(office, "giay-moi", "--date", "20/01/2021", "--start", "8 giờ 00");
    expect(text).toContain("Thời gian: [Chưa có: giờ và ngày họp].");
    expect(warnings.join("\n")).toContain('--start "8 giờ 00, ngày 27 tháng 01 năm 2021"');
  });

  test("--to invites somebody else alone; --council is the office's own invitation to all units", async () => {
    const office = await makeCluster();
    const guest = await draft(office, "giay-moi", "--to", "Lãnh đạo Sở Nội vụ", "--about", "Hội nghị sơ kết");
    expect(guest.text).toContain("trân trọng kính mời:\n- Lãnh đạo Sở Nội vụ.\nTới dự Hội nghị sơ kết.");
    const own = await draft(office, "giay-moi", "--council");
    expect(own.text).toContain("Ủy ban nhân dân huyện An Lạc trân trọng kính mời:");
    expect(own.documents).toMatchObject([{ recipients: 3 }]);
    expect(own.text).toContain("GM-UBND");
  });
});

describe("ke-hoach-phat-dong: the plan that launches the working year", () => {
  const ORDER = "Chỉ thị số 01/CT-UBND ngày 05/01/2021 của Ủy ban nhân dân tỉnh";
  const MOVEMENTS = [
    "Tên phong trào;Cơ quan phát động;Văn bản;Từ ngày;Đến ngày",
    "Xây dựng nông thôn mới;Thủ tướng Chính phủ;Quyết định số 1620/QĐ-TTg;05/01/2021;31/12/2021",
  ];

  test("is the office's, from the words of last year, and the movements, units and rubric of this one", async () => {
    const office = await makeCluster();
    const sheets = { "dv-2021.csv": NEXT_UNITS, "pt-2021.csv": MOVEMENTS, "thang-diem.csv": RUBRIC };
    await bring(office, "2021", sheets);
    await office.run("config", "propose.rules", "hạng 1 → Bằng khen");
    const options = ["--year", "2021", "--date", "05/02/2021", "--number", "4", "--refers-to", ORDER];
    const { text, documents } = await draft(office, "ke-hoach-phat-dong", ...options);
    expect(documents).toMatchObject([{ kind: "ke-hoach-phat-dong", recipients: 3 }]);
    expect(text).toContain("Số: 04/KH-UBND");
    expect(text).toContain("KẾ HOẠCH\nPhát động phong trào thi đua năm 2021");
    expect(text).toContain(`Thực hiện ${ORDER}, Ủy ban nhân dân huyện An Lạc phát động phong trào thi đua năm 2021`);
    expect(text).toContain("1. Hoàn thành các chỉ tiêu được giao;\n2. Nhân rộng điển hình tiên tiến.");
    expect(text).toContain(
      "- Phong trào “Xây dựng nông thôn mới” do Thủ tướng Chính phủ phát động (Quyết định số 1620/QĐ-TTg), từ ngày 05/01/2021 đến ngày 31/12/2021.",
    );
    expect(text).toContain("Các chỉ tiêu thi đua: Trồng rừng (ha).");
    expect(text).toContain("1. Đối tượng: 03 đơn vị: huyện An Lạc, huyện Bình Sơn và thành phố Cẩm Giang.");
    expect(text).toContain("thang điểm tối đa 100 điểm, gồm: Trồng rừng (100 điểm).");
    expect(text).toContain("căn cứ kết quả xếp hạng, đề nghị:\n- Hạng 1: Bằng khen.");
    expect(text).toContain("- Ủy ban nhân dân tỉnh An Bình (để báo cáo);\n- Các đơn vị;\n- Lưu: VT.");
  });

  test("of a cluster it is signed by the head of the cluster", async () => {
    const { text } = await draft(await makeCluster(), "ke-hoach-phat-dong", "--cluster", "Cụm thi đua số 1");
    expect(text).toContain("KH-CTĐ");
    expect(text).toContain("Cụm thi đua số 1 phát động phong trào thi đua năm 2020");
    expect(text).toContain("TM. CỤM THI ĐUA\nCỤM TRƯỞNG");
  });

  test("of an empty year it is an outline; what is missing is named with the option, setting or sheet that fills it", async () => {
    const office = makeOffice();
    await office.run("init", "--year", "2020", ...OFFICE);
    const { text, warnings } = await draft(office, "ke-hoach-phat-dong");
    expect(text).not.toMatch(/\{\{|undefined|null/);
    expect(text).not.toContain("Các chỉ tiêu thi đua:");
    expect(text).toContain("theo quy định của pháp luật về thi đua, khen thưởng.");
    expect(warnings).toEqual(
      expect.arrayContaining([
        'Chưa có: văn bản phát động của cấp trên. Ghi bằng --refers-to "…".',
        expect.stringContaining("thidua config basis.regulation"),
        expect.stringMatching(/^Chưa có: nội dung thi đua của năm\. .*thidua sheet noi-dung/),
        expect.stringMatching(/^Chưa có: các đơn vị tham gia\. .*thidua sheet don-vi/),
        expect.stringMatching(/^Chưa có: tổng điểm và các nhóm tiêu chí\. .*thidua sheet thang-diem/),
      ]),
    );
  });
});

describe("bien-ban-ban-giao-co: the flag goes to the head of the year after", () => {
  test("names who hands over and who takes over; both sign with secretary and chair", async () => {
    const office = await makeCluster();
    await bring(office, "2021", { "dv-2021.csv": NEXT_UNITS });
    const { text } = await draft(office, "bien-ban-ban-giao-co", "--date", "27/01/2021", "--end", "10 giờ 30");
    expect(text).toContain("BIÊN BẢN\nBàn giao Cờ thường trực và nhiệm vụ Cụm trưởng năm 2021");
    expect(text).toContain("Bên giao: Ủy ban nhân dân huyện An Lạc, Cụm trưởng năm 2020; đại diện: [Chưa có:");
    expect(text).toContain("Bên nhận: Ủy ban nhân dân huyện Bình Sơn, Cụm trưởng năm 2021; đại diện: [Chưa có:");
    expect(text).toContain("1. Cờ thường trực Cụm thi đua số 1 năm 2021.");
    expect(text).toContain("Việc bàn giao kết thúc vào 10 giờ 30, ngày 27 tháng 01 năm 2021./.");
    const signed = text.slice(text.indexOf("./.")).split("\n").filter(Boolean);
    expect(signed.slice(1, 5)).toEqual(["ĐẠI DIỆN BÊN GIAO", "ĐẠI DIỆN BÊN NHẬN", "THƯ KÝ", "CHỦ TỌA"]);
  });

  test("a head not known is marked with the sheet that names it; a head that stays is told", async () => {
    const office = await makeCluster();
    const unknown = await draft(office, "bien-ban-ban-giao-co");
    expect(unknown.text).toContain("Bên nhận: [Chưa có: đơn vị trưởng của năm sau, bên nhận]");
    expect(unknown.warnings.join("\n")).toContain("bảng đơn vị năm sau rồi nạp: thidua import TỆP --year NĂM-SAU");
    await bring(office, "2021", { "dv-2021.csv": UNITS });
    const { warnings } = await draft(office, "bien-ban-ban-giao-co");
    expect(warnings.join("\n")).toContain(
      "Ủy ban nhân dân huyện An Lạc là Cụm trưởng cả năm 2020 và năm 2021 nên không có gì để bàn giao",
    );
  });

  test("of two heads in the sheet neither is taken", async () => {
    const office = await makeCluster();
    const two = NEXT_UNITS.map((line) => line.replace("Cụm phó", "Cụm trưởng"));
    await bring(office, "2021", { "dv-2021.csv": two });
    const { text } = await draft(office, "bien-ban-ban-giao-co");
    expect(text).toContain("Bên nhận: [Chưa có: đơn vị trưởng của năm sau, bên nhận]");
  });

  test("units of no cluster have no flag to hand over", async () => {
    const office = makeOffice();
    await office.run("init", "--year", "2020", ...OFFICE);
    await bring(office, "2020", { "don-vi.csv": ["Tên đơn vị", "Phòng Nội vụ", "Phòng Tài chính"] });
    const ran = await office.run("draft", "bien-ban-ban-giao-co");
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.err).toContain("chưa có cụm, khối nào");
  });
});
