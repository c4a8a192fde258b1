import { formatNumber, ZERO } from "../number.js";
import { lastGiven } from "./given.js";
import { missingScore } from "./missing.js";
import { namedParameters } from "./parameters.js";
import type { Rule } from "./rule.js";

/** Trực tiếp: the score people gave (tự chấm → chấm chéo → thẩm định, the last one present), at most the maximum. */
export const trucTiep: Rule = {
  id: "truc-tiep",
  title: "điểm do người chấm cho",
  parameters: [],
  read(text, max) {
    namedParameters(text, []);
    return {
      source: "person",
      warnings: [],
      score: ({ given }) => {
        const marked = lastGiven(given);
        if (marked === null) return missingScore("chưa có điểm chấm");
        const over = marked.score.compare(max) > 0;
        const explanation = `điểm ${marked.round}: ${formatNumber(marked.score)} điểm`;
        if (!over) return { base: marked.score, bonus: ZERO, deduction: ZERO, explanation, problems: [] };
        const problem = `điểm ${marked.round} ${formatNumber(marked.score)} vượt điểm tối đa ${formatNumber(max)}, chỉ tính ${formatNumber(max)}`;
        return { base: max, bonus: ZERO, deduction: ZERO, explanation: problem, problems: [problem] };
      },
    };
  },
};
