import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeIndicator } from "../../../src/documents/prose/indicator-report.js";
import { standIndicators } from "../../../src/documents/prose/indicator-standing.js";
import { describeShortfall } from "../../../src/documents/prose/shortfall-sentences.js";
import { clusterWords } from "../../../src/documents/prose/words.js";
import { type MadeIndicator, type MadeResult, makeProgress } from "../make-progress.js";

const CLUSTER = clusterWords("Cụm thi đua số 1");

/** By unit: plan and result, as "4 5". */
function against(figures: Record<string, string>): Record<string, MadeResult> {
  return Object.fromEntries(
    Object.entries(figures).map(([unit, text]) => {
      const [planned = "", actual = "", previous = null] = text.split(" ");
      return [unit, { planned, actual, previous }];
    }),
  );
}

function tell(made: MadeIndicator): { results: string; shortfalls: string } {
  const standings = standIndicators(makeProgress(made));
  const join = (of: (standing: (typeof standings)[number]) => { text: string }[]) =>
    standings.flatMap((standing) => of(standing).map(({ text }) => text)).join(" ");
  return {
    results: join((standing) => describeIndicator(standing, CLUSTER)),
    shortfalls: join((standing) => describeShortfall(standing, CLUSTER)),
  };
}

describe("equally far from unequal plans", () => {
  const poverty = { name: "Hộ nghèo", measure: "%", direction: "lower" } as const;

  test("each with its own figure and its own plan, alike in both parts of the report", () => {
    const results = against({ "Xã An": "4 5", "Xã Bình": "8 10", "Xã Cường": "10 12", "Xã Dũng": "10 11" });
    const sentence =
      "Hộ nghèo: các đơn vị trong Cụm đều cao hơn mức phấn đấu, rõ nhất là xã An (5%, mức phấn đấu 4%) và xã Bình (10%, mức phấn đấu 8%).";
    expect(tell({ ...poverty, results })).toEqual({ results: sentence, shortfalls: sentence });
  });

  test("among more that fell short, both are the worst", () => {
    const results = against({
      "Xã An": "2 2.5",
      "Xã Bình": "4 5",
      "Xã Cường": "10 11",
      "Xã Dũng": "10 11",
      "Xã Em": "10 9",
    });
    expect(tell({ ...poverty, results }).results).toMatch(
      /còn 04 đơn vị cao hơn mức phấn đấu, rõ nhất là xã An \(2,5%, mức phấn đấu 2,0%\) và xã Bình \(5,0%, mức phấn đấu 4,0%\)\.$/,
    );
  });

  test("among the best, no 'tiếp theo' between equals", () => {
    const results = against({ "Xã An": "80 88", "Xã Bình": "50 55", "Xã Cường": "50 51" });
    expect(tell({ name: "Hồ sơ đúng hạn", measure: "%", results }).results).toBe(
      "Hồ sơ đúng hạn: các đơn vị trong Cụm đều vượt kế hoạch, trong đó rõ nhất là xã An (88%, kế hoạch 80%) và xã Bình (55%, kế hoạch 50%), tiếp theo là xã Cường (51%, kế hoạch 50%).",
    );
  });
});

test("whatever the figures, a unit named worst is worst, and all that are equally so are named with it", () => {
  const pair = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(fc.array(pair, { minLength: 2, maxLength: 8 }), (pairs) => {
      const results = against(
        Object.fromEntries(pairs.map(([planned, actual], index) => [`Xã Số ${index}`, `${planned} ${actual}`])),
      );
      const { results: text, shortfalls } = tell({ name: "Hộ nghèo", measure: "%", direction: "lower", results });
      const most = Math.max(...pairs.map(([planned, actual]) => actual / planned));
      const worst = pairs.flatMap(([planned, actual], index) => (actual / planned === most ? [`xã Số ${index}`] : []));
      for (const part of [text, shortfalls]) {
        const named = /, rõ nhất là ([^.]*)\./.exec(part.split(";").at(-1) ?? "")?.[1]?.match(/xã Số \d+/g);
        if (named) expect([...named].sort()).toEqual(worst);
      }
    }),
  );
});

describe("a loss has no percentage", () => {
  const revenue = { name: "Thu ngân sách", measure: "tỷ đồng" } as const;

  test("the only one known to have fallen short is named with its figures", () => {
    const results = { ...against({ "Xã An": "10 -2" }), "Xã Bình": null, "Xã Cường": null };
    const told = tell({ ...revenue, results });
    expect(told.results).toMatch(
      /^Thu ngân sách: 01\/03 đơn vị chưa đạt kế hoạch là xã An \(thực hiện -2 tỷ đồng, kế hoạch 10 tỷ đồng\)\./,
    );
    expect(told.shortfalls).toBe("Thu ngân sách: xã An (thực hiện -2 tỷ đồng, kế hoạch 10 tỷ đồng) chưa đạt kế hoạch.");
  });

  test("beside one that reached its plan, and as a single unit", () => {
    expect(tell({ ...revenue, results: against({ "Xã An": "10 -2", "Xã Bình": "10 11" }) }).results).toBe(
      "Thu ngân sách: 01/02 đơn vị vượt kế hoạch là xã Bình (110% KH); riêng xã An chưa đạt kế hoạch (thực hiện -2 tỷ đồng, kế hoạch 10 tỷ đồng).",
    );
    expect(tell({ ...revenue, results: against({ "Xã An": "10 -2 5" }) }).results).toBe(
      "Thu ngân sách: xã An thực hiện -2 tỷ đồng, chưa đạt kế hoạch (kế hoạch 10 tỷ đồng), giảm từ 5 tỷ đồng xuống -2 tỷ đồng so với cùng kỳ năm trước.",
    );
  });

  test("no superlative is claimed over it", () => {
    const results = against({ "Xã An": "10 -2", "Xã Bình": "10 9", "Xã Cường": "10 8", "Xã Dũng": "10 7" });
    const tail = "trong đó có xã An (thực hiện -2 tỷ đồng, kế hoạch 10 tỷ đồng).";
    expect(tell({ ...revenue, results })).toEqual({
      results: `Thu ngân sách: không đơn vị nào đạt kế hoạch, ${tail}`,
      shortfalls: `Thu ngân sách: các đơn vị trong Cụm đều chưa đạt kế hoạch, ${tail}`,
    });
  });
});

