import type { Subject } from "../../domain/award.js";
import type { AwardFinder } from "../../domain/award-match.js";
import { cleanText } from "../../domain/name.js";
import type { Table } from "../table/format.js";
import type { Row } from "../table/row.js";
import { headingText, isOrdinal } from "../table/row-kind.js";
import { reportProblem } from "../table/table.js";
import { subjectOfHeading } from "./subject.js";

/** What stands above the rows of a list without a column of awards: each heading may tell the award, the subject, or both. */
export class AwardHeadings {
  /** As written in the heading or the title; null when none that is known stands above. */
  award: string | null;
  subject: Subject | null = null;
  /** The heading that names something else where awards are named; null when there is none. */
  unknown: string | null = null;
  /** What the outermost headings name: what stands below one of them ends at the next. */
  private outer: "award" | "subject" | null = null;
  /** How headings that name awards are numbered. */
  private readonly numbering = new Set<Numbering>();

  constructor(
    title: readonly string[],
    readonly findAward: AwardFinder,
  ) {
    this.award = awardOfTitle(title, findAward);
  }

  /** A heading, by the texts of its row. */
  enter(texts: readonly string[]): void {
    const words = texts.filter((text) => !isOrdinal(text)).join(" ");
    const award = awardInText(words, this.findAward);
    const subject = subjectOfHeading(words);
    const numbering = numberingOf(texts);
    if (award !== null) {
      this.outer ??= "award";
      if (this.outer === "award") this.subject = null;
      this.award = award;
      this.unknown = null;
      this.numbering.add(numbering);
    }
    if (subject !== null) {
      this.outer ??= "subject";
      if (this.outer === "subject" && award === null && this.numbering.size > 0) this.award = null;
      this.subject = subject;
    }
    const isAmongAwards = this.numbering.has(numbering) && award === null && subject === null;
    if (!isAmongAwards) return;
    this.award = null;
    this.unknown = words;
  }
}

type Numbering = "roman" | "letter" | "number" | "none";

function numberingOf([first = ""]: readonly string[]): Numbering {
  const mark = /^\(?([\p{L}\d]+)\)?(?:[.):]|\s*$|\s*-)/u.exec(first)?.[1] ?? "";
  if (/^[IVX]+$/.test(mark)) return "roman";
  if (/^\p{Lu}$/u.test(mark)) return "letter";
  return /^\d+$/.test(mark) ? "number" : "none";
}

/** Words in front of the award in a title or heading: "Danh sách cá nhân đề nghị tặng …". */
const IN_FRONT =
  /^.*?(?<!\p{L})(?:tặng thưởng|truy tặng|tặng|công nhận(?: danh hiệu)?|danh hiệu|hình thức)\s*:?\s+(.+)$/iu;
const COUNT_BEHIND = /\s*(?:\([^)]*\)|[:–-]\s*\d+\s+(?:tập thể|cá nhân|người|đơn vị|hộ)[^:]*)\s*$/iu;

/** The one award a heading or a line of a title names, as written; null when it names none, or several. */
export function awardInText(text: string, findAward: AwardFinder): string | null {
  const plain = headingText(text)
    .replace(/^\d+\s*[.)]\s*/, "")
    .replace(COUNT_BEHIND, "")
    .replace(/\s+năm(?: học)? \d{4}(?:\s*[-–]\s*\d{4})?$/iu, "")
    .replace(/[\s.:;,]+$/, "");
  const candidates = [IN_FRONT.exec(plain)?.[1] ?? "", plain];
  return candidates.find((one) => one !== "" && findAward(one).kind !== null) ?? null;
}

/** The award of the whole list, one line or two that go on; null when the lines name none, or different ones. */
function awardOfTitle(title: readonly string[], findAward: AwardFinder): string | null {
  const lines = title.map(cleanText);
  const found = new Map<string, string>();
  for (const line of [...lines, ...lines.slice(1).map((line, index) => `${lines[index]} ${line}`)]) {
    const award = awardInText(line, findAward);
    const id = award === null ? undefined : findAward(award).kind?.id;
    if (award !== null && id !== undefined && !found.has(id)) found.set(id, award);
  }
  return found.size === 1 ? ([...found.values()][0] ?? null) : null;
}

/** People below a heading that stands where others name an award, and names none that is known. */
export function reportUnknownHeading(row: Row, { unknown, findAward }: AwardHeadings): null {
  if (unknown === null || row.failed) return null;
  const nearest = findAward(unknown).nearest;
  const meant = nearest === null ? "" : `Có phải là “${nearest}”? `;
  return row.report("award", {
    code: "unknown-award",
    message: `Dòng nhóm “${unknown}” ở trên không nêu danh hiệu, hình thức khen thưởng nào đã biết.`,
    hint: `${meant}Sửa lại dòng nhóm, hoặc thêm cột “Danh hiệu/Hình thức” và ghi cho từng dòng.`,
  });
}

/** A list of people of whom nothing says which award they are for. */
export function reportNoAward(table: Table): void {
  reportProblem(table, {
    row: table.headerIndex + 1,
    column: "Danh hiệu/Hình thức",
    value: null,
    code: "missing-column",
    severity: "error",
    message: "Bảng danh sách khen thưởng không nói rõ danh hiệu, hình thức khen thưởng.",
    hint: "Thêm cột “Danh hiệu/Hình thức”; hoặc ghi danh hiệu, hình thức ở dòng nhóm (“I. Giấy khen”) hay ở tên bảng (“Danh sách đề nghị tặng Giấy khen”).",
  });
}
