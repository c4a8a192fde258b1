import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { headingsOf, textOf } from "../read-docx.js";

const UNITS =
  "Tên đơn vị;Loại;Cụm/Khối;Vai trò\nXã An;xã;Cụm 1;Cụm trưởng\nXã Bình;xã;Cụm 1;Cụm phó\nXã Cường;xã;Cụm 1;\nTrường Hoa;trường;Khối các trường;Khối trưởng\nTrường Lá;trường;Khối các trường;\n";
const RESULTS =
  "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Nguyên nhân\nXã An;Trồng cây;cây;1000;1160;\nXã Bình;Trồng cây;cây;1000;1050;\nXã Cường;Trồng cây;cây;1000;452;do hạn hán kéo dài\nXã An;Tỷ lệ hộ nghèo;%;2;1,5;\nXã Bình;Tỷ lệ hộ nghèo;%;2;2,4;\nXã Cường;Tỷ lệ hộ nghèo;%;2;2;\nTrường Hoa;Sáng kiến;sáng kiến;5;6;\nTrường Lá;Sáng kiến;sáng kiến;5;5;\n";
const INDICATORS =
  "Chỉ tiêu;ĐVT;Chiều\nTrồng cây;cây;cao hơn tốt\nTỷ lệ hộ nghèo;%;thấp hơn tốt\nSáng kiến;sáng kiến;cao hơn tốt\n";
const RUBRIC =
  "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu\n1;Trồng cây;60;ty-le;Trồng cây\n2;Hộ nghèo;40;ty-le;Tỷ lệ hộ nghèo\n";
const MOVEMENTS =
  "Tên;Loại;Cơ quan phát động;Văn bản;Từ ngày;Đến ngày;Số đơn vị hưởng ứng;Kết quả\nSáng, xanh, sạch, đẹp;chuyên đề;Ủy ban nhân dân huyện;Kế hoạch số 15/KH-UBND;01/02/2021;31/12/2021;3;trồng 2.000 cây xanh\nThi đua lao động giỏi;thường xuyên;;;;;3;\nĐợt thi đua nước rút quý IV;theo đợt;;;01/10/2021;31/12/2021;2;hoàn thành thu ngân sách\n";

async function district(...more: [string, string][]): Promise<FakeOffice> {
  const office = makeOffice();
  const parent = ["--parent", "Ủy ban nhân dân tỉnh Hà Đông"];
  const issuer = ["--issuer", "Ủy ban nhân dân huyện Bình Minh", "--level", "huyen", "--place", "Bình Minh", ...parent];
  const ran = await office.run(
    "init",
    ...issuer,
    "--position",
    "Chủ tịch",
    "--signatory",
    "Trần Văn Ba",
    "--year",
    "2021",
    "--yes",
  );
  expect(ran).toMatchObject({ code: 0 });
  const sheets: [string, string][] = [
    ["don-vi.csv", UNITS],
    ["chi-tieu.csv", INDICATORS],
    ["ket-qua.csv", RESULTS],
    ...more,
  ];
  for (const [name, content] of sheets) office.write(name, content);
  expect(await office.run("import", ...sheets.map(([name]) => name), "--year", "2021")).toMatchObject({ code: 0 });
  return office;
}

async function report(office: FakeOffice, ...options: string[]): Promise<{ text: string; warnings: string[] }> {
  const ran = await office.run("report", "-o", "bc.docx", "--force", "--json", ...options);
  expect(ran).toMatchObject({ code: 0 });
  return { text: textOf(office, "bc.docx"), warnings: ran.json<{ warnings: string[] }>().warnings };
}

