import type { SeenDocument } from "../seen/open.js";
import type { SeenParagraph } from "../seen/seen.js";
import type { NamedType } from "./named-type.js";
import type { Piece } from "./piece.js";

/** What kind of document it is: a named type, a công văn, or unknown (neither title nor V/v nor Kính gửi). */
export type FrameKind = NamedType | "cong-van" | null;

export interface Appendix {
  /** "Phụ lục I"; null when it only has a title. */
  label: Piece | null;
  /** Lines of the title below it. */
  title: Piece[];
  /** "(Kèm theo …)" */
  accompanies: Piece | null;
  paragraphs: SeenParagraph[];
}

/** The components of a document (Phụ lục I, Phần I, Mục IV), found by what they say and where they stand. Absent: null, empty. */
export interface Frame {
  kind: FrameKind;
  nation: Piece | null;
  motto: Piece | null;
  parent: Piece[];
  issuer: Piece[];
  number: Piece | null;
  date: Piece | null;
  /** V/v of a công văn, line by line. */
  subject: Piece[];
  urgency: Piece | null;
  title: Piece | null;
  abstract: Piece[];
  /** Thẩm quyền ban hành of a decision. */
  authority: Piece | null;
  addressee: Piece | null;
  /** The receivers on lines of their own. */
  receivers: Piece[];
  basis: Piece[];
  /** "QUYẾT ĐỊNH:" */
  resolution: Piece | null;
  /** From below the head to above the foot, ruled tables left out. */
  body: SeenParagraph[];
  distributionTitle: Piece | null;
  distribution: Piece[];
  /** Quyền hạn, chức vụ line by line. */
  signature: Piece[];
  /** null in a draft without the name. */
  signatory: Piece | null;
  appendices: Appendix[];
  /** Everything up to the appendices. */
  main: SeenParagraph[];
}

/** A document with its components, as rules are given it. */
export interface ReadDocument {
  seen: SeenDocument;
  frame: Frame;
}
