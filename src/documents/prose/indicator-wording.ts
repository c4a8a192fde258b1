import { isPercentMeasure } from "../../domain/attainment.js";
import type { Indicator, Measurement } from "../../domain/indicator.js";
import { isTypedAmount } from "../../domain/measurement.js";
import type { ProgressRow } from "../../domain/progress.js";
import { writeAmounts, writePercents } from "./figures.js";

/** The words an indicator is told in. */
export interface Wording {
  /** In percent of a plan, by the level itself against a level to reach or stay under, or passed or not. */
  told: "percent" | "level" | "pass";
  /** Follows "các đơn vị đều": better than, exactly at, and a mixture of both. Of those met, ask `stateMet`. */
  exceeded: string;
  met: string;
  reached: string;
  /** Kept to a plan that is a bound or a range ("≤ 1,2"), which no figure is exactly at. */
  within: string;
  /** Follows the names of those short. */
  missed: string;
  /** Said where nobody reached it; null: everybody "đều" fell short. */
  nobody: string | null;
  /** Before the names of the best; and of the worst, after `missed`. */
  best: string;
  worst: string;
  /** What the level is held against: "kế hoạch", "mức phấn đấu". */
  target: string;
}

const PERCENT: Wording = {
  told: "percent",
  exceeded: "vượt kế hoạch",
  met: "đạt 100% kế hoạch",
  reached: "đạt và vượt kế hoạch",
  within: "đạt kế hoạch",
  missed: "chưa đạt kế hoạch",
  nobody: "không đơn vị nào đạt kế hoạch",
  best: "đạt cao nhất là",
  worst: "thấp nhất là",
  target: "kế hoạch",
};

const RATE: Wording = {
  ...PERCENT,
  told: "level",
  met: "đạt đúng mức kế hoạch",
  best: "rõ nhất là",
  worst: "thấp nhất so với kế hoạch là",
};

/** Lower is better: a ceiling is stayed under, so "vượt" would say the opposite of what is meant. */
const CEILING: Wording = {
  told: "level",
  exceeded: "thấp hơn mức phấn đấu",
  met: "bằng mức phấn đấu",
  reached: "đạt mức phấn đấu",
  within: "đạt mức phấn đấu",
  missed: "cao hơn mức phấn đấu",
  nobody: null,
  best: "rõ nhất là",
  worst: "rõ nhất là",
  target: "mức phấn đấu",
};

const PASS: Wording = {
  told: "pass",
  exceeded: "đạt yêu cầu",
  met: "đạt yêu cầu",
  reached: "đạt yêu cầu",
  within: "đạt yêu cầu",
  missed: "chưa đạt yêu cầu",
  nobody: "không đơn vị nào đạt yêu cầu",
  best: "",
  worst: "",
  target: "yêu cầu",
};

/** How this indicator is told. Rates are told by their level: "103,3% of a plan of 60%" is hard to follow. */
export function wordingOf({ indicator, measure }: { indicator: Indicator; measure: string | null }): Wording {
  if (indicator.direction === "pass") return PASS;
  if (indicator.direction === "lower") return CEILING;
  return isPercentMeasure(measure) ? RATE : PERCENT;
}

/**
 * The words before the year is over: what is reached so far, held against the year's plan without judging it. A rate or a level may
 * still move either way, so it is only set beside its target.
 */
export function wordingSoFar(standing: { indicator: Indicator; measure: string | null }): Wording {
  const wording = wordingOf(standing);
  const words = SO_FAR[wording.told];
  const target = wording.target === CEILING.target ? "mức phấn đấu cả năm" : "kế hoạch năm";
  return { ...wording, ...words, ...(wording.told === "level" ? atLevel(target) : {}), nobody: null, target };
}

function atLevel(target: string) {
  return { exceeded: target, met: target, reached: target, within: target, missed: target };
}

const SO_FAR = {
  percent: {
    exceeded: "đã vượt kế hoạch năm",
    met: "đã đạt 100% kế hoạch năm",
    reached: "đã đạt và vượt kế hoạch năm",
    within: "đã đạt kế hoạch năm",
    missed: "",
  },
  level: {},
  pass: {
    exceeded: "đã đạt yêu cầu",
    met: "đã đạt yêu cầu",
    reached: "đã đạt yêu cầu",
    within: "đã đạt yêu cầu",
    missed: "đang thực hiện",
  },
} as const;

/** How those that met their plan stand to it. */
export function stateMet(met: readonly Pick<ProgressRow, "result">[], wording: Wording): string {
  return met.some(({ result }) => isTypedAmount(result?.planned)) ? wording.within : wording.met;
}

/** Chooses the words of an indicator: `wordingOf`, or `wordingSoFar` before the year is over. */
export type ChooseWording = typeof wordingOf;

/**
 * The figures behind a unit's name in one sentence, all written alike: "116% KH", "0,9%, mức phấn đấu 1,0%", and of a loss, which
 * has no percentage, "thực hiện -2 tỷ đồng, kế hoạch 10 tỷ đồng"; null: none to give.
 */
export type FigureOf = (row: ProgressRow) => string | null;

export function writeFigures(rows: readonly ProgressRow[], wording: Wording, measure: string | null): FigureOf {
  if (wording.told === "pass") return () => null;
  if (wording.told === "percent") {
    const write = writePercents(rows.flatMap((row) => row.attainmentPercent ?? []));
    const writeLoss = writeLevels(
      rows.filter((row) => row.attainmentPercent === null),
      wording,
      measure,
    );
    return (row) => {
      if (row.attainmentPercent !== null) return `${write(row.attainmentPercent)} KH`;
      const levels = writeLoss(row);
      return levels === null ? null : `thực hiện ${levels}`;
    };
  }
  return writeLevels(rows, wording, measure);
}

function writeLevels(rows: readonly ProgressRow[], wording: Wording, measure: string | null): FigureOf {
  const tell = amountTeller(
    rows.flatMap(({ result }) => [result?.planned, result?.actual]),
    measure,
  );
  return ({ result }) => {
    const [planned, actual] = [tell(result?.planned), tell(result?.actual)];
    return planned === null || actual === null ? null : `${actual}, ${wording.target} ${planned}`;
  };
}

/** How the amounts of one sentence are written, bounds in words: "19,6%", "không quá 20,0%"; anything else as typed. null: nothing there. */
export function amountTeller(
  amounts: readonly (Measurement | undefined)[],
  measure: string | null,
): (amount: Measurement | undefined) => string | null {
  const write = writeAmounts(
    amounts.flatMap((amount) => {
      if (typeof amount === "string") return [amount];
      return boundOf(amount)?.end ?? [];
    }),
    measure,
  );
  return (amount) => {
    if (typeof amount === "string") return write(amount);
    if (!isTypedAmount(amount)) return null;
    const bound = boundOf(amount);
    return bound === null ? amount.text : bound.say(write(bound.end));
  };
}

/** Of a plan that is one bound: where it ends and how that is said; null for anything else. */
function boundOf(amount: Measurement | undefined): { end: string; say: (end: string) => string } | null {
  if (!isTypedAmount(amount)) return null;
  const { low, high, operator } = amount;
  if (operator === "<=" && high !== null) return { end: high, say: (end) => `không quá ${end}` };
  if (operator === "<" && high !== null) return { end: high, say: (end) => `dưới ${end}` };
  if (operator === ">=" && low !== null) return { end: low, say: (end) => `từ ${end} trở lên` };
  if (operator === ">" && low !== null) return { end: low, say: (end) => `trên ${end}` };
  return null;
}
