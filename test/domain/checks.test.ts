import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildRubric } from "../../src/domain/build-rubric.js";
import type { CheckedScore, CheckedYear } from "../../src/domain/checks/check.js";
import { CHECKS, checkYear } from "../../src/domain/checks/index.js";
import { PROGRAM_LAW } from "../../src/domain/law/law.js";
import { exact } from "../../src/domain/number.js";
import type { ProgressRow } from "../../src/domain/progress.js";
import { type MadeIndicator, type MadeResult, makeProgress } from "../documents/make-progress.js";

function makeYear(progress: ProgressRow[], more: Partial<CheckedYear> = {}): CheckedYear {
  return {
    year: 2021,
    units: [...new Map(progress.map(({ unit }) => [unit.id, unit])).values()],
    progress,
    isCorrected: () => false,
    resultLastYear: () => null,
    rubrics: [],
    awards: [],
    history: [],
    decider: null,
    law: PROGRAM_LAW,
    subjectOfName: () => null,
    today: "2022-02-01",
    ...more,
  };
}

/** "code: unit" of everything found. */
const codes = (year: CheckedYear) =>
  checkYear(year).flatMap(({ check, found }) => found.map(({ unit }) => `${check.code}: ${unit?.name ?? "-"}`));

const one = (result: MadeResult, indicator: Partial<MadeIndicator> = {}) =>
  codes(makeYear(makeProgress({ ...indicator, results: { A: result, B: { planned: "10", actual: "11" } } })));

test.each<[string, MadeResult, Partial<MadeIndicator>, string[]]>([
  ["three times the plan to the digit", { planned: "100", actual: "300" }, {}, []],
  ["a hair over three times", { planned: "100", actual: "300.01" }, {}, ["far-over-plan: A"]],
  ["a ceiling kept four times over", { planned: "4", actual: "1" }, { direction: "lower" }, ["far-over-plan: A"]],
  ["two hundredths of the plan", { planned: "100", actual: "2" }, {}, []],
  ["a fraction for a share", { planned: "95", actual: "0.952" }, { measure: "%" }, ["far-under-plan: A"]],
  ["nothing done", { planned: "100", actual: "0" }, {}, []],
  ["Đạt", { planned: null, actual: true }, { direction: "pass" }, []],
  [
    "a rate over the whole",
    { planned: "97", actual: "100.5" },
    { name: "Tỷ lệ bao phủ", measure: "%" },
    ["rate-over-100: A"],
  ],
  ["a rate of growth", { planned: "97", actual: "100.5" }, { name: "Tốc độ tăng", measure: "%" }, []],
  [
    "a name of trouble, higher better",
    { planned: "5", actual: "3" },
    { name: "Số vụ tai nạn giao thông" },
    ["direction-doubtful: -"],
  ],
  ["trouble, lower better", { planned: "5", actual: "3" }, { name: "Số vụ vi phạm", direction: "lower" }, []],
  ["less of a trouble", { planned: "5", actual: "6" }, { name: "Số hộ thoát nghèo" }, []],
  ["trouble dealt with", { planned: "90", actual: "95" }, { name: "Tỷ lệ giải quyết khiếu nại đúng hạn" }, []],
  ["no plan, but others have one", { actual: "5" }, {}, ["missing-plan: A"]],
  ["a plan of nothing", { planned: "0", actual: "5" }, {}, ["zero-plan: A"]],
  [
    "words",
    { planned: "5", actual: { text: "Xuất siêu", low: null, high: null, operator: null } },
    {},
    ["result-not-a-number: A"],
  ],
  ["not assigned", { assigned: false }, {}, []],
  ["a wrong percentage", { planned: "9", actual: "10", percent: "112" }, {}, ["stated-differs: A"]],
  ["a rounded one", { planned: "9", actual: "10", percent: "111" }, {}, ["stated-rounding: A"]],
  ["one within the tolerance", { planned: "9", actual: "10", percent: "111.1" }, {}, []],
])("%s", (_what, result, indicator, expected) => {
  expect(one(result, indicator)).toEqual(expected);
});

test.each([
  ["8.78", "1.1", false],
  ["8.8", "1.1", true],
  ["12.5", "1", true],
  ["12.51", "1", false],
  ["1263", "121.4", true],
  ["3.95", "39.1", true],
  ["1250", "1.01", true],
  ["400000", "1.5", false],
  ["50", "5", false],
  ["51", "5", true],
  ["0", "5", false],
])("%s after %s last year is a tenfold move: %s", (actual, previous, isTold) => {
  const found = one({ planned: actual === "0" ? "1" : actual, actual, previous });
  expect(found.includes("moved-tenfold: A")).toBe(isTold);
});

