import { isPercentMeasure } from "../../domain/attainment.js";
import { type Exact, exact, HUNDRED, roundHalfUp, ZERO } from "../../domain/number.js";
import type { Fact } from "./fact.js";
import { unitInProse } from "./words.js";

/** A number as it stands in a sentence. */
export interface WrittenNumber {
  /** "1.454", "107,4%", "0,16 điểm %", "06" */
  text: string;
  value: Exact;
  places: number;
  isPercent: boolean;
}

const NUMBER = /(?<![\p{L}\p{M}\d.,])(-?\d{1,3}(?:\.\d{3})+|-?\d+)(,\d+)?((?:\sđiểm\s)?\s?[%‰])?/gu;

/** The numbers of a sentence, those that are part of a name or a measure of its facts left out. */
export function listNumbers(text: string, facts: readonly Fact[]): WrittenNumber[] {
  const bare = withoutNames(text, facts);
  return [...bare.matchAll(NUMBER)].map(([text, whole = "", decimals = "", percent]) => ({
    text,
    value: exact(`${whole.replaceAll(".", "")}${decimals.replace(",", ".")}`),
    places: Math.max(0, decimals.length - 1),
    isPercent: percent !== undefined,
  }));
}

/** The number by which the sentence writes this fact, its percentage over the plan counting too; null: its words imply it. */
export function findWritten(text: string, fact: Fact, facts: readonly Fact[]): string | null {
  return listNumbers(text, facts).find((number) => tells(number, fact))?.text ?? null;
}

export function isWritten(text: string, fact: Fact, facts: readonly Fact[]): boolean {
  return findWritten(text, fact, facts) !== null;
}

/** Whether this number of a sentence is what the fact says. */
export function tells(number: WrittenNumber, { figure, what, measure }: Fact): boolean {
  const size = sizeOf(figure);
  if (size === null) {
    return wordsOf(figure).includes(number.text.replace(/[^\d]+$/, "")) || isEnd(number.value, figure);
  }
  // "Kế hoạch bằng 0" is said of rates too.
  if (size.equals(ZERO)) return number.value.equals(ZERO);
  if (number.isPercent !== (PERCENTAGES.has(what) || isPercentMeasure(measure))) return false;
  const sizes = what === "attainmentPercent" ? [size, size.sub(HUNDRED)] : [size, size.abs()];
  return sizes.some((each) => roundHalfUp(each, number.places).equals(number.value));
}

const PERCENTAGES: ReadonlySet<Fact["what"]> = new Set(["attainmentPercent", "growthPercent", "share", "threshold"]);

function sizeOf(figure: Fact["figure"]): Exact | null {
  if (typeof figure === "string") return /^-?\d+(\.\d+)?$/.test(figure) ? exact(figure) : null;
  return isExact(figure) ? figure : null;
}

function wordsOf(figure: Fact["figure"]): string {
  if (typeof figure === "string") return figure;
  return typeof figure === "object" && figure !== null && "text" in figure ? figure.text : "";
}

/** An end of a bound is written with the decimals of its sentence: "≤ 1,2" as "không quá 1,20". */
function isEnd(value: Exact, figure: Fact["figure"]): boolean {
  if (typeof figure !== "object" || figure === null || isExact(figure)) return false;
  return [figure.low, figure.high].some((end) => end !== null && exact(end).equals(value));
}

function isExact(figure: Fact["figure"]): figure is Exact {
  return typeof figure === "object" && figure !== null && "d" in figure;
}

function withoutNames(text: string, facts: readonly Fact[]): string {
  const names = facts.flatMap(({ who, about, measure }) => [
    ...(who === null ? [] : [who, unitInProse({ name: who, kind: null })]),
    about,
    ...(measure === null ? [] : [measure]),
  ]);
  const numbered = [...new Set(names)].filter((name) => /\d/.test(name)).sort((a, b) => b.length - a.length);
  return numbered.reduce((rest, name) => rest.replace(new RegExp(escapePattern(name), "giu"), "…"), text);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
