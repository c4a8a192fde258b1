/** Exact fractions for the oracle, of nothing but BigInt: the arithmetic of src/ is what is on trial. */
export interface Q {
  n: bigint;
  /** Above 0. */
  d: bigint;
}

export const q = (n: bigint | number, d: bigint | number = 1): Q => ({ n: BigInt(n), d: BigInt(d) });
export const ZERO = q(0);
export const add = (a: Q, b: Q): Q => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const sub = (a: Q, b: Q): Q => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
export const mul = (a: Q, b: Q): Q => ({ n: a.n * b.n, d: a.d * b.d });
export const div = (a: Q, b: Q): Q => (b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n });
export const compare = (a: Q, b: Q): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
};
export const least = (a: Q, b: Q): Q => (compare(a, b) <= 0 ? a : b);
export const floor = (a: Q): Q => q(a.n >= 0n ? a.n / a.d : -((-a.n + a.d - 1n) / a.d));

/** Half away from zero at two decimals, by adding half a hundredth and cutting. */
export function round(a: Q): Q {
  const hundredths = (n: bigint) => (n * 200n + a.d) / (a.d * 2n);
  return q(a.n >= 0n ? hundredths(a.n) : -hundredths(-a.n), 100);
}

/** "12.5" → 25/2. */
export function parse(plain: string): Q {
  const [whole = "", decimals = ""] = plain.split(".");
  return q(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** Lowest terms, to compare by. */
export function show(a: Q): string {
  let [x, y] = [a.n < 0n ? -a.n : a.n, a.d];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? "0" : `${a.n / x}/${a.d / x}`;
}
