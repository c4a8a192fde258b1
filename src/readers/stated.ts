import type { ResultRecord, Stated } from "../domain/indicator.js";
import { nameKey } from "../domain/name.js";
import { readAmount } from "./amount.js";
import type { ColumnClaim } from "./columns.js";
import { readHeader } from "./header-key.js";
import type { Row } from "./row.js";
import { reportProblem, type Table } from "./table.js";

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

/** % TH/KH and Đánh giá; a word in a cell for the percentage is the evaluation, as is one in the notes. */
export function readStated(row: Row, note: string | null): Stated {
  const text = row.raw("attainmentPercent");
  const word = isEvaluation(text) ? text : null;
  const evaluation = row.text("evaluation") ?? word ?? (note !== null && isEvaluation(note) ? note : null);
  return { attainmentPercent: word === null ? readPercent(row, text) : null, evaluation };
}

function readPercent(row: Row, text: string): Stated["attainmentPercent"] {
  if (NO_PLAIN_NUMBER.test(text)) {
    const reading = readAmount(text, { style: row.style, measure: "%", indicator: "" });
    if ("value" in reading && (typeof reading.value === "string" || BOUNDS.has(reading.value.operator ?? "")))
      return reading.value;
  }
  return row.number("attainmentPercent", "warning");
}

const FIGURES = ["planned", "actual", "previous"];
/** A percentage of the plan by its header; "Tỷ lệ" alone may be that of anything. */
const OF_PLAN = /(^|[\s%/])(kh|kế hoạch|dt|dự toán|hoàn thành)(\s|%|$)/;

/** Whether a header without plan and result still is one of results: it states a percentage of the plan, or Đánh giá. */
export function statesOnly(claims: readonly ColumnClaim[]): boolean {
  if (claims.some(({ fields }) => fields.some((field) => FIGURES.includes(field)))) return false;
  return claims.some(({ fields, header }) => {
    const { key } = readHeader(header);
    if (fields.includes("evaluation")) return key !== "tự đánh giá";
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
