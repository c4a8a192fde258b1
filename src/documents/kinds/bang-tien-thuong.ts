import { awardName } from "../../domain/awards.js";
import { type BonusLine, decidedOn, listBonuses } from "../../domain/bonus-lines.js";
import { bonusFund } from "../../domain/issuer.js";
import { moneyInWords } from "../../domain/money-words.js";
import { formatNumber, formatWhole } from "../../domain/number.js";
import { RECIPIENT_GROUPS } from "../decision/placeholder.js";
import { describeBonusBasis } from "../draft/bonus-basis.js";
import { chooseDecided, type DecidedAwards, requireDecided } from "../draft/decided.js";
import { citeDecision, deciderInProse, decisionOf } from "../draft/decision.js";
import type { DraftAward, DraftFacts, DraftKind } from "../draft/draft.js";
import { abstractField, columns, field, NOMINEE_PLACEHOLDERS } from "../draft/placeholder.js";
import { frameValues, nomineeValues, withColumns } from "../draft/value.js";
import { endLines, formatCount } from "../prose/count.js";
import { FOOT_PLACEHOLDERS, HEAD_PLACEHOLDERS } from "../template/frame-value.js";
import type { TemplateItem } from "../template/value.js";

export const BONUS_TABLE: DraftKind = {
  id: "bang-tien-thuong",
  title: "Bảng tiền thưởng kèm theo quyết định khen thưởng",
  type: "QĐ",
  issuedBy: "office",
  isSignedByHead: true,
  summary:
    "tiền thưởng của từng trường hợp cơ quan quyết định khen, theo pháp luật ngày quyết định; tổng cộng, nguồn chi",
  placeholders: [
    abstractField("Tiền thưởng kèm theo danh hiệu, hình thức khen thưởng năm 2020"),
    field(
      "kem_theo",
      "quyết định mà bảng kèm theo",
      "Quyết định số 125/QĐ-UBND ngày 16 tháng 4 năm 2021",
      '--refers-to "…"',
    ),
    ...withColumns(NOMINEE_PLACEHOLDERS, [
      ["he_so", "hệ số tiền thưởng", "0,3"],
      ["luong_co_so", "mức lương cơ sở, đồng", "2.340.000"],
      ["tien", "tiền thưởng, đồng", "710.000"],
      ["quyet_dinh", "số và ngày quyết định, khi bảng có nhiều quyết định", "125/QĐ-UBND ngày 16 tháng 4 năm 2021"],
      ["luu_y", "vì sao không chi, hoặc điều cần xem lại", "Mức tối đa"],
    ]),
    ...RECIPIENT_GROUPS.map(({ list, word }) =>
      field(`cong_${list}`, `cộng tiền thưởng của ${word}, đồng`, "1.420.000"),
    ),
    field("tong_tien", "tổng tiền thưởng, đồng", "2.130.000"),
    field("tong_tien_chu", "tổng tiền thưởng bằng chữ", "Hai triệu một trăm ba mươi nghìn đồng"),
    field("chua_ke", "số trường hợp chưa tính được tiền thưởng, trống khi không có", "02"),
    field("nguon_tien_thuong", "nguồn chi tiền thưởng", "Quỹ thi đua, khen thưởng huyện Bình Minh"),
    ...columns("cach_tinh", [
      ["dong", "từng dòng căn cứ tính tiền", "Mức lương cơ sở 2.340.000 đồng/tháng theo Nghị định số 73/2024/NĐ-CP;"],
    ]),
    ...HEAD_PLACEHOLDERS.filter(({ name }) => ["dia_danh", "ngay_ban_hanh"].includes(name)),
    ...FOOT_PLACEHOLDERS.filter(({ name }) => !name.startsWith("noi_nhan")),
  ],
  refuse: (facts) => requireDecided(choose(facts), facts, "được khen"),
  compose(facts) {
    const { year, office, wishes } = facts;
    const { awards, warnings } = choose(facts);
    const { lawDate, rounding, law, issuer } = office;
    const bonuses = listBonuses(awards, { level: issuer?.level ?? null, date: lawDate, rounding, law, year });
    const ofAward = new Map(bonuses.map((bonus) => [bonus.award.id, bonus]));
    const decisions = new Set(awards.map((award) => citeDecision(decisionOf(award, facts))));
    const basis = describeBonusBasis(bonuses, {
      rounding,
      dates: [...new Set(awards.map((award) => decidedOn(award, lawDate)))],
    });
    const sum = (lines: readonly BonusLine<DraftAward>[]) => lines.reduce((total, { paid }) => total + (paid ?? 0), 0);
    const total = sum(bonuses);
    const open = bonuses.filter(({ paid }) => paid === null);
    const sums = RECIPIENT_GROUPS.map(({ list, subject }) => [
      `cong_${list}`,
      moneyText(sum(bonuses.filter(({ award }) => award.subject === subject))),
    ]);
    return [
      {
        values: {
          ...frameValues(facts),
          trich_yeu: wishes.about ?? `Tiền thưởng kèm theo danh hiệu, hình thức khen thưởng năm ${year}`,
          kem_theo: wishes.refersTo ?? accompanied([...decisions], facts),
          ...nomineeValues(awards, (award) => moneyItem(ofAward.get(award.id), facts, decisions.size > 1)),
          ...Object.fromEntries(sums),
          tong_tien: total === 0 ? null : formatWhole(total),
          tong_tien_chu: total === 0 ? null : moneyInWords(total),
          chua_ke: open.length === 0 ? "" : formatCount(open.length),
          nguon_tien_thuong: issuer === null ? null : bonusFund(issuer),
          cach_tinh: endLines([...basis.lines, ...payer(lawDate)]).map((dong) => ({ dong })),
        },
        stem: `Bảng tiền thưởng năm ${year}`,
        recipients: awards.length,
        warnings: [...warnings, ...warnOfDates(awards, facts), ...basis.warnings, ...warnOfSums(bonuses)],
      },
    ];
  },
};

