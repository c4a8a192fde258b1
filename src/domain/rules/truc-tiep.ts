import { scoreGiven } from "./given.js";
import { missingScore } from "./leaf-score.js";
import { namedParameters } from "./parameters.js";
import { NO_ROOM, type Rule } from "./rule.js";

/** Trực tiếp: the score people gave (tự chấm → chấm chéo → thẩm định, the last one present), at most the maximum. */
export const trucTiep: Rule = {
  id: "truc-tiep",
  title: "điểm do người chấm cho",
  parameters: [],
  read(text) {
    namedParameters(text, []);
    return {
      source: "person",
      indicators: [],
      ...NO_ROOM,
      score: (input) => scoreGiven(input) ?? missingScore("chưa có điểm chấm"),
    };
  },
};
