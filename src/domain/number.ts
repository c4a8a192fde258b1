import Fraction from "fraction.js";

/** An exact rational number. Percentages, scores and sums stay exact until they are shown. */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0);
export const ONE: Exact = new Fraction(1);
export const HUNDRED: Exact = new Fraction(100);

/** From a plain decimal ("36.6", "-0.5") as stored, or a whole number. */
export function exact(value: string | number | bigint): Exact {
  return new Fraction(value);
}

/** Half-up on the exact value, away from zero for negatives (as Excel rounds): 1.005 → 1.01, -2.5 → -3. */
export function roundHalfUp(value: Exact, places: number): Exact {
  const scale = 10n ** BigInt(places);
  const doubled = (2n * value.n * scale + value.d) / (2n * value.d);
  return new Fraction(value.s * doubled, scale);
}

/** Plain decimal rounded half-up to `places`, trailing zeros dropped: 107.40 → "107.4". */
export function toPlain(value: Exact, places: number): string {
  const fixed = toFixed(value, places);
  return fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
}

/** Plain decimal rounded half-up with exactly `places` decimals: 279.1 → "279.10". */
export function toFixed(value: Exact, places: number): string {
  const rounded = roundHalfUp(value, places);
  const digits = ((rounded.n * 10n ** BigInt(places)) / rounded.d).toString().padStart(places + 1, "0");
  const sign = rounded.s < 0n && rounded.n !== 0n ? "-" : "";
  const whole = digits.slice(0, digits.length - places);
  return sign + (places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`);
}

/** For JSON: a number rounded half-up to `places`; null stays null (unknown is never 0). */
export function toJsonNumber(value: Exact | null, places = 2): number | null {
  return value === null ? null : Number(toFixed(value, places));
}

/** For people: "1.454", "107,4", at most `places` decimals. */
export function formatNumber(value: Exact, places = 2): string {
  return vietnamese(toPlain(value, places));
}

/** For people, with as many decimals as it takes not to read as `threshold` when it is not: 99.999 beside 100 → "99,999". */
export function formatApart(value: Exact, threshold: Exact, places = 2): string {
  if (value.equals(threshold)) return formatNumber(value, places);
  let shown = places;
  while (shown < 12 && roundHalfUp(value, shown).equals(roundHalfUp(threshold, shown))) shown++;
  return formatNumber(value, shown);
}

/** For people, in columns that must line up: always `places` decimals ("279,10"). */
export function formatFixed(value: Exact, places: number): string {
  return vietnamese(toFixed(value, places));
}

/** A stored decimal ("18400.5") as people read it, all its decimals kept ("18.400,5"). */
export function formatDecimal(plain: string): string {
  return vietnamese(plain);
}

/** A count as people read it: 1.752. */
export function formatWhole(count: number): string {
  return vietnamese(String(count));
}

function vietnamese(plain: string): string {
  const [whole = "", decimals] = plain.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ".");
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
