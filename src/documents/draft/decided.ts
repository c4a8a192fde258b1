import { isSameNumber } from "../../domain/decision-number.js";
import { formatWhole } from "../../domain/number.js";
import type { DraftAward, DraftFacts } from "./draft.js";

/** The awards a document of what the office itself gives is about, with what to tell of those left out. */
export interface DecidedAwards {
  awards: DraftAward[];
  warnings: string[];
}

/**
 * Of the awards wanted, those the office decides and pays itself: of the decision asked for; else all with a decision or all without
 * one, whichever of the two comes `first` and has any.
 */
export function chooseDecided(
  { nominees, recipients, wishes }: DraftFacts,
  { wants = () => true, first }: { wants?: (award: DraftAward) => boolean; first: "decided" | "open" },
): DecidedAwards {
  const all = [...recipients, ...nominees].filter(wants);
  const own = all.filter(({ isOwn }) => isOwn !== false);
  const warnings = [...tellOthers(all.filter(({ isOwn }) => isOwn === false)), ...tellUnsure(own)];
  const { decision } = wishes;
  if (decision !== null) {
    const ofDecision = own.filter(
      ({ decisionNumber }) => decisionNumber !== null && isSameNumber(decisionNumber, decision),
    );
    return { awards: ofDecision, warnings };
  }
  const decided = own.filter(({ decisionNumber }) => decisionNumber !== null);
  const open = own.filter(({ decisionNumber }) => decisionNumber === null);
  if (decided.length === 0 || open.length === 0) return { awards: own, warnings };
  const isOpen = first === "open";
  warnings.push(
    isOpen
      ? `Không kể ${formatWhole(decided.length)} trường hợp đã có quyết định; soạn cho một quyết định bằng --decision SỐ.`
      : `Không kể ${formatWhole(open.length)} trường hợp chưa có số quyết định; ghi số bằng thidua decide --record, hoặc nạp lại danh sách có số.`,
  );
  return { awards: isOpen ? open : decided, warnings };
}

/** Why there is nothing to write; null: there is. */
export function requireDecided({ awards, warnings }: DecidedAwards, { year, wishes }: DraftFacts, what: string) {
  if (awards.length > 0) return null;
  const of = wishes.decision === null ? `Năm ${year}` : `Quyết định số ${wishes.decision} của năm ${year}`;
  const [reason] = warnings;
  return {
    message: `${of} không có trường hợp nào ${what} do cơ quan quyết định.`,
    hint: reason ?? "Xem danh sách đã nạp: thidua export awards.",
  };
}

function tellOthers(others: readonly DraftAward[]): string[] {
  if (others.length === 0) return [];
  return [
    `Không kể ${formatWhole(others.length)} trường hợp do cấp khác quyết định (${namesOf(others)}): cấp nào quyết định thì cấp ấy in bằng, giấy khen và chi tiền thưởng.`,
  ];
}

function tellUnsure(own: readonly DraftAward[]): string[] {
  const unsure = own.filter(({ isOwn }) => isOwn === null);
  if (unsure.length === 0) return [];
  return [
    `Chưa rõ cấp nào quyết định: ${namesOf(unsure)} (${formatWhole(unsure.length)} trường hợp); cần xem lại thẩm quyền.`,
  ];
}

function namesOf(awards: readonly DraftAward[]): string {
  return [...new Set(awards.map(({ kind }) => kind.name))].join("; ");
}
