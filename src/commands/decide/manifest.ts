import { shortDate } from "../../domain/date.js";
import { decisionNumberText } from "../../domain/decision-number.js";
import { FOR_EXCEL, formatSheetCsv } from "../../terminal/sheet-csv.js";
import type { Decision } from "./plan-decisions.js";

/** The list of what a batch holds, beside its documents. */
export const MANIFEST = "danh-muc.csv";

/** A document of a batch, written. */
export interface WrittenDecision {
  decision: Decision;
  file: string;
  sha256: string;
  /** Which document of a merged file it is, from 1; null: it is a file of its own. */
  order: number | null;
}

const HEADERS = [
  "STT",
  "Người nhận",
  "Chức vụ",
  "Đơn vị",
  "Danh hiệu/Hình thức",
  "Số quyết định",
  "Ngày quyết định",
  "Tệp",
  "SHA-256",
];
const ORDER = "Thứ tự trong tệp";

/** One line for each recipient, in the order of the documents; opens in Excel. */
export function formatManifest(written: readonly WrittenDecision[]): string {
  const rows = written.flatMap(({ decision, file, sha256, order }) => {
    const { date, number, symbol } = decision.input.head;
    const name = number === null ? "" : decisionNumberText(number, symbol);
    const day = date === null ? "" : shortDate(date);
    return decision.input.recipients.map((recipient) => {
      const { salutation, position, workplace } = recipient;
      const who = [salutation, recipient.name].filter(Boolean).join(" ");
      return [
        who,
        position ?? "",
        workplace ?? "",
        decision.kind.name,
        name,
        day,
        file,
        sha256,
        ...(order === null ? [] : [String(order)]),
      ];
    });
  });
  const headers = written.some(({ order }) => order !== null) ? [...HEADERS, ORDER] : HEADERS;
  const sheet = {
    name: "danh-muc",
    help: null,
    columns: headers.map((header) => ({ header, kind: "text" as const, choices: [] })),
    rows: rows.map((row, index) => [String(index + 1), ...row].map((text) => ({ text }))),
    blankRows: 0,
  };
  return formatSheetCsv(sheet, FOR_EXCEL);
}