test("money is compared in one measure, and last year's import stands in for a missing column", () => {
  const progress = makeProgress({
    measure: null,
    results: { A: { planned: "4000", actual: "4017", measure: "triệu đồng" } },
  });
  const result = progress[0]?.result;
  if (result == null) throw new Error("no result");
  const before = (actual: string, measure: string) =>
    codes(makeYear(progress, { resultLastYear: () => ({ ...result, actual, measure }) }));
  expect(before("3.95", "tỷ đồng")).toEqual([]);
  expect(before("3.95", "triệu đồng")).toEqual(["moved-tenfold: A"]);
});

test("a figure whose size is doubted is told once, by the first check that doubts it", () => {
  expect(one({ planned: "97", actual: "985", previous: "96.2" }, { name: "Tỷ lệ bao phủ", measure: "%" })).toEqual([
    "moved-tenfold: A",
  ]);
});

test("a unit that sent nothing is told once, one that sent something for each gap", () => {
  const progress = makeProgress(
    { name: "X", results: { A: { planned: "1", actual: "1" }, B: null, C: { planned: "1" } } },
    { name: "Y", results: { A: null, B: null, C: { planned: "5", actual: "6" } } },
  );
  expect(codes(makeYear(progress))).toEqual(["unit-without-results: B", "missing-result: A", "missing-result: C"]);
});

test("an indicator without any plan is told of no single unit", () => {
  expect(codes(makeYear(makeProgress({ results: { A: { actual: "5" }, B: { actual: "7" } } })))).toEqual([
    "missing-plan: -",
  ]);
});

const exactly = (figures: string[], actual = figures) =>
  codes(
    makeYear(
      makeProgress(
        ...figures.map((planned, index) => ({
          name: `I${index}`,
          results: { A: { planned, actual: actual[index] ?? null }, B: { planned, actual: `${planned}.5` } },
        })),
      ),
    ),
  );

test("everything exactly as planned is told from three figures on", () => {
  expect(exactly(["10", "20"])).toEqual([]);
  expect(exactly(["10", "20", "30"])).toEqual(["unit-exactly-met: A"]);
  expect(exactly(["10", "20", "30"], ["10", "20", "30.1"])).toEqual([]);
});

test("an indicator met exactly by all of three units is told of its cluster", () => {
  const plan = (actual: string) => ({ planned: "10", actual });
  expect(codes(makeYear(makeProgress({ results: { A: plan("10"), B: plan("10"), C: plan("10") } })))).toEqual([
    "indicator-exactly-met: -",
  ]);
  expect(codes(makeYear(makeProgress({ results: { A: plan("10"), B: plan("10"), C: plan("11") } })))).toEqual([]);
});

const copied = (...figures: string[]) => {
  const indicators = figures.map((actual, index) => ({
    name: `I${index}`,
    results: { A: { planned: "333.3", actual }, B: { planned: "222.2", actual }, C: { planned: "100", actual: "101" } },
  }));
  return codes(makeYear(makeProgress(...indicators)));
};

test("the same figures in two units are told from three telling ones on", () => {
  expect(copied("271.4", "318")).toEqual([]);
  expect(copied("271.4", "318", "299")).toEqual(["identical-results: B"]);
  expect(copied("271.4", "318", "290")).toEqual([]);
});

test("a figure that six units share says nothing", () => {
  const results = Object.fromEntries(
    ["A", "B", "C", "D", "E", "F"].map((unit) => [unit, { planned: "300", actual: "311" }]),
  );
  const indicators = ["X", "Y", "Z"].map((name) => ({ name, results }));
  expect(codes(makeYear(makeProgress(...indicators)))).toEqual([]);
});

test("measures are mixed only when they differ in more than spelling; money is the graver case", () => {
  const mixed = (...measures: string[]) =>
    codes(
      makeYear(
        makeProgress({
          measure: null,
          results: Object.fromEntries(
            measures.map((measure, index) => [`U${index}`, { planned: "10", actual: "11", measure }]),
          ),
        }),
      ),
    );
  expect(mixed("triệu đồng", "Tr.đ", "triệu đồng")).toEqual([]);
  expect(mixed("tỷ đồng", "triệu đồng", "triệu đồng")).toEqual(["mixed-money-measures: U0"]);
  expect(mixed("ha", "ha", "m2")).toEqual(["mixed-measures: U2"]);
});

