import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

/** The golden cluster of the scoring design: [unit, total and rank by rubric P, total and rank by rubric B]. */
const GOLDEN: [string, number, number, number, number][] = [
  ["Huyện Lâm Bình", 279.1, 1, 232.91, 1],
  ["Huyện Sơn Dương", 276, 2, 162.8, 3],
  ["Huyện Na Hang", 274.65, 3, 152.59, 4],
  ["Thành phố Tuyên Quang", 273.9, 4, 221.08, 2],
  ["Huyện Hàm Yên", 273, 5, 152.08, 5],
  ["Huyện Chiêm Hóa", 271, 6, 140.61, 6],
  ["Huyện Yên Sơn", 263.02, 7, 132.79, 7],
];

interface RankJson {
  year: number;
  clusters: {
    cluster: string;
    rubric: { name: string; version: string; maxScore: number };
    units: { unit: string; rank: number; score: number; base: number; bonus: number; items: { score: number }[] }[];
  }[];
}

async function sampleOffice(): Promise<FakeOffice> {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  const files = ["ket-qua.csv", "thang-diem-B.csv", "thang-diem-P.csv", "chi-tieu.csv", "don-vi.csv"];
  expect(await office.run("import", ...files, "--year", "2020")).toMatchObject({ code: 0 });
  return office;
}

test.each(["P", "B"])("rubric %s gives the golden table to the last digit", async (rubric) => {
  const office = await sampleOffice();
  const { year, clusters } = (await office.run("rank", "--rubric", rubric, "--json")).json<RankJson>();
  expect(year).toBe(2020);
  expect(clusters).toHaveLength(1);
  expect(clusters[0]).toMatchObject({
    cluster: "Cụm thi đua các huyện, thành phố",
    rubric: { name: `thang-diem-${rubric}`, version: "1", maxScore: 270 },
  });
  const table = clusters[0]?.units.map(({ unit, score, rank }) => [unit, score, rank]);
  const golden = GOLDEN.map(([unit, p, pRank, b, bRank]) => (rubric === "P" ? [unit, p, pRank] : [unit, b, bRank]));
  expect(table).toEqual(golden.sort((a, b) => Number(a[2]) - Number(b[2])));
});

// Score by leaf under P and B: forest, revenue, jobs, pigs, poverty.
test.each([
  ["Huyện Lâm Bình", [63, 84, 52.5, 27.6, 52], [60, 79.11, 50, 13.8, 30]],
  ["Thành phố Tuyên Quang", [60, 84, 52.5, 24.9, 52.5], [30, 80, 48.63, 12.45, 50]],
  ["Huyện Na Hang", [63, 84, 52, 27, 48.65], [39.38, 48.89, 26.5, 13.5, 24.32]],
  ["Huyện Yên Sơn", [60, 81, 49.5, 24.9, 47.62], [30, 41.78, 24.75, 12.45, 23.81]],
])("every leaf of %s is golden", async (name, p, b) => {
  const office = await sampleOffice();
  for (const [rubric, golden] of [
    ["P", p],
    ["B", b],
  ] as const) {
    const { clusters } = (await office.run("rank", "--rubric", rubric, "--json")).json<RankJson>();
    const unit = clusters[0]?.units.find((candidate) => candidate.unit === name);
    expect(unit?.items.map(({ score }) => score)).toEqual(golden);
  }
});

test("base, bonus and deduction add up to the score", async () => {
  const office = await sampleOffice();
  const { clusters } = (await office.run("rank", "--rubric", "P", "--json")).json<RankJson>();
  expect(clusters[0]?.units[0]).toMatchObject({ unit: "Huyện Lâm Bình", base: 267.6, bonus: 11.5, deduction: 0 });
});

test("without --rubric the rubric imported last is used, and the others are named", async () => {
  const office = await sampleOffice();
  const ran = await office.run("rank");
  expect(ran.out).toContain('Thang điểm "thang-diem-P", phiên bản 1, tối đa 270 điểm');
  expect(ran.err).toContain('còn "thang-diem-B", chọn bằng --rubric TÊN');
});

test("progress gives all 35 pairs with their source", async () => {
  const office = await sampleOffice();
  const { rows } = (await office.run("progress", "--json")).json<{ rows: Record<string, unknown>[] }>();
  expect(rows).toHaveLength(35);
  expect(rows[0]).toEqual({
    cluster: "Cụm thi đua các huyện, thành phố",
    unit: "Huyện Lâm Bình",
    indicator: "Trồng rừng",
    measure: "ha",
    assigned: true,
    planned: 500,
    actual: 580,
    previous: null,
    direction: "higher",
    attainmentPercent: 116,
    growthPercent: null,
    status: "exceeded",
    stated: { attainmentPercent: null, evaluation: null },
    source: { file: "ket-qua.csv", row: 2 },
  });
  const jobs = rows.find(({ unit, indicator }) => unit === "Huyện Lâm Bình" && indicator === "Giải quyết việc làm mới");
  expect(jobs).toMatchObject({ attainmentPercent: 133.33, status: "exceeded" });
  const poverty = rows.find(({ unit, indicator }) => unit === "Huyện Na Hang" && indicator === "Tỷ lệ hộ nghèo");
  expect(poverty).toMatchObject({ direction: "lower", attainmentPercent: 97.3, status: "missed" });
});

test("explain walks from the rank to the cells it rests on", async () => {
  const office = await sampleOffice();
  const whole = await office.run("explain", "lâm bình", "--rubric", "P");
  expect(whole.out).toContain("Huyện Lâm Bình: hạng 1/7");
  expect(whole.out).toContain("279,10 điểm = 267,60 điểm chấm + 11,50 điểm thưởng − 0,00 điểm trừ");
  expect(whole.out).toContain("580 ← ket-qua.csv, dòng 2, cột E (Thực hiện)");
  const one = await office.run("explain", "TP Tuyên Quang", "Thu ngân sách nhà nước trên địa bàn", "--rubric", "B");
  expect(one.out).toContain("thực hiện 735 tỷ đồng, kế hoạch 600 tỷ đồng: thực hiện / kế hoạch = 122,5%");
  expect(one.out).toContain("I.2 Thu ngân sách nhà nước trên địa bàn — 80,00/80 điểm");
  expect(one.out).toContain("80 ← thang-diem-B.csv, dòng 4, cột C (Điểm tối đa)");
});

test("explain as JSON names file, fingerprint, row and column", async () => {
  const office = await sampleOffice();
  const { steps } = (await office.run("explain", "Lâm Bình", "I.1", "--rubric", "P", "--json")).json<{
    steps: { cells: object[] }[];
  }>();
  expect(steps[0]?.cells[0]).toEqual({
    value: "500",
    file: "ket-qua.csv",
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    sheet: null,
    row: 2,
    column: "D",
    header: "Kế hoạch",
  });
});
