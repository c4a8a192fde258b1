import type { Subject } from "../award.js";
import type { IssuerLevel } from "../issuer-level.js";
import type { Gap } from "./law.js";

/** What a row of the office's file of law lays down. */
export type LawRecordKind =
  | "basis"
  | "multiplier"
  | "salary"
  | "title"
  | "form"
  | "authority"
  | "quota"
  | "votes"
  | "share"
  | "years";

/** One row of `phap-ly`, the file of law an office keeps beside its database. */
export interface LawRecord {
  row: number;
  kind: LawRecordKind;
  /** Danh hiệu/Hình thức as typed; the name itself for a title or form. */
  award: string | null;
  /** null: all. */
  levels: readonly IssuerLevel[] | null;
  subjects: readonly Subject[] | null;
  /**
   * The căn cứ; a plain decimal of a multiplier, salary (đồng), quota, votes, share (percent) or years (times in a row); other names of a title or form, with ";"
   * between; "không" where a power is taken away. null when blank.
   */
  content: string | null;
  from: string;
  to: string | null;
  /** What a căn cứ stands in for, as typed or as the gap it names. */
  replaces: string | Gap | null;
  /** Where the office has it from. */
  source: string | null;
}
