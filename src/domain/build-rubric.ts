import { nameKey, nearestName } from "./name.js";
import { type Exact, exact, formatNumber, ZERO } from "./number.js";
import type { Problem } from "./problem.js";
import type { CriterionRecord } from "./rubric.js";
import { RULES } from "./rules/index.js";
import { ParameterError } from "./rules/parameters.js";
import type { ReadyRule } from "./rules/rule.js";
import { capitalize } from "./upper-case.js";

/** A node of the rubric tree. Leaves have a rule; parents only add up their children. */
export interface Criterion {
  row: number;
  code: string;
  name: string;
  /** Index of the parent in `Rubric.criteria`; null for a root. */
  parent: number | null;
  max: Exact;
  /** Thưởng tối đa, Trừ tối đa of this node: what it and all below it may add or take at most; null = no cap. */
  bonusCap: Exact | null;
  deductionCap: Exact | null;
  leaf: {
    ruleId: string;
    rule: ReadyRule;
    /** Name of the indicator it scores, as typed; null when people score it. */
    indicator: string | null;
    /** `Tham số` as typed. */
    parameters: string | null;
  } | null;
}

/** A checked rubric, criteria in the order of the sheet. */
export interface Rubric {
  criteria: Criterion[];
  maxScore: Exact;
}

/** Field of a record → header of its column, as the problems name it. */
export const RUBRIC_COLUMNS = {
  code: "Mã",
  name: "Tiêu chí",
  max: "Điểm tối đa",
  rule: "Cách chấm",
  indicator: "Chỉ tiêu",
  parameters: "Tham số",
} as const;

/**
 * Checks the rows of a `thang-diem` sheet and makes the tree: codes unique, a parent's maximum equal to the sum of its
 * children, every leaf with a known rule and sensible parameters. All problems are returned; with an error the rubric
 * is not fit for use.
 */
export function buildRubric(
  records: readonly CriterionRecord[],
  file: string,
): { rubric: Rubric; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (record, column, value, code, message, hint, severity = "error") =>
    problems.push({
      file,
      sheet: null,
      row: record.row,
      column: RUBRIC_COLUMNS[column],
      value,
      code,
      severity,
      message,
      hint,
    });

  const parents = findParents(records, report);
  const isParent = new Set(parents.filter((parent) => parent !== null));
  const criteria = records.map((record, index): Criterion => {
    const max = record.max === null ? ZERO : exact(record.max);
    if (record.max === null) {
      report(record, "max", null, "missing-value", "Thiếu điểm tối đa.", "Ghi điểm tối đa của tiêu chí này.");
    } else if (max.compare(ZERO) < 0) {
      report(record, "max", record.max, "negative-max", "Điểm tối đa là số âm.", "Ghi điểm tối đa từ 0 trở lên.");
    }
    const capped = isCapped(index, records, parents);
    const leaf = isParent.has(index) ? rejectRule(record, report) : readLeaf(record, max, capped, report);
    const { row, code, name } = record;
    const caps = { bonusCap: readCap(record.bonusCap), deductionCap: readCap(record.deductionCap) };
    return { row, code, name, parent: parents[index] ?? null, max, ...caps, leaf };
  });
  checkSums(criteria, records, report);
  const roots = criteria.filter((criterion) => criterion.parent === null);
  return { rubric: { criteria, maxScore: roots.reduce((sum, root) => sum.add(root.max), ZERO) }, problems };
}

type Report = (
  record: CriterionRecord,
  column: keyof typeof RUBRIC_COLUMNS,
  value: string | null,
  code: string,
  message: string,
  hint: string,
  severity?: Problem["severity"],
) => void;

/** The parent of "I.1.a" is the longest other code it begins with, cut where a new part begins ("I.1", not "I.1" of "I.12"). */
function findParents(records: readonly CriterionRecord[], report: Report): (number | null)[] {
  const byCode = new Map<string, number>();
  records.forEach((record, index) => {
    const key = codeKey(record.code);
    const first = byCode.get(key);
    if (first === undefined) byCode.set(key, index);
    else {
      const message = `Mã tiêu chí đã dùng ở dòng ${records[first]?.row}.`;
      report(record, "code", record.code, "duplicate-code", message, "Đặt cho mỗi tiêu chí một mã riêng.");
    }
  });
  return records.map((record, index) => {
    const key = codeKey(record.code);
    for (let end = key.length - 1; end > 0; end--) {
      const parent = byCode.get(key.slice(0, end).replace(/[.\-)\s]+$/, ""));
      if (parent !== undefined && parent !== index && beginsPart(key, end)) return parent;
    }
    return null;
  });
}

