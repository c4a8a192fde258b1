import type { Measurement } from "../../domain/indicator.js";
import type { Exact } from "../../domain/number.js";
import type { Source } from "../../domain/source.js";

/** What a sentence rests on: whose figure, of what, and the row it was read from. */
export interface Fact {
  /** Name of the unit as stored; null = the cluster as a whole. */
  who: string | null;
  /** The indicator, criterion or award it is about, as stored. */
  about: string;
  what: "attainmentPercent" | "growthPercent" | "actual" | "status" | "missing" | "reason" | "score" | "rank" | "count";
  /** Exact, never rounded; null when the fact is that nothing is known. */
  figure: Exact | Measurement;
  /** null for figures computed over several rows. */
  source: Source | null;
}

/** One or more clauses ending in a full stop, with the facts they were made from. */
export interface Sentence {
  text: string;
  facts: readonly Fact[];
}

/** A sentence: first letter capital, one full stop at the end. */
export function makeSentence(text: string, facts: readonly Fact[]): Sentence {
  const trimmed = text.trim().replace(/[\s.;,]+$/, "");
  return { text: `${trimmed.charAt(0).toLocaleUpperCase("vi")}${trimmed.slice(1)}.`, facts };
}
