import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeIndicator } from "../../../src/documents/prose/indicator-report.js";
import { standIndicators } from "../../../src/documents/prose/indicator-standing.js";
import { describeShortfall } from "../../../src/documents/prose/shortfall-sentences.js";
import { clusterWords } from "../../../src/documents/prose/words.js";
import { type MadeIndicator, makeProgress, percents } from "../make-progress.js";

const CLUSTER = clusterWords("Cụm thi đua số 1");
const [A, B, C, D, E, F] = ["Huyện An", "Huyện Bình", "TP Cường", "Xã Dũng", "Huyện Em", "Huyện Phú"] as const;

function tell(made: MadeIndicator): string {
  const standings = standIndicators(makeProgress(made));
  return standings.flatMap((standing) => describeIndicator(standing, CLUSTER).map(({ text }) => text)).join(" ");
}

describe("against a plan", () => {
  test.each<[string, Record<string, string>, string]>([
    [
      "the three highest with their figures",
      { [A]: "100", [B]: "107.4", [C]: "116", [D]: "105" },
      "các đơn vị trong Cụm đều đạt và vượt kế hoạch, trong đó đạt cao nhất là thành phố Cường (116% KH), tiếp theo là huyện Bình (107,4% KH), xã Dũng (105% KH).",
    ],
    [
      "two clear of the rest by their common step",
      { [A]: "122", [B]: "122.5", [C]: "105" },
      "các đơn vị trong Cụm đều vượt kế hoạch, trong đó huyện Bình và huyện An đạt trên 120% kế hoạch.",
    ],
    [
      "a step by the lowest of the named (practice §3.4, pattern 5)",
      { [A]: "121.7", [B]: "125", [C]: "101" },
      "các đơn vị trong Cụm đều vượt kế hoạch, trong đó huyện Bình và huyện An đạt trên 120% kế hoạch.",
    ],
    [
      "each by its own percent when none is whole; the one that fell short with its figure",
      { [A]: "133.33", [B]: "131.5", [C]: "106", [D]: "99" },
      "03/04 đơn vị vượt kế hoạch, trong đó huyện An đạt trên 133%, huyện Bình đạt trên 131% kế hoạch; riêng xã Dũng đạt 99% kế hoạch.",
    ],
    [
      "exactly on the step is not above it",
      { [A]: "120", [B]: "121.5", [C]: "103" },
      "các đơn vị trong Cụm đều vượt kế hoạch, trong đó huyện Bình và huyện An đạt từ 120% kế hoạch trở lên.",
    ],
    [
      "more than three in the leading group are counted",
      { [A]: "121", [B]: "122", [C]: "123", [D]: "124.5", [E]: "104", [F]: "90" },
      "05/06 đơn vị vượt kế hoạch, trong đó 04 đơn vị đạt trên 120% kế hoạch, cao nhất là xã Dũng (124,5% KH); riêng huyện Phú đạt 90% kế hoạch.",
    ],
    [
      "a tie at the top is joined",
      { [A]: "125", [B]: "125", [C]: "110", [D]: "101" },
      "các đơn vị trong Cụm đều vượt kế hoạch, trong đó đạt cao nhất là huyện An và huyện Bình (cùng 125% KH), tiếp theo là thành phố Cường (110% KH).",
    ],
    ["all exactly at plan", { [A]: "100", [B]: "100" }, "các đơn vị trong Cụm đều đạt 100% kế hoạch."],
    ["all equal above plan", { [A]: "105", [B]: "105" }, "các đơn vị trong Cụm đều đạt 105% kế hoạch."],
    ["below plan everywhere", { [A]: "83", [B]: "92", [C]: "85" }, "không đơn vị nào đạt kế hoạch (83%–92% KH)."],
    ["equally below plan", { [A]: "90", [B]: "90" }, "không đơn vị nào đạt kế hoạch (cùng 90% KH)."],
    [
      "only one reached it",
      { [A]: "150", [B]: "90", [C]: "80" },
      "chỉ có 01/03 đơn vị vượt kế hoạch là huyện An (150% KH); còn huyện Bình (90% KH) và thành phố Cường (80% KH) chưa đạt kế hoạch.",
    ],
    [
      "many that fell short are counted, the lowest named",
      { [A]: "100", [B]: "90", [C]: "80", [D]: "70", [E]: "60", [F]: "100" },
      "chỉ có 02/06 đơn vị đạt 100% kế hoạch; còn 04 đơn vị chưa đạt kế hoạch, thấp nhất là huyện Em (60% KH).",
    ],
    [
      "rounding never makes a plan met or figures equal",
      { [A]: "99.96", [B]: "110.04", [C]: "110.01" },
      "02/03 đơn vị vượt kế hoạch, gồm huyện Bình và thành phố Cường đạt trên 110% kế hoạch; riêng huyện An đạt 99,96% kế hoạch.",
    ],
    ["a single unit with its amount", { [A]: "116" }, "huyện An thực hiện 116 ha, đạt 116% kế hoạch."],
  ])("%s", (_name, figures, expected) => {
    expect(tell({ results: percents(figures) })).toBe(`Trồng rừng: ${expected}`);
  });
});

