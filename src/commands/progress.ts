import { type AttainmentStatus, UNKNOWN_TEXT } from "../domain/attainment.js";
import type { Measurement, Result } from "../domain/indicator.js";
import { formatMeasurement, isTypedAmount, toJsonMeasurement } from "../domain/measurement.js";
import { formatApart, HUNDRED, toJsonNumber } from "../domain/number.js";
import { describePlan, listPlanNotes, namePlan, type PlanInUse, toJsonPlan } from "../domain/plan-level.js";
import { assessProgress, type ProgressRow } from "../domain/progress.js";
import { capitalize } from "../domain/upper-case.js";
import { UserError } from "../errors.js";
import { type ImportEntry, listImports } from "../store/import.js";
import { type Db, withDatabase } from "../store/open.js";
import { listClusters } from "../store/unit.js";
import { type Column, formatTable } from "../terminal/table.js";
import { wrapSentence } from "../terminal/wrap.js";
import { type CommandSpec, type Context, chooseYear, textOption } from "./context/context.js";
import { describeByHand, type HandIndex, handValuesOf, indexHandValues } from "./year/hand-values.js";
import { findNamed, findUnit } from "./year/names.js";
import { PLAN_OPTION, readPlannedYear } from "./year/plan-choice.js";
import { describeStated } from "./year/stated-text.js";

/** What `progress` is narrowed to; null = all. */
export interface ProgressFilter {
  unit: string | null;
  indicator: string | null;
  cluster: string | null;
  status: AttainmentStatus | null;
  /** The level whose plan counts; null = the setting, else each sheet's own. */
  plan: string | null;
}

const STATUS_TEXT: Readonly<Record<AttainmentStatus, string>> = {
  exceeded: "Vượt",
  met: "Đạt",
  missed: "Không đạt",
  unknown: "",
};

export const progressCommand: CommandSpec = {
  name: "progress",
  group: "Kết quả",
  summary: "tỷ lệ hoàn thành kế hoạch theo đơn vị và chỉ tiêu",
  options: [
    { flags: "--unit <tên>", description: "chỉ một đơn vị" },
    { flags: "--indicator <tên>", description: "chỉ một chỉ tiêu" },
    { flags: "--cluster <tên>", description: "chỉ một cụm/khối" },
    PLAN_OPTION,
    { flags: "--csv", description: "in CSV (mở được bằng Excel) thay cho bảng" },
    { flags: "--status <loại>", description: "exceeded (vượt), met (đạt), missed (không đạt), unknown (chưa rõ)" },
  ],
  examples: [
    { command: "thidua progress", does: "tất cả đơn vị và chỉ tiêu của năm" },
    { command: 'thidua progress --unit "Lâm Bình"', does: "một đơn vị" },
    { command: "thidua progress --status missed", does: "các chỉ tiêu chưa đạt" },
    { command: "thidua progress --csv > tien-do.csv", does: "ra tệp CSV" },
  ],
  async run(context, _args, options) {
    const filter = readFilter(options);
    const { year, rows, plan, files, byHand } = await withDatabase(context.database, "read", (db) => {
      const year = chooseYear(context, db);
      const files = new Map(listImports(db).map((entry) => [entry.id, entry]));
      return { year, ...listProgress(db, year, filter), files, byHand: indexHandValues(db, year) };
    });
    const corrected = rows.filter((row) => handValuesOf(row, byHand).length > 0);
    const text = options.csv === true ? await progressCsv(rows, plan) : formatProgress(rows, plan, context);
    return {
      data: { year, plan: toJsonPlan(plan), rows: rows.map((row) => toJson(row, files, byHand)) },
      text: rows.length === 0 ? "" : text,
      notes:
        rows.length === 0
          ? [`Không có số liệu nào của năm ${year} như đã chọn. Nạp bằng: thidua import TỆP`]
          : [...listPlanNotes(plan), ...corrected.map((row) => describeByHand(row, byHand))],
    };
  },
};

/** The year's progress rows that pass the filter, by the plan in use. Throws UserError for a name that is not known. */
export function listProgress(
  db: Db,
  year: number,
  filter: ProgressFilter,
): { rows: ProgressRow[]; plan: PlanInUse | null } {
  const data = readPlannedYear(db, year, filter.plan);
  const unit = filter.unit === null ? null : findUnit(db, data.units, filter.unit);
  const indicator = filter.indicator === null ? null : findNamed("chỉ tiêu", data.indicators, filter.indicator);
  const cluster = filter.cluster === null ? null : findNamed("cụm/khối", listClusters(db), filter.cluster);
  const rows = assessProgress(data).filter(
    (row) =>
      (unit === null || row.unit.id === unit.id) &&
      (indicator === null || row.indicator.id === indicator.id) &&
      (cluster === null || row.unit.cluster === cluster.name) &&
      (filter.status === null || row.status === filter.status),
  );
  return { rows, plan: data.plan };
}

