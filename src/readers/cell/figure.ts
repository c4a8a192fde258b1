import { measureKey } from "../../domain/measure.js";
import { isMeasure } from "./measure.js";
import { type NumberStyle, readNumber } from "./number.js";
import { type CellTrouble, describeWrongStyle } from "./number-trouble.js";

/** One number inside a cell, perhaps with the unit it counts. */
export interface Figure {
  /** Plain decimal. */
  value: string;
  /** "%" or "‰" behind it; null when there is none. */
  sign: string | null;
  /** "tiêu chí/xã"; null when the cell names none. */
  measure: string | null;
  /** What it could also mean, when its one separator has three digits after it. */
  other: string | null;
}

/** Thrown inside a cell's reading: a number in the style opposite to the file's. Caught by `readAmount`. */
export class WrongStyle extends Error {
  constructor(readonly trouble: CellTrouble) {
    super(trouble.code);
  }
}

const FIGURE = /^([+−–-]?\s*\d(?:[\d.,\s\u00a0]*\d)?)\s*([%‰]?)\s*(\p{L}.*|)$/su;

/** "14,24", "98,5%", "500 ha"; null when it is no number or is followed by words that measure nothing, nor are `own`, the row's ĐVT. */
export function readFigure(text: string, style: NumberStyle, own: string | null = null): Figure | null {
  const match = FIGURE.exec(text);
  if (match === null) return null;
  const [, number = "", sign = "", unit = ""] = match;
  const isOwn = own !== null && measureKey(unit) === measureKey(own);
  if (unit !== "" && !isOwn && !isMeasure(unit)) return null;
  const reading = readNumber(number, style);
  if (reading === null) return null;
  if ("wrongStyle" in reading) throw new WrongStyle(describeWrongStyle(reading.wrongStyle));
  return { value: reading.value, sign: sign || null, measure: unit || null, other: reading.other };
}
