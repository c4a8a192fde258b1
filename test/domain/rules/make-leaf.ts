import { computeAttainment } from "../../../src/domain/attainment.js";
import type { Direction, Measurement } from "../../../src/domain/indicator.js";
import { PROGRAM_LAW } from "../../../src/domain/law/law.js";
import { exact, toPlain } from "../../../src/domain/number.js";
import { type Round, readGiven } from "../../../src/domain/rubric.js";
import { RULES } from "../../../src/domain/rules/index.js";
import type { AssessedResult, LeafScore, ReadyRule, UnitFacts } from "../../../src/domain/rules/rule.js";

export type Pair = [planned: Measurement, actual: Measurement];
export type Leaf = [rule: string, parameters: string | null, max: string | number];

/** The rule with its parameters read. */
export function readLeaf([rule, parameters, max]: Leaf): ReadyRule {
  const found = RULES.find(({ id }) => id === rule);
  const ready = found?.read(parameters, exact(max), PROGRAM_LAW.findAward);
  if (ready === undefined || ready.source === "children") throw new Error(rule);
  return ready;
}

export function assess([planned, actual]: Pair, direction: Direction = "higher", measure = "ha"): AssessedResult {
  const result = { assigned: true, planned, actual, measure };
  return { ...result, ...computeAttainment(result, direction) };
}

/** Not given to the unit. */
export const NOT_ASSIGNED: AssessedResult = {
  ...{ assigned: false, planned: null, actual: null },
  ...computeAttainment({ assigned: false, planned: null, actual: null }, "higher"),
};

export interface Around {
  direction?: Direction;
  measure?: string;
  peers?: Pair[];
  given?: Partial<Record<Round | "cases", string>>;
  /** Other indicators of the unit. */
  others?: Record<string, AssessedResult>;
  awards?: UnitFacts["awards"];
  rounds?: Round[];
  standing?: Partial<UnitFacts["standing"]>;
}

/** Scores one leaf of one unit by its rule alone. */
export function scoreLeaf(leaf: Leaf, own: Pair | AssessedResult | null, around: Around = {}): LeafScore {
  const { direction = "higher", measure, peers = [], given = {}, others = {} } = around;
  const ready = readLeaf(leaf);
  const result = Array.isArray(own) ? assess(own, direction, measure) : own;
  return ready.score({
    max: exact(leaf[2]),
    direction,
    result,
    peers: [...peers.map((pair) => assess(pair, direction, measure)), ...(result === null ? [] : [result])],
    given: readGiven(given),
    room: { bonus: ready.bonus, deduction: ready.deduction },
    facts: {
      resultOf: (indicator) => others[indicator] ?? null,
      awards: around.awards ?? [],
      rounds: new Set(around.rounds ?? []),
      standing: { met: 0, missed: 0, unknown: 0, ...around.standing },
    },
  });
}

/** Points, bonus and deduction as plain decimals; null points are unknown. */
export function shownPoints({ base, bonus, deduction }: LeafScore): [string | null, string, string] {
  return [base === null ? null : toPlain(base, 4), toPlain(bonus, 4), toPlain(deduction, 4)];
}
