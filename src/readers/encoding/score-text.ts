import { isSyllable } from "./syllable.js";

/** Letters and whatever else is not plain ASCII: in a misread text letters of a word turn into signs (ho¹ch, Ä‘Æ¡n). */
const WORD = /(?:[A-Za-z]|[^\p{ASCII}\s\u2010-\u2015\u201C\u201D\u2022\u2026²³°±])+/gu;
const NOT_ASCII = /\P{ASCII}/u;
/** Invisible characters that some programs put between letters, and signs that may stand at a word. */
const SURROUNDING = /[\u200B-\u200F\u2060\uFEFF]|^[‘’«×÷]+|[‘’»×÷]+$/g;

export interface WordCount {
  /** Words with diacritics that are Vietnamese syllables. */
  sound: number;
  /** Words with other than ASCII letters that are not. */
  unsound: number;
}

/** How much of a text reads as Vietnamese. Words in plain ASCII say nothing and are not counted. */
export function countWords(text: string): WordCount {
  const count = { sound: 0, unsound: 0 };
  for (const [match] of text.matchAll(WORD)) {
    // Ð (eth) is typed for Đ everywhere.
    const word = match.replace(SURROUNDING, "").replaceAll("Ð", "Đ");
    if (!NOT_ASCII.test(word)) continue;
    if (isSyllable(word)) count.sound++;
    else count.unsound++;
  }
  return count;
}

/** A wrong word weighs three right ones: a wrong reading gives many, the right one gives few (names of other languages). */
export function scoreWords({ sound, unsound }: WordCount): number {
  return sound - 3 * unsound;
}
