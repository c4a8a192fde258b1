import type { Attainment } from "../attainment.js";
import type { Direction, Measurement } from "../indicator.js";
import type { Exact } from "../number.js";
import type { GivenScore } from "../rubric.js";

/** A unit's result for the criterion's indicator, assessed. */
export interface AssessedResult extends Attainment {
  assigned: boolean;
  planned: Measurement;
  actual: Measurement;
}

export interface LeafInput {
  max: Exact;
  /** Direction of the criterion's indicator; "higher" when the criterion has none. */
  direction: Direction;
  /** null when the criterion has no indicator, or the unit sent nothing for it. */
  result: AssessedResult | null;
  /** The results of all units of the cluster for the same indicator, this unit's included. */
  peers: readonly AssessedResult[];
  given: GivenScore;
}

/** Points of one leaf before rounding. A null base means unknown: it adds nothing and is said to be missing. */
export interface LeafScore {
  base: Exact | null;
  bonus: Exact;
  deduction: Exact;
  /** How it came about, as one Vietnamese clause without a full stop. */
  explanation: string;
  /** What a council should know (missing data, a cap exceeded), as Vietnamese clauses. */
  problems: string[];
}

/** What a rule needs besides its parameters. */
export type RuleSource = "indicator" | "person" | "either";

/** A scoring rule with its parameters read: what scores a leaf. */
export interface ReadyRule {
  source: RuleSource;
  /** Warnings about the parameters themselves (an unbounded bonus). */
  warnings: string[];
  score(input: LeafInput): LeafScore;
}

/** Cách chấm: one entry of the list in `index.ts`. */
export interface Rule {
  id: string;
  /** Vietnamese, for help and messages. */
  title: string;
  /** The parameters it takes, as an officer types them; shown when a cell is refused. */
  parameters: readonly string[];
  /** Throws ParameterError when the cell makes no sense. */
  read(parameters: string | null, max: Exact): ReadyRule;
}
