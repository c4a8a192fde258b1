import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeIndicator } from "../../../src/documents/prose/indicator-report.js";
import { standIndicators } from "../../../src/documents/prose/indicator-standing.js";
import { describeOverview } from "../../../src/documents/prose/overview-sentences.js";
import { makeSentence, type Sentence } from "../../../src/documents/prose/sentence.js";
import { describeShortfall } from "../../../src/documents/prose/shortfall-sentences.js";
import { clusterWords } from "../../../src/documents/prose/words.js";
import { findWritten, listNumbers, tells } from "../../../src/documents/prose/written-figures.js";
import { exact } from "../../../src/domain/number.js";
import { type MadeIndicator, type MadeResult, makeProgress } from "../make-progress.js";

const CLUSTER = clusterWords("Cụm thi đua số 1");

/** All that is said of these indicators. */
function tellAll(made: readonly MadeIndicator[]): Sentence[] {
  const standings = standIndicators(makeProgress(...made));
  return [
    ...describeOverview(standings, CLUSTER),
    ...standings.flatMap((standing) => describeIndicator(standing, CLUSTER)),
    ...standings.flatMap((standing) => describeShortfall(standing, CLUSTER)),
  ];
}

/** Numbers of the sentence that none of its facts gives. */
function listUnfounded({ text, facts }: Sentence): string[] {
  return listNumbers(text, facts)
    .filter((number) => !facts.some((fact) => tells(number, fact)))
    .map((number) => number.text);
}

const amount = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map(String),
  fc.integer({ min: -50, max: 5000 }).map((hundredths) => (hundredths / 100).toFixed(2)),
  fc.integer({ min: 1000, max: 9_000_000 }).map(String),
);
const range = fc.constantFrom("6,6-6,8", "<4", ">2.300").map((text) => {
  const [low = null, high = null] =
    text
      .replace(/\./g, "")
      .replace(/,/g, ".")
      .match(/\d+(\.\d+)?/g) ?? [];
  const operator = text.startsWith("<") ? "<" : text.startsWith(">") ? ">" : "range";
  return { text, low: operator === "<" ? null : low, high: operator === "<" ? low : high, operator } as const;
});
const result: fc.Arbitrary<MadeResult | null> = fc.option(
  fc.record(
    {
      planned: fc.oneof({ weight: 6, arbitrary: amount }, { weight: 1, arbitrary: range }),
      actual: fc.oneof({ weight: 8, arbitrary: amount }, { weight: 1, arbitrary: fc.boolean() }),
      previous: amount,
      assigned: fc.constantFrom(true, true, true, true, false),
      reason: fc.constantFrom("mưa lũ 3 đợt", "dịch tả lợn châu Phi"),
    },
    { requiredKeys: [] },
  ),
  { freq: 8 },
);
const UNITS = ["Huyện An", "Phường 1", "TP. Cường", "Sở Nông nghiệp và Môi trường", "Xã Số 12", "Xã Em", "Xã Gia"];
const indicator: fc.Arbitrary<MadeIndicator> = fc
  .record({
    name: fc.constantFrom("Trồng rừng", "Tỷ lệ hộ nghèo", "Xã đạt 19 tiêu chí", "GRDP"),
    measure: fc.constantFrom("ha", "%", null, "1.000 con", "tỷ đồng"),
    direction: fc.constantFrom("higher", "higher", "lower", "pass"),
    additive: fc.boolean(),
    results: fc.array(result, { minLength: 1, maxLength: UNITS.length }),
  })
  .map(({ results, ...rest }) => ({
    ...(rest as Omit<MadeIndicator, "results">),
    results: Object.fromEntries(results.map((each, index) => [UNITS[index] ?? "", each])),
  }));

test("whatever the data, every number of a sentence is one of its facts, and every sentence rests on some", () => {
  fc.assert(
    fc.property(fc.array(indicator, { minLength: 1, maxLength: 6 }), (made) => {
      for (const sentence of tellAll(made)) {
        expect(listUnfounded(sentence), sentence.text).toEqual([]);
        expect(sentence.facts.length, sentence.text).toBeGreaterThan(0);
      }
    }),
    { numRuns: 400 },
  );
});

describe("numbers of a sentence", () => {
  const fact = (figure: string, measure: string | null = null, about = "Trồng rừng") =>
    ({ who: "Phường 1", about, what: "actual", figure: exact(figure), measure, basis: [] }) as const;

  test("are read as offices write them, and not in names, measures or codes", () => {
    const facts = [fact("5", "1.000 con", "Xã đạt 19 tiêu chí")];
    const text = "Xã đạt 19 tiêu chí: Phường 1 có 06 tập thể, 1.454 người, 5 1.000 con, giảm 0,16 điểm %, -2 tỷ, QĐ12.";
    expect(listNumbers(text, facts).map((number) => number.text)).toEqual(["06", "1.454", "5", "0,16 điểm %", "-2"]);
  });

  test("a percentage is not an amount of the same size", () => {
    expect(findWritten("Đạt 50% kế hoạch", fact("50", "ha"), [])).toBeNull();
    expect(findWritten("Thực hiện 50 ha", fact("50", "ha"), [])).toBe("50");
  });

  test("a fact that a sentence may give is kept only when it does", () => {
    const derived = ["6", "7"].map((figure) => fact(figure));
    expect(makeSentence("06 đơn vị vượt", [], derived).facts).toEqual([derived[0]]);
  });
});
