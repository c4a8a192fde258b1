import type { ProgressRow } from "../../domain/progress.js";
import { type HandField, type HandValue, listHandValues } from "../../store/hand-value.js";
import type { Db } from "../../store/open.js";

/** The values of a year set by hand, by unit and indicator. */
export type HandIndex = ReadonlyMap<string, readonly HandValue[]>;

export function indexHandValues(db: Db, year: number): HandIndex {
  const index = new Map<string, HandValue[]>();
  for (const value of listHandValues(db, year)) {
    const pair = `${value.unitId}|${value.indicatorId}`;
    index.set(pair, [...(index.get(pair) ?? []), value]);
  }
  return index;
}

/** Those of the row's figures; the plan of another level is not the one that was set. */
export function handValuesOf({ unit, indicator, result }: ProgressRow, byHand: HandIndex): readonly HandValue[] {
  const values = byHand.get(`${unit.id}|${indicator.id}`) ?? [];
  return result?.isOtherPlan === true ? values.filter(({ field }) => field !== "planned") : values;
}

const FIELD_TEXT: Readonly<Record<HandField, string>> = {
  planned: "kế hoạch",
  actual: "thực hiện",
  previous: "năm trước",
};

/** "Số sửa tay: Xã Đông · Trồng rừng (thực hiện). Xem: thidua explain …". */
export function describeByHand(row: ProgressRow, byHand: HandIndex): string {
  const fields = handValuesOf(row, byHand).map(({ field }) => FIELD_TEXT[field]);
  return `Có số sửa tay: ${row.unit.name} · ${row.indicator.name} (${fields.join(", ")}).`;
}
