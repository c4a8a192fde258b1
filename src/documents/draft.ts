import type { Award } from "../domain/award.js";
import type { AwardKind } from "../domain/awards.js";
import type { BonusRounding } from "../domain/bonus-money.js";
import type { DocumentType } from "../domain/document-symbol.js";
import type { Issuer } from "../domain/issuer.js";
import type { Law } from "../domain/law/law.js";
import type { Signatory } from "../domain/signature.js";
import type { Block } from "./decree30.js";
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
  /** A review by the office's own council, not by the cluster. */
  isCouncil: boolean;
  /** Only what this decision gives: "125", "125/QĐ-UBND". */
  decision: string | null;
  /** Số sổ vàng of the first certificate, counted on; null leaves the place blank. */
  bookFrom: number | null;
}

/** The office that drafts, with the law of the day of the document. */
export interface DraftOffice {
  issuer: Issuer | null;
  signatory: Signatory;
  rounding: BonusRounding;
  law: Law;
  /** YYYY-MM-DD: the date of the document, or today. */
  lawDate: string;
}

/** A nominee or recipient with what the law says of the award on the day of the document. */
export interface DraftAward extends Award {
  kind: AwardKind;
  /** Per cent of all members needed, where the law asks for a vote. */
  voteShare: number | null;
  /** Whether the office itself decides it, by the law of the day of the decision; null: the law known here does not tell. */
  isOwn: boolean | null;
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
  /** Of the year before, whether decided or not. */
  lastYear: readonly DraftAward[];
  office: DraftOffice;
  wishes: DraftWishes;
}

/** One document to be written. */
export interface ComposedDraft {
  values: TemplateValues;
  /** Name of the file before `safeFileName`. */
  stem: string;
  recipients: number;
  /** By placeholder, for `{{@name}}`. */
  blocks?: Readonly<Record<string, readonly Block[]>>;
  /** Vietnamese sentences: what to look at before it is signed. */
  warnings?: readonly string[];
}

/** A kind `draft` writes. */
export interface DraftKind extends DocumentKind {
  /** Symbol of the number; null: it has none of its own. */
  type: DocumentType | null;
  /** Whose head and foot it carries. */
  issuedBy: "office" | "cluster";
  /** One document for each recipient, so that several go into a folder of their own. */
  perRecipient?: true;
  /** Signed by the head in own power, as the decision it goes with, and not for the collective. */
  isSignedByHead?: true;
  /** One line for `draft --list`. */
  summary: string;
  /** What must be there, in Vietnamese with what to do; null when it can be written. */
  refuse?(facts: DraftFacts): { message: string; hint: string } | null;
  compose(facts: DraftFacts): ComposedDraft[];
}
