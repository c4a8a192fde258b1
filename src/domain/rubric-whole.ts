import { type Exact, exact, formatNumber } from "./number.js";
import type { CriterionRecord } from "./rubric.js";
import { readCaps } from "./rubric-rule.js";
import type { Criterion, Report, Rubric } from "./rubric-tree.js";
import { namedParameters, ParameterError, parameterBetween } from "./rules/parameters.js";
import { NO_TIES, parseTieOrder, TIE_SHAPES } from "./tie-rule.js";

/** What the row of the total takes, as an officer types it. */
export const WHOLE_PARAMETERS = [
  `bằng điểm=<quy tắc> / <quy tắc> / … xét lần lượt: ${TIE_SHAPES}`,
  "số lẻ=<0 đến 6, số chữ số thập phân của điểm; mặc định 2>",
];

/** What the row of the total says of the whole rubric: its caps, what decides between equal scores, its decimals. */
export function readWhole(
  rows: readonly CriterionRecord[],
  criteria: readonly Criterion[],
  maxScore: Exact,
  report: Report,
): Partial<Rubric> {
  const [record, second] = rows;
  if (record === undefined) return {};
  if (second !== undefined) {
    const message = `Dòng tổng đã có trần hoặc tham số ở dòng ${record.row}.`;
    const hint = "Chỉ ghi trần thưởng, trần trừ và tham số ở một dòng tổng.";
    report(second, "name", { code: "duplicate-total", message, hint });
  }
  if (record.max !== null && !exact(record.max).equals(maxScore)) {
    const message = `Tổng điểm ${formatNumber(exact(record.max))} khác tổng các mục ${formatNumber(maxScore)}.`;
    report(record, "max", { code: "sum-mismatch", message, hint: "Sửa dòng tổng hoặc điểm tối đa của các mục." });
  }
  const caps = readCaps(record, report);
  try {
    const given = namedParameters(record.parameters, ["bằng điểm", "số lẻ"]);
    const ties = given.get("bằng điểm");
    return {
      ...caps,
      ties: ties === undefined ? NO_TIES : parseTieOrder(ties, criteria),
      decimals: readDecimals(given.get("số lẻ")),
    };
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const hint = `Dòng tổng nhận: ${WHOLE_PARAMETERS.join("; ")}.`;
    report(record, "parameters", { code: "bad-parameter", message: error.message, hint });
    return caps;
  }
}

function readDecimals(text: string | undefined): number | null {
  if (text === undefined) return null;
  const decimals = parameterBetween("số lẻ", text, 0, 6);
  if (decimals.d === 1n) return Number(decimals.n);
  throw new ParameterError(`"số lẻ=${text}" không phải là số nguyên.`);
}
