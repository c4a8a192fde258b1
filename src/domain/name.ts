/**
 * Names as people type them differ in case, spacing, Unicode form and where the tone mark stands; keys do not.
 * Keys never drop diacritics: "Chi tiêu" (spending) is not "Chỉ tiêu" (indicator).
 */

/** What a cell's text becomes when it is read: NFC, no zero-width characters, blanks folded to one space, trimmed. */
export function cleanText(text: string): string {
  if (text === "") return text;
  return text
    .normalize("NFC")
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, "")
    .replace(FOLDABLE, " ")
    .trim();
}

/** Blanks that are not one space already: looking at each space of a long text costs more than all else. */
const FOLDABLE = /(?: (?=\s)|[^\S ])\s*/g;

/** Comparison key of any name or header: clean, lower case, Ð as đ, one tone placement (hòa = hoà). */
export function nameKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = placeTone(cleanText(text).replace(/[ÐƉ]/g, "Đ").toLocaleLowerCase("vi"));
  // A longer text is prose; it would keep more alive than it saves.
  if (text.length <= KEYED_LENGTH && keys.size < KEYED_TEXTS) keys.set(text, key);
  return key;
}

/** The same names are compared again and again, in every part of a command. */
const keys = new Map<string, string>();
const KEYED_LENGTH = 80;
const KEYED_TEXTS = 20_000;

const PREFIX: readonly [RegExp, string][] = [
  [/^(tp|t\.p|thành phố)(\.\s*|\s+)/, "thành phố "],
  [/^(tx|t\.x|thị xã)(\.\s*|\s+)/, "thị xã "],
  [/^(tt|t\.t|thị trấn)(\.\s*|\s+)/, "thị trấn "],
  [/^(h|huyện)(\.\s*|\s+)/, "huyện "],
  [/^(q|quận)(\.\s*|\s+)/, "quận "],
  [/^(p|phường)(\.\s*|\s+)/, "phường "],
  [/^(x|xã)(\.\s*|\s+)/, "xã "],
  [/^(ubnd|uỷ ban nhân dân|ủy ban nhân dân)\s+/, "ủy ban nhân dân "],
];

/** Comparison key of a unit: like nameKey, with the usual abbreviations of its type spelt out (TP., TX., TT., H., UBND). */
export function unitKey(text: string): string {
  const key = nameKey(text).replace(/\.$/, "");
  for (const [pattern, full] of PREFIX) {
    if (pattern.test(key)) return key.replace(pattern, full);
  }
  return key;
}

/** A key function that keys each text once: names repeat from row to row. */
export function rememberKeys(keyOf: (text: string) => string): (text: string) => string {
  const keys = new Map<string, string>();
  return (text) => {
    const known = keys.get(text);
    if (known !== undefined) return known;
    const key = keyOf(text);
    keys.set(text, key);
    return key;
  };
}

/** What `find` says of a name where it first stands, kept for all that share its key; each text is keyed once. */
export function rememberByKey<T, Place>(
  keyOf: (text: string) => string,
  find: (key: string, place: Place) => T,
): (text: string, place: Place) => T {
  const byText = new Map<string, T>();
  const byKey = new Map<string, T>();
  return (text, place) => {
    const known = byText.get(text);
    if (known !== undefined) return known;
    const key = keyOf(text);
    const before = byKey.get(key);
    const found = before === undefined ? find(key, place) : before;
    byKey.set(key, found);
    byText.set(text, found);
    return found;
  };
}

const TONES = "\u0300\u0301\u0303\u0309\u0323";

/** Moves the tone of open "oa, oe, uy" to the first vowel: "hoà" → "hòa", "thuỷ" → "thủy"; "hoàn", "quý" stay. */
function placeTone(lower: string): string {
  return lower.normalize("NFD").replace(OPEN_PAIR, "$1$3$2").normalize("NFC");
}
const OPEN_PAIR = new RegExp(`((?<!q)u(?=y)|o(?=[ae]))([aey])([${TONES}])(?![\\p{L}\\p{M}])`, "gu");

/** Without diacritics, for forgiving look-ups of words we define ourselves (parameter names): "trần thưởng" → "tran thuong". */
export function foldKey(text: string): string {
  return nameKey(text).normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").normalize("NFC");
}

const TYPE = /^(thành phố|thị xã|thị trấn|huyện|quận|phường|xã|tỉnh) /;

/** A name without the type of its unit and without what stands in brackets behind it: "UBND huyện Mẫu" → "mẫu". */
function bareKey(name: string): string {
  const key = unitKey(name).replace(/\s*\([^()]*\)$/, "");
  return unitKey(key.replace(/^ủy ban nhân dân /, "")).replace(TYPE, "");
}

/**
 * The known name meant by `name`: the only one that differs by its type or brackets, else the nearest (at most a third of
 * its letters away); null when there is none. Diacritics count half.
 */
export function nearestName(name: string, known: Iterable<string>): string | null {
  const names = [...known];
  const bare = bareKey(name);
  const same = names.filter((candidate) => bareKey(candidate) === bare);
  return same.length === 1 ? (same[0] ?? null) : nearestByLetters(name, names);
}

/** What is asked of a name nobody knows: whether the nearest is meant, or which of those it may be short for; null when none is near. */
export function askWhichName(name: string, known: Iterable<string>): string | null {
  const names = [...new Set(known)];
  const same = names.filter((candidate) => bareKey(candidate) === bareKey(name));
  if (same.length > 1) return `Tên này có thể là ${same.map((one) => `"${one}"`).join(" hoặc ")}: ghi đủ tên như vậy.`;
  const near = nearestName(name, names);
  return near === null ? null : `Có phải là "${near}"?`;
}

function nearestByLetters(name: string, known: readonly string[]): string | null {
  const folded = foldKey(name);
  const key = nameKey(name);
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(folded.length / 3)) + 0.5;
  for (const candidate of known) {
    const other = foldKey(candidate);
    // Two texts are at least as far apart as their lengths are.
    if (Math.abs(other.length - folded.length) >= bestDistance) continue;
    const distance = editDistance(folded, other) + (key === nameKey(candidate) ? 0 : 0.25);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The known names, nearest first; those equally near as they come. */
export function rankNames(name: string, known: Iterable<string>): string[] {
  const folded = foldKey(name);
  return [...known]
    .map((candidate) => ({ candidate, distance: editDistance(folded, foldKey(candidate)) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