describe("what is not known is said as not known", () => {
  test("a unit without figures: no 'đều', no 100%", () => {
    expect(tell({ results: { ...percents({ [A]: "100", [B]: "100" }), [C]: null } })).toBe(
      "Trồng rừng: 02/03 đơn vị đạt 100% kế hoạch. Chưa tổng hợp được số liệu của thành phố Cường về trồng rừng.",
    );
  });

  test("nobody reported", () => {
    expect(tell({ results: { [A]: { planned: "5" }, [B]: { planned: "6" } } })).toBe(
      "Chưa tổng hợp được số liệu của các đơn vị trong Cụm về trồng rừng.",
    );
  });

  test("short of plan, others unknown: 'không đơn vị nào' would claim too much", () => {
    expect(tell({ results: { ...percents({ [A]: "90", [B]: "80" }), [C]: null } })).toMatch(
      /^Trồng rừng: 02\/03 đơn vị chưa đạt kế hoạch \(80%–90% KH\)\. Chưa tổng hợp/,
    );
  });

  test("not assigned, no plan, a plan of 0", () => {
    const results = {
      ...percents({ [A]: "110", [B]: "105" }),
      [C]: { assigned: false },
      [D]: { actual: "7" },
      [E]: { planned: "0", actual: "5.5" },
    };
    expect(tell({ results })).toBe(
      "Trồng rừng: 02/04 đơn vị vượt kế hoạch, trong đó đạt cao nhất là huyện An (110% KH), tiếp theo là huyện Bình (105% KH). " +
        "Xã Dũng (thực hiện 7 ha) chưa có kế hoạch về trồng rừng nên chưa tính được tỷ lệ hoàn thành. " +
        "Huyện Em (thực hiện 5,5 ha) có kế hoạch về trồng rừng bằng 0 nên không tính được tỷ lệ hoàn thành. " +
        "Thành phố Cường không được giao chỉ tiêu này.",
    );
  });

  test("those not assigned are no part of 'đều'", () => {
    expect(tell({ results: { ...percents({ [A]: "100", [B]: "100" }), [C]: { assigned: false } } })).toMatch(
      /^Trồng rừng: 02 đơn vị được giao chỉ tiêu đều đạt 100% kế hoạch\./,
    );
  });
});

