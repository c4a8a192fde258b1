import type { Exact } from "./number.js";

/** One row of a `thang-diem` sheet as typed; `buildRubric` (scoring.ts) checks it and makes the tree. */
export interface CriterionRecord {
  row: number;
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

/** One row of a `cham-diem` sheet: scores given by people for one unit × criterion. Plain decimals, null = not given. */
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
  reason: string | null;
  evidence: string | null;
}

/** The score a person gave, of the three rounds; the last one present counts. */
export interface GivenScore {
  self: Exact | null;
  cross: Exact | null;
  verified: Exact | null;
}
