import { type ParagraphFormat, type RunFormat, readParagraphFormat, readRunFormat, type ThemeFonts } from "./format.js";
import { child, childValue, type XmlNode } from "./xml-node.js";

/** One level of a list. */
export interface ListLevel {
  paragraph: ParagraphFormat;
  run: RunFormat;
  /** "bullet", "decimal", "lowerLetter", … */
  kind: string;
  /** "%1." */
  pattern: string;
  start: number;
}

/** The lists of a document; counts as paragraphs go by. */
export class Numbering {
  private readonly levels = new Map<string, Map<number, ListLevel>>();
  private readonly lists = new Map<string, string>();
  private readonly counts = new Map<string, number[]>();

  constructor(root: XmlNode | undefined, theme: ThemeFonts) {
    for (const node of root?.children ?? []) {
      if (node.name === "w:abstractNum") this.levels.set(node.attributes.abstractNumId ?? "", readLevels(node, theme));
      if (node.name !== "w:num") continue;
      const id = node.attributes.numId ?? "";
      const base = childValue(node, "w:abstractNumId") ?? "";
      const overridden = node.children.filter(({ name }) => name === "w:lvlOverride");
      if (overridden.length === 0) this.lists.set(id, base);
      else {
        // A list with changes of its own counts for itself.
        const levels = new Map(this.levels.get(base));
        for (const change of overridden) {
          const index = Number(change.attributes.ilvl ?? 0);
          const level = readLevels(change, theme).get(index) ?? levels.get(index);
          const start = childValue(change, "w:startOverride");
          if (level !== undefined) levels.set(index, start === undefined ? level : { ...level, start: Number(start) });
        }
        this.levels.set(`num ${id}`, levels);
        this.lists.set(id, `num ${id}`);
      }
    }
  }

  level(numId: string | undefined, level: number | undefined): ListLevel | null {
    if (numId === undefined || numId === "0") return null;
    return this.levels.get(this.lists.get(numId) ?? "")?.get(level ?? 0) ?? null;
  }

  /** The number or bullet of the next paragraph of a list: "1.", "a)", "-". */
  next(numId: string, index: number): string {
    const list = this.lists.get(numId) ?? "";
    const level = this.level(numId, index);
    if (level === null) return "";
    const counts = this.counts.get(list) ?? [];
    counts.length = Math.max(counts.length, index + 1);
    counts[index] = (counts[index] ?? level.start - 1) + 1;
    counts.length = index + 1;
    this.counts.set(list, counts);
    if (level.kind === "bullet") return BULLETS.has(level.pattern) ? "-" : level.pattern;
    return level.pattern.replace(/%(\d)/g, (_whole, digit: string) => {
      const at = Number(digit) - 1;
      const kind = this.level(numId, at)?.kind ?? "decimal";
      return writeNumber(counts[at] ?? this.level(numId, at)?.start ?? 1, kind);
    });
  }
}

/** The dashes of fonts of symbols. */
const BULLETS = new Set(["-", "–", "—", "\uF02D", "\uF0BE"]);

function readLevels(node: XmlNode, theme: ThemeFonts): Map<number, ListLevel> {
  const levels = node.children.filter(({ name }) => name === "w:lvl");
  return new Map(
    levels.map((level) => [
      Number(level.attributes.ilvl ?? 0),
      {
        paragraph: readParagraphFormat(child(level, "w:pPr")),
        run: readRunFormat(child(level, "w:rPr"), theme),
        kind: childValue(level, "w:numFmt") ?? "decimal",
        pattern: childValue(level, "w:lvlText") ?? "",
        start: Number(childValue(level, "w:start") ?? 1),
      },
    ]),
  );
}

function writeNumber(count: number, kind: string): string {
  switch (kind) {
    case "lowerLetter":
      return letters(count);
    case "upperLetter":
      return letters(count).toUpperCase();
    case "lowerRoman":
      return roman(count).toLowerCase();
    case "upperRoman":
      return roman(count);
    case "decimalZero":
      return String(count).padStart(2, "0");
    case "none":
      return "";
    default:
      return String(count);
  }
}

/** a … z, aa, bb …: the English alphabet, since Word has no Vietnamese one. */
function letters(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(5, Math.floor((count - 1) / 26) + 1));
}

const ROMAN: readonly [number, string][] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(count: number): string {
  let rest = Math.min(Math.max(count, 0), 3999);
  let text = "";
  for (const [value, letter] of ROMAN) {
    text += letter.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
