import { describe, expect, test } from "vitest";
import { describeIndicators } from "../../../src/documents/prose/indicator-report.js";
import { standIndicators } from "../../../src/documents/prose/indicator-standing.js";
import { planInProse } from "../../../src/documents/prose/plan-level-sentences.js";
import { describeShortfalls } from "../../../src/documents/prose/shortfall-sentences.js";
import { clusterWords } from "../../../src/documents/prose/words.js";
import type { ProgressRow } from "../../../src/domain/progress.js";
import { type MadeIndicator, makeProgress, percents } from "../make-progress.js";

const CLUSTER = clusterWords("Cụm thi đua số 1");

function tell(rows: readonly ProgressRow[]): string[] {
  return describeIndicators(rows, CLUSTER).flatMap(({ paragraphs }) =>
    paragraphs.map((sentences) => sentences.map(({ text }) => text).join(" ")),
  );
}

describe("two plans", () => {
  const against = (actual: string, planned: string, other: string) => {
    return { planned, actual, otherPlans: { "HĐND huyện giao": other } };
  };

  test("of one unit stand in one sentence", () => {
    const result = { ...against("580", "500", "550"), previous: "580" };
    expect(tell(makeProgress({ results: { "Huyện An": result } }))).toEqual([
      "Trồng rừng: huyện An thực hiện 580 ha, đạt 116% chỉ tiêu tỉnh giao và 105,5% chỉ tiêu HĐND huyện giao, tương đương cùng kỳ năm trước.",
    ]);
  });

  test("of several units are told one after the other, each by its name", () => {
    const results = { "Xã An": against("110", "100", "100"), "Xã Bình": against("105", "100", "110") };
    expect(tell(makeProgress({ results }))).toEqual([
      "Trồng rừng: theo chỉ tiêu tỉnh giao, các đơn vị trong Cụm đều vượt kế hoạch, trong đó đạt cao nhất là xã An (110% KH), tiếp theo là xã Bình (105% KH). " +
        "Theo chỉ tiêu HĐND huyện giao, 01/02 đơn vị vượt kế hoạch là xã An (110% KH); riêng xã Bình đạt 95,5% kế hoạch.",
    ]);
  });

  test.each([
    ["Tỉnh giao", "chỉ tiêu tỉnh giao"],
    ["HĐND huyện giao", "chỉ tiêu HĐND huyện giao"],
    ["KH UBND tỉnh giao", "kế hoạch UBND tỉnh giao"],
    ["Kế hoạch phấn đấu", "kế hoạch phấn đấu"],
    [undefined, "kế hoạch"],
  ])("a plan of level %s is called %s", (level, expected) => {
    expect(planInProse(level)).toBe(expected);
  });
});

describe("many indicators", () => {
  const made = (count: number, reached: number): MadeIndicator[] =>
    Array.from({ length: count }, (_, index) => ({
      name: `Việc ${index + 1}`,
      results: percents({ "Xã An": "110", "Xã Bình": index < reached ? "105" : "95" }),
    }));

  test("those all reached stand in one sentence with the best of each, the others follow", () => {
    const told = tell(makeProgress(...made(13, 2)));
    expect(told[0]).toBe(
      "Các đơn vị trong Cụm đều vượt kế hoạch ở 2 chỉ tiêu: việc 1 (cao nhất là xã An, 110% KH); việc 2 (cao nhất là xã An, 110% KH).",
    );
    expect(told).toHaveLength(12);
  });

  test("none is lost, whichever way it is told", () => {
    const rows = makeProgress(...made(40, 17));
    const results = tell(rows).join(" ");
    const shortfalls = describeShortfalls(standIndicators(rows), CLUSTER).flat();
    const weak = shortfalls.map(({ text }) => text).join(" ");
    for (let index = 1; index <= 40; index++) {
      const name = new RegExp(`việc ${index}(?!\\d)`, "iu");
      expect(results).toMatch(name);
      expect(name.test(weak)).toBe(index > 17);
    }
    expect(shortfalls.at(-1)?.text).toMatch(
      /^Ngoài ra, còn có đơn vị chưa đạt kế hoạch, mức phấn đấu hoặc yêu cầu ở 15 chỉ tiêu: /,
    );
  });
});

test("a change that rounds away is 'tương đương cùng kỳ', never 'tương đương so với'", () => {
  const same = { planned: "10", actual: "10", previous: "10" };
  expect(tell(makeProgress({ results: { "Xã An": same } }))).toEqual([
    "Trồng rừng: xã An thực hiện 10 ha, đạt 100% kế hoạch, tương đương cùng kỳ năm trước.",
  ]);
  expect(tell(makeProgress({ additive: true, results: { "Xã An": same, "Xã Bình": same } }))).toEqual([
    "Trồng rừng toàn Cụm là 20 ha, bằng 100% kế hoạch, tương đương cùng kỳ năm trước. Các đơn vị trong Cụm đều đạt 100% kế hoạch. So với cùng kỳ năm trước, xã An tương đương, xã Bình tương đương.",
  ]);
});
