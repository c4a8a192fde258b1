import type { AwardFinder } from "./award-match.js";
import { codeKey, findParents } from "./criterion-code.js";
import { type Exact, formatNumber, toPlain, ZERO } from "./number.js";
import type { Problem } from "./problem.js";
import type { CriterionRecord } from "./rubric.js";
import { readCaps, readRule } from "./rubric-rule.js";
import { type Criterion, type Report, RUBRIC_COLUMNS, type Rubric } from "./rubric-tree.js";
import { readWhole } from "./rubric-whole.js";
import { NO_TIES } from "./tie-rule.js";

/**
 * Checks the rows of a `thang-diem` sheet and makes the tree: codes unique, a parent's maximum equal to the sum of its
 * children (the greatest where one of them counts), every leaf with a known rule and sensible parameters, every award
 * named known to `findAward`. All problems are returned; with an error the rubric is not fit for use.
 */
export function buildRubric(
  records: readonly CriterionRecord[],
  file: string,
  findAward: AwardFinder,
): { rubric: Rubric; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (record, column, { severity = "error", ...trouble }) => {
    const value = record[column] === "" ? null : record[column];
    problems.push({ file, sheet: null, row: record.row, column: RUBRIC_COLUMNS[column], value, severity, ...trouble });
  };
  const whole = records.filter(({ code }) => code === "");
  const typed = records.filter(({ code }) => code !== "");
  reportSameCodes(typed, report);
  const parents = findParents(typed.map(({ code }) => code));
  const rows = typed.map((record, index) => addUp(record, index, typed, parents));
  const isParent = new Set(parents.filter((parent) => parent !== null));
  const wholeCapped = whole.some(({ bonusCap }) => bonusCap !== null);
  const criteria = rows.map((record, index): Criterion => {
    const capped = wholeCapped || isCapped(index, rows, parents);
    const { row, code, name } = record;
    const caps = readCaps(record, report);
    const read = readRule(record, { ...caps, capped, isParent: isParent.has(index), findAward }, report);
    return { row, code, name, parent: parents[index] ?? null, ...caps, ...read };
  });
  checkSums(criteria, rows, report);
  const roots = criteria.filter((criterion) => criterion.parent === null);
  const maxScore = roots.reduce((sum, root) => sum.add(root.max), ZERO);
  const bare = { criteria, maxScore, bonusCap: null, deductionCap: null, ties: NO_TIES, decimals: null };
  return { rubric: { ...bare, ...readWhole(whole, criteria, maxScore, report) }, problems };
}

/** Whether one criterion is the other or stands below it; by their indexes. */
export function isUnder({ criteria }: Pick<Rubric, "criteria">, index: number, ancestor: number): boolean {
  for (let at: number | null = index; at !== null && at >= 0; at = criteria[at]?.parent ?? null) {
    if (at === ancestor) return true;
  }
  return false;
}

/** A group that states no points has those of what stands below it. */
function addUp(
  record: CriterionRecord,
  index: number,
  rows: readonly CriterionRecord[],
  parents: readonly (number | null)[],
): CriterionRecord {
  if (record.max !== null || record.rule !== null || !parents.includes(index)) return record;
  const sum = rows.reduce((total, child, at) => {
    if (parents[at] !== index) return total;
    return total.add(addUp(child, at, rows, parents).max ?? ZERO);
  }, ZERO);
  return { ...record, max: toPlain(sum, 12) };
}

function reportSameCodes(rows: readonly CriterionRecord[], report: Report): void {
  const first = new Map<string, number>();
  for (const record of rows) {
    const row = first.get(codeKey(record.code));
    if (row === undefined) {
      first.set(codeKey(record.code), record.row);
      continue;
    }
    const message = `Mã tiêu chí đã dùng ở dòng ${row}.`;
    report(record, "code", {
      code: "duplicate-code",
      message,
      hint: "Đặt cho mỗi tiêu chí một mã riêng, ví dụ I.1, II.1.",
    });
  }
}

/** Whether the node or one above it has a bonus cap of its own. */
function isCapped(index: number, rows: readonly CriterionRecord[], parents: readonly (number | null)[]): boolean {
  for (let node: number | null = index; node !== null; node = parents[node] ?? null) {
    if (rows[node]?.bonusCap != null) return true;
  }
  return false;
}

function checkSums(criteria: readonly Criterion[], rows: readonly CriterionRecord[], report: Report): void {
  criteria.forEach((criterion, index) => {
    const record = rows[index];
    const children = criteria.filter((child) => child.parent === index);
    if (children.length === 0 || record === undefined) return;
    const wanted = criterion.choice === null ? sumOf(children) : greatestOf(children);
    if (wanted.equals(criterion.max)) return;
    const list = children.map((child) => `${child.code}: ${formatNumber(child.max)}`).join("; ");
    const what = criterion.choice === null ? "tổng các tiêu chí con" : "điểm tối đa cao nhất của các phương án";
    report(record, "max", {
      code: "sum-mismatch",
      message: `Điểm tối đa ${formatNumber(criterion.max)} khác ${what} ${formatNumber(wanted)} (${list}).`,
      hint: "Sửa điểm của tiêu chí này hoặc của các tiêu chí con cho bằng nhau.",
    });
  });
}

function sumOf(children: readonly Criterion[]): Exact {
  return children.reduce((total, child) => total.add(child.max), ZERO);
}

function greatestOf(children: readonly Criterion[]): Exact {
  return children.reduce((most, child) => (child.max.compare(most) > 0 ? child.max : most), ZERO);
}
