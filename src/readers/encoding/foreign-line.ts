import { isUtf8 } from "node:buffer";

/**
 * The first line (from 1) of a file in an old encoding that is UTF-8 itself, as in a file joined of two; null when there
 * is none. No word of windows-1258, TCVN3 or VNI gives two of the byte pairs of UTF-8, and a line that has two by chance
 * has other bytes beside them.
 */
export function findUtf8Line(bytes: Uint8Array): number | null {
  const end = bytes.indexOf(10) < 0 ? 13 : 10;
  let start = 0;
  for (let row = 1; start < bytes.length; row++) {
    const next = bytes.indexOf(end, start);
    const stop = next < 0 ? bytes.length : next;
    if (hasTwoLetters(bytes, start, stop) && isUtf8(bytes.subarray(start, stop))) return row;
    start = stop + 1;
  }
  return null;
}

function hasTwoLetters(bytes: Uint8Array, start: number, stop: number): boolean {
  let letters = 0;
  for (let index = start; index < stop && letters < 2; index++) if ((bytes[index] ?? 0) >= 0xc0) letters++;
  return letters === 2;
}
