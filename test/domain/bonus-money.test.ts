import { describe, expect, it, test } from "vitest";
import type { Subject } from "../../src/domain/award.js";
import { AWARD_KINDS, awardKind } from "../../src/domain/awards.js";
import { choosePaid, type DecidedAward } from "../../src/domain/bonus-choice.js";
import { baseSalaryOn, bonusOf, roundBonus } from "../../src/domain/bonus-money.js";
import type { IssuerLevel } from "../../src/domain/issuer-level.js";
import { LEGAL_PERIODS } from "../../src/domain/law/periods.js";
import { BASE_SALARIES } from "../../src/domain/law/salaries.js";
import { exact } from "../../src/domain/number.js";

/** The table of the law notes: product and, where it differs, what it is rounded up to; by base salary. */
const GOLDEN: readonly [times: string, ...([number] | [number, number])[]][] = [
  ["0.15", [223_500, 230_000], [270_000], [351_000, 360_000], [379_500, 380_000]],
  ["0.3", [447_000, 450_000], [540_000], [702_000, 710_000], [759_000, 760_000]],
  ["0.6", [894_000, 900_000], [1_080_000], [1_404_000, 1_410_000], [1_518_000, 1_520_000]],
  ["0.8", [1_192_000, 1_200_000], [1_440_000], [1_872_000, 1_880_000], [2_024_000, 2_030_000]],
  ["1", [1_490_000], [1_800_000], [2_340_000], [2_530_000]],
  ["1.5", [2_235_000, 2_240_000], [2_700_000], [3_510_000], [3_795_000, 3_800_000]],
  ["2", [2_980_000], [3_600_000], [4_680_000], [5_060_000]],
  ["3", [4_470_000], [5_400_000], [7_020_000], [7_590_000]],
  ["3.5", [5_215_000, 5_220_000], [6_300_000], [8_190_000], [8_855_000, 8_860_000]],
  ["4.5", [6_705_000, 6_710_000], [8_100_000], [10_530_000], [11_385_000, 11_390_000]],
  ["7", [10_430_000], [12_600_000], [16_380_000], [17_710_000]],
  ["8", [11_920_000], [14_400_000], [18_720_000], [20_240_000]],
  ["12", [17_880_000], [21_600_000], [28_080_000], [30_360_000]],
];
const SALARIES = [1_490_000, 1_800_000, 2_340_000, 2_530_000];

const CELLS = GOLDEN.flatMap(([times, ...cells]) =>
  cells.map(([product, up = product], index) => [times, SALARIES[index] ?? 0, product, up] as const),
);

test("the golden table is whole: 13 multipliers by 4 base salaries", () => {
  expect(CELLS).toHaveLength(52);
});

test.each(CELLS)("%s × %d is %d, rounded up %d", (times, salary, product, up) => {
  const exactProduct = exact(times).mul(salary);
  expect(roundBonus(exactProduct, "none")).toBe(product);
  expect(roundBonus(exactProduct, "ceil10k")).toBe(up);
  expect(roundBonus(exactProduct, "nearest10k")).toBe(Math.floor((product + 5_000) / 10_000) * 10_000);
});

function amountOf(award: string, subject: Subject, level: IssuerLevel | null, date: string): number | null {
  const kind = awardKind(award, AWARD_KINDS);
  if (kind === null) throw new Error(award);
  return bonusOf({ kind, subject, level, date }).bonus?.amount ?? null;
}

