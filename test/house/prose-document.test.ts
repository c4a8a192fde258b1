import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeIndicators } from "../../src/documents/prose/indicator-report.js";
import { standIndicators } from "../../src/documents/prose/indicator-standing.js";
import { describeShortfalls } from "../../src/documents/prose/shortfall-sentences.js";
import { clusterWords } from "../../src/documents/prose/words.js";
import { type MadeIndicator, makeProgress, percents } from "../documents/make-progress.js";

const CLUSTER = clusterWords("Cụm thi đua số 1");
const [A, B, C] = ["Huyện An", "Huyện Bình", "Huyện Cường"] as const;
const POVERTY = { name: "Tỷ lệ hộ nghèo", measure: "%", direction: "lower" } as const;

/** Data that lead to the page's examples, in its order. */
const EXAMPLES: readonly (readonly MadeIndicator[])[] = [
  [{ results: percents({ [A]: "116", [B]: "107.4", [C]: "100" }) }],
  [{ results: percents({ [A]: "122", [B]: "121.5", [C]: "104" }) }],
  [{ results: percents({ [A]: "150", [B]: "90", [C]: "80" }) }],
  [{ name: "Tổng đàn lợn", results: percents({ [A]: "92", [B]: "83" }) }],
  [
    {
      additive: true,
      results: {
        [A]: { planned: "100", actual: "110", previous: "100" },
        [B]: { planned: "100", actual: "100", previous: "100" },
      },
    },
  ],
  [{ ...POVERTY, results: { [A]: { planned: "5", actual: "4.4" }, [B]: { planned: "5", actual: "6" } } }],
  [{ results: { ...percents({ [A]: "100" }), [B]: null } }],
  [{ results: { [A]: { planned: "500", actual: "580", previous: "536.35" } } }],
  [{ ...POVERTY, results: { [A]: { planned: "4", actual: "4.17", previous: "4.33" } } }],
  [{ results: { [A]: { planned: "500", actual: "580", otherPlans: { "HĐND huyện giao": "550" } } } }],
  [
    {
      measure: "tỷ đồng",
      results: {
        [A]: { planned: "1", actual: "3.4", previous: "1" },
        [B]: { planned: "1", actual: "2", previous: "2" },
        [C]: { planned: "1", actual: "-2", previous: "5" },
      },
    },
  ],
  Array.from({ length: 13 }, (_, index) => ({
    name: `Việc ${index + 1}`,
    results: percents({ [A]: "110", [B]: index < 2 ? "105" : "95" }),
  })),
  [{ results: { [A]: { planned: "100", actual: "90", reason: "mưa lũ" }, ...percents({ [B]: "80", [C]: "100" }) } }],
];

test("every example of docs/prose.md is a sentence the program writes", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "prose.md"), "utf8");
  const examples = [...page.matchAll(/^> (.+)$/gm)].map(([, sentence]) => sentence);
  const told = EXAMPLES.flatMap((made) => {
    const rows = makeProgress(...made);
    const results = describeIndicators(rows, CLUSTER).flatMap(({ paragraphs }) => paragraphs.flat());
    return [...results, ...describeShortfalls(standIndicators(rows), CLUSTER).flat()].map(({ text }) => text);
  });
  expect(examples.filter((sentence) => sentence !== undefined && !told.includes(sentence))).toEqual([]);
  expect(examples.length).toBeGreaterThanOrEqual(EXAMPLES.length);
});
