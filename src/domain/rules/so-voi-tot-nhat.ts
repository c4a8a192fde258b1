import { UNKNOWN_TEXT } from "../attainment.js";
import type { Direction } from "../indicator.js";
import { isTypedAmount } from "../measurement.js";
import { type Exact, exact, formatApart, formatNumber, HUNDRED, ONE, ZERO } from "../number.js";
import { pointOf } from "./figure.js";
import { earnedScore, missingScore } from "./leaf-score.js";
import { namedParameters, parameterBetween } from "./parameters.js";
import { type AssessedResult, type LeafInput, type LeafScore, NO_ROOM, type Rule } from "./rule.js";

/**
 * So với đơn vị tốt nhất trong cụm: at plan `share` of the points; over plan the rest in proportion to the best
 * excess; under plan share × attainment; without a target, in proportion to the best result of those without one.
 */
export const soVoiTotNhat: Rule = {
  id: "so-voi-tot-nhat",
  title: "so với đơn vị tốt nhất trong cụm",
  parameters: ["phần cơ bản=<số từ 0 đến 1, phần điểm khi vừa đạt kế hoạch; mặc định 0,5>"],
  read(text, max) {
    const given = namedParameters(text, ["phần cơ bản"]).get("phần cơ bản");
    const share = given === undefined ? exact("0.5") : parameterBetween("phần cơ bản", given, 0, 1);
    const score = (input: LeafInput) => scoreAgainstBest(input, max, share);
    return { source: "indicator", indicators: [], ...NO_ROOM, score };
  },
};

function scoreAgainstBest(input: LeafInput, max: Exact, share: Exact): LeafScore {
  const { result, direction, peers } = input;
  if (result === null) return missingScore("chưa có số liệu");
  if (result.unknown === "no-plan" || result.unknown === "zero-plan") return scoreWithoutTarget(result, input, max);
  const over = excess(result, direction);
  if (over === null) return missingScore(UNKNOWN_TEXT[result.unknown ?? "not-comparable"]);
  const atPlan = max.mul(share);
  if (over.compare(ZERO) < 0) {
    const percent = result.attainmentPercent;
    if (percent === null) return missingScore(UNKNOWN_TEXT[result.unknown ?? "not-comparable"]);
    const base = atPlan.mul(percent).div(HUNDRED);
    const formula = `${formatNumber(share)} × ${formatNumber(max)} × ${formatNumber(percent)}%`;
    return earnedScore(base, `đạt ${formatApart(percent, HUNDRED)}% kế hoạch: ${formula} = ${formatNumber(base)} điểm`);
  }
  if (over.equals(ZERO)) {
    return earnedScore(
      atPlan,
      `vừa đạt kế hoạch: ${formatNumber(share)} × ${formatNumber(max)} = ${formatNumber(atPlan)} điểm`,
    );
  }
  const best = peers.map((peer) => excess(peer, direction)).reduce<Exact>(larger, over);
  const base = atPlan.add(max.mul(ONE.sub(share)).mul(over).div(best));
  const ratio = `${formatNumber(over.mul(HUNDRED))}%/${formatNumber(best.mul(HUNDRED))}%`;
  const formula = `${formatNumber(atPlan)} + ${formatNumber(max.sub(atPlan))} × ${ratio} (mức vượt so với mức vượt cao nhất cụm)`;
  return earnedScore(
    base,
    `vượt kế hoạch ${formatNumber(over.mul(HUNDRED))}%: ${formula} = ${formatNumber(base)} điểm`,
  );
}

/** e = (actual − planned)/planned, the other way round when lower is better; null when it cannot be computed. */
function excess(result: AssessedResult, direction: Direction): Exact | null {
  if (!result.assigned) return null;
  if (direction === "pass") return result.attainmentPercent?.sub(HUNDRED).div(HUNDRED) ?? null;
  const planned = pointOf(result.planned, result.measure);
  const actual = pointOf(result.actual, result.measure);
  if (planned === null || actual === null) {
    // A range or a bound is met, or missed by so much.
    const isTyped = isTypedAmount(result.planned) || isTypedAmount(result.actual);
    return isTyped ? (result.attainmentPercent?.sub(HUNDRED).div(HUNDRED) ?? null) : null;
  }
  if (planned.compare(ZERO) <= 0) return null;
  return (direction === "higher" ? actual.sub(planned) : planned.sub(actual)).div(planned);
}

function scoreWithoutTarget(result: AssessedResult, { direction, peers }: LeafInput, max: Exact): LeafScore {
  const noTarget = UNKNOWN_TEXT[result.unknown ?? "no-plan"];
  const actual = pointOf(result.actual, result.measure);
  if (actual === null || direction === "pass") return missingScore(noTarget);
  const others = peers
    .filter((peer) => peer.unknown === "no-plan" || peer.unknown === "zero-plan")
    .flatMap((peer) => pointOf(peer.actual, peer.measure) ?? []);
  const best = others.reduce(
    (a, b) => ((direction === "higher" ? b.compare(a) > 0 : b.compare(a) < 0) ? b : a),
    actual,
  );
  const without = result.unknown === "zero-plan" ? "kế hoạch bằng 0" : "không có kế hoạch";
  const among = "kết quả tốt nhất trong các đơn vị không có kế hoạch";
  if (best.compare(ZERO) <= 0 && direction === "higher") return missingScore(noTarget);
  if (actual.equals(best)) return earnedScore(max, `${without}: ${among}, đủ ${formatNumber(max)} điểm`);
  const [part, whole] = direction === "higher" ? [actual, best] : [best, actual];
  if (whole.compare(ZERO) <= 0) return missingScore(noTarget);
  const base = max.mul(part.compare(ZERO) < 0 ? ZERO : part).div(whole);
  const formula = `${formatNumber(max)} × ${formatNumber(part)}/${formatNumber(whole)} (so với ${among})`;
  return earnedScore(base, `${without}: ${formula} = ${formatNumber(base)} điểm`);
}

function larger(best: Exact, candidate: Exact | null): Exact {
  return candidate !== null && candidate.compare(best) > 0 ? candidate : best;
}
