import { shortDate } from "../date.js";
import type { IssuerLevel } from "../issuer-level.js";
import { LAW_LINES, type LawLine } from "./lines.js";
import { FIRST_DAY } from "./periods.js";
import type { Mark } from "./source.js";

/** One căn cứ as the document prints it ("Căn cứ …"), without the closing ";" or "." which the document adds. */
export interface BasisLine {
  text: string;
  source: string;
  /** null for the office's own lines, which it vouches for itself. */
  mark: Mark | null;
  /** What the office has to supply; the text then holds it as "[Chưa có: …]". null when the line is complete. */
  missing: string | null;
}

export interface LegalBasis {
  lines: BasisLine[];
  /** Sentences for the person who makes the decision. */
  notes: string[];
}

/** Căn cứ only the office knows, in its own words without "Căn cứ"; absent ones are marked in the text. */
export interface LocalBasis {
  /** Quyết định ban hành quy chế (quy định) thi đua, khen thưởng of the province. */
  regulation?: string | null;
  /** What lays down the functions and powers of a sở or another body. */
  functions?: string | null;
  /** Decree and circular, for days on which the program knows none. */
  decree?: string | null;
}

interface Question {
  /** YYYY-MM-DD of the decision. */
  date: string;
  level: IssuerLevel;
  /** Laws by name and date (NĐ 30/2020 PL I II.6a, the default) or with their numbers. */
  lawCitation?: "date" | "number";
  local?: LocalBasis;
}

/** The căn cứ of a commendation decision in their order, up to but without "Theo đề nghị của …". */
export function legalBasis({ date, level, lawCitation = "date", local = {} }: Question): LegalBasis {
  if (date < FIRST_DAY) {
    const what = `văn bản về thi đua, khen thưởng có hiệu lực ngày ${shortDate(date)}`;
    return { lines: [localLine(local.decree, what)], notes: [BEFORE_FIRST_DAY] };
  }
  const lines: BasisLine[] = [];
  if (level === "so") lines.push(localLine(local.functions, FUNCTIONS_OF_DEPARTMENT));
  if (level === "khac") lines.push(localLine(local.functions, FUNCTIONS_OF_OTHER));
  for (const line of LAW_LINES) {
    if (line.levels.includes(level) && covers(line, date)) lines.push(printed(line, lawCitation));
  }
  if (date >= AMENDED) lines.push(localLine(local.decree, DECREE));
  lines.push(localLine(local.regulation, date < TWO_TIERS ? REGULATION : REGULATION_SINCE_2025));
  return { lines, notes: notesOn(date, level, local) };
}

const AMENDED = "2026-10-01";
const TWO_TIERS = "2025-07-01";

const REGULATION = "quyết định của Ủy ban nhân dân cấp tỉnh ban hành quy chế thi đua, khen thưởng";
const REGULATION_SINCE_2025 = "quyết định của Ủy ban nhân dân cấp tỉnh ban hành quy định về thi đua, khen thưởng";
const FUNCTIONS_OF_DEPARTMENT =
  "quyết định của Ủy ban nhân dân cấp tỉnh quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở";
const FUNCTIONS_OF_OTHER = "văn bản quy định chức năng, nhiệm vụ của cơ quan, đơn vị";
const DECREE = `nghị định, thông tư thi hành Luật Thi đua, khen thưởng áp dụng từ ngày ${shortDate(AMENDED)}`;

const BEFORE_FIRST_DAY = `Chương trình không có văn bản pháp luật áp dụng trước ngày ${shortDate(FIRST_DAY)}. Hãy tự ghi phần căn cứ, hoặc kiểm tra lại ngày quyết định.`;

/** What cannot be told by a line alone; each with the days it holds for. */
function notesOn(date: string, level: IssuerLevel, local: LocalBasis): string[] {
  const notes: string[] = [];
  if (date >= "2024-01-01" && date < "2024-02-24") {
    notes.push(
      "Từ ngày 01/01/2024 đến khi có Thông tư số 01/2024/TT-BNV, phần căn cứ không có thông tư. Ngày ban hành thông tư này chưa đối chiếu; hãy kiểm tra.",
    );
  }
  if (date >= TWO_TIERS && date < "2025-08-05") {
    notes.push(
      "Từ ngày 01/7/2025 đến 04/8/2025, phần căn cứ không có thông tư: Thông tư số 01/2024/TT-BNV hướng dẫn nghị định đã hết hiệu lực, Thông tư số 15/2025/TT-BNV áp dụng từ ngày 05/8/2025.",
    );
  }
  if (date >= TWO_TIERS && level === "huyen") {
    notes.push(
      "Từ ngày 01/7/2025 không còn cấp huyện. Hãy kiểm tra lại ngày quyết định và cấp của cơ quan ban hành (issuer.level).",
    );
  }
  if (date >= AMENDED && !isGiven(local.decree)) {
    notes.push(
      "Từ ngày 01/10/2026, Luật số 06/2026/QH16 có hiệu lực; chương trình chưa có nghị định, thông tư thi hành. Hãy ghi dòng căn cứ này (Nghị định số 152/2025/NĐ-CP và Thông tư số 15/2025/TT-BNV nếu chưa bị thay thế).",
    );
  }
  if (date >= "2027-03-01" && level === "xa") {
    notes.push(
      "Cơ sở dữ liệu quốc gia ghi Nghị định số 129/2025/NĐ-CP hết hiệu lực ngày 01/3/2027. Hãy bổ sung văn bản thay thế về thẩm quyền của Ủy ban nhân dân cấp xã.",
    );
  }
  return notes;
}

function printed(line: LawLine, citation: "date" | "number"): BasisLine {
  const text = citation === "number" ? (line.numbered ?? line.text) : line.text;
  return { text: `Căn cứ ${text}`, source: line.source, mark: line.mark, missing: null };
}

function localLine(given: string | null | undefined, what: string): BasisLine {
  const source = "văn bản của địa phương, cơ quan";
  if (!isGiven(given)) return { text: `Căn cứ [Chưa có: ${what}]`, source, mark: null, missing: what };
  const text = given
    .trim()
    .replace(/^căn cứ\s+/iu, "")
    .replace(/[;.]$/u, "");
  return { text: `Căn cứ ${text}`, source, mark: null, missing: null };
}

function isGiven(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text.trim() !== "";
}

function covers(line: LawLine, date: string): boolean {
  return line.from <= date && (line.to === null || date <= line.to);
}
