/**
 * Pairs of small whole numbers (unit × indicator), each with the row it stands in first. However the pairs are spread, a
 * million of them take some 25 MB, half as much as a Map.
 */
export class PairRows {
  private pairs = new Float64Array(1024);
  /** 0: no pair stands here. */
  private rows = new Uint32Array(1024);
  private count = 0;

  /** The row of the pair; null when it is not there. */
  get(first: number, second: number): number | null {
    return this.rows[this.placeOf(first, second)] || null;
  }

  /** The row in which the pair stood before, from 1; null when it is new. */
  add(first: number, second: number, row: number): number | null {
    const place = this.placeOf(first, second);
    const before = this.rows[place] ?? 0;
    if (before !== 0) return before;
    this.pairs[place] = joinPair(first, second);
    this.rows[place] = row;
    this.count++;
    if (this.count * 2 > this.rows.length) this.grow();
    return null;
  }

  /** Where the pair stands, or would. */
  private placeOf(first: number, second: number): number {
    const pair = joinPair(first, second);
    const last = this.rows.length - 1;
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    let place = (mixed ^ (mixed >>> 15)) & last;
    while (this.rows[place] !== 0 && this.pairs[place] !== pair) place = (place + 1) & last;
    return place;
  }

  private grow(): void {
    const { pairs, rows } = this;
    this.pairs = new Float64Array(pairs.length * 2);
    this.rows = new Uint32Array(rows.length * 2);
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      if (row === 0) continue;
      const pair = pairs[index] ?? 0;
      const place = this.placeOf(Math.floor(pair / SHIFT), pair % SHIFT);
      this.pairs[place] = pair;
      this.rows[place] = row;
    }
  }
}

/** Counts of different names, or ids, are far below it. */
const SHIFT = 2 ** 26;

function joinPair(first: number, second: number): number {
  return first * SHIFT + second;
}
