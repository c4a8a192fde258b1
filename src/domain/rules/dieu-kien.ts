import type { GateEffect } from "../gate.js";
import { foldKey } from "../name.js";
import { formatNumber, ZERO } from "../number.js";
import { CONDITION_SHAPES, type Condition, parseCondition } from "./condition.js";
import { earnedScore } from "./leaf-score.js";
import { ParameterError, parameterNumber } from "./parameters.js";
import type { LeafInput, LeafScore, Rule } from "./rule.js";

/** Điều kiện: what befalls a unit for which a condition holds. */
export const dieuKien: Rule = {
  id: "dieu-kien",
  title: "điều kiện xếp loại, xét Cờ, trừ điểm",
  parameters: [`nếu=<điều kiện>: ${CONDITION_SHAPES}`, "thì=không xếp loại, thì=không xét Cờ hoặc thì=trừ <số> điểm"],
  maximum: "none",
  read(text) {
    const { condition, effect } = readGate(text ?? "");
    return {
      source: condition.needsOwn ? "indicator" : "facts",
      indicators: condition.indicators,
      bonus: null,
      deduction: effect.kind === "deduction" ? { cap: effect.points } : null,
      score: (input) => scoreGate(input, condition, effect),
    };
  },
};

const IF = "^(?:(?:nếu|neu|khi)(?:\\s*[=:]\\s*|\\s+))?(.+?)[\\s,;]*";
/** Without its mark "thi" needs its sign: it is also the first half of "thi đua". */
const SHAPES = [
  new RegExp(`${IF}(?:(?<!\\p{L})thì(?!\\p{L})\\s*[=:]?|→|=>|->)\\s*(.+)$`, "isu"),
  new RegExp(`${IF}(?<!\\p{L})thi\\s*[=:]\\s*(.+)$`, "isu"),
];

/** "nếu=…, thì=…", "nếu … thì …" and "… → …" say the same. */
function readGate(text: string): { condition: Condition; effect: GateEffect } {
  const [, condition, effect] = SHAPES.map((shape) => shape.exec(text.trim())).find((found) => found !== null) ?? [];
  if (condition === undefined || effect === undefined) {
    throw new ParameterError('Cần đủ hai phần "nếu=<điều kiện>, thì=<hậu quả>".');
  }
  return { condition: parseCondition(condition), effect: readEffect(effect) };
}

function readEffect(text: string): GateEffect {
  const key = foldKey(text).replace(/\.$/, "");
  if (/^khong (duoc )?xep (loai|hang)$/.test(key)) return { kind: "unranked" };
  if (/^khong (duoc )?xet (tang )?co( thi dua)?$/.test(key)) return { kind: "no-flag" };
  const digits = /^(?:tru|-|−|–)\s*([\d.,]+)(?: ?diem)?$/.exec(key)?.[1];
  if (digits !== undefined) return { kind: "deduction", points: parameterNumber("trừ", digits) };
  throw new ParameterError(`Không có hậu quả "${text}"; ghi "không xếp loại", "không xét Cờ" hoặc "trừ <số> điểm".`);
}

function scoreGate({ facts, result }: LeafInput, condition: Condition, effect: GateEffect): LeafScore {
  const { holds, because } = condition.test(facts, result);
  if (holds === null) {
    const problem = `chưa xét được điều kiện “${condition.text}”: ${because}`;
    return earnedScore(ZERO, problem, { problems: [problem] });
  }
  if (!holds) return earnedScore(ZERO, `không có điều kiện “${condition.text}” (${because})`);
  const gate = { effect, reason: because };
  if (effect.kind !== "deduction") return earnedScore(ZERO, because, { gate });
  return earnedScore(ZERO, `${because}: trừ ${formatNumber(effect.points)} điểm`, { gate, deduction: effect.points });
}
