import { type Exact, ZERO } from "../number.js";
import type { LeafScore } from "./rule.js";

/** A leaf that cannot be scored: no points, and the reason said. */
export function missingScore(reason: string): LeafScore {
  return { base: null, bonus: ZERO, deduction: ZERO, explanation: reason, problems: [reason] };
}

/** A leaf's points, with whatever there is besides. */
export function earnedScore(base: Exact, explanation: string, more: Partial<LeafScore> = {}): LeafScore {
  return { base, bonus: ZERO, deduction: ZERO, explanation, problems: [], ...more };
}
