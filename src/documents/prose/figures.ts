import { type Exact, exact, formatFixed, formatNumber, HUNDRED, roundHalfUp, ZERO } from "../../domain/number.js";
import { insideSentence } from "./words.js";

/**
 * How the percentages of one sentence are written: all rounded to the same place. Whole when all are whole; else one decimal, which
 * a whole figure goes without (116%, 107,4%); two when it takes these to tell figures apart, and as many as it takes to tell one from a
 * threshold.
 */
export function writePercents(values: readonly Exact[]): (value: Exact) => string {
  let places = values.every(isWhole) ? 0 : 1;
  while (values.some((value) => misleadsAt(value, places)) || (places < MOST_PLACES && looksTied(values, places))) {
    places++;
  }
  return (value) => `${places < 2 && isWhole(value) ? formatNumber(value, 0) : formatFixed(value, places)}%`;
}

/** Figures alike to two decimals are alike to any reader. */
const MOST_PLACES = 2;

/** Decimals, `least` or more, at which no percentage seems to stand on a threshold that it only comes near. */
export function placesOfPercents(values: readonly Exact[], least: number): number {
  let places = least;
  while (values.some((value) => misleadsAt(value, places))) places++;
  return places;
}

/** Rounded onto 0, onto the plan or onto a ten-step above it ("đạt trên 120%") without being there. */
function misleadsAt(value: Exact, places: number): boolean {
  const rounded = roundHalfUp(value, places);
  if (rounded.equals(value)) return false;
  return rounded.equals(ZERO) || (rounded.compare(HUNDRED) >= 0 && isWhole(rounded.div(10)));
}

function isWhole(value: Exact): boolean {
  return value.d === 1n;
}

function looksTied(values: readonly Exact[], places: number): boolean {
  const rounded = values.map((value) => roundHalfUp(value, places));
  return rounded.some((one, index) =>
    rounded.some((other, at) => at > index && one.equals(other) && values[index]?.equals(values[at] ?? one) === false),
  );
}

/** How the amounts of one sentence are written ("20,0%", "1.074 ha"): all with the decimals of the one that has most. */
export function writeAmounts(amounts: readonly string[], measure: string | null): (amount: string) => string {
  const places = Math.max(0, ...amounts.map((amount) => decimalsOf(amount)));
  return (amount) => withMeasure(formatFixed(exact(amount), places), measure);
}

function decimalsOf(plain: string): number {
  return (plain.split(".")[1] ?? "").replace(/0+$/, "").length;
}

/** "580 ha", "20,0%", "12 tỷ đồng". */
export function withMeasure(number: string, measure: string | null): string {
  if (measure === null || measure.trim() === "") return number;
  const word = measure.trim();
  if (/^[%‰]/.test(word)) return number + word;
  // "Tỷ đồng" as a column has it; "USD", "MW" and "m2" stay.
  return `${number} ${/^\p{Lu}\p{Ll}/u.test(word) ? insideSentence(word) : word}`;
}
