/** A row of a numbered outline: its number as typed, null for a title without one; only a row that is no leaf has rows below it. */
export interface OutlineRow {
  number: string | null;
  isLeaf: boolean;
}

type Level = "title" | "letter" | "roman" | "number" | "part" | "small";

/**
 * The whole code of each row where numbers begin anew under each group (I, 1, 2, II, 1, 2 → I.1, I.2, II.1 …); titles
 * without a number are I, II … null where it is not certain: a number of another kind, one out of its order, a row below a leaf, a title over nothing.
 */
export function completeCodes(rows: readonly OutlineRow[]): string[] | null {
  const titlesAreRoman = rows.every(
    ({ number }) => number === null || !["roman", "letter"].includes(levelOf(number) ?? ""),
  );
  const stack: { level: Level; full: string; isLeaf: boolean }[] = [];
  const last = new Map<Level, number>();
  const codes: string[] = [];
  for (const [index, { number, isLeaf }] of rows.entries()) {
    const next = rows[index + 1];
    if (number === null && (next === undefined || next.number === null)) return null;
    const level = number === null ? (titlesAreRoman ? "title" : null) : levelOf(number);
    if (level === null) return null;
    const at = stack.findIndex((open) => open.level === level);
    const isFirst = at < 0;
    if (!isFirst) stack.length = at;
    if (stack.at(-1)?.isLeaf === true) return null;
    const place = number === null ? (last.get(level) ?? 0) + 1 : placeOf(number, level);
    if (place !== null && place !== (last.get(level) ?? 0) + 1 && !(isFirst && place === 1)) return null;
    if (place !== null) last.set(level, place);
    const own = number === null ? toRoman(place ?? 0) : bare(number);
    const above = level === "part" ? stack.filter((open) => open.level !== "number").at(-1) : stack.at(-1);
    const full = above === undefined ? own : `${above.full}.${own}`;
    stack.push({ level, full, isLeaf });
    codes.push(full);
  }
  return new Set(codes.map((code) => code.toLowerCase())).size === codes.length ? codes : null;
}

/** Whether the numbers alone do not tell the tree: a group whose rows below do not begin with its number. */
export function needsCompletion(rows: readonly OutlineRow[]): boolean {
  return rows.some(({ number, isLeaf }, index) => {
    const next = rows[index + 1];
    if (isLeaf || next === undefined || next.number === null) return false;
    if (number === null) return true;
    const [level, below] = [levelOf(number), levelOf(next.number)];
    return level !== null && below !== null && level !== below && !(level === "number" && below === "part");
  });
}

function bare(number: string): string {
  return number.replace(/^\(|[.):]+$/g, "");
}

function levelOf(number: string): Level | null {
  const mark = bare(number);
  if (/^[IVX]+$/.test(mark)) return "roman";
  if (/^[A-ZĐ]$/.test(mark)) return "letter";
  if (/^\d+$/.test(mark)) return "number";
  if (/^\d+\.\d+$/.test(mark)) return "part";
  return /^[a-zđ]$/.test(mark) ? "small" : null;
}

/** Its place in the sequence; null where its number alone says where it belongs (1.2), and for đ. */
function placeOf(number: string, level: Level): number | null {
  const mark = bare(number);
  if (level === "number") return Number(mark);
  if (level === "roman") return ROMANS.indexOf(mark) + 1;
  // Some write a, b, c, d, đ, e and others leave đ out.
  return level === "part" || mark.toLowerCase() === "đ" ? null : LETTERS.indexOf(mark.toLowerCase()) + 1;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const ROMANS = Array.from({ length: 39 }, (_, index) => toRoman(index + 1));

function toRoman(place: number): string {
  const ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
  return "X".repeat(Math.floor(place / 10)) + (ones[place % 10] ?? "");
}
