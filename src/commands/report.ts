import { toJsonPlan } from "../domain/plan-level.js";
import { UserError } from "../errors.js";
import { withDatabase } from "../store/open.js";
import { type CommandSpec, shownPath, textOption } from "./context/context.js";
import { readOfficeLaw, refuseLaw } from "./context/office-law.js";
import { writeFiles } from "./output/output.js";
import { refuseFinal } from "./report/final.js";
import { type ReportLook, readLook, readWishes } from "./report/options.js";
import { chooseReportPaths } from "./report/path.js";
import type { TracedSentence } from "./report/trace.js";
import { type WrittenReport, writeReport } from "./report/write.js";
import type { ReportYear } from "./report/year.js";
import { loadTemplate, refuseTemplate } from "./template/load-template.js";
import { PLAN_OPTION } from "./year/plan-choice.js";

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
    { flags: "--trace", description: "in từng câu với số liệu và các ô mà câu dựa vào; có -o thì vẫn ghi báo cáo" },
  ],
  examples: [
    { command: "thidua report", does: "báo cáo của từng cụm/khối trong năm" },
    { command: "thidua report --date 27/01/2021 -o bao-cao.docx", does: "ghi vào tệp đã chọn, có ngày" },
    { command: 'thidua report --unit "Lâm Bình"', does: "báo cáo riêng của một đơn vị" },
    { command: "thidua report --all --short", does: "một báo cáo chung của mọi cụm/khối, bản rút gọn" },
    { command: "thidua report --period 6-thang --draft", does: "dự thảo báo cáo sơ kết 6 tháng đầu năm" },
    { command: "thidua report --trace", does: "từng câu của báo cáo lấy số từ những ô nào" },
  ],
  async run(context, _args, options) {
    const wishes = readWishes(options);
    const look = readLook(options);
    const officeLaw = await readOfficeLaw(context);
    const refusal = refuseLaw(officeLaw);
    if (refusal !== null) return { ...refusal, data: { documents: [], warnings: [] } };
    const { clusterOf, readReportYear } = await import("./report/year.js");
    const { readReportTrails, toTraceJson, traceSentences, writeTrace } = await import("./report/trace.js");
    const { year, trails } = await withDatabase(context.database, "read", (db) => {
      const year = readReportYear(context, db, wishes, officeLaw.law);
      return { year, trails: options.trace === true ? readReportTrails(db, year) : null };
    });
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
    const traces: TracedSentence[][] = [];
    const written: (WrittenReport & { path: string })[] = [];
    for (const [index, subject] of year.subjects.entries()) {
      const report = await writeReport(subject, year, look, template);
      const where = year.subjects.length === 1 ? "" : `${subject.name ?? "Các đơn vị chưa xếp cụm"}: `;
      warnings.push(...report.warnings.map((warning) => where + warning));
      written.push({ path: paths[index] ?? "", ...report });
      const trail = trails?.[index];
      if (trail !== undefined) traces.push(await traceSentences(report.sentences, trail));
    }
    if (options.final === true) {
      const lacks = written.flatMap(({ path, lacks }) =>
        lacks.map((lack) => ({ file: shownPath(context, path), lack })),
      );
      if (lacks.length > 0) return refuseFinal(lacks, warnings);
    }
    const isWritten = trails === null || textOption(options, "output") !== null;
    if (isWritten) await writeFiles(context, written, options.force === true);
    else warnings.push("Chỉ in nguồn của từng câu, chưa ghi tệp báo cáo; thêm -o TỆP để ghi.");
    const documents = (isWritten ? year.subjects : []).map(({ scope }, index) => ({
      path: paths[index] ?? "",
      kind: REPORT.id,
      award: null,
      unit: scope.kind === "unit" ? scope.unit.name : null,
      cluster: clusterOf(scope),
      recipients: 0,
      scope: scope.kind,
      period: year.period.id,
      form: look.form,
      missing: written[index]?.lacks ?? [],
    }));
    return {
      data: {
        plan: toJsonPlan(year.plan),
        template: template.used,
        documents,
        warnings,
        ...(trails === null ? {} : { trace: traces.map((trace, index) => toTraceJson(year.subjects[index], trace)) }),
      },
      text: [
        ...documents.map(({ path }) => `${announce(year, look)}: ${shownPath(context, path)}\n`),
        ...traces.map((trace, index) => writeTrace(year.subjects[index], trace, context.io.columns)),
      ].join(""),
      problems: template.problems,
      notes: [...template.notes, ...warnings],
    };
  },
};

function announce({ period }: ReportYear, { isDraft }: ReportLook): string {
  const what = period.isWhole ? "báo cáo tổng kết" : `báo cáo sơ kết ${period.name}`;
  return `Đã soạn ${isDraft ? "dự thảo " : ""}${what}`;
}
