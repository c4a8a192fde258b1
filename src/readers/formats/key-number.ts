import { MAX_NAMES, ReadingStopped } from "../table/sheet-limit.js";

/**
 * Texts that share a key get the same number, each text being keyed once: comparing rows by number is fast. Throws
 * ReadingStopped with `code` at the name that is too many.
 */
export function createKeyNumbers(
  keyOf: (text: string) => string,
  code: "too-many-units" | "too-many-indicators",
): (text: string) => number {
  const byText = new Map<string, number>();
  const byKey = new Map<string, number>();
  return (text) => {
    const known = byText.get(text);
    if (known !== undefined) return known;
    const key = keyOf(text);
    const number = byKey.get(key) ?? byKey.size;
    byKey.set(key, number);
    if (byKey.size > MAX_NAMES) throw new ReadingStopped(code);
    byText.set(text, number);
    return number;
  };
}

/** One number for a pair of key numbers. */
export function pairNumber(first: number, second: number): number {
  // Both are counts of different names in one file, far below 2^26.
  return first * 2 ** 26 + second;
}
