import { UNKNOWN_TEXT } from "../attainment.js";
import { type Exact, formatApart, formatNumber, HUNDRED, ZERO } from "../number.js";
import { BONUS_PARAMETERS, type Bonus, bonusPoints, bonusRoom, bonusText, parseBonus } from "./bonus.js";
import { earnedScore, missingScore } from "./leaf-score.js";
import { namedParameters, parameterBetween } from "./parameters.js";
import type { AssessedResult, LeafScore, Rule } from "./rule.js";

/** Tỷ lệ: max × min(attainment, 100)/100; under the floor 0; bonus over 100 %. */
export const tyLe: Rule = {
  id: "ty-le",
  title: "theo tỷ lệ hoàn thành kế hoạch",
  parameters: ["sàn=<phần trăm, dưới mức này được 0 điểm>", ...BONUS_PARAMETERS],
  read(text, max) {
    const given = namedParameters(text, ["sàn", "thưởng", "trần thưởng"]);
    const floorText = given.get("sàn");
    const floor = floorText === undefined ? ZERO : parameterBetween("sàn", floorText, 0, 100);
    const bonus = parseBonus(given.get("thưởng"), given.get("trần thưởng"), max);
    return {
      source: "indicator",
      indicators: [],
      ...bonusRoom(bonus),
      score: ({ result }) => scoreByAttainment(result, max, floor, bonus),
    };
  },
};

function scoreByAttainment(result: AssessedResult | null, max: Exact, floor: Exact, bonus: Bonus | null): LeafScore {
  if (result === null) return missingScore("chưa có số liệu");
  const percent = result.attainmentPercent;
  if (percent === null) {
    if (result.unknown === "zero-actual") return perfectScore(max, bonus);
    if (result.unknown === "not-one-number" && (result.status === "met" || result.status === "exceeded"))
      return scoreByStatus(max, bonus);
    return missingScore(UNKNOWN_TEXT[result.unknown ?? "no-actual"]);
  }
  const shown = `đạt ${formatApart(percent, percent.compare(floor) < 0 ? floor : HUNDRED)}% kế hoạch`;
  if (percent.compare(floor) < 0) {
    const explanation = `${shown}, dưới sàn ${formatNumber(floor)}% nên được 0 điểm`;
    return earnedScore(ZERO, explanation);
  }
  const counted = percent.compare(HUNDRED) > 0 ? HUNDRED : percent;
  const base = max.mul(counted).div(HUNDRED);
  const formula = `${formatNumber(max)} × ${formatNumber(counted)}% = ${formatNumber(base)} điểm`;
  if (bonus === null) return earnedScore(base, `${shown}: ${formula}`);
  const explanation = `${shown}: ${formula}; ${bonusText(bonus, percent)}`;
  return earnedScore(base, explanation, { bonus: bonusPoints(bonus, percent).points });
}

/** Met, though by no one percentage (a range of results, two measures in one cell): full points and no bonus. */
function scoreByStatus(max: Exact, bonus: Bonus | null): LeafScore {
  const explanation = `đạt kế hoạch nhưng không tính được %: đủ ${formatNumber(max)} điểm`;
  const problems = bonus === null ? [] : ["không tính được điểm thưởng: kết quả không phải một con số"];
  return earnedScore(max, explanation, { problems });
}

/** Nothing of something unwanted: full points, and the whole bonus when it has a cap. */
function perfectScore(max: Exact, bonus: Bonus | null): LeafScore {
  const explanation = `thực hiện bằng 0, tốt hơn kế hoạch: đủ ${formatNumber(max)} điểm`;
  if (bonus === null) return earnedScore(max, explanation);
  if (bonus.cap !== null) {
    const whole = `${explanation}, thưởng đến trần ${formatNumber(bonus.cap)} điểm`;
    return earnedScore(max, whole, { bonus: bonus.cap });
  }
  const problems = ["không tính được điểm thưởng: thực hiện bằng 0 và điểm thưởng không có trần"];
  return earnedScore(max, explanation, { problems });
}
