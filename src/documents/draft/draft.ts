import type { Award } from "../../domain/award.js";
import type { AwardKind } from "../../domain/awards.js";
import type { BonusRounding } from "../../domain/bonus-money.js";
import type { DocumentType } from "../../domain/document-symbol.js";
import type { Indicator } from "../../domain/indicator.js";
import type { Issuer } from "../../domain/issuer.js";
import type { Law } from "../../domain/law/law.js";
import type { Movement } from "../../domain/movement.js";
import type { ProgressRow } from "../../domain/progress.js";
import type { Signatory } from "../../domain/signature.js";
import type { ClusterRole } from "../../domain/unit.js";
import type { Block } from "../decree30/decree30.js";
import type { FootInput, HeadInput } from "../template/frame-value.js";
import type { DocumentKind } from "../template/kind.js";
import type { TemplateValues } from "../template/value.js";

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
  /** Who decides it, where that is neither the office nor the body above it: "Thủ tướng Chính phủ". */
  decider: string | null;
  /** Whether the office itself decides it, by the law of the day of the decision; null: the law known here does not tell. */
  isOwn: boolean | null;
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

/** A unit of the cluster as documents name it. */
export interface DraftMember {
  unitId: number;
  /** Inside a sentence: "huyện Lâm Bình". */
  name: string;
  /** Who acts and signs for it: "Ủy ban nhân dân huyện Lâm Bình". */
  body: string;
  role: ClusterRole | null;
}

/** What is known of the year a document looks at: the working year, or the one after it (`yearsAhead`). */
export interface DraftTarget {
  year: number;
  /** Lines officers wrote the year before as Phương hướng, nhiệm vụ. */
  tasks: readonly string[];
  movements: readonly Movement[];
  /** Reported that year, else the year before. */
  indicators: readonly Indicator[];
  /** Of that year, for the members; empty when no sheet of it was read. */
  progress: readonly ProgressRow[];
  /** The greatest total and the groups of its rubric, as points; null: it has none, or each cluster its own. */
  scale: { maxScore: string; groups: readonly { name: string; max: string }[] } | null;
  /** What the cluster's own rules give: "Hạng 1: Bằng khen"; empty where it has set none. */
  rewards: readonly string[];
}

/** How the units of a cluster stand. */
export interface DraftRanking {
  /** In full; null: units of no cluster. */
  cluster: string | null;
  /** Best first. */
  units: readonly { unit: string; score: string; rank: string }[];
  /** Whom it puts first, as a sentence; null: nobody, or there is nobody to compare with. */
  leader: string | null;
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
  /** As finalised, else as today's data rank; empty when nothing is scored. */
  rankings: readonly DraftRanking[];
  /** Without a decision yet. */
  nominees: readonly DraftAward[];
  /** Of `nominees`, those whose award a body above decides. */
  forAbove: readonly DraftAward[];
  /** With the number of a decision. */
  recipients: readonly DraftAward[];
  /** Of the target year; the working year's where nothing is known of it. */
  members: readonly DraftMember[];
  /** Of the year after the working year; empty when nothing is known of it. */
  membersNextYear: readonly DraftMember[];
  target: DraftTarget;
  /** Head of the issuer, as one who decides: "Chủ tịch Ủy ban nhân dân huyện Bình Minh"; null: not set. */
  authority: string | null;
  /** Who carries a decision out. */
  enforcers: readonly string[];
  amendment: Amendment;
  /** Of the year before, whether decided or not. */
  lastYear: readonly DraftAward[];
  office: DraftOffice;
  wishes: DraftWishes;
}

/** One document to be written. */
export interface ComposedDraft {
  values: TemplateValues;
  /** By placeholder, for `{{@name}}`. */
  blocks?: Readonly<Record<string, readonly Block[]>>;
  /** Vietnamese sentences: what a block leaves to fill and what fills it, what to look at before it is signed. */
  warnings?: readonly string[];
  /** Name of the file before `safeFileName`. */
  stem: string;
  recipients: number;
}

/** A kind `draft` writes. */
export interface DraftKind extends DocumentKind {
  /** Symbol of the number; null: it has none of its own. */
  type: DocumentType | null;
  /** Whose head and foot it carries; "asked": of the cluster named by --cluster, else of the office. */
  issuedBy: "office" | "cluster" | "asked";
  /** Notices, plans: no Kính gửi, so Nơi nhận names the body above. */
  isAddressed?: false;
  /** Of several clusters, none chosen, each gets its own document; absent: one of the whole year. */
  eachCluster?: true;
  /** Its units, roles, movements are those of so many years after the working year; absent: of that year. */
  yearsAhead?: 1;
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