describe("other kinds of indicator", () => {
  test("lower is better: told by level, all with the same decimals", () => {
    const results = {
      [A]: { planned: "20.0", actual: "19.6" },
      [B]: { planned: "1", actual: "0.9" },
      [C]: { planned: "18", actual: "18.5" },
    };
    expect(tell({ name: "Tỷ lệ hộ nghèo", measure: "%", direction: "lower", results })).toBe(
      "Tỷ lệ hộ nghèo: 02/03 đơn vị thấp hơn mức phấn đấu, trong đó rõ nhất là huyện Bình (0,9%, mức phấn đấu 1,0%), tiếp theo là huyện An (19,6%, mức phấn đấu 20,0%); riêng thành phố Cường cao hơn mức phấn đấu (18,5%, mức phấn đấu 18,0%).",
    );
  });

  test("none of something unwanted is the best there is", () => {
    const results = { [A]: { planned: "5", actual: "4" }, [B]: { planned: "5", actual: "0" } };
    expect(tell({ name: "Cháy rừng", measure: "vụ", direction: "lower", results })).toMatch(
      /rõ nhất là huyện Bình \(0 vụ, mức phấn đấu 5 vụ\)/,
    );
  });

  test("two without any share the first place", () => {
    const results = {
      [A]: { planned: "5", actual: "0" },
      [B]: { planned: "3", actual: "0" },
      [C]: { planned: "3", actual: "4" },
    };
    expect(tell({ name: "Cháy rừng", measure: "vụ", direction: "lower", results })).toBe(
      "Cháy rừng: 02/03 đơn vị thấp hơn mức phấn đấu, trong đó rõ nhất là huyện An (0 vụ, mức phấn đấu 5 vụ) và huyện Bình (0 vụ, mức phấn đấu 3 vụ); riêng thành phố Cường cao hơn mức phấn đấu (4 vụ, mức phấn đấu 3 vụ).",
    );
  });

  test("a rate to reach", () => {
    const results = { [A]: { planned: "95", actual: "97.5" }, [B]: { planned: "95", actual: "94" } };
    expect(tell({ name: "Hồ sơ đúng hạn", measure: "%", results })).toBe(
      "Hồ sơ đúng hạn: 01/02 đơn vị vượt kế hoạch là huyện An (97,5%, kế hoạch 95,0%); riêng huyện Bình chưa đạt kế hoạch (94,0%, kế hoạch 95,0%).",
    );
  });

  test("passed or not", () => {
    const pass = (results: Record<string, boolean>) =>
      tell({
        name: "Quân sự địa phương",
        direction: "pass",
        results: Object.fromEntries(Object.entries(results).map(([unit, actual]) => [unit, { actual }])),
      });
    expect(pass({ [A]: true, [B]: true })).toBe("Quân sự địa phương: các đơn vị trong Cụm đều đạt yêu cầu.");
    expect(pass({ [A]: true, [B]: true, [C]: false })).toBe(
      "Quân sự địa phương: 02/03 đơn vị đạt yêu cầu; riêng thành phố Cường chưa đạt yêu cầu.",
    );
  });
});

describe("the year before", () => {
  const grown = (previous: Record<string, string>) => ({
    results: Object.fromEntries(
      Object.entries(previous).map(([unit, before]) => [unit, { planned: "100", actual: "100", previous: before }]),
    ),
  });

  test("a single unit, with its amount", () => {
    expect(tell({ results: { [A]: { planned: "500", actual: "580", previous: "536.34" } } })).toBe(
      "Trồng rừng: huyện An thực hiện 580 ha, đạt 116% kế hoạch, tăng 8,14% so với cùng kỳ năm trước.",
    );
  });

  test("a few units each, many by the most", () => {
    expect(tell(grown({ [A]: "80", [B]: "125" }))).toMatch(
      /So với cùng kỳ năm trước, huyện An tăng 25%, huyện Bình giảm 20%\.$/,
    );
    expect(tell(grown({ [A]: "80", [B]: "125", [C]: "100", [D]: "20" }))).toMatch(
      /So với cùng kỳ năm trước, 02\/04 đơn vị tăng, nhiều nhất là xã Dũng \(tăng gấp 5 lần\); 01\/04 đơn vị giảm là huyện Bình \(giảm 20%\); 01\/04 đơn vị tương đương\.$/,
    );
  });

  test("rates by points", () => {
    const results = { [A]: { planned: "4", actual: "4.17", previous: "4.33" } };
    expect(tell({ name: "Tỷ lệ hộ nghèo", measure: "%", direction: "lower", results })).toBe(
      "Tỷ lệ hộ nghèo: huyện An giảm còn 4,17% (giảm 0,16 điểm % so với cùng kỳ năm trước), cao hơn mức phấn đấu 4,00%.",
    );
  });
});

test("the cluster's total only where the indicator may be added up and nothing is missing", () => {
  const results = percents({ [A]: "110", [B]: "100" });
  expect(tell({ additive: true, results })).toMatch(/^Trồng rừng toàn Cụm là 210 ha, bằng 105% kế hoạch\. /);
  expect(tell({ results })).not.toMatch(/toàn Cụm/);
  expect(tell({ additive: true, results: { ...results, [C]: null } })).not.toMatch(/toàn Cụm/);
});

