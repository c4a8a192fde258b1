import { rememberByKey } from "../../domain/name.js";
import { MAX_NAMES, ReadingStopped } from "../table/sheet-limit.js";

/**
 * Texts that share a key get the same number, each text being keyed once: comparing rows by number is fast. Throws
 * ReadingStopped with `code` at the name that is too many.
 */
export function createKeyNumbers(
  keyOf: (text: string) => string,
  code: "too-many-units" | "too-many-indicators",
): (text: string) => number {
  let count = 0;
  const numberOf = rememberByKey(keyOf, () => {
    if (count === MAX_NAMES) throw new ReadingStopped(code);
    return count++;
  });
  return (text) => numberOf(text, null);
}

/** One number for a pair of key numbers. */
export function pairNumber(first: number, second: number): number {
  // Both are counts of different names in one file, far below 2^26.
  return first * 2 ** 26 + second;
}
