import { moneyPower } from "../domain/measure.js";
import { type Exact, exact, toPlain, ZERO } from "../domain/number.js";
import { readFigure } from "./figure.js";
import type { NumberStyle } from "./number.js";

const POWERS: readonly [RegExp, number][] = [
  [/^(tỷ|tỉ)$/iu, 9],
  [/^(triệu|tr)$/iu, 6],
  [/^(nghìn|ngàn)$/iu, 3],
  [/^(đồng|đ|vnđ|vnd)$/iu, 0],
];
const TERM = /(\d[\d.,]*)\s*(tỷ|tỉ|triệu|tr|nghìn|ngàn|đồng|đ|vnđ|vnd)\.?(?!\p{L})\s*/giu;
const CURRENCY = /^(đồng|đ|vnđ|vnd)\.?$/iu;

/**
 * "25 tỷ 941 triệu" in the measure of its row (25.941 for tỷ đồng), exactly; null when it is no such amount or the row
 * does not say which money its figures are in.
 */
export function readMoney(text: string, context: { style: NumberStyle; measure: string | null }): string | null {
  const target = context.measure === null ? null : moneyPower(context.measure);
  if (target === null) return null;
  let sum: Exact = ZERO;
  let before = Number.POSITIVE_INFINITY;
  let rest = text.trim();
  let terms = 0;
  for (const [term, number = "", unit = ""] of text.trim().matchAll(TERM)) {
    if (!rest.startsWith(term)) return null;
    rest = rest.slice(term.length);
    const power = POWERS.find(([pattern]) => pattern.test(unit))?.[1];
    const figure = readFigure(number, context.style);
    // 941 triệu 25 tỷ is a slip of the pen, not an amount.
    if (power === undefined || figure === null || power >= before) return null;
    sum = sum.add(exact(figure.value).mul(exact(10n ** BigInt(power))));
    before = power;
    terms++;
  }
  if (terms === 0 || (rest !== "" && !CURRENCY.test(rest))) return null;
  return toPlain(sum.div(exact(10n ** BigInt(target))), 24);
}
