import type { Severity } from "../domain/checks/check.js";
import { shortDate } from "../domain/date.js";
import type { Law } from "../domain/law/law.js";
import { formatWhole } from "../domain/number.js";
import { assessProgress } from "../domain/progress.js";
import { listAwards } from "../store/award.js";
import { listFrozenRankings } from "../store/frozen-ranking.js";
import { listImports } from "../store/import.js";
import { listMovements } from "../store/movement.js";
import { type Db, withDatabase } from "../store/open.js";
import { listReportTexts } from "../store/report-text.js";
import { listRubrics } from "../store/rubric.js";
import { readSettings } from "../store/setting.js";
import { wrapSentence } from "../terminal/wrap.js";
import { countFindings, describeCounts, findAll } from "./check.js";
import { type CommandSpec, chooseYear, shownPath } from "./context/context.js";
import { readOfficeLaw } from "./context/office-law.js";
import { readPlannedYear } from "./year/plan-choice.js";

/** What a year holds, what it lacks, and the next sensible step. */
export interface YearStatus {
  year: number;
  units: number;
  clusters: string[];
  indicators: number;
  results: number;
  /** Unit × indicator pairs without a result. */
  missingResults: { unit: string; indicator: string }[];
  rubrics: string[];
  awards: number;
  movements: number;
  /** Paragraphs written for the report. */
  reportTexts: number;
  imports: number;
  /** Rankings that were finalised: of which cluster, on which day (YYYY-MM-DD). */
  finalized: { cluster: string | null; on: string }[];
  /** What `check` finds, by severity. */
  findings: Record<Severity, number>;
  next: string;
}

export const statusCommand: CommandSpec = {
  name: "status",
  group: "Bắt đầu",
  summary: "năm nay đã có gì, còn thiếu gì, nên làm gì tiếp",
  examples: [{ command: "thidua status", does: "tình hình của năm công tác" }],
  async run(context) {
    const { law, problems } = await readOfficeLaw(context);
    const status = await withDatabase(context.database, "read", (db) =>
      readStatus(db, chooseYear(context, db), context.io.now(), law),
    );
    return {
      data: { database: context.database, ...status },
      text: formatStatus(status, shownPath(context, context.database))
        .map((line) => wrapLine(line, context.io.columns))
        .join(""),
      problems,
    };
  },
};

function readStatus(db: Db, year: number, now: Date, law: Law): YearStatus {
  const data = readPlannedYear(db, year, null);
  const { units } = data;
  const progress = assessProgress(data);
  const status = {
    year,
    units: units.length,
    clusters: [...new Set(units.flatMap((unit) => unit.cluster ?? []))],
    indicators: new Set(progress.map(({ indicator }) => indicator.id)).size,
    results: progress.filter(({ result }) => result !== null).length,
    missingResults: progress
      .filter(({ unknown }) => unknown === "no-actual")
      .map(({ unit, indicator }) => ({ unit: unit.name, indicator: indicator.name })),
    rubrics: listRubrics(db, year).map(({ name, version }) => `${name} (phiên bản ${version})`),
    awards: listAwards(db, year).length,
    movements: listMovements(db, year).length,
    reportTexts: listReportTexts(db, year).length,
    imports: listImports(db).filter(({ undoneAt }) => undoneAt === null).length,
    finalized: listFrozenRankings(db, year).map(({ cluster, finalizedOn }) => ({ cluster, on: finalizedOn })),
    findings: countFindings(findAll(db, year, data, now, law)),
  };
  return { ...status, next: nextStep(status, readSettings(db)) };
}

function nextStep(status: Omit<YearStatus, "next">, settings: ReadonlyMap<string, string>): string {
  if (status.units === 0 || status.results === 0)
    return "Nạp số liệu: thidua import DON-VI.csv CHI-TIEU.csv KET-QUA.csv";
  if (status.rubrics.length === 0) return "Nạp thang điểm: thidua import THANG-DIEM.csv";
  if (!settings.has("issuer.name")) return "Khai báo cơ quan ban hành: thidua init";
  if (status.awards === 0)
    return "Soạn báo cáo: thidua report; hoặc nạp danh sách khen thưởng: thidua import KHEN-THUONG.csv";
  return "Soạn báo cáo: thidua report; soạn quyết định khen thưởng: thidua decide -o THƯ-MỤC";
}

function formatStatus(status: YearStatus, database: string): string[] {
  const list = (items: readonly string[]) => (items.length === 0 ? "chưa có" : items.join("; "));
  const missing = status.missingResults.map(({ unit, indicator }) => `    - ${unit}: ${indicator}`);
  const shown = missing.slice(0, 20);
  const findings = describeCounts(status.findings);
  return [
    `Năm ${status.year} — ${database}`,
    `  Đơn vị: ${formatWhole(status.units)}; cụm/khối: ${list(status.clusters)}`,
    `  Chỉ tiêu: ${formatWhole(status.indicators)}; kết quả: ${formatWhole(status.results)}`,
    ...(missing.length === 0 ? [] : [`  Chưa có số liệu thực hiện: ${formatWhole(missing.length)}`, ...shown]),
    ...(missing.length > shown.length
      ? [`    … và ${formatWhole(missing.length - shown.length)} chỗ nữa: thidua progress --status unknown`]
      : []),
    `  Thang điểm: ${list(status.rubrics)}`,
    `  Khen thưởng: ${formatWhole(status.awards)} trường hợp`,
    `  Phong trào thi đua: ${formatWhole(status.movements)}; nội dung báo cáo: ${formatWhole(status.reportTexts)} đoạn`,
    `  Số lần nạp: ${status.imports}`,
    ...status.finalized.map(
      ({ cluster, on }) => `  Đã chốt xếp hạng: ${cluster ?? "các đơn vị chưa xếp cụm"}, ngày ${shortDate(on)}`,
    ),
    ...(findings === "" ? [] : [`  Chỗ cần chú ý: ${findings}; xem bằng: thidua check`]),
    `Tiếp theo: ${status.next}`,
  ];
}

/** The line with its end, its further lines below its first word. */
function wrapLine(line: string, columns: number | null): string {
  const lead = /^ *(?:- )?/.exec(line)?.[0] ?? "";
  return `${wrapSentence(lead, line.slice(lead.length), columns)}\n`;
}
