import { UNKNOWN_TEXT } from "../attainment.js";
import { foldKey } from "../name.js";
import { type Exact, exact, formatNumber, ZERO } from "../number.js";
import { BONUS_PARAMETERS, type Bonus, bonusPoints, bonusText, parseBonus } from "./bonus.js";
import { missingScore } from "./missing.js";
import { ParameterError, parameterNumber, splitParameters } from "./parameters.js";
import type { AssessedResult, LeafScore, Rule } from "./rule.js";

/** [from, to) → points; null from = no lower end, null to = no upper end. */
interface Band {
  from: Exact | null;
  to: Exact | null;
  points: Exact;
  text: string;
}

/** Bậc: stepped bands of the attainment (or of the result itself), with an optional bonus above a start. */
export const bac: Rule = {
  id: "bac",
  title: "theo bậc",
  parameters: [
    "từ <mức>=<điểm>, từ <mức> đến dưới <mức>=<điểm>, dưới <mức>=<điểm> (ví dụ: từ 98=5, từ 97 đến dưới 98=4, dưới 97=0)",
    "theo=% kế hoạch (mặc định) hoặc theo=thực hiện",
    ...BONUS_PARAMETERS,
  ],
  read(text, max) {
    const named = new Map<string, string>();
    const bands: Band[] = [];
    for (const { name, key, value } of splitParameters(text)) {
      if (["theo", "thuong", "tranthuong"].includes(key)) named.set(key, value);
      else bands.push(parseBand(name, value, max));
    }
    if (bands.length === 0) throw new ParameterError('Quy tắc "bac" cần ít nhất một bậc, ví dụ "từ 98=5".');
    const closed = closeBands(bands);
    const byActual = parseMeasure(named.get("theo"));
    const bonus = parseBonus(named.get("thuong"), named.get("tranthuong"), max);
    return {
      source: "indicator",
      warnings: bonus !== null && bonus.cap === null ? ["điểm thưởng không có trần"] : [],
      score: ({ result }) => {
        if (result === null) return missingScore("chưa có số liệu");
        if (!byActual && result.unknown === "zero-actual") return bestScore(closed, bonus);
        const level = byActual ? actualOf(result) : result.attainmentPercent;
        if (level === null) return missingScore(UNKNOWN_TEXT[result.unknown ?? "not-comparable"]);
        const shown = byActual ? `thực hiện ${formatNumber(level)}` : `đạt ${formatNumber(level)}% kế hoạch`;
        const band = closed.find(
          ({ from, to }) => (from === null || level.compare(from) >= 0) && (to === null || level.compare(to) < 0),
        );
        if (band === undefined) return missingScore(`${shown}, không thuộc bậc nào của thang điểm`);
        const explanation = `${shown}, bậc "${band.text}": ${formatNumber(band.points)} điểm`;
        if (bonus === null) return { base: band.points, bonus: ZERO, deduction: ZERO, explanation, problems: [] };
        const extra = bonusPoints(bonus, level).points;
        return {
          base: band.points,
          bonus: extra,
          deduction: ZERO,
          explanation: `${explanation}; ${bonusText(bonus, level)}`,
          problems: [],
        };
      },
    };
  },
};

/** Nothing of something unwanted: the highest open band, and the whole bonus when it has a cap. */
function bestScore(bands: readonly Band[], bonus: Bonus | null): LeafScore {
  const best = bands.find(({ to }) => to === null);
  if (best === undefined) return missingScore("thực hiện bằng 0, tốt hơn mọi bậc của thang điểm");
  const extra = bonus?.cap ?? ZERO;
  const explanation = `thực hiện bằng 0, tốt hơn kế hoạch: bậc "${best.text}", ${formatNumber(best.points)} điểm`;
  return { base: best.points, bonus: extra, deduction: ZERO, explanation, problems: [] };
}

const NUMBER = "([\\d.,]+)\\s*%?";
const BETWEEN = new RegExp(`^(?:tu\\s*|>=\\s*|≥\\s*)?${NUMBER}\\s*(?:den|toi|-|–)\\s*(?:duoi\\s*|<\\s*)${NUMBER}$`);
const FROM = new RegExp(`^(?:tu|>=|≥)\\s*${NUMBER}(?:\\s*tro len)?$`);
const BELOW = new RegExp(`^(?:duoi|<)\\s*${NUMBER}$`);

function parseBand(name: string, value: string, max: Exact): Band {
  const key = foldKey(name);
  const points = parameterNumber(name, value);
  if (points.compare(max) > 0) {
    throw new ParameterError(`Bậc "${name}=${value}" cho nhiều hơn điểm tối đa ${formatNumber(max)}.`);
  }
  const between = BETWEEN.exec(key);
  if (between) {
    const from = parameterNumber(name, between[1] ?? "");
    const to = parameterNumber(name, between[2] ?? "");
    if (from.compare(to) >= 0) throw new ParameterError(`Bậc "${name}": mức đầu phải nhỏ hơn mức cuối.`);
    return { from, to, points, text: name };
  }
  const from = FROM.exec(key);
  if (from) return { from: parameterNumber(name, from[1] ?? ""), to: null, points, text: name };
  const below = BELOW.exec(key);
  if (below) return { from: null, to: parameterNumber(name, below[1] ?? ""), points, text: name };
  throw new ParameterError(`Không hiểu "${name}".`);
}

/** Orders the bands downwards; an open "từ a" ends where the next higher band begins. Overlaps are refused. */
function closeBands(bands: readonly Band[]): Band[] {
  const sorted = [...bands].sort((a, b) => start(b).compare(start(a)));
  return sorted.map((band, index) => {
    const above = sorted[index - 1];
    if (above === undefined) return band;
    if (above.from === null || start(above).equals(start(band))) throw overlap(above, band);
    if (band.to !== null && band.to.compare(above.from) > 0) throw overlap(above, band);
    return { ...band, to: band.to ?? above.from };
  });
}

function start(band: Band): Exact {
  return band.from ?? exact("-1000000000000000");
}

function overlap(a: Band, b: Band): ParameterError {
  return new ParameterError(`Hai bậc "${a.text}" và "${b.text}" chồng lên nhau.`);
}

function parseMeasure(text: string | undefined): boolean {
  if (text === undefined) return false;
  const key = foldKey(text);
  if (key === "thuc hien" || key === "ket qua") return true;
  if (/^(%|ty le|phan tram)?\s*(ke hoach|kh)?$/.test(key)) return false;
  throw new ParameterError(`"theo=${text}" không có; ghi "theo=% kế hoạch" hoặc "theo=thực hiện".`);
}

function actualOf(result: AssessedResult): Exact | null {
  return typeof result.actual === "string" ? exact(result.actual) : null;
}
