import { expect, test } from "vitest";
import { standIndicators } from "../../../src/documents/prose/indicator-standing.js";
import { describeOverview } from "../../../src/documents/prose/overview-sentences.js";
import { clusterWords } from "../../../src/documents/prose/words.js";
import { type MadeIndicator, makeProgress, percents } from "../make-progress.js";

const CLUSTER = clusterWords("Cụm thi đua số 1");
const [A, B, C] = ["Huyện An", "Huyện Bình", "TP Cường"] as const;

function tell(...made: MadeIndicator[]): string[] {
  return describeOverview(standIndicators(makeProgress(...made)), CLUSTER).map(({ text }) => text);
}

test("indicators and units are counted", () => {
  expect(
    tell(
      { name: "Trồng rừng", results: percents({ [A]: "100", [B]: "120" }) },
      { name: "Đàn lợn", results: percents({ [A]: "90", [B]: "80" }) },
      { name: "Việc làm", results: percents({ [A]: "101", [B]: "80" }) },
    ),
  ).toEqual([
    "Trong 3 chỉ tiêu có số liệu, 1 chỉ tiêu được tất cả các đơn vị trong Cụm hoàn thành, 1 chỉ tiêu còn có đơn vị chưa hoàn thành và 1 chỉ tiêu chưa đơn vị nào hoàn thành.",
    "Theo từng đơn vị: huyện An hoàn thành 2/3 chỉ tiêu; huyện Bình hoàn thành 1/3 chỉ tiêu.",
  ]);
});

test("what cannot be judged is no part of 'n of m', and is said apart", () => {
  expect(
    tell(
      { name: "Trồng rừng", results: percents({ [A]: "100", [B]: "120" }) },
      { name: "Việc làm", results: percents({ [A]: "100", [B]: "80" }) },
      { name: "Hồ sơ", results: { [A]: { actual: "7" }, [B]: { planned: "0", actual: "5" } } },
      { name: "Đàn lợn", results: { [A]: { planned: "5" }, [B]: { planned: "5" } } },
    ),
  ).toEqual([
    "Trong 2 chỉ tiêu đánh giá được, 1 chỉ tiêu được tất cả các đơn vị trong Cụm hoàn thành và 1 chỉ tiêu còn có đơn vị chưa hoàn thành; " +
      "còn 1 chỉ tiêu có số liệu nhưng chưa đánh giá được và 1 chỉ tiêu chưa có số liệu.",
    "Theo từng đơn vị: huyện An hoàn thành 2/2 chỉ tiêu, còn 2 chỉ tiêu chưa đánh giá được; huyện Bình hoàn thành 1/2 chỉ tiêu, còn 2 chỉ tiêu chưa đánh giá được.",
  ]);
});

test("a unit that cannot be judged by anything neither reached nor missed", () => {
  const [, units] = tell(
    { name: "Trồng rừng", results: { ...percents({ [A]: "100" }), [B]: null } },
    { name: "Việc làm", results: { ...percents({ [A]: "90" }), [B]: { actual: "7" } } },
  );
  expect(units).toBe("Theo từng đơn vị: huyện An hoàn thành 1/2 chỉ tiêu; huyện Bình chưa đánh giá được chỉ tiêu nào.");
});

test("'all', 'none' and 'in the cluster' only where they hold", () => {
  const [indicators] = tell(
    { name: "Trồng rừng", results: { ...percents({ [A]: "100", [B]: "100" }), [C]: { assigned: false } } },
    { name: "Việc làm", results: { ...percents({ [A]: "100", [B]: "100" }), [C]: null } },
    { name: "Đàn lợn", results: { ...percents({ [A]: "90", [B]: "90" }), [C]: null } },
  );
  expect(indicators).toBe(
    "Trong 3 chỉ tiêu có số liệu, 1 chỉ tiêu được tất cả các đơn vị được giao hoàn thành, 1 chỉ tiêu chưa đủ số liệu để đánh giá tất cả các đơn vị và 1 chỉ tiêu còn có đơn vị chưa hoàn thành.",
  );
});

test("units with equal shares of unequal numbers share the highest place", () => {
  const units = ["Xã An", "Xã Bình", "Xã Cường", "Xã Dũng", "Xã Em"] as const;
  const reached = [
    [4, 4],
    [2, 2],
    [3, 4],
    [1, 2],
    [0, 4],
  ] as const;
  const made = [0, 1, 2, 3].map((index) => ({
    name: `Chỉ tiêu ${index + 1}`,
    results: Object.fromEntries(
      units.map((unit, at) => {
        const [met = 0, given = 0] = reached[at] ?? [];
        return [unit, index < given ? { planned: "100", actual: index < met ? "100" : "90" } : { assigned: false }];
      }),
    ),
  }));
  expect(tell(...made)[1]).toBe(
    "Phần lớn các đơn vị hoàn thành trên một nửa số chỉ tiêu: cao nhất là xã An hoàn thành 4/4 chỉ tiêu, xã Bình hoàn thành 2/2 chỉ tiêu; thấp nhất là xã Em hoàn thành 0/4 chỉ tiêu.",
  );
});

test("names that are themselves lists: a sentence for each count", () => {
  const [D, E, F] = ["Sở Nông nghiệp và Môi trường", "Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"] as const;
  expect(
    tell(
      { name: "Hồ sơ", results: percents({ [D]: "100", [E]: "120", [F]: "90" }) },
      { name: "Sáng kiến", results: percents({ [D]: "100", [E]: "120", [F]: "100" }) },
    ).slice(1),
  ).toEqual([
    "Sở Nông nghiệp và Môi trường; Sở Văn hóa, Thể thao và Du lịch hoàn thành 2/2 chỉ tiêu.",
    "Sở Y tế hoàn thành 1/2 chỉ tiêu.",
  ]);
});

test("one unit: how many exceeded, met, missed, and what is not judged apart", () => {
  expect(
    tell(
      { name: "Trồng rừng", results: percents({ [A]: "110" }) },
      { name: "Đàn lợn", results: percents({ [A]: "90" }) },
      { name: "Việc làm", results: { [A]: { planned: "5" } } },
    ),
  ).toEqual([
    "Huyện An hoàn thành 1/2 chỉ tiêu (1 chỉ tiêu vượt, 1 chỉ tiêu chưa đạt); còn 1 chỉ tiêu chưa đánh giá được.",
  ]);
});
