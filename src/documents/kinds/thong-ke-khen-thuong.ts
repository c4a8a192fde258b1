import { formatWhole } from "../../domain/number.js";
import type { DraftAward, DraftFacts, DraftKind } from "../draft/draft.js";
import { abstractField } from "../draft/placeholder.js";
import { frameValues } from "../draft/value.js";
import { comparisonTable } from "../report/award-comparison.js";
import { awardTable } from "../report/award-table.js";
import { FOOT_PLACEHOLDERS, HEAD_PLACEHOLDERS } from "../template/frame-value.js";

export const AWARD_STATISTICS: DraftKind = {
  id: "thong-ke-khen-thuong",
  title: "Thống kê khen thưởng",
  type: null,
  issuedBy: "office",
  summary: "số lượng theo danh hiệu, hình thức, cấp, đối tượng, trực tiếp lao động, loại khen; so với năm trước",
  placeholders: [
    ...HEAD_PLACEHOLDERS.filter(({ name }) => !["so", "ky_hieu"].includes(name)),
    abstractField("Kết quả khen thưởng năm 2020"),
    {
      name: "bang_thong_ke",
      meaning: "bảng theo danh hiệu, hình thức, cấp, đối tượng; theo loại khen",
      example: "",
      form: "block",
    },
    {
      name: "bang_so_sanh",
      meaning: "bảng so với năm trước, không có khi năm trước chưa có danh sách",
      example: "",
      form: "block",
    },
    ...FOOT_PLACEHOLDERS,
  ],
  refuse({ year, nominees, recipients }) {
    if (nominees.length + recipients.length > 0) return null;
    return { message: `Năm ${year} chưa có danh sách khen thưởng.`, hint: "Nạp danh sách: thidua import TỆP." };
  },
  compose(facts) {
    const { year, foot, lastYear, wishes, office } = facts;
    const given = listGiven([...facts.recipients, ...facts.nominees]);
    const before = listGiven(lastYear);
    return [
      {
        values: {
          ...frameValues({ ...facts, foot: { ...foot, distribution: ["Lưu: VT"] } }),
          trich_yeu: wishes.about ?? `Kết quả khen thưởng năm ${year}`,
        },
        blocks: {
          bang_thong_ke: awardTable(given, year, office.law),
          bang_so_sanh: comparisonTable(given, before, { year, law: office.law }),
        },
        stem: `Thống kê khen thưởng năm ${year}`,
        recipients: given.length,
        warnings: warnOfStatistics(facts, before),
      },
    ];
  },
};

/** Those with a decision; of a list that names no decision at all everybody in it, as the report counts. */
function listGiven(awards: readonly DraftAward[]): readonly DraftAward[] {
  const decided = awards.filter(({ decisionNumber }) => decisionNumber !== null);
  return decided.length > 0 ? decided : awards;
}

function warnOfStatistics({ year, nominees, recipients }: DraftFacts, before: readonly DraftAward[]): string[] {
  const open =
    recipients.length === 0
      ? `Danh sách năm ${year} chưa ghi số quyết định nào nên tính mọi trường hợp trong danh sách.`
      : `Không kể ${formatWhole(nominees.length)} trường hợp chưa có số quyết định.`;
  return [
    ...(nominees.length === 0 ? [] : [open]),
    ...(before.length > 0 ? [] : [`Năm ${year - 1} chưa có danh sách khen thưởng nên không so sánh được.`]),
  ];
}
