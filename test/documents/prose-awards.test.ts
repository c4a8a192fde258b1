import { expect, test } from "vitest";
import { describeAwards } from "../../src/documents/prose/award-sentences.js";
import { clusterWords } from "../../src/documents/prose/words.js";
import type { Award } from "../../src/domain/award.js";
import { makePeriod } from "../../src/domain/period.js";

const CLUSTER = clusterWords("Cụm thi đua số 1");

function makeAwards(count: number, award: Partial<Award>): Award[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index,
    row: index + 2,
    awardId: "giay-khen",
    award: "Giấy khen",
    subject: "collective",
    salutation: null,
    name: `Tập thể ${index}`,
    position: null,
    workplace: null,
    unitId: null,
    achievement: null,
    achievementYear: null,
    directWorker: null,
    leader: null,
    gender: null,
    birthDate: null,
    occasion: null,
    votesFor: null,
    votesTotal: null,
    decisionNumber: null,
    decisionDate: null,
    importId: 1,
    ...award,
  }));
}

const tell = (awards: Award[]) => describeAwards(awards, makePeriod(2020), CLUSTER).map(({ text }) => text);

test("by level, highest first, with zero padding, dots and totals", () => {
  const medal = { awardId: "huan-chuong-lao-dong-hang-nhi", award: "HCLĐ hạng Nhì" };
  const local = { award: "Giấy khen của Chủ tịch UBND huyện" };
  expect(
    tell([
      ...makeAwards(298, local),
      ...makeAwards(1454, { ...local, subject: "individual" }),
      ...makeAwards(35, { awardId: "bang-khen", award: "Bằng khen" }),
      ...makeAwards(61, { awardId: "bang-khen", award: "BK tỉnh", subject: "individual" }),
      ...makeAwards(2, { awardId: "co-thi-dua-chinh-phu", award: "Cờ thi đua của Chính phủ" }),
      ...makeAwards(2, medal),
    ]),
  ).toEqual([
    "Năm 2020, trong Cụm có 02 tập thể được tặng thưởng Huân chương Lao động hạng Nhì; 02 tập thể được tặng Cờ thi đua của Chính phủ; 35 tập thể và 61 cá nhân được Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen; 298 tập thể và 1.454 cá nhân được Chủ tịch Ủy ban nhân dân huyện tặng Giấy khen.",
    "Tổng số 1.852 lượt khen thưởng (337 tập thể, 1.515 cá nhân).",
  ]);
});

test("direct workers: a share where the sheet says yes and no, blanks left out", () => {
  const person = { subject: "individual" } as const;
  expect(
    tell([
      ...makeAwards(3, { ...person, directWorker: true }),
      ...makeAwards(1, { ...person, directWorker: false }),
      ...makeAwards(2, person),
    ])[1],
  ).toBe("Trong 04 lượt cá nhân có ghi thông tin, có 03 lượt người lao động trực tiếp (75%).");
});

test("direct workers: in a column of ticks a blank means no", () => {
  const person = { subject: "individual" } as const;
  expect(tell([...makeAwards(3, { ...person, directWorker: true }), ...makeAwards(1, person)])[1]).toBe(
    "Trong 04 lượt cá nhân, có 03 lượt người lao động trực tiếp (75%).",
  );
});

test("one kind for one sort of recipient needs no total; nothing is said of no awards", () => {
  expect(tell(makeAwards(5, {}))).toEqual(["Năm 2020, trong Cụm có 05 tập thể được tặng Giấy khen."]);
  expect(tell([])).toEqual([]);
});
