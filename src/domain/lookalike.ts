import { cleanText, foldKey } from "./name.js";

/** Cyrillic and Greek letters that look like a Latin one. */
const LATIN: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  У: "Y",
  Х: "X",
  І: "I",
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
  і: "i",
  ѕ: "s",
  ј: "j",
  һ: "h",
  ԁ: "d",
  ɡ: "g",
  Α: "A",
  Β: "B",
  Ε: "E",
  Ζ: "Z",
  Η: "H",
  Ι: "I",
  Κ: "K",
  Μ: "M",
  Ν: "N",
  Ο: "O",
  Ρ: "P",
  Τ: "T",
  Υ: "Y",
  Χ: "X",
  ο: "o",
  ν: "v",
  ι: "i",
  α: "a",
};

/** The letters of a Latin text that only look Latin (Cyrillic "а" in "Lâm Bình"), each once; marks stay on their letter. */
export function findLookalikes(text: string): string[] {
  const letters = cleanText(text).normalize("NFD");
  if (!/\p{Script=Latin}/u.test(letters)) return [];
  return [...new Set([...letters].filter((letter) => letter in LATIN))];
}

/** The text as it looks: letters that only look Latin made so. */
export function toLatin(text: string): string {
  return [...cleanText(text).normalize("NFD")]
    .map((letter) => LATIN[letter] ?? letter)
    .join("")
    .normalize("NFC");
}

/** Names with one such key are easily taken for each other: they differ in marks, blanks, hyphens or lookalike letters only. */
export function twinKey(name: string): string {
  return foldKey(toLatin(name)).replace(/[\s\-–.,]+/g, "");
}
