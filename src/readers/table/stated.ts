import type { ResultRecord, Stated } from "../../domain/indicator.js";
import { nameKey } from "../../domain/name.js";
import { readAmount } from "../cell/amount.js";
import type { ColumnClaim, Table } from "./format.js";
import { readHeader } from "./header-key.js";
import type { Row } from "./row.js";
import { reportProblem } from "./table.js";

const EVALUATIONS = new Set([
  ...["đạt", "vượt", "đạt, vượt", "đạt và vượt", "vượt kế hoạch", "không đạt", "chưa đạt"],
  ...["hoàn thành", "không hoàn thành", "chưa hoàn thành"],
]);

/** Longer texts are none of them. */
export const EVALUATION_LENGTH = 20;

/** Whether a text is one of the words by which a sheet says that a plan was kept or not. */
function isEvaluation(text: string): boolean {
  return text !== "" && text.length < EVALUATION_LENGTH && EVALUATIONS.has(nameKey(text));
}

/** What may be more than a number: words, bounds, a range. */
const NO_PLAIN_NUMBER = /[\p{L}<>≤≥~≈]|\d\s*[-–—]\s*\d/u;
const BOUNDS = new Set(["<", "<=", ">", ">=", "~", "range"]);

/**
 * % TH/KH and Đánh giá; a word in a cell for the percentage is the evaluation, as is one in the notes. `inResult`: the
 * percentage that stands in place of the result.
 */
export function readStated(row: Row, note: string | null, inResult: Stated["attainmentPercent"] = null): Stated {
  const text = row.raw("attainmentPercent");
  const word = isEvaluation(text) ? text : null;
  const evaluation = row.text("evaluation") ?? word ?? (note !== null && isEvaluation(note) ? note : null);
  const own = word === null ? readOwnPercent(row, text) : null;
  return { attainmentPercent: own ?? inResult, evaluation };
}

function readOwnPercent(row: Row, text: string): Stated["attainmentPercent"] {
  const percent = NO_PLAIN_NUMBER.test(text) ? readPercent(row, text) : null;
  return percent ?? row.number("attainmentPercent", "warning");
}

/** A percentage, perhaps as a bound or a range; null for other texts. */
function readPercent(row: Row, text: string): Stated["attainmentPercent"] {
  const reading = readAmount(text, { style: row.style, measure: "%", indicator: "", countsChange: false });
  const isPercent =
    "value" in reading && (typeof reading.value === "string" || BOUNDS.has(reading.value.operator ?? ""));
  return isPercent ? reading.value : null;
}

const PERCENT_OF_PLAN =
  /^(?:ước )?(?:(?:đạt|bằng|hoàn thành) )?([^%]{1,30}%) ?(?:so (?:với )?)?(?:kh|kế hoạch|dự toán|dt|chỉ tiêu)(?!\p{L})[^%]{0,60}$/iu;

/** "Đạt 105% KH" where the result belongs: what the sheet states of the plan, told as such; null for other texts. */
export function readPercentInResult(row: Row, text: string): Stated["attainmentPercent"] {
  const written = PERCENT_OF_PLAN.exec(text)?.[1];
  const percent = written === undefined ? null : readPercent(row, written);
  if (percent === null) return null;
  const trouble = {
    code: "stated-in-result",
    message: "Ô này chỉ ghi tỷ lệ so với kế hoạch: tỷ lệ được giữ như bảng ghi, con số thực hiện là chưa có.",
    hint: "Ghi con số thực hiện vào ô này thì mới tính và chấm điểm được; tỷ lệ ghi ở cột “% TH/KH”.",
  };
  row.report("actual", trouble, "warning");
  return percent;
}

const FIGURES = ["planned", "actual", "previous"];
/** A percentage of the plan by its header; "Tỷ lệ" alone may be that of anything. */
const OF_PLAN = /(^|[\s%/])(kh|kế hoạch|dt|dự toán|hoàn thành)(\s|%|$)/;

/** Words that head an evaluation of anything, not only of a plan. */
const OF_ANYTHING = /^(tự đánh giá|kết luận|xếp loại)/;

/** Whether a header without plan and result still is one of results: it states a percentage of the plan, or Đánh giá. */
export function statesOnly(claims: readonly ColumnClaim[]): boolean {
  if (claims.some(({ fields }) => fields.some((field) => FIGURES.includes(field)))) return false;
  return claims.some(({ fields, header }) => {
    const { key } = readHeader(header);
    if (fields.includes("evaluation")) return !OF_ANYTHING.test(key);
    return fields.includes("attainmentPercent") && OF_PLAN.test(key);
  });
}

/** Whether a table has columns for what is stated of plan and result, and for neither of these. */
export function hasOnlyStated({ columns }: Pick<Table, "columns">): boolean {
  const isStated = columns.has("attainmentPercent") || columns.has("evaluation");
  return isStated && !FIGURES.some((field) => columns.has(field));
}

/** As many indicators as a sentence names. */
const SHOWN = 5;

/** Says once that percentages without plan and result are kept as what the sheet states and not computed with. */
export function noteStatedOnly(table: Table, records: readonly ResultRecord[]): void {
  const stated = records.filter(({ statedOnly, stated: { attainmentPercent, evaluation } }) => {
    return statedOnly === true && (attainmentPercent ?? evaluation) !== null;
  });
  if (stated.length === 0) return;
  const indicators = [...new Set(stated.map(({ indicator }) => `“${indicator}”`))];
  const more = indicators.length > SHOWN ? "…" : "";
  const isPart = records.some(({ statedOnly }) => statedOnly !== true);
  const which = isPart ? `Chỉ tiêu ${indicators.slice(0, SHOWN).join(", ")}${more}` : "Bảng";
  reportProblem(table, {
    row: table.headerIndex + 1,
    column: null,
    value: null,
    code: "stated-only",
    severity: "warning",
    message: `${which} chỉ có tỷ lệ hoặc đánh giá so với kế hoạch, không có kế hoạch và thực hiện: ${stated.length} chỗ được giữ như bảng ghi, không dùng để tính tỷ lệ hay chấm điểm.`,
    hint: "Muốn tính được thì nạp bảng có cột Kế hoạch và Thực hiện.",
  });
}
