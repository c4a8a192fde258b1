import { groupBy } from "../../domain/group-by.js";
import type { Result } from "../../domain/indicator.js";
import { formatMeasurement } from "../../domain/measurement.js";
import { capitalize } from "../../domain/upper-case.js";
import type { Block } from "../decree30/decree30.js";
import type { Column } from "../decree30/table.js";
import { MARK } from "../report/cell.js";
import { marksNote, measureOf } from "../report/figure-tables.js";
import { fittedTable } from "../report/table.js";
import type { DraftMember, DraftTarget } from "./draft.js";

/** Whether any unit has a plan of the target year. */
export function hasPlans({ progress }: Pick<DraftTarget, "progress">): boolean {
  return progress.some(({ result }) => result?.planned != null);
}

/** The indicators of the year with the plan of each unit; where none has any, one column to write it in. */
export function planTable(target: DraftTarget, members: readonly DraftMember[]): Block[] {
  const rows = groupBy(target.progress, ({ indicator }) => indicator.id);
  const withPlans = hasPlans(target);
  const units: Column[] = members.map(({ name }) => ({ title: capitalize(name), align: "right" }));
  const columns: Column[] = [
    { title: "TT", align: "center", width: 560 },
    { title: "Chỉ tiêu" },
    { title: "Đơn vị tính", align: "center" },
    ...(withPlans ? units : [{ title: `Kế hoạch năm ${target.year}`, width: 2400 }]),
  ];
  const lines = target.indicators.map((indicator, index) => {
    const own = rows.get(indicator.id) ?? [];
    const measure = measureOf(own) ?? indicator.measure ?? "";
    const planOf = ({ unitId }: DraftMember) => planCell(own.find(({ unit }) => unit.id === unitId)?.result ?? null);
    const plans = withPlans ? members.map(planOf) : [];
    return { cells: [String(index + 1), indicator.name, measure, ...plans] };
  });
  return fittedTable(columns, lines, { below: marksNote(lines) });
}

/** As typed: a plan is a promise, not a figure of a column. */
function planCell(result: Result | null): string {
  if (result?.assigned === false) return MARK.notAssigned;
  return result?.planned == null ? MARK.unreported : formatMeasurement(result.planned);
}
