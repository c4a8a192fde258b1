/** A set of pairs of small whole numbers (unit × indicator), one bit a pair: a million pairs take less than a megabyte. */
export class PairSet {
  private readonly bits = new Map<number, Uint32Array>();

  has(first: number, second: number): boolean {
    return ((this.bits.get(first)?.[second >>> 5] ?? 0) & (1 << (second & 31))) !== 0;
  }

  /** Says whether the pair was new. */
  add(first: number, second: number): boolean {
    if (this.has(first, second)) return false;
    const words = this.wordsOf(first, second >>> 5);
    words[second >>> 5] = (words[second >>> 5] ?? 0) | (1 << (second & 31));
    return true;
  }

  private wordsOf(first: number, word: number): Uint32Array {
    const known = this.bits.get(first);
    if (known !== undefined && word < known.length) return known;
    const grown = new Uint32Array(Math.max(2, 2 ** Math.ceil(Math.log2(word + 1))));
    grown.set(known ?? []);
    this.bits.set(first, grown);
    return grown;
  }
}