describe("shortfalls", () => {
  const short = (made: MadeIndicator) =>
    standIndicators(makeProgress(made)).flatMap((each) => describeShortfall(each, CLUSTER).map(({ text }) => text));

  test("nothing is said when nobody fell short", () => {
    expect(short({ results: percents({ [A]: "100", [B]: "120" }) })).toEqual([]);
  });

  test("lowest first, causes only as the data gives them", () => {
    const results = {
      [A]: { planned: "100", actual: "90", reason: "Do mưa lũ." },
      [B]: { planned: "100", actual: "80" },
      [C]: { planned: "100", actual: "100", reason: "không được kể" },
    };
    expect(short({ results })).toEqual([
      "Trồng rừng: huyện Bình (80% KH) và huyện An (90% KH) chưa đạt kế hoạch.",
      "Nguyên nhân: do mưa lũ (huyện An).",
    ]);
  });

  test("everybody short: the lowest, with a common cause said once", () => {
    const results = Object.fromEntries(
      Object.entries({ [A]: "92", [B]: "83", [C]: "83" }).map(([unit, actual]) => [
        unit,
        { planned: "100", actual, reason: "dịch tả lợn châu Phi" },
      ]),
    );
    expect(short({ name: "Tổng đàn lợn", results })).toEqual([
      "Tổng đàn lợn: các đơn vị trong Cụm đều chưa đạt kế hoạch, thấp nhất là huyện Bình và thành phố Cường (cùng 83% KH).",
      "Nguyên nhân: dịch tả lợn châu Phi.",
    ]);
  });
});

test("equal shares of unequal levels are not called the same", () => {
  const results = { [A]: { planned: "8", actual: "10" }, [B]: { planned: "16", actual: "20" } };
  const [standing] = standIndicators(
    makeProgress({ name: "Tỷ lệ hộ nghèo", measure: "%", direction: "lower", results }),
  );
  const [sentence] = standing === undefined ? [] : describeShortfall(standing, CLUSTER);
  expect(sentence?.text).toBe(
    "Tỷ lệ hộ nghèo: các đơn vị trong Cụm đều cao hơn mức phấn đấu: huyện An (10%, mức phấn đấu 8%) và huyện Bình (20%, mức phấn đấu 16%).",
  );
});

test("a sentence carries the facts it was made from", () => {
  const [standing] = standIndicators(makeProgress({ results: percents({ [A]: "110", [B]: "90" }) }));
  const [sentence] = standing === undefined ? [] : describeIndicator(standing, CLUSTER);
  const told = sentence?.facts.filter(({ what }) => what === "attainmentPercent") ?? [];
  expect(told.map(({ who, about }) => ({ who, about }))).toEqual([A, B].map((who) => ({ who, about: "Trồng rừng" })));
  expect(told.map(({ figure }) => String(figure))).toEqual(["110", "90"]);
  expect(told.flatMap(({ basis }) => basis)).toMatchObject([
    { row: { unit: { name: A } }, fields: ["planned", "actual"] },
    { row: { unit: { name: B } }, fields: ["planned", "actual"] },
  ]);
});

test("'đều' and 'không đơn vị nào' only when they hold of every unit", () => {
  const figure = fc.option(fc.integer({ min: 0, max: 3000 }), { freq: 5 });
  fc.assert(
    fc.property(fc.array(figure, { minLength: 2, maxLength: 9 }), (figures) => {
      const results = Object.fromEntries(
        figures.map((tenths, index) => [
          `Xã Số ${index}`,
          { planned: "100", ...(tenths === null ? {} : { actual: String(tenths / 10) }) },
        ]),
      );
      const [first = ""] = tell({ results }).split(". ");
      const everyoneReached = figures.every((tenths) => tenths !== null && tenths >= 1000);
      const nobodyReached = figures.every((tenths) => tenths !== null && tenths < 1000);
      expect(first.includes("các đơn vị trong Cụm đều")).toBe(everyoneReached);
      expect(first.includes("không đơn vị nào")).toBe(nobodyReached);
      expect(first).not.toMatch(/undefined|null|NaN|\(\)/);
    }),
  );
});
