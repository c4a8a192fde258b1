import { formatWhole } from "../domain/number.js";
import { formatProblem, type Problem } from "../domain/problem.js";

/** More than so many alike are told in one line. */
const MAX_ALIKE = 5;
/** As many rows as a line names. */
const MAX_RANGES = 15;

/**
 * The problems as lines, each in its place; more than five of one code at one column of one sheet become a single line
 * with their number, an example and the rows.
 */
export function formatProblems(problems: readonly Problem[]): string[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = keyOf(problem);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return problems.flatMap((problem) => {
    const group = groups.get(keyOf(problem)) ?? [];
    if (group.length <= MAX_ALIKE) return [`${severityText(problem)}: ${formatProblem(problem)}`];
    return group[0] === problem ? [describeGroup(problem, group)] : [];
  });
}

function keyOf({ file, sheet, code, column, severity }: Problem): string {
  return JSON.stringify([file, sheet, code, column, severity]);
}

function severityText({ severity }: Problem): string {
  return severity === "error" ? "Lỗi" : "Lưu ý";
}

function describeGroup(first: Problem, group: readonly Problem[]): string {
  const rows = group.flatMap(({ row }) => row ?? []);
  const places = rows.length === 0 ? "" : ` Các dòng: ${describeRows(rows)}.`;
  return `${severityText(first)}: ${formatWhole(group.length)} chỗ như nhau, chỗ đầu là ${formatProblem(first)}${places}`;
}

/** "2-5, 9, 12". */
function describeRows(rows: readonly number[]): string {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const row of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  const shown = ranges.slice(0, MAX_RANGES).map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  return ranges.length > MAX_RANGES ? `${shown.join(", ")} …` : shown.join(", ");
}
