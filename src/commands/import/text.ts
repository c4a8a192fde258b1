import type { Change } from "../../domain/change.js";
import type { TypedAmount } from "../../domain/indicator.js";
import { formatDecimal, formatWhole } from "../../domain/number.js";
import { levelOfField } from "../../domain/plan-level.js";
import { type Context, type Outcome, shownPath } from "../context/context.js";
import { describeSheetUnit } from "../intake/known-units.js";
import type { ImportedSheet, ImportReport } from "./sheets.js";

/** What `import` says of its work. */
export function describeImport(
  context: Context,
  report: ImportReport,
  { dryRun, isNew }: { dryRun: boolean; isNew: boolean },
): Outcome {
  const { imports, yearNote } = report;
  const problems = imports.flatMap((entry) => entry.problems);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const data = dryRun ? { dryRun, imports } : { imports };
  if (errors > 0) {
    const warnings = problems.length - errors;
    const also = warnings === 0 ? "" : ` và ${formatWhole(warnings)} lưu ý`;
    const failure = {
      message: `${formatWhole(errors)} lỗi${also}; chưa ghi gì vào cơ sở dữ liệu.`,
      hint: "Sửa các chỗ trên rồi nạp lại.",
    };
    return { data, text: "", problems, failure };
  }
  const notes = [
    ...(yearNote === null ? [] : [yearNote]),
    ...(isNew && !dryRun ? [`Đã tạo cơ sở dữ liệu ${shownPath(context, context.database)}.`] : []),
    ...(dryRun ? ["Chạy thử: chưa ghi gì."] : ["Bước tiếp theo: thidua status"]),
  ];
  return { data, text: imports.map(describeSheet).join(""), problems, notes };
}

/** Encodings worth saying: not what everybody uses today. */
const ENCODING_NAMES = new Map([
  ["utf-16le", "UTF-16"],
  ["utf-16be", "UTF-16"],
  ["windows-1258", "Windows-1258"],
  ["tcvn3", "TCVN3 (ABC)"],
  ["vni", "VNI"],
  ["windows-1252", "Windows-1252"],
]);

function describeSheet(entry: ImportedSheet): string {
  const counts = [
    [entry.inserted, "mới"],
    [entry.updated, "sửa"],
    [entry.unchanged, "giữ nguyên"],
  ] as const;
  const shown = counts.filter(([count]) => count > 0).map(([count, what]) => `${formatWhole(count)} ${what}`);
  const name = entry.sheet === null ? entry.file : `${entry.file} (${entry.sheet})`;
  const lines = [`${name}: ${entry.format}, ${formatWhole(entry.records)} dòng: ${shown.join(", ") || "không có gì"}`];
  if (entry.unit !== undefined) lines.push(`  đơn vị: ${describeSheetUnit(entry.unit)}`);
  const letters = ENCODING_NAMES.get(entry.encoding);
  if (letters !== undefined) lines.push(`  bảng mã: ${letters}`);
  const skipped = entry.skipped.filter(({ reason }) => reason !== "blank" && reason !== "header");
  if (skipped.length > 0)
    lines.push(
      `  bỏ qua ${formatWhole(skipped.length)} dòng không phải số liệu: ${skipped.map(({ row }) => row).join(", ")}`,
    );
  if (entry.unknownColumns.length > 0) lines.push(`  cột không dùng: ${entry.unknownColumns.join("; ")}`);
  lines.push(...describeChanges(entry.changes));
  return `${lines.join("\n")}\n`;
}

/** As many changed fields as are told on the screen; --json has them all. */
const SHOWN_CHANGES = 20;

/** "dòng 5: Lâm Bình · Trồng rừng: Thực hiện 580 → 590"; without the row where no sheet is meant. */
export function describeChanges(changes: readonly Change[], withRow = true): string[] {
  const lines = changes.slice(0, SHOWN_CHANGES).map(({ row, key, field, old, new: now }) => {
    const what = Object.values(key).join(" · ");
    return `  ${withRow ? `dòng ${row}: ` : ""}${what}: ${describeField(field)} ${describeValue(field, old)} → ${describeValue(field, now)}`;
  });
  const more = changes.length - lines.length;
  return more > 0 ? [...lines, `  … và ${formatWhole(more)} chỗ sửa khác (xem hết bằng --json)`] : lines;
}

