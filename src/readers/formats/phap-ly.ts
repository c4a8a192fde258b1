import { ISSUER_LEVELS, type IssuerLevel } from "../../domain/issuer-level.js";
import type { Gap } from "../../domain/law/law.js";
import type { LawRecord, LawRecordKind } from "../../domain/law/law-record.js";
import { foldKey } from "../../domain/name.js";
import type { FormatSpec } from "../table/format.js";
import { readRecords } from "../table/read-records.js";
import type { Row } from "../table/row.js";
import { readSubject } from "./subject.js";

const KINDS: Readonly<Record<LawRecordKind, string>> = {
  basis: "căn cứ",
  multiplier: "hệ số",
  salary: "lương cơ sở",
  title: "danh hiệu",
  form: "hình thức",
  authority: "thẩm quyền",
  quota: "tỷ lệ",
  votes: "tỷ lệ phiếu",
  share: "tỷ lệ tối thiểu",
  years: "số lần liên tục",
};

/** The office's file of law: kept beside the database, not imported into it. */
export const phapLy: FormatSpec = {
  id: "phap-ly",
  title: "tệp pháp lý của cơ quan",
  columns: [
    {
      field: "kind",
      header: "Loại quy định",
      aliases: ["Loại"],
      required: true,
      kind: "choice",
      words: KINDS,
    },
    {
      field: "award",
      header: "Danh hiệu/Hình thức",
      aliases: ["Danh hiệu", "Hình thức", "Danh hiệu, hình thức"],
      required: false,
      kind: "text",
    },
    { field: "levels", header: "Cấp", aliases: ["Cấp quyết định", "Cấp áp dụng"], required: false, kind: "text" },
    { field: "subjects", header: "Đối tượng", aliases: [], required: false, kind: "text" },
    { field: "content", header: "Nội dung", aliases: ["Giá trị", "Mức"], required: false, kind: "text" },
    { field: "from", header: "Từ ngày", aliases: ["Hiệu lực từ", "Ngày hiệu lực"], required: true, kind: "date" },
    { field: "to", header: "Đến ngày", aliases: ["Hiệu lực đến", "Hết hiệu lực"], required: false, kind: "date" },
    { field: "replaces", header: "Thay cho", aliases: ["Thay thế"], required: false, kind: "text" },
    { field: "source", header: "Nguồn", aliases: ["Văn bản", "Nguồn (văn bản)"], required: false, kind: "text" },
  ],
  recognisedBy: [["kind"], ["from"], ["content", "award"]],
  numberedRowsAreData: true,
  read(table) {
    const { records } = readRecords<LawRecord>(table, { read: readLaw });
    return { format: "phap-ly", records };
  },
};

function readLaw(row: Row): LawRecord | null {
  const kind = row.choice("kind", (text) => findWord(KINDS, text), Object.values(KINDS).join(", "));
  if (kind === null) {
    row.required("kind");
    return null;
  }
  const record = {
    row: row.row,
    award: kind === "basis" || kind === "salary" ? null : row.required("award"),
    levels: readList(row, "levels", readLevel, ISSUER_LEVELS.map(({ id }) => id).join(", ")),
    subjects: readList(row, "subjects", readSubject, "cá nhân, tập thể, hộ gia đình"),
    content: readContent(row, kind),
    from: row.date("from", false),
    to: row.date("to", false),
    replaces: row.choice("replaces", readReplaced, "số, ký hiệu văn bản; quy chế; chức năng; nghị định"),
    source: kind === "basis" ? row.text("source") : row.required("source"),
  };
  if (record.from === null) row.required("from");
  if (kind === "authority" && record.levels === null) {
    row.report("levels", { code: "missing-value", message: "Chưa ghi cấp nào được quyết định.", hint: LEVELS });
  }
  if (record.from !== null && record.to !== null && record.to < record.from) {
    row.report("to", {
      code: "ends-before-it-begins",
      message: "Đến ngày đứng trước Từ ngày.",
      hint: "Sửa một trong hai ngày; để trống Đến ngày nếu còn hiệu lực.",
    });
  }
  return record.from === null ? null : { ...record, from: record.from, kind };
}

const LEVELS = `Ghi một hoặc nhiều cấp, cách nhau bằng dấu chấm phẩy: ${ISSUER_LEVELS.map(({ id }) => id).join(", ")}.`;

function readContent(row: Row, kind: LawRecordKind): string | null {
  if (kind === "title" || kind === "form" || kind === "authority") return row.text("content");
  // A căn cứ without words takes away the one it stands in for.
  if (kind === "basis") return row.text("replaces") === null ? row.required("content") : row.text("content");
  const value = row.number("content");
  if (value === null) row.required("content");
  const [pattern, message, hint] = VALUES[kind] ?? POSITIVE;
  if (value === null || pattern.test(value)) return value;
  return row.report("content", { code: "impossible-value", message, hint });
}

type Expected = readonly [pattern: RegExp, message: string, hint: string];

const POSITIVE: Expected = [/^\d/, "Số này không được âm.", "Ghi số dương, ví dụ 1,5."];
const PERCENT: Expected = [/^(\d{1,2}(\.\d+)?|100(\.0+)?)$/, "Tỷ lệ phải từ 0 đến 100%.", "Ghi như 80%."];
const VALUES: Partial<Record<LawRecordKind, Expected>> = {
  salary: [/^[1-9]\d{5,8}$/, "Mức lương cơ sở phải là số đồng một tháng.", "Ghi đủ số đồng, ví dụ 2.530.000."],
  votes: PERCENT,
  share: PERCENT,
  years: [/^[1-9]$/, "Số lần liên tục phải là một số đếm từ 1 đến 9.", "Ghi như 3."],
};

/** Several words in one cell; null when it is blank: all of them. */
function readList<T>(row: Row, field: string, read: (text: string) => T | null, wanted: string): T[] | null {
  const parts = (row.text(field) ?? "").split(/[;,]/).filter((part) => part.trim() !== "");
  const known = parts.map(read);
  if (known.includes(null)) {
    row.report(field, { code: "unknown-choice", message: "Không rõ giá trị này.", hint: `Ghi các từ: ${wanted}.` });
  }
  const found = known.filter((one) => one !== null);
  return found.length === 0 ? null : found;
}

function readLevel(text: string): IssuerLevel | null {
  const key = foldKey(text).replace(/^cap /, "");
  return ISSUER_LEVELS.find(({ id }) => id === key)?.id ?? null;
}

function findWord<T extends string>(words: Readonly<Record<T, string>>, text: string): T | null {
  const key = foldKey(text);
  return (Object.keys(words) as T[]).find((id) => foldKey(words[id]) === key) ?? null;
}

const GAPS: readonly [RegExp, Gap][] = [
  [/^quy (che|dinh)/, "regulation"],
  [/^chuc nang/, "functions"],
  [/^(nghi dinh|thong tu)(, thong tu)?$/, "decree"],
];

/** The number of an act stays as typed; the words for what the office fills in become that gap. */
function readReplaced(text: string): string | null {
  const gap = GAPS.find(([words]) => words.test(foldKey(text)))?.[1];
  return gap ?? (/\d+\/\d{4}\//.test(text) ? text : null);
}
