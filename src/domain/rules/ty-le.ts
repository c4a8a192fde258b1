import { UNKNOWN_TEXT } from "../attainment.js";
import { type Exact, formatApart, formatNumber, HUNDRED, ZERO } from "../number.js";
import { BONUS_PARAMETERS, type Bonus, bonusPoints, bonusText, parseBonus } from "./bonus.js";
import { missingScore } from "./missing.js";
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
      warnings: bonus !== null && bonus.cap === null ? ["điểm thưởng không có trần"] : [],
      score: ({ result }) => scoreByAttainment(result, max, floor, bonus),
    };
  },
};

function scoreByAttainment(result: AssessedResult | null, max: Exact, floor: Exact, bonus: Bonus | null): LeafScore {
  if (result === null) return missingScore("chưa có số liệu");
  const percent = result.attainmentPercent;
  if (percent === null) {
    if (result.unknown === "zero-actual") return perfectScore(max, bonus);
    return missingScore(UNKNOWN_TEXT[result.unknown ?? "no-actual"]);
  }
  const shown = `đạt ${formatApart(percent, percent.compare(floor) < 0 ? floor : HUNDRED)}% kế hoạch`;
  if (percent.compare(floor) < 0) {
    const explanation = `${shown}, dưới sàn ${formatNumber(floor)}% nên được 0 điểm`;
    return { base: ZERO, bonus: ZERO, deduction: ZERO, explanation, problems: [] };
  }
  const counted = percent.compare(HUNDRED) > 0 ? HUNDRED : percent;
  const base = max.mul(counted).div(HUNDRED);
  const formula = `${formatNumber(max)} × ${formatNumber(counted)}% = ${formatNumber(base)} điểm`;
  if (bonus === null) return { base, bonus: ZERO, deduction: ZERO, explanation: `${shown}: ${formula}`, problems: [] };
  const explanation = `${shown}: ${formula}; ${bonusText(bonus, percent)}`;
  return { base, bonus: bonusPoints(bonus, percent).points, deduction: ZERO, explanation, problems: [] };
}

/** Nothing of something unwanted: full points, and the whole bonus when it has a cap. */
function perfectScore(max: Exact, bonus: Bonus | null): LeafScore {
  const explanation = `thực hiện bằng 0, tốt hơn kế hoạch: đủ ${formatNumber(max)} điểm`;
  if (bonus === null) return { base: max, bonus: ZERO, deduction: ZERO, explanation, problems: [] };
  if (bonus.cap !== null) {
    const whole = `${explanation}, thưởng đến trần ${formatNumber(bonus.cap)} điểm`;
    return { base: max, bonus: bonus.cap, deduction: ZERO, explanation: whole, problems: [] };
  }
  const problems = ["không tính được điểm thưởng: thực hiện bằng 0 và điểm thưởng không có trần"];
  return { base: max, bonus: ZERO, deduction: ZERO, explanation, problems };
}
