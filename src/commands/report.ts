import type { ReportInput } from "../documents/report.js";
import type { RankedCluster } from "../documents/report-ranks.js";
import { type PeriodId, readPeriod } from "../domain/period.js";
import { namePlan, toJsonPlan } from "../domain/plan-level.js";
import type { UnitOfYear } from "../domain/unit.js";
import { UserError } from "../errors.js";
import { withDatabase } from "../store/open.js";
import { type CommandSpec, shownPath, textOption } from "./context.js";
import { describeMissing, loadTemplate, refuseTemplate } from "./load-template.js";
import { parseDateOption } from "./office.js";
import { writeFiles } from "./output.js";
import { PLAN_OPTION } from "./plan-choice.js";
import { checkContent } from "./report-check.js";
import { type Lack, listUnsigned, refuseFinal } from "./report-final.js";
import { issueReport } from "./report-issuer.js";
import { chooseReportPaths } from "./report-path.js";
import type { ReportedRanking } from "./report-ranking.js";
import type { ReportSubject, ReportYear } from "./report-year.js";

/** How the reports asked for are to look. */
interface ReportLook {
  form: ReportInput["form"];
  isDraft: boolean;
  number: string | null;
  date: string | null;
  /** Kính gửi. */
  addressee: string | null;
}

export const reportCommand: CommandSpec = {
  name: "report",
  group: "Văn bản",
  summary: "soạn báo cáo tổng kết, sơ kết của cụm/khối, của một đơn vị hay của cả địa bàn (.docx)",
  options: [
    { flags: "--cluster <tên>", description: "chỉ một cụm/khối (mặc định: mỗi cụm/khối một báo cáo)" },
    { flags: "--unit <tên>", description: "báo cáo riêng của một đơn vị" },
    { flags: "--all", description: "một báo cáo chung của mọi cụm/khối" },
    { flags: "--period <kỳ>", description: "6-thang, 9-thang hoặc nam (mặc định: cả năm)" },
    { flags: "--short", description: "báo cáo rút gọn, khoảng hai trang" },
    { flags: "--draft", description: "bản dự thảo: ghi DỰ THẢO, để trống số và ngày" },
    { flags: "--final", description: "bản chính thức: còn thiếu chỗ nào thì nêu hết và không soạn" },
    {
      flags: "--rubric <tên>",
      description: "thang điểm (mặc định: theo xếp hạng đã chốt, chưa chốt thì thang điểm nạp sau cùng)",
    },
    PLAN_OPTION,
    { flags: "--number <số>", description: "số của báo cáo (không ghi thì để trống)" },
    { flags: "--date <ngày>", description: "ngày báo cáo, ví dụ 16/4/2021 (không ghi thì để trống)" },
    {
      flags: "--to <nơi>",
      description: "dòng Kính gửi (mặc định: cơ quan chủ quản; báo cáo của cụm/khối thì không có)",
    },
    { flags: "--template <tệp>", description: "mẫu Word đã sửa" },
    { flags: "-o, --output <tệp>", description: "tệp .docx hoặc thư mục ghi báo cáo (mặc định: thư mục đang đứng)" },
    { flags: "--force", description: "ghi đè tệp đã có" },
  ],
  examples: [
    { command: "thidua report", does: "báo cáo của từng cụm/khối trong năm" },
    { command: "thidua report --date 27/01/2021 -o bao-cao.docx", does: "ghi vào tệp đã chọn, có ngày" },
    { command: 'thidua report --unit "Lâm Bình"', does: "báo cáo riêng của một đơn vị" },
    { command: "thidua report --all --short", does: "một báo cáo chung của mọi cụm/khối, bản rút gọn" },
    { command: "thidua report --period 6-thang --draft", does: "dự thảo báo cáo sơ kết 6 tháng đầu năm" },
  ],
  async run(context, _args, options) {
    const wishes = readWishes(options);
    const look = readLook(options);
    const { readReportYear } = await import("./report-year.js");
    const year = await withDatabase(context.database, "read", (db) => readReportYear(context, db, wishes));
    if (look.number !== null && year.subjects.length > 1) {
      throw new UserError(
        `Năm ${year.period.year} có ${year.subjects.length} báo cáo nên không thể cùng mang số ${look.number}.`,
        "Chọn một cụm/khối bằng --cluster TÊN.",
      );
    }
    const { REPORT } = await import("../documents/kinds/bao-cao-tong-ket.js");
    const template = await loadTemplate(context, REPORT, textOption(options, "template"));
    if (template.problems.some(({ severity }) => severity === "error")) return refuseTemplate(template.problems);

    const paths = await chooseReportPaths(context, textOption(options, "output"), year);
    const warnings = [...year.warnings];
    const written: (WrittenReport & { path: string })[] = [];
    for (const [index, subject] of year.subjects.entries()) {
      const report = await writeReport(subject, year, look, template.bytes);
      const where = year.subjects.length === 1 ? "" : `${subject.name ?? "Các đơn vị chưa xếp cụm"}: `;
      warnings.push(...report.warnings.map((warning) => where + warning));
      written.push({ path: paths[index] ?? "", ...report });
    }
    if (options.final === true) {
      const lacks = written.flatMap(({ path, lacks }) =>
        lacks.map((lack) => ({ file: shownPath(context, path), lack })),
      );
      if (lacks.length > 0) return refuseFinal(lacks, warnings);
    }
    await writeFiles(context, written, options.force === true);
    const documents = year.subjects.map(({ scope }, index) => ({
      path: paths[index] ?? "",
      kind: REPORT.id,
      award: null,
      unit: scope.kind === "unit" ? scope.unit.name : null,
      cluster: scope.kind === "cluster" ? scope.name : scope.kind === "unit" ? scope.cluster : null,
      recipients: 0,
      scope: scope.kind,
      period: year.period.id,
      form: look.form,
      missing: written[index]?.lacks ?? [],
    }));
    return {
      data: { plan: toJsonPlan(year.plan), documents, warnings },
      text: documents.map(({ path }) => `${announce(year, look)}: ${shownPath(context, path)}\n`).join(""),
      problems: template.problems,
      notes: warnings,
    };
  },
};

