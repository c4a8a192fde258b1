import type { ReportInput } from "../documents/report.js";
import { formatWhole } from "../domain/number.js";
import { namePlan, toJsonPlan } from "../domain/plan-level.js";
import { describeTieOrder } from "../domain/tie-rule.js";
import type { UnitOfYear } from "../domain/unit.js";
import { UserError } from "../errors.js";
import { withDatabase } from "../store/open.js";
import { type CommandSpec, shownPath, textOption } from "./context.js";
import { describeMissing, loadTemplate, refuseTemplate } from "./load-template.js";
import { parseDateOption } from "./office.js";
import { writeFiles } from "./output.js";
import { PLAN_OPTION } from "./plan-choice.js";
import { type ClusterRanking, describeRubric } from "./rank.js";
import { issueReport } from "./report-issuer.js";
import { chooseReportPaths } from "./report-path.js";
import { type ReportCluster, type ReportYear, readReportYear } from "./report-year.js";

export const reportCommand: CommandSpec = {
  name: "report",
  group: "Văn bản",
  summary: "soạn báo cáo tổng kết của cụm/khối (.docx)",
  options: [
    { flags: "--cluster <tên>", description: "chỉ một cụm/khối (mặc định: mỗi cụm/khối một báo cáo)" },
    { flags: "--rubric <tên>", description: "thang điểm (mặc định: thang điểm nạp sau cùng)" },
    PLAN_OPTION,
    { flags: "--number <số>", description: "số của báo cáo (không ghi thì để trống)" },
    { flags: "--date <ngày>", description: "ngày báo cáo, ví dụ 16/4/2021 (không ghi thì để trống)" },
    { flags: "--template <tệp>", description: "mẫu Word đã sửa" },
    { flags: "-o, --output <tệp>", description: "tệp .docx hoặc thư mục ghi báo cáo (mặc định: thư mục đang đứng)" },
    { flags: "--force", description: "ghi đè tệp đã có" },
  ],
  examples: [
    { command: "thidua report", does: "báo cáo của từng cụm/khối trong năm" },
    { command: "thidua report --date 27/01/2021 -o bao-cao.docx", does: "ghi vào tệp đã chọn, có ngày" },
  ],
  async run(context, _args, options) {
    const wishes = {
      cluster: textOption(options, "cluster"),
      rubric: textOption(options, "rubric"),
      plan: textOption(options, "plan"),
      number: parseNumberOption(textOption(options, "number")),
      date: parseDateOption(textOption(options, "date")),
    };
    const year = await withDatabase(context.database, "read", (db) => readReportYear(context, db, wishes));
    if (wishes.number !== null && year.clusters.length > 1) {
      throw new UserError(
        `Năm ${year.year} có ${year.clusters.length} báo cáo nên không thể cùng mang số ${wishes.number}.`,
        "Chọn một cụm/khối bằng --cluster TÊN.",
      );
    }
    const { REPORT } = await import("../documents/kinds/bao-cao-tong-ket.js");
    const template = await loadTemplate(context, REPORT, textOption(options, "template"));
    if (template.problems.some(({ severity }) => severity === "error")) return refuseTemplate(template.problems);

    const paths = await chooseReportPaths(context, textOption(options, "output"), year);
    const warnings = [...year.warnings];
    const files: { path: string; bytes: Uint8Array }[] = [];
    for (const [index, cluster] of year.clusters.entries()) {
      const written = await writeReport(cluster, year, wishes, template.bytes);
      const where = year.clusters.length === 1 ? "" : `${cluster.name ?? "Các đơn vị chưa xếp cụm"}: `;
      warnings.push(...written.warnings.map((warning) => where + warning));
      files.push({ path: paths[index] ?? "", bytes: written.bytes });
    }
    await writeFiles(context, files, options.force === true);
    const documents = year.clusters.map(({ name }, index) => ({
      path: paths[index] ?? "",
      kind: REPORT.id,
      award: null,
      unit: null,
      cluster: name,
      recipients: 0,
    }));
    return {
      data: { plan: toJsonPlan(year.plan), documents, warnings },
      text: documents.map(({ path }) => `Đã soạn báo cáo tổng kết: ${shownPath(context, path)}\n`).join(""),
      problems: template.problems,
      notes: warnings,
    };
  },
};

