import { type Exact, exact } from "./number.js";

/** One row of a `thang-diem` sheet as typed; `buildRubric` checks it and makes the tree. */
export interface CriterionRecord {
  row: number;
  /** "" is the row of the total, which holds what concerns the whole rubric. */
  code: string;
  name: string;
  /** Plain decimals. */
  max: string | null;
  rule: string | null;
  indicator: string | null;
  parameters: string | null;
  bonusCap: string | null;
  deductionCap: string | null;
}

/** What a round says where the unit was not given the task, instead of a score. */
export const NOT_ASSIGNED = "khong-giao";

/** One row of a `cham-diem` sheet: scores given by people for one unit × criterion. Plain decimals, or NOT_ASSIGNED for a round; null = not given. */
export interface ScoreRecord {
  row: number;
  unit: string;
  /** Code or name of the criterion. */
  criterion: string;
  /** Tự chấm. */
  selfScore: string | null;
  /** Chấm chéo. */
  crossScore: string | null;
  /** Thẩm định. */
  verifiedScore: string | null;
  /** Số vụ: how many cases there were, for criteria scored by the case. */
  cases: string | null;
  reason: string | null;
  evidence: string | null;
}

/** Tự chấm, chấm chéo, thẩm định, in this order. */
export type Round = "self" | "cross" | "verified";

/** The rounds and what people call them. */
export const ROUNDS: readonly (readonly [Round, string])[] = [
  ["self", "tự chấm"],
  ["cross", "chấm chéo"],
  ["verified", "thẩm định"],
];

/** What people said of one unit and one criterion: scores of the three rounds, of which the last one present counts, and a count of cases. */
export interface GivenScore extends Readonly<Record<Round, Exact | null>> {
  /** Số vụ. */
  cases: Exact | null;
  /** false when the last round that says anything says "Không giao". */
  assigned: boolean;
}

/** Nobody said anything. */
export const NOTHING_GIVEN: GivenScore = { self: null, cross: null, verified: null, cases: null, assigned: true };

/** What people said, as stored: plain decimals, NOT_ASSIGNED, or nothing. */
export function readGiven(stored: Partial<Record<Round | "cases", string | null>>): GivenScore {
  const read = (text: string | null | undefined) => (text == null || text === NOT_ASSIGNED ? null : exact(text));
  const { self, cross, verified, cases } = stored;
  const assigned = (verified ?? cross ?? self) !== NOT_ASSIGNED;
  return { self: read(self), cross: read(cross), verified: read(verified), cases: read(cases), assigned };
}
