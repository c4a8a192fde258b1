import { type AwardFinder, createAwardFinder } from "../award-match.js";
import { AWARD_KINDS, type AwardKind } from "../awards.js";
import type { IssuerLevel } from "../issuer-level.js";
import { GRANTS, type Grant } from "./grants.js";
import { LAW_LINES, type LawLine } from "./lines.js";
import { MULTIPLIERS, type Multiplier } from "./multipliers.js";
import { REQUIREMENTS, type Requirement } from "./requirements.js";
import { BASE_SALARIES, type BaseSalary } from "./salaries.js";

/** A căn cứ of the office's file of law; it comes before the program's lines, or in the place of one. */
export interface OfficeLine extends LawLine {
  /** What it stands in for: the number of an act ("01/2024/TT-BNV") or a gap the office fills; null: it is added. */
  replaces: string | Gap | null;
}

/** Căn cứ only the office knows. */
export type Gap = "regulation" | "functions" | "decree";

/** A grant of the office's file may also take a power away. */
export interface OfficeGrant extends Grant {
  isRefused: boolean;
}

/** All the law a command goes by. What the office declares stands first in each list, so that it is found first. */
export interface Law {
  kinds: readonly AwardKind[];
  /** Recognises one of `kinds` as officers write it. */
  findAward: AwardFinder;
  lines: readonly LawLine[];
  officeLines: readonly OfficeLine[];
  grants: readonly (Grant | OfficeGrant)[];
  multipliers: readonly Multiplier[];
  salaries: readonly BaseSalary[];
  requirements: readonly Requirement[];
}

/** The law the program holds, without anything of the office's. */
export const PROGRAM_LAW: Law = {
  kinds: AWARD_KINDS,
  findAward: createAwardFinder(AWARD_KINDS),
  lines: LAW_LINES,
  officeLines: [],
  grants: GRANTS,
  multipliers: MULTIPLIERS,
  salaries: BASE_SALARIES,
  requirements: REQUIREMENTS,
};

/** Every level; a căn cứ or figure that holds for all. */
export const ALL_LEVELS: readonly IssuerLevel[] = ["tinh", "huyen", "xa", "so", "khac"];
