import { groupBy } from "../group-by.js";
import { formatMeasurement } from "../measurement.js";
import { exact } from "../number.js";
import { type Check, type CheckedYear, type Found, foundAt, isReported, type ReportedRow } from "./check.js";

/** Two figures alike may be chance, three in one report hardly. */
const FEWEST = 3;
/** A figure that more units share says nothing (every commune plants 10 ha). */
const MOST_SHARING = 5;
/** Figures of one or two digits are often alike. */
const FEWEST_DIGITS = 3;
/** As many figures as the sentence names. */
const MOST_SHOWN = 5;

export const identicalResults: Check = {
  code: "identical-results",
  severity: "medium",
  title: "Nhiều kết quả giống hệt đơn vị khác",
  hint: "Đối chiếu với bản gốc của hai đơn vị: có thể một bảng đã được nạp hoặc chép nhầm cho cả hai.",
  limit: `từ ${FEWEST} số thực hiện trở lên giống hệt nhau, chỉ xét số có ít nhất ${FEWEST_DIGITS} chữ số, khác kế hoạch, và không quá ${MOST_SHARING} đơn vị cùng có: ít hơn thì có thể trùng hợp`,
  find: (year) =>
    [...listTwins(year).values()]
      .filter(({ length }) => length >= FEWEST)
      .flatMap((pairs): Found[] => {
        const [first] = pairs;
        if (first === undefined) return [];
        const shown = pairs
          .slice(0, MOST_SHOWN)
          .map(({ later }) => `${later.indicator.name} ${formatMeasurement(later.result.actual)}`);
        const more = pairs.length > shown.length ? "; …" : "";
        const message = `${pairs.length} số thực hiện giống hệt ${first.earlier.unit.name}: ${shown.join("; ")}${more}.`;
        return [{ ...foundAt(first.later, "actual", message), indicator: undefined }];
      }),
};

interface Twin {
  earlier: ReportedRow;
  later: ReportedRow;
}

/** By pair of units, the results they have in common. */
function listTwins({ progress }: CheckedYear): Map<string, Twin[]> {
  const telling = progress.filter(isReported).filter(isTelling);
  const sharing = groupBy(
    telling,
    ({ indicator, result }) => `${indicator.id}|${exact(String(result.actual)).toFraction()}`,
  );
  const twins = [...sharing.values()]
    .filter(({ length }) => length <= MOST_SHARING)
    .flatMap((rows) => rows.flatMap((earlier, index) => rows.slice(index + 1).map((later) => ({ earlier, later }))));
  return groupBy(twins, ({ earlier, later }) => `${earlier.unit.id}|${later.unit.id}`);
}

function isTelling({ result: { actual, planned } }: ReportedRow): boolean {
  if (typeof actual !== "string" || actual === planned) return false;
  return actual.replace(/[-.]/g, "").replace(/^0+|0+$/g, "").length >= FEWEST_DIGITS;
}
