import type { DraftKind } from "../draft/draft.js";
import { abstractField, field, minutesFramed, NOMINEE_PLACEHOLDERS } from "../draft/placeholder.js";
import { meetingValues, nomineeValues, requireNominees, withColumns } from "../draft/value.js";
import { formatCount } from "../prose/count.js";

export const COUNT_MINUTES: DraftKind = {
  id: "bien-ban-kiem-phieu",
  title: "Biên bản kiểm phiếu",
  type: "BB",
  issuedBy: "cluster",
  summary: "biên bản kiểm phiếu: phiếu phát ra, thu về, số phiếu của từng trường hợp trên tổng số thành viên",
  placeholders: minutesFramed([
    abstractField("Kiểm phiếu bình xét thi đua, khen thưởng năm 2020"),
    field("tong_so", "tổng số thành viên", "15", "--members SỐ"),
    field("co_mat", "số thành viên có mặt", "13", "--present SỐ"),
    field("phieu_phat_ra", "số phiếu phát ra", "15"),
    field("phieu_thu_ve", "số phiếu thu về", "15"),
    field("phieu_hop_le", "số phiếu hợp lệ", "15"),
    field("phieu_khong_hop_le", "số phiếu không hợp lệ", "0"),
    ...withColumns(NOMINEE_PLACEHOLDERS, [
      ["dong_y", "số phiếu đồng ý", "14"],
      ["con_lai", "số thành viên còn lại: không đồng ý, vắng mặt hoặc phiếu không hợp lệ", "1"],
    ]),
  ]),
  refuse: requireNominees,
  compose(facts) {
    const { year, nominees, wishes } = facts;
    return [
      {
        values: {
          ...meetingValues(facts),
          trich_yeu: `Kiểm phiếu bình xét thi đua, khen thưởng năm ${year}`,
          tong_so: wishes.members === null ? null : formatCount(wishes.members),
          co_mat: wishes.present === null ? null : formatCount(wishes.present),
          ...nomineeValues(nominees, ({ votesFor, votesTotal }) => ({
            dong_y: votesFor === null ? "" : String(votesFor),
            con_lai: votesFor === null || votesTotal === null ? "" : String(votesTotal - votesFor),
          })),
        },
        stem: `Biên bản kiểm phiếu năm ${year}`,
        recipients: nominees.length,
      },
    ];
  },
};