function describeField(field: string): string {
  const level = levelOfField(field);
  return level === null ? (FIELD_TEXT[field] ?? field) : `Kế hoạch (${level})`;
}

function describeValue(field: string, value: Change["old"]): string {
  if (value === null || value === "") return "(trống)";
  if (FLAGS.has(field)) return value === 1 ? "có" : "không";
  if (typeof value === "number") return field === "achievementYear" ? String(value) : formatDecimal(String(value));
  if (SENTENCES.has(field)) return `“${shorten(String(value))}”`;
  if (typeof value === "string" && value.startsWith("{")) return `“${(JSON.parse(value) as TypedAmount).text}”`;
  if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return formatDecimal(value);
  return WORDS[String(value)] ?? `“${value}”`;
}

const FLAGS = new Set(["assigned", "additive", "directWorker", "leader"]);

/** Cells of sentences: told by how they begin. */
const SENTENCES = new Set(["content", "result", "achievement"]);

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS - 1)}…` : line;
}

const SHOWN_CHARACTERS = 60;

/** Words stored as codes. */
const WORDS: Readonly<Record<string, string>> = {
  dat: "Đạt",
  "khong-dat": "Không đạt",
  head: "Cụm trưởng",
  deputy: "Cụm phó",
  member: "Thành viên",
  higher: "cao hơn tốt",
  lower: "thấp hơn tốt",
  pass: "đạt/không đạt",
  individual: "cá nhân",
  collective: "tập thể",
  household: "hộ gia đình",
  male: "Nam",
  female: "Nữ",
  regular: "thường xuyên",
  period: "theo đợt",
  thematic: "chuyên đề",
  special: "đặc biệt",
};

/** Record field → its header. */
const FIELD_TEXT: Readonly<Record<string, string>> = {
  name: "Tên",
  code: "Mã",
  aliases: "Tên khác",
  kind: "Loại",
  level: "Cấp",
  cluster: "Cụm/Khối",
  role: "Vai trò",
  headcount: "Số lao động",
  group: "Nhóm",
  measure: "ĐVT",
  direction: "Chiều",
  additive: "Cộng dồn được",
  assigned: "Được giao",
  planned: "Kế hoạch",
  planLevel: "Cấp kế hoạch",
  actual: "Thực hiện",
  previous: "Năm trước",
  statedPercent: "% TH/KH",
  statedEvaluation: "Đánh giá",
  reason: "Nguyên nhân",
  note: "Ghi chú",
  max: "Điểm tối đa",
  rule: "Cách chấm",
  indicator: "Chỉ tiêu",
  parameters: "Tham số",
  bonusCap: "Thưởng tối đa",
  deductionCap: "Trừ tối đa",
  selfScore: "Tự chấm",
  crossScore: "Chấm chéo",
  verifiedScore: "Thẩm định",
  evidence: "Minh chứng",
  salutation: "Danh xưng",
  subject: "Đối tượng",
  position: "Chức vụ",
  workplace: "Đơn vị",
  award: "Danh hiệu/Hình thức",
  achievement: "Thành tích",
  achievementYear: "Năm thành tích",
  directWorker: "Lao động trực tiếp",
  leader: "Lãnh đạo",
  gender: "Giới tính",
  birthDate: "Ngày sinh",
  occasion: "Loại khen",
  discipline: "Kỷ luật",
  votesFor: "Số phiếu",
  votesTotal: "Tổng số phiếu",
  decisionNumber: "Số quyết định",
  decisionDate: "Ngày quyết định",
  kindText: "Loại",
  launchedBy: "Cơ quan phát động",
  document: "Văn bản",
  from: "Từ ngày",
  to: "Đến ngày",
  period: "Thời gian",
  unitCount: "Số đơn vị hưởng ứng",
  result: "Kết quả",
  content: "Nội dung",
};
