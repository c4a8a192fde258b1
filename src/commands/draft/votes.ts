import type { DraftFacts, DraftKind } from "../../documents/draft/draft.js";
import { UserError } from "../../errors.js";

/** At most so many people are named in one sentence. */
const MOST_NAMED = 5;

/**
 * Holds the votes of the list against what was typed of the council. Throws UserError where more voted for somebody than
 * there are members; tells where the list counts another number of them.
 */
export function checkVotes(kind: DraftKind, { nominees, wishes }: DraftFacts): string[] {
  const { members, present } = wishes;
  if (members !== null && present !== null && present > members) {
    throw new UserError(
      `Có ${present} thành viên có mặt mà hội đồng chỉ có ${members} thành viên.`,
      "Xem lại --present và --members.",
    );
  }
  const counts = kind.placeholders.some(({ option }) => option?.startsWith("--members"));
  if (members === null || !counts) return [];
  const over = nominees.filter(({ votesFor }) => (votesFor ?? 0) > members);
  if (over.length > 0) {
    throw new UserError(
      `Số phiếu đồng ý nhiều hơn ${members} thành viên ghi ở --members: ${nameAll(over, ({ votesFor }) => `${votesFor} phiếu`)}.`,
      "Sửa cột Số phiếu đồng ý rồi nạp lại danh sách, hoặc ghi lại --members.",
    );
  }
  const other = nominees.filter(({ votesTotal }) => votesTotal !== null && votesTotal !== members);
  if (other.length === 0) return [];
  return [
    `Tổng số phiếu trong danh sách khác ${members} thành viên ghi ở --members, tỷ lệ phiếu tính theo danh sách: ${nameAll(other, ({ votesTotal }) => `${votesTotal}`)}.`,
  ];
}

function nameAll(awards: DraftFacts["nominees"], describe: (award: DraftFacts["nominees"][number]) => string): string {
  const named = awards
    .slice(0, MOST_NAMED)
    .map((award) => `${[award.salutation, award.name].filter(Boolean).join(" ")} (${describe(award)})`);
  const rest = awards.length - named.length;
  return [...named, ...(rest > 0 ? [`và ${rest} trường hợp nữa`] : [])].join("; ");
}
