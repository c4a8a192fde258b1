import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const UNITS = "Tên đơn vị;Cụm/Khối\nXã Đông;Cụm số 1\nXã Tây;Cụm số 1\nXã Nam;Cụm số 1\nXã Bắc;Cụm số 1\n";
const INDICATORS =
  "Chỉ tiêu;ĐVT;Chiều\nTrồng rừng;ha;cao hơn tốt\nVi phạm kỷ luật;vụ;thấp hơn tốt\nKý giao ước;;đạt/không đạt\n";

/** Unit: forest of a plan of 100, disciplinary cases, covenant. */
function results(units: Record<string, [string, string, string]>): string {
  const rows = Object.entries(units).flatMap(([unit, [forest, cases, covenant]]) => [
    `${unit};Trồng rừng;100;${forest}`,
    `${unit};Vi phạm kỷ luật;;${cases}`,
    `${unit};Ký giao ước;;${covenant}`,
  ]);
  return `Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\n${rows.join("\n")}\n`;
}

const RUBRIC = `Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu;Tham số;Thưởng tối đa;Trừ tối đa
I;Kinh tế;60;;;;;
I.1;Trồng rừng;60;ty-le;Trồng rừng;sàn=70;;
II;Phong trào;40;;;;;
II.1;Báo cáo;40;truc-tiep;;;;
III;Thưởng;;thuong-danh-hieu;;Cờ thi đua của Chính phủ=15, Cờ thi đua cấp tỉnh=10;;
IV;Kỷ luật;;dieu-kien;;"nếu=chỉ tiêu ""Vi phạm kỷ luật"" > 1, thì=không xếp loại";;
V;Giao ước;;dieu-kien;;nếu=chưa ký giao ước, thì=trừ 8;;
VI;Xét Cờ;;dieu-kien;;"nếu=chỉ tiêu ""Vi phạm kỷ luật"" > 0, thì=không xét Cờ";;
;Tổng điểm;100;;;bằng điểm=điểm mục I / bốc thăm;20;30
`;

async function makeYear(units: Record<string, [string, string, string]>, scores: string): Promise<FakeOffice> {
  const office = makeOffice();
  const files = { "don-vi.csv": UNITS, "chi-tieu.csv": INDICATORS, "thang.csv": RUBRIC, "kq.csv": results(units) };
  for (const [name, text] of Object.entries(files)) office.write(name, text);
  office.write("cham.csv", `Đơn vị;Mã tiêu chí;Tự chấm\n${scores}`);
  const ran = await office.run("import", ...Object.keys(files), "cham.csv", "--year", "2020");
  expect(ran.code, ran.err).toBe(0);
  return office;
}

interface Ranks {
  clusters: { tieRule: string; units: Record<string, unknown>[] }[];
}

test("gates, ties and awards show in the ranking with their reasons", async () => {
  const office = await makeYear(
    {
      // 60 + 30 = 90; 50 + 40 = 90, one case; 60 + 40 = 100, two cases; 60 + 30 − 8 + 10 = 92
      "Xã Đông": ["100", "0", "Đạt"],
      "Xã Tây": ["83,3333333", "1", "Đạt"],
      "Xã Nam": ["100", "2", "Đạt"],
      "Xã Bắc": ["100", "0", "Không đạt"],
    },
    "Xã Đông;II.1;30\nXã Tây;II.1;40\nXã Nam;II.1;40\nXã Bắc;II.1;30\n",
  );
  office.write(
    "khen.csv",
    "Họ và tên/Tên tập thể;Đối tượng;Danh hiệu/Hình thức;Số quyết định\nNhân dân và cán bộ xã Bắc;tập thể;Cờ thi đua của UBND tỉnh;15/QĐ-UBND\n",
  );
  expect((await office.run("import", "khen.csv")).code).toBe(0);
  const { clusters } = (await office.run("rank", "--json")).json<Ranks>();
  expect(clusters[0]?.tieRule).toBe(
    "Bằng điểm thì xét lần lượt: điểm mục I cao hơn; vẫn bằng thì cùng hạng (1, 2, 2, 4) cho đến khi bốc thăm",
  );
  const told = clusters[0]?.units.map(({ unit, rank, ranked, score, tieBrokenBy, gates }) => [
    ...[unit, rank, ranked, score, tieBrokenBy],
    (gates as { effect: string }[]).map(({ effect }) => effect),
  ]);
  expect(told).toEqual([
    ["Xã Bắc", 1, true, 92, null, ["trừ 8 điểm"]],
    ["Xã Đông", 2, true, 90, "điểm mục I cao hơn", []],
    ["Xã Tây", 3, true, 90, "điểm mục I cao hơn", ["không xét Cờ"]],
    ["Xã Nam", null, false, 100, null, ["không xếp loại", "không xét Cờ"]],
  ]);
  const shown = (await office.run("rank")).out;
  expect(shown).toContain("bằng điểm Xã Tây, xếp theo: điểm mục I cao hơn");
  expect(shown).toContain("không xét Cờ vì Vi phạm kỷ luật: 1 > 0 (tiêu chí VI)");
  expect(shown).toContain("trừ 8 điểm vì ký giao ước: không đạt (tiêu chí V)");
  expect(shown).toContain("không xếp loại vì Vi phạm kỷ luật: 2 > 1 (tiêu chí IV)");
  const listed = (await office.run("export", "ranks", "--format", "json")).json<{ rows: object[] }>().rows;
  expect(listed[3]).toMatchObject({
    ...{ unit: "Xã Nam", rank: null, score: 100 },
    note: expect.stringContaining("không xếp loại vì Vi phạm kỷ luật: 2 > 1"),
  });
  const part = (await office.run("explain", "Xã Bắc", "II")).out;
  expect(part).toContain("II.1 Báo cáo — 30,00/40 điểm");
  const explained = (await office.run("explain", "Xã Bắc", "III")).out;
  expect(explained).toContain("III Thưởng — 10,00/0 điểm");
  expect(explained).toContain("Cờ thi đua của Ủy ban nhân dân tỉnh 10 điểm");
});

