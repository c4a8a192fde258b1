import { computeAttainment } from "../../src/domain/attainment.js";
import { buildRubric, type Rubric } from "../../src/domain/build-rubric.js";
import type { Direction, Measurement } from "../../src/domain/indicator.js";
import { nameKey } from "../../src/domain/name.js";
import { exact, toPlain } from "../../src/domain/number.js";
import type { Problem } from "../../src/domain/problem.js";
import { type CriterionRecord, NOTHING_GIVEN, type Round } from "../../src/domain/rubric.js";
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
  const { rubric, problems } = buildRubric(makeRecords(...rows), "thang-diem.csv");
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return rubric;
}

/** Problems of rows as "row column code". */
export function listProblems(...rows: MadeRow[]): string[] {
  const tell = ({ row, column, code, severity }: Problem) =>
    `${row} ${column} ${code}${severity === "warning" ? " (lưu ý)" : ""}`;
  return buildRubric(makeRecords(...rows), "thang-diem.csv").problems.map(tell);
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
  const directionOf = (indicator: string) => directions[indicator] ?? "higher";
  return scoreUnits({
    rubric,
    units: Object.keys(units),
    decimals,
    directionOf,
    awardsOf: (unit) => units[unit]?.awards ?? [],
    givenOf: (unit, code) => {
      const given = Object.entries(units[unit]?.given ?? {}).find(([key]) => nameKey(key) === nameKey(code))?.[1] ?? {};
      const scores = Object.entries(given).map(([part, text]) => [part, exact(text)]);
      return { ...NOTHING_GIVEN, ...Object.fromEntries(scores) };
    },
    resultOf: (unit, indicator): AssessedResult | null => {
      const results = units[unit]?.results ?? {};
      const figures = Object.entries(results).find(([name]) => nameKey(name) === nameKey(indicator))?.[1];
      if (figures === undefined) return null;
      const [planned, actual] = figures === "none" ? [null, null] : figures;
      const result = { assigned: figures !== "none", planned, actual };
      return { ...result, ...computeAttainment(result, directionOf(indicator)) };
    },
  });
}

/** Score, base, bonus and deduction of a unit as plain decimals. */
export function totals({ score, base, bonus, deduction }: UnitScore): string[] {
  return [score, base, bonus, deduction].map((points) => toPlain(points, 4));
}
