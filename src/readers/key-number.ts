/** Texts that share a key get the same number, each text being keyed once: comparing rows by number is fast. */
export function createKeyNumbers(keyOf: (text: string) => string): (text: string) => number {
  const byText = new Map<string, number>();
  const byKey = new Map<string, number>();
  return (text) => {
    const known = byText.get(text);
    if (known !== undefined) return known;
    const key = keyOf(text);
    const number = byKey.get(key) ?? byKey.size;
    byKey.set(key, number);
    byText.set(text, number);
    return number;
  };
}

/** One number for each pair of key numbers standing at the same place, as small as may be: small ones are found fast. */
export function numberPairs(firsts: readonly number[], seconds: readonly number[]): number[] {
  const width = seconds.reduce((most, number) => Math.max(most, number), 0) + 1;
  return firsts.map((first, place) => first * width + (seconds[place] ?? 0));
}