test("an unresolved tie stays one, and what the cluster has to do is said", async () => {
  const same: [string, string, string] = ["100", "0", "Đạt"];
  const office = await makeYear(
    { "Xã Đông": same, "Xã Tây": same, "Xã Nam": same, "Xã Bắc": ["70", "0", "Đạt"] },
    "Xã Đông;II.1;30\nXã Tây;II.1;30\nXã Nam;II.1;40\nXã Bắc;II.1;1\n",
  );
  const { clusters } = (await office.run("rank", "--json")).json<Ranks>();
  expect(clusters[0]?.units.map(({ unit, rank, tieBrokenBy }) => [unit, rank, tieBrokenBy])).toEqual([
    ["Xã Nam", 1, null],
    ["Xã Đông", 2, null],
    ["Xã Tây", 2, null],
    ["Xã Bắc", 4, null],
  ]);
  expect((await office.run("rank")).out).toContain("bằng điểm Xã Tây, chờ bốc thăm");
});

test("each round of a score is explained by its own file and row, with its reason and evidence", async () => {
  const office = await makeYear({ "Xã Đông": ["100", "0", "Đạt"] }, "Xã Tây;II.1;1\nXã Đông;II.1;38\n");
  office.write("cheo.csv", "Đơn vị;Mã tiêu chí;Chấm chéo;Minh chứng\nXã Đông;II.1;37;Báo cáo số 5\n");
  office.write("tham-dinh.csv", "Đơn vị;Mã tiêu chí;Thẩm định;Lý do\nXã Tây;II.1;1;\nXã Đông;II.1;35;Thiếu hồ sơ\n");
  await office.run("import", "cheo.csv");
  await office.run("import", "tham-dinh.csv");
  const explained = (await office.run("explain", "Xã Đông", "II.1")).out;
  for (const line of [
    "tự chấm 38, chấm chéo 37: giảm 1 điểm; chấm chéo 37, thẩm định 35: giảm 2 điểm",
    "38 ← cham.csv, dòng 3, cột C (Tự chấm)",
    "37 ← cheo.csv, dòng 2, cột C (Chấm chéo)",
    "Báo cáo số 5 ← cheo.csv, dòng 2, cột D (Minh chứng)",
    "35 ← tham-dinh.csv, dòng 3, cột C (Thẩm định)",
    "Thiếu hồ sơ ← tham-dinh.csv, dòng 3, cột D (Lý do)",
  ]) {
    expect(explained).toContain(line);
  }
  const ranked = await office.run("rank", "--json");
  const items = ranked.json<Ranks>().clusters[0]?.units.find(({ unit }) => unit === "Xã Đông")?.items;
  expect((items as { criterion: string }[]).find(({ criterion }) => criterion === "II.1")).toMatchObject({
    ...{ self: 38, cross: 37, verified: 35, score: 35 },
    problems: ["tự chấm 38, chấm chéo 37: giảm 1 điểm", "chấm chéo 37, thẩm định 35: giảm 2 điểm"],
  });
  expect((await office.run("rank")).err).toContain("Xã Đông: 1 tiêu chí có điểm khác nhau giữa các vòng chấm");
  // One round can be taken back without the others.
  expect((await office.run("undo", "7")).code).toBe(0);
  const after = (await office.run("explain", "Xã Đông", "II.1")).out;
  expect(after).not.toContain("tham-dinh.csv");
  expect(after).toContain("37 ← cheo.csv, dòng 2");
});

