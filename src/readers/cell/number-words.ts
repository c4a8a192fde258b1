import { nameKey } from "../../domain/name.js";

const DIGITS: ReadonlyMap<string, bigint> = new Map(
  ["không", "một|mốt", "hai", "ba", "bốn|tư", "năm|lăm|nhăm", "sáu", "bảy|bẩy", "tám", "chín"].flatMap((words, digit) =>
    words.split("|").map((word) => [word, BigInt(digit)] as const),
  ),
);
const SCALES: ReadonlyMap<string, bigint> = new Map([
  ["tỷ", 1_000_000_000n],
  ["tỉ", 1_000_000_000n],
  ["triệu", 1_000_000n],
  ["nghìn", 1000n],
  ["ngàn", 1000n],
]);
const FILLERS = new Set(["linh", "lẻ"]);
const OTHERS = new Set(["mười", "mươi", "chục", "trăm", "vạn", "rưỡi", "phẩy"]);

/** Whether a word is one of those by which numbers are spelt. */
export function isNumberWord(word: string): boolean {
  return DIGITS.has(word) || SCALES.has(word) || FILLERS.has(word) || OTHERS.has(word);
}

/** "một tỷ hai trăm triệu" → 1200000000; null when a word is none of a whole number, or stands where it cannot. */
export function readNumberWords(text: string): bigint | null {
  let total = 0n;
  let before: bigint | null = null;
  let group: string[] = [];
  for (const word of nameKey(text).split(" ")) {
    const scale = SCALES.get(word);
    if (scale === undefined) {
      group.push(word);
      continue;
    }
    const count = readHundreds(group);
    // "hai triệu một tỷ" is a slip of the pen, not a number.
    if (count === null || (before !== null && scale >= before)) return null;
    total += count * scale;
    before = scale;
    group = [];
  }
  const rest = group.length === 0 ? 0n : readHundreds(group);
  return rest === null ? null : total + rest;
}

/** "hai trăm linh năm", "mười lăm", "ba mươi tư": below a thousand; null for other words. */
function readHundreds(words: readonly string[]): bigint | null {
  const [first = "", second, ...below] = words;
  if (second !== "trăm") return readTens(words);
  const hundreds = DIGITS.get(first);
  const rest = below.length === 0 ? 0n : readTens(below);
  return hundreds === undefined || rest === null ? null : hundreds * 100n + rest;
}

function readTens(words: readonly string[]): bigint | null {
  const [first = "", second, third, ...more] = words;
  if (more.length > 0) return null;
  if (first === "mười") return third !== undefined ? null : addUnits(10n, second);
  if (second === "mươi") {
    const tens = DIGITS.get(first);
    return tens === undefined ? null : addUnits(tens * 10n, third);
  }
  if (FILLERS.has(first)) return third !== undefined || second === undefined ? null : addUnits(0n, second);
  return second !== undefined ? null : addUnits(0n, first);
}

function addUnits(tens: bigint, word: string | undefined): bigint | null {
  const units = word === undefined ? 0n : DIGITS.get(word);
  return units === undefined ? null : tens + units;
}