describe("whom a report is about", () => {
  test("a unit's own report has its results, its score and rank, and is signed and sent as its own", async () => {
    const office = await district(["thang-diem.csv", RUBRIC]);
    const { text, warnings } = await report(office, "--unit", "Bình");
    for (const line of [
      "ỦY BAN NHÂN DÂN\nXÃ BÌNH",
      "BC-UBND",
      "Bình, ngày",
      "Kết quả công tác thi đua, khen thưởng năm 2021;",
      "Năm 2021, xã Bình tham gia Cụm 1 gồm 03 đơn vị, là Cụm phó.",
      "- Trồng cây: xã Bình thực hiện 1.050 cây, đạt 105% kế hoạch.",
      "xã Bình đạt 93,33 điểm, xếp thứ Nhì trong 03 đơn vị.",
      "và phương hướng, nhiệm vụ năm 2022 của Ủy ban nhân dân xã Bình./.",
      "- Cụm 1;",
    ]) {
      expect(text).toContain(line);
    }
    expect(text).not.toMatch(/Trần Văn Ba|1\.160|suy tôn xã/);
    expect(warnings).toContain(
      "Báo cáo do xã Bình ký; người ký trong cài đặt không phải của đơn vị này nên họ tên để trống.",
    );
  });

  test("one report of all clusters names each, ranks each, and goes to the body above", async () => {
    const office = await district(["thang-diem.csv", RUBRIC]);
    const { text } = await report(office, "--all");
    for (const line of [
      "Kính gửi: Ủy ban nhân dân tỉnh Hà Đông",
      "Năm 2021, huyện Bình Minh có 05 đơn vị thuộc 02 cụm, khối thi đua: Cụm 1 (03 đơn vị); Khối các trường (02 đơn vị).",
      "- Cụm 1 chấm điểm theo",
      "- Khối các trường chấm điểm theo",
      "đề nghị suy tôn xã An (100,00 điểm) là đơn vị dẫn đầu Cụm 1 năm 2021.",
      "của Ủy ban nhân dân huyện Bình Minh (có phụ lục kèm theo)./.",
      "- Như trên;",
      "TM. ỦY BAN NHÂN DÂN",
    ]) {
      expect(text).toContain(line);
    }
    expect(readdirSync(office.folder).filter((name) => name.endsWith(".docx"))).toEqual(["bc.docx"]);
  });

  test("names that exclude each other are refused", async () => {
    const office = await district();
    expect(await office.run("report", "--all", "--unit", "Xã An")).toMatchObject({ code: 2 });
    expect((await office.run("report", "--unit", "Xã Am")).err).toContain('Có phải là "Xã An"?');
  });
});

describe("a part of the year", () => {
  test.each(["6-thang", "6", "6 tháng"])("--period %s tells how far the plan is and judges nobody", async (period) => {
    const office = await district(["thang-diem.csv", RUBRIC], ["phong-trao.csv", MOVEMENTS]);
    const { text, warnings } = await report(office, "--cluster", "Cụm 1", "--period", period);
    for (const line of [
      "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2021;",
      "PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2021",
      "- Trồng cây: các đơn vị trong Cụm đạt từ 45,2% đến 116% kế hoạch năm, cao nhất là xã An, thấp nhất là xã Cường; xã An và xã Bình đã vượt kế hoạch năm.",
      "- Tỷ lệ hộ nghèo: xã An (1,5%, mức phấn đấu cả năm 2,0%), xã Cường (2,0%, mức phấn đấu cả năm 2,0%) và xã Bình (2,4%, mức phấn đấu cả năm 2,0%).",
      "Trong 6 tháng đầu năm 2021 đã triển khai 02 phong trào thi đua, gồm 01 phong trào thường xuyên và 01 phong trào theo chuyên đề.",
    ]) {
      expect(text).toContain(line);
    }
    expect(text).not.toMatch(/không đạt|chưa đạt|chưa hoàn thành|suy tôn|xếp thứ|nước rút|Hạn chế/iu);
    expect(warnings).toContain(
      "Chưa hết năm 2021 nên báo cáo không chấm điểm, xếp hạng và chưa đề nghị suy tôn, khen thưởng.",
    );
  });

  test("nine months look ahead to the fourth quarter, and the file says which part it is", async () => {
    const office = await district();
    const ran = await office.run("report", "--cluster", "Cụm 1", "--period", "9-thang");
    expect(ran.out).toContain("bao-cao-so-ket-9-thang-cum-1-2021.docx");
    expect(textOf(office, "bao-cao-so-ket-9-thang-cum-1-2021.docx")).toContain("NHIỆM VỤ QUÝ IV NĂM 2021");
    expect((await office.run("report", "--period", "quý 5")).err).toContain("--period 6-thang");
  });

  test("a sheet whose column of results is of another part of the year is named", async () => {
    const office = await district();
    office.write("nua-nam.csv", "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;TH 6 tháng đầu năm\nXã An;Trồng cây;cây;1000;600\n");
    expect(await office.run("import", "nua-nam.csv", "--year", "2021")).toMatchObject({ code: 0 });
    const yearly = await report(office, "--cluster", "Cụm 1");
    expect(yearly.warnings.filter((warning) => warning.startsWith("nua-nam.csv"))).toEqual([
      "nua-nam.csv: cột “TH 6 tháng đầu năm” là số liệu 6 tháng đầu năm, còn báo cáo này là của năm 2021. Chọn kỳ bằng --period, hoặc nạp bảng đúng kỳ.",
    ]);
    const half = await report(office, "--cluster", "Cụm 1", "--period", "6-thang");
    expect(half.warnings.filter((warning) => warning.startsWith("nua-nam.csv"))).toEqual([]);
  });
});