function codeKey(code: string): string {
  return nameKey(code).replace(/[.)\s]+$/, "");
}

function beginsPart(key: string, at: number): boolean {
  const [before = "", after = ""] = [key[at - 1], key[at]];
  if (/[.\-)\s]/.test(before) || /[.\-)\s]/.test(after)) return true;
  return /\d/.test(before) !== /\d/.test(after);
}

function rejectRule(record: CriterionRecord, report: Report): null {
  if (record.rule !== null) {
    const hint = "Xóa cách chấm ở dòng này, hoặc bỏ các tiêu chí con.";
    report(record, "rule", record.rule, "rule-on-parent", "Tiêu chí có tiêu chí con thì không chấm trực tiếp.", hint);
  }
  return null;
}

function readCap(text: string | null): Exact | null {
  return text === null ? null : exact(text);
}

/** Whether the node or one above it has a bonus cap of its own. */
function isCapped(index: number, records: readonly CriterionRecord[], parents: readonly (number | null)[]): boolean {
  for (let node: number | null = index; node !== null; node = parents[node] ?? null) {
    if (records[node]?.bonusCap != null) return true;
  }
  return false;
}

function readLeaf(record: CriterionRecord, max: Exact, capped: boolean, report: Report): Criterion["leaf"] {
  const known = RULES.map((rule) => rule.id);
  if (record.rule === null) {
    const hint = `Ghi một trong các cách chấm: ${known.join(", ")}.`;
    report(record, "rule", null, "missing-value", "Tiêu chí không có tiêu chí con nên cần cách chấm.", hint);
    return null;
  }
  const ruleKey = nameKey(record.rule).replace(/\s+/g, "-");
  const rule = RULES.find(({ id }) => id === ruleKey);
  if (rule === undefined) {
    const near = nearestName(ruleKey, known);
    const hint = `${near === null ? "" : `Có phải là "${near}"? `}Các cách chấm hiện có: ${known.join(", ")}.`;
    report(record, "rule", record.rule, "unknown-rule", "Không có cách chấm này.", hint);
    return null;
  }
  try {
    const ready = rule.read(record.parameters, max);
    if (ready.source === "indicator" && record.indicator === null) {
      const hint = `Ghi tên chỉ tiêu mà "${rule.id}" dựa vào để chấm.`;
      report(record, "indicator", null, "missing-value", "Thiếu chỉ tiêu.", hint);
    }
    for (const warning of capped ? [] : ready.warnings) {
      const message = `${capitalize(warning)}.`;
      const hint = 'Thêm "trần thưởng=…" hoặc cột Thưởng tối đa nếu cụm có quy định.';
      report(record, "parameters", record.parameters, "unbounded-bonus", message, hint, "warning");
    }
    return { ruleId: rule.id, rule: ready, indicator: record.indicator, parameters: record.parameters };
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const takes = rule.parameters.length === 0 ? "không có tham số nào" : rule.parameters.join("; ");
    report(record, "parameters", record.parameters, "bad-parameter", error.message, `"${rule.id}" nhận: ${takes}.`);
    return null;
  }
}

function checkSums(criteria: readonly Criterion[], records: readonly CriterionRecord[], report: Report): void {
  criteria.forEach((criterion, index) => {
    const children = criteria.filter((child) => child.parent === index);
    if (children.length === 0) return;
    const sum = children.reduce((total, child) => total.add(child.max), ZERO);
    if (sum.equals(criterion.max)) return;
    const record = records[index];
    if (record === undefined) return;
    const list = children.map((child) => `${child.code}: ${formatNumber(child.max)}`).join("; ");
    const message = `Điểm tối đa ${formatNumber(criterion.max)} khác tổng các tiêu chí con ${formatNumber(sum)} (${list}).`;
    report(
      record,
      "max",
      record.max,
      "sum-mismatch",
      message,
      "Sửa điểm của tiêu chí này hoặc của các tiêu chí con cho bằng nhau.",
    );
  });
}
