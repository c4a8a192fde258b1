import type { LintFinding, LintResult } from "../documents/lint/index.js";
import type { LintRule, LintSeverity } from "../documents/lint/rule.js";
import type { UnreadableDocument } from "../documents/lint/seen/open.js";
import { groupBy } from "../domain/group-by.js";
import { nearestName } from "../domain/name.js";
import { UserError } from "../errors.js";
import { type Column, formatTable } from "../terminal/table.js";
import { wrapSentence } from "../terminal/wrap.js";
import type { CommandSpec, Context } from "./context/context.js";
import { readFiles } from "./import/given-files.js";

export const lintCommand: CommandSpec = {
  name: "lint",
  usage: "<tệp...>",
  group: "Văn bản",
  summary: "đối chiếu văn bản Word với thể thức của Nghị định 30/2020",
  options: [
    { flags: "--rule <mã>", description: "chỉ xét quy định này (ghi nhiều lần được)", repeated: true },
    { flags: "--ignore <mã>", description: "bỏ qua quy định này (ghi nhiều lần được)", repeated: true },
  ],
  examples: [
    { command: "thidua lint quyet-dinh.docx", does: "chỗ nào sai thể thức, cần thế nào, theo điều mục nào" },
    { command: 'thidua lint "*.docx" --ignore ngay-them-0', does: "nhiều tệp, bỏ qua một quy định" },
    { command: "thidua lint bao-cao.docx --rule le-trang --rule phong-chu", does: "chỉ xét lề trang và phông chữ" },
  ],
  async run(context, args, options) {
    const { lintDocument, LINT_RULES } = await import("../documents/lint/index.js");
    const { UnreadableDocument } = await import("../documents/lint/seen/open.js");
    const rules = chooseRules(LINT_RULES, options);
    const read: ReadFile[] = [];
    for (const file of await readFiles(context, args, MAX_BYTES)) {
      try {
        if (file.size > MAX_BYTES) throw new UnreadableDocument("too-big");
        read.push({ file: file.file, ...lintDocument(await file.readBytes(), rules) });
      } catch (error) {
        if (!(error instanceof UnreadableDocument)) throw error;
        read.push({ file: file.file, kind: null, free: null, findings: [], error: explainFault(error) });
      }
    }
    const [first] = read;
    if (read.length === 1 && first?.error !== undefined)
      throw new UserError(`${first.file}: ${first.error.message}`, first.error.hint);
    const isUnread = read.some(({ error }) => error !== undefined);
    const hasErrors = read.some(({ findings }) => findings.some(({ rule }) => rule.severity === "error"));
    return {
      data: { files: read.map(toJson) },
      text: `${read.map((one) => formatFile(one, context)).join("\n\n")}\n`,
      notes: read.some(({ findings }) => findings.length > 0) ? [NOTE] : [],
      exitCode: isUnread ? 2 : hasErrors ? 1 : 0,
    };
  },
};

interface ReadFile extends LintResult {
  file: string;
  /** Set when it could not be read. */
  error?: { message: string; hint: string };
}

const MAX_BYTES = 64 * 2 ** 20;
const NOTE = "Từng quy định, nguồn và ví dụ: docs/lint.md. Bỏ qua một quy định: --ignore MÃ.";

/** Throws UserError for an id that is none. */
function chooseRules(all: readonly LintRule[], options: Readonly<Record<string, unknown>>): readonly LintRule[] {
  const listOf = (name: string) => {
    const given = options[name];
    return Array.isArray(given) ? given.flatMap((value: string) => value.split(",").map((id) => id.trim())) : [];
  };
  const [wanted, ignored] = [listOf("rule"), listOf("ignore")];
  const ids = all.map(({ id }) => id);
  for (const id of [...wanted, ...ignored]) {
    if (ids.includes(id)) continue;
    const near = nearestName(id, ids);
    const guess = near === null ? "" : ` Có phải ý bạn là ${near}?`;
    throw new UserError(`Không có quy định nào mã “${id}”.`, `Các mã ở docs/lint.md.${guess}`);
  }
  return all.filter(({ id }) => (wanted.length === 0 || wanted.includes(id)) && !ignored.includes(id));
}

const SAVE_AS = "Mở tệp bằng Word hoặc LibreOffice, chọn Lưu thành (Save As) kiểu Word (.docx), rồi thử lại.";

