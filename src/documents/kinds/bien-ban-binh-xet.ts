import { formatCount } from "../count.js";
import type { DraftAward, DraftKind } from "../draft.js";
import { abstractField, columns, field, minutesFramed, NOMINEE_PLACEHOLDERS } from "../draft-placeholder.js";
import { bodyName, meetingValues, nomineeValues, requireNominees, withColumns } from "../draft-value.js";

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
    ...columns("xep_hang", [
      ["don_vi", "tên đơn vị", "huyện Lâm Bình"],
      ["diem", "tổng điểm", "95,5"],
      ["hang", "thứ hạng", "1"],
    ]),
    ...withColumns(NOMINEE_PLACEHOLDERS, [["ket_qua", "đạt hay không đạt tỷ lệ phiếu luật định", "Đạt"]]),
  ]),
  refuse: requireNominees,
  compose(facts) {
    const { year, nominees, ranking, wishes } = facts;
    return [
      {
        values: {
          ...meetingValues(facts),
          trich_yeu: `Họp bình xét thi đua, khen thưởng năm ${year}`,
          co_mat: wishes.present === null ? null : formatCount(wishes.present),
          tong_so: wishes.members === null ? null : formatCount(wishes.members),
          noi_hop: bodyName(facts),
          nam: String(year),
          xep_hang: ranking.map(({ unit, score, rank }) => ({ don_vi: unit, diem: score, hang: rank })),
          ...nomineeValues(nominees, (award) => ({ ket_qua: judgeVotes(award) })),
        },
        stem: `Biên bản bình xét thi đua, khen thưởng năm ${year}`,
        recipients: nominees.length,
      },
    ];
  },
};

/** Against the share of all members the law asks for; "" where it asks for none or the votes are not known. */
function judgeVotes({ voteShare, votesFor, votesTotal }: DraftAward): string {
  if (voteShare === null || votesFor === null || votesTotal === null) return "";
  return votesFor * 100 >= voteShare * votesTotal ? "Đạt" : "Không đạt";
}
