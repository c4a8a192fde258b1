import type { Found, Place, Severity } from "../domain/checks/check.js";
import type { CheckResult } from "../domain/checks/index.js";
import { checkYear, SEVERITY_TEXT } from "../domain/checks/index.js";
import type { Law } from "../domain/law/law.js";
import { describeMark, type Mark } from "../domain/law/source.js";
import { describePlan, listPlanNotes, type PlanInUse, toJsonPlan } from "../domain/plan-level.js";
import { listImports } from "../store/import.js";
import { type Db, withDatabase } from "../store/open.js";
import { listClusters, listUnits } from "../store/unit.js";
import { type Column, formatTable } from "../terminal/table.js";
import { wrapSentence } from "../terminal/wrap.js";
import { type CommandSpec, type Context, chooseYear, textOption } from "./context/context.js";
import { localTime } from "./context/local-time.js";
import { readOfficeLaw, refuseLaw } from "./context/office-law.js";
import { describeCellPlace, findCell, type SheetCell } from "./explain/cell-place.js";
import { readCheckedYear } from "./year/checked-year.js";
import { indexHandValues } from "./year/hand-values.js";
import { findNamed, findUnit } from "./year/names.js";
import { PLAN_OPTION, type PlannedYear, readPlannedYear } from "./year/plan-choice.js";

/** One finding as JSON tells it; a name is null where the finding is about no single one. */
export interface Finding {
  severity: Severity;
  code: string;
  cluster: string | null;
  unit: string | null;
  indicator: string | null;
  /** Code of the criterion. */
  criterion: string | null;
  /** Who is nominated or was given an award. */
  nominee: string | null;
  message: string;
  hint: string;
  /** What asks for it, and how far that was checked (V, V2, R, CQ); null where it is no rule of law. */
  law: { source: string; mark: Mark } | null;
  /** null = it stands nowhere (what is missing); a value set by hand has no row. */
  source: FindingSource | null;
}

const CAVEAT = "Đây là những chỗ nên rà soát, không phải kết luận là sai: nhiều chỗ xem lại sẽ thấy đúng.";

type FindingSource = Omit<SheetCell, "sha256">;

export const checkCommand: CommandSpec = {
  name: "check",
  group: "Kết quả",
  summary: "những chỗ nên kiểm tra lại trong số liệu của năm, đáng xem nhất trước",
  options: [
    { flags: "--unit <tên>", description: "chỉ một đơn vị" },
    { flags: "--cluster <tên>", description: "chỉ một cụm/khối" },
    PLAN_OPTION,
    { flags: "--csv", description: "in CSV (mở được bằng Excel), đủ mọi chỗ, thay cho bảng" },
  ],
  examples: [
    { command: "thidua check", does: "thiếu gì, số nào lạ, chỗ nào nên hỏi lại; có hay không cũng kết thúc bằng mã 0" },
    { command: 'thidua check --unit "Lâm Bình"', does: "những chỗ cần hỏi lại một đơn vị" },
    { command: "thidua check --csv > kiem-tra.csv", does: "danh sách đầy đủ để chia nhau rà soát" },
  ],
  async run(context, _args, options) {
    const officeLaw = await readOfficeLaw(context);
    const refusal = refuseLaw(officeLaw);
    if (refusal !== null) return refusal;
    const { year, units, results, plan } = await withDatabase(context.database, "read", (db) => {
      const year = chooseYear(context, db);
      const isWanted = chooseUnits(db, year, textOption(options, "unit"), textOption(options, "cluster"));
      const data = readPlannedYear(db, year, textOption(options, "plan"));
      const results = findAll(db, year, data, context.io.now(), officeLaw.law, isWanted);
      return { year, units: data.units.length, results, plan: data.plan };
    });
    const findings = results.flatMap((result) => result.findings);
    // A list of awards alone, without units, is checked too.
    const isEmpty = units === 0 && findings.length === 0;
    const text = options.csv === true ? await findingsCsv(findings) : formatResults(year, results, plan, context);
    const notes = [
      ...listPlanNotes(plan),
      ...(isEmpty ? [`Năm ${year} chưa có số liệu nào để kiểm tra. Nạp bằng: thidua import TỆP`] : []),
      ...(findings.length === 0 ? [] : [CAVEAT]),
    ];
    return {
      data: { year, plan: toJsonPlan(plan), findings },
      text: isEmpty ? "" : text,
      notes,
    };
  },
};

/** A check with its findings; `labels` are what people read of each: the names it is about and its place. */
interface ToldResult {
  check: CheckResult["check"];
  findings: Finding[];
  labels: { about: string; place: string }[];
}

