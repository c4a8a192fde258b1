import { claimColumns } from "../table/columns.js";
import type { FormatSpec } from "../table/format.js";
import { LONGEST_HEADER, readHeader } from "../table/header-key.js";

/** A header that says whose figures stand below it and what they are: "KH Lâm Bình", "Trồng rừng (% KH)". */
export interface NamedRole {
  /** The unit or indicator, as written. */
  name: string;
  /** The words for plan, result, percentage …, as a column of their own would have them. */
  role: string;
  /** The field of a record they stand for. */
  field: string;
  /** Whether those stand in front of the name. */
  leads: boolean;
}

const ROLES = new Set(["planned", "actual", "previous", "attainmentPercent"]);

/** Of the words for these columns those that begin or end no name: "Kết quả", "Tỷ lệ", "Đăng ký" do. */
const PLAIN_ROLE = [
  /^(kh|kế hoạch|th|thực hiện|ước (th|thực hiện))( (cả )?năm)?$/,
  /^(năm trước|cùng kỳ|%)$/,
  /^%? ?(th|thực hiện)\/(kh|kế hoạch|dt|dự toán)( %)?$/,
  /^% (kh|kế hoạch)$|^(kh|kế hoạch) %$|^(% )?so (với )?(kh|kế hoạch)( %)?$|^% (đạt|hoàn thành)( kh| kế hoạch)?$/,
];

/** "%": no more than a sign, which says nothing of a plan. */
export function isBarePercent(role: string): boolean {
  return role === "%";
}

/** The name and the role in a header; the longest role counts. null when it has none, or nothing but one. */
export function splitRole(text: string, format: FormatSpec): NamedRole | null {
  if (text.length > LONGEST_HEADER) return null;
  const words = text.split(" ");
  for (let count = words.length - 1; count > 0; count--) {
    const last = tidy(words.slice(-count));
    const first = tidy(words.slice(0, count));
    const [lastField, firstField] = [fieldOf(last, format), fieldOf(first, format)];
    // "Hộ nghèo (%)" is measured so; "% trồng rừng" may be the percentage beside its plan.
    if (lastField !== null && !isBarePercent(last))
      return named(words.slice(0, -count), { role: last, field: lastField, leads: false });
    if (firstField !== null) return named(words.slice(count), { role: first, field: firstField, leads: true });
  }
  return null;
}

function named(words: readonly string[], role: Omit<NamedRole, "name">): NamedRole | null {
  const name = words.join(" ").replace(/^[-–—:,\s]+|[-–—:,\s]+$/g, "");
  return /\p{L}/u.test(name) ? { name, ...role } : null;
}

/** Without the brackets and dashes that set it apart: "(KH)", "- TH:". */
function tidy(words: readonly string[]): string {
  const text = words.join(" ").replace(/^[-–—:\s]+|[-–—:\s]+$/g, "");
  return text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1).trim() : text;
}

/** The field a text is the header of, when it is one of the plain words for it; else null. */
function fieldOf(text: string, format: FormatSpec): string | null {
  const { key } = readHeader(text);
  if (!PLAIN_ROLE.some((pattern) => pattern.test(key))) return null;
  const fields = claimColumns([text], format).flatMap((claim) => claim.fields);
  return fields.find((field) => ROLES.has(field)) ?? null;
}
