import { expect, test } from "vitest";
import { buildRubric } from "../../src/domain/build-rubric.js";
import { PROGRAM_LAW } from "../../src/domain/law/law.js";
import type { CriterionRecord } from "../../src/domain/rubric.js";
import { RULES } from "../../src/domain/rules/index.js";

/** Rows as [code, max, rule?, indicator?, parameters?], numbered from spreadsheet row 2. */
function rows(...given: [string, string | null, string?, string?, string?][]): CriterionRecord[] {
  return given.map(([code, max, rule, indicator, parameters], index) => ({
    row: index + 2,
    code,
    name: `Tiêu chí ${code}`,
    max,
    rule: rule ?? null,
    indicator: indicator ?? null,
    parameters: parameters ?? null,
    bonusCap: null,
    deductionCap: null,
  }));
}

const codes = (records: CriterionRecord[]) =>
  buildRubric(records, "thang-diem.csv", PROGRAM_LAW.findAward).problems.map(
    ({ row, column, code }) => `${row} ${column} ${code}`,
  );

test("parents are found by code, whatever the depth and the separator", () => {
  const { rubric, problems } = buildRubric(
    rows(
      ["I", "30"],
      ["I.1", "10", "truc-tiep"],
      ["I.2", "20"],
      ["I.2.a", "5", "truc-tiep"],
      ["I.2.b", "15", "truc-tiep"],
      ["II", "10"],
      ["II.1", "10", "truc-tiep"],
    ),
    "f",
    PROGRAM_LAW.findAward,
  );
  expect(problems).toEqual([]);
  expect(rubric.criteria.map(({ parent }) => parent)).toEqual([null, 0, 0, 2, 2, null, 5]);
  expect(rubric.maxScore.toString()).toBe("40");
});

test("II is not a child of I, and 12 not one of 1", () => {
  const { rubric } = buildRubric(
    rows(["I", "1", "truc-tiep"], ["II", "1", "truc-tiep"], ["1", "1", "truc-tiep"], ["12", "1", "truc-tiep"]),
    "f",
    PROGRAM_LAW.findAward,
  );
  expect(rubric.criteria.every(({ parent }) => parent === null)).toBe(true);
});

test("a letter followed by a number is a child of the letter", () => {
  const { rubric } = buildRubric(
    rows(["a", "6"], ["a1", "3", "truc-tiep"], ["a2", "3", "truc-tiep"]),
    "f",
    PROGRAM_LAW.findAward,
  );
  expect(rubric.criteria.map(({ parent }) => parent)).toEqual([null, 0, 0]);
});

test("a parent whose children do not add up is refused with the sum", () => {
  const { problems } = buildRubric(
    rows(["I", "30"], ["I.1", "10", "truc-tiep"], ["I.2", "15", "truc-tiep"]),
    "f",
    PROGRAM_LAW.findAward,
  );
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ row: 2, column: "Điểm tối đa", code: "sum-mismatch", severity: "error" });
  expect(problems[0]?.message).toBe("Điểm tối đa 30 khác tổng các tiêu chí con 25 (I.1: 10; I.2: 15).");
});

test("every fault of a sheet is listed, each at its cell", () => {
  expect(
    codes(
      rows(
        ["I", "60", "ty-le"],
        ["I.1", "10", "tyle", "Trồng rừng"],
        ["I.1", "10", "truc-tiep"],
        ["I.2", null, "truc-tiep"],
        ["I.3", "10"],
        ["I.4", "10", "ty-le"],
        ["I.5", "10", "ty-le", "Trồng rừng", "sàng=70"],
        ["I.6", "-5", "truc-tiep"],
      ),
    ),
  ).toEqual([
    "4 Mã duplicate-code",
    "2 Cách chấm rule-on-parent",
    "3 Cách chấm unknown-rule",
    "5 Điểm tối đa missing-value",
    "6 Cách chấm missing-value",
    "7 Chỉ tiêu missing-value",
    "8 Tham số bad-parameter",
    "9 Điểm tối đa negative-max",
    "2 Điểm tối đa sum-mismatch",
  ]);
});

test("hints name what the rule takes and the nearest known word", () => {
  const { problems } = buildRubric(
    rows(["1", "10", "tyle", "X"], ["2", "10", "ty-le", "X", "sàng=70"]),
    "f",
    PROGRAM_LAW.findAward,
  );
  expect(problems[0]?.hint).toBe(
    `Có phải là "ty-le" (theo tỷ lệ hoàn thành kế hoạch)? Các cách chấm hiện có: ${RULES.map(({ id }) => id).join(", ")}.`,
  );
  expect(problems[1]?.message).toBe('Không có tham số "sàng". Có phải là "sàn"?');
  expect(problems[1]?.hint).toContain('"ty-le" nhận: sàn=');
});

test("a bonus without a cap is a warning, unless the sheet has a cap of its own", () => {
  const record = rows(["1", "10", "ty-le", "X", "thưởng=1 mỗi 1%"]);
  expect(
    buildRubric(record, "f", PROGRAM_LAW.findAward).problems.map(({ severity, code }) => [severity, code]),
  ).toEqual([["warning", "unbounded-bonus"]]);
  expect(
    buildRubric(
      record.map((one) => ({ ...one, bonusCap: "2" })),
      "f",
      PROGRAM_LAW.findAward,
    ).problems,
  ).toEqual([]);
});

test("a group that states no points has those of what stands below it, at any depth", () => {
  const { rubric, problems } = buildRubric(
    rows(
      ["I", null],
      ["I.1", null],
      ["I.1.a", "2.5", "truc-tiep"],
      ["I.1.b", "7", "truc-tiep"],
      ["I.2", "10", "truc-tiep"],
      ["II", "5", "truc-tiep"],
    ),
    "f",
    PROGRAM_LAW.findAward,
  );
  expect(problems).toEqual([]);
  expect(rubric.criteria.slice(0, 2).map(({ max }) => max.toString())).toEqual(["19.5", "9.5"]);
  expect(rubric.maxScore.toString()).toBe("24.5");
});
