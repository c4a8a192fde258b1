import type { Award } from "./award.js";
import { nameKey } from "./name.js";

/** A number one office gave in one year, and who has it. */
export interface TakenNumber {
  number: number;
  /** As recorded: "07/QĐ-UBND". */
  text: string;
  /** Names, in the order of the lists. */
  recipients: string[];
}

/** A document's number as printed: "5" → "05" (Decree 30/2020). */
export function padNumber(number: string): string {
  return number.replace(/^(\d)$/, "0$1");
}

/** A number as recorded in the list: "07/QĐ-UBND"; without a symbol "07". */
export function decisionNumberText(number: string, symbol: string | null): string {
  return [padNumber(number), symbol].filter(Boolean).join("/");
}

/**
 * The numbers that awards have in the series of `symbol` in the year of `date`, lowest first. A number without a symbol
 * is of the series; one without a date is of the year of its list or the next, when lists are decided.
 */
export function listTakenNumbers(
  awards: readonly { year: number; award: Award }[],
  { symbol, date }: { symbol: string | null; date: string },
): TakenNumber[] {
  const year = Number(date.slice(0, 4));
  const taken = new Map<number, TakenNumber>();
  for (const { year: listYear, award } of awards) {
    const { decisionNumber: text, decisionDate } = award;
    const read = text === null ? null : readNumber(text);
    if (text === null || read === null) continue;
    if (read.symbol !== "" && symbol !== null && read.symbol !== symbolKey(symbol)) continue;
    const isOfYear = decisionDate === null ? [year, year - 1].includes(listYear) : decisionDate.startsWith(`${year}-`);
    if (!isOfYear) continue;
    const known = taken.get(read.number);
    if (known === undefined) taken.set(read.number, { number: read.number, text, recipients: [award.name] });
    else known.recipients.push(award.name);
  }
  return [...taken.values()].sort((a, b) => a.number - b.number);
}

/** The number after the highest taken; 1 when none is. */
export function nextNumber(taken: readonly TakenNumber[]): number {
  return (taken.at(-1)?.number ?? 0) + 1;
}

/** The first taken number among `count` from `first` on, or null. */
export function findTaken(taken: readonly TakenNumber[], first: number, count: number): TakenNumber | null {
  return taken.find(({ number }) => number >= first && number < first + count) ?? null;
}

/** Whether what was typed names this recorded number; a symbol left out on either side matches any. */
export function isSameNumber(recorded: string, typed: string): boolean {
  const [one, other] = [readNumber(recorded), readNumber(typed)];
  if (one === null || other === null) return nameKey(recorded) === nameKey(typed);
  const isSameSymbol = one.symbol === "" || other.symbol === "" || one.symbol === other.symbol;
  return one.number === other.number && isSameSymbol;
}

/** "Số 125/2021/QĐ-UBND" is 125 of "qđ-ubnd"; null where no number leads. */
function readNumber(text: string): { number: number; symbol: string } | null {
  const match = /^(?:số|quyết định số)?[\s:]*(\d{1,6})\s*(?:\/\s*(?:\d{4}\s*\/)?\s*(.*))?$/iu.exec(text.trim());
  return match === null ? null : { number: Number(match[1]), symbol: symbolKey(match[2] ?? "") };
}

function symbolKey(symbol: string): string {
  return nameKey(symbol.replace(/\s*[-–]\s*/g, "-"));
}
