import { parsePoints, readTerms, roomOfBands, SIGNED_POINTS, scoreBand } from "./band-points.js";
import { BAND_SHAPES, closeBands, findBand, formatAmong, parseBand } from "./bands.js";
import { BONUS_PARAMETERS, bonusPoints, bonusRoom, bonusText, parseBonus } from "./bonus.js";
import { MEASURED_BY, measureResult, parseMeasuredBy } from "./figure.js";
import { earnedScore, missingScore } from "./leaf-score.js";
import { ParameterError, sortParameters } from "./parameters.js";
import type { LeafInput, LeafScore, Rule } from "./rule.js";

/** Bậc: stepped bands of the attainment (or of the result itself), with an optional bonus above a start. */
export const bac: Rule = {
  id: "bac",
  title: "theo bậc",
  parameters: [
    `<bậc>=<điểm>, mỗi bậc ghi: ${BAND_SHAPES}; ${SIGNED_POINTS} (ví dụ: từ 98=5, từ 97 đến dưới 98=4, dưới 97=0)`,
    MEASURED_BY,
    ...BONUS_PARAMETERS,
    "nếu=<điều kiện>",
  ],
  maximum: "optional",
  read(text, max) {
    const { named, others } = sortParameters(text, ["theo", "nếu", "thưởng", "trần thưởng"]);
    if (others.length === 0) throw new ParameterError('Quy tắc "bac" cần ít nhất một bậc, ví dụ "từ 98=5".');
    const bands = closeBands(others.map(({ name, value }) => ({ ...parseBand(name), ...parsePoints(name, value) })));
    const terms = readTerms(bands, max, named.get("nếu"));
    const by = parseMeasuredBy(named.get("theo"));
    const bonus = parseBonus(named.get("thưởng"), named.get("trần thưởng"), max);
    if (bonus !== null && terms.signed) {
      throw new ParameterError('Bậc có dấu + − đã cộng, trừ điểm; không ghi thêm "thưởng".');
    }
    const score = (input: LeafInput): LeafScore => {
      const { result } = input;
      if (by === "plan" && result?.unknown === "zero-actual") {
        // Nothing of something unwanted: the highest open band, and the whole bonus when it has a cap.
        const best = bands.find(({ high }) => high === null);
        if (best === undefined) return missingScore("thực hiện bằng 0, tốt hơn mọi bậc của thang điểm");
        const scored = scoreBand(terms, input, best, `thực hiện bằng 0, tốt hơn kế hoạch, bậc "${best.text}"`);
        return bonus === null || scored.base === null ? scored : { ...scored, bonus: bonus.cap ?? scored.bonus };
      }
      const measured = measureResult(result, by);
      if (measured.value === null) return missingScore(measured.reason);
      const { value } = measured;
      const band = findBand(bands, value);
      const shown = measured.tell(formatAmong(value, bands));
      const scored = scoreBand(terms, input, band, band === undefined ? shown : `${shown}, bậc "${band.text}"`);
      if (bonus === null || scored.base === null) return scored;
      return earnedScore(scored.base, `${scored.explanation}; ${bonusText(bonus, value)}`, {
        bonus: bonusPoints(bonus, value).points,
      });
    };
    const room = terms.signed ? roomOfBands(bands) : bonusRoom(bonus);
    return { source: "indicator", indicators: terms.condition?.indicators ?? [], ...room, score };
  },
};