test("those not given the task are no part of 'đều' where all fell short", () => {
  const results = { ...against({ "Xã An": "10 9", "Xã Bình": "10 8" }), "Xã Cường": { assigned: false } };
  expect(tell({ results }).shortfalls).toBe(
    "Trồng rừng: 02 đơn vị được giao chỉ tiêu đều chưa đạt kế hoạch, thấp nhất là xã Bình (80% KH).",
  );
});

test("a figure just under its plan, or just over a named step, never shows the round number", () => {
  const results = against({
    "Xã An": "100 99.999",
    "Xã Bình": "100 120.04",
    "Xã Cường": "100 121",
    "Xã Dũng": "100 120.01",
    "Xã Em": "100 120.02",
  });
  expect(tell({ results }).results).toBe(
    "Trồng rừng: 04/05 đơn vị vượt kế hoạch, đều đạt trên 120% kế hoạch, cao nhất là xã Cường (121,000% KH); riêng xã An đạt 99,999% kế hoạch.",
  );
});

describe("an indicator that cannot be judged is named all the same", () => {
  test("by what is known of it: the year before", () => {
    const results = { "Sở Nội vụ": { actual: "12", previous: "10" } };
    expect(tell({ name: "Hồ sơ", measure: "hồ sơ", results }).results).toBe(
      "Hồ sơ: so với cùng kỳ năm trước, Sở Nội vụ tăng 20%. Sở Nội vụ (thực hiện 12 hồ sơ) chưa có kế hoạch về hồ sơ nên chưa tính được tỷ lệ hoàn thành.",
    );
  });

  test("given to nobody", () => {
    expect(tell({ name: "Hồ sơ", results: { "Xã An": { assigned: false } } }).results).toBe(
      "Hồ sơ: xã An không được giao chỉ tiêu này.",
    );
  });
});

describe("the year before", () => {
  test("all percentages of a sentence have the same decimals", () => {
    const results = against({ "Xã An": "1 121.7 100", "Xã Bình": "1 156.25 100", "Xã Cường": "1 101.01 100" });
    expect(tell({ results }).results).toMatch(
      /So với cùng kỳ năm trước, xã An tăng 21,70%, xã Bình tăng 56,25%, xã Cường tăng 1,01%\.$/,
    );
    expect(tell({ results: { ...results, ...against({ "Xã Dũng": "1 96.5 100" }) } }).results).toMatch(
      /So với cùng kỳ năm trước, 03\/04 đơn vị tăng, nhiều nhất là xã Bình \(tăng 56,25%\); 01\/04 đơn vị giảm là xã Dũng \(giảm 3,50%\)\.$/,
    );
  });

  test("from gain to loss and back is told by the two figures", () => {
    const results = against({ "Xã An": "10 -2 5", "Xã Bình": "10 3 -1", "Xã Cường": "10 -2 -5" });
    expect(tell({ measure: "tỷ đồng", results }).results).toMatch(
      /So với cùng kỳ năm trước, xã An giảm từ 5 tỷ đồng xuống -2 tỷ đồng, xã Bình tăng từ -1 tỷ đồng lên 3 tỷ đồng, xã Cường tăng từ -5 tỷ đồng lên -2 tỷ đồng\.$/,
    );
  });

  test("among many, a change without a percentage is no rival for 'nhiều nhất'", () => {
    const results = against({ "Xã An": "1 -2 5", "Xã Bình": "1 4 5", "Xã Cường": "1 6 5", "Xã Dũng": "1 5 5" });
    expect(tell({ measure: "tỷ đồng", results }).results).toMatch(
      /So với cùng kỳ năm trước, 01\/04 đơn vị tăng là xã Cường \(tăng 20%\); 02\/04 đơn vị giảm, trong đó có xã An \(giảm từ 5 tỷ đồng xuống -2 tỷ đồng\); 01\/04 đơn vị tương đương\.$/,
    );
  });

  test("nearly all lost is not 'giảm 100%'", () => {
    expect(tell({ results: against({ "Xã An": "1 0.01 1000", "Xã Bình": "1 1 2" }) }).results).toMatch(
      /So với cùng kỳ năm trước, xã An giảm 99,999%, xã Bình giảm 50,000%/,
    );
  });
});
