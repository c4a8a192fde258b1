import { UNKNOWN_TEXT } from "../attainment.js";
import { type Exact, formatNumber, ZERO } from "../number.js";
import { boundsOf, lastGiven, withinBounds } from "./given.js";
import { earnedScore, missingScore } from "./leaf-score.js";
import { namedParameters, ParameterError, parameterNumber } from "./parameters.js";
import { type LeafInput, type LeafScore, NO_ROOM, type Rule } from "./rule.js";

/** Đạt/không đạt: the points or nothing; by the indicator when there is one, else as people marked it. */
export const dat: Rule = {
  id: "dat",
  title: "đạt được trọn điểm, không đạt được 0 điểm",
  parameters: ["điểm=<số điểm khi đạt; mặc định là điểm tối đa>"],
  read(text, max) {
    const given = namedParameters(text, ["điểm"]).get("điểm");
    const worth = given === undefined ? max : parameterNumber("điểm", given);
    if (worth.compare(max) > 0) throw new ParameterError(`"điểm=${given}" lớn hơn điểm tối đa ${formatNumber(max)}.`);
    const score = (input: LeafInput): LeafScore => {
      const { result } = input;
      if (result !== null && result.status !== "unknown") return scoreWhole(result.status !== "missed", worth);
      const reason = result === null ? "chưa có số liệu" : UNKNOWN_TEXT[result.unknown ?? "no-actual"];
      return scoreMark(input, worth) ?? missingScore(reason);
    };
    return { source: "either", indicators: [], ...NO_ROOM, score };
  },
};

function scoreWhole(met: boolean, worth: Exact): LeafScore {
  return earnedScore(met ? worth : ZERO, met ? `đạt: ${formatNumber(worth)} điểm` : "không đạt: 0 điểm");
}

/** By the last score a person gave: all or nothing, and more only where the row leaves room for a bonus. */
function scoreMark({ given, max, room }: LeafInput, worth: Exact): LeafScore | null {
  const last = lastGiven(given);
  if (last === null) return null;
  const { round, name } = last;
  const score = withinBounds(last.score, boundsOf(max, room));
  if (score.compare(worth) >= 0 && (score.compare(max) >= 0 || score.equals(worth))) {
    return { ...scoreWhole(true, worth), bonus: score.compare(max) > 0 ? score.sub(max) : ZERO, round };
  }
  if (score.equals(ZERO)) return { ...scoreWhole(false, worth), round };
  return missingScore(`điểm ${name} ${formatNumber(score)} không phải 0 hoặc ${formatNumber(worth)}`);
}
