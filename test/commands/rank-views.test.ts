import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const UNITS =
  "Tên đơn vị;Cụm/Khối\nXã An Mẫu;Cụm số 1\nXã Bình Mẫu;Cụm số 1\nXã Cường Mẫu;Cụm số 1\nPhường Đông Mẫu;Cụm số 2\n";
const RUBRIC = "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu\n1;Rừng;100;ty-le;Trồng rừng\n";
const results = (...rows: string[]) => `Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện;Năm trước\n${rows.join("\n")}\n`;

/** Three units of one cluster in two years, scored by attainment; a fourth of another cluster. */
async function twoYears({ rubricOf2019 = true } = {}): Promise<FakeOffice> {
  const office = makeOffice({ now: new Date("2020-01-10T03:00:00Z") });
  office.write("don-vi.csv", UNITS);
  office.write("thang-diem.csv", RUBRIC);
  office.write("2019.csv", results("Xã An Mẫu;Trồng rừng;100;90;", "Xã Bình Mẫu;Trồng rừng;100;60;"));
  office.write(
    "2020.csv",
    results("Xã An Mẫu;Trồng rừng;100;95;", "Xã Bình Mẫu;Trồng rừng;100;80;", "Xã Cường Mẫu;Trồng rừng;100;99;"),
  );
  const rubric = rubricOf2019 ? ["thang-diem.csv"] : [];
  for (const argv of [
    ["don-vi.csv", "2019.csv", ...rubric, "--year", "2019"],
    ["don-vi.csv", "2020.csv", "thang-diem.csv", "--year", "2020"],
  ])
    expect(await office.run("import", ...argv)).toMatchObject({ code: 0 });
  await office.run("config", "year", "2020");
  return office;
}

interface ImprovementJson {
  clusters: {
    cluster: string;
    improvement: { basis: string; lastYear: object | null; units: object[]; leftOut: object[] };
  }[];
}

const improvementOf = async (office: FakeOffice, ...argv: string[]) =>
  (await office.run("rank", "--improvement", "--json", ...argv)).json<ImprovementJson>().clusters[0]?.improvement;

test("--improvement ranks by the difference of totals, beside the rank by level", async () => {
  const office = await twoYears();
  expect(await improvementOf(office)).toEqual({
    basis: "points",
    lastYear: { rubric: { name: "thang-diem", version: "1", maxScore: 100 }, finalizedOn: null },
    units: [
      { rank: 1, unit: "Xã Bình Mẫu", levelRank: 3, before: 60, now: 80, change: 20, compared: null, better: null },
      { rank: 2, unit: "Xã An Mẫu", levelRank: 2, before: 90, now: 95, change: 5, compared: null, better: null },
    ],
    leftOut: [{ unit: "Xã Cường Mẫu", reason: "năm 2019 có tiêu chí không có điểm" }],
  });
  const { out } = await office.run("rank", "--improvement", "--cluster", "Cụm số 1");
  expect(out).toContain(
    'So tổng điểm hai năm, tính bằng điểm. Năm 2019: tính từ số liệu đã nạp, thang điểm "thang-diem", phiên bản 1. Năm 2020: thang điểm "thang-diem", phiên bản 1, tối đa 100 điểm.\n',
  );
  expect(out).toMatch(/ 1 {2}Xã Bình Mẫu +60,00 +80,00 +\+20,00 +3\n/);
  expect(out).toContain("Không so được:\n  Xã Cường Mẫu: năm 2019 có tiêu chí không có điểm.\n");
});

test("a finalised ranking of last year is taken as it was frozen", async () => {
  const office = await twoYears();
  await office.run("rank", "--finalize", "--year", "2019");
  await office.run("correct", "Xã Bình Mẫu", "Trồng rừng", "actual=79", "--year", "2019");
  const improvement = await improvementOf(office);
  expect(improvement?.lastYear).toMatchObject({ finalizedOn: "2020-01-10" });
  expect(improvement?.units[0]).toMatchObject({ unit: "Xã Bình Mẫu", before: 60, change: 20 });
  expect((await office.run("rank", "--improvement")).out).toContain("Năm 2019: bản chốt ngày 10/01/2020");
});

