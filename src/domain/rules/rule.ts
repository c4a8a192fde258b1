import type { Attainment } from "../attainment.js";
import type { AwardFinder } from "../award-match.js";
import type { Gate } from "../gate.js";
import type { Direction, Measurement } from "../indicator.js";
import type { Exact } from "../number.js";
import type { GivenScore, Round } from "../rubric.js";

/** A unit's result for the criterion's indicator, assessed. */
export interface AssessedResult extends Attainment {
  assigned: boolean;
  planned: Measurement;
  actual: Measurement;
  /** Đơn vị tính; null or absent when not said. */
  measure?: string | null;
}

/** What may be added to or taken from the points of a leaf: nothing (null), or up to a cap (a null cap: without limit). */
export type Allowance = { cap: Exact | null } | null;

/** How far a score may go beyond the points of a leaf. */
export interface Room {
  bonus: Allowance;
  deduction: Allowance;
}

/** What is known of the unit besides the criterion at hand. */
export interface UnitFacts {
  /** null when nothing was sent. */
  resultOf(indicator: string): AssessedResult | null;
  /** Awards given to the unit itself this year, by id of the catalogue; `decided` once it has a decision. */
  awards: readonly { awardId: string; decided: boolean }[];
  /** Rounds in which somebody gave the unit a score under this rubric. */
  rounds: ReadonlySet<Round>;
  /** The rubric's indicators by what the unit made of them; those it was not given are not counted. */
  standing: { met: number; missed: number; unknown: number };
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
  room: Room;
  facts: UnitFacts;
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
  /** The round whose score this is; absent when it was worked out from data. */
  round?: Round;
  /** A condition that holds for the unit. */
  gate?: Gate;
}

/** What a rule needs besides its parameters: a result, a person's score or count, either, or only what is known of the unit. */
export type RuleSource = "indicator" | "person" | "either" | "facts";

/** A scoring rule with its parameters read: what scores a leaf. */
export interface ReadyRule extends Room {
  source: RuleSource;
  /** Indicators its parameters name, as typed. */
  indicators: readonly string[];
  /** It takes a count of cases (Số vụ). */
  countsCases?: true;
  score(input: LeafInput): LeafScore;
}

/** One of the children of a node that counts only one of them. */
export interface Alternative {
  /** null = not known yet. */
  score: Exact | null;
  /** Somebody gave it a score or a count. */
  claimed: boolean;
}

/** What decides between the children of a node. */
export interface ReadyChoice {
  source: "children";
  /** Index of the one that counts and why, as a Vietnamese clause; there is at least one. */
  choose(alternatives: readonly Alternative[]): { index: number; reason: string };
}

/** Cách chấm: one entry of the list in `index.ts`. */
export interface Rule {
  id: string;
  /** Vietnamese, for help and messages. */
  title: string;
  /** The parameters it takes, as an officer types them; shown when a cell is refused. */
  parameters: readonly string[];
  /** `optional`: a row that only adds or takes may leave Điểm tối đa blank; `none`: the row has no points of its own. Absent: it must have some. */
  maximum?: "optional" | "none";
  /** `findAward` knows the awards the cell may name. Throws ParameterError when the cell makes no sense. */
  read(parameters: string | null, max: Exact, findAward: AwardFinder): ReadyRule | ReadyChoice;
}

/** Nothing to add, nothing to take. */
export const NO_ROOM: Room = { bonus: null, deduction: null };