function readFilter(options: Readonly<Record<string, unknown>>): ProgressFilter {
  const status = textOption(options, "status");
  if (status !== null && !(status in STATUS_TEXT)) {
    throw new UserError(`Không có loại "${status}".`, `Chọn một trong: ${Object.keys(STATUS_TEXT).join(", ")}.`);
  }
  return {
    unit: textOption(options, "unit"),
    indicator: textOption(options, "indicator"),
    cluster: textOption(options, "cluster"),
    status: status as AttainmentStatus | null,
    plan: textOption(options, "plan"),
  };
}

function toJson(row: ProgressRow, files: ReadonlyMap<number, ImportEntry>, byHand: HandIndex): object {
  const { unit, indicator, result } = row;
  return {
    cluster: unit.cluster,
    unit: unit.name,
    indicator: indicator.name,
    measure: result?.measure ?? indicator.measure,
    assigned: result?.assigned ?? null,
    planned: toJsonMeasurement(result?.planned ?? null),
    actual: toJsonMeasurement(result?.actual ?? null),
    previous: toJsonMeasurement(result?.previous ?? null),
    direction: indicator.direction,
    attainmentPercent: toJsonNumber(row.attainmentPercent),
    growthPercent: toJsonNumber(row.growthPercent),
    status: row.status,
    stated: {
      attainmentPercent: toJsonMeasurement(result?.stated.attainmentPercent ?? null),
      evaluation: result?.stated.evaluation ?? null,
    },
    ...(result?.typed === undefined ? {} : { typed: result.typed }),
    source: result === null ? null : describeSource(row, result, files, byHand),
  };
}

function describeSource(
  row: ProgressRow,
  { source: { importId, row: place }, cells }: Result,
  files: ReadonlyMap<number, ImportEntry>,
  byHand: HandIndex,
): object {
  const entry = files.get(importId);
  // The cell of each figure is told where the columns are this record's own.
  const addresses = Object.entries(cells ?? {}).map(([field, { letter }]) => [field, `${letter}${place}`]);
  const source = {
    file: entry?.file ?? null,
    row: entry?.kind === "hand" ? null : place,
    ...(cells === undefined ? {} : { cells: Object.fromEntries(addresses) }),
  };
  const corrected = handValuesOf(row, byHand).map(({ field, reason, importId }) => ({
    field,
    reason,
    import: importId,
  }));
  return corrected.length === 0 ? source : { ...source, byHand: corrected };
}

const COLUMNS: readonly Column[] = [
  { header: "Đơn vị" },
  { header: "Chỉ tiêu" },
  { header: "ĐVT" },
  { header: "Kế hoạch", align: "right" },
  { header: "Thực hiện", align: "right" },
  { header: "% KH", align: "right" },
  { header: "Đánh giá" },
];

/** The table's columns with plain numbers; unknown is an empty cell. */
async function progressCsv(rows: readonly ProgressRow[], plan: PlanInUse | null): Promise<string> {
  const { formatCsv } = await import("../terminal/csv.js");
  const cells = rows.map((row) => [
    row.unit.name,
    row.indicator.name,
    row.result?.measure ?? row.indicator.measure,
    toCsvCell(row.result?.planned ?? null),
    toCsvCell(row.result?.actual ?? null),
    toJsonNumber(row.attainmentPercent),
    describeStatus(row),
  ]);
  const name = (header: string) => (plan !== null && header === "Kế hoạch" ? `Kế hoạch (${namePlan(plan)})` : header);
  return formatCsv(
    COLUMNS.map((column) => ({ ...column, header: name(column.header) })),
    cells,
  );
}

function toCsvCell(value: Measurement): string | number | boolean | null {
  return isTypedAmount(value) ? value.text : typeof value === "string" ? Number(value) : value;
}

function formatProgress(rows: readonly ProgressRow[], plan: PlanInUse | null, context: Context): string {
  const cells = rows.map((row) => [
    row.unit.name,
    row.indicator.name,
    row.result?.measure ?? row.indicator.measure ?? "",
    row.result?.assigned === false ? "không giao" : formatMeasurement(row.result?.planned ?? null),
    formatMeasurement(row.result?.actual ?? null),
    row.attainmentPercent === null ? "" : `${formatApart(row.attainmentPercent, HUNDRED)}%`,
    describeStatus(row),
  ]);
  const named = plan === null ? "" : `${wrapSentence("", describePlan(plan), context.io.columns)}\n`;
  return named + formatTable(COLUMNS, cells, context.io.columns, context.style);
}

/** "Vượt", "Chưa có số liệu", "Vượt (không tính được %: …)", "Chưa tính được (bảng ghi 116%)". */
function describeStatus({ status, unknown, result }: ProgressRow): string {
  if (unknown === null) return STATUS_TEXT[status];
  const stated = describeStated(result);
  if (stated !== null) return `Chưa tính được (${stated})`;
  const reason = UNKNOWN_TEXT[unknown];
  if (status !== "unknown") return `${STATUS_TEXT[status]} (${reason})`;
  return capitalize(reason);
}