describe("compared with the year before", () => {
  const LAST =
    "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã An;Trồng cây;cây;900;800\nXã Bình;Trồng cây;cây;900;1000\nXã Cường;Trồng cây;cây;900;900\n";

  async function twoYears(previousOfAn: string): Promise<FakeOffice> {
    const office = await district(["thang-diem.csv", RUBRIC]);
    office.write("don-vi-2020.csv", UNITS);
    office.write("ket-qua-2020.csv", LAST);
    office.write("thang-diem-2020.csv", RUBRIC);
    const before = ["don-vi-2020.csv", "ket-qua-2020.csv", "thang-diem-2020.csv"];
    expect(await office.run("import", ...before, "--year", "2020")).toMatchObject({ code: 0 });
    office.write(
      "lai.csv",
      `Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Năm trước\nXã An;Trồng cây;cây;1000;1160;${previousOfAn}\n`,
    );
    expect(await office.run("import", "lai.csv", "--year", "2021")).toMatchObject({ code: 0 });
    return office;
  }

  test("last year's results stand in where the sheet is blank, and are said to", async () => {
    const { text, warnings } = await report(await twoYears(""), "--cluster", "Cụm 1");
    expect(text).toMatch(/xã An tăng 45,00%/i);
    expect(warnings).toContain("3 số liệu năm trước lấy từ kết quả năm 2020 đã nạp, vì bảng năm 2021 để trống.");
  });

  test("a figure that differs from last year's results is told, and the sheet's counts", async () => {
    const { text, warnings } = await report(await twoYears("1000"), "--cluster", "Cụm 1");
    expect(text).toMatch(/xã An tăng 16,00%/i);
    expect(warnings).toContain(
      "Xã An, Trồng cây: bảng năm 2021 ghi năm trước là 1.000, kết quả năm 2020 đã nạp là 800; báo cáo theo bảng năm 2021. Kiểm tra lại hai bảng.",
    );
  });

  test("who rose, fell and stayed since last year's ranking", async () => {
    const { text, warnings } = await report(await twoYears(""), "--cluster", "Cụm 1");
    expect(text).toContain(
      "So với năm 2020, xã An tăng 02 bậc (từ thứ Ba lên thứ Nhất); xã Cường giảm 02 bậc (từ thứ Nhất xuống thứ Ba), xã Bình giảm 01 bậc (từ thứ Nhất xuống thứ Nhì).",
    );
    expect(warnings).toContain("Thứ hạng năm 2020 tính từ số liệu đã nạp, vì năm ấy chưa chốt xếp hạng.");
  });
});

describe("the ranking a report states", () => {
  test("is the finalised one, with a warning where the data say otherwise now", async () => {
    const office = await district(["thang-diem.csv", RUBRIC]);
    expect(await office.run("rank", "--finalize", "--cluster", "Cụm 1")).toMatchObject({ code: 0 });
    office.write("sua.csv", "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã An;Trồng cây;cây;1000;100\n");
    expect(await office.run("import", "sua.csv", "--year", "2021")).toMatchObject({ code: 0 });
    const { text, warnings } = await report(office, "--cluster", "Cụm 1");
    expect(text).toContain("xã An 100,00 điểm, xếp thứ Nhất");
    expect(warnings.find((warning) => warning.startsWith("Báo cáo nêu xếp hạng đã chốt"))).toMatch(
      /khác ở: .*Xã An.*thidua rank --finalize --force/,
    );
  });

  test("equal leaders are all named and left to the conference", async () => {
    const even = RESULTS.replace("Xã Bình;Trồng cây;cây;1000;1050", "Xã Bình;Trồng cây;cây;1000;1160").replace(
      "2;2,4",
      "2;1,5",
    );
    const office = await district(["ket-qua.csv", even], ["thang-diem.csv", RUBRIC]);
    const { text } = await report(office, "--cluster", "Cụm 1");
    expect(text).toContain(
      "Xã An và xã Bình cùng xếp thứ Nhất (100,00 điểm); đề nghị Hội nghị xem xét, suy tôn đơn vị dẫn đầu Cụm 1 năm 2021.",
    );
  });
});

