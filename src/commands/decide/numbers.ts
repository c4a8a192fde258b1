import type { Award } from "../../domain/award.js";
import { awardKind } from "../../domain/awards.js";
import { findTaken, listTakenNumbers, nextNumber, type TakenNumber } from "../../domain/decision-number.js";
import { documentSymbol } from "../../domain/document-symbol.js";
import type { Law } from "../../domain/law/law.js";
import { formatWhole } from "../../domain/number.js";
import { UserError } from "../../errors.js";
import { listAwardHistory } from "../../store/award.js";
import { listRecordedAwards, type listUnrecorded } from "../../store/decision.js";
import type { Db } from "../../store/open.js";
import type { Office } from "../context/office.js";
import type { OfficeLaw } from "../context/office-law.js";
import { isGivenByAnother, judgeAuthority } from "./plan-decisions.js";

/** The awards of all years that have a number, and which of them this program recorded; `before` as `listUnrecorded` gives it. */
export function readNumbered(db: Db, before: ReturnType<typeof listUnrecorded> = new Map()) {
  const recorded = listRecordedAwards(db);
  return listAwardHistory(db)
    .map(({ year, award }) => ({ year, award: { ...award, ...before.get(award.id) } }))
    .filter(({ award }) => award.decisionNumber !== null)
    .map((one) => ({ ...one, isRecorded: recorded.has(one.award.id) }));
}

/** Whether this office gives it, by what the list says and what the law of its day (`date` where it has none) allows. */
export function isOwnAward(award: Award, office: Office, date: string, law: Law): boolean {
  const kind = awardKind(award.awardId, law.kinds);
  if (kind === null || isGivenByAnother(award, office, law)) return false;
  return judgeAuthority(kind, office, award.decisionDate ?? date, law).refusal === null;
}

/** The numbers of this office's own decisions in the year of `date`: those of other levels may share the symbol. */
export function listOwnNumbers(
  numbered: ReturnType<typeof readNumbered>,
  office: Office,
  date: string,
  { law }: Pick<OfficeLaw, "law">,
): TakenNumber[] {
  const own = numbered.filter(({ award, isRecorded }) => isRecorded || isOwnAward(award, office, date, law));
  const symbol = office.issuer === null ? null : documentSymbol(office.issuer, "QĐ");
  return listTakenNumbers(own, { symbol, date });
}

/** Throws UserError naming who has one of the numbers. */
export function refuseTaken(taken: readonly TakenNumber[], first: number, count: number): void {
  const found = findTaken(taken, first, count);
  if (found === null) return;
  const [name, ...others] = found.recipients;
  const who = others.length === 0 ? name : `${name} và ${formatWhole(others.length)} trường hợp khác`;
  throw new UserError(
    `Số ${found.text} đã dùng cho quyết định khen ${who}, nên không cấp lại.`,
    `Ghi --number-from next để đánh số tiếp (từ ${nextNumber(taken)}), hoặc chọn số khác.`,
  );
}
