import type { Exact } from "./number.js";
import type { Problem } from "./problem.js";
import type { CriterionRecord } from "./rubric.js";
import type { ReadyChoice, ReadyRule, Room } from "./rules/rule.js";
import type { TieOrder } from "./tie-rule.js";

/** A node of the rubric tree. Leaves have a rule; parents add up their children, or count one of them. */
export interface Criterion {
  row: number;
  code: string;
  name: string;
  /** Index of the parent in `Rubric.criteria`; null for a root. */
  parent: number | null;
  max: Exact;
  /** Thưởng tối đa, Trừ tối đa of this node: what it and all below it may add or take at most; null = no cap. */
  bonusCap: Exact | null;
  deductionCap: Exact | null;
  /** Which of the children counts; null for a leaf, and where all of them do. */
  choice: ReadyChoice | null;
  leaf: Leaf | null;
}

/** How a leaf is scored. */
export interface Leaf {
  ruleId: string;
  rule: ReadyRule;
  /** Name of the indicator it scores, as typed; null when people score it. */
  indicator: string | null;
  /** `Tham số` as typed. */
  parameters: string | null;
  /** How far a score may go beyond the points, by the rule and the caps of the row. */
  room: Room;
  /** It can earn a bonus, and neither it nor anything above it says how much at most. */
  unbounded: boolean;
}

/** A checked rubric, criteria in the order of the sheet. */
export interface Rubric {
  criteria: Criterion[];
  maxScore: Exact;
  /** Caps of the whole rubric; null = none. */
  bonusCap: Exact | null;
  deductionCap: Exact | null;
  ties: TieOrder;
  /** Decimals of a leaf's score; null = the sheet does not say. */
  decimals: number | null;
}

/** Field of a record → header of its column, as the problems name it. */
export const RUBRIC_COLUMNS = {
  code: "Mã",
  name: "Tiêu chí",
  max: "Điểm tối đa",
  rule: "Cách chấm",
  indicator: "Chỉ tiêu",
  parameters: "Tham số",
  bonusCap: "Thưởng tối đa",
  deductionCap: "Trừ tối đa",
} as const;

/** What is wrong with a cell of a row, before it is a `Problem`. */
export interface RubricTrouble {
  code: string;
  message: string;
  hint: string;
  severity?: Problem["severity"];
}

export type Report = (record: CriterionRecord, column: keyof typeof RUBRIC_COLUMNS, trouble: RubricTrouble) => void;
