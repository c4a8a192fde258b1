import { UNKNOWN_TEXT } from "../attainment.js";
import { type Exact, formatNumber, ZERO } from "../number.js";
import { lastGiven } from "./given.js";
import { missingScore } from "./missing.js";
import { namedParameters, ParameterError, parameterNumber } from "./parameters.js";
import type { LeafScore, Rule } from "./rule.js";

/** Đạt/không đạt: the points or nothing; by the indicator when there is one, else as people marked it. */
export const dat: Rule = {
  id: "dat",
  title: "đạt được trọn điểm, không đạt được 0 điểm",
  parameters: ["điểm=<số điểm khi đạt; mặc định là điểm tối đa>"],
  read(text, max) {
    const given = namedParameters(text, ["điểm"]).get("điểm");
    const worth = given === undefined ? max : parameterNumber("điểm", given);
    if (worth.compare(max) > 0) throw new ParameterError(`"điểm=${given}" lớn hơn điểm tối đa ${formatNumber(max)}.`);
    return {
      source: "either",
      warnings: [],
      score: ({ result, given: scores }) => {
        if (result !== null && result.status !== "unknown") return whole(result.status !== "missed", worth);
        const marked = lastGiven(scores);
        if (marked === null)
          return missingScore(result === null ? "chưa có số liệu" : UNKNOWN_TEXT[result.unknown ?? "no-actual"]);
        if (marked.score.equals(ZERO) || marked.score.equals(worth)) return whole(!marked.score.equals(ZERO), worth);
        return missingScore(
          `điểm ${marked.round} ${formatNumber(marked.score)} không phải 0 hoặc ${formatNumber(worth)}`,
        );
      },
    };
  },
};

function whole(met: boolean, worth: Exact): LeafScore {
  const explanation = met ? `đạt: ${formatNumber(worth)} điểm` : "không đạt: 0 điểm";
  return { base: met ? worth : ZERO, bonus: ZERO, deduction: ZERO, explanation, problems: [] };
}
