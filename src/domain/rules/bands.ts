import type { Interval } from "../measurement.js";
import { foldKey } from "../name.js";
import { type Exact, formatApart, formatNumber } from "../number.js";
import { ParameterError, parameterNumber } from "./parameters.js";

/** A stretch of figures as typed: "từ 97 đến dưới 98". */
export interface Band extends Interval {
  text: string;
}

/** How a band may be typed, for messages and the documentation. */
export const BAND_SHAPES =
  "từ <mức>, trên <mức>, từ <mức> đến dưới <mức>, dưới <mức>, đến hết <mức>, đúng <mức> (từ, đến hết: kể cả mức đó)";

const NUMBER = "([\\d.,]+)\\s*%?";
const LOW = "(tu|tren|>=|≥|>)?\\s*";
const HIGH = "(duoi|den het|het|<=|≤|<)\\s*";
const BETWEEN = new RegExp(`^${LOW}${NUMBER}\\s*(?:(?:den|toi|-|–)\\s*)?${HIGH}${NUMBER}$`);
const FROM = new RegExp(`^(tu|tren|>=|≥|>)\\s*${NUMBER}(?:\\s*tro len)?$`);
const BELOW = new RegExp(`^${HIGH}${NUMBER}(?:\\s*tro xuong)?$`);
const AT = new RegExp(`^(?:dung|bang|=)\\s*${NUMBER}$`);

/** Reads a band. Throws ParameterError when it is none. */
export function parseBand(text: string): Band {
  const key = foldKey(text);
  const number = (digits: string | undefined) => parameterNumber(text, digits ?? "");
  const between = BETWEEN.exec(key);
  if (between !== null) {
    const [, lowSign, low, highSign, high] = between;
    const band = { low: number(low), high: number(high), openLow: isOpen(lowSign), openHigh: isOpen(highSign), text };
    if (band.low.compare(band.high) >= 0) throw new ParameterError(`Bậc "${text}": mức đầu phải nhỏ hơn mức cuối.`);
    return band;
  }
  const from = FROM.exec(key);
  if (from !== null) return { low: number(from[2]), high: null, openLow: isOpen(from[1]), openHigh: false, text };
  const below = BELOW.exec(key);
  if (below !== null) return { low: null, high: number(below[2]), openLow: false, openHigh: isOpen(below[1]), text };
  const at = AT.exec(key);
  if (at !== null) return { low: number(at[1]), high: number(at[1]), openLow: false, openHigh: false, text };
  throw new ParameterError(`Không hiểu "${text}".`);
}

/** trên, dưới, > and < leave their end out. */
function isOpen(sign: string | undefined): boolean {
  return sign !== undefined && ["tren", "duoi", ">", "<"].includes(sign);
}

/** Orders bands downwards; one without an upper end stops where the next higher one begins. Overlaps are refused. */
export function closeBands<T extends Band>(bands: readonly T[]): T[] {
  const sorted = [...bands].sort((a, b) => compareStart(b, a));
  return sorted.map((band, index) => {
    const above = sorted[index - 1];
    if (above === undefined) return band;
    const { low, openLow } = above;
    if (low === null || compareStart(above, band) === 0) throw overlap(above, band);
    if (band.high === null) return { ...band, high: low, openHigh: !openLow };
    const order = band.high.compare(low);
    if (order > 0 || (order === 0 && !band.openHigh && !openLow)) throw overlap(above, band);
    return band;
  });
}

function compareStart(a: Band, b: Band): number {
  if (a.low === null || b.low === null) return Number(a.low !== null) - Number(b.low !== null);
  return a.low.compare(b.low) || Number(a.openLow) - Number(b.openLow);
}

function overlap(a: Band, b: Band): ParameterError {
  return new ParameterError(`Hai bậc "${a.text}" và "${b.text}" chồng lên nhau.`);
}

/** The band a figure lies in. */
export function findBand<T extends Band>(bands: readonly T[], value: Exact): T | undefined {
  return bands.find(({ low, high, openLow, openHigh }) => {
    const fromLow = low === null ? 1 : value.compare(low);
    const fromHigh = high === null ? -1 : value.compare(high);
    return (openLow ? fromLow > 0 : fromLow >= 0) && (openHigh ? fromHigh < 0 : fromHigh <= 0);
  });
}

/** The figure for people, with as many decimals as keep it off the ends of the bands it does not reach. */
export function formatAmong(value: Exact, bands: readonly Band[]): string {
  const ends = bands.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  return ends
    .map((end) => formatApart(value, end))
    .reduce((a, b) => (b.length > a.length ? b : a), formatNumber(value));
}