describe("bonusOf", () => {
  it.each<[string, Subject, IssuerLevel | null, string, number | null]>([
    // A real decision of 01/4/2022: 2.980.000 a collective, 1.490.000 a person.
    ["bang-khen", "collective", "tinh", "2022-04-01", 2_980_000],
    ["bang-khen", "individual", "tinh", "2022-04-01", 1_490_000],
    ["bang-khen", "individual", "tinh", "2023-12-31", 1_800_000],
    ["bang-khen", "individual", "tinh", "2024-01-01", 2_700_000],
    ["bang-khen", "collective", "tinh", "2025-07-01", 7_020_000],
    ["bang-khen", "household", "tinh", "2025-07-01", 5_270_000],
    ["bang-khen", "household", "tinh", "2023-12-31", null],
    ["giay-khen", "individual", "xa", "2025-06-30", 360_000],
    ["giay-khen", "individual", "xa", "2025-07-01", 710_000],
    ["giay-khen", "collective", "xa", "2025-07-01", 1_410_000],
    ["giay-khen", "individual", "huyen", "2025-06-30", 710_000],
    ["giay-khen", "individual", "so", "2026-07-01", 760_000],
    ["giay-khen", "individual", null, "2024-05-01", null],
    ["lao-dong-tien-tien", "individual", null, "2018-06-30", 390_000],
    ["lao-dong-tien-tien", "individual", null, "2018-07-01", 420_000],
    ["xa-tieu-bieu", "collective", "tinh", "2023-12-31", null],
    ["xa-tieu-bieu", "collective", "tinh", "2024-01-01", 3_600_000],
    ["co-thi-dua-quan-khu", "collective", null, "2024-07-01", 14_040_000],
    ["chien-si-thi-dua-toan-quoc", "individual", null, "2026-12-01", 11_390_000],
    ["chien-si-thi-dua-toan-quoc", "individual", null, "2027-03-01", null],
    ["huan-chuong-lao-dong-hang-ba", "collective", null, "2025-09-02", 21_060_000],
    ["giai-thuong-nha-nuoc", "individual", null, "2025-09-02", null],
    ["chien-si-thi-dua-co-so", "collective", null, "2025-09-02", null],
  ])("%s, %s, %s on %s: %s", (award, subject, level, date, amount) => {
    expect(amountOf(award, subject, level, date)).toBe(amount);
  });

  it("says why there is no sum, as a sentence with what to do", () => {
    const kind = awardKind("giay-khen", AWARD_KINDS);
    if (kind === null) throw new Error("giay-khen");
    const why = (date: string, level: IssuerLevel | null = "xa", subject: Subject = "individual") =>
      bonusOf({ kind, subject, level, date }).why;
    expect(why("2024-05-01", null)).toBe("Tiền thưởng của Giấy khen tùy cấp quyết định: ghi rõ cấp.");
    expect(why("2020-05-01", "xa", "household")).toContain("không có hệ số tiền thưởng của Giấy khen cho hộ gia đình");
    expect(why("2027-03-01")).toContain("hết hiệu lực ngày 01/3/2027, chương trình chưa có nghị định thay thế");
  });

  it("names the act of each figure, and knows no more than recalled once the amended law is in force", () => {
    const kind = awardKind("chien-si-thi-dua-co-so", AWARD_KINDS);
    if (kind === null) throw new Error("chien-si-thi-dua-co-so");
    const on = (date: string) => bonusOf({ kind, subject: "individual", level: null, date }).bonus;
    expect(on("2026-09-30")).toMatchObject({
      amount: 2_530_000,
      baseSalary: 2_530_000,
      mark: "V",
      sources: {
        multiplier: { text: "NĐ 152/2025/NĐ-CP Điều 50–54", mark: "V" },
        baseSalary: { text: "NĐ 161/2026/NĐ-CP", mark: "V" },
      },
    });
    expect(on("2026-10-01")?.mark).toBe("R");
    expect(on("2026-10-01")?.sources.multiplier.text).toContain("chưa đối chiếu Luật 06/2026/QH16");
    expect(on("2018-12-01")?.mark).toBe("R");
  });

  it("gives collectives twice a person's for forms only, and households one and a half times", () => {
    for (const kind of AWARD_KINDS) {
      const times = (subject: Subject) =>
        bonusOf({ kind, subject, level: "xa", date: "2025-09-02" }).bonus?.multiplier ?? null;
      const [person, group, household] = [times("individual"), times("collective"), times("household")];
      if (person !== null && group !== null) expect(group.equals(person.mul(2)), kind.id).toBe(true);
      if (person !== null && household !== null) expect(household.equals(person.mul(3).div(2)), kind.id).toBe(true);
    }
  });

  it("says of a keepsake medal that its sum is a limit", () => {
    const kind = awardKind("ky-niem-chuong", AWARD_KINDS);
    if (kind === null) throw new Error("ky-niem-chuong");
    const { bonus } = bonusOf({ kind, subject: "individual", level: null, date: "2025-09-02" });
    expect(bonus).toMatchObject({ isCeiling: true, amount: 1_410_000 });
  });
});

test("base salaries follow each other without a gap from the first day of law on", () => {
  expect(BASE_SALARIES[0]?.from).toBe(LEGAL_PERIODS[0]?.from);
  expect(BASE_SALARIES.at(-1)?.to).toBeNull();
  for (const { from, to, amount } of BASE_SALARIES) {
    expect(baseSalaryOn(from)?.amount).toBe(amount);
    if (to !== null) expect(baseSalaryOn(to)?.amount).toBe(amount);
  }
});

describe("choosePaid", () => {
  const decided = (id: string, amount: number, period: string, achievement: string | null = null): DecidedAward => {
    const kind = awardKind(id, AWARD_KINDS);
    if (kind === null) throw new Error(id);
    return { kind, amount, period, achievement };
  };
  const paid = (...awards: DecidedAward[]) => choosePaid(awards).map(({ isPaid }) => isPaid);
  const base = decided("chien-si-thi-dua-co-so", 2_340_000, "2025");
  const worker = decided("lao-dong-tien-tien", 710_000, "2025");

  it("pays only the highest of the titles for one time", () => {
    expect(paid(worker, base)).toEqual([false, true]);
    expect(choosePaid([worker, base])[0]?.why).toContain("danh hiệu cao nhất: Chiến sĩ thi đua cơ sở");
    expect(paid(base, { ...base })).toEqual([true, false]);
  });

  it("pays titles for different times each", () => {
    expect(paid(decided("chien-si-thi-dua-tinh", 7_020_000, "2023-2025"), base)).toEqual([true, true]);
  });

  it("pays a title and a form both", () => {
    expect(paid(base, decided("bang-khen", 3_510_000, "2025"))).toEqual([true, true]);
  });

  it("pays forms for different achievements or times each, and leaves two for the same one to the office", () => {
    const certificate = decided("giay-khen", 710_000, "2025", "cứu người trong lũ");
    expect(paid(certificate, decided("bang-khen", 3_510_000, "2025", "xây dựng nông thôn mới"))).toEqual([true, true]);
    expect(paid(certificate, { ...certificate, period: "2024" })).toEqual([true, true]);
    expect(paid(certificate, decided("bang-khen", 3_510_000, "2025", "cứu người trong lũ"))).toEqual([null, null]);
  });
});
