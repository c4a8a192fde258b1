import type { AwardKind } from "./awards.js";

/** An award decided together with others for one recipient. */
export interface DecidedAward {
  kind: AwardKind;
  /** Its bonus, whole đồng. */
  amount: number;
  /** What time it is for, as the list has it: "2025", "2021-2025". */
  period: string;
  /** The achievement, as written; null when the list does not say. */
  achievement: string | null;
}

/** Whether the bonus is paid; null when the rules do not tell and the office has to. The reason is null when paid. */
export interface BonusChoice {
  isPaid: boolean | null;
  why: string | null;
}

/**
 * Which bonuses one recipient gets of awards decided at the same time (NĐ 152/2025 Đ49; NĐ 98 Đ53 and NĐ 91 Đ68 alike): of
 * titles for the same time only the highest; titles for different times each; forms for different times or achievements
 * each; a title and a form both. Answers in the order of `awards`.
 */
export function choosePaid(awards: readonly DecidedAward[]): BonusChoice[] {
  return awards.map((award, index) => {
    const rivals = awards.filter(
      (other) => other.kind.category === award.kind.category && other.period === award.period,
    );
    if (award.kind.category === "title") {
      const best = rivals.reduce((most, other) => (other.amount > most.amount ? other : most), rivals[0] ?? award);
      if (best === award) return PAID;
      return {
        isPaid: false,
        why: `Cùng thời gian ${award.period} chỉ nhận tiền thưởng của danh hiệu cao nhất: ${best.kind.name}.`,
      };
    }
    const twin = rivals.find((other) => awards.indexOf(other) !== index && other.achievement === award.achievement);
    if (twin === undefined) return PAID;
    return {
      isPaid: null,
      why: `${award.kind.name} và ${twin.kind.name} cùng thời gian, cùng thành tích: mỗi thành tích chỉ khen một hình thức. Hãy kiểm tra lại.`,
    };
  });
}

const PAID: BonusChoice = { isPaid: true, why: null };