/** All findings of the year as it is computed with, worst first. */
export function findAll(
  db: Db,
  year: number,
  data: PlannedYear,
  now: Date,
  law: Law,
  isWanted: (found: Found) => boolean = () => true,
): ToldResult[] {
  const imports = new Map(listImports(db).map((entry) => [entry.id, entry]));
  const byHand = indexHandValues(db, year);
  const sourceOf = ({ source, field, cells, result }: Place): FindingSource | null => {
    const hand = result && byHand.get(`${result.unitId}|${result.indicatorId}`)?.find((value) => value.field === field);
    const entry = imports.get(hand?.importId ?? source.importId);
    if (entry === undefined) return null;
    if (entry.kind === "hand") return { file: entry.file, sheet: null, row: null, column: null, header: null };
    const { sha256: _, ...cell } = findCell(entry, source.row, field, cells);
    return cell;
  };
  const today = localTime(now.toISOString()).slice(0, 10);
  return checkYear(readCheckedYear(db, year, today, data, law)).flatMap(({ check, found }) => {
    const wanted = found.filter(isWanted);
    if (wanted.length === 0) return [];
    const findings = wanted.map(
      (one): Finding => ({
        severity: check.severity,
        code: check.code,
        cluster: one.cluster ?? one.unit?.cluster ?? null,
        unit: one.unit?.name ?? null,
        indicator: one.indicator ?? null,
        criterion: one.criterion?.code ?? null,
        nominee: one.nominee ?? null,
        message: one.message,
        hint: check.hint,
        law: one.law === undefined ? null : { source: one.law.text, mark: one.law.mark },
        source: one.place === null ? null : sourceOf(one.place),
      }),
    );
    const labels = wanted.map(({ indicator, criterion }, index) => {
      const source = findings[index]?.source ?? null;
      return {
        about: criterion === undefined ? (indicator ?? "") : `${criterion.code} ${criterion.name}`,
        place: source === null ? "" : describeCellPlace(source),
      };
    });
    return [{ check, findings, labels }];
  });
}

/** Which findings are about the unit or cluster a person named. Throws UserError for a name that is not known. */
function chooseUnits(db: Db, year: number, unitName: string | null, clusterName: string | null) {
  const unit = unitName === null ? null : findUnit(db, listUnits(db, year), unitName);
  const cluster = clusterName === null ? null : findNamed("cụm/khối", listClusters(db), clusterName);
  return (found: Found): boolean =>
    (unit === null || found.unit?.id === unit.id) &&
    (cluster === null || (found.cluster ?? found.unit?.cluster) === cluster.name);
}

/** As many findings of one check as the table shows; --csv and --json have them all. */
const MOST_SHOWN = 20;

function formatResults(year: number, results: readonly ToldResult[], plan: PlanInUse | null, context: Context): string {
  const { columns } = context.io;
  const by = plan === null ? "" : ` ${describePlan(plan)}`;
  if (results.length === 0)
    return `${wrapSentence("", `Năm ${year}: không thấy chỗ nào cần kiểm tra lại.${by}`, columns)}\n`;
  const counts = countFindings(results);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const title = `Năm ${year}: ${total} chỗ cần chú ý (${describeCounts(counts)}).${by}`;
  return `${[wrapSentence("", title, columns), ...results.map((result) => formatResult(result, context))].join("\n\n")}\n`;
}

/** How many findings of each severity. */
export function countFindings(results: readonly Pick<ToldResult, "check" | "findings">[]): Record<Severity, number> {
  const counts = { high: 0, medium: 0, low: 0 };
  for (const { check, findings } of results) counts[check.severity] += findings.length;
  return counts;
}

/** "2 cần xử lý, 5 cần kiểm tra lại". */
export function describeCounts(counts: Readonly<Record<Severity, number>>): string {
  return (Object.keys(SEVERITY_TEXT) as Severity[])
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${SEVERITY_TEXT[severity].toLocaleLowerCase("vi")}`)
    .join(", ");
}

const COLUMNS: readonly Column[] = [
  { header: "Đơn vị" },
  { header: "Chỉ tiêu, tiêu chí" },
  { header: "Nhận xét" },
  { header: "Nơi ghi" },
];

function formatResult({ check, findings, labels }: ToldResult, { io, style }: Context): string {
  const rows = findings.slice(0, MOST_SHOWN).map(({ unit, message, law }, index) => {
    const { about = "", place = "" } = labels[index] ?? {};
    return [unit ?? "", about, law === null ? message : `${message} (${describeLaw(law)})`, place];
  });
  const isFilled = COLUMNS.map((_, index) => rows.some((row) => row[index] !== ""));
  const keep = <T>(row: readonly T[]) => row.filter((_, index) => isFilled[index]);
  const paint = { high: style.red, medium: style.yellow, low: style.cyan }[check.severity];
  const head = `${SEVERITY_TEXT[check.severity]} — ${check.title}: ${findings.length}`;
  const more = findings.length - rows.length;
  return [
    style.bold(paint(wrapSentence("", head, io.columns))),
    wrapSentence("", `Nên làm: ${check.hint}`, io.columns),
    formatTable(keep(COLUMNS), rows.map(keep), io.columns, style).trimEnd(),
    ...(more > 0 ? [wrapSentence("", `… và ${more} chỗ nữa, xem hết bằng: thidua check --csv`, io.columns)] : []),
  ].join("\n");
}

/** "Luật TĐKT 2022 Điều 22 — đã kiểm chứng". */
function describeLaw({ source, mark }: NonNullable<Finding["law"]>): string {
  return `${source} — ${describeMark(mark)}`;
}

/** One line per finding, plain. */
async function findingsCsv(findings: readonly Finding[]): Promise<string> {
  const { formatCsv } = await import("../terminal/csv.js");
  const headers = [
    "Mức",
    "Mã",
    "Cụm/Khối",
    "Đơn vị",
    "Chỉ tiêu",
    "Tiêu chí",
    "Nhận xét",
    "Nên làm",
    "Tệp",
    "Trang tính",
    "Dòng",
    "Cột",
    "Căn cứ",
  ];
  const rows = findings.map(({ severity, code, cluster, unit, indicator, criterion, message, hint, source, law }) => [
    SEVERITY_TEXT[severity],
    ...[code, cluster, unit, indicator, criterion, message, hint],
    ...[source?.file, source?.sheet, source?.row, source?.column].map((value) => value ?? null),
    law === null ? null : describeLaw(law),
  ]);
  return formatCsv(
    headers.map((header) => ({ header })),
    rows,
  );
}