describe("the outline", () => {
  const WORDS =
    "Đơn vị;Mục;Nội dung\nCụm 1;Công tác chỉ đạo;Cụm trưởng đã ban hành Kế hoạch số 12/KH-CTĐ.\nCụm 1;Khó khăn;Dịch bệnh kéo dài.\nCụm 1;Kiểm tra;Đã kiểm tra chéo 02 đơn vị.\nCụm 1;Hạn chế;Khen người lao động trực tiếp còn ít.\nCụm 1;Nguyên nhân;Cán bộ kiêm nhiệm.\nCụm 1;Phương hướng;Tổ chức ký kết giao ước\nCụm 1;Phương hướng;Nhân rộng điển hình;\nXã Bình;Công tác chỉ đạo;Đảng ủy xã đã ban hành nghị quyết.\n";

  test("sections come from data and words, empty ones vanish and the numbers follow", async () => {
    const office = await district(["thang-diem.csv", RUBRIC], ["phong-trao.csv", MOVEMENTS], ["noi-dung.csv", WORDS]);
    const { text } = await report(office, "--cluster", "Cụm 1");
    expect(headingsOf(office, "bc.docx")).toEqual([
      "Phần I",
      "I. ĐẶC ĐIỂM TÌNH HÌNH",
      "II. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
      "III. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THI ĐUA",
      "IV. CÁC PHONG TRÀO THI ĐUA",
      "V. CÔNG TÁC KHEN THƯỞNG",
      "VI. HOẠT ĐỘNG CỦA CỤM",
      "VII. CHẤM ĐIỂM, BÌNH XÉT, SUY TÔN",
      "VIII. CÔNG TÁC KIỂM TRA, GIÁM SÁT",
      "IX. HẠN CHẾ, NGUYÊN NHÂN",
      "Phần II",
    ]);
    for (const lines of [
      "Khó khăn\nDịch bệnh kéo dài.",
      "VI. HOẠT ĐỘNG CỦA CỤM\nNăm 2021, xã An là Cụm trưởng, xã Bình là Cụm phó của Cụm 1.",
      "- Phong trào “Sáng, xanh, sạch, đẹp” do Ủy ban nhân dân huyện phát động (Kế hoạch số 15/KH-UBND), từ ngày 01/02/2021 đến ngày 31/12/2021, được 03 đơn vị hưởng ứng; kết quả: trồng 2.000 cây xanh.",
      "1. Hạn chế\nKhen người lao động trực tiếp còn ít.\nMột số chỉ tiêu còn có đơn vị chưa đạt kế hoạch:",
      "2. Nguyên nhân\nCán bộ kiêm nhiệm.",
      "1. Tổ chức ký kết giao ước;\n2. Nhân rộng điển hình.",
      "năm 2022 của Cụm 1, Cụm trưởng trình Hội nghị (có phụ lục kèm theo)./.",
    ]) {
      expect(text).toContain(lines);
    }
    expect(text).not.toContain("Đảng ủy xã");
    expect((await report(office, "--unit", "Xã Bình")).text).toContain("Đảng ủy xã đã ban hành nghị quyết.");
  });

  test("what nobody wrote is marked, and each gap comes with what fills it", async () => {
    const office = await district();
    const { text, warnings } = await report(office, "--cluster", "Cụm 1");
    const gaps = warnings.filter((warning) => warning.startsWith("Chưa có: "));
    for (const [what, remedy] of [
      ["công tác chỉ đạo, triển khai năm 2021", "thidua sheet noi-dung"],
      ["các phong trào thi đua năm 2021", "thidua sheet phong-trao"],
      ["số liệu khen thưởng năm 2021", "thidua sheet khen-thuong"],
      ["kết quả chấm điểm, xếp hạng năm 2021", "thidua sheet thang-diem"],
      ["phương hướng, nhiệm vụ năm 2022", "thidua sheet noi-dung"],
    ] as const) {
      expect(text).toContain(`[Chưa có: ${what}]`);
      expect(gaps.find((gap) => gap.startsWith(`Chưa có: ${what}.`))).toContain(remedy);
    }
  });

  test("officers' own lists and paragraphs stay as they wrote them", async () => {
    const words =
      'Đơn vị;Mục;Nội dung\nCụm 1;Phương hướng;"Mục tiêu chung là:\n- Giữ vững   chất lượng phong trào.\n- Nâng tỷ lệ khen người trực tiếp.\n\n1. Kiện toàn Hội đồng."\n';
    const office = await district(["noi-dung.csv", words]);
    const { text } = await report(office, "--cluster", "Cụm 1");
    expect(text).toContain(
      "Mục tiêu chung là:\n- Giữ vững chất lượng phong trào.\n- Nâng tỷ lệ khen người trực tiếp.\n1. Kiện toàn Hội đồng.\nTrên đây",
    );
  });

  test("--short keeps the summary, ranks, awards, shortcomings and direction, and no other table", async () => {
    const office = await district(["thang-diem.csv", RUBRIC], ["phong-trao.csv", MOVEMENTS], ["noi-dung.csv", WORDS]);
    const { text, warnings } = await report(office, "--cluster", "Cụm 1", "--short");
    expect(headingsOf(office, "bc.docx")).toEqual([
      "Phần I",
      "I. ĐẶC ĐIỂM TÌNH HÌNH",
      "II. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THI ĐUA",
      "III. CÔNG TÁC KHEN THƯỞNG",
      "IV. CHẤM ĐIỂM, BÌNH XÉT, SUY TÔN",
      "V. HẠN CHẾ, NGUYÊN NHÂN",
      "Phần II",
    ]);
    expect(text).not.toMatch(/Phụ lục|Tỷ lệ thực hiện kế hoạch của các đơn vị|Trồng cây \(60\)/);
    expect(warnings).toContain(
      "Báo cáo rút gọn không in nội dung các mục: Công tác chỉ đạo, triển khai; Công tác kiểm tra, giám sát.",
    );
  });
});

