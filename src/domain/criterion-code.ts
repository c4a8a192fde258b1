import { nameKey } from "./name.js";

/** The parent of "I.1.a" is the longest other code it begins with, cut where a new part begins ("I.1", not "I.1" of "I.12"); null for a root. */
export function findParents(codes: readonly string[]): (number | null)[] {
  const byCode = new Map<string, number>();
  codes.forEach((code, index) => {
    if (!byCode.has(codeKey(code))) byCode.set(codeKey(code), index);
  });
  return codes.map((code, index) => {
    const key = codeKey(code);
    for (let end = key.length - 1; end > 0; end--) {
      const parent = byCode.get(key.slice(0, end).replace(/[.\-)\s]+$/, ""));
      if (parent !== undefined && parent !== index && beginsPart(key, end)) return parent;
    }
    return null;
  });
}

/** Comparison key of a code: "d." and "D" are one. */
export function codeKey(code: string): string {
  return nameKey(code).replace(/[.)\s]+$/, "");
}

function beginsPart(key: string, at: number): boolean {
  const [before = "", after = ""] = [key[at - 1], key[at]];
  if (/[.\-)\s]/.test(before) || /[.\-)\s]/.test(after)) return true;
  return /\d/.test(before) !== /\d/.test(after);
}
