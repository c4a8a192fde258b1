import { datePhrase } from "../../domain/date.js";
import { decisionNumberText } from "../../domain/decision-number.js";
import { headInProse } from "../../domain/signature.js";
import { headValues } from "../template/frame-value.js";
import type { DraftAward, DraftFacts } from "./draft.js";

/** The decision that gives an award: number and date as recorded, else as asked for, else blank to be written by hand. */
export interface DecisionOfAward {
  /** "125/QĐ-UBND". */
  number: string;
  /** "ngày 16 tháng 4 năm 2021". */
  date: string;
}

/** `facts.head` has to carry the symbol of decisions (`type: "QĐ"`). */
export function decisionOf({ decisionNumber, decisionDate }: DraftAward, { head }: DraftFacts): DecisionOfAward {
  const { so, ngay_ban_hanh: date } = headValues(head);
  const { symbol } = head;
  if (decisionNumber === null) return { number: `${so}/${symbol ?? NO_SYMBOL}`, date: String(date) };
  const number = decisionNumber.trim().replace(/^(quyết định\s+)?số[\s:]*/iu, "");
  return {
    number: /^\d+$/.test(number) ? decisionNumberText(number, symbol) : number,
    date: decisionDate === null ? String(date) : datePhrase(decisionDate),
  };
}

const NO_SYMBOL = "[Chưa có: ký hiệu văn bản]";

/** "số 125/QĐ-UBND ngày 16 tháng 4 năm 2021". */
export function citeDecision({ number, date }: DecisionOfAward): string {
  return `số ${number} ${date}`;
}

/** The head who decides, as prose names it; null: the office is not set. */
export function deciderInProse({ office }: DraftFacts): string | null {
  return office.issuer === null ? null : headInProse(office.issuer, office.signatory);
}