test("a round given again with another score replaces only that round", async () => {
  const office = await makeYear({ "Xã Đông": ["100", "0", "Đạt"] }, "Xã Đông;II.1;38\n");
  office.write("lai.csv", "Đơn vị;Mã tiêu chí;Tự chấm;Chấm chéo\nXã Đông;II.1;39;36\n");
  const ran = await office.run("import", "lai.csv", "--json");
  expect(ran.json<{ imports: object[] }>().imports[0]).toMatchObject({
    updated: 1,
    changes: [
      { field: "selfScore", old: "38", new: "39" },
      { field: "crossScore", old: null, new: "36" },
    ],
  });
  expect((await office.run("import", "lai.csv")).out).toContain("1 giữ nguyên");
});

test("cases are counted in a sheet of their own, and scores on a parent are not taken for any", async () => {
  const office = makeOffice();
  office.write("don-vi.csv", UNITS);
  office.write(
    "thang.csv",
    'Mã;Tiêu chí;Điểm tối đa;Cách chấm;Tham số\n1;Báo cáo;5;;\n1.1;Đúng hạn;5;moi-vu;trừ=0,5 mỗi báo cáo\n1.2;Sáng kiến;;moi-vu;"thưởng=1 mỗi sáng kiến, trần thưởng=2"\n2;Báo cáo;;dieu-kien;nếu=thiếu bảng thẩm định thì trừ 0\n',
  );
  office.write("vu.csv", "Đơn vị;Mã tiêu chí;Số vụ\nXã Đông;1.1;3\nXã Đông;1.2;5\nXã Đông;1;9\nXã Tây;1.1;2,5\n");
  office.write("dung.csv", "Đơn vị;Tiêu chí;Số lần\nXã Đông;1.1;3\nXã Đông;1.2;5\nXã Đông;1;9\n");
  const wrong = await office.run("import", "don-vi.csv", "thang.csv", "vu.csv", "--year", "2020");
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain('vu.csv:5 [Số vụ] "2,5": Ô này cần một số nguyên không âm.');
  const ran = await office.run("import", "don-vi.csv", "thang.csv", "dung.csv", "--year", "2020");
  expect(ran.code, ran.err).toBe(0);
  office.write("nham.csv", "Đơn vị;Tiêu chí;Số vụ\nXã Đông;2;4\n");
  const useless = await office.run("import", "nham.csv");
  expect(useless.err).toContain("Tiêu chí 2 không tính theo số vụ nên số này không dùng đến.");
  expect(ran.err).toContain("Tiêu chí 1 có tiêu chí con nên điểm ghi ở dòng này không được tính.");
  const { clusters } = (await office.run("rank", "--json")).json<Ranks>();
  // 5 − 3 × 0,5 = 3,5; 5 × 1, at most 2: 5,5
  expect(clusters[0]?.units[0]).toMatchObject({ unit: "Xã Đông", score: 5.5, base: 5, bonus: 2, deduction: 1.5 });
  const explained = (await office.run("explain", "Xã Đông", "1.1")).out;
  expect(explained).toContain("trừ 3 báo cáo × 0,5 điểm = 1,5 điểm");
  expect(explained).toContain("3 ← dung.csv, dòng 2, cột C (Số lần)");
});

test("a stated total that differs is told, and the rubric's own decimals are those of every score", async () => {
  const office = makeOffice();
  office.write("don-vi.csv", UNITS);
  const rows = "1;Rừng;10;ty-le;Trồng rừng;\n2;Biển;5;ty-le;Trồng rừng;\n";
  office.write("lech.csv", `Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu;Tham số\n${rows};Tổng cộng;16;;;\n`);
  office.write("le.csv", `Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu;Tham số\n${rows};Tổng cộng;15;;;số lẻ=1\n`);
  office.write("kq.csv", "Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\nXã Đông;Trồng rừng;3;1\n");
  const wrong = await office.run("import", "don-vi.csv", "kq.csv", "lech.csv", "--year", "2020");
  expect(wrong.code).toBe(0);
  expect(wrong.err).toContain('lech.csv:4 [Điểm tối đa] "16": Dòng tổng ghi 16, các mục cộng lại là 15.');
  await office.run("import", "le.csv");
  const { clusters } = (await office.run("rank", "--json")).json<Ranks>();
  // 10/3 = 3,33… → 3,3; 5/3 = 1,66… → 1,7
  expect(clusters[0]?.units[0]).toMatchObject({ unit: "Xã Đông", score: 5, items: [{ score: 3.3 }, { score: 1.7 }] });
  expect((await office.run("rank")).out).toContain("5,0");
});

test("a sheet of results that has a column Số vụ is still one of results", async () => {
  const office = makeOffice();
  office.write("kq.csv", "Đơn vị;Nội dung;Số vụ;Kế hoạch;Thực hiện\nXã Đông;Trồng rừng;1;10;12\n");
  const ran = await office.run("import", "kq.csv", "--year", "2020", "--json");
  expect(ran.json<{ imports: object[] }>().imports[0]).toMatchObject({ format: "ket-qua", inserted: 1 });
});
