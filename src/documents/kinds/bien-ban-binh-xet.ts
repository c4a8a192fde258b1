import type { DraftKind } from "../draft/draft.js";
import { abstractField, field, minutesFramed, NOMINEE_PLACEHOLDERS, RANK_COLUMNS } from "../draft/placeholder.js";
import {
  bodyName,
  judgeVotes,
  meetingValues,
  nomineeValues,
  rankRows,
  requireNominees,
  soleRanking,
  withColumns,
} from "../draft/value.js";
import { formatCount } from "../prose/count.js";

export const REVIEW_MINUTES: DraftKind = {
  id: "bien-ban-binh-xet",
  title: "Biên bản bình xét thi đua, khen thưởng",
  type: "BB",
  issuedBy: "cluster",
  summary: "biên bản họp bình xét: bảng điểm, từng trường hợp với số phiếu, đủ hay chưa đủ tỷ lệ luật định",
  placeholders: minutesFramed([
    abstractField("Họp bình xét thi đua, khen thưởng năm 2020"),
    field("co_mat", "số thành viên có mặt", "13", "--present SỐ"),
    field("tong_so", "tổng số thành viên", "15", "--members SỐ"),
    field("noi_hop", "hội đồng, cụm, khối họp", "Cụm thi đua số 1"),
    field("nam", "năm bình xét", "2020"),
    ...RANK_COLUMNS,
    ...withColumns(NOMINEE_PLACEHOLDERS, [["ket_qua", "đạt hay không đạt tỷ lệ phiếu luật định", "Đạt"]]),
  ]),
  refuse: requireNominees,
  compose(facts) {
    const { year, nominees, wishes } = facts;
    return [
      {
        values: {
          ...meetingValues(facts),
          trich_yeu: `Họp bình xét thi đua, khen thưởng năm ${year}`,
          co_mat: wishes.present === null ? null : formatCount(wishes.present),
          tong_so: wishes.members === null ? null : formatCount(wishes.members),
          noi_hop: bodyName(facts),
          nam: String(year),
          xep_hang: rankRows(soleRanking(facts)),
          ...nomineeValues(nominees, (award) => ({ ket_qua: judgeVotes(award) })),
        },
        stem: `Biên bản bình xét thi đua, khen thưởng năm ${year}`,
        recipients: nominees.length,
      },
    ];
  },
};
