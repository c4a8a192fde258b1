import { UNKNOWN_TEXT } from "../attainment.js";
import { cleanText, foldKey } from "../name.js";
import { type Exact, exact, formatApart } from "../number.js";
import { ROUNDS, type Round } from "../rubric.js";
import { type MeasuredBy, measureResult } from "./figure.js";
import { ParameterError, parameterNumber, unquote } from "./parameters.js";
import type { AssessedResult, UnitFacts } from "./rule.js";

/** Whether a condition holds, null when the data do not tell; `because` says so as a Vietnamese clause. */
export interface Verdict {
  holds: boolean | null;
  because: string;
}

/** A condition with its words read. */
export interface Condition {
  /** As typed. */
  text: string;
  /** Indicators it names, as typed. */
  indicators: string[];
  /** It speaks of a result without naming an indicator: that of the criterion is meant. */
  needsOwn: boolean;
  test(facts: UnitFacts, own: AssessedResult | null): Verdict;
}

type Single = Omit<Condition, "text">;

/** How conditions are typed, for messages and the documentation. */
export const CONDITION_SHAPES =
  'chỉ tiêu "TÊN" > 0 (so kết quả: > >= < <= =, trên, dưới, bằng); % kế hoạch "TÊN" < 70; chỉ tiêu "TÊN" đạt / không đạt; ' +
  "chưa <tên chỉ tiêu đạt/không đạt>; thiếu bảng tự chấm / chấm chéo / thẩm định; số chỉ tiêu không đạt > 0; " +
  "nhiều điều kiện nối bằng “và” hoặc “hoặc”";

/** Reads a condition. Throws ParameterError when it makes no sense. */
export function parseCondition(text: string): Condition {
  const [all, any] = [splitAt(text, " va "), splitAt(text, " hoac ")];
  if (all.length > 1 && any.length > 1) {
    throw new ParameterError(`Điều kiện "${text}" có cả “và” lẫn “hoặc”; tách thành hai dòng.`);
  }
  const parts = (any.length > 1 ? any : all).map(parseSingle);
  // What settles "và" is one that fails, what settles "hoặc" one that holds; else one nobody knows.
  const settles = any.length > 1;
  return {
    text,
    indicators: parts.flatMap(({ indicators }) => indicators),
    needsOwn: parts.some(({ needsOwn }) => needsOwn),
    test: (facts, own) => {
      const verdicts = parts.map((part) => part.test(facts, own));
      const telling = verdicts.find(({ holds }) => holds === settles) ?? verdicts.find(({ holds }) => holds === null);
      return telling ?? { holds: !settles, because: verdicts.map(({ because }) => because).join(", ") };
    },
  };
}

/** Stands for each letter of a quoted name, so that no word in it is taken for ours. */
const NAMED = "\uE000";

