import { shortDate } from "../date.js";
import type { IssuerLevel } from "../issuer-level.js";
import { type Gap, type Law, type OfficeLine, PROGRAM_LAW } from "./law.js";
import type { LawLine } from "./lines.js";
import { FIRST_DAY } from "./periods.js";
import { AMENDED, isInForce, type Mark } from "./source.js";

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
  law?: Law;
}

/** The căn cứ of a commendation decision in their order, up to but without "Theo đề nghị của …". */
export function legalBasis({ date, level, lawCitation = "date", local = {}, law = PROGRAM_LAW }: Question): LegalBasis {
  const given = law.officeLines.filter((line) => line.levels.includes(level) && isInForce(line, date));
  const print = (lines: readonly LawLine[]) => lines.filter(isCited).map((line) => printed(line, lawCitation));
  const notes: string[] = [];
  const fill = (own: readonly OfficeLine[], setting: string | null | undefined, missing: string | null) => {
    if (own.length > 0 && isGiven(setting)) notes.push(`${OFFICE_FIRST} "${setting.trim()}".`);
    if (own.length > 0) return print(own);
    return missing === null ? [] : [localLine(setting, missing)];
  };
  const filling = (gap: Gap) => given.filter(({ replaces }) => replaces === gap);

  const programLines = law.lines.filter((line) => line.levels.includes(level) && isInForce(line, date));
  const inPlace = given.filter((line) => programLines.some((one) => standsFor(line, one)));
  const rest = given.filter((line) => !inPlace.includes(line));
  const isDecree = ({ replaces, text }: OfficeLine) =>
    replaces === "decree" || (!isGap(replaces) && /^(nghị định|thông tư) /iu.test(text));
  const decrees = rest.filter(isDecree);

  const lines: BasisLine[] = [];
  if (level === "so") lines.push(...fill(filling("functions"), local.functions, FUNCTIONS_OF_DEPARTMENT));
  if (level === "khac") lines.push(...fill(filling("functions"), local.functions, FUNCTIONS_OF_OTHER));
  for (const line of programLines) {
    const own = inPlace.filter((one) => standsFor(one, line));
    lines.push(...print(own.length > 0 ? own : [line]));
  }
  const asked = date < FIRST_DAY ? `${DECREE_BEFORE} ${shortDate(date)}` : date < AMENDED ? null : DECREE;
  lines.push(...fill(decrees, local.decree, asked));
  lines.push(...print(rest.filter((line) => !isDecree(line) && !isGap(line.replaces))));
  if (date < FIRST_DAY) return { lines, notes: [...notes, BEFORE_FIRST_DAY] };
  const regulation = date < TWO_TIERS ? REGULATION : REGULATION_SINCE_2025;
  lines.push(...fill(filling("regulation"), local.regulation, regulation));
  const isDecreeMissing = asked !== null && decrees.length === 0 && !isGiven(local.decree);
  return { lines, notes: [...notes, ...notesOn(date, level, isDecreeMissing)] };
}

const TWO_TIERS = "2025-07-01";

const REGULATION = "quyết định của Ủy ban nhân dân cấp tỉnh ban hành quy chế thi đua, khen thưởng";
const REGULATION_SINCE_2025 = "quyết định của Ủy ban nhân dân cấp tỉnh ban hành quy định về thi đua, khen thưởng";
const FUNCTIONS_OF_DEPARTMENT =
  "quyết định của Ủy ban nhân dân cấp tỉnh quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở";
const FUNCTIONS_OF_OTHER = "văn bản quy định chức năng, nhiệm vụ của cơ quan, đơn vị";
const DECREE = `nghị định, thông tư thi hành Luật Thi đua, khen thưởng áp dụng từ ngày ${shortDate(AMENDED)}`;

const DECREE_BEFORE = "văn bản về thi đua, khen thưởng có hiệu lực ngày";

const OFFICE_FIRST = "Dòng căn cứ trong tệp pháp lý của cơ quan được dùng thay cho cài đặt";
const BEFORE_FIRST_DAY = `Chương trình không có văn bản pháp luật áp dụng trước ngày ${shortDate(FIRST_DAY)}. Hãy tự ghi phần căn cứ, hoặc kiểm tra lại ngày quyết định.`;

/** What cannot be told by a line alone; each with the days it holds for. */
function notesOn(date: string, level: IssuerLevel, isDecreeMissing: boolean): string[] {
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
  if (isDecreeMissing) {
    notes.push(
      'Từ ngày 01/10/2026, Luật số 06/2026/QH16 có hiệu lực; chương trình chưa có nghị định, thông tư thi hành. Khai một lần, mọi văn bản dùng chung: thidua config basis.decree "Nghị định số …" (Nghị định số 152/2025/NĐ-CP và Thông tư số 15/2025/TT-BNV nếu chưa bị thay thế), hoặc mỗi văn bản một dòng căn cứ trong tệp pháp lý: thidua sheet phap-ly.',
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

function isGap(replaces: OfficeLine["replaces"]): replaces is Gap {
  return replaces === "regulation" || replaces === "functions" || replaces === "decree";
}

/** An office's line without words takes the program's away and puts nothing in its place. */
function isCited({ text }: LawLine): boolean {
  return text !== "";
}

/** Told by the number of the act: the one "Thay cho" names, or the line's own. */
function standsFor({ replaces, text }: OfficeLine, line: LawLine): boolean {
  const number = isGap(replaces) ? null : actNumber(replaces ?? text);
  return number !== null && number === actNumber(line.numbered ?? line.text);
}

/** "06/2022/QH15", "152/2025/NĐ-CP": what tells an act from all others; the first, for its title may name another. */
function actNumber(text: string): string | null {
  return /\d+\/\d{4}\/[\p{Lu}\d-]+/u.exec(text)?.[0].replace(/^0+/, "") ?? null;
}