function explainFault({ fault }: UnreadableDocument): { message: string; hint: string } {
  switch (fault) {
    case "not-word":
      return { message: "không phải văn bản Word (.docx).", hint: SAVE_AS };
    case "other-office":
      return {
        message:
          "là tệp của chương trình khác (bảng tính, trình chiếu hay OpenDocument), không phải văn bản Word (.docx).",
        hint: SAVE_AS,
      };
    case "old-or-encrypted":
      return {
        message: "là văn bản Word đời cũ (.doc) hoặc đang đặt mật khẩu.",
        hint: `Bỏ mật khẩu nếu có. ${SAVE_AS}`,
      };
    case "encrypted":
      return { message: "đang đặt mật khẩu nên không đọc được.", hint: "Bỏ mật khẩu trong Word, lưu lại rồi thử lại." };
    case "too-big":
      return {
        message: "lớn bất thường: quá 64 MB, quá 1.000 thành phần, hoặc một thành phần bung ra quá 32 MB.",
        hint: "Bỏ bớt hình ảnh trong văn bản rồi lưu lại.",
      };
    case "declaration":
      return {
        message: "chứa khai báo kiểu tài liệu (DTD), thứ Word không bao giờ ghi và có thể dùng để đọc trộm tệp khác.",
        hint: `Không nên mở tệp này nếu chưa rõ ai gửi. ${SAVE_AS}`,
      };
    default:
      return { message: "bị hỏng bên trong, không đọc được.", hint: `Mở bằng Word để Word sửa. ${SAVE_AS}` };
  }
}

function toJson({ file, kind, free, findings, error }: ReadFile): object {
  return {
    file,
    kind,
    ...(free === null ? {} : { notAsked: { rules: free.lacks, reason: free.reason } }),
    ...(error === undefined ? {} : { error }),
    findings: findings.map(({ rule, place, found, wanted }) => ({
      rule: rule.id,
      severity: rule.severity,
      place,
      found,
      wanted,
      source: rule.source,
    })),
  };
}

const SEVERITY_TEXT: Readonly<Record<LintSeverity, string>> = { error: "Sai", warning: "Nên xem lại" };
const COLUMNS: readonly Column[] = [{ header: "Chỗ" }, { header: "Thấy" }, { header: "Cần" }];

/** As many lines of one rule as the table shows; --json has them all. */
const MOST_SHOWN = 8;

function formatFile({ file, kind, free, findings, error }: ReadFile, context: Context): string {
  const { columns } = context.io;
  if (error !== undefined) return wrapSentence("", `${file}: ${error.message} ${error.hint}`, columns);
  const what = kind ?? "không rõ loại văn bản";
  const errors = findings.filter(({ rule }) => rule.severity === "error").length;
  const warnings = findings.length - errors;
  const counts = [
    ...(errors > 0 ? [`${errors} chỗ sai`] : []),
    ...(warnings > 0 ? [`${warnings} chỗ nên xem lại`] : []),
  ];
  const title = `${file}: ${what}, ${counts.length === 0 ? "không thấy chỗ nào trái thể thức" : counts.join(", ")}.`;
  const byRule = [...groupBy(findings, ({ rule }) => rule.id).values()];
  const told = free === null ? title : `${title} ${free.reason}`;
  return [wrapSentence("", told, columns), ...byRule.map((group) => formatRule(group, context))].join("\n\n");
}

function formatRule(group: readonly LintFinding[], { io, style }: Context): string {
  const rule = group[0]?.rule;
  if (rule === undefined) return "";
  const same = [...groupBy(group, ({ found, wanted }) => `${found}|${wanted}`).values()];
  const rows = same.slice(0, MOST_SHOWN).map((alike) => {
    const [first] = alike;
    const more = alike.length > 1 ? ` và ${alike.length - 1} chỗ nữa` : "";
    return [`${describePlace(first)}${more}`, first?.found ?? "", first?.wanted ?? ""];
  });
  const left = same.slice(MOST_SHOWN).reduce((sum, alike) => sum + alike.length, 0);
  const paint = rule.severity === "error" ? style.red : style.yellow;
  return [
    style.bold(paint(wrapSentence("", `${SEVERITY_TEXT[rule.severity]} — ${rule.what} [${rule.id}]`, io.columns))),
    wrapSentence("", rule.source, io.columns),
    formatTable(COLUMNS, rows, io.columns, style).trimEnd(),
    ...(left > 0 ? [wrapSentence("", `… và ${left} chỗ nữa, xem hết bằng --json.`, io.columns)] : []),
  ].join("\n");
}

/** "Lời văn, đoạn 12 “Thực hiện Kế hoạch…”". */
function describePlace(finding: LintFinding | undefined): string {
  if (finding === undefined) return "";
  const { part, paragraph, text } = finding.place;
  if (paragraph === null) return part;
  return `${part}, đoạn ${paragraph}${text === "" ? "" : ` “${text}”`}`;
}
