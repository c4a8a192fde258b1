import type { Exact } from "../number.js";
import type { GivenScore } from "../rubric.js";

/** Thẩm định, else chấm chéo, else tự chấm: the last round that gave a score; null when none did. */
export function lastGiven(given: GivenScore): { score: Exact; round: string } | null {
  if (given.verified !== null) return { score: given.verified, round: "thẩm định" };
  if (given.cross !== null) return { score: given.cross, round: "chấm chéo" };
  if (given.self !== null) return { score: given.self, round: "tự chấm" };
  return null;
}