/** The text for matching: folded, letter for letter, quoted names blotted out. */
function maskNames(clean: string): string {
  return foldKey(clean.replace(/"[^"]*"|“[^”]*”/g, (quoted) => NAMED.repeat(quoted.length)));
}

function splitAt(text: string, word: string): string[] {
  const clean = cleanText(text);
  const parts: string[] = [];
  let start = 0;
  for (const part of maskNames(clean).split(word)) {
    parts.push(clean.slice(start, start + part.length));
    start += part.length + word.length;
  }
  return parts;
}

const SHEET = /^(?:thieu|(?:khong|chua) (?:co|nop)) (?:bang |phieu )?(?:diem )?(tu cham|cham cheo|tham dinh)$/;
const COUNT = /^so chi tieu (khong dat|chua dat|dat)\s*(\W+|tren |duoi |bang )\s*([\d.,]+)$/;
const FIGURE =
  /^(chi tieu|ket qua|thuc hien|% ?(?:ke hoach|kh)?)?\s*(.*?)\s*([<>]=?|[=≥≤]|(?<![a-z])(?:tren|duoi|bang))\s*([\d.,]+) ?%?$/d;
const STATED = /^(chi tieu )?(?:(.+?) )??(khong dat|chua dat|dat)$/d;
const NOT = /^(chua|khong) (.+)$/d;

function parseSingle(text: string): Single {
  const key = maskNames(text);
  const round = ROUNDS.find(([, name]) => foldKey(name) === SHEET.exec(key)?.[1])?.[0];
  if (round !== undefined) return missingRound(round);
  const count = COUNT.exec(key);
  if (count !== null)
    return countIndicators(count[1] === "dat", readOperator(text, count[2]), parameterNumber(text, count[3] ?? ""));
  const named = (match: RegExpExecArray) => {
    const name = unquote(text.slice(...(match.indices?.[2] ?? [0, 0])));
    if (match[1] === undefined && name !== "" && !(match[2] ?? "").startsWith(NAMED)) throw unclear(text);
    return name === "" ? null : name;
  };
  const figure = FIGURE.exec(key);
  if (figure !== null) {
    const by = figure[1]?.startsWith("%") === true ? "plan" : "actual";
    return compareFigure(named(figure), by, readOperator(text, figure[3]), parameterNumber(text, figure[4] ?? ""));
  }
  const match = STATED.exec(key) ?? NOT.exec(key);
  if (match === null) throw unclear(text);
  return passOrFail(named(match), match[3] === "dat");
}

function unclear(text: string): ParameterError {
  return new ParameterError(`Không hiểu điều kiện "${text}".`);
}

interface Operator {
  sign: string;
  words: readonly string[];
  holds(order: number): boolean;
}

const OPERATORS: readonly Operator[] = [
  { sign: ">", words: ["tren"], holds: (order) => order > 0 },
  { sign: "≥", words: [">="], holds: (order) => order >= 0 },
  { sign: "<", words: ["duoi"], holds: (order) => order < 0 },
  { sign: "≤", words: ["<="], holds: (order) => order <= 0 },
  { sign: "=", words: ["bang"], holds: (order) => order === 0 },
];

function readOperator(text: string, typed = ""): Operator {
  const found = OPERATORS.find(({ sign, words }) => sign === typed.trim() || words.includes(typed.trim()));
  if (found === undefined) throw unclear(text);
  return found;
}

function missingRound(round: Round): Single {
  const name = ROUNDS.find(([id]) => id === round)?.[1] ?? "";
  const test = ({ rounds }: UnitFacts): Verdict =>
    rounds.has(round)
      ? { holds: false, because: `có điểm ${name}` }
      : { holds: true, because: `không có điểm ${name} nào` };
  return { indicators: [], needsOwn: false, test };
}

function countIndicators(met: boolean, { holds }: Operator, level: Exact): Single {
  const test = ({ standing }: UnitFacts): Verdict => {
    const count = exact(met ? standing.met : standing.missed);
    const because = `${count} chỉ tiêu ${met ? "đạt" : "không đạt"}`;
    const now = holds(count.compare(level));
    // What is not reported yet may still go either way.
    if (now === holds(count.add(standing.unknown).compare(level))) return { holds: now, because };
    return { holds: null, because: `${because}, ${standing.unknown} chỉ tiêu chưa có số liệu` };
  };
  return { indicators: [], needsOwn: false, test };
}

function compareFigure(indicator: string | null, by: MeasuredBy, { sign, holds }: Operator, level: Exact): Single {
  return onIndicator(indicator, (result, what) => {
    const measured = measureResult(result, by);
    if (measured.value === null) return { holds: null, because: `${what}: ${measured.reason}` };
    const shown = `${formatApart(measured.value, level)}${by === "plan" ? "%" : ""}`;
    const verdict = holds(measured.value.compare(level));
    const told = verdict ? sign : `không ${sign}`;
    return { holds: verdict, because: `${what}: ${shown} ${told} ${formatApart(level, measured.value)}` };
  });
}

function passOrFail(indicator: string | null, wanted: boolean): Single {
  return onIndicator(indicator, (result, what) => {
    if (result === null || result.status === "unknown") {
      return { holds: null, because: `${what}: ${UNKNOWN_TEXT[result?.unknown ?? "no-actual"]}` };
    }
    const passed = result.status !== "missed";
    return { holds: passed === wanted, because: `${what}: ${passed ? "đạt" : "không đạt"}` };
  });
}

/** A test of one indicator (null: the criterion's own); a task the unit was not given is never held against it. */
function onIndicator(indicator: string | null, test: (result: AssessedResult | null, what: string) => Verdict): Single {
  const what = indicator ?? "kết quả";
  return {
    indicators: indicator === null ? [] : [indicator],
    needsOwn: indicator === null,
    test: (facts, own) => {
      const result = indicator === null ? own : facts.resultOf(indicator);
      if (result?.assigned === false) return { holds: false, because: `${what}: ${UNKNOWN_TEXT["not-assigned"]}` };
      return test(result, what);
    },
  };
}