function announce({ period }: ReportYear, { isDraft }: ReportLook): string {
  const what = period.isWhole ? "báo cáo tổng kết" : `báo cáo sơ kết ${period.name}`;
  return `Đã soạn ${isDraft ? "dự thảo " : ""}${what}`;
}

/** Throws UserError for options that exclude each other. */
function readWishes(options: Readonly<Record<string, unknown>>) {
  const [cluster, unit, all] = [textOption(options, "cluster"), textOption(options, "unit"), options.all === true];
  const chosen = [cluster !== null && "--cluster", unit !== null && "--unit", all && "--all"].filter(Boolean);
  if (chosen.length > 1) {
    throw new UserError(
      `${chosen.join(" và ")} không dùng cùng nhau.`,
      "Chọn một: một cụm/khối, một đơn vị, hoặc tất cả.",
    );
  }
  const rubric = textOption(options, "rubric");
  return { cluster, unit, all, rubric, plan: textOption(options, "plan"), period: parsePeriodOption(options) };
}

function parsePeriodOption(options: Readonly<Record<string, unknown>>): PeriodId {
  const text = textOption(options, "period") ?? "nam";
  const period = readPeriod(text);
  if (period !== null) return period;
  throw new UserError(
    `"${text}" không phải là kỳ báo cáo.`,
    "Ghi --period 6-thang, --period 9-thang hoặc --period nam.",
  );
}

function readLook(options: Readonly<Record<string, unknown>>): ReportLook {
  const [number, date] = [
    parseNumberOption(textOption(options, "number")),
    parseDateOption(textOption(options, "date")),
  ];
  const isDraft = options.draft === true;
  if (isDraft && options.final === true) {
    throw new UserError("--draft và --final không dùng cùng nhau.", "Chọn một: dự thảo hoặc bản chính thức.");
  }
  if (isDraft && (number !== null || date !== null)) {
    throw new UserError("Dự thảo để trống số và ngày.", "Bỏ --number, --date, hoặc bỏ --draft.");
  }
  const form = options.short === true ? "short" : "full";
  return { form, isDraft, number, date, addressee: textOption(options, "to") };
}

interface WrittenReport {
  bytes: Uint8Array;
  /** All that a final report would have to have. */
  lacks: Lack[];
  warnings: string[];
}

async function writeReport(
  subject: ReportSubject,
  { period, office, plan }: ReportYear,
  look: ReportLook,
  template: Uint8Array,
): Promise<WrittenReport> {
  const { REPORT, reportValues } = await import("../documents/kinds/bao-cao-tong-ket.js");
  const { composeReport } = await import("../documents/report.js");
  const { renderTemplate } = await import("../documents/template.js");
  const { clusterWords, splitArea, unitInProse } = await import("../documents/prose/words.js");
  const { scope, units } = subject;
  const cluster = scope.kind === "cluster" ? scope.name : null;
  const { full, short } = clusterWords(cluster);
  const issuer = issueReport(office, {
    ...look,
    cluster: cluster === null || full === null || short === null ? null : { name: cluster, full, short },
    unit: scope.kind === "unit" ? scope.unit : null,
    clusterOfUnit: scope.kind === "unit" ? clusterWords(scope.cluster).full : null,
    units,
    describeUnit: (unit) => ({ prose: unitInProse(unit), isArea: splitArea(unitInProse(unit)).type !== null }),
  });
  const { blocks, missing, notes } = composeReport({
    ...subject,
    period,
    form: look.form,
    rankings: subject.rankings.map((ranking) => nameRanking(ranking, unitInProse)),
    plan: plan === null ? null : namePlan(plan),
  });
  const values = reportValues({ ...issuer, period, scope, isDraft: look.isDraft });
  const rendered = await renderTemplate(template, values, {
    blocks,
    placeholders: REPORT.placeholders,
    ...(look.date === null ? {} : { date: look.date }),
  });
  const gaps = missing.map(({ what, remedy }) => ({ what, remedy }));
  return {
    bytes: rendered.bytes,
    lacks: [...rendered.missing.map(toLack), ...gaps, ...listUnsigned(issuer.head, issuer.foot)],
    warnings: [
      ...describeMissing(rendered.missing),
      ...gaps.map(({ what, remedy }) => `Chưa có: ${what}. ${remedy}`),
      ...issuer.warnings,
      ...checkContent(subject, period),
      ...notes,
    ],
  };
}

function toLack({ meaning, setting }: { meaning: string; setting: string | null }): Lack {
  const remedy = setting === null ? "Điền vào chỗ tô vàng trong văn bản." : `Đặt bằng: thidua config ${setting} "…"`;
  return { what: meaning, remedy };
}

function nameRanking(
  { stated, cluster, members, before }: ReportedRanking,
  nameUnit: (unit: UnitOfYear) => string,
): RankedCluster {
  const names = new Map(members.map((unit) => [unit.name, nameUnit(unit)]));
  return { cluster, before, ranking: { ...stated, nameOf: (unit) => names.get(unit) ?? unit } };
}

/** --number as printed; null when not given. Throws UserError for anything but a number such as 05 or 12. */
function parseNumberOption(text: string | null): string | null {
  if (text === null || /^\d{1,6}$/.test(text.trim())) return text?.trim() ?? null;
  throw new UserError(`"${text}" không phải là số của báo cáo.`, "Ghi một số, ví dụ --number 05.");
}