async function writeReport(
  cluster: ReportCluster,
  { year, office, plan, movements }: ReportYear,
  wishes: { number: string | null; date: string | null },
  template: Uint8Array,
): Promise<{ bytes: Uint8Array; warnings: string[] }> {
  const { REPORT, reportValues } = await import("../documents/kinds/bao-cao-tong-ket.js");
  const { composeReport } = await import("../documents/report.js");
  const { renderTemplate } = await import("../documents/template.js");
  const { clusterWords, splitArea, unitInProse } = await import("../documents/prose/words.js");
  const { full, short } = clusterWords(cluster.name);
  const issuer = issueReport(office, {
    ...wishes,
    cluster: cluster.name === null || full === null || short === null ? null : { name: cluster.name, full, short },
    units: cluster.units,
    describeUnit: (unit) => ({ prose: unitInProse(unit), isArea: splitArea(unitInProse(unit)).type !== null }),
  });
  const input: ReportInput = {
    year,
    cluster: cluster.name,
    units: cluster.units,
    progress: cluster.progress,
    ranking: cluster.ranking === null ? null : toScoredRanking(cluster.ranking, unitInProse),
    awards: cluster.awards,
    movements,
    plan: plan === null ? null : namePlan(plan),
  };
  const { blocks, missing, notes } = composeReport(input);
  const values = reportValues({ ...issuer, year, addressee: null });
  const rendered = await renderTemplate(template, values, {
    blocks,
    placeholders: REPORT.placeholders,
    ...(wishes.date === null ? {} : { date: wishes.date }),
  });
  const left = missing.map((meaning) => ({ name: "", meaning, setting: null, sentence: "" }));
  return {
    bytes: rendered.bytes,
    warnings: [
      ...describeMissing([...rendered.missing, ...left]),
      ...issuer.warnings,
      ...checkContent(cluster, year),
      ...notes,
    ],
  };
}

function toScoredRanking(
  ranking: ClusterRanking,
  nameUnit: (unit: UnitOfYear) => string,
): NonNullable<ReportInput["ranking"]> {
  const names = new Map(ranking.members.map((unit) => [unit.name, nameUnit(unit)]));
  return {
    rubric: describeRubric(ranking),
    tieRule: describeTieOrder(ranking.rubric.ties),
    decimals: ranking.stored.decimals,
    units: ranking.units,
    nameOf: (unit) => names.get(unit) ?? unit,
    tree: ranking.rubric,
  };
}

/** What the reader of the report should know about its data before it is signed. */
function checkContent({ progress, ranking, awards }: ReportCluster, year: number): string[] {
  const warnings: string[] = [];
  if (ranking === null) {
    warnings.push(
      `Chưa có thang điểm cho năm ${year}, nên báo cáo chưa có xếp hạng. Nạp bảng: thidua import THANG-DIEM.csv`,
    );
  }
  const unreported = progress.filter((row) => row.unknown === "no-actual").length;
  if (unreported > 0) {
    warnings.push(
      `${unreported} kết quả chưa có số liệu, báo cáo nói rõ là chưa tổng hợp được. Xem: thidua progress --status unknown`,
    );
  }
  const undecided = awards.filter(({ decisionNumber }) => decisionNumber === null).length;
  if (undecided > 0) {
    warnings.push(
      `${formatWhole(undecided)}/${formatWhole(awards.length)} lượt khen thưởng chưa ghi số quyết định mà vẫn được tính; kiểm tra lại nếu mới chỉ là đề nghị.`,
    );
  }
  return warnings;
}

/** --number as printed; null when not given. Throws UserError for anything but a number such as 05 or 12. */
function parseNumberOption(text: string | null): string | null {
  if (text === null || /^\d{1,6}$/.test(text.trim())) return text?.trim() ?? null;
  throw new UserError(`"${text}" không phải là số của báo cáo.`, "Ghi một số, ví dụ --number 05.");
}
