import type { Fact } from "./fact.js";
import { isWritten } from "./written-figures.js";

/** One or more clauses ending in a full stop, with the facts they were made from. */
export interface Sentence {
  text: string;
  facts: readonly Fact[];
}

/**
 * A sentence: first letter capital, one full stop at the end. Of `derived` (counts, steps, totals its words may or may not give) it
 * keeps what it writes.
 */
export function makeSentence(text: string, facts: readonly Fact[], derived: readonly Fact[] = []): Sentence {
  const trimmed = text.trim().replace(/[\s.;,]+$/, "");
  const told = `${trimmed.charAt(0).toLocaleUpperCase("vi")}${trimmed.slice(1)}.`;
  const all = [...facts, ...derived];
  const kept = new Map<string, Fact>();
  for (const fact of derived) {
    const key = [fact.who, fact.about, fact.what, fact.figure].join("|");
    if (!kept.has(key) && isWritten(told, fact, all)) kept.set(key, fact);
  }
  return { text: told, facts: [...facts, ...kept.values()] };
}