test("without totals of last year it goes by the growth of indicators, and says so", async () => {
  const office = await twoYears({ rubricOf2019: false });
  const improvement = await improvementOf(office);
  expect(improvement).toMatchObject({ basis: "growth", lastYear: null });
  expect(improvement?.units).toMatchObject([
    { rank: 1, unit: "Xã Bình Mẫu", change: 33.33, compared: 1, better: 1, before: null, now: null, levelRank: 3 },
    { rank: 2, unit: "Xã An Mẫu", change: 5.56, levelRank: 2 },
  ]);
  const { out } = await office.run("rank", "--improvement", "--cluster", "Cụm số 1");
  expect(out).toContain("Năm 2019 chưa có tổng điểm nên so bằng mức tăng bình quân của các chỉ tiêu (%)");
  expect(out).toMatch(/ 1 {2}Xã Bình Mẫu +\+33,33 +1\/1 +3\n/);
  expect(out).toContain("  Xã Cường Mẫu: không có số liệu năm trước để so.\n");
});

test("--all is one list over the clusters by share of the maximum, and says on what it rests", async () => {
  const office = await twoYears();
  office.write("don-vi-2.csv", "Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\nPhường Đông Mẫu;Trồng rừng;10;9,7\n");
  office.write("rieng.csv", "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu\n1;Rừng;50;so-voi-tot-nhat;Trồng rừng\n");
  await office.run("import", "don-vi-2.csv");
  await office.run("import", "rieng.csv", "--cluster", "Cụm số 2");
  const ran = await office.run("rank", "--all");
  expect(ran.out).toContain(
    'Các cụm, khối dùng thang điểm khác nhau nên chỉ để tham khảo: "thang-diem" (phiên bản 1, tối đa 100); "rieng" (phiên bản 1, tối đa 50).',
  );
  expect(ran.err).toContain("Có tiêu chí chấm so với đơn vị tốt nhất trong từng cụm");
  const { all } = (await office.run("rank", "--all", "--json")).json<{
    all: { basis: string; units: object[]; clusters: object[] };
  }>();
  expect(all.basis).toBe("percent-of-max");
  expect(all.units).toEqual([
    { rank: 1, unit: "Xã Cường Mẫu", cluster: "Cụm số 1", clusterRank: 1, score: 99, maxScore: 100, percentOfMax: 99 },
    { rank: 2, unit: "Xã An Mẫu", cluster: "Cụm số 1", clusterRank: 2, score: 95, maxScore: 100, percentOfMax: 95 },
    { rank: 3, unit: "Xã Bình Mẫu", cluster: "Cụm số 1", clusterRank: 3, score: 80, maxScore: 100, percentOfMax: 80 },
    {
      rank: 4,
      unit: "Phường Đông Mẫu",
      cluster: "Cụm số 2",
      clusterRank: 1,
      score: 24.25,
      maxScore: 50,
      percentOfMax: 48.5,
    },
  ]);
  expect(all.clusters).toEqual([
    { rank: 1, cluster: "Cụm số 1", units: 3, meanPercent: 91.33 },
    { rank: 2, cluster: "Cụm số 2", units: 1, meanPercent: 48.5 },
  ]);
});

test("one rubric for all is said as such, and --csv belongs to the plain ranking", async () => {
  const office = await twoYears();
  expect((await office.run("rank", "--all")).out).toContain(
    'Cùng một thang điểm "thang-diem" (phiên bản 1, tối đa 100).',
  );
  expect(await office.run("rank", "--all", "--csv")).toMatchObject({
    code: 2,
    err: "Lỗi: Không dùng --all cùng với --csv. Chạy riêng từng lệnh.\n",
  });
});