const criterion = (
  code: string,
  max: string,
  more: { rule?: string; indicator?: string; parameters?: string } = {},
) => ({
  row: 2,
  code,
  name: `Tiêu chí ${code}`,
  max,
  rule: "truc-tiep",
  indicator: null,
  parameters: null,
  bonusCap: null,
  deductionCap: null,
  ...more,
});

/** Scores of unit A, [self, cross, verified] by criterion, each worth 10. */
function scored(
  given: Record<string, [string | null, string | null, string | null]>,
  codesOf = Object.keys(given),
): string[] {
  const progress = makeProgress({ results: { A: { planned: "10", actual: "11" } } });
  const { rubric, problems } = buildRubric(
    codesOf.map((code) => criterion(code, "10")),
    "f",
    PROGRAM_LAW.findAward,
  );
  const read = (text: string | null) => (text === null ? null : exact(text));
  const scores = Object.entries(given).map(
    ([codeKey, [self, cross, verified]]): CheckedScore => ({
      unitId: 1,
      codeKey,
      self: read(self),
      cross: read(cross),
      verified: read(verified),
      cases: null,
      assigned: true,
      sourceOf: () => ({ importId: 1, row: 2 }),
    }),
  );
  const units = progress.map(({ unit }) => unit);
  return codes(makeYear(progress, { rubrics: [{ rubric, problems, importId: 1, units, scores }] }));
}

test("a self-score is far above from a fifth of the maximum on, and so is a total from a tenth", () => {
  expect(scored({ "1": ["9.99", null, "8"] })).toEqual([]);
  expect(scored({ "1": ["10", null, "8"] })).toEqual(["self-above-verified: A"]);
  expect(scored({ "1": ["10", "8", null] })).toEqual(["self-above-verified: A"]);
  expect(scored({ "1": ["10", null, "9"], "2": ["10", null, "9"], "3": ["10", null, "9"] })).toEqual([
    "self-total-above-verified: A",
  ]);
  expect(scored({ "1": ["10", null, "9"], "2": ["10", null, "9"] })).toEqual([]);
  expect(scored({ "1": ["5", null, "9"] })).toEqual([]);
});

test("scores that are missing, over the maximum, or of no criterion are told", () => {
  expect(scored({ "1": [null, "9", null] })).toEqual(["missing-self-score: A"]);
  expect(scored({ "1": ["9", null, null] }, ["1", "2"])).toEqual(["missing-score: A"]);
  expect(scored({}, ["1", "2", "3"])).toEqual(["missing-score: A"]);
  expect(scored({ "1": ["10.1", null, "10"] })).toEqual(["over-maximum: A"]);
  expect(scored({ "1": ["9", null, "9"], cu: ["9", null, "9"] }, ["1"])).toEqual(["score-without-criterion: A"]);
});

test("a bonus without a cap is told of its criterion, one under a capped parent is not", () => {
  const told = (bonusCap: string | null) => {
    const progress = makeProgress({ name: "X", results: { A: { planned: "10", actual: "11" } } });
    const leaf = { ...criterion("I.1", "10"), rule: "ty-le", indicator: "X", parameters: "thưởng=1 mỗi 1%", row: 3 };
    const { rubric, problems } = buildRubric(
      [{ ...criterion("I", "10"), rule: null, bonusCap }, leaf],
      "f",
      PROGRAM_LAW.findAward,
    );
    const units = progress.map(({ unit }) => unit);
    return checkYear(makeYear(progress, { rubrics: [{ rubric, problems, importId: 7, units, scores: [] }] }));
  };
  expect(told("5")).toEqual([]);
  expect(told(null).map(({ found }) => found)).toMatchObject([
    [{ criterion: { code: "I.1" }, place: { source: { importId: 7, row: 3 }, field: "parameters" } }],
  ]);
});

test("each check has a code of its own, and every file of checks is in the list", () => {
  expect(new Set(CHECKS.map(({ code }) => code)).size).toBe(CHECKS.length);
  for (const list of ["checks", "eligibility"]) {
    const folder = join(import.meta.dirname, "../../src/domain", list);
    const index = readFileSync(join(folder, "index.ts"), "utf8");
    const files = readdirSync(folder).filter((name) => name !== "index.ts" && name !== "nominee.ts");
    expect(files.filter((name) => !index.includes(`"./${name.replace(/\.ts$/, ".js")}"`))).toEqual([]);
  }
});
