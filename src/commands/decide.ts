import { join } from "node:path";
import { formatWhole } from "../domain/number.js";
import { UserError } from "../errors.js";
import { listAwards } from "../store/award.js";
import { withDatabase } from "../store/open.js";
import { readSettings } from "../store/setting.js";
import { createProgress } from "../terminal/progress-bar.js";
import { absolutePath, type CommandSpec, type Context, chooseYear, shownPath, textOption } from "./context.js";
import { localTime } from "./history.js";
import { describeLeftOut, describeMissing, loadTemplate, refuseTemplate } from "./load-template.js";
import { parseDateOption, readOffice } from "./office.js";
import { readOfficeLaw, refuseLaw } from "./office-law.js";
import { writeFiles } from "./output.js";
import { type DecisionWishes, planDecisions } from "./plan-decisions.js";

export const decideCommand: CommandSpec = {
  name: "decide",
  group: "Văn bản",
  summary: "soạn quyết định khen thưởng từ danh sách đã nạp (.docx)",
  options: [
    { flags: "--award <tên>", description: 'chỉ một danh hiệu hoặc hình thức, ví dụ "Giấy khen"' },
    {
      flags: "--per <cách>",
      description:
        "decision: mỗi hình thức một quyết định kèm danh sách (mặc định); recipient: mỗi người nhận một quyết định",
    },
    { flags: "--number-from <số>", description: "số của quyết định đầu tiên (không ghi thì để trống)" },
    { flags: "--date <ngày>", description: "ngày quyết định, ví dụ 16/4/2021 (không ghi thì để trống)" },
    { flags: "--reason <câu>", description: 'lý do khen chung, bắt đầu bằng "đã …"' },
    { flags: "--submission <câu>", description: 'tờ trình, ví dụ "số 12/TTr-PNV ngày 05 tháng 4 năm 2021"' },
    { flags: "--template <tệp>", description: "mẫu Word đã sửa" },
    { flags: "-o, --output <thư-mục>", description: "thư mục ghi quyết định (mặc định: quyet-dinh-NĂM)" },
    { flags: "--force", description: "ghi đè tệp đã có" },
  ],
  examples: [
    {
      command: "thidua decide --date 16/4/2021 -o quyet-dinh",
      does: "mỗi hình thức khen một quyết định kèm danh sách",
    },
    {
      command: 'thidua decide --award "Giấy khen" --per recipient -o giay-khen',
      does: "mỗi người nhận một quyết định",
    },
  ],
  async run(context, _args, options) {
    const wishes = readWishes(context, options);
    const { year, awards, office } = await withDatabase(context.database, "read", (db) => {
      const year = chooseYear(context, db);
      return { year, awards: listAwards(db, year), office: readOffice(readSettings(db)) };
    });
    const { DECISION, decisionFileStem, decisionValues } = await import("../documents/kinds/quyet-dinh-khen-thuong.js");
    const template = await loadTemplate(context, DECISION, textOption(options, "template"));
    if (template.problems.some(({ severity }) => severity === "error")) return refuseTemplate(template.problems);
    const officeLaw = await readOfficeLaw(context);
    const refusal = refuseLaw(officeLaw);
    if (refusal !== null) return { ...refusal, data: { documents: [], warnings: [] } };
    const { decisions, warnings, legalBasis } = planDecisions(awards, year, office, wishes, officeLaw);

    const folder = absolutePath(context, textOption(options, "output") ?? `quyet-dinh-${year}`);
    const { renderTemplate } = await import("../documents/template.js");
    const { safeFileName } = await import("../documents/safe-file-name.js");
    const taken = new Set<string>();
    const leftOut: string[] = [];
    const missing: Parameters<typeof describeMissing>[0][number][] = [];
    const progress = createProgress(context.io, "Đang soạn", decisions.length);
    const files: { path: string; bytes: Uint8Array }[] = [];
    for (const [index, { input }] of decisions.entries()) {
      const values = decisionValues(input);
      leftOut.push(...describeLeftOut(template, DECISION, { values, essential: input.asList ? [] : ["nguoi_nhan"] }));
      const rendered = await renderTemplate(template.bytes, values, {
        placeholders: DECISION.placeholders,
        ...(wishes.date === null ? {} : { date: wishes.date }),
      });
      missing.push(...rendered.missing);
      const order = wishes.perRecipient ? `${String(index + 1).padStart(String(decisions.length).length, "0")} ` : "";
      const name = safeFileName(`${order}${decisionFileStem(input)}`, "docx", taken);
      files.push({ path: join(folder, name), bytes: rendered.bytes });
      progress.tick();
    }
    progress.end();
    await writeFiles(context, files, options.force === true);

    const documents = decisions.map(({ kind, input }, index) => ({
      path: files[index]?.path ?? "",
      kind: DECISION.id,
      award: kind.id,
      unit: null,
      recipients: input.recipients.length,
      ...(wishes.perRecipient ? { recipient: input.recipients[0]?.name ?? "" } : {}),
    }));
    const all = [...new Set([...leftOut, ...warnings, ...describeMissing(missing)])];
    return {
      data: { template: template.used, documents, warnings: all, legalBasis, officeLaw: officeLaw.file },
      text: describeDocuments(context, documents, folder),
      problems: [...officeLaw.problems, ...template.problems],
      notes: [...template.notes, ...all],
    };
  },
};

function readWishes(context: Context, options: Readonly<Record<string, unknown>>): DecisionWishes {
  const per = textOption(options, "per") ?? "decision";
  if (per !== "decision" && per !== "recipient") {
    throw new UserError(`Không có cách soạn "${per}".`, "Chọn --per decision hoặc --per recipient.");
  }
  const from = textOption(options, "numberFrom");
  if (from !== null && !/^[1-9]\d{0,5}$/.test(from)) {
    throw new UserError(`"${from}" không phải là số quyết định.`, "Ghi một số nguyên dương, ví dụ --number-from 125.");
  }
  const date = parseDateOption(textOption(options, "date"));
  return {
    award: textOption(options, "award"),
    perRecipient: per === "recipient",
    numberFrom: from === null ? null : Number(from),
    date,
    lawDate: date ?? localTime(context.io.now().toISOString()).slice(0, 10),
    reason: textOption(options, "reason"),
    submission: textOption(options, "submission"),
  };
}

function describeDocuments(
  context: Context,
  documents: readonly { path: string; recipients: number }[],
  folder: string,
): string {
  const shown = documents
    .slice(0, 10)
    .map(({ path, recipients }) => `  ${shownPath(context, path)} (${formatWhole(recipients)} trường hợp)`);
  const rest = documents.length - shown.length;
  const recipients = documents.reduce((sum, document) => sum + document.recipients, 0);
  const total = `Đã soạn ${formatWhole(documents.length)} quyết định cho ${formatWhole(recipients)} trường hợp vào ${shownPath(context, folder)}:`;
  return `${[total, ...shown, ...(rest > 0 ? [`  … và ${rest} tệp nữa`] : [])].join("\n")}\n`;
}
