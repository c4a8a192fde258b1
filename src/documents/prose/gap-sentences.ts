import type { Measurement } from "../../domain/indicator.js";
import type { ProgressRow } from "../../domain/progress.js";
import { joinAnd } from "./count.js";
import { amountFact, missingFact } from "./facts.js";
import { writeAmounts } from "./figures.js";
import type { IndicatorStanding } from "./indicator-standing.js";
import { joinNames } from "./join-names.js";
import { makeSentence, type Sentence } from "./sentence.js";
import { type ClusterWords, insideSentence, unitInProse } from "./words.js";

/** What is not known, said as not known: no figures yet, no plan, a plan of 0, a task not given. Empty when nothing is missing. */
export function describeGaps(standing: IndicatorStanding, cluster: ClusterWords): Sentence[] {
  const { assigned, unreported, incomparable, notAssigned, measure } = standing;
  const about = insideSentence(standing.indicator.name);
  const gaps: (Sentence | null)[] = [
    say(unreported, (units) => {
      const everyone = unreported.length === assigned.length && notAssigned.length === 0 && unreported.length > 1;
      return `chưa tổng hợp được số liệu của ${everyone ? cluster.members : units} về ${about}`;
    }),
    say(
      incomparable.filter((row) => row.unknown === "no-plan"),
      (_units, rows) => `${listActual(rows, measure)} chưa có kế hoạch về ${about} nên chưa tính được tỷ lệ hoàn thành`,
    ),
    say(
      incomparable.filter((row) => row.unknown === "zero-plan"),
      (_units, rows) =>
        `${listActual(rows, measure)} có kế hoạch về ${about} bằng 0 nên không tính được tỷ lệ hoàn thành`,
    ),
    say(
      incomparable.filter((row) => row.unknown !== "no-plan" && row.unknown !== "zero-plan"),
      (units) => `kết quả của ${units} về ${about} không phải là số nên chưa so sánh được với kế hoạch`,
    ),
    say(notAssigned, (units) => {
      const named = assigned.length > 0 ? "" : `${standing.indicator.name}: `;
      return `${named}${units} không được giao chỉ tiêu này`;
    }),
  ];
  return gaps.filter((gap) => gap !== null);
}

function say(
  rows: readonly ProgressRow[],
  tell: (units: string, rows: readonly ProgressRow[]) => string,
): Sentence | null {
  if (rows.length === 0) return null;
  return makeSentence(
    tell(joinNames(rows.map((row) => unitInProse(row.unit))), rows),
    rows.map(missingFact),
    rows.flatMap((row) => [amountFact(row, "actual"), amountFact(row, "planned")]),
  );
}

/** "huyện A (thực hiện 5 ha) và huyện B" */
function listActual(rows: readonly ProgressRow[], measure: string | null): string {
  const isNumber = (value: Measurement | undefined) => typeof value === "string";
  const write = writeAmounts(rows.map((row) => row.result?.actual).filter(isNumber), measure);
  return joinAnd(
    rows.map(({ unit, result }) => {
      const actual = result?.actual;
      return unitInProse(unit) + (typeof actual === "string" ? ` (thực hiện ${write(actual)})` : "");
    }),
  );
}
