import type {
  CellColumns,
  MeasuredField,
  PlanField,
  ResultRecord,
  Stated,
  TypedCells,
} from "../../domain/indicator.js";
import { nameKey } from "../../domain/name.js";
import { levelOfField, planField } from "../../domain/plan-level.js";
import { isNotAssigned } from "../cell/marks.js";
import { measureInName } from "../cell/measure.js";
import type { Table } from "../table/format.js";
import { columnLetter } from "../table/header-key.js";
import { type MeasurementReading, type RowContext, readAssigned, readMeasurement } from "../table/measurement.js";
import type { Row } from "../table/row.js";
import { hasOnlyStated, readStated } from "../table/stated.js";
import { reportProblem, SHEET_MEASURE } from "../table/table.js";

/** "- Trong đó: …": a breakdown's mark, no part of its name. */
const BULLET = /^[-–+•*]\s+(?=\p{L})/u;

/** ĐVT of what is done or not done; "xã đạt chuẩn" counts communes. */
function isPassMeasure(measure: string): boolean {
  // Asked of every row: only what begins right is worth a key.
  return /^(đạt|hoàn)/i.test(measure) && PASS_MEASURE.test(nameKey(measure));
}

const PASS_MEASURE = /^(đạt|hoàn thành)( ?[/,-] ?(không đạt|chưa đạt|không))?$/;

/** What figures are measured in; a number there means that the cells of the row have moved. */
function readMeasure(row: Row): string | null {
  const measure = row.label("measure");
  if (measure === null || !/^[\d.,\s]+$/.test(measure)) return measure;
  return row.report("measure", {
    code: "not-a-measure",
    message: "Ô này cần đơn vị tính, không phải con số.",
    hint: "Dòng có thể bị ngắt đôi hoặc lệch cột: đưa nội dung về đúng một dòng, đúng cột, hoặc ghi lại đơn vị tính.",
  });
}

/** The record of one row; null when its unit or indicator is missing. */
export function readResult(row: Row, table: Table): ResultRecord | null {
  const unit = row.name("unit");
  const indicator = row.name("indicator")?.replace(BULLET, "") ?? null;
  const own = readMeasure(row) ?? measureInName(indicator ?? "");
  const measure = own ?? table.fixed.get(SHEET_MEASURE) ?? null;
  const isPass = measure !== null && isPassMeasure(measure);
  const context = {
    indicator: indicator ?? "",
    measure,
    isOwn: own !== null,
    isPass,
    mayPass: isPass || measure === null,
  };
  const planned = readMeasurement(row, "planned", context);
  const passing = {
    ...context,
    isPass: isPass || typeof planned.value === "boolean",
    mayPass: typeof planned.value === "boolean" || (context.mayPass && planned.value === null) || isPass,
  };
  const actual = readPart(row, readMeasurement(row, "actual", passing));
  const previous = readMeasurement(row, "previous", passing);
  const others = readOtherPlans(row, table, passing);
  const typed = keepTyped({ planned, actual, previous, ...others });
  const note = row.text("note");
  const stated = readStated(row, note, actual.ofPlan);
  const reason = row.text("reason");
  noteYear(row, table);
  if (unit === null || indicator === null) return null;
  return {
    row: row.row,
    unit,
    indicator,
    measure: own ?? actual.measure ?? planned.measure ?? measure,
    assigned: readAssigned(row),
    planned: planned.value,
    actual: actual.value,
    previous: previous.value,
    stated,
    reason,
    note,
    ...describePlans(table, others),
    ...(typed === null ? {} : { typed }),
    ...cellOfPercent(table, actual, stated),
    ...(hasOnlyStated(table) ? { statedOnly: true as const } : {}),
  };
}

/** A percentage that stands in place of the result is of that cell. */
function cellOfPercent({ columns }: Table, { ofPlan }: MeasurementReading, stated: Stated): { cells?: CellColumns } {
  const column = columns.get("actual");
  if (column === undefined || ofPlan === undefined || stated.attainmentPercent !== ofPlan) return {};
  return { cells: { attainmentPercent: { letter: columnLetter(column.index), header: column.header } } };
}

type PlanReadings = Record<PlanField, MeasurementReading>;

/** The sheet's further plans; null when it has none, as most. */
function readOtherPlans(row: Row, table: Table, context: RowContext): PlanReadings | null {
  let plans: PlanReadings | null = null;
  for (const field of table.columns.keys()) {
    const level = levelOfField(field);
    if (level === null) continue;
    const reading = readMeasurement(row, planField(level), context);
    const text = row.raw(field);
    plans ??= {};
    plans[planField(level)] = isNotAssigned(text) ? { ...reading, typed: text } : reading;
  }
  return plans;
}

function describePlans(
  { columns }: Table,
  others: PlanReadings | null,
): Pick<ResultRecord, "planLevel" | "otherPlans"> {
  const level = columns.get("planned")?.level;
  const values = Object.entries(others ?? {}).map(([field, { value }]) => [levelOfField(field), value]);
  return {
    ...(level === undefined ? {} : { planLevel: level }),
    ...(others === null ? {} : { otherPlans: Object.fromEntries(values) }),
  };
}

/** Where a column of totals stands beside the results ("Số hộ thu gom; Tổng số hộ"), a result is part of it. */
function readPart(row: Row, actual: MeasurementReading): MeasurementReading {
  if (typeof actual.value !== "string") return actual;
  const total = row.number("total");
  if (total === null) return actual;
  const text = `${row.raw("actual")}/${row.raw("total")}`;
  return { ...actual, value: { text, low: actual.value, high: total, operator: "of" } };
}

/** What stood in the cells that hold more than what was read of them; null when none does. */
function keepTyped(readings: Record<MeasuredField | PlanField, MeasurementReading>): TypedCells | null {
  const all = Object.entries(readings);
  // The usual row, asked of each.
  if (all.every(([, { typed }]) => typed === null)) return null;
  const typed = all.flatMap(([field, reading]) => (reading.typed === null ? [] : [[field, reading.typed]]));
  return Object.fromEntries(typed);
}

/** A sheet is of one year: the column Năm must say the same on each row. */
function noteYear(row: Row, table: Table): void {
  // The usual row, asked of each.
  if (table.year !== null && row.raw("year") === String(table.year)) return;
  const year = row.year("year");
  if (year === null || year === table.year) return;
  if (table.year === null) {
    table.year = year;
    return;
  }
  row.failed = true;
  reportProblem(table, {
    row: row.row,
    column: table.columns.get("year")?.header ?? null,
    index: table.columns.get("year")?.index,
    value: String(year),
    code: "several-years",
    severity: "error",
    message: `Dòng này ghi năm ${year}, trong khi bảng là của năm ${table.year}.`,
    hint: "Tách số liệu mỗi năm thành một tệp.",
  });
}
