import type { Award } from "../domain/award.js";
import type { AwardKind } from "../domain/awards.js";
import type { DocumentType } from "../domain/document-symbol.js";
import type { FootInput, HeadInput } from "./frame-value.js";
import type { DocumentKind } from "./kind.js";
import type { TemplateValues } from "./template-value.js";

/** What the person typed for `draft`; null where they did not, and the place in the document is marked. */
export interface DraftWishes {
  number: string | null;
  /** YYYY-MM-DD. */
  date: string | null;
  /** Kính gửi. */
  to: string | null;
  about: string | null;
  reason: string | null;
  /** The document it goes with or speaks of: "Tờ trình số 12/TTr-UBND ngày 05 tháng 4 năm 2021". */
  refersTo: string | null;
  meetingPlace: string | null;
  start: string | null;
  end: string | null;
  chair: string | null;
  secretary: string | null;
  /** Members of the council: the base of the percentages of votes. */
  members: number | null;
  present: number | null;
  /** What an issued decision says and should not. */
  wrong: string | null;
  /** What it should say. */
  right: string | null;
  /** Who is to be struck off. */
  strike: string | null;
  /** Whose mistake it is, where more than one has the same. */
  of: string | null;
  /** A review by the office's own council, not by the cluster. */
  isCouncil: boolean;
}

/** A nominee or recipient with what the law says of the award on the day of the document. */
export interface DraftAward extends Award {
  kind: AwardKind;
  /** Per cent of all members needed, where the law asks for a vote. */
  voteShare: number | null;
  /** Who decides it, where that is neither the office nor the body above it: "Thủ tướng Chính phủ". */
  decider: string | null;
}

/** One mistake of an issued decision and what it is to be. */
export interface Correction {
  /** "Họ và tên", "Chức vụ"; null: the words alone are known. */
  field: string | null;
  /** Whose it is, inside a sentence: "bà Trần Thị Bưởi"; null: nobody of the register. */
  person: string | null;
  wrong: string;
  /** null: struck off the list. */
  right: string | null;
}

/** What is wrong with a decision that was issued. */
export interface Amendment {
  /** "Quyết định số 08/QĐ-UBND ngày 16 tháng 4 năm 2021 của Chủ tịch …"; null: not told which. */
  decision: string | null;
  corrections: readonly Correction[];
}

/** All that a draft may say, gathered once. */
export interface DraftFacts {
  year: number;
  head: HeadInput;
  foot: FootInput;
  /** Who issues it, as prose names it; null: not set. */
  issuer: string | null;
  /** The head of the body above, with that body. */
  above: string | null;
  legalBasis: readonly string[];
  /** null: the year has no cluster, or several and none was chosen. */
  cluster: { full: string; short: string } | null;
  /** Best first; empty when nothing is scored. */
  ranking: readonly { unit: string; score: string; rank: string }[];
  /** Without a decision yet. */
  nominees: readonly DraftAward[];
  /** Of `nominees`, those whose award a body above decides. */
  forAbove: readonly DraftAward[];
  /** With the number of a decision. */
  recipients: readonly DraftAward[];
  /** Head of the issuer, as one who decides: "Chủ tịch Ủy ban nhân dân huyện Bình Minh"; null: not set. */
  authority: string | null;
  /** Who carries a decision out. */
  enforcers: readonly string[];
  amendment: Amendment;
  wishes: DraftWishes;
}

/** One document to be written. */
export interface ComposedDraft {
  values: TemplateValues;
  /** Name of the file before `safeFileName`. */
  stem: string;
  recipients: number;
}

/** A kind `draft` writes. */
export interface DraftKind extends DocumentKind {
  /** Symbol of the number; null: it has none of its own. */
  type: DocumentType | null;
  /** Whose head and foot it carries. */
  issuedBy: "office" | "cluster";
  /** One line for `draft --list`. */
  summary: string;
  /** What must be there, in Vietnamese with what to do; null when it can be written. */
  refuse?(facts: DraftFacts): { message: string; hint: string } | null;
  compose(facts: DraftFacts): ComposedDraft[];
}
