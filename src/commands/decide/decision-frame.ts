import { documentSymbol } from "../../domain/document-symbol.js";
import { bonusFund, headerLines } from "../../domain/issuer.js";
import type { Law } from "../../domain/law/law.js";
import { type BasisLine, legalBasis } from "../../domain/law/legal-basis.js";
import { legalPeriodOn, NO_DECREE } from "../../domain/law/periods.js";
import { describeMark } from "../../domain/law/source.js";
import { defaultProposer, enforcers } from "../../domain/proposer.js";
import { headInProse, signatureLines } from "../../domain/signature.js";
import type { Office } from "../context/office.js";

/** What the person asked of `decide`. */
export interface DecisionWishes {
  award: string | null;
  perRecipient: boolean;
  /** First number of the series; null leaves numbers blank. */
  numberFrom: number | null;
  /** YYYY-MM-DD; null leaves the date blank. */
  date: string | null;
  /** The day whose law applies: `date`, or today for a draft. */
  lawDate: string;
  reason: string | null;
  submission: string | null;
}

type FrameWishes = Pick<DecisionWishes, "date" | "lawDate" | "submission">;

/** How what the office's own law file gave is told. */
export const BY_OFFICE = "Theo tệp pháp lý của cơ quan";

/** What all decisions of one call share. */
export function composeFrame({ issuer, signatory, place }: Office, wishes: FrameWishes) {
  const header = issuer === null ? null : headerLines(issuer);
  const date = wishes.lawDate;
  return {
    head: {
      parent: header === null ? null : header.parent.join("\n"),
      issuer: header === null ? null : header.issuer.join("\n"),
      symbol: issuer === null ? null : documentSymbol(issuer, "QĐ"),
      place,
      date: wishes.date,
      draftYear: wishes.date === null ? Number(date.slice(0, 4)) : null,
    },
    foot: {
      distribution: ["Như Điều 3", "Lưu: VT"],
      signature: issuer === null ? null : signatureLines(issuer, signatory, "decision"),
      signatory: signatory.name,
    },
    authority: issuer === null ? null : headInProse(issuer, signatory),
    bonusFund: issuer === null ? null : bonusFund(issuer),
    enforcers: issuer === null ? [] : enforcers(issuer, date),
  };
}

interface CitedLaw {
  lines: string[];
  law: BasisLine[];
  warnings: string[];
}

/** The lines of the căn cứ as printed, those of the law with their sources, and what to tell of them. */
export function gatherBasis(office: Office, wishes: FrameWishes, law: Law): CitedLaw {
  const { issuer, proposer } = office;
  const date = wishes.lawDate;
  const warnings = wishes.date === null ? [DRAFT_LAW] : [];
  const cited = citeLaw(office, date, law);
  if (issuer === null) return { ...cited, warnings };
  const usual = defaultProposer(issuer.level, date);
  const typed = proposer?.replace(/^theo đề nghị của\s+/iu, "").replace(/[\s.;,]+$/, "");
  const who = typed ?? usual?.text ?? "[Chưa có: người đề nghị khen thưởng]";
  const number = wishes.submission?.replace(/^(tại\s+)?tờ trình\s+/iu, "");
  const submission = number === undefined ? "" : ` tại Tờ trình ${number}`;
  const period = legalPeriodOn(date);
  if (period !== null) {
    const decree = period.decree === NO_DECREE ? "" : `; nghị định: ${period.decree}`;
    warnings.push(`Căn cứ theo ${period.law}${decree}.`);
  }
  warnings.push(...cited.warnings);
  if (proposer === null && usual?.mark === "R") {
    warnings.push(`Cần đối chiếu: "Theo đề nghị của ${who}" là mặc định. Đặt bằng: thidua config council.proposer "…"`);
  }
  return { ...cited, lines: [...cited.lines, `Theo đề nghị của ${who}${submission}`], warnings };
}

/** What an office cites on a day: as printed, with its sources, and what their reader should know. */
export function citeLaw({ issuer, lawCitation, basis: local }: Office, date: string, law: Law): CitedLaw {
  if (issuer === null) return { lines: [NO_BASIS], law: [], warnings: [] };
  const { lines, notes } = legalBasis({ date, level: issuer.level, lawCitation, local, law });
  const warnings = [...notes, ...lines.flatMap((line) => warnOfLine(line) ?? [])];
  return { lines: lines.map(({ text }) => text), law: lines, warnings };
}

/** What its reader should know of a căn cứ: what fills it, or that it is the office's own or recalled; null: nothing. */
function warnOfLine({ text, source, mark, missing }: BasisLine): string | null {
  if (missing !== null) {
    // Where a new law waits for its decree, the notes tell how to give it.
    if (missing.startsWith("nghị định")) return null;
    return `Phần căn cứ chưa có: ${missing}. Đặt bằng: thidua config ${keyOf(missing)} "…", hoặc ghi vào tệp pháp lý (docs/law.md).`;
  }
  if (mark === "CQ") return `${BY_OFFICE}, ${source}: ${text}.`;
  return mark === "R" ? `Cần đối chiếu trước khi ký (${describeMark(mark)}): ${text}.` : null;
}

const DRAFT_LAW =
  "Chưa có ngày quyết định: để trống, phần căn cứ theo pháp luật của hôm nay. Ghi ngày bằng --date để lấy đúng căn cứ.";
const NO_BASIS = "Căn cứ [Chưa có: các văn bản làm căn cứ, theo cấp của cơ quan ban hành]";

function keyOf(missing: string): string {
  if (missing.startsWith("văn bản về")) return "basis.decree";
  return /chức năng/.test(missing) ? "basis.functions" : "basis.regulation";
}
