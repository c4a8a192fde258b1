import { nameKey, rankNames, unitKey } from "../../domain/name.js";
import type { Problem } from "../../domain/problem.js";
import { listIndicators } from "../../store/indicator.js";
import { withDatabase } from "../../store/open.js";
import { listUnitNames } from "../../store/unit.js";
import type { Context } from "../context/context.js";
import type { NameAnswer, NameAnswers } from "../intake/sheet.js";
import type { ImportedSheet, ReadSheet } from "./sheets.js";

const ASKED: Readonly<Record<string, "units" | "indicators">> = {
  "unknown-unit": "units",
  "unknown-indicator": "indicators",
};

/**
 * Asks, on a terminal, what each unknown unit and indicator stands for: a known one, something new, or stop. Null when
 * there is nobody to ask, something else is wrong as well, or the person stops; else the answers so far and the new ones.
 */
export async function askNames(
  context: Context,
  imports: readonly ImportedSheet[],
  sheets: readonly ReadSheet[],
  { answers, strict }: { answers: NameAnswers; strict: boolean },
): Promise<NameAnswers | null> {
  const { io, yes, database } = context;
  const errors = imports.flatMap(({ format, problems }) =>
    problems.filter(({ severity }) => severity === "error").map((problem) => ({ format, problem })),
  );
  const unknown = errors.filter(({ problem }) => problem.code in ASKED && problem.value !== null);
  if (unknown.length === 0 || unknown.length < errors.length || !io.interactive || yes) return null;
  const known = await withDatabase(database, "try", (db) => ({
    units: [...listUnitNames(db).map(({ name }) => name), ...namesIn(sheets, "don-vi")],
    indicators: [...listIndicators(db).map(({ name }) => name), ...namesIn(sheets, "chi-tieu")],
  }));
  const next = { units: new Map(answers.units), indicators: new Map(answers.indicators) };
  for (const { format, problem } of unknown) {
    const part = ASKED[problem.code] ?? "units";
    const name = problem.value ?? "";
    const key = part === "units" ? unitKey(name) : nameKey(name);
    if (next[part].has(key)) continue;
    const answer = await askOne(context, problem, {
      known: rankNames(name, new Set(known[part])),
      mayBeNew: !strict && format === "ket-qua",
    });
    if (answer === null) return null;
    next[part].set(key, answer);
  }
  return next;
}

const NEAREST = 3;

async function askOne(
  { io }: Context,
  { file, row, value, code }: Problem,
  { known, mayBeNew }: { known: readonly string[]; mayBeNew: boolean },
): Promise<NameAnswer | null> {
  const what = code === "unknown-unit" ? "đơn vị" : "chỉ tiêu";
  const names = known.map((name) => ({ value: `=${name}`, name }));
  const answer = await io.ask.select({
    message: `${file}, dòng ${row}: chưa biết ${what} “${value}”. Là ${what} nào?`,
    choices: [
      ...names.slice(0, NEAREST),
      ...(mayBeNew ? [{ value: "new", name: `(${what} mới)` }] : []),
      { value: "stop", name: "(dừng lại, chưa nạp gì)" },
      ...names.slice(NEAREST),
    ],
  });
  if (answer === "stop") return null;
  return answer === "new" ? "new" : { is: answer.slice(1) };
}

function namesIn(sheets: readonly ReadSheet[], format: "don-vi" | "chi-tieu"): string[] {
  return sheets.flatMap(({ reading: { content } }) =>
    content?.format === format ? content.records.map(({ name }) => name) : [],
  );
}
