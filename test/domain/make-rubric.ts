import { computeAttainment } from "../../src/domain/attainment.js";
import { buildRubric } from "../../src/domain/build-rubric.js";
import type { Direction, Measurement } from "../../src/domain/indicator.js";
import { PROGRAM_LAW } from "../../src/domain/law/law.js";
import { nameKey } from "../../src/domain/name.js";
import { toPlain } from "../../src/domain/number.js";
import type { Problem } from "../../src/domain/problem.js";
import { type CriterionRecord, NOTHING_GIVEN, type Round, readGiven } from "../../src/domain/rubric.js";
import type { Rubric } from "../../src/domain/rubric-tree.js";
import type { AssessedResult, UnitFacts } from "../../src/domain/rules/rule.js";
import { scoreUnits, type UnitScore } from "../../src/domain/scoring.js";

/** One row of a rubric; a code of "" is the row of the total. */
export interface MadeRow extends Partial<Omit<CriterionRecord, "code" | "row">> {
  code: string;
}

/** Rows numbered from spreadsheet row 2. */
export function makeRecords(...rows: MadeRow[]): CriterionRecord[] {
  const blank = { max: null, rule: null, indicator: null, parameters: null, bonusCap: null, deductionCap: null };
  return rows.map((row, index) => ({ ...blank, name: `Tiêu chí ${row.code}`, ...row, row: index + 2 }));
}

/** The rubric of rows that must make sense; warnings do no harm. */
export function makeRubric(...rows: MadeRow[]): Rubric {
  const { rubric, problems } = buildRubric(makeRecords(...rows), "thang-diem.csv", PROGRAM_LAW.findAward);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return rubric;
}

/** Problems of rows as "row column code". */
export function listProblems(...rows: MadeRow[]): string[] {
  const tell = ({ row, column, code, severity }: Problem) =>
    `${row} ${column} ${code}${severity === "warning" ? " (lưu ý)" : ""}`;
  return buildRubric(makeRecords(...rows), "thang-diem.csv", PROGRAM_LAW.findAward).problems.map(tell);
}

/** What is known of one unit. */
export interface MadeUnit {
  /** By indicator: [planned, actual], or "none" for not assigned. */
  results?: Record<string, readonly [planned: Measurement, actual: Measurement] | "none">;
  /** By code of the criterion. */
  given?: Record<string, Partial<Record<Round | "cases", string>>>;
  awards?: UnitFacts["awards"];
}

export function scoreAll(
  rubric: Rubric,
  units: Record<string, MadeUnit>,
  directions: Record<string, Direction> = {},
  decimals = 2,
): UnitScore[] {
  const byKey = <T, R>(record: Record<string, T> | undefined, read: (value: T, key: string) => R) =>
    new Map(Object.entries(record ?? {}).map(([key, value]) => [nameKey(key), read(value, key)]));
  const known = new Map(
    Object.entries(units).map(([name, { results, given, awards = [] }]) => {
      const assessed = byKey(results, (figures, indicator): AssessedResult => {
        const [planned, actual] = figures === "none" ? [null, null] : figures;
        const result = { assigned: figures !== "none", planned, actual };
        return { ...result, ...computeAttainment(result, directions[indicator] ?? "higher") };
      });
      const marks = byKey(given, readGiven);
      return [name, { assessed, marks, awards }];
    }),
  );
  return scoreUnits({
    rubric,
    units: Object.keys(units),
    decimals,
    directionOf: (indicator) => directions[indicator] ?? "higher",
    awardsOf: (unit) => known.get(unit)?.awards ?? [],
    givenOf: (unit, code) => known.get(unit)?.marks.get(nameKey(code)) ?? NOTHING_GIVEN,
    resultOf: (unit, indicator) => known.get(unit)?.assessed.get(nameKey(indicator)) ?? null,
  });
}

/** Score, base, bonus and deduction of a unit as plain decimals. */
export function totals({ score, base, bonus, deduction }: UnitScore): string[] {
  return [score, base, bonus, deduction].map((points) => toPlain(points, 4));
}