describe("draft and final", () => {
  test("--draft prints DỰ THẢO and leaves number and date to be filled", async () => {
    const office = await district();
    expect((await report(office, "--cluster", "Cụm 1", "--draft")).text).toMatch(/Số: {9}\/BC-CTĐ\nDỰ THẢO\n/);
    expect((await report(office, "--cluster", "Cụm 1")).text).not.toContain("DỰ THẢO");
    expect(await office.run("report", "--draft", "--number", "5")).toMatchObject({ code: 2 });
    expect(await office.run("report", "--draft", "--final")).toMatchObject({ code: 2 });
  });

  test("--final lists all that is missing, each with its remedy, and writes nothing", async () => {
    const office = await district();
    const before = readdirSync(office.folder);
    const ran = await office.run("report", "--cluster", "Cụm 1", "--final", "--json");
    expect(ran.code).toBe(1);
    const { error, problems } = ran.json<{
      error: { message: string };
      problems: { message: string; hint: string }[];
    }>();
    expect(error.message).toContain("chưa soạn văn bản nào");
    expect(problems.map(({ message }) => message)).toEqual([
      "chưa có công tác chỉ đạo, triển khai năm 2021.",
      "chưa có các phong trào thi đua năm 2021.",
      "chưa có số liệu khen thưởng năm 2021.",
      "chưa có kết quả chấm điểm, xếp hạng năm 2021.",
      "chưa có phương hướng, nhiệm vụ năm 2022.",
      "chưa có số của báo cáo.",
      "chưa có ngày ban hành.",
      "chưa có họ và tên người ký.",
    ]);
    expect(problems.every(({ hint }) => hint !== "")).toBe(true);
    expect(readdirSync(office.folder)).toEqual(before);
  });
});
