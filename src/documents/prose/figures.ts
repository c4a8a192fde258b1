import { type Exact, exact, formatFixed, formatNumber, HUNDRED, roundHalfUp } from "../../domain/number.js";

/**
 * How the percentages of one sentence are written: all rounded to the same place. Whole when all are whole, else one decimal;
 * two when one would make different figures look the same; more where rounding would carry a figure onto 100 or across it.
 */
export function writePercents(values: readonly Exact[]): (value: Exact) => string {
  let places = values.every((value) => value.d === 1n) ? 0 : 1;
  if (places === 1 && looksTied(values, 1)) places = 2;
  while (values.some((value) => crossesHundred(value, places))) places++;
  return (value) => `${formatNumber(value, places)}%`;
}

function looksTied(values: readonly Exact[], places: number): boolean {
  const rounded = values.map((value) => roundHalfUp(value, places));
  return rounded.some((one, index) =>
    rounded.some((other, at) => at > index && one.equals(other) && values[index]?.equals(values[at] ?? one) === false),
  );
}

function crossesHundred(value: Exact, places: number): boolean {
  return value.compare(HUNDRED) !== roundHalfUp(value, places).compare(HUNDRED);
}

/** How the amounts of one sentence are written ("20,0%", "1.074 ha"): all with the decimals of the one that has most. */
export function writeAmounts(amounts: readonly string[], measure: string | null): (amount: string) => string {
  const places = Math.max(0, ...amounts.map((amount) => decimalsOf(amount)));
  return (amount) => withMeasure(formatFixed(exact(amount), places), measure);
}

function decimalsOf(plain: string): number {
  return (plain.split(".")[1] ?? "").replace(/0+$/, "").length;
}

/** "580 ha", "20,0%". */
export function withMeasure(number: string, measure: string | null): string {
  if (measure === null || measure.trim() === "") return number;
  return /^\s*[%‰]/.test(measure) ? number + measure.trim() : `${number} ${measure.trim()}`;
}
