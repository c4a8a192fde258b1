import { ZERO } from "../number.js";
import type { LeafScore } from "./rule.js";

/** A leaf that cannot be scored: no points, and the reason said. */
export function missingScore(reason: string): LeafScore {
  return { base: null, bonus: ZERO, deduction: ZERO, explanation: reason, problems: [reason] };
}
