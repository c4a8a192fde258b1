import { expect, test } from "vitest";
import { describeAwards } from "../../../src/documents/prose/award-sentences.js";
import { clusterWords } from "../../../src/documents/prose/words.js";
import type { Award } from "../../../src/domain/award.js";
import { PROGRAM_LAW } from "../../../src/domain/law/law.js";
import { makePeriod } from "../../../src/domain/period.js";
import { UNTOLD } from "../../untold-award.js";

const CLUSTER = clusterWords("Cụm thi đua số 1");

function makeAwards(count: number, award: Partial<Award>): Award[] {
  return Array.from({ length: count }, (_, index) => ({
    ...UNTOLD,
    id: index,
    row: index + 2,
    awardId: "giay-khen",
    award: "Giấy khen",
    subject: "collective",
    name: `Tập thể ${index}`,
    unitId: null,
    importId: 1,
    ...award,
  }));
}

const tell = (awards: Award[]) =>
  describeAwards(awards, makePeriod(2020), CLUSTER, PROGRAM_LAW).map(({ text }) => text);

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
    "Các tập thể được tặng Huân chương Lao động hạng Nhì là tập thể 0 và tập thể 1.",
    "Các tập thể được tặng Cờ thi đua của Chính phủ là tập thể 0 và tập thể 1.",
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

test("few collectives are named, with the year of an achievement that is not the year reported", () => {
  const given = { awardId: "bang-khen", award: "Bằng khen", achievementYear: 2019 };
  const awards = [
    ...makeAwards(1, { ...given, name: "Nhân dân và cán bộ huyện An" }),
    ...makeAwards(1, { ...given, name: "Thành phố Bình", achievementYear: 2020 }),
  ];
  expect(tell(awards)[1]).toBe(
    "Các tập thể được tặng Bằng khen là nhân dân và cán bộ huyện An (thành tích năm 2019); thành phố Bình.",
  );
  expect(tell(makeAwards(1, { ...given, name: "Sở Xây dựng" }))[1]).toBe(
    "Tập thể được tặng Bằng khen là Sở Xây dựng (thành tích năm 2019).",
  );
});

test("one kind for one sort of recipient needs no total; nothing is said of no awards", () => {
  expect(tell(makeAwards(5, {}))).toEqual(["Năm 2020, trong Cụm có 05 tập thể được tặng Giấy khen."]);
  expect(tell([])).toEqual([]);
});
