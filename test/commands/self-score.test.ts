import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

interface Item {
  criterion: string;
  score: number | null;
  self: number | null;
  problems: string[];
  warnings: string[];
}

interface Ranks {
  clusters: {
    units: { score: number; base: number; bonus: number; deduction: number; gates: object[]; items: Item[] }[];
  }[];
}

const UNIT = "Phòng Tài nguyên và Môi trường thị xã Mẫu";

async function makeScored(): Promise<FakeOffice> {
  const office = makeOffice();
  office.bring("thang-diem-mau");
  office.bring("tu-cham-100-diem");
  office.write("don-vi.csv", `Tên đơn vị;Cụm/Khối\n${UNIT};Khối thi đua các phòng\n`);
  const ran = await office.run("import", "don-vi.csv", "thang-diem-100.csv", "--year", "2022");
  expect(ran.code, ran.err).toBe(0);
  return office;
}

/**
 * A self-score that an office really sent (practice §1.2): 40 + 16 + 26,4 + 18 + 2,5 + 12,5 + 4 + 5 = 124,4 of 100.
 * C2 claims a bonus of 0,7 where 0,5 is the most; C4.2 0,5 on an all-or-nothing item of 2; C5.2 2 of at most 1.
 * 124,4 − 0,2 − 0,5 − 1 = 122,7.
 */
test("a self-score of 124,4 of 100 is 122,7 by the caps, and the items that break them are named", async () => {
  const office = await makeScored();
  expect((await office.run("import", "tu-cham.csv")).code).toBe(0);
  const { clusters } = (await office.run("rank", "--json")).json<Ranks>();
  const unit = clusters[0]?.units[0];
  const claimed = unit?.items.reduce((sum, { self }) => sum + Math.round((self ?? 0) * 100), 0);
  expect(claimed).toBe(12440);
  // C5.3: 2 of 3, so 1 is taken; the bonuses: a4.2 2, a7 8, b2 0,5, b3 0,5, C2 0,5, C3 0,2, d1 2, d2 6, 2 0,5, 3 2 + 0,5, 4 1
  expect(unit).toMatchObject({ score: 122.7, base: 100, bonus: 23.7, deduction: 1, gates: [] });
  const violations = unit?.items.filter(({ problems }) => problems.length > 0);
  expect(violations?.map(({ criterion, problems }) => [criterion, problems])).toEqual([
    ["C2", ["điểm tự chấm 5,7 vượt mức tối đa 5,5 (điểm tối đa 5, thưởng tối đa 0,5), chỉ tính 5,5"]],
    ["C4.2", ["điểm tự chấm 2,5 vượt điểm tối đa 2, chỉ tính 2"]],
    ["C5.2", ["điểm tự chấm 2 vượt điểm tối đa 1, chỉ tính 1"]],
  ]);
  const unbounded = unit?.items.filter(({ warnings }) => warnings.length > 0);
  expect(unbounded?.map(({ criterion, warnings }) => [criterion, warnings])).toEqual([
    ["a7.3", ["thưởng 8 điểm mà thang điểm không quy định trần"]],
  ]);
});

test("the import itself names the bonuses without a cap and the scores beyond the caps", async () => {
  const office = await makeScored();
  const rubric = (await office.run("import", "thang-diem-100.csv", "--dry-run", "--json")).json<{
    imports: { problems: { row: number; code: string; severity: string }[] }[];
  }>();
  expect(rubric.imports[0]?.problems.map(({ code, severity }) => [code, severity])).toEqual([
    ["unbounded-bonus", "warning"],
    ["unbounded-bonus", "warning"],
  ]);
  const scores = await office.run("import", "tu-cham.csv");
  expect(scores.err).toContain('tu-cham.csv:20 [Tự chấm] "5,7": Điểm tự chấm 5,7 vượt mức tối đa 5,5');
  expect(scores.err.match(/khi xếp hạng chỉ tính/g)).toHaveLength(3);
});

test("a unit that sent no self-score is listed and not ranked, with the reason", async () => {
  const office = await makeScored();
  const { clusters } = (await office.run("rank", "--json")).json<Ranks>();
  expect(clusters[0]?.units[0]).toMatchObject({
    ...{ rank: null, ranked: false, score: 0 },
    gates: [{ criterion: "5.3", effect: "không xếp loại", points: null, reason: "không có điểm tự chấm nào" }],
  });
  const shown = await office.run("rank");
  expect(shown.out).toMatch(
    / {3}– {2}Phòng Tài nguyên .*không xếp loại vì không có điểm tự chấm nào \(tiêu chí 5\.3\)/,
  );
  expect((await office.run("explain", UNIT)).out).toContain("không xếp hạng (Khối thi đua các phòng), 0,00 điểm");
});
