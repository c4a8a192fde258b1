import { moneyPower } from "../../domain/measure.js";
import { nameKey } from "../../domain/name.js";
import { type Exact, exact, toPlain, ZERO } from "../../domain/number.js";
import { readFigure } from "./figure.js";
import type { NumberStyle } from "./number.js";
import { readNumberWords } from "./number-words.js";

const POWERS: readonly [RegExp, number][] = [
  [/^(tỷ|tỉ)$/iu, 9],
  [/^(triệu|tr)$/iu, 6],
  [/^(nghìn|ngàn)$/iu, 3],
  [/^(đồng|đ|vnđ|vnd)$/iu, 0],
];
const TERM = /(\d[\d.,]*)\s*(tỷ|tỉ|triệu|tr|nghìn|ngàn|đồng|đ|vnđ|vnd)\.?(?!\p{L})\s*/giu;
const CURRENCY = /^(đồng|đ|vnđ|vnd)\.?$/iu;
/** Longer texts spell out no amount. */
const SPELT_LENGTH = 200;

/**
 * "25 tỷ 941 triệu", "một tỷ hai trăm triệu" in the measure of its row (25.941 for tỷ đồng), exactly; null when it is no
 * such amount or the row does not say which money its figures are in.
 */
export function readMoney(text: string, context: { style: NumberStyle; measure: string | null }): string | null {
  const target = context.measure === null ? null : moneyPower(context.measure);
  if (target === null) return null;
  const dong = readTerms(text, context.style) ?? readSpelt(text);
  return dong === null ? null : toPlain(dong.div(exact(10n ** BigInt(target))), 24);
}

/** An amount spelt out says that it is money: by its currency, or by counting in tỷ or triệu. */
function readSpelt(text: string): Exact | null {
  if (text.length > SPELT_LENGTH) return null;
  const words = nameKey(text).replace(/ đồng( việt nam)?( chẵn)?$/, "");
  const saysMoney = words !== nameKey(text) || /(?<!\p{L})(tỷ|tỉ|triệu)(?!\p{L})/u.test(words);
  const whole = saysMoney ? readNumberWords(words) : null;
  return whole === null ? null : exact(whole);
}

/** Figures each with its unit, the larger first. */
function readTerms(text: string, style: NumberStyle): Exact | null {
  let sum: Exact = ZERO;
  let before = Number.POSITIVE_INFINITY;
  let rest = text.trim();
  let terms = 0;
  for (const [term, number = "", unit = ""] of text.trim().matchAll(TERM)) {
    if (!rest.startsWith(term)) return null;
    rest = rest.slice(term.length);
    const power = POWERS.find(([pattern]) => pattern.test(unit))?.[1];
    const figure = readFigure(number, style);
    // 941 triệu 25 tỷ is a slip of the pen, not an amount.
    if (power === undefined || figure === null || power >= before) return null;
    sum = sum.add(exact(figure.value).mul(exact(10n ** BigInt(power))));
    before = power;
    terms++;
  }
  return terms === 0 || (rest !== "" && !CURRENCY.test(rest)) ? null : sum;
}
