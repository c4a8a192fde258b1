import type { AwardFinder } from "./award-match.js";
import { foldKey, nearestName } from "./name.js";
import { type Exact, exact, ZERO } from "./number.js";
import type { CriterionRecord } from "./rubric.js";
import type { Criterion, Report } from "./rubric-tree.js";
import { RULES } from "./rules/index.js";
import { ParameterError } from "./rules/parameters.js";
import type { Allowance, ReadyChoice, ReadyRule, Room, Rule } from "./rules/rule.js";
import { nearestRuleOf } from "./rules/rule-words.js";

/** What the rest of the sheet says of a row. */
interface Place {
  bonusCap: Exact | null;
  deductionCap: Exact | null;
  /** The row, one above it or the whole rubric limits its bonus. */
  capped: boolean;
  isParent: boolean;
  findAward: AwardFinder;
}

/** The maximum of a row and how it is scored: by a rule when it is a leaf, by choosing a child, or by adding them up. */
export function readRule(
  record: CriterionRecord,
  place: Place,
  report: Report,
): Pick<Criterion, "max" | "choice" | "leaf"> {
  const rule = findRule(record, place, report);
  const max = readMax(record, rule, report);
  const ready = rule === null ? null : readParameters(record, rule, max, place, report);
  if (rule === null || ready === null) return { max, choice: null, leaf: null };
  if (ready.source === "children") {
    if (place.isParent) return { max, choice: ready, leaf: null };
    const hint = `Ghi các phương án thành tiêu chí con, ví dụ ${record.code}.1, ${record.code}.2.`;
    report(record, "rule", { code: "choice-without-children", message: `"${rule.id}" cần các tiêu chí con.`, hint });
    return { max, choice: null, leaf: null };
  }
  if (place.isParent) {
    const hint = "Xóa cách chấm ở dòng này, hoặc bỏ các tiêu chí con.";
    const message = "Tiêu chí có tiêu chí con thì không chấm trực tiếp.";
    report(record, "rule", { code: "rule-on-parent", message, hint });
    return { max, choice: null, leaf: null };
  }
  if (ready.source === "indicator" && record.indicator === null) {
    const hint = `Ghi tên chỉ tiêu mà "${rule.id}" dựa vào để chấm.`;
    report(record, "indicator", { code: "missing-value", message: "Thiếu chỉ tiêu.", hint });
  }
  const room = limitRoom(ready, place);
  const unbounded = room.bonus !== null && room.bonus.cap === null && !place.capped;
  if (unbounded) {
    const hint = 'Thêm "trần thưởng=…" hoặc cột Thưởng tối đa nếu cụm có quy định.';
    const message = "Điểm thưởng không có trần.";
    report(record, "parameters", { code: "unbounded-bonus", message, hint, severity: "warning" });
  }
  const { indicator, parameters } = record;
  return { max, choice: null, leaf: { ruleId: rule.id, rule: ready, indicator, parameters, room, unbounded } };
}

/** The caps of a row. Officers write what is taken with a minus or without. */
export function readCaps(
  record: CriterionRecord,
  report: Report,
): { bonusCap: Exact | null; deductionCap: Exact | null } {
  const bonusCap = record.bonusCap === null ? null : exact(record.bonusCap);
  if (bonusCap !== null && bonusCap.compare(ZERO) < 0) {
    const hint = "Ghi điểm thưởng tối đa từ 0 trở lên; điểm trừ ghi ở cột Trừ tối đa.";
    report(record, "bonusCap", { code: "negative-cap", message: "Thưởng tối đa là số âm.", hint });
  }
  return { bonusCap, deductionCap: record.deductionCap === null ? null : exact(record.deductionCap).abs() };
}

function findRule(record: CriterionRecord, { isParent }: Place, report: Report): Rule | null {
  const known = RULES.map(({ id }) => id);
  if (record.rule === null) {
    if (isParent) return null;
    const hint = `Ghi một trong các cách chấm: ${known.join(", ")}.`;
    const message = "Tiêu chí không có tiêu chí con nên cần cách chấm.";
    report(record, "rule", { code: "missing-value", message, hint });
    return null;
  }
  const key = foldKey(record.rule).replace(/[\s_]+/g, "-");
  const rule = RULES.find(({ id }) => id === key);
  if (rule !== undefined) return rule;
  const near = nearestName(key, known) ?? nearestRuleOf(record.rule);
  const meant = RULES.find(({ id }) => id === near);
  const advice =
    meant === undefined ? 'Nếu người chấm cho điểm thì ghi "truc-tiep".' : `Có phải là "${meant.id}" (${meant.title})?`;
  const hint = `${advice} Các cách chấm hiện có: ${known.join(", ")}.`;
  report(record, "rule", { code: "unknown-rule", message: "Không có cách chấm này.", hint });
  return null;
}

function readMax(record: CriterionRecord, rule: Rule | null, report: Report): Exact {
  const max = record.max === null ? ZERO : exact(record.max);
  if (record.max === null && rule?.maximum === undefined) {
    const hint = "Ghi điểm tối đa của tiêu chí này.";
    report(record, "max", { code: "missing-value", message: "Thiếu điểm tối đa.", hint });
  } else if (max.compare(ZERO) < 0) {
    const hint = "Ghi điểm tối đa từ 0 trở lên.";
    report(record, "max", { code: "negative-max", message: "Điểm tối đa là số âm.", hint });
  } else if (rule?.maximum === "none" && !max.equals(ZERO)) {
    const hint = "Để trống hoặc ghi 0; điểm trừ ghi ở cột Tham số.";
    report(record, "max", { code: "needless-max", message: `"${rule.id}" không có điểm tối đa.`, hint });
  }
  return max;
}

function readParameters(
  record: CriterionRecord,
  rule: Rule,
  max: Exact,
  { findAward }: Place,
  report: Report,
): ReadyRule | ReadyChoice | null {
  try {
    return rule.read(record.parameters, max, findAward);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const takes = rule.parameters.length === 0 ? "không có tham số nào" : rule.parameters.join("; ");
    report(record, "parameters", {
      code: "bad-parameter",
      message: error.message,
      hint: `"${rule.id}" nhận: ${takes}.`,
    });
    return null;
  }
}

/** What the rule allows within the caps of the row. A bonus cap makes room where the rule itself has no bonus: people may give it. */
function limitRoom({ bonus, deduction }: Room, { bonusCap, deductionCap }: Place): Room {
  const limit = (cap: Exact | null, own: Exact | null): Allowance => {
    if (cap === null || own === null) return { cap: cap ?? own };
    return { cap: own.compare(cap) < 0 ? own : cap };
  };
  const given = bonusCap === null ? null : { cap: bonusCap };
  return {
    bonus: bonus === null ? given : limit(bonus.cap, bonusCap),
    deduction: deduction === null ? null : limit(deduction.cap, deductionCap),
  };
}
