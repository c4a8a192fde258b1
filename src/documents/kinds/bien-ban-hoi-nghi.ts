import type { DraftFacts, DraftKind } from "../draft/draft.js";
import {
  abstractField,
  columns,
  field,
  minutesFramed,
  NOMINEE_PLACEHOLDERS,
  RANK_COLUMNS,
} from "../draft/placeholder.js";
import {
  bodyName,
  conferenceName,
  fileStem,
  findHead,
  judgeVotes,
  meetingValues,
  nomineeValues,
  rankRows,
  requireMembers,
  soleRanking,
  withColumns,
} from "../draft/value.js";
import { formatCount } from "../prose/count.js";
import { joinNames } from "../prose/join-names.js";

export const CONFERENCE_MINUTES: DraftKind = {
  id: "bien-ban-hoi-nghi",
  title: "Biên bản hội nghị tổng kết",
  type: "BB",
  issuedBy: "cluster",
  eachCluster: true,
  summary: "biên bản hội nghị tổng kết của từng cụm, khối: thành phần, xếp hạng, suy tôn, bầu trưởng, phó, ký giao ước",
  placeholders: minutesFramed([
    abstractField("Hội nghị tổng kết công tác thi đua, khen thưởng năm 2020 và ký kết giao ước thi đua năm 2021"),
    field("co_mat", "số đơn vị có mặt", "07", "--present SỐ"),
    field("tong_so", "số đơn vị của cụm, khối", "07"),
    field("noi_hop", "cụm, khối họp", "Cụm thi đua số 1"),
    ...columns("don_vi", [["ten", "từng đơn vị dự hội nghị", "Ủy ban nhân dân huyện Bình Minh"]]),
    field("dai_bieu_moi", "đại biểu mời dự hội nghị", "Ông Lê Văn Cam, Trưởng phòng Nội vụ"),
    field("nam", "năm tổng kết", "2020"),
    field("nam_sau", "năm sau năm tổng kết", "2021"),
    {
      ...field(
        "nguoi_bao_cao",
        "đơn vị trình bày báo cáo (trưởng cụm, khối)",
        "Ủy ban nhân dân huyện Bình Minh (Cụm trưởng)",
      ),
      remedy: "Ghi ở cột Vai trò của bảng đơn vị rồi nạp: thidua import TỆP.",
    },
    field("thao_luan", "ý kiến thảo luận tại hội nghị", "Các đại biểu nhất trí với báo cáo"),
    ...RANK_COLUMNS,
    {
      ...field(
        "suy_ton",
        "đơn vị được đề nghị suy tôn",
        "Căn cứ kết quả chấm điểm, xếp hạng, đề nghị suy tôn huyện Bình Minh là đơn vị dẫn đầu Cụm thi đua số 1.",
      ),
      remedy: "Nạp thang điểm và kết quả: thidua import TỆP (lấy mẫu bằng thidua sheet thang-diem).",
    },
    field("bieu_quyet_suy_ton", "kết quả biểu quyết về suy tôn", "07/07 đại biểu đồng ý"),
    ...withColumns(NOMINEE_PLACEHOLDERS, [["ket_qua", "đạt hay không đạt tỷ lệ phiếu luật định", "Đạt"]]),
    field("cum", "Cụm hay Khối; trống khi không phải hội nghị của cụm, khối", "Cụm"),
    {
      ...field("bau_cu", "đơn vị được bầu làm trưởng, phó", "huyện Bình Minh làm Cụm trưởng"),
      remedy: "Ghi ở cột Vai trò của bảng đơn vị năm sau rồi nạp: thidua import TỆP --year NĂM-SAU.",
    },
    field("bieu_quyet_bau_cu", "kết quả bầu trưởng, phó", "07/07 đại biểu đồng ý"),
  ]),
  refuse: requireMembers,
  compose(facts) {
    const { year, cluster, members, nominees, wishes } = facts;
    const head = findHead(members);
    const ranking = soleRanking(facts);
    // The conference reviews the units themselves; their people are the units' own matter.
    const own = nominees.filter(({ subject, workplace, unitId }) => {
      return subject === "collective" && workplace === null && unitId !== null;
    });
    return [
      {
        values: {
          ...meetingValues(facts),
          trich_yeu: wishes.about ?? conferenceName(year),
          co_mat: wishes.present === null ? null : formatCount(wishes.present),
          tong_so: formatCount(wishes.members ?? members.length),
          noi_hop: bodyName(facts),
          don_vi: members.map(({ body }) => ({ ten: body })),
          dai_bieu_moi: null,
          nam: String(year),
          nam_sau: String(year + 1),
          nguoi_bao_cao: head === null || cluster === null ? null : `${head.body} (${cluster.short} trưởng)`,
          thao_luan: null,
          xep_hang: rankRows(ranking),
          suy_ton: ranking?.leader ?? null,
          bieu_quyet_suy_ton: null,
          ...nomineeValues(own, (award) => ({ ket_qua: judgeVotes(award) })),
          cum: cluster?.short ?? "",
          bau_cu: sayElected(facts),
          bieu_quyet_bau_cu: null,
        },
        stem: fileStem(`Biên bản hội nghị tổng kết năm ${year}`, facts),
        recipients: own.length,
      },
    ];
  },
};

/** "huyện A làm Cụm trưởng, huyện B và huyện C làm Cụm phó": the roles of the year after; null where no head is known. */
function sayElected({ membersNextYear, cluster }: DraftFacts): string | null {
  const head = findHead(membersNextYear);
  if (head === null || cluster === null) return null;
  const deputies = membersNextYear.filter(({ role }) => role === "deputy").map(({ name }) => name);
  const rest = deputies.length === 0 ? "" : `, ${joinNames(deputies)} làm ${cluster.short} phó`;
  return `${head.name} làm ${cluster.short} trưởng${rest}`;
}