function choose(facts: DraftFacts): DecidedAwards {
  return chooseDecided(facts, { first: "open" });
}

/** Luật TĐKT 2022 Điều 11 khoản 4. */
function payer(date: string): string[] {
  if (date < "2024-01-01") return [];
  return [
    "Người quyết định khen thưởng chi tiền thưởng từ quỹ do mình quản lý: khoản 4 Điều 11 Luật Thi đua, khen thưởng năm 2022",
  ];
}

function accompanied(decisions: readonly string[], facts: DraftFacts): string {
  const [only] = decisions;
  if (decisions.length > 1 || only === undefined) return "các quyết định ghi trong bảng";
  const decider = deciderInProse(facts);
  return `Quyết định ${only}${decider === null ? "" : ` của ${decider}`}`;
}

function moneyItem(line: BonusLine<DraftAward> | undefined, facts: DraftFacts, hasMany: boolean): TemplateItem {
  if (line === undefined) throw new Error("an award without its bonus");
  const { award, bonus, paid } = line;
  const decision = decisionOf(award, facts);
  return {
    hinh_thuc: awardName(award.kind, decidedOn(award, facts.office.lawDate)),
    he_so: bonus === null ? "[Chưa có: hệ số]" : formatNumber(bonus.multiplier),
    luong_co_so: bonus === null ? "" : formatWhole(bonus.baseSalary),
    tien: paid === null ? "[Chưa có: tiền thưởng]" : moneyText(paid),
    quyet_dinh: hasMany ? `${decision.number} ${decision.date}` : "",
    luu_y: remarkOn(line),
  };
}

/** Nothing paid is a dash, never a sum of 0. */
function moneyText(amount: number): string {
  return amount === 0 ? "-" : formatWhole(amount);
}

function remarkOn({ bonus, paid }: BonusLine<DraftAward>): string {
  if (bonus === null) return "";
  if (paid === null) return "Cần xem lại: cùng thành tích với hình thức khác";
  if (paid === 0) return "Chỉ nhận tiền thưởng của danh hiệu cao nhất";
  return bonus.isCeiling ? "Mức tối đa" : "";
}

function warnOfDates(awards: readonly DraftAward[], { office, wishes }: DraftFacts): string[] {
  const undated = awards.filter(({ decisionDate }) => decisionDate === null);
  if (undated.length === 0 || wishes.date !== null) return [];
  return [
    `${formatWhole(undated.length)} trường hợp chưa có ngày quyết định: tính theo hệ số và lương cơ sở của ngày ${office.lawDate}. Ghi ngày bằng --date.`,
  ];
}

function warnOfSums(bonuses: readonly BonusLine<DraftAward>[]): string[] {
  const untold = bonuses.filter(({ bonus }) => bonus === null);
  const doubtful = bonuses.filter(({ bonus, paid }) => bonus !== null && paid === null);
  const ceilings = bonuses.filter(({ bonus, paid }) => bonus?.isCeiling === true && paid !== null && paid > 0);
  const names = (lines: readonly BonusLine<DraftAward>[]) => lines.map(({ award }) => award.name).join("; ");
  return [
    ...[...new Set(untold.map(({ why }) => why ?? ""))].map(
      (why) => `Chưa tính được tiền thưởng của ${names(untold.filter((line) => line.why === why))}: ${why}`,
    ),
    ...doubtful.map(({ award, why }) => `Chưa cộng tiền thưởng của ${award.name}: ${why}`),
    ...(ceilings.length === 0
      ? []
      : [`Pháp luật chỉ ghi mức tối đa, bảng tính theo mức ấy: ${names(ceilings)}. Sửa nếu cơ quan thưởng thấp hơn.`]),
  ];
}
